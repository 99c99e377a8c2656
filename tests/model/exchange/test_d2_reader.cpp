#include "model/exchange/d2_reader.h"
#include "model/exchange/design_from_diagram.h"
#include "model/exchange/exchange_limits.h"
#include "tests/file_bytes.h"
#include "tests/model/exchange/imported.h"
#include "tests/places.h"
#include "tests/processor_time.h"
#include "tests/sound_import.h"

#include <QLocale>
#include <QTest>

using namespace Qt::StringLiterals;

namespace groundplan {

using namespace imported;

/// D2 as people write it: what becomes of each file of tests/data/d2 stands, in words, in one of that
/// name with ".words".
class TestD2Reader : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void files_data();
    void files();
    void connections_data();
    void connections();
    void labels_data();
    void labels();
    void looks();
    void keys();
    void titles();
    void remarks();
    void variables();
    void faults_data();
    void faults();
    void hostileTexts_data();
    void hostileTexts();
    void sharedTooltips();
    void cancelling();

private:
    static Diagram read(const QString& text, const QString& name = u"a.d2"_s) {
        const Result<Diagram> diagram = readD2(text, name);
        if (!diagram)
            QTest::qFail(qPrintable(diagram.error().sentence), __FILE__, __LINE__);
        return diagram.value_or(Diagram());
    }
    static const Diagram::Node& called(const Diagram& diagram, const QString& label) {
        for (const Diagram::Node& node : diagram.nodes) {
            if (node.label == label)
                return node;
        }
        QTest::qFail(qPrintable(u"no "_s + label), __FILE__, __LINE__);
        static const Diagram::Node none;
        return none;
    }
    Import make(const QString& text, const QString& name = u"a.d2"_s) {
        return soundImport(designFromDiagram(read(text, name), name, catalogue_, {}, 30'000));
    }
    Import readFile(const QString& name) {
        const QByteArray bytes = bytesOfFile(projectPath("tests/data/d2/") + name);
        return make(QString::fromUtf8(bytes), name);
    }

    Catalogue catalogue_;
};

void TestD2Reader::initTestCase() {
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    QStringList problems;
    catalogue_ = Catalogue::load({projectPath("templates/catalog")}, &problems);
    QCOMPARE(problems, QStringList());
}

void TestD2Reader::files_data() {
    addFilesWithWords(projectPath("tests/data/d2"));
}

void TestD2Reader::files() {
    QFETCH(QString, words);
    compareWithWords(readFile(QString::fromUtf8(QTest::currentDataTag())), words);
}

void TestD2Reader::connections_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("said");
    const auto row = [](const char* text, const QStringList& said) {
        QTest::newRow(text) << QString::fromUtf8(text) << said;
    };
    row("a -> b", {u"a -> b"_s});
    row("a->b", {u"a -> b"_s});
    row("a <- b", {u"b -> a"_s});
    row("a <-> b", {u"a <-> b"_s});
    row("a -- b", {u"a -- b"_s});
    row("a ---> b", {u"a -> b"_s});
    row("a -> b -> c: x", {u"a -> b: x"_s, u"b -> c: x"_s});
    row("a -> b <- c", {u"a -> b"_s, u"c -> b"_s});
    row("a -> b: { label: x }", {u"a -> b: x"_s});
    row("a -> b: \"x { y }\" { style.animated: true }", {u"a -> b: x { y }"_s});
    row("a -> b\na -> b\n(a -> b)[1]: second", {u"a -> b"_s, u"a -> b: second"_s});
    row("a -> b\n(a -> b)[0].label: set", {u"a -> b: set"_s});
    row("a -> b\nb -> c\n(a -> b)[0]: null", {u"b -> c"_s});
    row("x.(a -> b)", {u"a -> b"_s});
    row("x: { a -> _.b }", {u"a -> b"_s});
    row("x: { y: { a -> _._.b } }\nb: B", {u"a -> B"_s});
    row("a-b -> c-d", {u"a-b -> c-d"_s});
    row("a -> b; c -> d", {u"a -> b"_s, u"c -> d"_s});
    row("a -> a", {u"a -> a"_s});
    row("x.a -> x", {u"a -> x"_s});
}

void TestD2Reader::connections() {
    QFETCH(QString, text);
    QFETCH(QStringList, said);
    QCOMPARE(connectionsOf(make(text).design), said);
}

void TestD2Reader::labels_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("label");
    const auto row = [](const char* text, const char* label) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(label);
    };
    row("a", "a");
    row("Load balancer", "Load balancer");
    row("a: A label", "A label");
    row("a: A # remark", "A");
    row("a: A { label.near: top-center }", "A"); // where the words stand, and not what they are
    row("a: C#", "C#");
    row("a: \"one\\ntwo\"", "one\ntwo");
    row("a: one\\ntwo", "one\ntwo");
    row("a: 'it''s \\n'", "it's \\n");
    row("a: \"\"", "");
    row("a: { label: Other }", "Other");
    row("a.label: Other", "Other");
    row("a: First\na: Second", "Second");
    row("A: First\na: Second", "Second");
    row("a: |md\n  # Head\n  - **one**\n  - [two](https://x)\n| { shape: rectangle }", "Head\n- one\n- two");
    row("a: |`md one | two `| { shape: rectangle }", "one | two");
    row("a: ключ признаков", "ключ признаков");
    row("\"a.b: c\"", "a.b: c");
    row("a\\.b", "a.b");
    row("a: x; # remark\n", "x");
}

void TestD2Reader::labels() {
    QFETCH(QString, text);
    QFETCH(QString, label);
    const Diagram diagram = read(text);
    QCOMPARE(diagram.nodes.size(), 1);
    QCOMPARE(diagram.nodes.first().label, label);
    QCOMPARE(diagram.nodes.first().type, Diagram::NodeType::Block);
}

void TestD2Reader::looks() {
    const Diagram diagram = read(uR"(
classes: { db: { shape: cylinder; style.fill: "#102030"; tooltip: All of them } }
a: A { class: db }
b: B { class: [other; db]; style.fill: LightBlue; tooltip: Mine; link: https://example.com }
c: C { shape: queue; icon: https://example.com/aws%2Fkafka.svg?size=2; style: { stroke: "#0a0"; fill: transparent } }
d: D { style.fill: "#eeeeee"; near: a }
t: |md Words |
f: F { shape: text }
u: U { shape: c4-person }
m: M { shape: class; method(a uint64): (x, y int); -field: "[]string" }
a -> b: { style.stroke-dash: 4 }
a -> b: { style: { stroke-width: 8; stroke: blue } }
)"_s);
    QCOMPARE(called(diagram, u"A"_s).shape, u"cylinder"_s);
    QCOMPARE(called(diagram, u"A"_s).colour, u"#102030"_s);
    QCOMPARE(called(diagram, u"A"_s).description, u"All of them"_s);
    QCOMPARE(called(diagram, u"B"_s).shape, u"cylinder"_s);
    QCOMPARE(called(diagram, u"B"_s).colour, u"#add8e6"_s);
    QCOMPARE(called(diagram, u"B"_s).description, u"Mine"_s);
    QCOMPARE(called(diagram, u"B"_s).link, u"https://example.com"_s);
    QCOMPARE(called(diagram, u"C"_s).shape, u"cds"_s);
    QCOMPARE(called(diagram, u"C"_s).colour, u"#00aa00"_s);
    QCOMPARE(called(diagram, u"C"_s).hints.first(), u"kafka"_s);
    QCOMPARE(called(diagram, u"Words"_s).type, Diagram::NodeType::Text);
    QCOMPARE(called(diagram, u"F"_s).type, Diagram::NodeType::Text);
    QCOMPARE(called(diagram, u"M"_s).description, u"method(a uint64): (x, y int)\n-field: []string"_s);
    QVERIFY(called(diagram, u"U"_s).hints.contains(u"user"_s));
    QVERIFY(diagram.edges[0].line == Diagram::Edge::Line::Dashed);
    QVERIFY(diagram.edges[1].line == Diagram::Edge::Line::Thick);
    QCOMPARE(diagram.notTaken.sentences(),
             (QStringList{u"There is no class “other”, which “B” names."_s,
                          u"Icons were left out, blocks show those of their kinds: “C”."_s,
                          u"Places beside other shapes (near) were left out: “D” (a)."_s,
                          u"Colours of connections were left out, the flow says theirs: “A” → “B”."_s}));
    QVERIFY(read(u"direction: right\na"_s).leftToRight);
    QVERIFY(!read(u"a: {direction: right}"_s).leftToRight);
}

void TestD2Reader::keys() {
    const Design design = make(u"x.y.z: Deep\nX: Outer\nx.y: { w -> _.v }\n\"width\": A shape"_s).design;
    QCOMPARE(blocksOf(design), (QStringList{u"A shape (block)"_s, u"Deep (block) in y"_s,
                                            u"v (block) in Outer"_s, u"w (block) in y"_s}));
    QCOMPARE(framesOf(design), (QStringList{u"Outer"_s, u"y in Outer"_s}));
}

/// The first line is the title; what stands below it says more of the whole.
void TestD2Reader::titles() {
    for (const char* text :
         {"title: |md\n  # Recommendations\n\n  two-stage ranking\n| { near: top-center }\na",
          "label: \"Recommendations\\ntwo-stage ranking\"\na"}) {
        const Design design = make(QString::fromUtf8(text)).design;
        QCOMPARE(design.board.title, u"Recommendations"_s);
        QCOMPARE(design.notes.size(), 1);
        QCOMPARE(design.notes.sorted().first()->text, u"two-stage ranking"_s);
        QVERIFY(!design.notes.sorted().first()->subject);
    }
}

/// What a callout says is a sticky, unless a line leads to it.
void TestD2Reader::remarks() {
    const Design design = make(uR"(
a: Ranker
b: "Limit the rate\nof requests" { shape: callout; tooltip: "by key" }
c: "Why two of them?" { shape: callout }
c -> a
)"_s)
                              .design;
    QCOMPARE(design.cards.size(), 1);
    QCOMPARE(design.cards.sorted().first()->text, u"Limit the rate\nof requests\nby key"_s);
    QCOMPARE(connectionsOf(design), QStringList{u"Why two of them? -> Ranker"_s});
}

void TestD2Reader::variables() {
    const Diagram diagram = read(uR"(
vars: { a: one; deep: { b: "${a} two" }; loop: "${loop}x"; bomb0: "${a}${a}${a}${a}${a}${a}${a}${a}" }
x: ${deep.b} and ${gone}
y: ${loop}
)"_s);
    QCOMPARE(diagram.nodes[0].label, u"one two and ${gone}"_s);
    QCOMPARE(diagram.nodes[1].label, u"${loop}xxxxx"_s);
}

void TestD2Reader::faults_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char* text, const char* sentence) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(sentence);
    };
    row("", "a.d2 holds no shapes of D2.");
    row("# a remark\n", "a.d2 holds no shapes of D2.");
    row("a: {\n  b\n", "a.d2 cannot be read as D2, line 1: the brace behind “a” is never closed.");
    row("vars: {\n  a: 1\nx -> y\n",
        "a.d2 cannot be read as D2, line 1: the brace behind “vars” is never closed.");
    row("a\n}\n", "a.d2 cannot be read as D2, line 2: “}” closes nothing.");
    row("a\nb: \"x\n\n", "a.d2 cannot be read as D2, line 2: a quoted text is never closed.");
    row("a\nb: |md x\n\n", "a.d2 cannot be read as D2, line 2: a block of text is never closed.");
    row("a ->\nb", "a.d2 cannot be read as D2, line 1: a connection leads nowhere.");
    row("a\n: b", "a.d2 cannot be read as D2, line 2: a key was expected at “: b”.");
    row("a: \"x\" y", "a.d2 cannot be read as D2, line 1: “y” was not expected here.");
    row("(a -> b[0]", "a.d2 cannot be read as D2, line 1: the bracket “(” is never closed.");
    row("a: {class: [x; y}", "a.d2 cannot be read as D2, line 1: the bracket “[” is never closed.");
    QTest::newRow("NUL") << u"a\nb"_s + QChar() + u"c\n"_s
                         << u"a.d2 cannot be read as D2, line 2: there is a NUL byte here, so this is no "
                            "text file."_s;
    // Said where the count is passed, not at the end of the file.
    QTest::newRow("connections") << u"a -> b\n"_s.repeated(exchangelimits::kUnplacedEdges + 1'000) + u'{'
                                 << u"a.d2 cannot be read as D2, line 50001: it has more than 50,000 "
                                    "connections; split it."_s;
    row("\"\"\" open\na", "a.d2 cannot be read as D2, line 1: a comment is never closed.");
}

void TestD2Reader::faults() {
    QFETCH(QString, text);
    QFETCH(QString, sentence);
    const Result<Diagram> diagram = readD2(text, u"a.d2"_s);
    QVERIFY(!diagram);
    QCOMPARE(diagram.error().sentence, sentence);
    QCOMPARE(diagram.error().code, ErrorCode::Unreadable);
}

void TestD2Reader::hostileTexts_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("reads");
    constexpr int kMany = 100'000;
    QTest::newRow("braces") << u"a: {"_s.repeated(kMany) << false;
    QTest::newRow("dots") << u"a."_s.repeated(kMany) + u'a' << false;
    QTest::newRow("deep keys") << (u"a."_s.repeated(200) + u"a\n"_s).repeated(2000) << true;
    QTest::newRow("deeper and deeper") << (u"a."_s.repeated(70) + u"a: {"_s).repeated(250) +
                                              u"x -> y\n"_s.repeated(1000) + u"}"_s.repeated(250)
                                       << true;
    QTest::newRow("entries") << u"a;"_s.repeated(400'000) << false;
    QTest::newRow("connections") << u"a->b;"_s.repeated(250'000) << false;
    QTest::newRow("long chain") << u"a"_s + u"->a"_s.repeated(40'000) << true;
    QTest::newRow("quotes") << u"a: \""_s + u"\\\""_s.repeated(kMany) << false;
    QTest::newRow("blocks") << u"a: |md x |\n"_s.repeated(kMany) << true;
    QTest::newRow("open blocks") << u"a: |md x\n"_s.repeated(kMany) << false;
    QTest::newRow("signs") << u"a: |"_s + u"|"_s.repeated(kMany) << false;
    QTest::newRow("up") << u"_."_s.repeated(250) + u"a"_s << true;
    QTest::newRow("patterns") << u"*.a: b\n"_s.repeated(kMany) + u"a"_s << true;
    QString bomb = u"vars: { v0: \""_s + u"x"_s.repeated(1000) + u"\""_s;
    for (int i = 1; i < 40; ++i)
        bomb += u"; v%1: \""_s.arg(i) + u"${v%1}"_s.arg(i - 1).repeated(100) + u"\""_s;
    QTest::newRow("variables") << bomb + u" }\n"_s + u"a%1: ${v39}\n"_s.repeated(100) << true;
    QTest::newRow("zeroes") << QString(1000, QChar()) << false;
}

void TestD2Reader::hostileTexts() {
    QFETCH(QString, text);
    QFETCH(bool, reads);
    const ProcessorTime clock;
    const Result<Diagram> diagram = readD2(text, u"a.d2"_s);
    QVERIFY2(clock.elapsed() < 30'000, qPrintable(QString::number(clock.elapsed())));
    QVERIFY2(diagram.has_value() == reads, diagram ? "" : qPrintable(diagram.error().sentence));
    if (!diagram)
        QVERIFY2(diagram.error().sentence.size() < 300, qPrintable(diagram.error().sentence));
}

/// A class gives its tooltip to all: what that comes to has a bound.
void TestD2Reader::sharedTooltips() {
    QString text =
        u"classes.x.tooltip: |md "_s + u"[a](https://x.org) <i>x</i> **y** "_s.repeated(5'000) + u" |\n"_s;
    for (int i = 0; i < 2'000; ++i)
        text += u"n%1.class: x\n"_s.arg(i);
    const Diagram diagram = read(text);
    QCOMPARE(diagram.nodes.size(), 2'000);
    QCOMPARE(diagram.nodes.first().description.left(5), u"a x y"_s);
    qsizetype said = 0;
    for (const Diagram::Node& node : diagram.nodes)
        said += node.description.size();
    QVERIFY2(said < 40'000'000, qPrintable(QString::number(said)));
    QVERIFY(diagram.notTaken.sentences().last().startsWith(
        u"Tooltips beyond the first 16 million characters were left out: “n"_s));
}

void TestD2Reader::cancelling() {
    const std::atomic<bool> cancelled = true;
    const auto diagram = readD2(u"a -> b"_s, u"a.d2"_s, &cancelled);
    QVERIFY(!diagram);
    QCOMPARE(diagram.error().code, ErrorCode::Cancelled);
}

} // namespace groundplan

QTEST_GUILESS_MAIN(groundplan::TestD2Reader)
#include "test_d2_reader.moc"
