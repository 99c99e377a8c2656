#include "app/render/design_import.h"
#include "tests/encoded.h"
#include "tests/model/exchange/imported.h"
#include "tests/places.h"
#include "tests/sound_import.h"

#include <QBuffer>
#include <QImage>
#include <QTest>

using namespace groundplan;
using namespace Qt::StringLiterals;

/// The one door of window and command line for files of any format.
class TestDesignImport : public QObject {
    Q_OBJECT

    const Catalogue catalogue_ = Catalogue::load({projectPath("templates/catalog")});

    struct Sample {
        const char* name;
        QString text; ///< "Größe" leads to B
    };
    static QList<Sample> samples() {
        return {
            {"a.mmd", u"flowchart LR\nA[Größe] --> B\n"_s},
            {"a.d2", u"x: Größe\nx -> B\n"_s},
            {"a.dot", u"digraph { x [label=\"Größe\"]; x -> B }\n"_s},
            {"a.json", uR"({"blocks": [{"title": "Größe"}, {"title": "B"}]})"_s},
            {"a.excalidraw",
             uR"({"type": "excalidraw", "elements": [{"id": "a", "type": "rectangle", "x": 0, "y": 0, "width": 200,
                 "height": 100, "label": {"text": "Größe"}}]})"_s},
            {"a.drawio",
             uR"(<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/><mxCell id="2" value="Größe"
                 parent="1" vertex="1"><mxGeometry width="200" height="100"/></mxCell></root></mxGraphModel>)"_s},
        };
    }

private Q_SLOTS:
    /// Another program changes the words of a label and knows nothing of its size.
    void labelsOfJsonAreMeasuredAnew() {
        const auto read = [this](const QByteArray& label) {
            const auto made = importDesign(
                R"({"format": "groundplan", "version": 1, "blocks": [{"id": "1", "title": "A"},)"
                R"({"id": "2", "title": "B"}], "connections": [{"source": "1", "target": "2", "label": ")" +
                    label + R"(", "labelSize": {"width": 20, "height": 18}}]})",
                u"a.json"_s, catalogue_);
            return made ? made->import.design.connections.begin()->labelSize : Size();
        };
        QVERIFY(read("every 10 minutes").w > read("daily").w);
    }

    /// As assistants answer; lines count as they are written.
    void fencedJson() {
        const QByteArray json = R"({"blocks": [{"title": "Gateway"}]})";
        for (const QByteArray& text :
             {"```json\n" + json + "\n```\n", "So:\n\n~~~ JSON\n" + json + "\n~~~\nMore?"}) {
            const auto read = importDesign(text, u"a.json"_s, catalogue_);
            QVERIFY2(read, qPrintable(read.error().sentence));
            QCOMPARE(read->import.design.blocks.size(), 1);
        }
        const auto broken = importDesign("So:\n```json\n{\"blocks\": [1,]}\n```", u"a.json"_s, catalogue_);
        QVERIFY(!broken);
        QVERIFY2(broken.error().sentence.contains(u"line 3"_s), qPrintable(broken.error().sentence));
    }

    void plantUmlIsKnown() {
        const auto read = importDesign("' draft\n@startuml\nA -> B\n@enduml\n", u"a.puml"_s, catalogue_);
        QVERIFY(!read);
        QVERIFY2(
            read.error().sentence.startsWith(u"a.puml: it is a diagram of PlantUML, which is not read"_s),
            qPrintable(read.error().sentence));
    }

    void encodings_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<bool>("guessed");
        for (const Sample& sample : samples()) {
            const auto add = [&sample](const char* encoding, const QByteArray& bytes, bool guessed = false) {
                QTest::addRow("%s %s", sample.name, encoding)
                    << QString::fromLatin1(sample.name) << bytes << guessed;
            };
            add("UTF-8", sample.text.toUtf8());
            add("UTF-8 with a mark", encoded(sample.text, QStringConverter::Utf8, true));
            add("UTF-16LE with a mark", encoded(sample.text, QStringConverter::Utf16LE, true));
            add("UTF-16BE with a mark", encoded(sample.text, QStringConverter::Utf16BE, true));
            add("UTF-16LE", encoded(sample.text, QStringConverter::Utf16LE, false));
            add("UTF-32LE with a mark", encoded(sample.text, QStringConverter::Utf32LE, true));
            if (!sample.text.startsWith(u'<')) // XML says how it is written
                add("Latin-1", sample.text.toLatin1(), true);
        }
    }
    void encodings() {
        QFETCH(QString, name);
        QFETCH(QByteArray, bytes);
        QFETCH(bool, guessed);
        const auto read = importDesign(bytes, name, catalogue_);
        QVERIFY2(read, read ? "" : qPrintable(read.error().sentence));
        QVERIFY(imported::blockCalled(read->import.design, u"Größe"_s));
        const QString said = read->import.notTaken.value(0);
        QVERIFY2(said.startsWith("The text is no UTF-8"_L1) == guessed, qPrintable(said));
        QVERIFY2(!guessed || said.contains(u"Größe"), qPrintable(said));
        // The content tells the format in every encoding, too, where it does so at all.
        if (importFormatOf(samples().first().text.toUtf8(), {}) == read->format)
            QCOMPARE(importFormatOf(bytes, {}), read->format);
    }
    void emptyFilesAreSaidToBeEmpty() {
        for (const QString& ending : {u"dot"_s, u"mmd"_s, u"d2"_s, u"drawio"_s, u"excalidraw"_s, u"json"_s,
                                      u"png"_s, u"svg"_s, u"pdf"_s, u"txt"_s}) {
            for (const QByteArray& bytes :
                 {QByteArray(), QByteArray(" \n"), QByteArray("\xef\xbb\xbf"), QByteArray("\xff\xfe")}) {
                const auto read = importDesign(bytes, u"a."_s + ending, catalogue_);
                QVERIFY(!read);
                QCOMPARE(read.error().sentence, u"a.%1: it is empty."_s.arg(ending));
            }
        }
    }
    /// Obsidian keeps a drawing in a note; what surrounds it is nothing but its words once more.
    void notesOfObsidian() {
        const QByteArray begin = "---\n\nexcalidraw-plugin: parsed\ntags: [excalidraw]\n\n---\n"
                                 "==Switch to EXCALIDRAW VIEW==\n\n# Excalidraw Data\n## Text Elements\n"
                                 "Kafka ^abc12345\n\n%%\n## Drawing\n";
        const QByteArray scene = R"({"type": "excalidraw", "elements": [{"id": "a", "type": "rectangle",
            "x": 0, "y": 0, "width": 200, "height": 100, "label": {"text": "Kafka"}}]})";
        const QByteArray note = begin + "```json\n" + scene + "\n```\n%%";
        for (const QString& name : {u"a.excalidraw.md"_s, u"a.md"_s, QString()}) {
            const auto read = importDesign(note, name, catalogue_);
            QVERIFY2(read, read ? "" : qPrintable(read.error().sentence));
            QVERIFY(imported::blockCalled(read->import.design, u"Kafka"_s));
        }
        const auto byName = importDesign(note.mid(note.indexOf("# Excalidraw")).replace("\n", "\r\n"),
                                         u"a.excalidraw.md"_s, catalogue_);
        QVERIFY2(byName, byName ? "" : qPrintable(byName.error().sentence));
        const QString said = u"a.excalidraw.md is not read as an Excalidraw file: "_s;
        const auto packed = importDesign(begin + "```compressed-json\nN4KAkARALgngDgUwgLgAQQQ\n```\n%%",
                                         u"a.excalidraw.md"_s, catalogue_);
        QVERIFY(!packed);
        QCOMPARE(packed.error().sentence,
                 said + u"the drawing in this note is compressed; use Obsidian's command “Decompress current "
                        "Excalidraw file”, then import it again."_s);
        const auto none = importDesign(begin, u"a.excalidraw.md"_s, catalogue_);
        QVERIFY(!none);
        QCOMPARE(none.error().sentence, said + u"this note holds no drawing."_s);
    }
    /// A graph that says its encoding is read in that.
    void dotMaySayItsEncoding() {
        const auto read = importDesign("digraph { charset=latin1; x [label=\"Gr\xf6\xdf"
                                       "e\"] }",
                                       u"a.dot"_s, catalogue_);
        QVERIFY(read);
        QVERIFY(imported::blockCalled(read->import.design, u"Größe"_s));
        QCOMPARE(read->import.notTaken, QStringList());
    }

    /// Bytes count, not letters: nothing is decoded first.
    void aTextThatIsTooLargeIsRefused() {
        for (const QString& ending : {u"mmd"_s, u"d2"_s}) {
            const QByteArray begin = ending == u"d2"_s ? "a -> b\n# " : "flowchart LR\na[A]\n%% ";
            const auto import = importDesign(begin + QByteArray("\u00e9").repeated(33 << 20),
                                             u"long.%1"_s.arg(ending), catalogue_);
            QVERIFY(!import);
            QVERIFY2(import.error().sentence.endsWith(u"it has more than 64 MB."_s),
                     qPrintable(import.error().sentence));
        }
    }

    /// Drawings hold pictures of more formats than a document keeps.
    void picturesOfOtherFormatsAreTaken() {
        QImage image(40, 30, QImage::Format_RGB32);
        image.fill(Qt::darkCyan);
        QByteArray bmp;
        QBuffer buffer(&bmp);
        QVERIFY(image.save(&buffer, "BMP"));
        const QByteArray gif = QByteArray::fromBase64("R0lGODdhAQABAIAAAP///////ywAAAAAAQABAAACAkQBADs=");
        // It says that it is 60,000 pixels wide and high.
        QByteArray huge = bmp;
        for (const int at : {18, 22})
            huge.replace(at, 4, QByteArray("\x60\xea\0\0", 4));
        const auto read =
            importDesign(QStringLiteral(R"({"type": "excalidraw", "elements": [
                {"id": "a", "type": "image", "x": 0, "y": 0, "width": 40, "height": 30, "fileId": "bmp"},
                {"id": "b", "type": "image", "x": 100, "y": 0, "width": 40, "height": 30, "fileId": "gif"},
                {"id": "c", "type": "image", "x": 200, "y": 0, "width": 40, "height": 30, "fileId": "huge"},
                {"id": "d", "type": "image", "x": 300, "y": 0, "width": 40, "height": 30, "fileId": "svg"}],
                "files": {"bmp": {"dataURL": "data:image/bmp;base64,%1"}, "gif": {"dataURL": "data:image/gif;base64,%2"},
                "huge": {"dataURL": "data:image/bmp;base64,%3"}, "svg": {"dataURL": "data:image/svg+xml;base64,%4"}}})")
                             .arg(QString::fromLatin1(bmp.toBase64()), QString::fromLatin1(gif.toBase64()),
                                  QString::fromLatin1(huge.toBase64()),
                                  QString::fromLatin1(
                                      QByteArray("<svg xmlns=\"http://www.w3.org/2000/svg\"/>").toBase64()))
                             .toUtf8(),
                         u"a.excalidraw"_s, catalogue_);
        QVERIFY(read);
        QCOMPARE(read->import.design.images.size(), 2);
        QList<QSize> sizes;
        for (const Image& each : read->import.design.images)
            sizes << QImage::fromData(read->import.design.assets.bytes(each.asset)).size();
        QVERIFY(sizes.contains(QSize(40, 30)) && sizes.contains(QSize(1, 1)));
        QCOMPARE(read->import.notTaken.filter(u"could not be read"_s).size(), 2);
    }
};

QTEST_MAIN(TestDesignImport)
#include "test_design_import.moc"
