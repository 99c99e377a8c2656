#include "model/exchange/plain_text.h"
#include "model/exchange/xml_text.h"
#include "tests/encoded.h"

#include <QTest>

using namespace groundplan;
using namespace Qt::StringLiterals;

/// Bytes of a text format as text, in whatever encoding programs write them.
class TestPlainText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void encodings_data() {
        QTest::addColumn<QByteArray>("bytes");
        const struct {
            const char* name;
            QStringConverter::Encoding encoding;
        } all[] = {
            {"UTF-8", QStringConverter::Utf8},       {"UTF-16LE", QStringConverter::Utf16LE},
            {"UTF-16BE", QStringConverter::Utf16BE}, {"UTF-32LE", QStringConverter::Utf32LE},
            {"UTF-32BE", QStringConverter::Utf32BE},
        };
        const QString text = u"flowchart LR\nA[Größe — 🦉] --> B\n"_s;
        for (const auto& [name, encoding] : all) {
            for (const bool mark : {true, false})
                QTest::addRow("%s%s", name, mark ? " with a mark" : "") << encoded(text, encoding, mark);
        }
    }
    void encodings() {
        QFETCH(QByteArray, bytes);
        const auto text = plainText(bytes, u"a.mmd"_s);
        QVERIFY(text);
        QCOMPARE(QString::fromUtf8(text->utf8), u"flowchart LR\nA[Größe — 🦉] --> B\n"_s);
        QCOMPARE(text->guessed, QString());
        QVERIFY(plainHead(bytes).startsWith("flowchart LR\n"));
    }
    void windowsLettersAreSaidToBeGuessed() {
        const auto text = plainText("flowchart\nA[Gr\xf6\xdf"
                                    "e \x80 5] --> B\n",
                                    u"a.mmd"_s);
        QVERIFY(text);
        QCOMPARE(QString::fromUtf8(text->utf8), u"flowchart\nA[Größe € 5] --> B\n"_s);
        QCOMPARE(text->guessed,
                 u"The text is no UTF-8 and was read as Windows-1252 (line 2: “A[Größe € 5] --> B”); if "
                 "letters are wrong, save it as UTF-8."_s);
    }
    void brokenWideTextIsRefusedWithItsLine() {
        QByteArray bytes = encoded(u"x: one\ny: two\n"_s, QStringConverter::Utf16LE, true);
        bytes[2 * 10 + 1] = char(0xd8); // half a pair, in the second line
        const auto broken = plainText(bytes, u"a.d2"_s);
        QVERIFY(!broken);
        QCOMPARE(broken.error().sentence,
                 u"a.d2, line 2: this is no text; the file begins as UTF-16, and here it is none."_s);
        const auto cut = plainText(bytes.first(19), u"a.d2"_s);
        QVERIFY(!cut);
        QVERIFY2(cut.error().sentence.startsWith("a.d2, line 2:"_L1), qPrintable(cut.error().sentence));
    }
    /// A zero byte within a text of bytes does not make it a wide one.
    void strayZerosChangeNothing() {
        const QByteArray bytes("x: a\0b\ny: c and some more of it\n", 31);
        const auto text = plainText(bytes, u"a.d2"_s);
        QVERIFY(text);
        QCOMPARE(text->utf8, bytes);
    }
    void xmlMaySayThatItIsWestern() {
        const XmlText xml =
            readXmlText("<?xml version=\"1.0\" encoding=\"windows-1252\"?><a b=\"\x80 \xf6\"/>");
        QCOMPARE(xml.fault, XmlFault::None);
        QVERIFY(xml.text.contains(u"\"€ ö\""_s));
    }
};

QTEST_APPLESS_MAIN(TestPlainText)
#include "test_plain_text.moc"
