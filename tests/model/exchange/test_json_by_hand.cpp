#include "model/design/validate.h"
#include "model/exchange/exchange_limits.h"
#include "model/exchange/json_reader.h"
#include "model/exchange/json_writer.h"
#include "resources/resources.h"
#include "tests/processor_time.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace groundplan {
namespace {

const Catalogue& catalogue() {
    static const Catalogue loaded = [] {
        initResources();
        return Catalogue::load(catalogueFolders({}));
    }();
    return loaded;
}
Result<Import> read(const QByteArray& json) {
    return readJson(json, u"mine.json"_s, catalogue());
}
const Block* blockNamed(const Design& design, const QString& name) {
    for (const Block& block : design.blocks) {
        if (block.name == name)
            return &block;
    }
    return nullptr;
}

} // namespace

class TestJsonByHand : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// Frames that have a place keep it, whatever comes without one.
    void framesStayWhereTheyWereDrawn() {
        const auto import = read(R"({"frames": [
            {"title": "F1", "rect": {"x": 600, "y": 0, "width": 300, "height": 300}},
            {"title": "F2", "rect": {"x": 1000, "y": 0, "width": 300, "height": 300}}],
            "blocks": [{"title": "A"}, {"title": "B", "parent": "F2"}]})");
        QVERIFY2(import, import ? "" : qPrintable(import.error().sentence));
        for (const Frame& frame : import->design.frames) {
            const Coord x = (frame.title == u"F1"_s ? 600 : 1000) * kUnitsPerPoint;
            QCOMPARE(frame.rect, (Rect{x, 0, 300 * kUnitsPerPoint, 300 * kUnitsPerPoint}));
        }
        QCOMPARE(validate(import->design), QStringList());
    }
    void tooManyAreRefusedAtOnce() {
        QByteArray json = R"({"blocks": [)";
        for (qsizetype i = 0; i <= exchangelimits::kNodes; ++i)
            json += R"({"title":"a"},)";
        json.chop(1);
        const ProcessorTime clock;
        const auto import = read(json + "]}");
        QVERIFY(!import);
        QVERIFY2(clock.elapsed() < 5'000, qPrintable(QString::number(clock.elapsed())));
        QVERIFY2(import.error().sentence.contains(u"blocks has more than"_s),
                 qPrintable(import.error().sentence));
    }
    void littleIsNeeded() {
        const auto import = read(R"({
            "blocks": [{"title": "Feature store", "technology": "Feast"}, {"name": "ranker", "kind": "ranking"},
                       {"id": "q", "title": "Kafka topic", "parent": "Online path"}],
            "frames": [{"id": "f1", "title": "Online path"}],
            "connections": [{"source": "Feature store", "target": "ranker"}, {"source": "q", "target": "f1",
                             "flow": "stream", "label": "events"}],
            "notes": [{"subject": "ranker", "kind": "risk", "text": "slow"}],
            "decisions": [{"id": "d", "question": "Which?", "chosen": "o2"}],
            "options": [{"id": "o1", "decision": "d", "title": "A"}, {"id": "o2", "decision": "d", "title": "B"}]
        })");
        QVERIFY2(import, import ? "" : qPrintable(import.error().sentence));
        const Design& design = import->design;
        QCOMPARE(validate(design), QStringList());
        QCOMPARE(import->notTaken, QStringList());
        QVERIFY(import->positioned);
        QCOMPARE(design.blocks.size(), 3);
        const Block* store = blockNamed(design, u"feature_store"_s);
        const Block* ranker = blockNamed(design, u"ranker"_s);
        const Block* topic = blockNamed(design, u"kafka_topic"_s);
        QVERIFY(store && ranker && topic);
        QCOMPARE(store->kind, u"feature-store"_s);
        QCOMPARE(ranker->kind, u"ranking"_s);
        const Frame& frame = *design.frames.begin();
        QCOMPARE(design.elements.at(topic->id).parent, frame.id);
        QVERIFY(frame.rect.contains(topic->rect));
        QVERIFY(!store->rect.intersects(ranker->rect));
        QCOMPARE(design.connections.size(), 2);
        for (const Connection& connection : design.connections) {
            const bool first = connection.source == store->id;
            QCOMPARE(connection.target, first ? ranker->id : frame.id);
            QCOMPARE(connection.flow, first ? Flow::Request : Flow::Stream);
        }
        QCOMPARE(design.notes.begin()->subject, ranker->id);
        QCOMPARE(design.options.at(design.decisions.begin()->chosen).title, u"B"_s);
        // Lists keep the order in which they are written.
        const QList<const Option*> options = design.options.sorted();
        QCOMPARE(options.first()->title, u"A"_s);
    }

    /// As in drawings: the words say what nobody wrote down.
    void whatIsNotSaidIsFoundOut() {
        const auto import =
            read(R"json({"blocks": [{"title": "Kafka"}, {"title": "Spark"}, {"title": "Cache (Redis)"},
            {"id": "r", "title": "Ranker", "ml": false, "path": "offline"}, {"name": "dwh"},
            {"title": "Kinesis", "kind": "database", "technology": ""},
            {"id": "9", "name": "feast", "title": "Feast", "path": "unset", "order": 9000}],
            "connections": [{"source": "Kafka", "target": "Spark"}, {"source": "Spark", "target": "r"},
            {"source": "Spark", "target": "dwh", "label": "batch, nightly"},
            {"source": "Kafka", "target": "r", "flow": "request"}]})json");
        QVERIFY2(import, import ? "" : qPrintable(import.error().sentence));
        const Design& design = import->design;
        const Block* kafka = blockNamed(design, u"kafka"_s);
        const Block* spark = blockNamed(design, u"spark"_s);
        const Block* cache = blockNamed(design, u"cache_redis"_s);
        const Block* ranker = blockNamed(design, u"ranker"_s);
        const Block* kinesis = blockNamed(design, u"kinesis"_s);
        QVERIFY(kafka && spark && cache && ranker && kinesis);
        QCOMPARE(kafka->technology, u"Kafka"_s);
        QCOMPARE(spark->path, Path::Offline);
        QCOMPARE(cache->kind, u"cache"_s);
        QCOMPARE(cache->title, u"Cache (Redis)"_s); // it is written, so it stays
        QCOMPARE(cache->technology, u"Redis"_s);
        QVERIFY(!ranker->ml);
        QCOMPARE(ranker->path, Path::Offline);
        QVERIFY(ranker->ownTitle);
        QCOMPARE(blockNamed(design, u"dwh"_s)->kind, u"data-warehouse"_s);
        QCOMPARE(kinesis->kind, u"database"_s);
        QCOMPARE(kinesis->technology, QString());
        QCOMPARE(blockNamed(design, u"feast"_s)->kind, u"feature-store"_s);
        QList<Flow> flows;
        for (const Connection& connection : design.connections)
            flows << connection.flow;
        const auto count = [&flows](Flow flow) { return flows.count(flow); };
        QCOMPARE(count(Flow::Stream), 1);
        QCOMPARE(count(Flow::Request), 1);
        QCOMPARE(count(Flow::Batch), 2);
    }
    /// A row of ours that says nothing means nothing.
    void ourRowsStayAsTheyAre() {
        Design design;
        for (const bool ml : {false, true}) {
            Element element;
            element.id = ElementId(ml ? 2 : 1);
            element.order = element.id.value();
            design.elements.put(element);
            Block block;
            block.id = element.id;
            block.name = ml ? u"kafka"_s : u"ranker"_s;
            block.title = ml ? u"Kafka"_s : u"Ranker"_s;
            block.kind = ml ? u"database"_s : u"ranking"_s;
            block.ml = ml;
            block.rect = {0, ml ? 8000 : 0, 1600, 640};
            design.blocks.put(block);
        }
        Connection connection;
        connection.id = ElementId(3);
        connection.source = ElementId(2);
        connection.target = ElementId(1);
        Element element;
        element.id = connection.id;
        element.type = ElementType::Connection;
        element.order = 3;
        design.elements.put(element);
        design.connections.put(connection);
        const auto import = read(writeJson(design));
        QVERIFY2(import, import ? "" : qPrintable(import.error().sentence));
        for (const Block& block : import->design.blocks)
            QCOMPARE(block, design.blocks.at(block.id));
        QCOMPARE(*import->design.connections.begin(), connection);
    }

    void placesAreKeptAndTheRestGoesBelow() {
        const auto import = read(R"({"blocks": [
            {"name": "a", "rect": {"x": 100, "y": 50.4, "width": 200, "height": 80}},
            {"name": "b", "rect": {"x": 400, "y": 50}}, {"name": "c"}]})");
        QVERIFY(import);
        QCOMPARE(blockNamed(import->design, u"a"_s)->rect, (Rect{800, 403, 1600, 640}));
        QCOMPARE(blockNamed(import->design, u"b"_s)->rect.topLeft(), (Point{3200, 400}));
        QVERIFY(blockNamed(import->design, u"b"_s)->rect.w > 800);
        QVERIFY(blockNamed(import->design, u"c"_s)->rect.y > 403 + 640);
    }

    void whatIsNotTakenIsSaid() {
        const auto import = read(R"({"format": "groundplan", "version": 2, "colour": 3, "blocks": [
            {"name": "a", "shade": 1, "rect": {"x": 0, "y": 0, "z": 1}}, {"name": "Not A Slug!"}, {"name": "a"}],
            "images": [{"asset": "logo", "description": "Our logo"}]})");
        QVERIFY2(import, import ? "" : qPrintable(import.error().sentence));
        const QString all = import->notTaken.join(u'\n');
        for (const QString& said :
             {u"newer version"_s, u"“colour”"_s, u"“blocks[0].shade”"_s, u"“blocks[0].rect.z”"_s,
              u"“Not A Slug!” of blocks[1]"_s, u"“a” of blocks[2]"_s, u"images[0]"_s})
            QVERIFY2(all.contains(said), qPrintable(said + u"\n"_s + all));
        QCOMPARE(import->notTaken.size(), 7);
        QCOMPARE(import->design.shapes.begin()->text, u"Our logo"_s);
    }

    void picturesMayHaveAnyKey() {
        const auto import = read(R"({"images": [{"asset": "logo"}], "assets": {"logo": "iVBORw=="}})");
        QVERIFY2(import, import ? "" : qPrintable(import.error().sentence));
        QCOMPARE(import->design.assets.bytes(import->design.images.begin()->asset), QByteArray("\x89PNG"));
    }

    void textsThatAreTooLongLoseTheirEnd() {
        const auto import = read("{\"blocks\": [{\"title\": \"" + QByteArray(3000, 'x') +
                                 "\", \"description\": \"a\\u0000b\"}]}");
        QVERIFY2(import, import ? "" : qPrintable(import.error().sentence));
        QCOMPARE(import->design.blocks.begin()->title.size(), limits::kTitleLength);
        QCOMPARE(import->design.blocks.begin()->description, u"ab"_s);
        QCOMPARE(import->notTaken.size(), 1);
        QVERIFY(import->notTaken.first().contains(u"blocks[0]"_s));
    }

    void faultsAreSaidWithTheirPlace_data() {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("end");
        const auto row = [](const char* name, const QByteArray& json, const QString& end) {
            QTest::newRow(name) << json << end;
        };
        const QString cannot = u"mine.json cannot be read as JSON of a design: "_s;
        const QString unreadable = u"mine.json cannot be read as JSON: "_s;
        row("empty", "", unreadable + u"line 1, column 1: illegal value."_s);
        for (const char* value : {"[]", "[1, 2]", "\"text\"", " null\n", "12", "-1.5e3", "true"})
            row(value, value, u"mine.json is JSON, but no design: a design is an object in braces."_s);
        row("no value", "nul", unreadable + u"line 1, column 2: illegal value."_s);
        row("two values", "1, 2", unreadable + u"line 1, column 2: illegal value."_s);
        row("another program's", R"({"type": "excalidraw"})",
            cannot + u"the file has none of a design's lists, such as “blocks”."_s);
        row("a list twice",
            R"({"blocks": [{"title": "A"}], "board": {"title": "x", "notes": ""}, "blocks": []})",
            unreadable + u"line 1, column 69: “blocks” stands there twice."_s);
        row("a name of two lines twice", "{\"a\n b\": 1, \"blocks\": [], \"a\n b\": 2}",
            unreadable + u"line 2, column 24: “a b” stands there twice."_s);
        row("another format", R"({"format": "other", "blocks": []})",
            cannot + u"format is not “groundplan”, so it is no design."_s);
        row("broken", "{\"blocks\": [\n  {\"id\": }]}",
            unreadable + u"line 2, column 11: object is missing after a comma."_s);
        row("no number", "{\"blocks\": [{\"rect\": {\"x\": NaN}}]}",
            unreadable + u"line 1, column 28: illegal number."_s);
        row("no list", R"({"blocks": {}, "frames": []})", cannot + u"blocks is no list."_s);
        row("no row", R"({"blocks": [{}, 3]})", cannot + u"blocks[1] is no object."_s);
        row("no rectangle", R"({"blocks": [{}, {"rect": [1, 2]}]})",
            cannot + u"blocks[1].rect.x is in what is no object."_s);
        row("no length", R"({"blocks": [{"rect": {"x": "1"}}]})",
            cannot + u"blocks[0].rect.x is no number."_s);
        row("far away", R"({"blocks": [{"rect": {"x": 1e300}}]})",
            cannot + u"blocks[0].rect.x is not between -10,000,000 and 10,000,000."_s);
        row("too narrow", R"({"frames": [{"rect": {"x": 1, "width": 2}}]})",
            cannot + u"frames[0].rect.width is not between 8 and 1,000,000."_s);
        row("no text", R"({"blocks": [{"title": 3}]})", cannot + u"blocks[0].title is no text."_s);
        row("no flag", R"({"blocks": [{"ml": 1}]})", cannot + u"blocks[0].ml is neither true nor false."_s);
        row("no word", R"({"blocks": [{"path": "inside"}]})",
            cannot + u"blocks[0].path is “inside”, which is none of unset, online, offline."_s);
        row("no colour", R"({"blocks": [{"colour": "red"}]})",
            cannot + u"blocks[0].colour is “red”, which is no colour such as #1d4ed8."_s);
        row("no id", R"({"blocks": [{"id": 1.5}]})",
            cannot + u"blocks[0].id is neither text nor a whole number."_s);
        row("the same id", R"({"blocks": [{"id": "7"}], "cards": [{}, {"id": 7}]})",
            cannot + u"cards[1].id “7” is the id of blocks[0] already."_s);
        row("dangling end", R"({"blocks": [{"id": "a"}], "connections": [{"source": "a", "target": "b"}]})",
            cannot + u"connections[0].target names nothing that is in the file: “b”."_s);
        row("no end", R"({"blocks": [{"id": "a"}], "connections": [{"source": "a"}]})",
            cannot + u"connections[0].target is missing."_s);
        row("a card as an end", R"({"blocks": [{"id": "a"}], "cards": [{"id": "c"}],
            "connections": [{"source": "a", "target": "c"}]})",
            cannot + u"connections[0].target is neither a block nor a frame."_s);
        row("dangling subject", R"({"notes": [{"subject": "12"}]})",
            cannot + u"notes[0].subject names nothing that is in the file: “12”."_s);
        row("no frame", R"({"blocks": [{"id": "a"}, {"parent": "a"}]})",
            cannot + u"blocks[1].parent is no frame."_s);
        row("frames in each other", R"({"frames": [{"id": "a", "parent": "b"}, {"id": "b", "parent": "a"}]})",
            cannot + u"frames[0] lies inside more than 64 frames, or inside itself."_s);
        row("no corners", R"({"blocks": [{"id": "a", "rect": {"x": 0, "y": 0}}],
            "connections": [{"source": "a", "target": "a", "route": [[1, 2], [3]]}]})",
            cannot + u"connections[0].route is no list of points [x, y]."_s);
        row("no stroke", R"({"strokes": [{"points": [[0, 0, 300]]}]})",
            cannot + u"strokes[0].points is no list of points [x, y, pressure]."_s);
        row("no asset", R"({"images": [], "assets": {"k": "not base64!"}})",
            cannot + u"assets.k is no base64."_s);
        row("another's option", R"({"decisions": [{"id": "d", "chosen": "o"}, {"id": "e"}],
            "options": [{"id": "o", "decision": "e"}]})",
            u"mine.json cannot be read as JSON of a design: "_s);
        row("weight", R"({"decisions": [{"id": "d"}], "criteria": [{"decision": "d", "weight": 11}]})",
            cannot + u"criteria[0].weight is not between 0 and 10."_s);
    }
    void faultsAreSaidWithTheirPlace() {
        QFETCH(const QByteArray, json);
        QFETCH(const QString, end);
        const auto import = read(json);
        QVERIFY(!import);
        QCOMPARE(import.error().code, ErrorCode::Unreadable);
        if (end.endsWith(u": "_s))
            QVERIFY2(import.error().sentence.startsWith(end), qPrintable(import.error().sentence));
        else
            QCOMPARE(import.error().sentence, end);
    }

    void whatIsDoubtfulIsListed() {
        const auto import =
            read(R"({"blocks": [{"title": "A"}, {"title": "A"}, {"title": "B", "kind": "nonsense"}],
            "connections": [{"source": "A", "target": "B"}, {"source": "a", "target": "B"}]})");
        QVERIFY(import);
        QCOMPARE(import->design.connections.size(), 2);
        QCOMPARE(import->notTaken, (QStringList{u"Kinds that are not known here were kept: “nonsense”."_s,
                                                u"Several are called “A”: the first of them is meant."_s}));
    }

    void hostileTextsEndSoon_data() {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("reason");
        const auto row = [](const char* name, const QByteArray& json, const QString& reason) {
            QTest::newRow(name) << json << reason;
        };
        row("deep", QByteArray(1'000'000, '['), u"more than 256 brackets"_s);
        row("deep objects", QByteArray("{\"a\":").repeated(100'000), u"more than 256 brackets"_s);
        row("many lists", "{\"blocks\":[" + QByteArray("[],").repeated(4'000'000) + "0]}",
            u"more than 3,500,000 values"_s);
        row("many values", "{\"blocks\":[" + QByteArray("0,").repeated(13'000'000) + "0]}",
            u"more than 12,000,000 values"_s);
        row("many rows", "{\"blocks\":[" + QByteArray("{},").repeated(600'000) + "{}]}",
            u"more than 100,000 rows"_s);
        row("many rows in all", "{\"blocks\":[],\"cards\":[" + QByteArray("{},").repeated(500'000) + "{}]}",
            u"more than 500,000 rows"_s);
        row("too large", QByteArray(exchangelimits::kInputBytes + 1, ' '), u"more than 64 MB"_s);
        row("a text without end", "{\"blocks\": [\"" + QByteArray(1'000'000, '\\'), u"line 1"_s);
        row("no utf-8", QByteArray("{\"board\": {\"title\": \"\xff\xfe\xc0\"}, \"blocks\": []}"),
            u"line 1"_s);
    }
    void hostileTextsEndSoon() {
        QFETCH(const QByteArray, json);
        QFETCH(const QString, reason);
        const ProcessorTime timer;
        const auto import = read(json);
        QVERIFY(!import);
        QCOMPARE(import.error().code, ErrorCode::Unreadable);
        QVERIFY2(import.error().sentence.contains(reason), qPrintable(import.error().sentence));
        QVERIFY2(import.error().sentence.size() < 200, qPrintable(import.error().sentence));
        QVERIFY2(timer.elapsed() < 10'000, qPrintable(QString::number(timer.elapsed())));
    }

    void canBeCancelled() {
        const std::atomic<bool> cancelled = true;
        const auto import = readJson("{\"blocks\": [{}]}", u"mine.json"_s, catalogue(), {}, &cancelled);
        QVERIFY(!import);
        QCOMPARE(import.error().code, ErrorCode::Cancelled);
    }
};

} // namespace groundplan

QTEST_GUILESS_MAIN(groundplan::TestJsonByHand)
#include "test_json_by_hand.moc"
