#include "model/exchange/d2_reader.h"
#include "model/exchange/drawio_reader.h"
#include "model/exchange/excalidraw_reader.h"
#include "model/exchange/mermaid_reader.h"
#include "tests/model/exchange/diagram_words.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace groundplan {

/// What cannot be taken over is listed item by item, by name, and what can be is.
class TestLosses : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void thingsOfOneSortShareALine();
    void thingsAreCalledByTheirTitles();
    void hostileCountsAreBounded();
    void files_data();
    void files();
    void placesAndSizesOfD2();
    void tablesOfD2();
    void whatIsNamedAgainIsThereAgain();
    void hiddenPartsOfMermaid();
    void closedLinesOfExcalidraw();
    void figuresThatMeanNothing();
    void titlesOfPools();
    void namesOfWhatHasNoWords();
    void textsOfHtml();
    void textsBelowRules_data();
    void textsBelowRules();
};

void TestLosses::thingsOfOneSortShareALine() {
    NotTaken lost;
    lost.add(u"Icons were left out: %1."_s, NotTaken::called(u"Kafka"_s));
    lost.add(u"The text %1 was left out."_s.arg(NotTaken::quoted(u"see\n%1 below"_s)));
    for (int i = 0; i < 204; ++i)
        lost.add(u"Icons were left out: %1."_s, NotTaken::called(u"S%1"_s.arg(i)));
    const QStringList sentences = lost.sentences();
    QCOMPARE(sentences.size(), 2);
    QVERIFY2(sentences[0].startsWith(u"Icons were left out: “Kafka”, “S0”, “S1”,"_s),
             qPrintable(sentences[0]));
    QVERIFY2(sentences[0].endsWith(u"“S198” and 5 more."_s), qPrintable(sentences[0]));
    QCOMPARE(sentences[1], u"The text “see %1 below” was left out."_s);
    QCOMPARE(lost.items(), 206);
    const QStringList lines = lost.lines();
    QCOMPARE(lines.size(), 36);
    QCOMPARE(lines[0], u"Icons were left out:\n“Kafka”,\n“S0”,\n“S1”,\n“S2”,\n“S3”,\n“S4”."_s);
    QCOMPARE(lines[33], u"Icons were left out:\n“S197”,\n“S198”."_s);
    QCOMPARE(lines[34], u"Icons were left out: and 5 more."_s);
    NotTaken both;
    both.add(u"Icons were left out: %1."_s, u"“first”"_s);
    both.take(lost);
    QCOMPARE(both.items(), 207);
    QVERIFY2(both.sentences().first().endsWith(u"and 6 more."_s), qPrintable(both.sentences().first()));
    QCOMPARE(NotTaken::link(NotTaken::called(u"A"_s), {}, u"calls"_s), u"“calls” (“A” → ?)"_s);
}

/// By the title that it has on the board; before that, and of what is not there, the first line of its words.
void TestLosses::thingsAreCalledByTheirTitles() {
    const QString a = NotTaken::thing(u"a"_s, u"Ranker\n[Container: Go]"_s);
    const QString forged = NotTaken::called(u"no \ufff9a\ufffa “thing”\ufffb"_s);
    NotTaken lost;
    lost.add(u"Icons were left out: %1."_s, a);
    lost.add(u"Icons were left out: %1."_s, NotTaken::link(a, NotTaken::thing(u"b"_s, {}), u"calls"_s));
    lost.add(u"What a click on %1 calls was left out: %2."_s.arg(a, forged));
    const QString before = u"Icons were left out: “Ranker”, “calls” (“Ranker” → ?)."_s;
    QCOMPARE(lost.sentences(),
             (QStringList{before, u"What a click on “Ranker” calls was left out: “no a “thing””."_s}));
    NotTaken album;
    album.take(lost, u"1/"_s);
    album.name([](const QString& id) { return id == "1/a"_L1 ? u"Heavy ranker"_s : QString(); });
    QCOMPARE(album.sentences(),
             (QStringList{u"Icons were left out: “Heavy ranker”, “calls” (“Heavy ranker” → ?)."_s,
                          u"What a click on “Heavy ranker” calls was left out: “no a “thing””."_s}));
    const QString longName = u"Service with a rather long name number "_s.repeated(3);
    QCOMPARE(NotTaken::called(longName), u'“' + longName.trimmed() + u'”');
    QCOMPARE(NotTaken::called(longName.repeated(2)).size(), 122);
}

void TestLosses::hostileCountsAreBounded() {
    QByteArray cells;
    for (int i = 0; i < 50'000; ++i)
        cells += "<mxCell id=\"c" + QByteArray::number(i) + "\" value=\"text " + QByteArray::number(i) +
                 "\" visible=\"0\" vertex=\"1\" parent=\"1\"/>";
    const auto diagram =
        readDrawio("<mxGraphModel><root><mxCell id=\"0\"/><mxCell id=\"1\" parent=\"0\"/>" + cells +
                       "<mxCell id=\"x\" value=\"X\" vertex=\"1\" parent=\"1\"/></root></mxGraphModel>",
                   u"a.drawio"_s);
    QVERIFY(diagram);
    const QStringList sentences = diagram->notTaken.sentences();
    QCOMPARE(sentences.size(), 501);
    QCOMPARE(sentences.first(), u"“text 0” was left out: it is hidden."_s);
    QCOMPARE(sentences.last(), u"49500 more things could not be taken over."_s);
    QCOMPARE(diagram->notTaken.items(), 50'000);
}

void TestLosses::files_data() {
    QTest::addColumn<QString>("format");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("lost");
    QTest::addColumn<QString>("taken"); ///< a line of wordsOf(diagram); empty: none is asked for
    const auto row = [](const char* name, const QString& text, const QStringList& lost,
                        const QString& taken = {}) {
        QTest::newRow(name) << QString::fromLatin1(name).section(u' ', 0, 0) << text << lost << taken;
    };
    row("d2 ends", u"a -> b: calls { source-arrowhead: 1; target-arrowhead.shape: cf-many }"_s, {},
        u"\"a\" -> \"b\" \"calls (1 → 0..*)\""_s);
    row("d2 ends backwards",
        u"a <- b: { source-arrowhead: 1; target-arrowhead: { label: n; shape: diamond } }"_s,
        {u"Marks at the ends of connections were left out: “a” → “b” (diamond)."_s},
        u"\"b\" -> \"a\" \"n → 1\""_s);
    row("d2 variable", u"a: ${nope}"_s,
        {u"A variable that the file does not hold stays as it is written: “${nope}”."_s});
    row("d2 class", u"a.class: hot"_s, {u"There is no class “hot”, which “a” names."_s});
    row("d2 looks", u"g: { grid-rows: 2; a.style.shadow: true; a.style.opacity: 0.4 }"_s,
        {u"Grids were left out: “g” (grid-rows: 2)."_s,
         u"Looks that the board does not have were left out: “a” (opacity: 0.4, shadow: true)."_s});
    row("mermaid icons", u"flowchart LR\nA[fa:fa-database Redis] --> B[\"fa:fa-server S3\"]"_s,
        {u"Icons were left out, blocks show those of their kinds: “Redis”, “S3”."_s});
    row("mermaid marks", u"flowchart LR\nA[Gateway] --x|never| B\nB o--o A"_s,
        {u"Marks at the ends of connections were left out: “never” (“Gateway” → “B”) (x), “B” → “Gateway” (o o)."_s});
    row("mermaid directions",
        u"flowchart BT\nsubgraph S [Serving]\ndirection LR\nA --> B\nend\nlinkStyle default stroke:red"_s,
        {u"The drawing runs downwards here, not upwards."_s,
         u"Directions of subgraphs were left out: “Serving” (LR)."_s,
         u"The looks of all connections (linkStyle default) were left out."_s});
    row("mermaid click", u"flowchart LR\nA[Gateway] --> B\nclick A call show()\nclick Z \"https://x.org\""_s,
        {u"What a click on “Gateway” calls was left out."_s,
         u"There is no node “Z” for a click: “https://x.org” was left out."_s});
    const QString c4 = u"C4Context\nPerson(r, \"Reader\")\n%1\nRel(r, x, \"asks\")"_s;
    row("mermaid c4 element",
        c4.arg(
            uR"(Container_Ext(x, "X", "Go", "Answers", "go", "v1", $link="https://x.org", $owner="Ads"))"_s),
        {u"Icons were left out, blocks show those of their kinds: “X” (go)."_s},
        u"block \"X\" (Go, go) [External container|Answers|owner: Ads|tags: v1] <https://x.org>"_s);
    row("mermaid c4 boundary",
        c4.arg(uR"(Boundary(b, "B", "team", "blue", $link="https://b.org") { System_Ext(x, "X") })"_s), {},
        u"frame \"B|team\" [tags: blue] <https://b.org>"_s);
    row("mermaid c4 relation", c4.arg(uR"(System(x, "X")
RelIndex(7, x, r, "answers", "HTTP", "in time", "arrow", "t", "https://r.org"))"_s),
        {},
        u"\"X\" -> \"Reader\" \"answers (HTTP)\" [in time|https://r.org|index: 7|sprite: arrow|tags: t]"_s);
    row("mermaid c4 looks",
        c4.arg(
            u"System(x, \"X\")\nUpdateElementStyle(x, \"red\", $fontColor=\"blue\", $legendText=\"hot\")\n"
            "UpdateElementStyle(y, $bgColor=\"blue\")\nUpdateLayoutConfig($c4ShapeInRow=\"3\")\nLay_D(x, r)"_s),
        {u"Looks that the board does not have were left out: “X” (fontColor: blue), “y” (bgColor: blue)."_s,
         u"Settings of layout and legend were left out: UpdateLayoutConfig(c4ShapeInRow: 3), Lay_D(x, r)."_s},
        u"block \"X\" #ff0000 [Legend: hot]"_s);
    row("mermaid links in labels", uR"(flowchart LR
A["<a href='https://a.org'>A</a> <a href='https://b.org'>b</a><img src='c.png'/>"] -->|"`[see](https://e.org)`"| B
click A "https://c.org" "more"
subgraph S ["`[The serving](https://s.org 'x')`"]
B@{ label: "B", team: "Ads" }
end)"_s,
        {u"Pictures within texts were left out: “A b”."_s},
        u"block \"A b\" (A) [https://b.org|https://a.org|more] <https://c.org>"_s);
    row("mermaid links in titles",
        u"flowchart LR\nsubgraph S [\"`[The serving](https://s.org 'x')`\"]\nB@{ team: \"Ads\" }\nend"_s, {},
        u"frame \"The serving\" <https://s.org>"_s);
    row("mermaid links of links", u"flowchart LR\nA -->|\"`[see](https://e.org)`\"| B"_s, {},
        u"\"A\" -> \"B\" \"see\" [https://e.org]"_s);
    row("mermaid links of shared labels", u"flowchart LR\nA & B -->|\"`[see](https://e.org)`\"| C"_s, {},
        u"\"B\" -> \"C\" \"see\""_s);
    row("mermaid data of nodes", u"flowchart LR\nA@{ label: \"X\", team: \"Ads\", w: 5 } --> B"_s,
        {u"Looks that the board does not have were left out: w (“X”)."_s}, u"block \"X\" (A) [team: Ads]"_s);
    row("d2 links in Markdown",
        u"a: |md\n  # A [x](https://x.org) and [y](<https://y.org> 't'), ![p](p.png), <https://z.org>\n| {tooltip: |md [t](https://t.org) |; link: https://l.org; shape: square}"_s,
        {u"Pictures within texts were left out: “A x and y, p, https://z.org”."_s},
        u"block \"A x and y, p, https://z.org\" (a) [t|https://x.org|https://y.org|https://t.org] <https://l.org>"_s);
    row("d2 links of connections",
        u"a -> b: |md [x](https://x.org) | {tooltip: \"[y](https://y.org)\"}\nt: |md [T](https://t.org) | {near: top-center; tooltip: why}"_s,
        {}, u"\"a\" -> \"b\" \"x\" [y|https://x.org|https://y.org]"_s);
    const auto drawio = [](const QString& cells, const QString& attributes = {}, const QString& file = {}) {
        return uR"(<mxfile %3><diagram name="P"><mxGraphModel %2><root><mxCell id="0"/><mxCell id="1" parent="0"/>
%1</root></mxGraphModel></diagram></mxfile>)"_s.arg(cells, attributes, file);
    };
    const auto vertex = [](const QString& id, const QString& label, const QString& style = {},
                           const QString& place = u"x=\"0\" y=\"0\" width=\"120\" height=\"60\""_s,
                           const QString& parent = u"1"_s) {
        return uR"(<mxCell id="%1" value="%2" style="%3" vertex="1" parent="%5"><mxGeometry %4/></mxCell>)"_s
            .arg(id, label, style, place, parent);
    };
    const auto edge = [](const QString& id, const QString& label, const QString& style, const QString& ends) {
        return uR"(<mxCell id="%1" value="%2" style="%3" edge="1" parent="1" %4><mxGeometry relative="1"/></mxCell>)"_s
            .arg(id, label, style, ends);
    };
    const QString ab =
        vertex(u"a"_s, u"A"_s) + vertex(u"b"_s, u"B"_s, {}, u"x=\"300\" width=\"120\" height=\"60\""_s);
    row("drawio ends",
        drawio(ab + edge(u"e"_s, u"has"_s, u"startArrow=ERone;endArrow=ERzeroToMany"_s,
                         u"source=\"a\" target=\"b\""_s)),
        {}, u"\"A\" -- \"B\" \"has (1 → 0..*)\""_s);
    row("drawio marks",
        drawio(ab +
               edge(u"e"_s, u"has"_s, u"startArrow=diamond;endArrow=open"_s, u"source=\"a\" target=\"b\""_s)),
        {u"Marks at the ends of connections were left out: “has” (“A” → “B”) (diamond)."_s});
    row("drawio edges to nothing and to an edge",
        drawio(ab + edge(u"e"_s, u"first"_s, {}, u"source=\"a\" target=\"b\""_s) +
               edge(u"f"_s, u"second"_s, {}, u"source=\"a\" target=\"e\""_s) +
               edge(u"g"_s, u"third"_s, {}, u"source=\"b\""_s)),
        {u"The connector “second” (“A” → “first”) was left out: it ends at another connector."_s,
         u"The connector “third” (“B” → ?) was left out: it ends at nothing."_s});
    row("drawio numbers",
        drawio(vertex(u"a"_s, u"A"_s, {}, u"x=\"NaN\" y=\"5\" width=\"1e308\" height=\"60\""_s)),
        {u"Places or sizes that are no numbers, or too large for a board, were changed: “A”."_s},
        u"block \"A\" 8x60 at 0,5"_s);
    row("drawio links",
        drawio(
            uR"(<UserObject id="a" label="A &lt;a href=&quot;https://x.org&quot;&gt;x&lt;/a&gt;" link="https://a.org">
<mxCell style="html=1" vertex="1" parent="1"><mxGeometry width="120" height="60"/></mxCell></UserObject>)"_s),
        {}, u"block \"A x\" 120x60 at 0,0 [https://x.org] <https://a.org>"_s);
    row("drawio circles",
        drawio(vertex(u"a"_s, u"A"_s, {}, u"width=\"120\" height=\"60\""_s, u"b"_s) +
               vertex(u"b"_s, u"B"_s, {}, u"width=\"120\" height=\"60\""_s, u"a"_s)),
        {u"Shapes that lie inside themselves were put on their page: “B”."_s});
    row("drawio background", drawio(vertex(u"a"_s, u"A"_s), u"background=\"#ffcc00\""_s),
        {u"Backgrounds of pages were left out: “P” (#ffcc00)."_s});
    row("drawio variables",
        drawio(
            uR"(<object id="a" label="Owner %team%" placeholders="1" tags="prod blue"><mxCell vertex="1" parent="1">
<mxGeometry width="120" height="60"/></mxCell></object>)"_s,
            {}, u"vars='{\"team\":\"Ranking\"}'"_s),
        {}, u"block \"Owner Ranking\" 120x60 at 0,0 [tags: prod blue]"_s);
    row("drawio data of connectors",
        drawio(ab +
               uR"(<object id="e" label="calls" sla="5 ms"><mxCell edge="1" parent="1" source="a" target="b">
<mxGeometry relative="1"/></mxCell></object>)"_s),
        {}, u"\"A\" -> \"B\" \"calls\" [sla: 5 ms]"_s);
    const auto scene = [](const QString& elements, const QString& more = {}) {
        return uR"({"type":"excalidraw","version":2,"elements":[%1]%2})"_s.arg(elements, more);
    };
    row("excalidraw damaged",
        scene(uR"(1,"a",null,[],{"type":5},{"type":"rectangle","x":"a","label":{"text":"A"}})"_s),
        {u"Damaged elements were left out: elements[0], elements[1], elements[2], elements[3], elements[4]."_s,
         u"Places or sizes that are no numbers, or too large for a board, were changed: “A”."_s});
    row("excalidraw unknown",
        scene(
            uR"({"type":"hologram","x":3,"y":4},{"type":"rectangle","width":120,"height":60,"label":{"text":"A"}})"_s,
            uR"(,"appState":{"viewBackgroundColor":"#ffec99"})"_s),
        {u"The background of the drawing was left out: #ffec99."_s,
         u"The element “hologram” on “A” was left out, its sort is not known: “hologram”"_s});
    row("excalidraw marks",
        scene(uR"({"type":"rectangle","id":"a","width":120,"height":60,"label":{"text":"A"}},
{"type":"rectangle","id":"b","x":300,"width":120,"height":60,"label":{"text":"B"}},
{"type":"arrow","x":120,"points":[[0,30],[180,30]],"link":"https://x.org","endArrowhead":"dot",
"startBinding":{"elementId":"a"},"endBinding":{"elementId":"b"}},
{"type":"iframe","x":0,"y":200,"width":100,"height":100})"_s),
        {u"Marks at the ends of lines were left out: “A” → “B” (dot)."_s,
         u"Pages that are shown within boxes were left out: a web page below “A”."_s},
        u"\"A\" -> \"B\" [https://x.org]"_s);
    row("excalidraw data",
        scene(
            uR"({"type":"rectangle","id":"a","width":120,"height":60,"link":"https://a.org","customData":{"owner":"Ads"}},
{"type":"text","x":9,"y":9,"width":50,"height":25,"text":"A","containerId":"a","link":"https://t.org"},
{"type":"iframe","x":0,"y":200,"width":100,"height":100,"customData":{"generationData":{"html":"<p>\nHi</p>"}}})"_s),
        {u"Data that other programs keep with elements (customData) were left out: “A” {\"owner\":\"Ads\"}."_s,
         u"The page that is shown within a web page below “A” was left out: “<p> Hi</p>”"_s,
         u"Pages that are shown within boxes were left out: a web page below “A”."_s},
        u"block \"A\" 120x60 at 0,0 [https://t.org] <https://a.org>"_s);
    row("excalidraw lines without a place",
        scene(uR"({"type":"rectangle","id":"a","width":120,"height":60,"label":{"text":"A"}},
{"type":"arrow","label":{"text":"calls"},"points":[],"startBinding":{"elementId":"a"}})"_s),
        {u"The line “calls” (“A” → ?) was left out: it joins nothing, and where it was drawn is not said."_s});
}

void TestLosses::files() {
    QFETCH(QString, format);
    QFETCH(QString, text);
    QFETCH(QStringList, lost);
    QFETCH(QString, taken);
    const QString name = u"a."_s + format;
    const Result<Diagram> diagram = format == "d2"_L1        ? readD2(text, name)
                                    : format == "mermaid"_L1 ? readMermaid(text, name)
                                    : format == "drawio"_L1  ? readDrawio(text.toUtf8(), name)
                                                             : readExcalidraw(text.toUtf8(), name);
    QVERIFY2(diagram, diagram ? "" : qPrintable(diagram.error().sentence));
    QCOMPARE(diagram->notTaken.sentences(), lost);
    const QStringList words = wordsOf(*diagram);
    QVERIFY2(taken.isEmpty() || words.contains(taken), qPrintable(words.join(u'\n')));
}

void TestLosses::placesAndSizesOfD2() {
    const auto diagram = readD2(uR"(kafka: { width: 300; height: 200; left: 400; top: 20 }
box: { left: 100; top: 300; width: 500; height: 300
  inner: { left: 10; top: 40 } }
wide.width: 400
)"_s,
                                u"a.d2"_s);
    QVERIFY(diagram);
    QCOMPARE(diagram->notTaken.sentences(), QStringList());
    QStringList words = wordsOf(*diagram).filter(u" at "_s);
    QCOMPARE(words.size(), 3);
    QVERIFY2(words[0].contains(u"300x200 at 400,20"_s), qPrintable(words[0]));
    QVERIFY2(words[1].contains(u"500x300 at 100,300"_s), qPrintable(words[1]));
    QVERIFY2(words[2].contains(u"176x64 at 110,340"_s), qPrintable(words[2]));
    QCOMPARE(diagram->nodes[2].size, (Size{400 * kUnitsPerPoint, 64 * kUnitsPerPoint}));
}

/// Connections of columns are connections of their tables, whatever comes first.
void TestLosses::tablesOfD2() {
    const auto diagram = readD2(uR"(users.team_id -> teams.id: in
users: { shape: sql_table
  id: int { constraint: primary_key }
  team_id: int { constraint: [foreign_key; unique] } }
teams: { class: table; id: int { constraint: primary_key }; name }
classes.table.shape: sql_table
)"_s,
                                u"a.d2"_s);
    QVERIFY(diagram);
    QCOMPARE(diagram->nodes.size(), 2);
    QCOMPARE(diagram->nodes[0].type, Diagram::NodeType::Block);
    QCOMPARE(diagram->nodes[0].description, u"team_id: int (foreign key, unique)\nid: int (primary key)"_s);
    QCOMPARE(diagram->nodes[1].description, u"id: int (primary key)\nname"_s);
    QCOMPARE(wordsOf(*diagram).last(), u"\"users\" -> \"teams\" \"in (team_id → id)\""_s);
}

void TestLosses::whatIsNamedAgainIsThereAgain() {
    const auto diagram = readD2(u"a -> x: old\nx: null\nx -> y: new"_s, u"a.d2"_s);
    QVERIFY(diagram);
    QCOMPARE(diagram->nodes.size(), 3);
    QCOMPARE(diagram->edges.size(), 1);
    QCOMPARE(wordsOf(*diagram).last(), u"\"x\" -> \"y\" \"new\""_s);
}

void TestLosses::hiddenPartsOfMermaid() {
    const auto diagram = readMermaid(uR"(flowchart LR
A --> B
A -.-> C
A --> D
B --> D
linkStyle 0 opacity:0
linkStyle 1 stroke:none
D:::gone
classDef gone display:none
)"_s,
                                     u"a.mmd"_s);
    QVERIFY(diagram);
    QCOMPARE(diagram->edges.size(), 0);
    QCOMPARE(diagram->nodes.size(), 3);
    QCOMPARE(
        diagram->notTaken.sentences(),
        (QStringList{
            u"Links that linkStyle hides, which only place nodes, were left out: “A” → “B”, “A” → “C”."_s,
            u"“D” was left out: it is hidden."_s,
            u"Connections with hidden nodes were left out: “A” → “D”, “B” → “D”."_s}));
}

/// A rectangle that was drawn as a line is one; of others the fill is lost.
void TestLosses::closedLinesOfExcalidraw() {
    const auto diagram = readExcalidraw(R"({"type":"excalidraw","elements":[
{"type":"line","id":"r","x":10,"y":20,"width":100,"height":50,"backgroundColor":"#ffc9c9",
 "points":[[0,0],[100,0],[100,50],[0,50],[0,0]]},
{"type":"line","id":"t","x":300,"y":20,"width":100,"height":50,"backgroundColor":"#ffc9c9",
 "points":[[0,0],[100,0],[50,50],[0,0]]}]})",
                                        u"a.excalidraw"_s);
    QVERIFY(diagram);
    QVERIFY2(wordsOf(*diagram).contains(u"rectangle 100x50 at 10,20 #ffc9c9"_s),
             qPrintable(wordsOf(*diagram).join(u'\n')));
    QVERIFY(diagram->nodes[0].filled);
    QCOMPARE(diagram->notTaken.sentences(),
             QStringList{u"Fills of closed lines were left out: a line at 300, 20."_s});
}

/// Outlines of their own have no name to show, braces stay the lines that they are.
void TestLosses::figuresThatMeanNothing() {
    const auto diagram = readDrawio(R"xml(<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>
<mxCell id="s" style="shape=stencil(rVPLbsIwEPwaH0FOjEo5lrQ9==);fillColor=#f00;" vertex="1" parent="1">
<mxGeometry x="0" y="0" width="60" height="60"/></mxCell>
<mxCell id="t" value="Ours" style="shape=stencil(rVPLbsIwEPwaH0FOjEo5lrQ9==)" vertex="1" parent="1">
<mxGeometry x="200" y="0" width="60" height="60"/></mxCell>
<mxCell id="c" style="shape=curlyBracket;html=1;rounded=1;flipH=1" vertex="1" parent="1">
<mxGeometry x="400" y="60" width="20" height="120"/></mxCell>
<mxCell id="a" style="shape=singleArrow;direction=south" vertex="1" parent="1">
<mxGeometry x="500" y="60" width="40" height="100"/></mxCell>
</root></mxGraphModel>)xml",
                                    u"a.drawio"_s);
    QVERIFY(diagram);
    QCOMPARE(wordsOf(*diagram),
             (QStringList{u"rectangle 60x60 at 0,0 #ff0000"_s, u"block \"Ours\" 60x60 at 200,0"_s,
                          u"stroke 400,60 410,67.25 410,112.75 420,120 410,127.25 410,172.75 400,180"_s,
                          u"stroke 520,60 520,160"_s}));
    QVERIFY(diagram->nodes[3].tool == StrokeTool::Arrow);
    QVERIFY2(diagram->notTaken.sentences().contains(
                 u"Figures that the board does not have became plain rectangles: a shape without a text "
                 "left of “Ours”."_s),
             qPrintable(diagram->notTaken.sentences().join(u'\n')));
}

/// The lanes of a lying pool begin at its top, where its title stands here.
void TestLosses::titlesOfPools() {
    const auto diagram = readDrawio(R"xml(<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>
<mxCell id="p" value="Pool" style="swimlane;horizontal=0;startSize=20" vertex="1" parent="1">
<mxGeometry x="40" y="340" width="500" height="240"/></mxCell>
<mxCell id="l" value="Lane 1" style="swimlane;horizontal=0;startSize=20" vertex="1" parent="p">
<mxGeometry x="20" width="480" height="120"/></mxCell>
<mxCell id="m" value="Lane 2" style="swimlane;horizontal=0;startSize=20" vertex="1" parent="p">
<mxGeometry x="20" y="120" width="480" height="120"/></mxCell>
</root></mxGraphModel>)xml",
                                    u"a.drawio"_s);
    QVERIFY(diagram);
    QCOMPARE(wordsOf(*diagram), (QStringList{u"frame \"Pool\" 500x276 at 40,304"_s,
                                             u"frame \"Lane 1\" in \"Pool\" 480x120 at 60,340"_s,
                                             u"frame \"Lane 2\" in \"Pool\" 480x120 at 60,460"_s}));
}

/// Nobody knows the ids that a program has made: what has no words is named by what stands beside it.
void TestLosses::namesOfWhatHasNoWords() {
    const auto diagram = readDrawio(R"xml(<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>
<mxCell id="Qx-1" value="Kafka" style="rounded=1" vertex="1" parent="1">
<mxGeometry x="100" y="100" width="120" height="60" as="geometry"/></mxCell>
<mxCell id="Qx-2" style="shape=image;image=https://x.org/a/Blue_Whale.svg;rotation=20" vertex="1" parent="1">
<mxGeometry x="20" y="110" width="40" height="40" as="geometry"/></mxCell>
<mxCell id="Qx-3" style="shape=image;rotation=20;image=data:image/svg+xml,PHN2Zy8+" vertex="1" parent="1">
<mxGeometry x="140" y="200" width="40" height="40" as="geometry"/></mxCell>
<mxCell id="Qx-4" value="Serving" style="swimlane" vertex="1" parent="1">
<mxGeometry x="1000" y="100" width="400" height="400" as="geometry"/></mxCell>
<mxCell id="Qx-5" style="opacity=50" vertex="1" parent="Qx-4">
<mxGeometry x="200" y="200" width="40" height="40" as="geometry"/></mxCell>
<mxCell id="Qx-6" value="Ranker" vertex="1" parent="Qx-4">
<mxGeometry x="100" y="200" width="80" height="40" as="geometry"/></mxCell>
</root></mxGraphModel>)xml",
                                    u"a.drawio"_s);
    QVERIFY(diagram);
    QCOMPARE(
        diagram->notTaken.sentences(),
        (QStringList{
            u"Turned or mirrored shapes stand upright: “Blue Whale” left of “Kafka”, a picture below “Kafka”."_s,
            u"The picture of “Blue Whale” left of “Kafka” was left out, it lies outside of the file: “https://x.org/a/Blue_Whale.svg”"_s,
            u"Shapes that are translucent no more: a shape without a text right of “Ranker”."_s}));
    const auto scene = readExcalidraw(R"({"type":"excalidraw","elements":[
{"type":"rectangle","id":"r","x":0,"y":0,"width":120,"height":60,"label":{"text":"Gateway"}},
{"type":"image","id":"i","x":10,"y":-80,"width":40,"height":40,"fileId":"0a1b2c","status":"saved"}]})",
                                      u"a.excalidraw"_s);
    QVERIFY(scene);
    QCOMPARE(scene->notTaken.sentences(),
             QStringList{u"Pictures whose files are missing were left out: a picture above “Gateway”."_s});
}

/// No word of a label is lost on the way, and what it means neither.
void TestLosses::textsOfHtml() {
    const QString label =
        uR"(<b>Pipeline</b><div><br></div><ul><li>joins&nbsp;clicks<br></li><li>5 &lt; 6 &amp; &#8805; 4</li></ul>
<ol><li>first</li><li>second<ol><li>inner</li></ol></li></ol><table><tbody><tr><td>p99</td><td>120 ms</td></tr>
<tr><th>QPS</th><td>10<sup>6</sup>, 2<sup>nd</sup>, H<sub>2</sub>O</td></tr></tbody></table>
<img src="https://x.org/a.png">tail<p style="margin:0"><a href="https://x.org/1">one</a> <a href="https://x.org/2">two</a></p>)"_s;
    const auto diagram = readDrawio(
        uR"(<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/><mxCell id="a" value="%1" style="html=1"
vertex="1" parent="1"><mxGeometry width="120" height="60" as="geometry"/></mxCell></root></mxGraphModel>)"_s
            .arg(label.toHtmlEscaped().replace(u'\n', "&#10;"_L1))
            .toUtf8(),
        u"a.drawio"_s);
    QVERIFY(diagram);
    QCOMPARE(
        diagram->nodes.value(0).label.split(u'\n'),
        (QStringList{u"Pipeline"_s, u"• joins clicks"_s, u"• 5 < 6 & ≥ 4"_s, u"1. first"_s, u"2. second"_s,
                     u"1. inner"_s, u"p99 120 ms"_s, u"QPS 10⁶, 2nd, H₂O"_s, u"tail"_s, u"one two"_s}));
    QCOMPARE(diagram->nodes.value(0).link, u"https://x.org/1"_s);
    QCOMPARE(diagram->nodes.value(0).description, u"https://x.org/2"_s);
    QCOMPARE(
        diagram->notTaken.sentences(),
        QStringList{u"Pictures within texts were left out: “Pipeline”."_s});
}

void TestLosses::textsBelowRules_data() {
    QTest::addColumn<QString>("title");
    QTest::addColumn<qsizetype>("lines");
    QTest::newRow("web_search<hr/><small><em>__interrupt = before</em></small>")
        << u"web_search"_s << qsizetype(1);
    QTest::newRow("<hr>Order<hr><br>+ id: int<hr>+ pay()") << u"Order"_s << qsizetype(1);
    QTest::newRow("<b>Order</b><br>service<hr>H<sub>2<hr></sub>") << u"Order\nservice"_s << qsizetype(2);
    QTest::newRow("H<sub>2</sub>O<hr>tank") << u"H₂O"_s << qsizetype(1);
    QTest::newRow("a<br>b") << u"a\nb"_s << qsizetype(0);
    QTest::newRow("<hr>a") << u"a"_s << qsizetype(0);
}

/// What stands below a rule is not what a thing is called, in either format.
void TestLosses::textsBelowRules() {
    QFETCH(QString, title);
    const QString label = QString::fromLatin1(QTest::currentDataTag());
    const auto flowchart =
        readMermaid(u"graph TD\nA(\"%1\") --> B\nclick A \"https://x.org\""_s.arg(label), u"a"_s);
    const auto cells = readDrawio(
        uR"(<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/><mxCell id="a" value="%1" style="html=1"
vertex="1" parent="1"><mxGeometry width="120" height="60" as="geometry"/></mxCell></root></mxGraphModel>)"_s
            .arg(label.toHtmlEscaped())
            .toUtf8(),
        u"a.drawio"_s);
    for (const auto* diagram : {&flowchart, &cells}) {
        QVERIFY(*diagram);
        QCOMPARE((*diagram)->nodes.value(0).title(), title);
        QTEST((*diagram)->nodes.value(0).titleLines, "lines");
    }
}

} // namespace groundplan

QTEST_GUILESS_MAIN(groundplan::TestLosses)
#include "test_losses.moc"
