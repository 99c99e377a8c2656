#include "model/exchange/drawio_reader.h"
#include "model/exchange/exchange_limits.h"
#include "model/exchange/inflate.h"
#include "tests/model/exchange/diagram_words.h"

#include <QLocale>
#include <QTest>

#include <ctime>

using namespace Qt::StringLiterals;

namespace groundplan {

/// What draw.io's cells mean, one thing at a time, and what becomes of damaged and hostile files.
class TestDrawioReader : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }
    void arrows_data();
    void arrows();
    void outlines_data();
    void outlines();
    void icons_data();
    void icons();
    void picturesOfBlocks();
    void labels_data();
    void labels();
    void groupsOfGroups();
    void groupsOfAnIcon();
    void partsOfTheParentsSize();
    void edgesOfHiddenThings();
    void sameIds();
    void linesOfPages();
    void cellsWithinThemselves();
    void encodings();
    void brokenBase64();
    void wrongNumbers();
    void refusals_data();
    void refusals();
    void bombs();
    void hostileCounts();
    void cancelling();

private:
    /// Of the processor's time: others may be at work.
    static double secondsSince(std::clock_t begin) { return double(std::clock() - begin) / CLOCKS_PER_SEC; }
    static QByteArray file(const QByteArray& cells) {
        return "<mxfile><diagram name=\"Page-1\"><mxGraphModel><root><mxCell id=\"0\"/><mxCell id=\"1\" parent=\"0\"/>" +
               cells + "</root></mxGraphModel></diagram></mxfile>";
    }
    static QByteArray vertex(const QByteArray& id, const QByteArray& label,
                             const QByteArray& style = "html=1",
                             const QByteArray& place = "x=\"0\" y=\"0\" width=\"80\" height=\"40\"",
                             const QByteArray& parent = "1") {
        return "<mxCell id=\"" + id + "\" value=\"" + label + "\" style=\"" + style +
               "\" vertex=\"1\" parent=\"" + parent + "\"><mxGeometry " + place +
               " as=\"geometry\"/></mxCell>";
    }
    static QByteArray edge(const QByteArray& source, const QByteArray& target, const QByteArray& style = "") {
        return "<mxCell id=\"" + source + target + "\" style=\"" + style +
               "\" edge=\"1\" parent=\"1\" source=\"" + source + "\" target=\"" + target +
               "\"><mxGeometry relative=\"1\" as=\"geometry\"/></mxCell>";
    }
    static Diagram read(const QByteArray& bytes) {
        const Result<Diagram> diagram = readDrawio(bytes, u"test.drawio"_s);
        if (!diagram) {
            QTest::qFail(qPrintable(diagram.error().sentence), __FILE__, __LINE__);
            return {};
        }
        return *diagram;
    }
};

void TestDrawioReader::arrows_data() {
    QTest::addColumn<QByteArray>("style");
    QTest::addColumn<QString>("words");
    QTest::newRow("as it comes") << QByteArray() << u"\"A\" -> \"B\""_s;
    QTest::newRow("no head") << QByteArray("endArrow=none") << u"\"A\" -- \"B\""_s;
    QTest::newRow("back") << QByteArray("startArrow=block;endArrow=none") << u"\"B\" -> \"A\""_s;
    QTest::newRow("both") << QByteArray("startArrow=open;endArrow=open") << u"\"A\" <-> \"B\""_s;
    QTest::newRow("database") << QByteArray("startArrow=ERone;endArrow=ERmany")
                              << u"\"A\" -- \"B\" \"1 → *\""_s;
    QTest::newRow("database at one end")
        << QByteArray("startArrow=ERzeroToMany;endArrow=none") << u"\"B\" -> \"A\" \"→ 0..*\""_s;
    QTest::newRow("part of") << QByteArray("startArrow=diamondThin;endArrow=none") << u"\"B\" -> \"A\""_s;
    QTest::newRow("part with head") << QByteArray("startArrow=diamond;endArrow=open") << u"\"A\" -> \"B\""_s;
    QTest::newRow("dashed") << QByteArray("dashed=1") << u"\"A\" -> \"B\" dashed"_s;
    QTest::newRow("dotted") << QByteArray("dashed=1;dashPattern=1 4") << u"\"A\" -> \"B\" dotted"_s;
    QTest::newRow("thick") << QByteArray("strokeWidth=5") << u"\"A\" -> \"B\" thick"_s;
}

void TestDrawioReader::arrows() {
    QFETCH(QByteArray, style);
    QFETCH(QString, words);
    const Diagram diagram =
        read(file(vertex("a", "A") + vertex("b", "B", "", "x=\"200\" width=\"80\" height=\"40\"") +
                  edge("a", "b", style)));
    QCOMPARE(wordsOf(diagram).last(), words);
}

void TestDrawioReader::outlines_data() {
    QTest::addColumn<QByteArray>("style");
    QTest::addColumn<QString>("shape");
    QTest::newRow("rhombus") << QByteArray("rhombus;html=1") << u"diamond"_s;
    QTest::newRow("cylinder") << QByteArray("shape=cylinder3;html=1") << u"cylinder"_s;
    QTest::newRow("flow chart") << QByteArray("shape=mxgraph.flowchart.decision") << u"diamond"_s;
    QTest::newRow("database") << QByteArray("shape=mxgraph.flowchart.database") << u"cylinder"_s;
    QTest::newRow("hexagon") << QByteArray("shape=hexagon;perimeter=hexagonPerimeter2") << u"hexagon"_s;
    QTest::newRow("cube") << QByteArray("shape=cube") << u"box3d"_s;
    QTest::newRow("component") << QByteArray("shape=module") << u"component"_s;
    QTest::newRow("box") << QByteArray("rounded=1") << QString();
}

void TestDrawioReader::outlines() {
    QFETCH(QByteArray, style);
    QFETCH(QString, shape);
    QCOMPARE(read(file(vertex("a", "A", style))).nodes.value(0).shape, shape);
}

void TestDrawioReader::icons_data() {
    QTest::addColumn<QByteArray>("style");
    QTest::addColumn<QStringList>("hints");
    QTest::newRow("AWS resource")
        << QByteArray("shape=mxgraph.aws4.resourceIcon;resIcon=mxgraph.aws4.sagemaker_model")
        << QStringList{u"sagemaker model"_s};
    QTest::newRow("AWS shape") << QByteArray("shape=mxgraph.aws4.lambda_function")
                               << QStringList{u"lambda function"_s};
    QTest::newRow("Google") << QByteArray("shape=mxgraph.gcp2.hexIcon;prIcon=bigquery")
                            << QStringList{u"bigquery"_s};
    QTest::newRow("Azure")
        << QByteArray("image;aspect=fixed;image=img/lib/azure2/ai_machine_learning/Machine_Learning.svg")
        << QStringList{u"Machine Learning"_s};
    QTest::newRow("clip art") << QByteArray("image;image=img/lib/clip_art/computers/Server_128x128.png")
                              << QStringList{u"Server"_s};
    QTest::newRow("web") << QByteArray("shape=image;image=https://example.org/icons/kafka.svg?v=2")
                         << QStringList{u"kafka"_s};
    QTest::newRow("actor") << QByteArray("shape=umlActor") << QStringList{u"Actor"_s};
    QTest::newRow("box") << QByteArray("rounded=1;whiteSpace=wrap") << QStringList();
}

void TestDrawioReader::icons() {
    QFETCH(QByteArray, style);
    QFETCH(QStringList, hints);
    QCOMPARE(read(file(vertex("a", "A", style))).nodes.value(0).hints, hints);
}

/// A picture that somebody has labelled or linked is a block; alone it is a picture.
void TestDrawioReader::picturesOfBlocks() {
    const QByteArray style = "shape=image;image=data:image/png,iVBORw0KGgo=";
    const Diagram alone = read(file(vertex("a", "", style)));
    QCOMPARE(alone.nodes.value(0).type, Diagram::NodeType::Image);
    QCOMPARE(alone.nodes.value(0).picture, QByteArray("\x89PNG\r\n\x1a\n"));
    const Diagram named = read(file(vertex("a", "Kafka", style)));
    QCOMPARE(named.nodes.value(0).type, Diagram::NodeType::Block);
    QVERIFY(!named.nodes.value(0).picture.isEmpty()); // who makes the block says that it has no place there
    QCOMPARE(named.notTaken.items(), 0);
    const Diagram byHand =
        read(file(vertex("a", "", "shape=image;image=data:image/png;base64,iVBORw0KGgo=")));
    QCOMPARE(byHand.nodes.value(0).picture, QByteArray("\x89PNG\r\n\x1a\n"));
    // A logo with an arrow on it is called by the text that stands below or beside it.
    const QByteArray logos = vertex("a", "", style, "x=\"0\" y=\"0\" width=\"60\" height=\"60\"") +
                             vertex("b", "", style, "x=\"400\" y=\"0\" width=\"60\" height=\"60\"");
    const QByteArray captions =
        vertex("c", "Spark", "text;align=center", "x=\"-10\" y=\"62\" width=\"80\" height=\"20\"") +
        vertex("d", "Kafka", "text;align=left;whiteSpace=wrap",
               "x=\"468\" y=\"10\" width=\"140\" height=\"40\"");
    QCOMPARE(wordsOf(read(file(logos + captions + edge("a", "b")))),
             (QStringList{u"block \"Spark\" 60x60 at 0,0"_s, u"block \"Kafka\" 60x60 at 400,0"_s,
                          u"\"Spark\" -> \"Kafka\""_s}));
    QCOMPARE(read(file(logos + edge("a", "b"))).nodes.value(0).type, Diagram::NodeType::Block);
    QCOMPARE(read(file(logos + captions)).nodes.value(0).type, Diagram::NodeType::Image);
}

void TestDrawioReader::labels_data() {
    QTest::addColumn<QByteArray>("label");
    QTest::addColumn<QByteArray>("style");
    QTest::addColumn<QString>("text");
    QTest::newRow("HTML")
        << QByteArray(
               "&lt;div&gt;Model&amp;nbsp;server&lt;/div&gt;&lt;div&gt;&lt;br&gt;&lt;/div&gt;&lt;i&gt;Triton&lt;/i&gt;")
        << QByteArray("html=1") << u"Model server\nTriton"_s;
    QTest::newRow("list")
        << QByteArray("&lt;ul&gt;&lt;li&gt;a&lt;/li&gt;&lt;li&gt;b &amp;lt; c&lt;/li&gt;&lt;/ul&gt;")
        << QByteArray("html=1") << u"• a\n• b < c"_s;
    QTest::newRow("table")
        << QByteArray(
               "&lt;table&gt;&lt;tr&gt;&lt;td&gt;a&lt;/td&gt;&lt;td&gt;1&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;b&lt;/td&gt;&lt;/tr&gt;&lt;/table&gt;")
        << QByteArray("html=1") << u"a 1\nb"_s;
    QTest::newRow("comparison") << QByteArray("p99 &lt; 100 ms") << QByteArray("html=1") << u"p99 < 100 ms"_s;
    QTest::newRow("plain") << QByteArray("&lt;b&gt;&#xa;second") << QByteArray("html=0") << u"<b>\nsecond"_s;
    QTest::newRow("scripts") << QByteArray("a&lt;script&gt;alert(1)&lt;/script&gt;&lt;!-- x --&gt;b")
                             << QByteArray("html=1") << u"ab"_s;
    QTest::newRow("unclosed") << QByteArray("a&lt;b") << QByteArray("html=1") << u"a"_s;
}

void TestDrawioReader::labels() {
    QFETCH(QByteArray, label);
    QFETCH(QByteArray, style);
    QFETCH(QString, text);
    QCOMPARE(read(file(vertex("a", label, style))).nodes.value(0).label, text);
}

void TestDrawioReader::groupsOfGroups() {
    const QByteArray size = " width=\"80\" height=\"40\"";
    const Diagram diagram = read(file(vertex("g", "", "group", "x=\"100\" y=\"10\"" + size) +
                                      vertex("h", "", "group", "x=\"20\" y=\"5\"" + size, "g") +
                                      vertex("a", "A", "", "x=\"1\" y=\"2\"" + size, "h") +
                                      vertex("b", "B", "", "x=\"300\" y=\"2\"" + size, "g")));
    QCOMPARE(wordsOf(diagram), QStringList({u"block \"A\" 80x40 at 121,17 group g"_s,
                                            u"block \"B\" 80x40 at 400,12 group g"_s}));
}

/// Who links a group of an icon and its text means the icon; other groups that are linked are frames.
void TestDrawioReader::groupsOfAnIcon() {
    const QByteArray size = "width=\"100\" height=\"110\"";
    const QByteArray icon = "shape=mxgraph.aws4.resourceIcon;resIcon=mxgraph.aws4.";
    const auto group = [&](const QByteArray& id, const QByteArray& x) {
        return vertex(id, "", "group", "x=\"" + x + "\" y=\"0\" " + size);
    };
    const auto iconIn = [&](const QByteArray& parent, const QByteArray& name, const QByteArray& label = {}) {
        return vertex(parent + "i", label, icon + name, "x=\"11\" y=\"0\" width=\"78\" height=\"78\"",
                      parent);
    };
    const auto textIn = [&](const QByteArray& parent, const QByteArray& text) {
        return vertex(parent + "t", text, "text;html=1;align=center",
                      "x=\"0\" y=\"80\" width=\"100\" height=\"30\"", parent);
    };
    const Diagram diagram =
        read(file(edge("k", "l") + edge("lt", "s") + group("k", "0") + iconIn("k", "kinesis") +
                  textIn("k", "Clicks") + group("l", "300") + textIn("l", "Builder") + iconIn("l", "lambda") +
                  group("s", "600") + iconIn("s", "sagemaker", "Ranker")));
    QCOMPARE(wordsOf(diagram), (QStringList{u"block \"Clicks\" 78x78 at 11,0 (kinesis)"_s,
                                            u"block \"Builder\" 78x78 at 311,0 (lambda)"_s,
                                            u"block \"Ranker\" 78x78 at 611,0 (sagemaker)"_s,
                                            u"\"Clicks\" -> \"Builder\""_s, u"\"Builder\" -> \"Ranker\""_s}));
    // A group of more is a thing of its own.
    for (const QByteArray& more : {vertex("b", "B", "", "x=\"0\" y=\"0\" width=\"9\" height=\"9\"", "k"),
                                   vertex("kj", "", icon + "s3", "width=\"78\" height=\"78\"", "k"),
                                   vertex("ki2", "", icon + "s3", "width=\"9\" height=\"9\"", "ki")}) {
        const Diagram several =
            read(file(edge("k", "l") + group("k", "0") + iconIn("k", "kinesis") + textIn("k", "Clicks") +
                      more + vertex("l", "L", "", "x=\"300\" width=\"80\" height=\"40\"")));
        QCOMPARE(several.nodes.first().rect, (Rect{0, 0, 100 * kUnitsPerPoint, 110 * kUnitsPerPoint}));
    }
}

/// Ports and badges lie at a part of the size of what they are on.
void TestDrawioReader::partsOfTheParentsSize() {
    const Diagram diagram = read(file(
        vertex("f", "F", "swimlane", "x=\"100\" y=\"100\" width=\"200\" height=\"100\"") +
        "<mxCell id=\"p\" value=\"P\" vertex=\"1\" parent=\"f\"><mxGeometry x=\"0.5\" y=\"1\" width=\"20\" height=\"20\" "
        "relative=\"1\" as=\"geometry\"><mxPoint x=\"-10\" y=\"5\" as=\"offset\"/></mxGeometry></mxCell>"));
    QCOMPARE(wordsOf(diagram).last(), u"block \"P\" in \"F\" 20x20 at 190,205"_s);
}

void TestDrawioReader::edgesOfHiddenThings() {
    const Diagram diagram =
        read(file("<mxCell id=\"L\" value=\"Notes\" visible=\"0\" parent=\"0\"/>" + vertex("a", "A") +
                  vertex("b", "B", "", "x=\"0\" width=\"80\" height=\"40\"", "L") + edge("a", "b")));
    QCOMPARE(wordsOf(diagram), QStringList{u"block \"A\" 80x40 at 0,0"_s});
    QCOMPARE(diagram.notTaken.sentences(),
             QStringList({u"The hidden layer “Notes” was left out."_s,
                          u"“B” was left out: it lies on the hidden layer “Notes”."_s,
                          u"The connector “A” → “B” was left out: it ends at something hidden."_s}));
}

void TestDrawioReader::sameIds() {
    const Diagram diagram =
        read(file(vertex("a", "A") + vertex("a", "B", "", "x=\"200\" width=\"80\" height=\"40\"") +
                  vertex("", "C", "", "x=\"400\" width=\"80\" height=\"40\"")));
    QSet<QString> ids;
    for (const Diagram::Node& node : diagram.nodes)
        ids << node.id;
    QCOMPARE(ids.size(), 3);
    QVERIFY(!ids.contains(QString()));
}

/// Every page keeps its loose lines, in its frame.
void TestDrawioReader::linesOfPages() {
    const QByteArray page =
        R"(<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>
<mxCell id="a" style="endArrow=none" value="hint" edge="1" parent="1"><mxGeometry relative="1" as="geometry">
<mxPoint x="0" y="0" as="sourcePoint"/><mxPoint x="90" y="0" as="targetPoint"/></mxGeometry></mxCell>
</root></mxGraphModel></diagram>)";
    const auto diagram =
        readDrawio("<mxfile><diagram name=\"One\">" + page + "<diagram name=\"Two\">" + page + "</mxfile>",
                   u"a.drawio"_s);
    QVERIFY(diagram);
    QSet<QString> ids;
    for (const Diagram::Node& node : diagram->nodes)
        ids.insert(node.id);
    QCOMPARE(ids.size(), diagram->nodes.size());
    QStringList words = wordsOf(*diagram);
    QCOMPARE(words.filter(u"stroke in \"One\""_s).size(), 1);
    QCOMPARE(words.filter(u"stroke in \"Two\""_s).size(), 1);
    QCOMPARE(words.filter(u"text \"hint\" in \"Two\""_s).size(), 1);
}

void TestDrawioReader::cellsWithinThemselves() {
    const QByteArray place = "x=\"10\" width=\"80\" height=\"40\"";
    const Diagram diagram =
        read(file(vertex("a", "A", "", place, "b") + vertex("b", "B", "", place, "a") +
                  vertex("c", "C", "", place, "c") + vertex("d", "D", "", place, "nobody")));
    QCOMPARE(diagram.nodes.size(), 4);
}

void TestDrawioReader::encodings() {
    const QString text = QString::fromUtf8(file(vertex("a", "Отметки 标签")));
    QByteArray utf16("\xff\xfe", 2);
    utf16.append(reinterpret_cast<const char*>(text.utf16()), text.size() * 2);
    const QByteArray declared = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + text.toUtf8();
    for (const QByteArray& bytes :
         {text.toUtf8(), "\xef\xbb\xbf" + text.toUtf8(), utf16, utf16.mid(2), declared})
        QCOMPARE(read(bytes).nodes.value(0).label, u"Отметки 标签"_s);
    QCOMPARE(read("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>" + file(vertex("a", "Stra\xdf\x65")))
                 .nodes.value(0)
                 .label,
             u"Straße"_s);
    // What says that it is UTF-8 and is not.
    QVERIFY(!readDrawio(file(vertex("a", "Stra\xdf\x65")), u"test.drawio"_s));
}

/// Compressed pages in lines, as programs write them that format XML.
void TestDrawioReader::brokenBase64() {
    const QByteArray page = "<mxGraphModel><root>" + vertex("a", "A") + "</root></mxGraphModel>";
    const QByteArray packed = qCompress(page.toPercentEncoding()).mid(6).toBase64();
    QByteArray lines;
    for (qsizetype i = 0; i < packed.size(); i += 20)
        lines += "\n    " + packed.mid(i, 20);
    QCOMPARE(read("<mxfile><diagram>" + lines + "</diagram></mxfile>").nodes.value(0).label, u"A"_s);
}

void TestDrawioReader::wrongNumbers() {
    for (const char* number :
         {"nan", "inf", "-inf", "1e308", "-1e308", "1e-320", "", "x", "0x10", "99999999999999999999"}) {
        const QByteArray place = QByteArray("x=\"#\" y=\"#\" width=\"#\" height=\"#\"").replace("#", number);
        const Diagram diagram = read(file(vertex("a", "A", "html=1;fontSize=" + QByteArray(number), place)));
        const Rect rect = diagram.nodes.value(0).rect.value_or(Rect());
        QVERIFY2(std::abs(rect.x) <= kMaxCoord && rect.w >= kMinSize && rect.w <= kMaxSize, number);
    }
}

void TestDrawioReader::refusals_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("sentence");
    const QString begin = u"a.drawio is not read as a draw.io file"_s;
    QTest::newRow("empty") << QByteArray() << begin + u", line 1: the file ends too early."_s;
    QTest::newRow("text") << QByteArray("hello") << begin + u", line 1: the XML is damaged here."_s;
    QTest::newRow("binary") << QByteArray("\1\2\3") << begin + u", line 1: the XML is damaged here."_s;
    QTest::newRow("cut") << QByteArray("<mxfile>\n<diagram name=\"P\">\n<mxGraphModel><root>")
                         << begin + u", page “P”, line 3: the file ends too early."_s;
    QTest::newRow("other XML") << QByteArray("<html/>")
                               << begin + u", line 1: it begins with <html> and not with <mxfile>."_s;
    QTest::newRow("library") << QByteArray("<mxlibrary>[]</mxlibrary>")
                             << begin + u", line 1: this is a library of shapes and not a drawing."_s;
    QTest::newRow("no base64") << QByteArray("<mxfile><diagram name=\"P\">a*b</diagram></mxfile>")
                               << begin + u", page “P”, line 1: what is there is neither XML nor Base64."_s;
    QTest::newRow("damaged") << QByteArray("<mxfile><diagram name=\"P\">7VrbctsgEA==</diagram></mxfile>")
                             << begin + u", page “P”, line 1: what is compressed there ends too early."_s;
    QTest::newRow("no compression") << QByteArray("<mxfile>\n<diagram>") +
                                           QByteArray("\xff hello").toBase64() + "</diagram></mxfile>"
                                    << begin + u", page “?”, line 2: its compression is damaged."_s;
    QTest::newRow("no compression in an SVG")
        << QByteArray("<svg content=\"") + QByteArray("\xff hello").toBase64() + "\"/>"
        << begin + u", attribute “content” of <svg>: its compression is damaged."_s;
    QTest::newRow("bomb") << "<mxfile><diagram name=\"P\">" +
                                 qCompress(QByteArray(200 << 20, '\0')).sliced(6).toBase64() +
                                 "</diagram></mxfile>"
                          << begin + u", page “P”, line 1: what is compressed there unpacks to more than "
                                     "100 times its size, as no drawing does."_s;
    QTest::newRow("large") << "<mxfile><diagram name=\"P\">" +
                                  deflated(QByteArray(65 << 20, '\0')).sliced(2).toBase64() +
                                  "</diagram></mxfile>"
                           << begin + u", page “P”, line 1: what is compressed there is larger than 64 MB, "
                                      "which is the most that is read."_s;
    QTest::newRow("SVG")
        << QByteArray("<svg xmlns=\"http://www.w3.org/2000/svg\"/>")
        << begin + u": this picture holds no drawing; export it from draw.io with “Include a copy "
                   "of my diagram”."_s;
    QTest::newRow("entities")
        << QByteArray("<!DOCTYPE a [<!ENTITY x \"&y;\"><!ENTITY y \"&x;\">]><mxfile>&x;</mxfile>")
        << begin + u", line 1: it declares entities or attributes of its own, which no draw.io file does."_s;
    QTest::newRow("not UTF-8") << QByteArray("<mxfile a=\"Stra\xdf\x65\"/>")
                               << begin + u", line 1: this is not text in UTF-8."_s;
    QByteArray attributes("<mxfile");
    for (int i = 0; i < 60'000; ++i)
        attributes += " a" + QByteArray::number(i) + "=\"x\"";
    QTest::newRow("attributes") << attributes + "/>"
                                << begin + u", line 1: an element has more than 1000 attributes."_s;
    QTest::newRow("deep") << QByteArray("<mxfile><a>") + QByteArray("<a>").repeated(300)
                          << begin + u", line 1: elements lie more than 256 deep within each other."_s;
}

void TestDrawioReader::refusals() {
    QFETCH(QByteArray, bytes);
    QFETCH(QString, sentence);
    const Result<Diagram> diagram = readDrawio(bytes, u"a.drawio"_s);
    QVERIFY(!diagram);
    QCOMPARE(diagram.error().sentence, sentence);
    QCOMPARE(diagram.error().code, ErrorCode::Unreadable);
}

/// A page that would unpack to gigabytes.
void TestDrawioReader::bombs() {
    // qCompress: four bytes of length, two of zlib, and four behind it.
    const QByteArray packed = qCompress(QByteArray(100 * 1024 * 1024, 'a'), 9);
    const QByteArray page = packed.mid(6, packed.size() - 10).toBase64();
    const std::clock_t begin = std::clock();
    const auto diagram = readDrawio("<mxfile><diagram>" + page + "</diagram></mxfile>", u"a.drawio"_s);
    QVERIFY(!diagram);
    QVERIFY(diagram.error().sentence.contains(u"100 times its size"_s));
    QVERIFY(secondsSince(begin) < 5);
}

void TestDrawioReader::hostileCounts() {
    // All in one place, each within the one before it, tied to each other.
    QByteArray cells;
    constexpr int kCount = 20'000;
    for (int i = 0; i < kCount; ++i) {
        const QByteArray id = QByteArray::number(i + 10);
        cells += vertex(id, "", "html=1", "x=\"0\" width=\"500\" height=\"400\"",
                        i == 0 ? "1" : QByteArray::number(i + 9));
        cells += edge(id, QByteArray::number(kCount + 9 - i));
    }
    const std::clock_t begin = std::clock();
    const auto diagram = readDrawio(file(cells), u"a.drawio"_s);
    QVERIFY(diagram || !diagram.error().sentence.isEmpty());
    QVERIFY2(secondsSince(begin) < 20, qPrintable(QString::number(secondsSince(begin))));
    QByteArray many;
    for (int i = 0; i < exchangelimits::kNodes + 10; ++i)
        many += "<mxCell id=\"c\" vertex=\"1\"/>";
    const auto refused = readDrawio(file(many), u"a.drawio"_s);
    QVERIFY(!refused);
    QVERIFY(refused.error().sentence.contains(u"more than 100,000 shapes"_s) ||
            refused.error().sentence.contains(u"more than 100000 shapes"_s));
}

void TestDrawioReader::cancelling() {
    const std::atomic<bool> cancelled{true};
    const auto diagram = readDrawio(file(vertex("a", "A")), u"a.drawio"_s, &cancelled);
    QVERIFY(!diagram);
    QCOMPARE(diagram.error().code, ErrorCode::Cancelled);
}

} // namespace groundplan

QTEST_GUILESS_MAIN(groundplan::TestDrawioReader)
#include "test_drawio_reader.moc"
