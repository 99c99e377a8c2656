#include "model/exchange/design_from_diagram.h"
#include "model/exchange/exchange_limits.h"
#include "model/exchange/mermaid_reader.h"
#include "tests/file_bytes.h"
#include "tests/model/exchange/diagram_words.h"
#include "tests/model/exchange/imported.h"
#include "tests/places.h"
#include "tests/processor_time.h"
#include "tests/sound_import.h"

#include <QLocale>
#include <QTest>

using namespace Qt::StringLiterals;

namespace groundplan {

using namespace imported;

/// Mermaid as people write it: what becomes of each file of tests/data/mermaid stands, in words, in one of
/// that name with ".words".
class TestMermaidReader : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void files_data();
    void files();
    void links_data();
    void links();
    void labels_data();
    void labels();
    void looks();
    void idsWithColons();
    void directions();
    void titles();
    void sidesOfArchitecture();
    void captions_data();
    void captions();
    void faults_data();
    void faults();
    void markdown();
    void hostileTexts_data();
    void hostileTexts();
    void cancelling();

private:
    static Diagram read(const QString& text, const QString& name = u"a.mmd"_s) {
        const Result<Diagram> diagram = readMermaid(text, name);
        if (!diagram)
            QTest::qFail(qPrintable(diagram.error().sentence), __FILE__, __LINE__);
        return diagram.value_or(Diagram());
    }
    Import readFile(const QString& name) {
        const QByteArray bytes = bytesOfFile(projectPath("tests/data/mermaid/") + name);
        return soundImport(
            designFromDiagram(read(QString::fromUtf8(bytes), name), name, catalogue_, {}, 30'000));
    }

    Catalogue catalogue_;
};

void TestMermaidReader::initTestCase() {
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    QStringList problems;
    catalogue_ = Catalogue::load({projectPath("templates/catalog")}, &problems);
    QCOMPARE(problems, QStringList());
}

void TestMermaidReader::files_data() {
    addFilesWithWords(projectPath("tests/data/mermaid"));
}

void TestMermaidReader::files() {
    QFETCH(QString, words);
    compareWithWords(readFile(QString::fromUtf8(QTest::currentDataTag())), words);
}

void TestMermaidReader::links_data() {
    QTest::addColumn<QString>("link");
    QTest::addColumn<QString>("edge");
    const auto row = [](const char* link, const char* edge) {
        QTest::newRow(link) << QString::fromUtf8(link) << QString::fromUtf8(edge);
    };
    row("-->", "A > B");
    row("---", "A - B");
    row("----->", "A > B");
    row("------", "A - B");
    row("--x", "A > B");
    row("--o", "A > B");
    row("<-->", "A <> B");
    row("x--x", "A <> B");
    row("o--o", "A <> B");
    row("<---", "B > A");
    row("-.->", "A .> B");
    row("-.-", "A .- B");
    row("-...->", "A .> B");
    row("<-.->", "A .<> B");
    row("==>", "A => B");
    row("===", "A =- B");
    row("<====>", "A =<> B");
    row("-->|text|", "A > B text");
    row("-.->|\"a (text)\"|", "A .> B a (text)");
    row("-- text -->", "A > B text");
    row("-- two words ---", "A - B two words");
    row("--text-->", "A > B text");
    row("-- a-b ---->", "A > B a-b");
    row("-. text .->", "A .> B text");
    row("-. v1.2 ..->", "A .> B v1.2");
    row("== text ==>", "A => B text");
    row("<-- text -->", "A <> B text");
    row("x-- text --x", "A <> B text");
    row("-- \"quoted -> text\" -->", "A > B quoted -> text");
    row("-- \"a -- b\" -->", "A > B a -- b");
    row("-->|\"a | b\"|", "A > B a | b");
    row("-. \"v.-1\" .->", "A .> B v.-1");
    row("e1@-->", "A > B");
    row("e1@==>|text|", "A => B text");
}

void TestMermaidReader::links() {
    QFETCH(QString, link);
    QFETCH(QString, edge);
    for (const QString& blank : {u""_s, u" "_s}) {
        if (blank.isEmpty() && (link.startsWith(u'x') || link.startsWith(u'o') || link.startsWith(u'e')))
            continue; // part of the id, as in Mermaid
        const Diagram diagram = read(u"flowchart LR\nA"_s + blank + link + blank + u"B\n"_s);
        QCOMPARE(diagram.edges.size(), 1);
        const Diagram::Edge& found = diagram.edges.first();
        const QString line = found.line == Diagram::Edge::Line::Dashed  ? u"."_s
                             : found.line == Diagram::Edge::Line::Thick ? u"="_s
                                                                        : QString();
        const QString arrow = found.direction == Direction::Both      ? u"<>"_s
                              : found.direction == Direction::Forward ? u">"_s
                                                                      : u"-"_s;
        const QString said = found.source + u' ' + line + arrow + u' ' + found.target +
                             (found.label.isEmpty() ? QString() : u' ' + found.label);
        QCOMPARE(said, edge);
        QCOMPARE(diagram.nodes.size(), 2);
    }
}

void TestMermaidReader::labels_data() {
    QTest::addColumn<QString>("node");
    QTest::addColumn<QString>("label");
    QTest::addColumn<QString>("shape");
    const auto row = [](const char* node, const char* label, const char* shape = "") {
        QTest::newRow(node) << QString::fromUtf8(node) << QString::fromUtf8(label)
                            << QString::fromUtf8(shape);
    };
    row("A", "A");
    row("A[A box]", "A box");
    row("A(Round)", "Round");
    row("A([Stadium])", "Stadium");
    row("A[[Routine]]", "Routine", "component");
    row("A[(Database)]", "Database", "cylinder");
    row("A((Circle))", "Circle", "circle");
    row("A(((Stop)))", "Stop", "doublecircle");
    row("A>Flag]", "Flag", "");
    row("A{Choice}", "Choice", "diamond");
    row("A{{Six}}", "Six", "hexagon");
    row("A[/Lean/]", "Lean", "parallelogram");
    row("A[\\Lean\\]", "Lean", "parallelogram");
    row("A[/Trap\\]", "Trap", "trapezium");
    row("A[\\Trap/]", "Trap", "invtrapezium");
    row("A[/api/v1/rank]", "/api/v1/rank");
    row("A[\"/api (v1)\"]", "/api (v1)");
    row("A[\"p99 < 100 ms\"]", "p99 < 100 ms");
    row("A[one<br>two<br/>three]", "one\ntwo\nthree");
    row("A[one\\ntwo]", "one\ntwo");
    row("A[\"one\ntwo\"]", "one\ntwo");
    row("A[\"<b>Bold</b> &amp; #quot;quoted#quot; #9829;\"]", "Bold & \"quoted\" ♥");
    row("A[\"`**Bold** and _slanted_\nsecond`\"]", "Bold and slanted\nsecond");
    row("A[fa:fa-database Store]", "Store");
    row("A@{ shape: cyl, label: \"Store, (all)\" }", "Store, (all)", "cylinder");
    row("A@{\n  shape: diam\n  label: 'Is it?'\n}", "Is it?", "diamond");
    row("feature-store[Ключи признаков]", "Ключи признаков");
    row("A[First]\nA[Second]", "Second");
    row("A:::cls", "A");
    row("A[Text]:::cls", "Text");
}

void TestMermaidReader::labels() {
    QFETCH(QString, node);
    QFETCH(QString, label);
    QFETCH(QString, shape);
    const Diagram diagram = read(u"graph TD\n"_s + node + u"\n"_s);
    QCOMPARE(diagram.nodes.size(), 1);
    QCOMPARE(diagram.nodes.first().label, label);
    QCOMPARE(diagram.nodes.first().shape, shape);
    // Within a chain it is the same.
    const Diagram chain =
        read(u"graph TD\nX --> "_s + QString(node).replace("\nA"_L1, "\nX-->A"_L1) + u" --> Y;"_s);
    QCOMPARE(chain.nodes[1].label, label);
}

void TestMermaidReader::looks() {
    const Diagram diagram = read(uR"(flowchart TD
classDef one,two fill:#f9f,stroke:#333
classDef line stroke:teal
A:::one --> B --> C --> D
class B,C two
class C line
style D fill:rgb,stroke:#0a0
click A "https://example.com/a;b" "More"
click B href "https://example.com" _blank
click C callback "Tip"
click D call callback("given", 2) "Tip of D"
D --> E
click E https://example.com/e "https://example.com/e"
linkStyle 0,2 stroke-dasharray: 5 5
linkStyle 1 stroke:red,stroke-width:5px
)"_s);
    QStringList colours;
    for (const Diagram::Node& node : diagram.nodes)
        colours << node.colour;
    QCOMPARE(colours, (QStringList{u"#ff99ff"_s, u"#ff99ff"_s, u"#008080"_s, u"#00aa00"_s, u""_s}));
    QCOMPARE(diagram.nodes[0].link, u"https://example.com/a;b"_s);
    QCOMPARE(diagram.nodes[0].description, u"More"_s);
    QCOMPARE(diagram.nodes[1].link, u"https://example.com"_s);
    QCOMPARE(diagram.nodes[2].description, u"Tip"_s);
    QCOMPARE(diagram.nodes[3].description, u"Tip of D"_s);
    QCOMPARE(diagram.nodes[4].link, u"https://example.com/e"_s);
    QCOMPARE(diagram.nodes[4].description, QString());
    QVERIFY(diagram.nodes[0].hints.contains(u"one"_s));
    QVERIFY(diagram.edges[0].line == Diagram::Edge::Line::Dashed);
    QVERIFY(diagram.edges[1].line == Diagram::Edge::Line::Thick);
    QCOMPARE(diagram.notTaken.sentences(),
             (QStringList{u"What a click on “C” calls was left out."_s,
                          u"What a click on “D” calls was left out."_s,
                          u"Colours of connections were left out, the flow says theirs: “B” → “C”."_s,
                          u"Looks that the board does not have were left out: fill (“C”, “D”), stroke (“A”, "
                          "“B”)."_s}));
}

void TestMermaidReader::idsWithColons() {
    const Diagram diagram = read(u"graph TD\npkg.rag:annotate --> std::db:::hot\npkg.rag:annotate[A]:::cold\n"
                                 "style std::db fill:#ff0000\nclick pkg.rag:annotate \"https://x.org\""_s);
    QCOMPARE(wordsOf(diagram),
             (QStringList{u"block \"A\" (pkg.rag:annotate, cold) <https://x.org>"_s,
                          u"block \"std::db\" #ff0000 (std::db, hot)"_s, u"\"A\" -> \"std::db\""_s}));
}

void TestMermaidReader::directions() {
    for (const char* word : {"LR", "RL", ">"})
        QVERIFY2(read(u"flowchart "_s + QString::fromLatin1(word) + u"\nA-->B"_s).leftToRight, word);
    for (const char* word : {"TD", "TB", "BT", "", ";", "TD;"})
        QVERIFY2(!read(u"graph "_s + QString::fromLatin1(word) + u"\nA-->B"_s).leftToRight, word);
    QCOMPARE(read(u"graph LR; A-->B; B-->C"_s).edges.size(), 2);
    QCOMPARE(read(u"\ufeffflowchart LR\r\n  A --> B %% a remark\r\n  B --> C\r\n"_s).edges.size(), 2);
}

/// The direction that most have is the whole's; what no drawing of that direction can show is said.
void TestMermaidReader::sidesOfArchitecture() {
    const QString services = u"architecture-beta\nservice a\nservice b\nservice c\nservice d\n"_s;
    const Diagram across = read(services + u"a:R --> L:b\nc:L -- R:b\nb:B --> T:d\n"_s);
    QVERIFY(across.leftToRight);
    QCOMPARE(across.edges.value(1).source, u"b"_s); // which stands on the left of c
    QCOMPARE(across.notTaken.sentences(),
             QStringList{u"Sides at which connections end were left out, the drawing runs another way: “b” → "
                         "“d”."_s});
    const Diagram down = read(services + u"a:B --> T:b\nb:B --> T:c\nd <-- c\n"_s);
    QVERIFY(!down.leftToRight);
    QCOMPARE(down.notTaken.sentences(), QStringList());
}

void TestMermaidReader::titles() {
    const auto titleOf = [](const QString& written) {
        return read(u"---\nconfig:\n  theme: dark\ntitle: "_s + written + u"\n---\ngraph TD\nA"_s).title;
    };
    QCOMPARE(titleOf(u"Two words"_s), u"Two words"_s);
    QCOMPARE(titleOf(u"'It''s one'"_s), u"It's one"_s);
    QCOMPARE(titleOf(u"\"A \\\"quoted\\\" one\""_s), u"A \"quoted\" one"_s);
    QCOMPARE(read(u"graph TD\naccTitle: Said\nA"_s).title, u"Said"_s);
}

void TestMermaidReader::captions_data() {
    QTest::addColumn<QString>("text"); // %1: what it says of itself
    QTest::newRow("flowchart") << u"graph TD\n%1\nA --> B\n"_s;
    QTest::newRow("architecture") << u"architecture-beta\n%1\nservice a(server)[A]\n"_s;
    QTest::newRow("C4") << u"C4Context\n%1\nPerson(a, \"A\")\n"_s;
}

void TestMermaidReader::captions() {
    QFETCH(QString, text);
    const auto with = [&text](const QString& caption) { return read(text.arg(caption)); };
    QCOMPARE(with(u"accTitle: Said"_s).title, u"Said"_s);
    QCOMPARE(with(u"title Shown\naccTitle: Said"_s).title, u"Shown"_s);
    for (const QString& described : {u"accDescr: Of it all"_s, u"accDescr {\n  Of\n  it all\n}"_s}) {
        const Diagram diagram = with(described);
        QVERIFY(!diagram.nodes.isEmpty());
        QCOMPARE(diagram.remark.simplified(), u"Of it all"_s);
        QCOMPARE(diagram.notTaken.sentences(), QStringList());
    }
    QCOMPARE(with(u"title Shown\naccTitle: Said\naccDescr: More"_s).remark, u"Said\nMore"_s);
    QCOMPARE(with(u"accTitle: Said\ntitle Shown"_s).remark, u"Said"_s);
}

void TestMermaidReader::faults_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char* text, const char* sentence) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(sentence);
    };
    // Said where the count is passed, not at the end of the file.
    QTest::newRow("links")
        << u"graph TD\n"_s + u"A-->B\n"_s.repeated(exchangelimits::kUnplacedEdges + 1'000) + u'['
        << u"a.mmd cannot be read as Mermaid, line 50002: it has more than 20,000 nodes or "
           "50,000 links; split it."_s;
    QTest::newRow("NUL")
        << u"graph TD\nA"_s + QChar() + u"-->B"_s
        << u"a.mmd cannot be read as Mermaid, line 2: there is a NUL byte here, so this is no "
           "text file."_s;
    row("", "a.mmd holds no Mermaid diagram.");
    row("sequenceDiagram\nA->>B: hi",
        "a.mmd cannot be read as Mermaid, line 1: it is a sequence diagram; flowcharts, architecture and C4 "
        "diagrams can be read.");
    row("%% a remark\n\nerDiagram\n",
        "a.mmd cannot be read as Mermaid, line 3: it is an entity relationship diagram; flowcharts, architecture "
        "and C4 diagrams can be read.");
    row("hello world",
        "a.mmd cannot be read as Mermaid, line 1: “hello” is no type of diagram; flowcharts, architecture and C4 "
        "diagrams can be read.");
    row("flowchart TD\nA --> B\nA[open --> C\n",
        "a.mmd cannot be read as Mermaid, line 3: the bracket “[” is never closed.");
    row("flowchart TD\nA[open --> C\nC[x] --> D\n",
        "a.mmd cannot be read as Mermaid, line 2: the bracket “[” is never closed.");
    for (const char* text :
         {"A[Kafka --> B[Spark]", "A(Kafka --> B(Spark)", "A{Kafka == to ==> B[Spark] --> C}",
          "A([Kafka -.- B([Spark])", "A[/Kafka --> B[/Spark/]", "A[Kafka B[Spark]"}) {
        const QByteArray bracket = QByteArray(text).mid(1, QByteArray(text).at(2) == '[' ? 2 : 1);
        row(QByteArray(QByteArray("flowchart TD\n") + text + '\n').constData(),
            QByteArray("a.mmd cannot be read as Mermaid, line 2: the bracket “" + bracket +
                       "” is never closed.")
                .constData());
    }
    row("flowchart TD\nA[\"open] --> C\n",
        "a.mmd cannot be read as Mermaid, line 2: a quoted text is never closed.");
    row("flowchart TD\nA[\"text\" more] --> C\n",
        "a.mmd cannot be read as Mermaid, line 2: “]” was expected behind a quoted text.");
    row("flowchart TD\n\nA -> B\n",
        "a.mmd cannot be read as Mermaid, line 3: a link was expected at “-> B”.");
    row("flowchart TD\nA --> \n", "a.mmd cannot be read as Mermaid, line 2: a link leads nowhere.");
    row("flowchart TD\nA --> )\n", "a.mmd cannot be read as Mermaid, line 2: a node was expected at “)”.");
    row("flowchart TD\nA -- text B\n",
        "a.mmd cannot be read as Mermaid, line 2: a link with a text has no end.");
    row("flowchart TD\nA -->|text B\n",
        "a.mmd cannot be read as Mermaid, line 2: the text of a link, “|”, is never closed.");
    row("flowchart TD\nsubgraph one\nA\n",
        "a.mmd cannot be read as Mermaid, line 2: this subgraph has no “end”.");
    row("flowchart TD\nA B\n", "a.mmd cannot be read as Mermaid, line 2: a link was expected at “B”.");
    row("architecture-beta\nservice a(x\n",
        "a.mmd cannot be read as Mermaid, line 2: the bracket “(” is never closed.");
    row("architecture-beta\nservice a\na:R => L:b\n",
        "a.mmd cannot be read as Mermaid, line 3: a link was expected at “=> L:b”.");
    row("C4Context\nPerson(a, \"A\"\n",
        "a.mmd cannot be read as Mermaid, line 2: the bracket “(” is never closed.");
    row("C4Context\nSystem_Boundary(a, \"A\") {\n",
        "a.mmd cannot be read as Mermaid, line 3: a boundary is never closed.");
    row("C4Context\nWhatever(a)\n",
        "a.mmd cannot be read as Mermaid, line 2: “Whatever(a)” was not expected here.");
}

void TestMermaidReader::faults() {
    QFETCH(QString, text);
    QFETCH(QString, sentence);
    const Result<Diagram> diagram = readMermaid(text, u"a.mmd"_s);
    QVERIFY(!diagram);
    QCOMPARE(diagram.error().sentence, sentence);
    QCOMPARE(diagram.error().code, ErrorCode::Unreadable);
}

void TestMermaidReader::markdown() {
    const auto edgesOf = [](const char* text) { return read(QString::fromUtf8(text)).edges.size(); };
    QCOMPARE(edgesOf("# A\n\n```mermaid\ngraph TD\nA-->B\n```\nmore\n"), 1);
    QCOMPARE(edgesOf("Text\n~~~ {.mermaid}\ngraph TD\nA-->B-->C\n~~~\n"), 2);
    QCOMPARE(edgesOf("Text\n::: mermaid\ngraph TD\nA-->B\n:::\n"), 1);
    QCOMPARE(edgesOf("````mermaid\ngraph TD\nA-->B\n````\n"), 1);
    // What stands in another fenced block is no diagram.
    const auto none = readMermaid(u"Text\n```\n```mermaid\ngraph TD\nA-->B\n"_s, u"a.md"_s);
    QVERIFY(!none);
    const auto faulty = readMermaid(u"Text\n\n```mermaid\ngraph TD\nA[x\n```\n"_s, u"a.md"_s);
    QVERIFY(!faulty);
    QCOMPARE(faulty.error().sentence,
             u"a.md cannot be read as Mermaid, line 5: the bracket “[” is never closed."_s);
}

void TestMermaidReader::hostileTexts_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("reads");
    constexpr int kMany = 200'000;
    QTest::newRow("deep") << u"graph TD\n"_s + u"subgraph a\n"_s.repeated(kMany) << false;
    QTest::newRow("brackets") << u"graph TD\nA"_s + u"["_s.repeated(kMany) << false;
    QTest::newRow("slashes") << u"graph TD\n"_s + u"A[/b]\n"_s.repeated(kMany) << true;
    QTest::newRow("open quotes") << u"graph TD\n"_s + u"A[\"b\"]-->"_s.repeated(kMany) << false;
    QTest::newRow("long chain") << u"graph TD\nA"_s + u"-->A"_s.repeated(40'000) << true;
    QTest::newRow("too long a chain") << u"graph TD\nA"_s + u"-->A"_s.repeated(250'000) << false;
    QTest::newRow("product") << u"graph TD\nA"_s + u"&A"_s.repeated(50'000) + u"-->B"_s +
                                    u"&B"_s.repeated(50'000)
                             << false;
    QTest::newRow("dashes") << u"graph TD\nA "_s + u"-"_s.repeated(kMany) << false;
    QTest::newRow("half links") << u"graph TD\n"_s + u"A -- b\n"_s.repeated(80'000) << true;
    QTest::newRow("fences") << u"```mermaid\n"_s.repeated(kMany) << false;
    QTest::newRow("directives") << u"%%{\n"_s.repeated(kMany) << false;
    QTest::newRow("heads") << u"---\n"_s.repeated(kMany) << false;
    QTest::newRow("tags") << u"graph TD\nA[\""_s + u"<a"_s.repeated(100'000) + u"\"]"_s << true;
    QTest::newRow("entities") << u"graph TD\nA[\""_s + u"&a#"_s.repeated(80'000) + u"\"]"_s << true;
    QTest::newRow("stars") << u"graph TD\nA[\"`"_s + u"**a_"_s.repeated(60'000) + u"`\"]"_s << true;
    QTest::newRow("fields") << u"graph TD\nA@{"_s + u"a: b,"_s.repeated(kMany) << false;
    QTest::newRow("calls") << u"C4Context\n"_s + u"Person(a,"_s.repeated(kMany) << false;
    QTest::newRow("boundaries") << u"C4Context\n"_s + u"Boundary(a){\n"_s.repeated(kMany) << false;
    QTest::newRow("services") << u"architecture-beta\n"_s + u"service a(b)[c] in a\n"_s.repeated(kMany)
                              << true;
    QTest::newRow("zeroes") << u"graph TD\nA"_s + QString(1000, QChar()) << false;
    QTest::newRow("surrogates") << u"graph TD\nA"_s + QString(1000, QChar(0xd800)) + u" --> B"_s << true;
}

void TestMermaidReader::hostileTexts() {
    QFETCH(QString, text);
    QFETCH(bool, reads);
    const ProcessorTime clock;
    const Result<Diagram> diagram = readMermaid(text, u"a.mmd"_s);
    QVERIFY2(clock.elapsed() < 30'000, qPrintable(QString::number(clock.elapsed())));
    QVERIFY2(diagram.has_value() == reads, diagram ? "" : qPrintable(diagram.error().sentence));
    if (!diagram)
        QVERIFY2(diagram.error().sentence.size() < 300, qPrintable(diagram.error().sentence));
}

void TestMermaidReader::cancelling() {
    const std::atomic<bool> cancelled = true;
    for (const char* text : {"graph TD\nA-->B", "C4Context\nPerson(a)", "architecture-beta\nservice a"}) {
        const auto diagram = readMermaid(QString::fromLatin1(text), u"a.mmd"_s, &cancelled);
        QVERIFY(!diagram);
        QCOMPARE(diagram.error().code, ErrorCode::Cancelled);
    }
}

} // namespace groundplan

QTEST_GUILESS_MAIN(groundplan::TestMermaidReader)
#include "test_mermaid_reader.moc"
