#include "model/design/catalogue.h"
#include "model/design/names.h"
#include "model/graphviz/dot.h"
#include "tests/places.h"

#include <QPointF>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

namespace groundplan {

namespace {

/// What stands in an SVG file of Graphviz: one entry a <g> with a class.
struct Drawn {
    QString kind; ///< "node", "edge", "cluster"
    QString name; ///< its <title>: the name in DOT
    QStringList texts;
    QStringList fills, strokes, widths, dashes; ///< of its shapes, in order
    QStringList shapes; ///< the elements that draw it, each with its number of points: "polygon:7"
};

QList<Drawn> drawnIn(const QByteArray& svg, QString* problem) {
    QList<Drawn> all;
    QXmlStreamReader xml(svg);
    Drawn current;
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isEndElement() && xml.name() == "g"_L1 && !current.kind.isEmpty()) {
            all << current;
            current = {};
        }
        if (!xml.isStartElement())
            continue;
        const auto attributes = xml.attributes();
        const QString name = xml.name().toString();
        if (name == "g"_L1) {
            current = {};
            current.kind = attributes.value("class"_L1).toString();
            if (current.kind == "graph"_L1)
                current = {};
        } else if (name == "title"_L1) {
            current.name = xml.readElementText();
        } else if (name == "text"_L1) {
            current.texts << xml.readElementText();
        } else {
            const auto points = attributes.value(name == "path"_L1 ? "d"_L1 : "points"_L1);
            current.shapes << u"%1:%2"_s.arg(name).arg(points.count(u','));
            current.fills << attributes.value("fill"_L1).toString();
            current.strokes << attributes.value("stroke"_L1).toString();
            current.widths << attributes.value("stroke-width"_L1).toString();
            current.dashes << attributes.value("stroke-dasharray"_L1).toString();
        }
    }
    *problem = xml.errorString();
    return all;
}

/// Runs a program of Graphviz on `dot`; what it wrote, and its exit code.
QByteArray run(const QString& program, const QStringList& arguments, const QByteArray& dot, int* exitCode,
               QByteArray* warnings = nullptr) {
    QProcess process;
    process.start(program, arguments);
    process.write(dot);
    process.closeWriteChannel();
    process.waitForFinished(60'000);
    *exitCode = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    if (warnings)
        *warnings = process.readAllStandardError();
    return process.readAllStandardOutput();
}

} // namespace

/// That Graphviz itself draws everything of a design: nothing of ours looks at these pictures.
class TestRendering : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everythingIsDrawn_data();
    void everythingIsDrawn();
    void everyKindKeepsItsSize();
    void flowsDifferWithoutColour();
    void pdfHoldsEveryTitle();
    void routesAreDrawnAsStored();
    void labelsStandBesideTheirLines();
    void theLegendHasWordsForPeople();
    void drawingsAreDrawnWithoutWarnings_data();
    void drawingsAreDrawnWithoutWarnings();

private:
    void findOutlines();
    void addBlocks();
    void addConnections();
    Element element(ElementType type, ElementId parent) {
        const ElementId id(design_.elements.size() + 1);
        design_.elements.put({id, type, parent, 1024 * id.value(), false, false, {}, 0});
        return *design_.elements.find(id);
    }
    ElementId connect(ElementId source, ElementId target, Flow flow, Direction direction,
                      const Route& route) {
        Connection connection;
        connection.id = element(ElementType::Connection, {}).id;
        connection.source = source;
        connection.target = target;
        connection.flow = flow;
        connection.direction = direction;
        connection.label = u"label %1"_s.arg(connection.id.value());
        connection.route = route;
        design_.connections.put(connection);
        return connection.id;
    }

    Catalogue catalogue_;
    QHash<QString, QStringList> outlines_; ///< by shape: what Graphviz draws for it
    Design design_;
    QList<ElementId> blocks_;
    QList<ElementId> frames_;
};

void TestRendering::initTestCase() {
    QStringList problems;
    catalogue_ = Catalogue::load({projectPath("templates/catalog")}, &problems);
    QCOMPARE(problems, QStringList());
    findOutlines();
    design_.board.title = u"Everything & more"_s;
    addBlocks();
    addConnections();
    for (const CardKind kind : {CardKind::Text, CardKind::Legend}) {
        Card card;
        card.id = element(ElementType::Card, {}).id;
        card.kind = kind;
        card.text = kind == CardKind::Text ? u"Remember the cold start"_s : QString();
        card.rect = {-4'000, 2'000 * int(kind), 1'600, 800};
        design_.cards.put(card);
    }
}

/// What each shape of the catalogue looks like when Graphviz draws it by itself. Its Msquare has the same
/// lines at any size, but is always as high as it is wide.
void TestRendering::findOutlines() {
    QSet<QString> shapes{u"box"_s};
    for (const Kind& kind : catalogue_.kinds())
        shapes.insert(kind.dotShape);
    QVERIFY(shapes.size() > 5);
    QByteArray dot = "digraph { node [fixedsize=true, width=2, height=1, label=\"\"]\n";
    for (const QString& shape : shapes) {
        const QByteArray name = shape.toUtf8();
        dot +=
            name + " [shape=" + name + ", style=\"" + (name == "box" ? "rounded,filled" : "filled") + "\"]\n";
    }
    int exitCode = 0;
    QString problem;
    for (const Drawn& drawn : drawnIn(run(u"dot"_s, {u"-Tsvg"_s}, dot + "}", &exitCode), &problem))
        outlines_.insert(drawn.name, drawn.shapes);
    QCOMPARE(exitCode, 0);
    QCOMPARE(outlines_.size(), shapes.size());
}

/// A block of every kind, ten to a frame, each second frame inside the one before; one block of no known
/// kind; titles that are hard to write.
void TestRendering::addBlocks() {
    NameGiver names({});
    const QStringList hard{
        u"A \"quoted\" <b>title</b>"_s, u"Ends in a backslash \\"_s, u"\u7279\u5f81\u5e73\u53f0"_s,
        u"\u0645\u062a\u062c\u0631"_s,  u"R&D &amp; more"_s,         u"\\N {record|like}"_s};
    for (int i = 0; i <= int(catalogue_.kinds().size()); ++i) {
        if (i % 10 == 0) {
            Frame frame;
            frame.id = element(ElementType::Frame, i % 20 == 10 ? frames_.last() : ElementId()).id;
            frame.title = u"Frame %1"_s.arg(i);
            frame.name = names.take(frame.title);
            frame.remark = u"remark %1"_s.arg(i);
            frame.rect = {(i / 20) * 20'000, (i % 20) * 100, 19'000 - (i % 20) * 200, 1'200 * (20 - i % 20)};
            frames_ << frame.id;
            design_.frames.put(frame);
        }
        Block block;
        block.id = element(ElementType::Block, frames_.last()).id;
        block.kind = i < catalogue_.kinds().size() ? catalogue_.kinds()[i].name : u"nobody-knows"_s;
        block.title = i < hard.size() ? hard[i] : u"Block number %1"_s.arg(i);
        block.name = names.take(block.title);
        block.technology = i % 3 == 0 ? u"Technology %1"_s.arg(i) : QString();
        block.colour = i == 7 ? u"#336699"_s : QString();
        block.rect = {(i / 20) * 20'000 + 1'600 * (i % 10) + 400, 600 + (i % 20) * 1'000, 1'408, 512};
        blocks_ << block.id;
        design_.blocks.put(block);
    }
}

/// Every flow in every direction, loops, parallels, and connections that end at frames from outside and
/// inside.
void TestRendering::addConnections() {
    for (int flow = 0; flow < int(wordCount<Flow>()); ++flow) {
        for (const Direction direction : {Direction::Forward, Direction::Both, Direction::None})
            connect(blocks_[flow], blocks_[flow + 1], Flow(flow), direction, {{1'408, 256}, {1'600, 256}});
    }
    connect(blocks_[2], blocks_[2], Flow::Feedback, Direction::Forward,
            {{0, 100}, {-160, 100}, {-160, 300}, {0, 300}});
    connect(blocks_[0], frames_[2], Flow::Batch, Direction::Forward, {{1'408, 256}, {19'600, 256}});
    connect(frames_[2], frames_[0], Flow::Batch, Direction::Both, {{0, 300}, {-1'000, 300}});
    connect(frames_[0], blocks_[1], Flow::Request, Direction::Forward, {{0, 900}, {1'000, 900}});
    connect(frames_[1], frames_[1], Flow::Request, Direction::Forward,
            {{0, 0}, {-80, 0}, {-80, 80}, {0, 80}});
}

void TestRendering::everythingIsDrawn_data() {
    QTest::addColumn<QString>("program");
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("dot -Tsvg") << u"dot"_s << QStringList{u"-Tsvg"_s};
    QTest::newRow("neato -n2 -Tsvg") << u"neato"_s << QStringList{u"-n2"_s, u"-Tsvg"_s};
}

void TestRendering::everythingIsDrawn() {
    QFETCH(const QString, program);
    QFETCH(const QStringList, arguments);
    int exitCode = 0;
    const QByteArray svg = run(program, arguments, writeDot(design_, catalogue_), &exitCode);
    QCOMPARE(exitCode, 0);
    QString problem;
    const QList<Drawn> all = drawnIn(svg, &problem);
    QCOMPARE(problem, QString());
    QVERIFY(svg.contains("Everything &amp; more"));

    QHash<QString, Drawn> nodes;
    QHash<QString, Drawn> clusters;
    int edges = 0;
    QStringList labels;
    for (const Drawn& drawn : all) {
        if (drawn.kind == "node"_L1) {
            nodes.insert(drawn.name, drawn);
        } else if (drawn.kind == "cluster"_L1) {
            clusters.insert(drawn.name, drawn);
        } else {
            ++edges;
            labels += drawn.texts;
            QVERIFY2(drawn.shapes.value(0).startsWith(u"path:"_s), qPrintable(drawn.name));
        }
    }
    QCOMPARE(nodes.size(), design_.blocks.size() + design_.cards.size());
    QCOMPARE(clusters.size(), design_.frames.size());
    QCOMPARE(edges, int(design_.connections.size()));

    for (const Block& block : design_.blocks) {
        const Drawn drawn = nodes.value(block.name);
        QStringList texts{block.title};
        if (!block.technology.isEmpty())
            texts << block.technology;
        QCOMPARE(drawn.texts, texts);
        const KindGroup* group = catalogue_.groupOfKind(block.kind);
        const QString stroke = !block.colour.isEmpty() ? block.colour : group ? group->strong : u"#8a94a6"_s;
        const QString fill = !block.colour.isEmpty() ? u"#ccd8e5"_s : group ? group->tint : u"#ffffff"_s;
        QCOMPARE(drawn.strokes.first().toLower(), stroke.toLower());
        QCOMPARE(drawn.fills.first().toLower(), fill.toLower());
        const Kind* kind = catalogue_.kind(block.kind);
        QCOMPARE(drawn.shapes, outlines_.value(kind ? kind->dotShape : u"box"_s));
    }
    for (const Frame& frame : design_.frames) {
        const Drawn drawn = clusters.value(u"cluster_"_s + frame.name);
        QCOMPARE(drawn.texts, (QStringList{frame.title, frame.remark}));
        QCOMPARE(drawn.fills.first(), u"#f2f4f7"_s);
    }
    for (const Connection& connection : design_.connections)
        QVERIFY2(labels.contains(connection.label), qPrintable(connection.label));
    for (const Card& card : design_.cards) {
        const Drawn drawn = nodes.value(u"card__"_s + card.id.toString());
        const QString first = card.kind == CardKind::Text ? u"Remember the cold start"_s : u"request"_s;
        QCOMPARE(drawn.texts.value(0), first);
    }
}

/// No shape of the catalogue makes Graphviz draw a block much larger than it is: eggs, parallelograms and
/// second lines stick out a little.
void TestRendering::everyKindKeepsItsSize() {
    int exitCode = 0;
    const QByteArray plain =
        run(u"neato"_s, {u"-n2"_s, u"-Tplain"_s}, writeDot(design_, catalogue_), &exitCode);
    QHash<QString, QStringList> lines;
    for (const QString& line : QString::fromUtf8(plain).split(u'\n')) {
        if (line.startsWith(u"node "_s))
            lines.insert(line.section(u' ', 1, 1), line.split(u' '));
    }
    for (const Block& block : design_.blocks) {
        const QStringList line = lines.value(block.name);
        QVERIFY2(line.size() > 5, qPrintable(block.name));
        QVERIFY2(qAbs(line[4].toDouble() - block.rect.w / 576.0) < 0.2, qPrintable(block.kind));
        QVERIFY2(qAbs(line[5].toDouble() - block.rect.h / 576.0) < 0.2, qPrintable(block.kind));
    }
}

/// By style and pen width alone, without arrow heads and colours.
void TestRendering::flowsDifferWithoutColour() {
    int exitCode = 0;
    QString problem;
    const QByteArray svg = run(u"neato"_s, {u"-n2"_s, u"-Tsvg"_s}, writeDot(design_, catalogue_), &exitCode);
    QHash<QString, QSet<QString>> looks; // by flow
    QHash<QString, const Connection*> byLabel;
    for (const Connection& connection : design_.connections)
        byLabel.insert(connection.label, &connection);
    for (const Drawn& drawn : drawnIn(svg, &problem)) {
        if (drawn.kind == "edge"_L1)
            looks[wordOf(byLabel.value(drawn.texts.value(0))->flow)]
                << drawn.widths.first() + u'/' + drawn.dashes.first();
    }
    QCOMPARE(looks.size(), qsizetype(wordCount<Flow>()));
    QSet<QString> all;
    for (const QSet<QString>& ofFlow : looks) {
        QCOMPARE(ofFlow.size(), 1);
        all += ofFlow;
    }
    QCOMPARE(all.size(), qsizetype(wordCount<Flow>()));
}

void TestRendering::pdfHoldsEveryTitle() {
    QTemporaryDir folder;
    const QString path = folder.filePath(u"out.pdf"_s);
    int exitCode = 0;
    run(u"neato"_s, {u"-n2"_s, u"-Tpdf"_s, u"-o"_s, path}, writeDot(design_, catalogue_), &exitCode);
    QCOMPARE(exitCode, 0);
    const QString text = QString::fromUtf8(run(u"pdftotext"_s, {u"-raw"_s, path, u"-"_s}, {}, &exitCode));
    QCOMPARE(exitCode, 0);
    for (const Frame& frame : design_.frames)
        QVERIFY2(text.contains(frame.title), qPrintable(frame.title));
    for (const Block& block : design_.blocks) {
        // pdftotext turns right-to-left text round.
        if (block.title.at(0).script() != QChar::Script_Arabic)
            QVERIFY2(text.contains(block.title), qPrintable(block.title));
    }
}

/// neato -n2 draws the stored corners and routes nothing itself.
void TestRendering::routesAreDrawnAsStored() {
    Design design;
    const auto block = [&design](qint64 id, const QString& name, Point at) {
        Block b;
        b.id = ElementId(id);
        b.kind = u"model"_s;
        b.name = name;
        b.rect = {at.x, at.y, 800, 400};
        design.elements.put({b.id, ElementType::Block, {}, id, false, false, {}, 0});
        design.blocks.put(b);
    };
    block(1, u"a"_s, {0, 0});
    block(2, u"b"_s, {1'600, 800});
    Connection connection;
    connection.id = ElementId(3);
    connection.source = ElementId(1);
    connection.target = ElementId(2);
    connection.direction = Direction::None;
    connection.route = {{800, 200}, {1'200, 200}, {1'200, 1'000}, {1'600, 1'000}};
    design.elements.put({connection.id, ElementType::Connection, {}, 3, false, false, {}, 0});
    design.connections.put(connection);
    int exitCode = 0;
    const QByteArray plain =
        run(u"neato"_s, {u"-n2"_s, u"-Tplain"_s}, writeDot(design, catalogue_), &exitCode);
    QCOMPARE(exitCode, 0);
    // Plain output is in inches from the lower left corner of the drawing, here that of block b: (0, -150)
    // points.
    QVERIFY2(plain.contains("node a 0.69444 1.7361 1.3889 0.69444"), plain);
    QVERIFY2(plain.contains(
                 "edge a b 10 1.3889 1.7361 1.3889 1.7361 2.0833 1.7361 2.0833 1.7361 2.0833 1.7361 2.0833 "
                 "0.34722 2.0833 0.34722 2.0833 0.34722 2.7778 0.34722 2.7778 0.34722"),
             plain);
}

/// Graphviz paints nothing under a label, so that it stands above a level piece or right of an upright one.
void TestRendering::labelsStandBesideTheirLines() {
    Design design;
    for (const qint64 id : {1, 2}) {
        Block b;
        b.id = ElementId(id);
        b.kind = u"model"_s;
        b.name = id == 1 ? u"a"_s : u"b"_s;
        b.rect = {Coord(id - 1) * 1'600, Coord(id - 1) * 800, 800, 400};
        design.elements.put({b.id, ElementType::Block, {}, id, false, false, {}, 0});
        design.blocks.put(b);
    }
    Connection connection;
    connection.id = ElementId(3);
    connection.source = ElementId(1);
    connection.target = ElementId(2);
    connection.label = u"scores"_s;
    connection.route = {{800, 200}, {1'200, 200}, {1'200, 1'000}, {1'600, 1'000}};
    design.elements.put({connection.id, ElementType::Connection, {}, 3, false, false, {}, 0});
    const auto placeAt = [&](int labelAt) {
        connection.labelAt = labelAt;
        design.connections.put(connection);
        static const QRegularExpression lp(u"lp=\"([-0-9.]+),([-0-9.]+)\""_s);
        const QString dot = QString::fromUtf8(writeDot(design, catalogue_));
        const auto match = lp.match(dot, dot.indexOf(u"->"_s));
        return QPointF(match.captured(1).toDouble(), match.captured(2).toDouble());
    };
    QCOMPARE(placeAt(100), QPointF(120, -25 + 10)); // on the line it would be (120, -25)
    const QPointF beside = placeAt(500);
    QVERIFY(beside.x() - 6 * 11 * 0.5 / 2 > 150 + 2); // half of six letters keeps off the line at 150
    QVERIFY(beside.x() < 150 + 60);
    QCOMPARE(beside.y(), -75.0);
}

void TestRendering::theLegendHasWordsForPeople() {
    const QByteArray dot = writeDot(design_, catalogue_);
    const QByteArray card = dot.mid(dot.indexOf("gp_card=legend"));
    QVERIFY2(card.contains("training data") && card.contains("model artifact"), card);
    QVERIFY(!card.left(card.indexOf("];")).contains("training-data"));
}

void TestRendering::drawingsAreDrawnWithoutWarnings_data() {
    everythingIsDrawn_data();
}

/// Shapes with their text and colours, texts by themselves, a picture's outline with its description; strokes
/// are kept clear. Also where a text is much larger than its shape.
void TestRendering::drawingsAreDrawnWithoutWarnings() {
    QFETCH(const QString, program);
    QFETCH(const QStringList, arguments);
    Design design;
    const auto add = [&design](ElementType type) {
        const ElementId id(design.elements.size() + 1);
        design.elements.put({id, type, {}, 1024 * id.value(), false, false, {}, 0});
        return id;
    };
    design.shapes.put({add(ElementType::Shape),
                       ShapeKind::Ellipse,
                       u"cold path?"_s,
                       u"#336699"_s,
                       true,
                       112,
                       {0, 0, 1'600, 800}});
    design.shapes.put({add(ElementType::Shape),
                       ShapeKind::Rectangle,
                       u"a caption that is much too long for so small a box"_s,
                       {},
                       false,
                       400,
                       {2'000, 0, 400, 200}});
    design.shapes.put({add(ElementType::Shape),
                       ShapeKind::Text,
                       u"first line\nsecond line"_s,
                       u"#aa0000"_s,
                       false,
                       192,
                       {4'000, 0, 3'200, 800}});
    design.strokes.put({add(ElementType::Stroke),
                        StrokeTool::Pen,
                        {},
                        20,
                        {{0, 0, 128}, {65'535, 65'535, 128}},
                        {0, 1'600, 800, 800}});
    design.images.put(
        {add(ElementType::Image), design.assets.add("x"), u"the whiteboard"_s, {2'000, 1'600, 1'200, 800}});

    // Values that are longer than Graphviz reads at once.
    Stroke longStroke = *design.strokes.find(ElementId(4));
    longStroke.id = add(ElementType::Stroke);
    longStroke.points = QList<StrokePoint>(4'000, {12'345, 54'321, 200});
    design.strokes.put(longStroke);
    design.board.task = u"Recommend the next video. "_s.repeated(3'000);
    QByteArray bytes;
    for (int i = 0; i < 100'000; ++i)
        bytes += char(qint64(i) * i >> 7);
    design.images.put({add(ElementType::Image), design.assets.add(bytes), {}, {6'000, 1'600, 1'200, 800}});

    int exitCode = 0;
    QByteArray warnings;
    const QByteArray svg = run(program, arguments, writeDot(design, catalogue_), &exitCode, &warnings);
    QCOMPARE(exitCode, 0);
    QCOMPARE(warnings, QByteArray());
    QString problem;
    QHash<QString, Drawn> nodes;
    for (const Drawn& drawn : drawnIn(svg, &problem))
        nodes.insert(drawn.name, drawn);
    QCOMPARE(problem, QString());
    QCOMPARE(nodes.size(), 5);
    const Drawn ellipse = nodes.value(u"shape__1"_s);
    QCOMPARE(ellipse.texts, QStringList{u"cold path?"_s});
    QVERIFY(ellipse.shapes.first().startsWith(u"ellipse"_s));
    QCOMPARE(ellipse.strokes.first(), u"#336699"_s);
    QCOMPARE(ellipse.fills.first(), u"#dde5ee"_s);
    const Drawn box = nodes.value(u"shape__2"_s);
    QVERIFY(box.shapes.first().startsWith(u"polygon"_s));
    QCOMPARE(box.fills.first(), u"none"_s);
    QCOMPARE(box.texts.join(u' '), design.shapes.find(ElementId(2))->text);
    const Drawn text = nodes.value(u"shape__3"_s);
    QCOMPARE(text.texts, (QStringList{u"first line"_s, u"second line"_s}));
    QCOMPARE(text.shapes, QStringList());
    const Drawn image = nodes.value(u"image__5"_s);
    QCOMPARE(image.texts, QStringList{u"the whiteboard"_s});
    QVERIFY(!image.dashes.first().isEmpty());
}

} // namespace groundplan

QTEST_GUILESS_MAIN(groundplan::TestRendering)
#include "test_rendering.moc"
