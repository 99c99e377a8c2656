#include "model/design/validate.h"
#include "model/graphviz/dialect.h"
#include "model/graphviz/dot.h"
#include "tests/model/graphviz/differences.h"
#include "tests/model/graphviz/dot_samples.h"

#include "tests/sound_import.h"

#include <QProcess>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

namespace groundplan {

namespace {

/// Two blocks in a frame, one beside it, three connections, and something of everything that hangs on them.
Design sample() {
    Design design;
    design.board.title = u"Recommendations"_s;
    design.board.task = u"Ten items\nfor ten million users"_s;
    design.elements.put(row(1, ElementType::Frame));
    design.frames.put(
        {ElementId(1), u"online"_s, true, u"Online"_s, u"p99 <= 150 ms"_s, {}, {0, 0, 4'800, 1'600}});
    const auto block = [&design](qint64 id, const QString& name, const QString& title, Coord x,
                                 qint64 parent) {
        design.elements.put(row(id, ElementType::Block, parent));
        Block b;
        b.id = ElementId(id);
        b.kind = u"model"_s;
        b.name = name;
        b.ownTitle = true;
        b.title = title;
        b.rect = {x, 480, 1'408, 512};
        design.blocks.put(b);
    };
    block(2, u"retrieval"_s, u"Retrieval"_s, 160, 1);
    block(3, u"ranker"_s, u"Ranker"_s, 2'400, 1);
    block(4, u"client"_s, u"Client"_s, 8'000, 0);
    const auto connect = [&design](qint64 id, qint64 from, qint64 to, const Route& route) {
        design.elements.put(row(id, ElementType::Connection));
        Connection c;
        c.id = ElementId(id);
        c.source = ElementId(from);
        c.target = ElementId(to);
        c.label = u"items"_s;
        c.labelSize = {240, 120};
        c.route = route;
        design.connections.put(c);
    };
    connect(5, 2, 3, {{1'408, 256}, {2'240, 256}});
    connect(6, 4, 1, {{0, 256}, {-3'200, 256}});
    connect(7, 3, 4, {{1'408, 300}, {5'600, 300}});
    design.notes.put({NoteId(1), ElementId(2), NoteKind::Risk, u"Popular items crowd out the rest"_s, 1});
    design.notes.put({NoteId(2), {}, NoteKind::Question, u"Who pays?"_s, 1});
    design.decisions.put({DecisionId(1), ElementId(3), u"Which model?"_s, OptionId(1), u"Fast"_s, 1});
    design.options.put({OptionId(1), DecisionId(1), u"Trees"_s, 1});
    design.options.put({OptionId(2), DecisionId(1), u"Network"_s, 2});
    design.arguments.put({ArgumentId(1), OptionId(1), Side::Pro, u"2 ms"_s, 1});
    design.metrics.put({MetricId(1), ElementId(3), MetricKind::Online, u"CTR"_s, u"%"_s, Goal::AtLeast,
                        u"4"_s, u"3.1"_s, true, 1});
    design.requirements.put({RequirementId(1), u"How many?"_s, u"10M"_s, Source::Given, true, 1});
    design.elements.put(row(8, ElementType::Card));
    design.cards.put({ElementId(8), CardKind::Decision, {}, DecisionId(1), {8'000, 1'600, 1'600, 800}});
    putDrawings(design);
    return design;
}

} // namespace

/// Our own DOT as written, and as people edit it.
class TestOwnDot : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sampleIsWrittenAsDescribed();
    void sampleComesBack();
    void longValuesAreSplit();
    void handWrittenFile();
    void emptyDesign();
    void editedLabelsAndPlaces();
    void editedRoutes();
    void removedNodeTakesItsNotesWithIt();
    void copiedNodeGetsFreshIds();
    void addedByHand();
    void addedNearWhatItIsConnectedTo();
    void addedWhenNothingElseIsThere();
    void oddValuesAreTold_data();
    void oddValuesAreTold();
    void innerClustersDoNotInherit();
    void newerVersionIsTold();
    void windowsLineEnds();
    void throughNop();
    void throughDot();

private:
    Import read(const QByteArray& dot) { return soundImport(readDot(dot, u"edited.dot"_s, {})); }
    static const Block* blockCalled(const Design& design, const QString& name) {
        for (const Block& block : design.blocks) {
            if (block.name == name)
                return design.blocks.find(block.id);
        }
        return nullptr;
    }
};

void TestOwnDot::sampleIsWrittenAsDescribed() {
    const QByteArray dot = writeDot(sample(), {});
    for (const char* line : {
             "digraph recommendations {\n",
             "\t\tgp_board_notes=\"question | Who pays? | id=2 order=1\",\n",
             "\t\tgp_board_task=\"Ten items%0Afor ten million users\",\n",
             "\t\tgp_requirements=\"given | How many? | 10M | shown id=1 order=1\",\n",
             "\tsubgraph cluster_online {\n\t\tgraph [bb=\"0,-200,600,0\",\n",
             "\t\t\tlabel=\"Online\\lp99 <= 150 ms\\l\",\n",
             "\t\tretrieval\t[gp_id=2,\n",
             "\t\t\tgp_notes=\"risk | Popular items crowd out the rest | id=1 order=1\",\n",
             "\t\t\tpos=\"108,-92!\",\n",
             "\t\t\twidth=2.4444];\n",
             "\t\tranker\t[gp_decisions=\"decision | Which model? | Fast | id=1 order=1\noption | Trees | "
             "chosen "
             "id=1 order=1\n"
             "pro | 2 ms | id=1 order=1\noption | Network | id=2 order=2\",\n",
             "\t\t\tgp_metrics=\"online | CTR | at-least | 4 | % | 3.1 | shown id=1 order=1\",\n",
             "\tretrieval -> ranker\t[key=5,\n",
             "\t\tgp_route=\"176,32 280,32\",\n",
             "\tclient -> online__anchor\t[key=6,\n",
             "\t\tlhead=cluster_online,\n",
         })
        QVERIFY2(dot.contains(line), line + dot);
    QVERIFY(!dot.contains("\\\n"));
}

void TestOwnDot::sampleComesBack() {
    const Design design = sample();
    QCOMPARE(validate(design), QStringList());
    const Import import = read(writeDot(design, {}));
    QVERIFY(import.ours);
    QVERIFY(import.positioned);
    QCOMPARE(import.notTaken, QStringList());
    QCOMPARE(differences(design, import.design), QStringList());
}

void TestOwnDot::longValuesAreSplit() {
    Design design = sample();
    Note note = *design.notes.find(NoteId(1));
    note.text = QString(limits::kTextLength, QChar(0x7279));
    design.notes.put(note);
    design.board.task = QString(50'000, u'\\') + QString(50'000, u'\n');
    for (int i = 2; i < 400; ++i)
        design.notes.put({NoteId(i), ElementId(3), NoteKind::Remark, QString(200, u'"'), i});
    const QByteArray dot = writeDot(design, {});
    QVERIFY(dot.contains("gp_notes_2=") && dot.contains("gp_notes_10=") && dot.contains("gp_board_task_2="));
    // No value is longer than it may be.
    qsizetype longest = 0;
    for (qsizetype at = dot.indexOf("=\""); at >= 0; at = dot.indexOf("=\"", at)) {
        const qsizetype begin = at + 2;
        for (at = begin; dot[at] != '"'; ++at)
            at += dot[at] == '\\';
        longest = std::max(longest, dot.mid(begin, at - begin).replace("\\\"", "\"").size());
    }
    QVERIFY2(longest > 15'000 && longest <= dialect::kLongestValue, qPrintable(QString::number(longest)));
    const Import import = read(dot);
    QCOMPARE(differences(design, import.design), QStringList());
    QCOMPARE(firstDifference(dot, writeDot(import.design, {})), QByteArray());
}

void TestOwnDot::handWrittenFile() {
    const Import import = read(R"(digraph {
        gp_version=1
        gp_board_title="Recommendations"
        gp_board_metrics="business | Revenue"
        subgraph cluster_online { label="Online\np99 <= 150 ms"; ranker; features }
        ranker   [label="Ranker\nXGBoost", gp_kind=ranking, gp_ml=true, gp_path=online,
                  gp_notes="risk | Popular items crowd out the rest
                            question | Who owns | nothing=here",
                  gp_decisions="decision | Which model?
                                option | Trees | chosen
                                pro | fast
                                con | flat
                                option | Network"]
        features [label="Feature store\nFeast", gp_kind="feature-store"]
        sticky   [gp_card=text, label="Remember\nthe cold start"]
        features -> ranker [gp_flow=stream, label="vectors"]
        ranker -> features [dir=back]
    })");
    QVERIFY(import.ours);
    QVERIFY(import.positioned);
    QCOMPARE(import.notTaken, QStringList());
    const Design& design = import.design;
    QCOMPARE(design.board.title, u"Recommendations"_s);
    QCOMPARE(design.blocks.size(), 2);
    const Block* ranker = blockCalled(design, u"ranker"_s);
    QVERIFY(ranker);
    QCOMPARE(ranker->title, u"Ranker"_s);
    QCOMPARE(ranker->technology, u"XGBoost"_s);
    QCOMPARE(ranker->kind, u"ranking"_s);
    QVERIFY(ranker->ml && ranker->ownTitle);
    QCOMPARE(ranker->path, Path::Online);
    QCOMPARE(design.frames.size(), 1);
    const Frame& frame = *design.frames.begin();
    QCOMPARE(frame.name, u"online"_s);
    QCOMPARE(frame.title, u"Online"_s);
    QCOMPARE(frame.remark, u"p99 <= 150 ms"_s);
    QCOMPARE(design.elements.find(ranker->id)->parent, frame.id);
    QVERIFY(frame.rect.contains(ranker->rect));
    const QList<const Note*> notes = design.notes.sorted();
    QCOMPARE(notes.size(), 2);
    QCOMPARE(notes[0]->kind, NoteKind::Risk);
    QCOMPARE(notes[0]->text, u"Popular items crowd out the rest"_s);
    QCOMPARE(notes[1]->text, u"Who owns"_s);
    QCOMPARE(notes[1]->subject, ranker->id);
    QCOMPARE(design.decisions.size(), 1);
    const Decision& decision = *design.decisions.begin();
    QCOMPARE(design.options.find(decision.chosen)->title, u"Trees"_s);
    QCOMPARE(design.arguments.sorted().at(1)->side, Side::Con);
    QCOMPARE(design.metrics.begin()->name, u"Revenue"_s);
    QCOMPARE(design.cards.begin()->text, u"Remember\nthe cold start"_s);
    QCOMPARE(design.connections.size(), 2);
    for (const Connection& connection : design.connections) {
        QCOMPARE(connection.direction, Direction::Forward);
        QCOMPARE(connection.target, ranker->id);
        QVERIFY(connection.route.isEmpty());
    }
    // From here on it is as if it had been drawn.
    const QByteArray written = writeDot(design, {});
    QCOMPARE(firstDifference(written, writeDot(read(written).design, {})), QByteArray());
}

void TestOwnDot::emptyDesign() {
    const Import import = read(writeDot({}, {}));
    QVERIFY(import.ours);
    QVERIFY(import.design == Design());
}

void TestOwnDot::editedLabelsAndPlaces() {
    QByteArray dot = writeDot(sample(), {});
    dot = edited(dot, "label=Client", "label=\"Mobile app\\nSwift\"");
    dot = edited(dot, "pos=\"1088,-92!\"", "pos=\"1100.5,-100\"");
    dot = edited(dot, "Online\\lp99 <= 150 ms\\l", "Serving");
    const Import import = read(dot);
    const Block* client = import.design.blocks.find(ElementId(4));
    QCOMPARE(client->title, u"Mobile app"_s);
    QCOMPARE(client->technology, u"Swift"_s);
    QCOMPARE(client->name, u"client"_s);
    QCOMPARE(client->rect, (Rect{8'100, 544, 1'408, 512}));
    QCOMPARE(import.design.frames.find(ElementId(1))->title, u"Serving"_s);
    QCOMPARE(import.design.frames.find(ElementId(1))->remark, u"p99 <= 150 ms"_s);
}

void TestOwnDot::editedRoutes() {
    // Moving the ranker makes the routes at it useless, and only those.
    const Import import = read(edited(writeDot(sample(), {}), "pos=\"388,-92!\"", "pos=\"388,-150!\""));
    QVERIFY(import.design.connections.find(ElementId(5))->route.isEmpty());
    QVERIFY(import.design.connections.find(ElementId(7))->route.isEmpty());
    QCOMPARE(import.design.connections.find(ElementId(6))->route.size(), 2);
    QCOMPARE(import.notTaken, QStringList());
}

void TestOwnDot::removedNodeTakesItsNotesWithIt() {
    // The line of the ranker goes, and so do those of its edges.
    QString dot = QString::fromUtf8(writeDot(sample(), {}));
    dot.remove(QRegularExpression(u"\\t\\tranker\\t\\[[^\\]]*\\];\\n"_s));
    dot.remove(QRegularExpression(u"\\t\\w+ -> ranker\\t\\[[^\\]]*\\];\\n"_s));
    dot.remove(QRegularExpression(u"\\tranker -> \\w+\\t\\[[^\\]]*\\];\\n"_s));
    const Import import = read(dot.toUtf8());
    QCOMPARE(import.design.blocks.size(), 2);
    QCOMPARE(import.design.connections.size(), 1);
    QCOMPARE(import.design.notes.size(), 2);
    QVERIFY(import.design.decisions.isEmpty() && import.design.options.isEmpty() &&
            import.design.arguments.isEmpty());
    QVERIFY(import.design.metrics.isEmpty());
    QVERIFY(!import.design.cards.begin()->decision);
    QCOMPARE(import.notTaken, QStringList{u"A card shows a decision that is no longer in the file."_s});
}

void TestOwnDot::copiedNodeGetsFreshIds() {
    const QByteArray dot = writeDot(sample(), {});
    const qsizetype begin = dot.indexOf("\t\tranker\t[");
    const QByteArray ranker = dot.mid(begin, dot.indexOf("];\n", begin) + 3 - begin);
    const Import import =
        read(QByteArray(dot).insert(begin, QByteArray(ranker).replace("ranker", "ranker_b")));
    const Design& design = import.design;
    QCOMPARE(import.notTaken, QStringList());
    QCOMPARE(design.blocks.size(), 4);
    const Block* copy = blockCalled(design, u"ranker_b"_s);
    const Block* original = blockCalled(design, u"ranker"_s);
    QVERIFY(copy && original);
    QVERIFY(copy->id != original->id);
    QCOMPARE(design.decisions.size(), 2);
    QCOMPARE(design.options.size(), 4);
    QCOMPARE(design.metrics.size(), 2);
    for (const Decision& decision : design.decisions) {
        QVERIFY(decision.subject == copy->id || decision.subject == original->id);
        QCOMPARE(design.options.find(decision.chosen)->decision, decision.id);
    }
}

void TestOwnDot::addedByHand() {
    QByteArray dot = writeDot(sample(), {});
    dot.chop(dot.size() - dot.lastIndexOf('}'));
    dot += "\t\"Vector index\" [label=\"Vector index\\nFAISS\", shape=cylinder];\n"
           "\tretrieval -> \"Vector index\" [label=search];\n"
           "\tsubgraph cluster_new { \"In a new frame\" }\n"
           "\tsubgraph cluster_online { \"In the frame\" }\n"
           "\tsubgraph cluster_empty { label=Empty }\n}\n";
    const Import import = read(dot);
    const Design& design = import.design;
    QCOMPARE(import.notTaken, QStringList());
    QCOMPARE(design.blocks.size(), 6);
    const Block* index = blockCalled(design, u"vector_index"_s);
    QVERIFY(index);
    QCOMPARE(index->technology, u"FAISS"_s);
    // Beside the frame of what it is connected to.
    const Rect online = sample().frames.at(ElementId(1)).rect;
    QVERIFY(!online.intersects(index->rect) && online.grown(400).intersects(index->rect));
    const Block* inNew = blockCalled(design, u"in_a_new_frame"_s);
    const Block* inOnline = blockCalled(design, u"in_the_frame"_s);
    QVERIFY(inNew && inOnline);
    QCOMPARE(design.nameOf(design.elements.find(inNew->id)->parent), u"new"_s);
    QCOMPARE(design.elements.find(inOnline->id)->parent, ElementId(1));
    // Frames hold what is in them; the one that was there has grown downwards.
    for (const Block* block : {inNew, inOnline})
        QVERIFY(design.frames.find(design.elements.find(block->id)->parent)->rect.contains(block->rect));
    QCOMPARE(design.frames.find(ElementId(1))->rect.topLeft(), (Point{0, 0}));
    QCOMPARE(design.frames.size(), 3);
    for (const Frame& frame : design.frames)
        QVERIFY(frame.rect.w >= kMinSize && frame.rect.h >= kMinSize);
    int fromRetrieval = 0;
    for (const Connection& connection : design.connections)
        fromRetrieval += connection.source == ElementId(2) && connection.target == index->id &&
                         connection.label == u"search"_s;
    QCOMPARE(fromRetrieval, 1);
}

/// Near what it is connected to, where nothing lies and no line runs; what is connected to nothing is below.
void TestOwnDot::addedNearWhatItIsConnectedTo() {
    const Design before = sample();
    QByteArray dot = writeDot(before, {});
    dot.chop(dot.size() - dot.lastIndexOf('}'));
    dot += "\tcache; ranker -> cache; cache -> client;\n"
           "\tlog; client -> log; log -> archive;\n"
           "\tsubgraph cluster_ads { auction }\n\tclient -> auction;\n"
           "\talone;\n}\n";
    const Import import = read(dot);
    const Design& design = import.design;
    QCOMPARE(import.notTaken, QStringList());
    for (const Block& block : before.blocks)
        QCOMPARE(design.blocks.at(block.id).rect, block.rect);
    const auto rectOf = [&](const QString& name) { return blockCalled(design, name)->rect; };
    const Rect ranker = rectOf(u"ranker"_s), client = rectOf(u"client"_s), cache = rectOf(u"cache"_s);
    QVERIFY(cache.center().x > ranker.center().x && cache.center().x < client.center().x);
    QVERIFY(std::abs(cache.center().y - client.center().y) < 1600);
    QVERIFY(rectOf(u"log"_s).left() > client.right() && rectOf(u"log"_s).left() < client.right() + 1200);
    QVERIFY(rectOf(u"archive"_s).left() > rectOf(u"log"_s).right());
    const ElementId ads = design.elements.at(blockCalled(design, u"auction"_s)->id).parent;
    QVERIFY(client.grown(3000).intersects(design.frames.at(ads).rect));
    for (const Block& block : before.blocks)
        QVERIFY(rectOf(u"alone"_s).top() > block.rect.bottom());
    // None of them covers anything.
    for (const Block& one : design.blocks) {
        for (const Block& other : design.blocks)
            QVERIFY(one.id == other.id || !one.rect.intersects(other.rect));
        for (const Frame& frame : design.frames)
            QVERIFY(design.elements.at(one.id).parent == frame.id || !one.rect.intersects(frame.rect));
        for (const Connection& line : before.connections) {
            const QList<Point> way = before.routeOf(line);
            if (line.source == one.id || line.target == one.id || before.blocks.contains(one.id))
                continue;
            for (qsizetype i = 1; i < way.size(); ++i) {
                const Rect piece = Rect{way[i - 1].x, way[i - 1].y, 1, 1}.united({way[i].x, way[i].y, 1, 1});
                QVERIFY(!one.rect.intersects(piece));
            }
        }
    }
}

void TestOwnDot::addedWhenNothingElseIsThere() {
    const Import import = read("digraph { gp_version=1; a -> b -> c; a -> c }");
    QVERIFY(import.positioned);
    QCOMPARE(import.design.blocks.size(), 3);
    QVERIFY(blockCalled(import.design, u"b"_s)->rect.x > blockCalled(import.design, u"a"_s)->rect.right());
}

void TestOwnDot::oddValuesAreTold_data() {
    QTest::addColumn<QByteArray>("dot");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char* name, const char* dot, const QString& sentence) {
        QTest::newRow(name) << QByteArray(dot) << sentence;
    };
    row("flow", "a -> b [gp_flow=osmosis]",
        u"The flow “osmosis” is not known; the connection became a request."_s);
    row("path", "a [gp_path=sideways]",
        u"The path “sideways” of the block “a” is neither online nor offline."_s);
    row("colour", "a [gp_colour=red]",
        u"The colour “red” of the block “a” is not written as #rrggbb and was left out."_s);
    row("card", "a [gp_card=napkin]",
        u"The card “napkin” is of a sort that is not known here and was left out."_s);
    row("note", "a [gp_notes=\"rumour | x\"]",
        u"A line among the notes, decisions and metrics of the block “a” was not understood: “rumour | x”."_s);
    row("option without decision", "a [gp_decisions=\"option | x\"]",
        u"A line among the notes, decisions and metrics of the block “a” was not understood: “option | x”."_s);
    row("goal", "gp_board_metrics=\"online | CTR | about | 4\"",
        u"A line among the notes, decisions and metrics of the board was not understood: “online | CTR | about | 4”."_s);
    row("no place", "a [pos=\"nan,1e308!\"]",
        u"The place “nan,1e308!” is none; what has it was placed anew."_s);
    row("no id", "a [gp_id=seven]", u"“seven” is no id: another was given."_s);
    row("edge to a card", "c [gp_card=text]; a -> c",
        u"The connection from “a” to “c” was left out: only blocks and frames can be connected."_s);
}

void TestOwnDot::oddValuesAreTold() {
    QFETCH(const QByteArray, dot);
    QFETCH(const QString, sentence);
    QCOMPARE(read("digraph { gp_version=1; " + dot + " }").notTaken, QStringList{sentence});
}

/// DOT passes attributes of a cluster on to those inside; what is written by hand for the outer one does not
/// mean them.
void TestOwnDot::innerClustersDoNotInherit() {
    const Import import =
        read("digraph { gp_version=1; gp_board_title=T; label=T\n"
             "subgraph cluster_a { label=Outer; gp_notes=\"risk | r\"; gp_colour=\"#112233\"\n"
             "  subgraph cluster_b { x } } }");
    const Design& design = import.design;
    QCOMPARE(design.notes.size(), 1);
    for (const Frame& frame : design.frames) {
        const bool outer = frame.name == u"a"_s;
        QCOMPARE(frame.title, outer ? u"Outer"_s : QString());
        QCOMPARE(frame.colour, outer ? u"#112233"_s : QString());
    }
}

void TestOwnDot::newerVersionIsTold() {
    const Import import = read("digraph { gp_version=2; a }");
    QCOMPARE(import.notTaken,
             QStringList{u"The file was written by a newer version of Groundplan (2): what only that one "
                         "knows was left out."_s});
    QCOMPARE(import.design.blocks.size(), 1);
}

void TestOwnDot::windowsLineEnds() {
    const Design design = sample();
    const Import import = read(writeDot(design, {}).replace("\n", "\r\n"));
    QCOMPARE(differences(design, import.design), QStringList());
}

/// Graphviz's own pretty printer reads and writes the file anew.
void TestOwnDot::throughNop() {
    const Design design = sample();
    QProcess nop;
    nop.start(u"nop"_s, QStringList());
    nop.write(writeDot(design, {}));
    nop.closeWriteChannel();
    QVERIFY(nop.waitForFinished());
    QCOMPARE(nop.exitCode(), 0);
    const Import import = read(nop.readAllStandardOutput());
    QCOMPARE(import.notTaken, QStringList());
    QCOMPARE(differences(design, import.design), QStringList());
}

/// dot moves everything: places are taken from it, routes are dropped, the rest stays.
void TestOwnDot::throughDot() {
    const Design design = sample();
    QProcess dot;
    dot.start(u"dot"_s, {u"-Tdot"_s});
    dot.write(writeDot(design, {}));
    dot.closeWriteChannel();
    QVERIFY(dot.waitForFinished());
    QCOMPARE(dot.exitCode(), 0);
    const Import import = read(dot.readAllStandardOutput());
    QCOMPARE(import.notTaken, QStringList());
    QCOMPARE(import.design.notes, design.notes);
    QCOMPARE(import.design.blocks.size(), design.blocks.size());
    for (const Block& block : import.design.blocks) {
        Block expected = *design.blocks.find(block.id);
        QVERIFY(block.rect != expected.rect);
        QCOMPARE(block.rect.w, expected.rect.w);
        expected.rect = block.rect;
        QCOMPARE(block, expected);
    }
    for (const Connection& connection : import.design.connections) {
        QVERIFY(connection.route.isEmpty());
        QCOMPARE(connection.source, design.connections.find(connection.id)->source);
        QCOMPARE(connection.target, design.connections.find(connection.id)->target);
    }
}

} // namespace groundplan

QTEST_GUILESS_MAIN(groundplan::TestOwnDot)
#include "test_own_dot.moc"
