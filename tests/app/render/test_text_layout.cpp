#include "app/render/picture_signs.h"
#include "app/render/text_layout.h"
#include "tests/app/render/board_samples.h"
#include "tests/places.h"

#include <QFontInfo>
#include <QRandomGenerator>
#include <QTest>

using namespace groundplan;
using namespace Qt::StringLiterals;

class TestTextLayout : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// Titles of all kinds, and what becomes of them letter by letter: measured without glyphs they lie and
    /// are cut as with them.
    void withoutGlyphsItIsTheSame_data() {
        QTest::addColumn<int>("role");
        for (const fonts::Role role : {fonts::Role::BlockTitle, fonts::Role::Technology, fonts::Role::Chip,
                                       fonts::Role::Label, fonts::Role::FrameTitle, fonts::Role::Remark})
            QTest::addRow("role %d", int(role)) << int(role);
    }
    void withoutGlyphsItIsTheSame() {
        QFETCH(int, role);
        const Catalogue catalogue = Catalogue::load({projectPath("templates/catalog")});
        TextCache with, without;
        without.keepGlyphs(false);
        QStringList texts{QStringLiteral("AVATAR Tokyo LTV WAVE"), QStringLiteral("fi fl ffi rf Ki Gi LA VJ"),
                          QStringLiteral("3x4 12 x 5"), QStringLiteral("Block 10071")};
        for (const Kind& kind : catalogue.kinds()) {
            texts.append(kind.title.in(QStringLiteral("en")));
            texts.append(kind.technologies);
        }
        int quick = 0;
        for (const QString& text : std::as_const(texts)) {
            for (const double room : {40.0, 72.0, 108.0, 400.0}) {
                const FittedText& a = with.lines(text, fonts::Role(role), room, 0, 2);
                const FittedText& b = without.lines(text, fonts::Role(role), room, 0, 2);
                QCOMPARE(b.lines.size(), a.lines.size());
                QCOMPARE(b.cut, a.cut);
                QCOMPARE(b.shown(), a.shown());
                QCOMPARE(b.height, a.height);
                QCOMPARE(b.width, a.width);
                if (!b.isEmpty() && b.lines.first().runs.isEmpty()) {
                    ++quick;
                    QCOMPARE(b.lines.first().baseline, a.lines.first().runs.first().positions().first().y());
                }
            }
        }
        QVERIFY2(quick > int(texts.size()), qPrintable(QString::number(quick)));
    }

    /// Plain lines are laid out from what others have shown; they lie as if they had been shaped.
    void whatWasLearnedIsAsShaped_data() { withoutGlyphsItIsTheSame_data(); }
    void whatWasLearnedIsAsShaped() {
        QFETCH(int, role);
        static const QString kSigns =
            QStringLiteral("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");
        constexpr double kRoom = 2000;
        TextCache learned;
        for (const QChar a : kSigns) { // every sign before every sign, and before and after a blank
            QString row;
            for (const QChar b : kSigns)
                row += QString(a) + b;
            learned.line(row, fonts::Role(role), kRoom);
            learned.line(QString(a) + u' ' + a, fonts::Role(role), kRoom);
        }
        QRandomGenerator random(7);
        for (int i = 0; i < 500; ++i) {
            QString text;
            const int length = random.bounded(1, 40);
            for (int k = 0; k < length; ++k)
                text += random.bounded(7) == 0 && k > 0 && k + 1 < length && text.back() != u' '
                            ? QChar(u' ')
                            : kSigns[random.bounded(int(kSigns.size()))];
            const FittedText shaped = fitLine(text, fonts::Role(role), kRoom);
            const FittedText& laid = learned.line(text, fonts::Role(role), kRoom);
            QCOMPARE(laid.width, shaped.width);
            QCOMPARE(laid.height, shaped.height);
            const QGlyphRun& run = laid.lines.constFirst().runs.constFirst();
            QCOMPARE(run.rawFont(), shaped.lines.constFirst().runs.constFirst().rawFont());
            QList<quint32> glyphs;
            QList<QPointF> positions;
            for (const QGlyphRun& each : shaped.lines.constFirst().runs) {
                glyphs += each.glyphIndexes();
                positions += each.positions();
            }
            QVERIFY2(run.glyphIndexes() == glyphs, qPrintable(text));
            for (qsizetype k = 0; k < glyphs.size(); ++k)
                QVERIFY2(run.positions()[k] == positions[k], qPrintable(text.first(k + 1)));
        }
    }

    void family() {
        QCOMPARE(QFontInfo(fonts::of(fonts::Role::BlockTitle)).family(), QStringLiteral("Inter"));
        QCOMPARE(fonts::install(), QString());
        QCOMPARE(fonts::of(fonts::Role::BlockTitle).pixelSize(), 13);
        QCOMPARE(fonts::of(fonts::Role::BlockTitle).weight(), QFont::DemiBold);
    }

    void shortTextsStayWhole() {
        const FittedText text = fitLine(QStringLiteral("Feature store"), fonts::Role::BlockTitle, 200);
        QCOMPARE(text.shown(), QStringLiteral("Feature store"));
        QVERIFY(!text.cut);
        QVERIFY(text.width > 60 && text.width < 100);
        QCOMPARE(text.lines.size(), 1);
    }

    void longOnesAreElided() {
        const FittedText text =
            fitLine(QStringLiteral("Feature store of the platform"), fonts::Role::BlockTitle, 100);
        QVERIFY(text.cut);
        QVERIFY(text.shown().endsWith(QChar(0x2026)));
        QVERIFY(text.width <= 100);
        QVERIFY(text.width > 80);
    }

    /// A selector behind it asks for the picture of a sign that fonts have as a letter, too; with no picture
    /// it stays that. One glyph, whatever it is made of.
    void aSignIsThePictureThatWasAskedFor() {
        QFont font = fonts::of(fonts::Role::CardText);
        font.setFamilies({fonts::familyOfPictures()});
        font.setStyleStrategy(QFont::StyleStrategy(font.styleStrategy() | QFont::NoFontMerging));
        const QRawFont pictures = QRawFont::fromFont(font);
        const auto runsOf = [](const QString& text) {
            return fitLine(text, fonts::Role::CardText, 400).lines.first().runs;
        };
        const auto isPicture = [&pictures](const QGlyphRun& run) { return run.rawFont() == pictures; };
        for (const QString& sign :
             {u"☃\ufe0f"_s, u"1\ufe0f\u20e3"_s, u"#\ufe0f\u20e3"_s, u"⚠\ufe0f"_s, u"❤\ufe0f\u200d🔥"_s}) {
            const QList<QGlyphRun> runs = runsOf(sign);
            QVERIFY(!runs.isEmpty() && std::ranges::all_of(runs, isPicture));
            const double width = fitLine(sign, fonts::Role::CardText, 400).width;
            QVERIFY2(width > 10 && width < 18, qPrintable(sign + QString::number(width))); // of 12 pixels
        }
        for (const QString& letter : {u"☃"_s, u"1"_s, u"⚠"_s, u"a\ufe0f"_s})
            QVERIFY2(std::ranges::none_of(runsOf(letter), isPicture), qPrintable(letter));
        QCOMPARE(std::ranges::count_if(runsOf(u"a ☃\ufe0f b"_s), isPicture), 1);
    }

    /// Inter makes one arrow of "->".
    void signsStayWhatTheyAre() {
        for (const char* typed : {"a -> b", "a --> b", "x <- y", "m => n", "<->"}) {
            const QString text = QString::fromLatin1(typed);
            for (const FittedText& fitted : {fitLine(text, fonts::Role::BlockTitle, 500),
                                             fitLines(text, fonts::Role::BlockTitle, 500, 0, 2),
                                             fitParagraphs(text, fonts::Role::CardText, 500, 100)}) {
                QSet<quint32> signs;
                qsizetype glyphs = 0;
                for (const QGlyphRun& run : fitted.lines.constFirst().runs) {
                    glyphs += run.glyphIndexes().size();
                    const QList<quint32> indexes = run.glyphIndexes();
                    signs |= QSet<quint32>(indexes.begin(), indexes.end());
                }
                QCOMPARE(glyphs, text.size());
                const QRawFont font = fitted.lines.constFirst().runs.constFirst().rawFont();
                for (const QChar c : text)
                    QVERIFY2(signs.contains(font.glyphIndexesForString(c).constFirst()), typed);
            }
        }
        // Elided it fits and is not lost.
        const QString arrows = QStringLiteral("->").repeated(40);
        const FittedText cut = fitLine(arrows, fonts::Role::BlockTitle, 100);
        QVERIFY(!cut.isEmpty() && cut.width <= 100.5);
    }

    void nastyOnesFit_data() {
        QTest::addColumn<QString>("title");
        int number = 0;
        for (const QString& title : samples::nastyTitles())
            QTest::addRow("%d", number++) << title;
        QTest::newRow("huge") << QString(100'000, QLatin1Char('i'));
        QTest::newRow("lone surrogate") << QString(QChar(0xD83D));
        QTest::newRow("only marks") << QString(50, QChar(0x0301));
    }
    void nastyOnesFit() {
        QFETCH(QString, title);
        for (const double width : {0.0, 3.0, 20.0, 60.0, 108.0, 400.0}) {
            const FittedText line = fitLine(title, fonts::Role::BlockTitle, width);
            QVERIFY(line.width <= width + 0.5);
            QVERIFY(line.lines.size() <= 1);
            const QString shown = line.shown();
            QVERIFY(!shown.contains(QLatin1Char('\n')));
            // Elision does not part a letter from its marks or a pair of surrogates.
            for (qsizetype i = 0; i < shown.size(); ++i) {
                if (shown[i].isHighSurrogate() && title.size() > 1)
                    QVERIFY(i + 1 < shown.size() && shown[i + 1].isLowSurrogate());
            }
            for (const double height : {0.0, 10.0, 17.0, 50.0, 200.0}) {
                const FittedText text = fitParagraphs(title, fonts::Role::CardText, width, height);
                QVERIFY(text.height <= height + 0.01);
                QVERIFY(text.width <= width + 0.5 || text.isEmpty());
            }
        }
    }

    void elidesByGrapheme() {
        const QString family = QStringLiteral("\U0001F468\u200D\U0001F469\u200D\U0001F467");
        const FittedText text =
            fitLine(QStringLiteral("ab") + family.repeated(3), fonts::Role::BlockTitle, 40);
        QVERIFY(text.cut);
        const QString shown = text.shown().chopped(1); // without the ellipsis
        QVERIFY(shown == QStringLiteral("ab") || shown == QStringLiteral("ab") + family);
    }

    void paragraphs() {
        const FittedText text =
            fitParagraphs(QStringLiteral("one\n\nthree words here"), fonts::Role::CardText, 60, 500);
        QVERIFY(!text.cut);
        QCOMPARE(text.lines[0].text, QStringLiteral("one"));
        QCOMPARE(text.lines[1].text, QString());
        QCOMPARE(text.lines[2].text.trimmed(), QStringLiteral("three"));
        QCOMPARE(text.height, text.lines.size() * lineStep(fonts::Role::CardText));
        const FittedText cut = fitParagraphs(QStringLiteral("one\n\nthree words here"), fonts::Role::CardText,
                                             60, 3 * lineStep(fonts::Role::CardText));
        QCOMPARE(cut.lines.size(), 3);
        QVERIFY(cut.cut);
        QVERIFY(cut.lines.last().text.endsWith(QChar(0x2026)));
    }

    void rightToLeftParagraphsStandRight() {
        const FittedText text =
            fitParagraphs(QStringLiteral("\u05E9\u05DC\u05D5\u05DD\nlatin"), fonts::Role::CardText, 200, 100);
        const auto leftOf = [](const FittedText::Line& line) {
            double left = 1e9;
            for (const QGlyphRun& run : line.runs) {
                for (const QPointF& position : run.positions())
                    left = std::min(left, position.x());
            }
            return left;
        };
        QVERIFY(leftOf(text.lines[0]) > 150);
        QCOMPARE(leftOf(text.lines[1]), 0.0);
    }

    void cacheGivesTheSame() {
        TextCache cache;
        for (const QString& title : samples::nastyTitles()) {
            const FittedText fresh = fitLine(title, fonts::Role::Technology, 90);
            for (int i = 0; i < 2; ++i) {
                const FittedText& cached = cache.line(title, fonts::Role::Technology, 90);
                QCOMPARE(cached.shown(), fresh.shown());
                QCOMPARE(cached.width, fresh.width);
            }
        }
        // Another width or role is another text.
        const QString long_ = QStringLiteral("a long text in a small room");
        QVERIFY(cache.line(long_, fonts::Role::Technology, 50).width <
                cache.line(long_, fonts::Role::Technology, 90).width);
    }
};

QTEST_MAIN(TestTextLayout)
#include "test_text_layout.moc"
