#include "model/design/catalogue.h"
#include "model/design/flow_drawn.h"
#include "model/design/names.h"
#include "model/graphviz/dot.h"
#include "tests/file_bytes.h"
#include "tests/places.h"
#include "tests/sound_import.h"

#include <QElapsedTimer>
#include <QFile>
#include <QLocale>
#include <QTest>

using namespace Qt::StringLiterals;

namespace groundplan {

/// DOT as other programs and people write it: each file of tests/data/dot with what becomes of it, in words.
class TestForeignDot : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void files_data();
    void files();
    void texts();
    void remarks();
    void requestsThroughRouters();
    void whatIsSaidBesides();
    void whatIsSaidOfEverythingIsBounded();
    void flows();
    void flowsOfPlainLines();
    void pointsAreNoBlocks();
    void namesAreLabels();
    void colours();
    void positionsOfALayout();
    void positionsInInches();
    void positionsByInputScale();
    void technologies();
    void pictures();
    void kinds_data();
    void kinds();
    void names();
    void deepClusters();
    void longTexts();
    void manyNodesComeInRows();
    void oursAfterwards();

private:
    Import read(const QByteArray& dot, const QString& name = u"foreign.dot"_s) {
        return soundImport(readDot(dot, name, catalogue_));
    }
    Import readFile(const QString& name) {
        const QByteArray bytes = bytesOfFile(projectPath("tests/data/dot/") + name);
        return read(bytes, name);
    }
    /// "title (kind) in frame", sorted.
    static QStringList blocksOf(const Design& design) {
        QStringList list;
        for (const Block& block : design.blocks) {
            const ElementId parent = design.elements.find(block.id)->parent;
            list << block.title + u" ("_s + block.kind + u')' +
                        (parent ? u" in "_s + design.captionOf(parent) : QString());
        }
        list.sort();
        return list;
    }
    /// "source -> target: label", with <-> and -- for the other directions, sorted.
    static QStringList connectionsOf(const Design& design) {
        QStringList list;
        for (const Connection& connection : design.connections) {
            const QString arrow = connection.direction == Direction::Forward ? u" -> "_s
                                  : connection.direction == Direction::Both  ? u" <-> "_s
                                                                             : u" -- "_s;
            list << design.captionOf(connection.source) + arrow + design.captionOf(connection.target) +
                        (connection.label.isEmpty() ? QString() : u": "_s + connection.label);
        }
        list.sort();
        return list;
    }
    /// "title in frame", sorted.
    static QStringList framesOf(const Design& design) {
        QStringList list;
        for (const Frame& frame : design.frames) {
            const ElementId parent = design.elements.find(frame.id)->parent;
            list << frame.title + (parent ? u" in "_s + design.captionOf(parent) : QString());
        }
        list.sort();
        return list;
    }
    static const Block& blockCalled(const Design& design, const QString& title) {
        for (const Block& block : design.blocks) {
            if (block.title == title)
                return *design.blocks.find(block.id);
        }
        QTest::qFail(qPrintable(u"no block "_s + title), __FILE__, __LINE__);
        static const Block none;
        return none;
    }

    Catalogue catalogue_;
};

void TestForeignDot::initTestCase() {
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    QStringList problems;
    catalogue_ = Catalogue::load({projectPath("templates/catalog")}, &problems);
    QCOMPARE(problems, QStringList());
}

void TestForeignDot::files_data() {
    QTest::addColumn<QString>("title");
    QTest::addColumn<QStringList>("blocks");
    QTest::addColumn<QStringList>("connections");
    QTest::addColumn<QStringList>("frames");
    QTest::addColumn<QStringList>("notTaken");
    const auto row = [](const char* file, const QString& title, const QStringList& blocks,
                        const QStringList& connections, const QStringList& frames = {},
                        const QStringList& notTaken = {}) {
        QTest::newRow(file) << title << blocks << connections << frames << notTaken;
    };
    row("terraform.dot", {},
        {u"aws_elasticache_cluster.features (cache)"_s, u"aws_s3_bucket.training_data (object-storage)"_s,
         u"aws_sagemaker_endpoint.ranker (online-prediction)"_s,
         u"provider[\"registry.terraform.io/hashicorp/aws\"] (block)"_s, u"var.region (block)"_s},
        {u"aws_elasticache_cluster.features -> provider[\"registry.terraform.io/hashicorp/aws\"]"_s,
         u"aws_s3_bucket.training_data -> provider[\"registry.terraform.io/hashicorp/aws\"]"_s,
         u"aws_sagemaker_endpoint.ranker -> aws_elasticache_cluster.features"_s,
         u"aws_sagemaker_endpoint.ranker -> aws_s3_bucket.training_data"_s,
         u"provider[\"registry.terraform.io/hashicorp/aws\"] -> var.region"_s});
    row("cmake.dot", u"recommender"_s,
        {u"Executable (block) in Legend"_s, u"Static Library (block) in Legend"_s,
         u"Threads::Threads (block)"_s, u"features (feature-engineering)"_s, u"ranker (server) (ranking)"_s},
        {u"Executable -> Static Library"_s, u"features -> Threads::Threads"_s,
         u"ranker (server) -> features"_s},
        {u"Legend"_s},
        {u"Dashes and widths of lines were left out, the flow says theirs: “ranker (server)” → “features”."_s});
    row("diagrams.dot", u"Advanced Web Service"_s,
        {u"Kafka (event-stream)"_s, u"grpc1 (block) in Service Cluster"_s,
         u"grpc2 (block) in Service Cluster"_s, u"ingress (api-gateway)"_s, u"replica (cache) in Replicas"_s,
         u"session (cache) in Sessions HA"_s},
        {u"grpc1 -> Kafka: produces"_s, u"grpc1 -> session"_s, u"grpc2 -> session"_s, u"ingress <-> grpc1"_s,
         u"ingress <-> grpc2"_s, u"session -- replica"_s},
        {u"Replicas in Sessions HA"_s, u"Service Cluster"_s, u"Sessions HA"_s},
        {u"Pictures of blocks were left out: “ingress”, “grpc1”, “grpc2”, “session”, “replica”, “Kafka”."_s,
         u"Colours of connections were left out, the flow says theirs: “session” → “replica”, “grpc1” → "
         "“session”, “grpc2” → “session”, “ingress” → “grpc1”, “ingress” → “grpc2”."_s,
         u"Dashes and widths of lines were left out, the flow says theirs: “produces” (“grpc1” → “Kafka”)."_s});
    row("pydot.dot", {},
        {u"Model registry (model-registry)"_s, u"click logs (logging)"_s, u"train model (training)"_s},
        {u"click logs -> train model: nightly"_s, u"train model -> Model registry: push"_s,
         u"train model -> Model registry: push again"_s});
    row("doxygen_call_graph.dot", u"rank_items"_s,
        {u"feature_vector< T >::get (feature-engineering)"_s, u"rank_items (ranking)"_s,
         u"score_batch (online-prediction)"_s},
        {u"rank_items -> score_batch"_s, u"score_batch -> feature_vector< T >::get"_s,
         u"score_batch -> score_batch"_s},
        {},
        {u"Colours of connections were left out, the flow says theirs: “rank_items” → “score_batch”, “score_batch” → "
         "“feature_vector< T >::get”, “score_batch” → “score_batch”."_s});
    row("ml_pipeline.dot", u"pipeline"_s,
        {u"API gateway (api-gateway) in Online"_s, u"Cache (cache) in Online"_s,
         u"Data lake (object-storage)"_s, u"Evaluation (evaluation) in Training"_s,
         u"Feature engineering (feature-engineering) in Training"_s,
         u"Model registry (model-registry) in Offline, every night"_s,
         u"Online prediction (online-prediction) in Online"_s, u"Train XGBoost (training) in Training"_s,
         u"user-events topic (event-stream)"_s},
        {u"API gateway -> Online prediction"_s, u"API gateway -> Online prediction: scores"_s,
         u"Data lake -> Feature engineering"_s, u"Evaluation -> Model registry"_s,
         u"Feature engineering -> Train XGBoost"_s, u"Model registry -> Online prediction: new model"_s,
         u"Online prediction -> Cache"_s, u"Online prediction -> user-events topic"_s,
         u"Train XGBoost -> Evaluation"_s, u"user-events topic -> Data lake"_s},
        {u"Offline, every night"_s, u"Online"_s, u"Training in Offline, every night"_s},
        {u"Invisible connections, which only place nodes, were left out: “API gateway” → “Online prediction”."_s});
    row("records.dot", u"structs"_s,
        {u"Feature store (feature-store)"_s, u"Ranker (ranking)"_s, u"left (block)"_s},
        {u"left -> Feature store"_s, u"left -> Ranker"_s});
    row("html_tables.dot", u"html"_s,
        {u"5 < 6 and 7 > 6 (block)"_s, u"Feature store (feature-store)"_s, u"users (database)"_s},
        {u"Feature store -> 5 < 6 and 7 > 6: 1 → *"_s, u"users -> Feature store: features"_s});
    row("undirected.dot", u"network"_s,
        {u"cache (cache)"_s, u"database (database)"_s, u"gateway (api-gateway)"_s},
        {u"cache -> database"_s, u"database -- database"_s, u"gateway -- cache: tcp"_s,
         u"gateway -- database: tcp"_s});
    row("strict.dot", {}, {u"a (block)"_s, u"b (block)"_s}, {u"a -> a"_s, u"a -> b: merged"_s, u"b -> a"_s});
    row("latin1.dot", u"caf\u00e9"_s, {u"Mod\u00e8le d'appr\u00eat (block)"_s, u"donn\u00e9es (block)"_s},
        {u"donn\u00e9es -> Mod\u00e8le d'appr\u00eat"_s});
    row("windows_lines.dot", {}, {u"Ingestion (ingestion)"_s, u"Object storage (object-storage)"_s},
        {u"Ingestion -> Object storage"_s});
    row("bom_unicode.dot", {},
        {u"\u041c\u043e\u043d\u0438\u0442\u043e\u0440\u0438\u043d\u0433 \U0001f9e0 (block)"_s,
         u"\u0645\u062a\u062c\u0631 \u0627\u0644\u0645\u064a\u0632\u0627\u062a (block)"_s,
         u"\u7279\u5f81\u5e73\u53f0 (block)"_s},
        {u"\u041c\u043e\u043d\u0438\u0442\u043e\u0440\u0438\u043d\u0433 \U0001f9e0 -> \u7279\u5f81\u5e73\u53f0"_s,
         u"\u7279\u5f81\u5e73\u53f0 -> \u0645\u062a\u062c\u0631 \u0627\u0644\u0645\u064a\u0632\u0627\u062a"_s});
    row("positioned.dot", {},
        {u"Client (user-client)"_s, u"Ranking (ranking) in Serving"_s, u"Retrieval (retrieval) in Serving"_s},
        {u"Client -> Retrieval"_s, u"Retrieval -> Ranking"_s}, {u"Serving"_s});
    row("neato_inches.dot", u"plan"_s,
        {u"client (user-client)"_s, u"database (database)"_s, u"gateway (api-gateway)"_s},
        {u"client -- gateway"_s, u"gateway -- database"_s});
    row("inputscale.dot", {}, {u"a (block)"_s, u"b (block)"_s}, {u"a -- b"_s});
    row("compound.dot", {},
        {u"gateway (api-gateway) in Serving"_s, u"lake (object-storage) in Data"_s,
         u"ranker (ranking) in Serving"_s, u"warehouse (data-warehouse) in Data"_s},
        {u"Data -> Serving"_s, u"Serving -> warehouse"_s, u"gateway -> ranker"_s, u"warehouse -> Serving"_s},
        {u"Data"_s, u"Serving"_s});
    row("subgraph_edges.dot", {},
        {u"a (block)"_s, u"a1 (block)"_s, u"b (block)"_s, u"c (block)"_s, u"d (block)"_s, u"e (block)"_s,
         u"p (block)"_s, u"q (block)"_s, u"x (block)"_s, u"y (block)"_s, u"z (block)"_s},
        {u"a -> c: fan"_s, u"a -> d: fan"_s, u"a -> e: fan"_s, u"a1 -> a1"_s, u"b -> c: fan"_s,
         u"b -> d: fan"_s, u"b -> e: fan"_s, u"p -> q"_s, u"q -> p"_s, u"x -> z"_s, u"y -> z"_s});
    row("erd_colours.dot", {},
        {u"a (block)"_s, u"b (block)"_s, u"c (block)"_s, u"d (block)"_s, u"e (block)"_s, u"f (block)"_s,
         u"g (block)"_s, u"h (block)"_s, u"i (block)"_s},
        {u"a -- b"_s, u"b -- c"_s, u"c <-> d"_s, u"e -> d"_s});
    row("two_graphs.dot", u"first"_s, {u"a (block)"_s, u"b (block)"_s}, {u"a -> b"_s}, {},
        {u"Only the first graph of the file was taken over; more text follows it."_s});
}

void TestForeignDot::files() {
    QFETCH(const QString, title);
    QFETCH(const QStringList, blocks);
    QFETCH(const QStringList, connections);
    QFETCH(const QStringList, frames);
    QFETCH(const QStringList, notTaken);
    const Import import = readFile(QString::fromLatin1(QTest::currentDataTag()));
    const Design& design = import.design;
    QVERIFY(!import.ours);
    QVERIFY(import.positioned);
    QCOMPARE(design.board.title, title);
    QCOMPARE(blocksOf(design), blocks);
    QCOMPARE(connectionsOf(design), connections);
    QCOMPARE(framesOf(design), frames);
    QCOMPARE(import.notTaken, notTaken);
    // Nothing lies on anything else, and frames hold what is theirs.
    const QList<const Block*> all = design.blocks.sorted();
    for (qsizetype i = 0; i < all.size(); ++i) {
        for (qsizetype j = 0; j < i; ++j)
            QVERIFY(!all[i]->rect.intersects(all[j]->rect));
        if (const ElementId parent = design.elements.find(all[i]->id)->parent)
            QVERIFY(design.frames.find(parent)->rect.contains(all[i]->rect));
    }
}

/// A sheet of paper is a sticky, unless a line leads to it.
void TestForeignDot::remarks() {
    const auto stickiesOf = [this](const QByteArray& text) {
        const Design design = read(text).design;
        QStringList said;
        for (const Card* card : design.cards.sorted()) {
            const ElementId parent = design.elements.find(card->id)->parent;
            said << card->text + (parent ? u" in "_s + design.captionOf(parent) : QString());
            for (const Block& block : design.blocks) {
                if (block.rect.intersects(card->rect))
                    said << u"upon "_s + block.title;
            }
        }
        return said << blocksOf(design);
    };
    QCOMPARE(stickiesOf("digraph { subgraph cluster_a { label=Serving; a [label=Ranker] "
                        "n [shape=note label=\"Decide the\\nlog format\" comment=soon] } a -> b [label=x] "
                        "f [shape=note label=\"model.bin\"] f -> a; n -> a [style=invis] }"),
             (QStringList{u"Decide the\nlog format\nsoon in Serving"_s, u"Ranker (ranking) in Serving"_s,
                          u"b (block)"_s, u"model.bin (model)"_s}));
    QCOMPARE(
        stickiesOf(
            "digraph { a [label=Ranker pos=\"100,200\"] n [shape=note label=\"Log it\" pos=\"100,40\"] }"),
        (QStringList{u"Log it"_s, u"Ranker (ranking)"_s}));
    QCOMPARE(stickiesOf("digraph { a [label=Ranker pos=\"100,200\"] n [shape=note label=\"Log it\"] }"),
             (QStringList{u"Log it"_s, u"Ranker (ranking)"_s}));
}

/// A canary that is asked something hands it on; from a registry it gets a model.
void TestForeignDot::requestsThroughRouters() {
    const Design design = read("digraph { user -> r; r [label=\"Router\\n10% canary\"]; r -> Ranker; "
                               "\"Model registry\" -> c; c [label=\"Canary deployment\"]; c -> Ranker }")
                              .design;
    QCOMPARE(blockCalled(design, u"Router"_s).kind, u"api-gateway"_s);
    QCOMPARE(blockCalled(design, u"Canary deployment"_s).kind, u"canary"_s);
    for (const Connection& connection : design.connections) {
        if (connection.source == blockCalled(design, u"user"_s).id ||
            connection.source == blockCalled(design, u"Router"_s).id)
            QCOMPARE(connection.flow, Flow::Request);
    }
}

void TestForeignDot::whatIsSaidBesides() {
    const Import import = read(R"(digraph G {
        tooltip="of all" comment="checked" URL="https://g.org" owner="Search team" rankdir=LR
        node [shape=box style=filled] edge [penwidth=1]
        a [label="A" tooltip="the first" URL="https://a.org?x&amp;y" comment="see wiki" tier="gold" weight=2]
        b [label=<<table href="https://b.org"><tr><td title="a &gt; b">B</td><td tooltip="x &#38; y"><img src="p.png"/></td></tr></table>>]
        subgraph cluster_x { label="X" tooltip="the frame" href="https://x.org" sla="p99"
            subgraph cluster_y { label="Y" c [label="C" tooltip="C"] } }
        a -> b [label="calls" headURL="https://h.org" tailhref="https://t.org" labeltooltip="why"
                edgetooltip="how" tooltip="how" comment="often" rate="10/s" key="k"]
        b -> c })");
    const Design& design = import.design;
    QCOMPARE(blockCalled(design, u"A"_s).description, u"the first\nsee wiki\ntier: gold"_s);
    QCOMPARE(blockCalled(design, u"A"_s).link, u"https://a.org?x&y"_s);
    QCOMPARE(blockCalled(design, u"B"_s).description, u"https://b.org\na > b\nx & y"_s);
    QCOMPARE(blockCalled(design, u"C"_s).description, QString());
    QStringList notes;
    for (const Note& note : design.notes) {
        QStringList lines = note.text.split(u'\n');
        lines.sort();
        notes << (note.subject ? design.captionOf(note.subject) : u"board"_s) + u": "_s + lines.join(u'|');
    }
    notes.sort();
    QCOMPARE(notes, (QStringList{u"X: https://x.org|sla: p99|the frame"_s,
                                 u"board: checked|https://g.org|of all|owner: Search team"_s,
                                 u"calls: how|https://h.org|https://t.org|often|rate: 10/s|why"_s}));
    QCOMPARE(import.notTaken, QStringList{u"Pictures of blocks were left out: “B”."_s});
}

void TestForeignDot::whatIsSaidOfEverythingIsBounded() {
    QByteArray dot = "digraph { edge [note=\"" + QByteArray(200'000, 'x') + "\"] a\n";
    for (int i = 0; i < 1000; ++i)
        dot += "a -> b [label=" + QByteArray::number(i) + "]\n";
    const Import import = read(dot + '}');
    qsizetype said = 0;
    for (const Note& note : import.design.notes)
        said += note.text.size();
    QVERIFY2(said > 5'000'000 && said < 33'000'000, qPrintable(QString::number(said)));
    QVERIFY(import.notTaken.last().startsWith(
        u"Tooltips, addresses and data beyond the first 32 million characters were left out: a connection"_s));
}

void TestForeignDot::flows() {
    const Design design = read("digraph { a -> b [label=request]; a -> b [label=batch, style=dashed];"
                               "a -> b [label=telemetry, style=dotted];"
                               "a -> b [label=\"model-artifact\", style=bold];"
                               "a -> b [label=\"model-artifact\", penwidth=4];"
                               "a -> b [label=\"training-data\", style=dashed, penwidth=2.5];"
                               "a -> b [label=feedback, style=dotted, penwidth=2.5];"
                               "a -> b [label=stream, arrowhead=normalnormal, penwidth=2.5] }")
                              .design;
    QCOMPARE(design.connections.size(), 8);
    for (const Connection& connection : design.connections)
        QCOMPARE(wordOf(connection.flow), connection.label);
    // As our own DOT draws them; the lines of others mean what their authors like.
    const auto flowsIn = [this](const QByteArray& edges) {
        QStringList flows;
        for (const Connection& connection : read("digraph { " + edges + " }").design.connections)
            flows << wordOf(connection.flow);
        flows.sort();
        return flows.join(u' ');
    };
    QCOMPARE(flowsIn("edge [style=dashed, penwidth=1.5]; a -> b; b -> c [style=solid]"), u"batch request"_s);
    QCOMPARE(flowsIn("edge [style=dashed]; customer -> gateway; gateway -> redis [label=\"Reads from\"]"),
             u"request request"_s);
    QCOMPARE(flowsIn("a -> b [style=bold]"), u"request"_s);
    Block offline;
    offline.path = Path::Offline;
    QCOMPARE(flowDrawn(catalogue_, nullptr, &offline, {}), Flow::Request);
    QCOMPARE(flowDrawn(catalogue_, nullptr, &offline, {}, LineLook::Dashed), Flow::Batch);
}

/// A plain line says nothing: the kinds at its ends do, as when the same is sketched.
void TestForeignDot::flowsOfPlainLines() {
    const auto flowBehind = [this](const QByteArray& dot, const QString& source) -> QString {
        const Design design = read(dot).design;
        for (const Connection& connection : design.connections) {
            if (design.nameOf(connection.source) == source)
                return wordOf(connection.flow);
        }
        return {};
    };
    QCOMPARE(flowBehind("digraph { loader -> cleaner -> mart }", u"loader"_s), u"batch"_s);
    QCOMPARE(flowBehind("digraph { loader -> cleaner -> mart }", u"cleaner"_s), u"request"_s);
    QCOMPARE(flowBehind("digraph { kafka -> flink }", u"kafka"_s), u"stream"_s);
    QCOMPARE(flowBehind("digraph { flink -> kafka [dir=back] }", u"kafka"_s), u"stream"_s);
    QCOMPARE(flowBehind("digraph { kafka -> flink [style=dashed] }", u"kafka"_s), u"stream"_s);
}

void TestForeignDot::texts() {
    // As exporters of the C4 model and of graphs of agents write it.
    const Design c4 = read("digraph { 1 [label=<<font point-size=\"34\">Feature Store</font><br /><font>"
                           "[Container: Redis]</font><br /><br /><font>Holds features</font>>];"
                           "2 [label=<Customer<br/>[Person]>];"
                           "3 [label=<web_search<br/>__interrupt = before>]; 4 [label=\"user\\n_id\"];"
                           "2 -> 1 [label=<Asks for<br/>it<br/><font>[JSON/HTTPS]</font>>] }")
                          .design;
    QCOMPARE(blockCalled(c4, u"Feature Store"_s).technology, u"Redis"_s);
    QCOMPARE(blockCalled(c4, u"Feature Store"_s).description, u"Holds features"_s);
    QCOMPARE(blockCalled(c4, u"Customer"_s).description, u"Person"_s);
    QCOMPARE(blockCalled(c4, u"web_search"_s).description, u"__interrupt = before"_s);
    QVERIFY(!blockCalled(c4, u"user_id"_s).title.isEmpty());
    QCOMPARE(c4.connections.begin()->label, u"Asks for it (JSON/HTTPS)"_s);
    const Design fields =
        read("digraph { a [shape=record, label=\"{x|y}\"]; b [shape=Mrecord, label=\"one|<p> two|three\"] }")
            .design;
    QCOMPARE(blockCalled(fields, u"x"_s).description, u"y"_s);
    QCOMPARE(blockCalled(fields, u"one"_s).description, u"two\nthree"_s);
    const Design records = readFile(u"records.dot"_s).design;
    QCOMPARE(blockCalled(records, u"Feature store"_s).description, u"online\noffline\np99 < 5 ms | daily"_s);
    QCOMPARE(blockCalled(records, u"Ranker"_s).description,
             u"+ predict(x : Vector) : float\n+ load(path : str)"_s);
    const Design html = readFile(u"html_tables.dot"_s).design;
    QCOMPARE(blockCalled(html, u"users"_s).description, u"id\nname & e\u2011mail"_s);
    QCOMPARE(blockCalled(html, u"Feature store"_s).technology, u"Feast"_s);
    const Design pydot = readFile(u"pydot.dot"_s).design;
    QCOMPARE(blockCalled(pydot, u"train model"_s).description, u"nightly, on one GPU"_s);
    QCOMPARE(blockCalled(pydot, u"Model registry"_s).link, u"https://mlflow.example.org/models"_s);
    QCOMPARE(blockCalled(readFile(u"windows_lines.dot"_s).design, u"Object storage"_s).description,
             u"two\nlines"_s);
    QCOMPARE(readFile(u"ml_pipeline.dot"_s).design.board.task, QString());
    const Design titled = read("digraph { label=\"Title\\nand more\\nof it\"; tooltip=tip; a }").design;
    QCOMPARE(titled.board.title, u"Title"_s);
    QCOMPARE(titled.board.task, QString());
    QCOMPARE(titled.notes.sorted().first()->text, u"and more\nof it\ntip"_s);
    // An empty label leaves the name of the node, so that it can be told from others.
    QCOMPARE(blocksOf(read("digraph { start [label=\"\", shape=box] }").design),
             QStringList{u"start (block)"_s});
}

/// dot shows no words of a point: lines lead through it, and one that stays is called what it is.
void TestForeignDot::pointsAreNoBlocks() {
    const Import import = read("digraph { pt [shape=point]; r -> pt [label=x style=dashed]; s [shape=point]; "
                               "pt -> m [dir=back]; pt -> n; s -> r }");
    QCOMPARE(connectionsOf(import.design), (QStringList{u"Start -> r"_s, u"m -> n"_s, u"r -> n: x"_s}));
}

/// A node without a label shows its name, with the breaks in it, as dot draws it.
void TestForeignDot::namesAreLabels() {
    const Import import =
        read(R"(digraph { "Train\nmodel" -> "Model\nregistry"; "Kafka\lstream" -> "Train\nmodel";
        ghost [style=invis]; ghost -> "Train\nmodel" [style=invis] })");
    QCOMPARE(blocksOf(import.design),
             (QStringList{u"Kafka stream (stream-transform)"_s, u"Model registry (model-registry)"_s,
                          u"Train model (training)"_s}));
    for (const Block& block : import.design.blocks)
        QVERIFY2(!block.name.contains(u"nmodel"_s) && !block.name.contains(u"nregistry"_s),
                 qPrintable(block.name));
    QCOMPARE(
        import.notTaken,
        (QStringList{
            u"Invisible nodes, which only hold places, were left out: “ghost”."_s,
            u"Invisible connections, which only place nodes, were left out: “ghost” → “Train model”."_s}));
}

void TestForeignDot::colours() {
    const Design design = readFile(u"erd_colours.dot"_s).design;
    QString all;
    for (const QChar title : u"abcdefghi"_s)
        all += blockCalled(design, title).colour + u' ';
    QCOMPARE(all, u"#ff8800 #0066ff #eedc82 #cd2626  #123456 #2e8b57   "_s);
    const Design pipeline = readFile(u"ml_pipeline.dot"_s).design;
    QCOMPARE(blockCalled(pipeline, u"Online prediction"_s).colour, u"#ffa500"_s);
    for (const Frame& frame : pipeline.frames)
        QCOMPARE(frame.colour, frame.title == u"Online"_s ? u"#e8f5e9"_s : QString());
}

/// As Graphviz's dot has written it: points, y upwards, sizes in inches, clusters with bb; the drawing moved
/// to the origin.
void TestForeignDot::positionsOfALayout() {
    const Import import = readFile(u"positioned.dot"_s);
    const Design& design = import.design;
    // The highest is the client, at y = 160 + 18 points; the cluster begins at x = 8.
    QCOMPARE(blockCalled(design, u"Client"_s).rect, (Rect{(250 - 27 - 8) * 8, 0, 54 * 8, 36 * 8}));
    QCOMPARE(blockCalled(design, u"Retrieval"_s).rect,
             (Rect{(60 - 36 - 8) * 8, (178 - 58) * 8, 72 * 8, 36 * 8}));
    QCOMPARE(blockCalled(design, u"Ranking"_s).rect, (Rect{780, 726, 90 * 8, 54 * 8}));
    QCOMPARE(design.frames.begin()->rect, (Rect{0, 58 * 8, 192 * 8, 112 * 8}));
    for (const Connection& connection : design.connections)
        QVERIFY(connection.route.isEmpty());
}

void TestForeignDot::positionsInInches() {
    const Design design = readFile(u"neato_inches.dot"_s).design;
    const Point client = blockCalled(design, u"client"_s).rect.topLeft();
    QCOMPARE(client, (Point{0, 0}));
    QCOMPARE(blockCalled(design, u"gateway"_s).rect.topLeft(), (Point{3 * 576, 0}));
    QCOMPARE(blockCalled(design, u"database"_s).rect.topLeft(), (Point{6 * 576, 2 * 576}));
    // The same numbers far apart are points.
    const Design points =
        read("graph { a [pos=\"0,400!\"]; b [pos=\"300,400!\"]; c [pos=\"600,200\"] }").design;
    QCOMPARE(blockCalled(points, u"c"_s).rect.topLeft(), (Point{600 * 8, 200 * 8}));
}

void TestForeignDot::positionsByInputScale() {
    const Design design = readFile(u"inputscale.dot"_s).design;
    QCOMPARE(blockCalled(design, u"a"_s).rect.topLeft(), (Point{0, 2 * 576}));
    QCOMPARE(blockCalled(design, u"b"_s).rect.topLeft(), (Point{4 * 576, 0}));
}

void TestForeignDot::technologies() {
    const Design design = read(R"dot(digraph {
        a [label="Kafka"]; b [label="Cache (Redis)"]; c [label="Ranking\n[xgboost]"]; d [label="Store\n(of things)"];
})dot")
                              .design;
    QCOMPARE(blockCalled(design, u"Kafka"_s).technology, u"Kafka"_s);
    QCOMPARE(blockCalled(design, u"Cache"_s).technology, u"Redis"_s);
    QCOMPARE(blockCalled(design, u"Ranking"_s).technology, u"XGBoost"_s);
    QCOMPARE(blockCalled(design, u"Store (of things)"_s).technology, QString());
}

/// As Diagrams draws: the icon says the product, the label what it is for.
void TestForeignDot::pictures() {
    const Design design = read("digraph { a [label=\"events store\", image=\"/r/aws/storage/"
                               "simple-storage-service-s3.png\"]; f [label=\"\", image=\"/r/kafka.png\"]; }")
                              .design;
    QStringList blocks;
    for (const Block& block : design.blocks)
        blocks << u"%1: %2, %3"_s.arg(block.title, block.kind, block.technology);
    blocks.sort();
    QCOMPARE(blocks, QStringList({u"Kafka: event-stream, Kafka"_s, u"events store: object-storage, S3"_s}));
}

void TestForeignDot::kinds_data() {
    QTest::addColumn<QByteArray>("node");
    QTest::addColumn<QString>("group");
    QTest::newRow("kafka") << QByteArray("x [label=kafka]") << u"sources"_s;
    QTest::newRow("cylinder") << QByteArray("x [shape=cylinder]") << u"ingest-and-storage"_s;
    QTest::newRow("s3") << QByteArray("x [label=\"raw events\\nS3\"]") << u"sources"_s;
    QTest::newRow("gateway") << QByteArray("x [label=\"API Gateway\"]") << u"serving"_s;
    QTest::newRow("grafana") << QByteArray("x [label=Grafana]") << u"release-and-watch"_s;
    QTest::newRow("box") << QByteArray("x [shape=box]") << u"platform"_s; // general
}

void TestForeignDot::kinds() {
    QFETCH(const QByteArray, node);
    QFETCH(const QString, group);
    const Design design = read("digraph { " + node + " }").design;
    const KindGroup* found = catalogue_.groupOfKind(design.blocks.begin()->kind);
    QCOMPARE(found ? found->name : QString(), group);
}

void TestForeignDot::names() {
    const Design design = read(R"dot(digraph {
        "Feature Store" [label="Features"]; node17 [label="The ranker"]; "9f1c2d3e4b5a6978" [label="The ranker"];
        "7" ; subgraph cluster_0 { label="Offline path"; "feature-store" } subgraph clusterOnline { x }
    })dot")
                              .design;
    QStringList names = namesIn(design).values();
    names.sort();
    QCOMPARE(names, (QStringList{u"b_7"_s, u"feature_store"_s, u"feature_store_2"_s, u"offline_path"_s,
                                 u"online"_s, u"the_ranker"_s, u"the_ranker_2"_s, u"x"_s}));
}

void TestForeignDot::deepClusters() {
    QByteArray dot = "digraph {";
    for (int i = 0; i < 100; ++i)
        dot += "subgraph cluster_" + QByteArray::number(i) + " {";
    const Import import = read(dot + "a" + QByteArray(100, '}') + "}");
    QCOMPARE(import.design.frames.size(), 100);
    QCOMPARE(
        import.notTaken,
        QStringList{
            u"Frames can be nested 64 deep; clusters inside the innermost ones were put beside them."_s});
}

void TestForeignDot::longTexts() {
    const QByteArray words = QByteArray("word ").repeated(30'000);
    const Import import = read("digraph { a [label=\"" + words + "\"]; b [tooltip=\"" + words + "\"] }");
    // What does not fit into the title is in the description as far as it goes.
    for (const Block& block : import.design.blocks) {
        QCOMPARE(block.title.size(), block.title == u"b"_s ? 1 : 2'000);
        QCOMPARE(block.description.size(), 100'000);
    }
    QCOMPARE(import.notTaken.size(), 2);
    QVERIFY(import.notTaken[0].contains(u"is longer than 100,000 characters; the rest was left out: “"_s));
}

/// More than dot can place in its time: nothing is waited for.
void TestForeignDot::manyNodesComeInRows() {
    QByteArray dot = "digraph {";
    for (int i = 0; i < 9'000; ++i)
        dot += "n" + QByteArray::number(i) + "_a -> n" + QByteArray::number(i / 2) + "_a\n";
    QElapsedTimer timer;
    timer.start();
    const Import import = read(dot + "}");
    QVERIFY2(timer.elapsed() < 10'000, qPrintable(QString::number(timer.elapsed())));
    QVERIFY(!import.positioned);
    QCOMPARE(import.design.blocks.size(), 9'000);
    QCOMPARE(
        import.notTaken,
        QStringList{
            u"The 9,000 blocks were put in rows, because Graphviz could not lay them out within its limits "
            "of time and memory."_s});
    const Rect bounds = import.design.bounds();
    QVERIFY(bounds.w < 4 * bounds.h && bounds.h < 4 * bounds.w);
}

void TestForeignDot::oursAfterwards() {
    for (const QString& name : {u"ml_pipeline.dot"_s, u"diagrams.dot"_s, u"compound.dot"_s}) {
        const Design design = readFile(name).design;
        const QByteArray dot = writeDot(design, catalogue_);
        const Import again = read(dot);
        QVERIFY(again.ours);
        QVERIFY(again.design == design);
    }
}

} // namespace groundplan

QTEST_GUILESS_MAIN(groundplan::TestForeignDot)
#include "test_foreign_dot.moc"
