#include "model/exchange/mermaid_reader.h"
#include "tests/model/exchange/diagram_words.h"
#include "tests/processor_time.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace groundplan {

/// How a drawing of Mermaid looks is taken over as far as a board has a place for it; the rest is told, a
/// line for each sort of thing and not for each node.
class TestMermaidLooks : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void losses_data();
    void losses();
    void shapes_data();
    void shapes();
    void lastWordsHold();
    void classesOfLinks();
    void hostileLooks_data();
    void hostileLooks();
};

void TestMermaidLooks::losses_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("lost");
    const auto row = [](const char* name, const QString& text, const QStringList& lost) {
        QTest::newRow(name) << text << lost;
    };
    const QString settings = u"Settings of how Mermaid draws were left out: "_s;
    const QString looks = u"Looks that the board does not have were left out: "_s;
    row("head", uR"(---
title: Serving
config:
  theme: 'forest'
  look: handDrawn
  # a remark
  flowchart:
    curve: linear
    nodeSpacing: 50
  layout: elk
displayMode: compact
---
graph TD
A)"_s,
        {settings +
         u"theme: forest, look: handDrawn, flowchart (curve: linear, nodeSpacing: 50), layout: elk, "
         "displayMode: compact."_s});
    row("head within a text", u"```mermaid\n  ---\n  config:\n    theme: dark\n  ---\n  graph TD\n  A\n```"_s,
        {settings + u"theme: dark."_s});
    row("directives", uR"(%%{init: {'theme': 'dark', "themeVariables": {"primaryColor": "#bb2528",
  "fontSize": 12}}}%%
graph TD
%% a remark
%%{wrap}%%
%%{init: {broken}}%%
A)"_s,
        {settings +
         u"theme: dark, themeVariables (fontSize: 12, primaryColor: #bb2528), wrap, init: {broken}."_s});
    row("directive of C4", u"%%{init: {\"theme\": \"base\"}}%%\nC4Context\nPerson(a, \"A\")"_s,
        {settings + u"theme: base."_s});
    row("only a title", u"---\ntitle: Serving\n---\ngraph TD\nA"_s, {});
    row("style",
        u"graph TD\nA[Ranker]\nstyle A fill:#f9f,stroke:#333,stroke-width:4px,color:#fff,"
        "stroke-dasharray: 5 5"_s,
        {looks + u"color (“Ranker”), stroke (“Ranker”), stroke-dasharray (“Ranker”), stroke-width "
                 "(“Ranker”)."_s});
    row("paper", u"graph TD\nA\nstyle A fill:#FFF,stroke:none"_s, {});
    row("border", u"graph TD\nA\nstyle A fill:none,stroke:#f00"_s, {});
    row("class",
        u"graph TD\nA:::hot --> B:::hot --> C:::hot --> D\nclass D,E hot\nE\nclassDef hot color:red"_s,
        {looks + u"color (“A”, “B”, “C” and 2 more)."_s});
    row("lines that add up", u"graph TD\nA\nstyle A fill:#f00\nstyle A color:red"_s,
        {looks + u"color (“A”)."_s});
    row("subgraph", u"graph TD\nsubgraph S [Serving]\nA\nend\nstyle S fill:#ff0,opacity:0"_s,
        {looks + u"opacity (“Serving”)."_s});
    row("hidden", u"graph TD\nA --> B\nstyle B display:none,color:red"_s,
        {u"“B” was left out: it is hidden."_s, u"Connections with hidden nodes were left out: “A” → “B”."_s});
    row("links",
        u"graph TD\nA --> B --> C\nlinkStyle 0,1 color:red,fill:none\nlinkStyle 1 interpolate basis"_s,
        {looks + u"color (“A” → “B”, “B” → “C”), interpolate (“B” → “C”)."_s});
    row("ours",
        u"graph LR\nA[\"Ranker\"]\nsubgraph S [Serving]\nB\nend\nA --> B\n"
        "classDef kind_model fill:#eee,stroke:#333,color:#1b1f27\nclass A,B kind_model\n"
        "classDef frames fill:#f2f4f7,stroke:#8a94a6,color:#475569\nclass S frames\n"
        "style A fill:#ff000022,stroke:#ff0000"_s,
        {});
    row("ours, changed",
        u"graph LR\nA[\"Ranker\"]\nclassDef kind_model fill:#eee,color:#1b1f27\n"
        "class A kind_model\nstyle A stroke-width:4px"_s,
        {looks + u"stroke-width (“Ranker”)."_s});
    row("pictures", u"graph TD\nA@{ icon: \"fa:redis\", form: \"circle\", pos: \"t\", h: 60 }"_s,
        {u"Icons were left out, blocks show those of their kinds: “A”."_s,
         looks + u"form (“A”), h (“A”), pos (“A”)."_s});
    row("shapes",
        u"graph TD\nA@{ shape: procs, label: \"Workers\" } --> B@{ shape: doc } --> C@{ shape: procs }\n"
        "D@{ shape: procs }\nD@{ shape: rect }"_s,
        {u"Shapes of nodes were left out, blocks look as their kinds do: doc (“B”), procs (“Workers”, “C”)."_s});
}

void TestMermaidLooks::losses() {
    QFETCH(QString, text);
    QFETCH(QStringList, lost);
    const Result<Diagram> diagram = readMermaid(text, u"a.mmd"_s);
    QVERIFY2(diagram, diagram ? "" : qPrintable(diagram.error().sentence));
    QCOMPARE(diagram->notTaken.sentences().join(u'\n'), lost.join(u'\n'));
}

void TestMermaidLooks::shapes_data() {
    QTest::addColumn<QString>("shape"); // of brackets that say the same
    for (const char* name : {"cyl", "db", "lin-cyl", "stored-data", "win-pane"})
        QTest::newRow(name) << u"cylinder"_s;
    for (const char* name : {"h-cyl", "das"})
        QTest::newRow(name) << u"cds"_s;
    for (const char* name : {"diam", "question"})
        QTest::newRow(name) << u"diamond"_s;
    QTest::newRow("hex") << u"hexagon"_s;
    QTest::newRow("fr-rect") << u"component"_s;
    QTest::newRow("dbl-circ") << u"doublecircle"_s;
    QTest::newRow("lean-r") << u"parallelogram"_s;
    QTest::newRow("trap-b") << u"trapezium"_s;
    QTest::newRow("manual") << u"invtrapezium"_s;
    for (const char* name : {"rect", "rounded", "stadium", "odd"})
        QTest::newRow(name) << QString();
}

/// What has brackets of its own is the same in words, and no loss.
void TestMermaidLooks::shapes() {
    QFETCH(QString, shape);
    const QString name = QString::fromLatin1(QTest::currentDataTag());
    const auto diagram = readMermaid(u"graph TD\nA@{ shape: %1, label: \"X\" }"_s.arg(name), u"a.mmd"_s);
    QVERIFY(diagram);
    QCOMPARE(diagram->nodes.value(0).shape, shape);
    QCOMPARE(diagram->notTaken.sentences(), QStringList());
}

void TestMermaidLooks::lastWordsHold() {
    const auto diagram = readMermaid(
        u"graph TD\nA:::hot\nstyle A fill:#0f0\nstyle A rx:0\nclassDef hot fill:#f00"_s, u"a.mmd"_s);
    QVERIFY(diagram);
    QCOMPARE(diagram->nodes.value(0).colour, u"#00ff00"_s);
    QCOMPARE(diagram->notTaken.sentences(),
             QStringList{u"Looks that the board does not have were left out: rx (“A”)."_s});
}

/// Links with an id can have classes, too.
void TestMermaidLooks::classesOfLinks() {
    const auto diagram = readMermaid(u"graph TD\nA e1@--> B\nclassDef slow stroke:red,stroke-dasharray:9 5\n"
                                     "class e1 slow"_s,
                                     u"a.mmd"_s);
    QVERIFY(diagram);
    QVERIFY(diagram->edges.value(0).line == Diagram::Edge::Line::Dashed);
    QCOMPARE(diagram->notTaken.sentences(),
             QStringList{u"Colours of connections were left out, the flow says theirs: “A” → “B”."_s});
}

void TestMermaidLooks::hostileLooks_data() {
    QTest::addColumn<QString>("text");
    QStringList nodes, properties;
    for (int i = 0; i < 15'000; ++i)
        nodes << u"n%1:::hot"_s.arg(i);
    for (int i = 0; i < 100'000; ++i)
        properties << u"p%1:1"_s.arg(i);
    QTest::newRow("one class of many looks")
        << u"graph TD\n"_s + nodes.join(u'\n') + u"\nclassDef hot "_s + properties.join(u',');
    QTest::newRow("one class of many lines")
        << u"graph TD\n"_s + nodes.join(u'\n') + u"\nclassDef hot "_s + properties.join(u"\nclassDef hot "_s);
    QTest::newRow("links of one id") << u"graph TD\n"_s + u"A e1@--> B\n"_s.repeated(15'000) +
                                            u"classDef hot "_s + properties.join(u',') +
                                            u"\nclass e1 hot"_s.repeated(15'000);
    QTest::newRow("many looks") << u"graph TD\nA\nstyle A "_s + properties.join(u"\nstyle A "_s);
    QTest::newRow("settings") << u"%%{init: {'a': {'b': 'c'}}}%%\n"_s.repeated(100'000) + u"graph TD\nA"_s;
    QTest::newRow("deep settings") << u"%%{init: {'a': "_s.repeated(100'000) + u"\n}%%\ngraph TD\nA"_s;
    QString deep = u"---\n"_s;
    for (int i = 0; i < 2'000; ++i)
        deep += QString(i, u' ') + u"a:\n"_s;
    QTest::newRow("deep head") << deep + u"---\ngraph TD\nA"_s;
    QTest::newRow("colons") << u"---\na"_s + u":b"_s.repeated(500'000) + u"\n---\ngraph TD\nA"_s;
}

void TestMermaidLooks::hostileLooks() {
    QFETCH(QString, text);
    const ProcessorTime clock;
    const Result<Diagram> diagram = readMermaid(text, u"a.mmd"_s);
    QVERIFY2(clock.elapsed() < 10'000, qPrintable(QString::number(clock.elapsed())));
    QVERIFY2(diagram, diagram ? "" : qPrintable(diagram.error().sentence));
    for (const QString& sentence : diagram->notTaken.sentences())
        QVERIFY2(sentence.size() < 60'000, qPrintable(QString::number(sentence.size())));
}

} // namespace groundplan

QTEST_GUILESS_MAIN(groundplan::TestMermaidLooks)
#include "test_mermaid_looks.moc"
