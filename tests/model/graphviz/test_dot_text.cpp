#include "model/graphviz/colours.h"
#include "model/graphviz/dot_text.h"
#include "model/graphviz/foreign_labels.h"
#include "model/graphviz/labels.h"
#include "model/graphviz/splines.h"
#include "tests/model/graphviz/random_design.h"

#include <QTest>

#include <clocale>
#include <cmath>

using namespace Qt::StringLiterals;

namespace groundplan {

class TestDotText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void decimalsAreExact_data();
    void decimalsAreExact();
    void inchesGiveUnitsBack();
    void numbersAreReadInEveryLocale();
    void numbersAreReadStrictly();
    void labelsGiveTheirTextBack();
    void labelsAreShownAsGraphvizWould_data();
    void labelsAreShownAsGraphvizWould();
    void valuesGiveTheirTextBack();
    void valuesNeverEndInABackslash();
    void piecesFitTogether();
    void editedLabelsWin();
    void cardLabelsAreBroken();
    void colours_data();
    void colours();
    void recordsAndHtmlAreReducedToText();
    void routesAndSplines();
};

void TestDotText::decimalsAreExact_data() {
    QTest::addColumn<qint64>("value");
    QTest::addColumn<int>("bits");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("zero") << qint64(0) << 3 << QByteArray("0");
    QTest::newRow("whole") << qint64(80) << 3 << QByteArray("10");
    QTest::newRow("eighth") << qint64(1) << 3 << QByteArray("0.125");
    QTest::newRow("negative") << qint64(-13) << 3 << QByteArray("-1.625");
    QTest::newRow("sixteenth") << qint64(-1) << 4 << QByteArray("-0.0625");
    QTest::newRow("large") << qint64(2 * kMaxCoord + 1) << 4 << QByteArray("10000000.0625");
}

void TestDotText::decimalsAreExact() {
    QFETCH(const qint64, value);
    QFETCH(const int, bits);
    QFETCH(const QByteArray, text);
    QCOMPARE(dottext::decimal(value, bits), text);
}

void TestDotText::inchesGiveUnitsBack() {
    // Every length up to 100 inches, then lengths spread over the whole range.
    const auto check = [](Coord length) {
        QByteArrayView text;
        const QByteArray written = dottext::inches(length);
        text = written;
        const auto inches = dottext::takeNumber(text);
        return inches && text.isEmpty() && Coord(std::lround(*inches * 72 * kUnitsPerPoint)) == length;
    };
    for (Coord length = 1; length <= 100 * 576; ++length)
        QVERIFY2(check(length), qPrintable(QString::number(length)));
    for (Coord length = 1; length <= kMaxSize; length += 997)
        QVERIFY2(check(length), qPrintable(QString::number(length)));
    QCOMPARE(dottext::inches(576), QByteArray("1"));
    QCOMPARE(dottext::inches(288), QByteArray("0.5"));
    QCOMPARE(dottext::inches(kMaxSize), QByteArray("13888.8889"));
}

void TestDotText::numbersAreReadInEveryLocale() {
    // Wherever decimals have a comma; C.UTF-8 where no such locale is installed.
    const char* const before = std::setlocale(LC_NUMERIC, nullptr);
    const std::string saved = before ? before : "C";
    std::setlocale(LC_NUMERIC, "de_DE.UTF-8");
    const auto list = dottext::numbers("1.5,-2.25 3");
    const QByteArray written = dottext::decimal(12, 3);
    std::setlocale(LC_NUMERIC, saved.c_str());
    QVERIFY(list);
    QCOMPARE(*list, (QList<double>{1.5, -2.25, 3}));
    QCOMPARE(written, QByteArray("1.5"));
}

void TestDotText::numbersAreReadStrictly() {
    QCOMPARE(dottext::numbers(""), QList<double>());
    QCOMPARE(dottext::numbers(" +1e2 , .5\n"), (QList<double>{100, 0.5}));
    for (const char* text : {"nan", "inf", "1,x", "1e999", "--1", "0x10 y"})
        QVERIFY2(!dottext::numbers(text), text);
}

void TestDotText::labelsGiveTheirTextBack() {
    RandomDesign random(7);
    for (int i = 0; i < 20'000; ++i) {
        const QString text = random.text(30);
        const QByteArray label = dottext::encodeLabel(text);
        QVERIFY(!label.endsWith('\\') || label.endsWith("\\\\"));
        // Only characters that no picture can show come back as stand-ins.
        QString expected;
        for (const QChar c : text) {
            const char16_t u = c.unicode();
            const bool control = (u < 0x20 && u != '\t' && u != '\n') || u == 0x7f || u == 0xffff;
            expected += !control      ? c
                        : u == 0xffff ? QChar(0xfffd)
                        : u == 0x7f   ? QChar(0x2421)
                                      : QChar(0x2400 + u);
        }
        QCOMPARE(dottext::decodeLabel(label, u"name"_s, u"graph"_s), expected);
    }
}

void TestDotText::labelsAreShownAsGraphvizWould_data() {
    QTest::addColumn<QByteArray>("label");
    QTest::addColumn<QString>("shown");
    QTest::newRow("lines") << QByteArray("a\\nb\\lc\\r") << u"a\nb\nc\n"_s;
    QTest::newRow("names") << QByteArray("\\N of \\G") << u"node of graph"_s;
    QTest::newRow("backslashes") << QByteArray("\\\\N \\x \\") << u"\\N x \\"_s;
    QTest::newRow("entities") << QByteArray("&lt;&amp;lt; &eacute; &#8594; &#x2192; &nosuch; & &;")
                              << u"<&lt; \u00e9 \u2192 \u2192 &nosuch; & &;"_s;
    QTest::newRow("no character") << QByteArray("&#0; &#xD800; &#1114112;") << u"&#0; &#xD800; &#1114112;"_s;
}

void TestDotText::labelsAreShownAsGraphvizWould() {
    QFETCH(const QByteArray, label);
    QFETCH(const QString, shown);
    QCOMPARE(dottext::decodeLabel(label, u"node"_s, u"graph"_s), shown);
}

void TestDotText::valuesGiveTheirTextBack() {
    RandomDesign random(8);
    for (int i = 0; i < 20'000; ++i) {
        const QString text = random.text(30);
        for (const bool inList : {false, true})
            QCOMPARE(dottext::decodeValue(dottext::encodeValue(text, inList)), text);
    }
    QCOMPARE(dottext::encodeValue(u"+2 % of C:\\dir\\"_s), u"+2 % of C:%5Cdir%5C"_s);
    QCOMPARE(dottext::encodeValue(u"100%25\n"_s), u"100%2525%0A"_s);
    QCOMPARE(dottext::encodeValue(u" a|b "_s, true), u"%20a%7Cb%20"_s);
    // Written by hand: a line break of another system, and bytes that are no ASCII.
    QCOMPARE(dottext::decodeValue(u"a\r\nb %E4 %00%"_s), u"a\nb %E4 %"_s);
}

void TestDotText::valuesNeverEndInABackslash() {
    RandomDesign random(9);
    for (int i = 0; i < 20'000; ++i)
        QVERIFY(!dottext::encodeValue(random.text(12)).contains(u'\\'));
}

void TestDotText::piecesFitTogether() {
    RandomDesign random(10);
    for (int i = 0; i < 2'000; ++i) {
        QByteArray value;
        for (int line = 0; line < 4; ++line)
            value += dottext::encodeValue(random.text(40), true).toUtf8() + "x\n";
        value.chop(1);
        const QList<QByteArray> pieces = dottext::pieces(value, 23);
        QCOMPARE(pieces.join(), value);
        for (const QByteArray& piece : pieces) {
            QVERIFY(piece.size() <= 23);
            QVERIFY(!piece.startsWith('\n') && !piece.endsWith('\n'));
            QVERIFY(QString::fromUtf8(piece).toUtf8() == piece);
        }
    }
    QCOMPARE(dottext::pieces({}, 10), QList<QByteArray>{QByteArray()});
}

void TestDotText::editedLabelsWin() {
    using dotlabels::Lines;
    using dotlabels::Side;
    const auto read = [](const char* label, const QString& title, const QString& second) {
        return dotlabels::read(label, Side::Middle, title, second, u"node"_s, u"graph"_s);
    };
    // As written.
    QCOMPARE(read("Ranker\\nXGBoost", {}, u"XGBoost"_s), (Lines{u"Ranker"_s, u"XGBoost"_s}));
    QCOMPARE(read("Two\\nlines", u"Two\nlines"_s, {}), (Lines{u"Two\nlines"_s, {}}));
    QCOMPARE(read("One\\nTwo\\nlines", {}, u"Two\nlines"_s), (Lines{u"One"_s, u"Two\nlines"_s}));
    // Edited since, or written by hand.
    QCOMPARE(read("Re-ranker\\nXGBoost", {}, u"XGBoost"_s), (Lines{u"Re-ranker"_s, u"XGBoost"_s}));
    QCOMPARE(read("Ranker\\nLightGBM", u"Old"_s, u"XGBoost"_s), (Lines{u"Ranker"_s, u"LightGBM"_s}));
    QCOMPARE(read("Ranker", {}, u"XGBoost"_s), (Lines{u"Ranker"_s, u"XGBoost"_s}));
    QCOMPARE(read("\\N", {}, {}), (Lines{u"node"_s, {}}));
    QCOMPARE(dotlabels::read("Online\\lp99 < 9 ms\\l", Side::Left, {}, {}, {}, {}),
             (Lines{u"Online"_s, u"p99 < 9 ms"_s}));
    QCOMPARE(dotlabels::write({u"Online"_s, {}}, Side::Left), QByteArray("Online\\l"));
    QCOMPARE(dotlabels::write({}, Side::Left), QByteArray());
}

void TestDotText::cardLabelsAreBroken() {
    QCOMPARE(dotlabels::writeCard(u"one two three\nfour"_s, 48), QByteArray("one two\\lthree\\lfour\\l"));
    QCOMPARE(dotlabels::writeCard(u"abcdefghijkl"_s, 48), QByteArray("abcdefgh\\lijkl\\l"));
    const QByteArray label = dotlabels::writeCard(QString(100'000, u'x'), 240);
    QVERIFY(label.size() < 4'000);
    QVERIFY(label.endsWith("\u2026\\l"));
}

void TestDotText::colours_data() {
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("colour");
    QTest::newRow("name") << QByteArray("LightGoldenrod2") << u"#eedc82"_s;
    QTest::newRow("x11, not css") << QByteArray("green") << u"#00ff00"_s;
    QTest::newRow("grey level") << QByteArray("grey75") << u"#bfbfbf"_s;
    QTest::newRow("six digits") << QByteArray("#AbCdEf") << u"#abcdef"_s;
    QTest::newRow("eight digits") << QByteArray("#12345680") << u"#123456"_s;
    QTest::newRow("three digits") << QByteArray("#f80") << u"#ff8800"_s;
    QTest::newRow("hsv") << QByteArray("0.600, 1.000 1.000") << u"#0066ff"_s;
    QTest::newRow("hsv, blanks") << QByteArray(".5 .2 .9") << u"#b7e5e5"_s;
    QTest::newRow("list") << QByteArray("red:blue") << u"#ff0000"_s;
    QTest::newRow("weighted list") << QByteArray("yellow;0.3:blue") << u"#ffff00"_s;
    QTest::newRow("scheme") << QByteArray("/x11/tomato") << u"#ff6347"_s;
    QTest::newRow("none") << QByteArray("none") << QString();
    QTest::newRow("transparent") << QByteArray("transparent") << QString();
    QTest::newRow("brewer") << QByteArray("/blues9/3") << QString();
    QTest::newRow("nonsense") << QByteArray("#12345g") << QString();
    QTest::newRow("two numbers") << QByteArray("0.5 0.5") << QString();
    QTest::newRow("empty") << QByteArray() << QString();
}

void TestDotText::colours() {
    QFETCH(const QByteArray, value);
    QFETCH(const QString, colour);
    QCOMPARE(colourOf(value), colour);
}

void TestDotText::recordsAndHtmlAreReducedToText() {
    using namespace foreignlabels;
    QCOMPARE(recordLines("{<f0> a|b\\ c|{d\\|e|}} | \\N", u"node"_s, {}),
             (QStringList{u"a"_s, u"b c"_s, u"d|e"_s, u"node"_s}));
    QCOMPARE(
        htmlLines(
            "<TABLE><TR><TD>a</TD><TD>b</TD></TR>\n<!-- <TR>no</TR> --><TR><TD>c<BR/>d</TD></TR></TABLE>"),
        (QStringList{u"a b"_s, u"c"_s, u"d"_s}));
    QCOMPARE(htmlLines("x &lt; y &amp;&amp; <B>z</B"), (QStringList{u"x < y && z"_s}));
    QCOMPARE(htmlLines("<!-- never closed"), QStringList());
    QCOMPARE(plainLines("  a \\n\\n b\\l", {}, {}), (QStringList{u"a"_s, u"b"_s}));
}

void TestDotText::routesAndSplines() {
    const Route route{{0, 0}, {801, 0}, {801, -80}};
    QCOMPARE(splines::writeRoute(route), QByteArray("0,0 100.125,0 100.125,-10"));
    QCOMPARE(splines::readRoute("0,0 100.125,0 100.125,-10"), route);
    QVERIFY(!splines::readRoute("0,0 1"));
    QVERIFY(!splines::readRoute("0,0 99999999,0"));
    // A head of 8 points at the end, y upwards; the last segment is shorter than two heads and gives half of
    // it.
    QCOMPARE(splines::writePos(route, Direction::Forward),
             QByteArray("e,100.125,10 0,0 0,0 100.125,0 100.125,0 100.125,0 100.125,5 100.125,5"));
    QCOMPARE(splines::writePos({{0, 0}, {800, 0}}, Direction::Both),
             QByteArray("s,0,0 e,100,0 8,0 8,0 92,0 92,0"));
    QCOMPARE(splines::writePos({{0, 0}, {800, 0}}, Direction::None), QByteArray("0,0 0,0 100,0 100,0"));
    QCOMPARE(splines::writePos({{8, 8}, {8, 8}}, Direction::Forward), QByteArray());
    QCOMPARE(splines::pointAt({{0, 0}, {100, 0}, {100, 300}}, 500), (Point{100, 100}));
    const Rect a{0, 0, 800, 400};
    const Rect b{1600, 0, 800, 400};
    QVERIFY(splines::fits({{800, 200}, {1600, 200}}, a, b));
    QVERIFY(!splines::fits({{800, 200}, {1600, 200}}, a, b.translated({160, 0})));
    QVERIFY(!splines::fits({{400, 200}, {1600, 200}}, a, b));
}

} // namespace groundplan

QTEST_GUILESS_MAIN(groundplan::TestDotText)
#include "test_dot_text.moc"
