#include "model/exchange/design_from_diagram.h"
#include "tests/model/exchange/imported.h"
#include "tests/places.h"
#include "tests/processor_time.h"
#include "tests/sound_import.h"

#include <QLocale>
#include <QTest>

using namespace Qt::StringLiterals;

namespace groundplan {

using namespace imported;
using Type = Diagram::NodeType;
using Line = Diagram::Edge::Line;

/// What becomes of drawings of other programs, whoever has read them.
class TestDesignFromDiagram : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void whatBlocksMean();
    void flows();
    void flowsInLabels();
    void requestsThroughRouters();
    void streamsAndLookups();
    void names();
    void placesAreKept();
    void blocksGrowAboutTheirMiddles();
    void tightDrawingsAreEnlarged();
    void whatHasNoPlaceIsLaidOut();
    void framesGoAroundWhatTheyHold();
    void endsBecomeBlocks();
    void missingEndsAreSaid();
    void lossesCallThingsAsTheBoardDoes();
    void textsKeepOffBlocks();
    void drawings();
    void framesSayWhatTheyHaveNoFieldFor();
    void remarksWithoutRoomBecomeNotes();
    void groupsAndLocks();
    void hostileDrawings();
    void cancelling();

private:
    static Diagram::Node node(const QString& id, const QString& label, Type type = Type::Block,
                              const QString& parent = {}) {
        Diagram::Node made;
        made.id = id;
        made.label = label;
        made.type = type;
        made.parent = parent;
        return made;
    }
    static Diagram::Node placed(const QString& id, const Rect& rect, Type type = Type::Block,
                                const QString& parent = {}) {
        Diagram::Node made = node(id, id, type, parent);
        made.rect = rect;
        return made;
    }
    static Rect rectOf(double x, double y, double w, double h) {
        return {units(x), units(y), units(w), units(h)};
    }
    Import make(const Diagram& diagram, const ImportContext& context = {}) {
        return soundImport(designFromDiagram(diagram, u"drawing"_s, catalogue_, context, 30'000));
    }
    static Rect placeOf(const Design& design, const QString& title) {
        const Block* block = blockCalled(design, title);
        if (!block)
            QTest::qFail(qPrintable(u"no block "_s + title), __FILE__, __LINE__);
        return block ? block->rect : Rect{};
    }

    Catalogue catalogue_;
    /// A program whose blocks are readable at 160 x 64 points.
    const ImportContext wide_{
        [](const Block& block) {
            return Size{std::max(block.rect.w, units(160)), std::max(block.rect.h, units(64))};
        },
        {}};
};

void TestDesignFromDiagram::initTestCase() {
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    QStringList problems;
    catalogue_ = Catalogue::load({projectPath("templates/catalog")}, &problems);
    QCOMPARE(problems, QStringList());
}

void TestDesignFromDiagram::whatBlocksMean() {
    Diagram diagram;
    diagram.title = u" Feeds "_s;
    diagram.nodes << node(u"1"_s, u"Feature\nstore\n[Feast]"_s);
    diagram.nodes << node(u"2"_s, u"Sessions (Redis)"_s);
    Diagram::Node icon = node(u"3"_s, {});
    icon.hints = {u"mxgraph.aws4.kafka"_s};
    Diagram::Node hinted = node(u"4"_s, u"Clicks of today"_s);
    hinted.hints = {u"fa:fa-question"_s, u"Kafka"_s};
    Diagram::Node shaped = node(u"5"_s, u"Orders"_s);
    shaped.shape = u"cylinder"_s;
    Diagram::Node said = node(u"6"_s, u"Thing"_s);
    said.name = u"model_registry"_s;
    said.description = u"Keeps the versions"_s;
    said.link = u"https://example.com/a"_s;
    said.colour = u"#FF8800"_s;
    Diagram::Node grey = node(u"7"_s, u"Other"_s);
    grey.colour = u"#cccccc"_s;
    diagram.nodes << icon << hinted << shaped << said << grey;
    const Import import = make(diagram);
    QCOMPARE(import.design.board.title, u"Feeds"_s);
    QCOMPARE(
        blocksOf(import.design),
        (QStringList{u"Clicks of today (event-stream, Kafka)"_s, u"Feature store (feature-store, Feast)"_s,
                     u"Kafka (event-stream)"_s, u"Orders (database)"_s, u"Other (block)"_s,
                     u"Sessions (cache, Redis)"_s, u"Thing (model-registry)"_s}));
    const Block thing = *blockCalled(import.design, u"Thing"_s);
    QCOMPARE(thing.name, u"model_registry"_s);
    QCOMPARE(thing.description, u"Keeps the versions"_s);
    QCOMPARE(thing.link, u"https://example.com/a"_s);
    QCOMPARE(thing.colour, u"#ff8800"_s);
    QVERIFY(thing.ownTitle);
    QCOMPARE(blockCalled(import.design, u"Other"_s)->colour, QString());
    QCOMPARE(import.notTaken, QStringList());
}

void TestDesignFromDiagram::flows() {
    Diagram diagram;
    diagram.nodes << node(u"a"_s, u"Thing"_s) << node(u"b"_s, u"Other"_s)
                  << node(u"t"_s, u"Training pipeline"_s) << node(u"r"_s, u"Model registry"_s);
    const auto edge = [&](const char* from, const char* to, Line line, const QString& label) {
        diagram.edges << Diagram::Edge{QString::fromLatin1(from), QString::fromLatin1(to), label, line};
    };
    edge("a", "b", Line::Plain, u"1"_s);
    edge("a", "b", Line::Dashed, u"2"_s);
    edge("a", "b", Line::Dotted, u"3"_s);
    edge("a", "b", Line::Thick, u"4"_s);
    edge("a", "b", Line::Plain, u"Training data"_s);
    edge("t", "r", Line::Plain, u"5"_s);
    edge("t", "r", Line::Dashed, u"6"_s);
    diagram.edges.last().direction = Direction::Both;
    diagram.edges[0].colour = u"#ff0000"_s;
    diagram.edges[1].colour = u"#1e1e1e"_s; // what programs draw all lines in
    const Import import = make(diagram);
    QCOMPARE(import.notTaken,
             (QStringList{
                 u"Colours of connections were left out, the flow says theirs: “1” (“Thing” → “Other”)."_s,
                 u"Dashes and widths of lines were left out, the flow says theirs: “2” (“Thing” → “Other”), "
                 "“3” (“Thing” → “Other”), “4” (“Thing” → “Other”), “6” (“Training pipeline” → “Model "
                 "registry”)."_s}));
    QCOMPARE(connectionsOf(import.design, true),
             (QStringList{u"Thing -> Other: 1 [request]"_s, u"Thing -> Other: 2 [request]"_s,
                          u"Thing -> Other: 3 [request]"_s, u"Thing -> Other: 4 [request]"_s,
                          u"Thing -> Other: Training data [training-data]"_s,
                          u"Training pipeline -> Model registry: 5 [model-artifact]"_s,
                          u"Training pipeline <-> Model registry: 6 [model-artifact]"_s}));
}

/// A word among others says it, too; of what may mean anything only the whole label does.
void TestDesignFromDiagram::flowsInLabels() {
    Diagram diagram;
    diagram.nodes << node(u"a"_s, u"Alerts"_s) << node(u"b"_s, u"Other"_s);
    const QList<std::pair<QString, QString>> labels{
        {u"batch, 15 min"_s, u"batch"_s},
        {u"Clicks (stream)"_s, u"stream"_s},
        {u"training data, weekly"_s, u"training-data"_s},
        {u"micro-batch"_s, u"feedback"_s},
        {u"batch and stream"_s, u"feedback"_s},
        {u"request log"_s, u"feedback"_s},
    };
    QStringList expected;
    for (const auto& [label, flow] : labels) {
        diagram.edges << Diagram::Edge{u"a"_s, u"b"_s, label, Line::Dashed};
        expected << u"Alerts -> Other: "_s + label + u" ["_s + flow + u']';
    }
    expected.sort();
    QCOMPARE(connectionsOf(make(diagram).design, true), expected);
}

/// A canary that is asked hands requests on; one that a model comes to releases it.
void TestDesignFromDiagram::requestsThroughRouters() {
    Diagram diagram;
    diagram.nodes << node(u"u"_s, u"Client"_s) << node(u"g"_s, u"API Gateway"_s)
                  << node(u"r"_s, u"Router\n10% canary"_s) << node(u"s"_s, u"Canary / shadow router"_s)
                  << node(u"m"_s, u"Model server"_s) << node(u"d"_s, u"Canary deployment"_s)
                  << node(u"reg"_s, u"Model registry"_s) << node(u"l"_s, u"Load balancer"_s)
                  << node(u"t"_s, u"Shadow traffic router"_s);
    for (const auto& [from, to] : {std::pair{u"u"_s, u"r"_s},
                                   {u"r"_s, u"m"_s},
                                   {u"g"_s, u"s"_s},
                                   {u"l"_s, u"t"_s},
                                   {u"s"_s, u"m"_s},
                                   {u"reg"_s, u"d"_s},
                                   {u"u"_s, u"d"_s},
                                   {u"d"_s, u"m"_s}})
        diagram.edges << Diagram::Edge{from, to, {}};
    const Design design = make(diagram).design;
    QCOMPARE(connectionsOf(design, true),
             (QStringList{u"API Gateway -> Canary / shadow router [request]"_s,
                          u"Canary / shadow router -> Model server [request]"_s,
                          u"Canary deployment -> Model server [model-artifact]"_s,
                          u"Client -> Canary deployment [model-artifact]"_s, u"Client -> Router [request]"_s,
                          u"Load balancer -> Shadow traffic router [request]"_s,
                          u"Model registry -> Canary deployment [model-artifact]"_s,
                          u"Router -> Model server [request]"_s}));
    QCOMPARE(blockCalled(design, u"Canary / shadow router"_s)->kind, u"load-balancer"_s);
    QCOMPARE(blockCalled(design, u"Canary deployment"_s)->kind, u"canary"_s);
}

void TestDesignFromDiagram::streamsAndLookups() {
    Diagram diagram;
    diagram.nodes << node(u"p"_s, u"Producer"_s) << node(u"k"_s, u"Kafka"_s) << node(u"c"_s, u"Consumer"_s)
                  << node(u"e"_s, u"Embedding model"_s) << node(u"v"_s, u"Vector DB"_s);
    const auto edge = [&](const QString& from, const QString& to, const QString& label) {
        diagram.edges << Diagram::Edge{from, to, label};
    };
    edge(u"p"_s, u"k"_s, u"publish"_s);
    edge(u"p"_s, u"c"_s, u"Kafka 20k/s"_s);
    edge(u"c"_s, u"p"_s, u"events via Kafka topic"_s);
    edge(u"c"_s, u"p"_s, u"topic model"_s);
    edge(u"e"_s, u"v"_s, u"2. top-k=50"_s);
    edge(u"e"_s, u"v"_s, u"3. user vector"_s);
    edge(u"e"_s, u"v"_s, u"4. nightly"_s);
    QCOMPARE(connectionsOf(make(diagram).design, true),
             (QStringList{u"Consumer -> Producer: events via Kafka topic [stream]"_s,
                          u"Consumer -> Producer: topic model [request]"_s,
                          u"Embedding model -> Vector DB: 2. top-k=50 [request]"_s,
                          u"Embedding model -> Vector DB: 3. user vector [request]"_s,
                          u"Embedding model -> Vector DB: 4. nightly [batch]"_s,
                          u"Producer -> Consumer: Kafka 20k/s [stream]"_s,
                          u"Producer -> Kafka: publish [stream]"_s}));
}

void TestDesignFromDiagram::names() {
    Diagram diagram;
    for (const char* id : {"1", "2", "3"})
        diagram.nodes << node(QString::fromLatin1(id), u"Ranker"_s);
    diagram.nodes[0].name = u"node12"_s; // says nothing
    diagram.nodes[2].name = u"Light Ranker"_s;
    diagram.nodes << node(u"4"_s, u"Ranker"_s, Type::Frame);
    QStringList names;
    const Design design = make(diagram).design;
    for (const Block& block : design.blocks)
        names << block.name;
    for (const Frame& frame : design.frames)
        names << frame.name;
    names.sort();
    QCOMPARE(names, (QStringList{u"light_ranker"_s, u"ranker"_s, u"ranker_2"_s, u"ranker_3"_s}));
}

void TestDesignFromDiagram::placesAreKept() {
    Diagram diagram;
    diagram.nodes << placed(u"Outer"_s, rectOf(-50, -60, 900, 700), Type::Frame)
                  << placed(u"A"_s, rectOf(10.5, 20.25, 200, 70), Type::Block, u"Outer"_s)
                  << placed(u"B"_s, rectOf(400, 300, 220, 90), Type::Block, u"Outer"_s);
    Diagram::Edge edge{u"A"_s, u"B"_s, {}};
    edge.waypoints = {{units(100), units(400)}, {units(300), units(400)}};
    diagram.edges << edge;
    const Import import = make(diagram, wide_);
    QVERIFY(import.positioned);
    QCOMPARE(placeOf(import.design, u"A"_s), rectOf(10.5, 20.25, 200, 70));
    QCOMPARE(placeOf(import.design, u"B"_s), rectOf(400, 300, 220, 90));
    QCOMPARE(frameCalled(import.design, u"Outer"_s)->rect, rectOf(-50, -60, 900, 700));
    const Connection connection = *import.design.connections.begin();
    QCOMPARE(connection.waypoints, (Route{{units(89.5), units(379.75)}, {units(289.5), units(379.75)}}));
    QCOMPARE(import.notTaken, QStringList());
}

void TestDesignFromDiagram::blocksGrowAboutTheirMiddles() {
    // Twelve lie apart, two beside each other: these share what is between them.
    Diagram diagram;
    for (int i = 0; i < 18; ++i)
        diagram.nodes << placed(u"Apart %1"_s.arg(i), rectOf(i * 300, 500, 60, 40));
    diagram.nodes << placed(u"Left"_s, rectOf(0, 0, 60, 40)) << placed(u"Right"_s, rectOf(200, 0, 60, 40));
    const Import import = make(diagram, wide_);
    QCOMPARE(placeOf(import.design, u"Apart 3"_s), rectOf(850, 488, 160, 64));
    const Rect left = placeOf(import.design, u"Left"_s);
    const Rect right = placeOf(import.design, u"Right"_s);
    QCOMPARE(left.center(), rectOf(0, 0, 60, 40).center());
    QCOMPARE(right.center(), rectOf(200, 0, 60, 40).center());
    QCOMPARE(left.w, units(160));
    QCOMPARE(left.h, units(64));
    QVERIFY(!left.intersects(right));
    QCOMPARE(import.notTaken, QStringList());
}

void TestDesignFromDiagram::tightDrawingsAreEnlarged() {
    Diagram diagram;
    diagram.nodes << placed(u"Frame"_s, rectOf(-20, -40, 800, 800), Type::Frame);
    for (int i = 0; i < 36; ++i)
        diagram.nodes << placed(u"Icon %1"_s.arg(i), rectOf(i % 6 * 120, i / 6 * 120, 48, 48), Type::Block,
                                u"Frame"_s);
    diagram.nodes << placed(u"Words"_s, rectOf(0, -100, 100, 20), Type::Text);
    Diagram::Edge edge{u"Icon 0"_s, u"Icon 7"_s, {}};
    edge.waypoints = {{units(24), units(144)}};
    diagram.edges << edge;
    const Import import = make(diagram, wide_);
    QCOMPARE(
        import.told,
        QStringList{u"The drawing was enlarged to 160 % of its size, so that its blocks can be read."_s});
    QCOMPARE(import.notTaken, QStringList()); // nothing is lost by it
    QCOMPARE(import.notTakenItems, 0);
    for (const Block& block : import.design.blocks) {
        QCOMPARE(block.rect.w, units(160));
        for (const Block& other : import.design.blocks)
            QVERIFY(block.id == other.id || !block.rect.intersects(other.rect));
    }
    const Point step =
        placeOf(import.design, u"Icon 7"_s).center() - placeOf(import.design, u"Icon 0"_s).center();
    QCOMPARE(step, (Point{units(192), units(192)}));
    // A corner below the source's middle and left of the target's stays there.
    const Connection connection = *import.design.connections.begin();
    const Point corner = placeOf(import.design, u"Icon 0"_s).topLeft() + connection.waypoints.first();
    QCOMPARE(corner, (Point{placeOf(import.design, u"Icon 0"_s).center().x,
                            placeOf(import.design, u"Icon 7"_s).center().y}));
    const Rect frame = frameCalled(import.design, u"Frame"_s)->rect;
    for (const Block& block : import.design.blocks)
        QVERIFY(frame.contains(block.rect));
}

void TestDesignFromDiagram::whatHasNoPlaceIsLaidOut() {
    Diagram diagram;
    diagram.leftToRight = true;
    diagram.nodes << node(u"f"_s, u"Online"_s, Type::Frame) << node(u"a"_s, u"A"_s, Type::Block, u"f"_s)
                  << node(u"b"_s, u"B"_s, Type::Block, u"f"_s) << node(u"c"_s, u"C"_s)
                  << node(u"n"_s, u"A remark"_s, Type::Sticky);
    diagram.edges << Diagram::Edge{u"a"_s, u"b"_s, {}} << Diagram::Edge{u"b"_s, u"c"_s, {}};
    Import import = make(diagram, wide_);
    QVERIFY(import.positioned);
    QVERIFY(placeOf(import.design, u"A"_s).right() < placeOf(import.design, u"B"_s).left());
    const Rect frame = frameCalled(import.design, u"Online"_s)->rect;
    QVERIFY(frame.contains(placeOf(import.design, u"A"_s)));
    QVERIFY(frame.contains(placeOf(import.design, u"B"_s)));
    QVERIFY(!frame.intersects(placeOf(import.design, u"C"_s)));
    QCOMPARE(placeOf(import.design, u"A"_s).w, kMinSize + units(168)); // 176 points, as all that say nothing

    diagram.leftToRight = false;
    import = make(diagram);
    QVERIFY(placeOf(import.design, u"A"_s).bottom() < placeOf(import.design, u"B"_s).top());

    // Where others have a place it comes below these.
    diagram.nodes[1].rect = rectOf(1000, 1000, 176, 64);
    import = make(diagram);
    QCOMPARE(placeOf(import.design, u"A"_s), rectOf(1000, 1000, 176, 64));
    QVERIFY(placeOf(import.design, u"C"_s).top() > units(1064));
}

void TestDesignFromDiagram::framesGoAroundWhatTheyHold() {
    Diagram diagram;
    diagram.nodes << node(u"outer"_s, u"Outer"_s, Type::Frame)
                  << node(u"inner"_s, u"Inner"_s, Type::Frame, u"outer"_s)
                  << placed(u"A"_s, rectOf(100, 100, 176, 64), Type::Block, u"inner"_s)
                  << placed(u"Small"_s, rectOf(600, 100, 50, 50), Type::Frame)
                  << placed(u"B"_s, rectOf(620, 120, 176, 64), Type::Block, u"Small"_s)
                  << placed(u"Title"_s, rectOf(900, 100, 300, 200), Type::Frame)
                  << placed(u"D"_s, rectOf(910, 118, 176, 64), Type::Block, u"Title"_s);
    const Design design = make(diagram).design;
    const Rect inner = frameCalled(design, u"Inner"_s)->rect;
    QVERIFY(inner.contains(placeOf(design, u"A"_s)));
    QVERIFY(frameCalled(design, u"Outer"_s)->rect.contains(inner));
    const Rect small = frameCalled(design, u"Small"_s)->rect;
    QVERIFY(small.contains(placeOf(design, u"B"_s)));
    QVERIFY(small.contains(rectOf(600, 100, 50, 50)));
    QVERIFY(small.w < units(260));
    QVERIFY(frameCalled(design, u"Title"_s)->rect.top() <= placeOf(design, u"D"_s).top() - units(28));
}

void TestDesignFromDiagram::endsBecomeBlocks() {
    Diagram diagram;
    diagram.nodes << node(u"1"_s, u"Kafka"_s, Type::Text) << node(u"2"_s, u"Model"_s, Type::Sticky)
                  << node(u"3"_s, u"Alone"_s, Type::Text);
    diagram.edges << Diagram::Edge{u"1"_s, u"2"_s, {}};
    const Design design = make(diagram).design;
    QCOMPARE(blocksOf(design), (QStringList{u"Kafka (event-stream)"_s, u"Model (model)"_s}));
    QCOMPARE(connectionsOf(design), QStringList{u"Kafka -> Model"_s});
    QCOMPARE((*design.shapes.begin()).text, u"Alone"_s);
}

void TestDesignFromDiagram::missingEndsAreSaid() {
    Diagram diagram;
    diagram.notTaken.add(u"What the reader says."_s);
    diagram.nodes << node(u"1"_s, u"Kafka"_s) << node(u"line"_s, {}, Type::Stroke);
    diagram.nodes.last().points = {{0, 0}, {100, 100}};
    diagram.edges << Diagram::Edge{u"1"_s, u"gone"_s, {}} << Diagram::Edge{u"gone"_s, u"1"_s, {}}
                  << Diagram::Edge{u"1"_s, {}, u"calls"_s} << Diagram::Edge{u"1"_s, u"line"_s, {}};
    const Import import = make(diagram);
    QCOMPARE(
        import.notTaken,
        (QStringList{u"What the reader says."_s,
                     u"The connection from “Kafka” to “gone” was left out: there is no “gone”."_s,
                     u"The connection from “gone” to “Kafka” was left out: there is no “gone”."_s,
                     u"The connection “calls” was left out: it is not linked at both ends."_s,
                     u"The connection from “Kafka” to “line” was left out: it ends at a drawn line."_s}));
    QVERIFY(import.design.connections.isEmpty());
}

void TestDesignFromDiagram::lossesCallThingsAsTheBoardDoes() {
    Diagram diagram;
    diagram.nodes << node(u"f"_s, u"Offline"_s, Type::Frame) << node(u"1"_s, u"Feature\nstore\n[Feast]"_s)
                  << node(u"2"_s, u"Feature store"_s, Type::Block, u"f"_s)
                  << node(u"3"_s, u"A longer remark\nof two lines"_s, Type::Text);
    const auto add = [&diagram](const QString& id, const QString& words) {
        diagram.notTaken.add(u"Icons were left out: %1."_s, NotTaken::thing(id, words));
    };
    for (const Diagram::Node& each : std::as_const(diagram.nodes))
        add(each.id, each.label);
    add(u"gone"_s, u"What became nothing\nhere"_s);
    QCOMPARE(make(diagram).notTaken,
             QStringList{u"Icons were left out: “Offline”, “Feature store”, “Feature store (Offline)”, “A "
                         "longer remark”, “What became nothing”."_s});
}

/// A text that was upright beside a block, or small, does not cover the block when it gets its size.
void TestDesignFromDiagram::textsKeepOffBlocks() {
    Diagram diagram;
    Diagram::Node turned = placed(u"by the user"_s, rectOf(-30, 0, 20, 80), Type::Text);
    turned.heldAcross = 0.5;
    diagram.nodes << placed(u"Chat UI"_s, rectOf(0, 0, 160, 64)) << turned;
    ImportContext context;
    context.text = [](const Shape&, Coord) { return Size{units(100), units(20)}; };
    const Design design = make(diagram, context).design;
    QVERIFY(!design.shapes.begin()->rect.intersects(design.blocks.begin()->rect));
    QCOMPARE(design.shapes.begin()->rect.right(), units(-10));
}

void TestDesignFromDiagram::drawings() {
    const QByteArray png = QByteArray::fromBase64(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");
    Diagram diagram;
    Diagram::Node text = placed(u"Some\nwords"_s, rectOf(0, 0, 100, 40), Type::Text);
    text.textSize = units(20);
    Diagram::Node ellipse = placed({}, rectOf(200, 0, 100, 50), Type::Ellipse);
    ellipse.filled = true;
    ellipse.colour = u"#2266aa"_s;
    Diagram::Node stroke = node(u"stroke"_s, {}, Type::Stroke);
    stroke.points = {{0, 0}, {units(100), units(50)}, {units(200), 0}};
    stroke.pressures = {0, 128, 255};
    stroke.tool = StrokeTool::Highlighter;
    Diagram::Node image = placed(u"A picture"_s, rectOf(400, 0, 100, 50), Type::Image);
    image.picture = png;
    Diagram::Node broken = placed(u"A broken one"_s, rectOf(400, 0, 100, 50), Type::Image);
    broken.picture = "<svg/>";
    Diagram::Node empty = node(u"e"_s, {}, Type::Stroke);
    Diagram::Node sticky = placed(u"Ask them"_s, rectOf(0, 300, 150, 90), Type::Sticky);
    Diagram::Node shown = node(u"Ranker"_s, u"Ranker"_s);
    shown.picture = png;
    diagram.nodes << text << ellipse << stroke << image << broken << empty << sticky << shown;
    Import import = make(diagram);
    QCOMPARE(
        import.notTaken,
        (QStringList{u"The picture “A broken one” could not be read and was left out."_s,
                     u"A line without a point was left out."_s,
                     u"Pictures of blocks were left out, which have the signs of their kinds: “Ranker”."_s}));
    const Design& design = import.design;
    for (const Shape& shape : design.shapes) {
        if (shape.kind == ShapeKind::Text) {
            QCOMPARE(shape.text, u"Some\nwords"_s);
            QCOMPARE(shape.textSize, units(20));
            QCOMPARE(shape.rect, rectOf(0, 0, 100, 40));
        } else {
            QCOMPARE(shape.kind, ShapeKind::Ellipse);
            QVERIFY(shape.filled);
            QCOMPARE(shape.colour, u"#2266aa"_s);
        }
    }
    const Stroke drawn = *design.strokes.begin();
    QCOMPARE(drawn.rect, rectOf(0, 0, 200, 50));
    QCOMPARE(drawn.tool, StrokeTool::Highlighter);
    QCOMPARE(drawn.points.last(), (StrokePoint{StrokePoint::kFar, 0, 255}));
    const Image shownImage = *design.images.begin();
    QCOMPARE(design.assets.bytes(shownImage.asset), png);
    QCOMPARE(shownImage.description, u"A picture"_s);
    QCOMPARE((*design.cards.begin()).text, u"Ask them"_s);

    // One without words is named by what stands beside it, not by an id that nobody has seen.
    Diagram nameless = diagram;
    nameless.nodes[4].id = u"Qx-17"_s;
    nameless.nodes[4].label.clear();
    nameless.nodes[4].rect = rectOf(520, 10, 40, 40);
    QCOMPARE(make(nameless).notTaken.first(),
             u"The picture right of “A picture” could not be read and was left out."_s);

    // A program that reads other formats gives what a document keeps.
    ImportContext context;
    context.picture = [&](const QByteArray& file) { return file == "<svg/>" ? png : QByteArray(); };
    import = make(diagram, context);
    QStringList pictures;
    for (const Image& each : import.design.images)
        pictures << each.description;
    pictures.sort();
    QCOMPARE(pictures, (QStringList{u"A broken one"_s, u"A picture"_s}));
}

void TestDesignFromDiagram::framesSayWhatTheyHaveNoFieldFor() {
    Diagram diagram;
    diagram.nodes << node(u"f"_s, u"Serving\np99 < 100 ms"_s, Type::Frame);
    diagram.nodes.last().link = u"https://example.com"_s;
    diagram.nodes.last().description = u"All that answers"_s;
    const Design design = make(diagram).design;
    const Frame frame = *design.frames.begin();
    QCOMPARE(frame.title, u"Serving"_s);
    QCOMPARE(frame.remark, u"p99 < 100 ms"_s);
    QStringList notes;
    for (const Note* note : design.notes.sorted()) {
        QCOMPARE(note->subject, frame.id);
        notes << note->text;
    }
    notes.sort();
    QCOMPARE(notes, (QStringList{u"All that answers"_s, u"https://example.com"_s}));
}

/// A frame's title and second line share one line on the board.
void TestDesignFromDiagram::remarksWithoutRoomBecomeNotes() {
    const ImportContext context{{}, [](const QString& label) {
                                    return Size{units(8.0 * double(label.size())), units(20)};
                                }};
    for (const double width : {200.0, 600.0}) {
        Diagram diagram;
        diagram.nodes << placed(u"f"_s, rectOf(0, 0, width, 720), Type::Frame);
        diagram.nodes.first().label = u"Azure Container Apps\nrefreshed after every run"_s;
        const Design design = make(diagram, context).design;
        const Frame frame = *design.frames.begin();
        QCOMPARE(frame.title, u"Azure Container Apps"_s);
        const bool narrow = width < 300;
        QCOMPARE(frame.remark, narrow ? QString() : u"refreshed after every run"_s);
        QCOMPARE(design.notes.size(), narrow ? 1 : 0);
        for (const Note& note : design.notes) {
            QCOMPARE(note.subject, frame.id);
            QCOMPARE(note.text, u"refreshed after every run"_s);
        }
    }
}

void TestDesignFromDiagram::groupsAndLocks() {
    Diagram diagram;
    diagram.nodes << node(u"1"_s, u"A"_s) << node(u"2"_s, u"B"_s) << node(u"3"_s, u"C"_s);
    diagram.nodes[0].group = diagram.nodes[1].group = u"g"_s;
    diagram.nodes[2].locked = true;
    const Design design = make(diagram).design;
    const auto elementOf = [&](const QString& title) {
        return *design.elements.find(blockCalled(design, title)->id);
    };
    QVERIFY(elementOf(u"A"_s).group);
    QCOMPARE(elementOf(u"A"_s).group, elementOf(u"B"_s).group);
    QVERIFY(!elementOf(u"C"_s).group);
    QVERIFY(elementOf(u"C"_s).locked);
    QVERIFY(elementOf(u"A"_s).order < elementOf(u"B"_s).order);
}

void TestDesignFromDiagram::hostileDrawings() {
    // Frames 200 deep, one that lies inside itself, twice the same id, texts and places out of all bounds.
    Diagram diagram;
    for (int i = 0; i < 200; ++i)
        diagram.nodes << node(QString::number(i), u"Frame %1"_s.arg(i), Type::Frame, QString::number(i - 1));
    diagram.nodes << node(u"x"_s, u"X"_s, Type::Frame, u"y"_s) << node(u"y"_s, u"Y"_s, Type::Frame, u"x"_s)
                  << node(u"z"_s, u"Z"_s, Type::Block, u"z"_s) << node(u"z"_s, u"Again"_s);
    Diagram::Node far = node(u"far"_s, QString(300'000, u'x'), Type::Block, u"199"_s);
    far.rect = Rect{std::numeric_limits<Coord>::min(), std::numeric_limits<Coord>::max(), -5,
                    std::numeric_limits<Coord>::max()};
    far.description = QString(300'000, u'y');
    diagram.nodes << far;
    Diagram::Edge edge{u"far"_s, u"z"_s, QString(5'000, u'l')};
    for (int i = 0; i < 100; ++i)
        edge.waypoints << Point{std::numeric_limits<Coord>::max(), std::numeric_limits<Coord>::min()};
    diagram.edges << edge;
    const Import import = make(diagram, wide_);
    QCOMPARE(import.design.frames.size(), 202);
    const QString said = import.notTaken.join(u'\n');
    QVERIFY2(said.contains(u"“Again” was left out: another thing has the same id."_s), qPrintable(said));
    QVERIFY2(said.contains(u"The frame “X” lay inside itself and was put on the board."_s), qPrintable(said));
    QVERIFY2(said.contains(u"Frames can be nested 64 deep"_s), qPrintable(said));
    QVERIFY2(said.contains(u"A connection had 100 corners set by hand; 32 of them can be kept."_s),
             qPrintable(said));
    QVERIFY2(said.contains(u"is longer than"_s), qPrintable(said));

    // A hundred thousand boxes upon each other.
    Diagram pile;
    for (int i = 0; i < 100'000; ++i)
        pile.nodes << placed(u"n%1"_s.arg(i), rectOf(i % 7, i % 5, 50, 50));
    const ProcessorTime clock;
    QCOMPARE(make(pile, wide_).design.blocks.size(), 100'000);
    QVERIFY2(clock.elapsed() < 30'000, qPrintable(QString::number(clock.elapsed())));
}

void TestDesignFromDiagram::cancelling() {
    Diagram diagram;
    diagram.nodes << node(u"1"_s, u"A"_s);
    const std::atomic<bool> cancelled = true;
    const auto import = designFromDiagram(diagram, u"drawing"_s, catalogue_, {}, 30'000, &cancelled);
    QVERIFY(!import);
    QCOMPARE(import.error().code, ErrorCode::Cancelled);
}

} // namespace groundplan

QTEST_GUILESS_MAIN(groundplan::TestDesignFromDiagram)
#include "test_design_from_diagram.moc"
