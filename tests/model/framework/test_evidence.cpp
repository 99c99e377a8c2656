#include "tests/model/framework/evidence_board.h"

using namespace groundplan;
using namespace groundplan::shipped;
using namespace groundplan::test;
using namespace Qt::StringLiterals;

class TestEvidence : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingHoldsOnAnEmptyBoard() {
        const TestBoard board;
        for (std::size_t i = 0; i < wordCount<EvidenceKind>(); ++i) {
            const Found found = board.look(of(EvidenceKind(i), {u"any"_s}));
            QVERIFY2(!found.holds, Words<EvidenceKind>::words[i]);
            QVERIFY(found.elements.isEmpty() && !found.onBoard);
        }
    }

    void task() {
        TestBoard board;
        board.design.board.task = u"  \n"_s;
        QVERIFY(!board.look(of(EvidenceKind::Task)).holds);
        board.design.board.task = u"Rank the videos"_s;
        QVERIFY(board.look(of(EvidenceKind::Task)).onBoard);
    }

    void requirements() {
        TestBoard board;
        board.requirement(u"latency"_s, {});
        board.requirement(u"privacy"_s, {}, Source::NotRelevant);
        QVERIFY(!board.look(of(EvidenceKind::Requirement, {u"latency"_s})).holds);
        QVERIFY(board.look(of(EvidenceKind::Requirement, {u"latency"_s, u"privacy"_s})).holds);
        QVERIFY(!board.look(of(EvidenceKind::Assumption)).holds);
        board.requirement(u"latency"_s, u"150 ms"_s, Source::Assumed);
        QVERIFY(board.look(of(EvidenceKind::Requirement, {u"latency"_s})).onBoard);
        QVERIFY(board.look(of(EvidenceKind::Assumption)).holds);
    }

    void notes() {
        TestBoard board;
        const ElementId block = board.block(u"ranking"_s);
        board.design.notes.put({NoteId(90), block, NoteKind::Risk, u"cold start"_s, 1});
        QCOMPARE(board.look(of(EvidenceKind::Note, {u"risk"_s})).elements, QList<ElementId>{block});
        QVERIFY(!board.look(of(EvidenceKind::Note, {u"question"_s})).holds);
        QVERIFY(!board.look(of(EvidenceKind::Assumption)).holds);
        board.design.notes.put({NoteId(91), {}, NoteKind::Assumption, u"70 % signed in"_s, 1});
        QVERIFY(board.look(of(EvidenceKind::Assumption)).onBoard);
    }

    void metrics() {
        TestBoard board;
        const ElementId block = board.block(u"ranking"_s);
        board.metric(MetricKind::Offline, u"roc auc"_s, {}, block);
        QCOMPARE(board.look(of(EvidenceKind::Metric, {u"offline"_s})).elements, QList<ElementId>{block});
        QVERIFY(!board.look(of(EvidenceKind::Metric, {u"online"_s})).holds);
        // By another name that the catalogue has for it.
        QVERIFY(board.look(of(EvidenceKind::MetricNamed, {u"AUC"_s})).holds);
        QVERIFY(!board.look(of(EvidenceKind::MetricNamed, {u"F1"_s})).holds);
        Evidence withTarget = of(EvidenceKind::Metric, {u"offline"_s});
        withTarget.target = true;
        QVERIFY(!board.look(withTarget).holds);
        const MetricId id = board.metric(MetricKind::Offline, u"F1"_s, u"0.8"_s);
        QVERIFY(board.look(withTarget).onBoard);
        QVERIFY(!board.look(of(EvidenceKind::ErrorCost)).holds);
        groundplan::Metric row = board.design.metrics.at(id);
        row.costFalseNegative = u"200 $"_s;
        board.design.metrics.put(row);
        QVERIFY(board.look(of(EvidenceKind::ErrorCost)).holds);
    }

    void blocksAndGroups() {
        TestBoard board;
        const ElementId first = board.placedBlock(u"feature-store"_s);
        Evidence store = of(EvidenceKind::Block, {u"feature-store"_s, u"database"_s});
        QCOMPARE(board.look(store).elements, QList<ElementId>{first});
        store.count = 2;
        QVERIFY(!board.look(store).holds);
        const ElementId second = board.placedBlock(u"database"_s);
        QCOMPARE(board.look(store).elements, (QList<ElementId>{first, second}));
        store.count = 1;
        store.technologies = QStringList{u"Feast"_s};
        QVERIFY(!board.look(store).holds);
        Block row = board.design.blocks.at(first);
        row.technology = u"feast"_s;
        board.design.blocks.put(row);
        QCOMPARE(board.look(store).elements, QList<ElementId>{first});
        QCOMPARE(board.look(of(EvidenceKind::Group, {u"ingest-and-storage"_s})).elements,
                 QList<ElementId>{second});
    }

    void flowsFramesAndSides() {
        TestBoard board;
        const ElementId a = board.block(u"monitoring"_s, false, groundplan::Path::Online);
        const ElementId b = board.block(u"training"_s, true, groundplan::Path::Offline);
        const ElementId connection = board.connect(a, b, Flow::Feedback);
        QCOMPARE(board.look(of(EvidenceKind::Flow, {u"feedback"_s})).elements, QList<ElementId>{connection});
        QVERIFY(!board.look(of(EvidenceKind::Flow, {u"stream"_s})).holds);
        QCOMPARE(board.look(of(EvidenceKind::Sides)).elements, (QList<ElementId>{a, b}));
        QCOMPARE(board.look(of(EvidenceKind::MachineLearning)).elements, (QList<ElementId>{a, b}));
        QVERIFY(!board.look(of(EvidenceKind::Frame)).holds);
        const ElementId frame(++board.last);
        board.put(frame, ElementType::Frame);
        Element inside = board.design.elements.at(a);
        inside.parent = frame;
        board.design.elements.put(inside);
        QCOMPARE(board.look(of(EvidenceKind::Frame)).elements, QList<ElementId>{frame});
        Block row = board.design.blocks.at(b);
        row.ml = false;
        row.path = groundplan::Path::Online;
        board.design.blocks.put(row);
        QVERIFY(!board.look(of(EvidenceKind::Sides)).holds);
        QVERIFY(!board.look(of(EvidenceKind::MachineLearning)).holds);
    }

    /// From where data comes from, through something that learns, to what serves: along the arrows.
    void completePath() {
        TestBoard board;
        const ElementId events = board.block(u"event-stream"_s);
        const ElementId training = board.block(u"training"_s, true);
        const ElementId service = board.block(u"api-gateway"_s);
        const Evidence path = of(EvidenceKind::Path);
        board.connect(events, service);
        QVERIFY2(!board.look(path).holds, "nothing on the way learns");
        board.connect(service, training);
        QVERIFY2(!board.look(path).holds, "what learns does not serve");
        board.connect(training, service, Flow::ModelArtifact);
        const Found found = board.look(path);
        QVERIFY(found.holds);
        QCOMPARE(found.elements, (QList<ElementId>{events, training, service}));
    }
    void completePathAgainstTheArrows() {
        TestBoard board;
        const ElementId events = board.block(u"event-stream"_s);
        const ElementId features = board.block(u"feature-store"_s);
        const ElementId ranking = board.block(u"ranking"_s, true);
        board.connect(events, features);
        const ElementId connection = board.connect(ranking, features);
        QVERIFY(!board.look(of(EvidenceKind::Path)).holds);
        Connection row = board.design.connections.at(connection);
        row.direction = groundplan::Direction::Both;
        board.design.connections.put(row);
        QVERIFY(board.look(of(EvidenceKind::Path)).holds);
    }

    void decisions() {
        TestBoard board;
        board.design.decisions.put({DecisionId(50), {}, u"Which model?"_s, {}, {}, 1, u"model-choice"_s});
        board.design.options.put({OptionId(51), DecisionId(50), u"Boosting"_s, 1});
        Evidence decision = of(EvidenceKind::Decision, {u"model-choice"_s});
        QVERIFY(board.look(decision).onBoard);
        QVERIFY(!board.look(of(EvidenceKind::Decision, {u"split-choice"_s})).holds);
        decision.options = 2;
        QVERIFY(!board.look(decision).holds);
        board.design.options.put({OptionId(52), DecisionId(50), u"Deep"_s, 2});
        QVERIFY(board.look(decision).holds);
        decision.chosen = true;
        QVERIFY(!board.look(decision).holds);
        groundplan::Decision row = board.design.decisions.at(DecisionId(50));
        row.chosen = OptionId(51);
        board.design.decisions.put(row);
        QVERIFY(board.look(decision).holds);
        decision.argued = true;
        board.design.arguments.put({ArgumentId(60), OptionId(51), Side::Pro, u"fast"_s, 1});
        board.design.arguments.put({ArgumentId(61), OptionId(51), Side::Con, u"coarse"_s, 1});
        board.design.arguments.put({ArgumentId(62), OptionId(52), Side::Pro, u"exact"_s, 1});
        QVERIFY(!board.look(decision).holds);
        board.design.arguments.put({ArgumentId(63), OptionId(52), Side::Con, u"slow"_s, 1});
        QVERIFY(board.look(decision).holds);
    }

    void fields() {
        TestBoard board;
        const ElementId block = board.block(u"data-source"_s);
        board.design.properties.put({PropertyId(70), block, u"data.split"_s, u"  "_s});
        const Evidence split = of(EvidenceKind::Field, {u"data.split"_s, u"evaluation.split"_s});
        QVERIFY(!board.look(split).holds);
        board.design.properties.put({PropertyId(70), block, u"data.split"_s, u"time"_s});
        QCOMPARE(board.look(split).elements, QList<ElementId>{block});
        Evidence byUser = split;
        byUser.values = QStringList{u"user"_s, u"product"_s};
        QVERIFY(!board.look(byUser).holds);
        board.design.properties.put({PropertyId(70), block, u"data.split"_s, u"time, user"_s});
        QVERIFY(board.look(byUser).holds);
    }

    /// What was only dropped on the board shows nothing.
    void blocksThatAreNotPlacedDoNotCount() {
        TestBoard board;
        const ElementId cache = board.block(u"cache"_s);
        const Evidence seen = of(EvidenceKind::Block, {u"cache"_s});
        QVERIFY(!board.look(seen).holds);
        board.connect(cache, cache);
        QVERIFY2(!board.look(seen).holds, "a connection to itself");
        {
            TestBoard described = board;
            Block row = described.design.blocks.at(cache);
            row.description = u"of lists"_s;
            described.design.blocks.put(row);
            QVERIFY(described.look(seen).holds);
        }
        {
            TestBoard framed = board;
            const ElementId frame(++framed.last);
            framed.put(frame, ElementType::Frame);
            Element inside = framed.design.elements.at(cache);
            inside.parent = frame;
            framed.design.elements.put(inside);
            QVERIFY(!framed.look(seen).holds);
            framed.connect(framed.block(u"client"_s), frame);
            QVERIFY(framed.look(seen).holds);
        }
        board.connect(cache, board.block(u"client"_s));
        QCOMPARE(board.look(seen).elements, QList<ElementId>{cache});
    }

    /// By its author, in one text.
    void said() {
        const Evidence said = saying(EvidenceKind::Said, {u"expected cost"_s, u"uplift"_s});
        const QString text = u"Decide by the cost that we expect."_s;
        TestBoard board;
        const ElementId block = board.block(u"rules"_s);
        board.note(NoteKind::Remark, u"the cost"_s, block);
        board.note(NoteKind::Remark, u"as expected"_s, block);
        QVERIFY2(!board.look(said).holds, "in two texts");
        const auto with = [&](auto change) {
            TestBoard changed = board;
            change(changed);
            return changed.look(said);
        };
        QCOMPARE(with([&](TestBoard& b) { b.note(NoteKind::Risk, text, block); }).elements,
                 QList<ElementId>{block});
        QVERIFY(with([&](TestBoard& b) { b.decide(text); }).onBoard);
        QVERIFY(with([&](TestBoard& b) {
                    b.decide(u"How do we decide?"_s);
                    b.design.options.put({OptionId(500), DecisionId(b.last), text, 1});
                }).holds);
        QVERIFY(with([&](TestBoard& b) { b.requirement({}, text, Source::Assumed); }).holds);
        QVERIFY(!with([&](TestBoard& b) { b.requirement({}, text, Source::Asked); }).holds);
        QVERIFY(!with([&](TestBoard& b) { b.requirement({}, text, Source::Given); }).holds);
        QVERIFY(with([&](TestBoard& b) {
                    b.design.properties.put({PropertyId(70), block, u"model.loss"_s, text});
                }).holds);
        QVERIFY(with([&](TestBoard& b) { b.design.board.task = text; }).onBoard);
        QVERIFY(!with([&](TestBoard& b) { b.design.board.title = text; }).holds);
        const ElementId other(900);
        QVERIFY(with([&](TestBoard& b) {
                    Card card;
                    card.id = other;
                    card.text = text;
                    b.design.cards.put(card);
                }).holds);
        QVERIFY(with([&](TestBoard& b) {
                    groundplan::Frame frame;
                    frame.id = other;
                    frame.ownTitle = true;
                    frame.title = text;
                    b.design.frames.put(frame);
                }).holds);
        QVERIFY(with([&](TestBoard& b) {
                    Connection row;
                    row.id = other;
                    row.label = text;
                    b.design.connections.put(row);
                }).holds);
        const auto titled = [&](const QString& title, bool own) {
            return with([&](TestBoard& b) {
                       Block row = b.design.blocks.at(block);
                       row.ownTitle = own;
                       row.title = title;
                       b.design.blocks.put(row);
                   })
                .holds;
        };
        QVERIFY(titled(u"By expected costs"_s, true));
        QVERIFY(!titled(u"By expected costs"_s, false));
    }
    void titlesThatOnlyNameTheKindSayNothing() {
        TestBoard board;
        const ElementId id = board.block(u"feature-store"_s);
        Block row = board.design.blocks.at(id);
        row.ownTitle = true;
        row.title = catalogue().kind(u"feature-store"_s)->title.in(u"en"_s).toUpper();
        board.design.blocks.put(row);
        QVERIFY(!board.look(saying(EvidenceKind::Said, {u"feature store"_s})).holds);
        row.title = u"Feature store of the team"_s;
        board.design.blocks.put(row);
        QVERIFY(board.look(saying(EvidenceKind::Said, {u"feature store"_s})).holds);
    }

    void saidOnABlock() {
        TestBoard board;
        const ElementId cache = board.block(u"cache"_s);
        const ElementId client = board.block(u"client"_s);
        const Evidence popular = saying(EvidenceKind::Block, {u"popular list"_s}, {u"cache"_s});
        board.note(NoteKind::Remark, u"the popular list"_s);
        board.note(NoteKind::Remark, u"a popular list"_s, client);
        const ElementId connection = board.connect(client, cache);
        QVERIFY2(!board.look(popular).holds, "said elsewhere");
        TestBoard labelled = board;
        Connection row = labelled.design.connections.at(connection);
        row.label = u"popular lists"_s;
        labelled.design.connections.put(row);
        QCOMPARE(labelled.look(popular).elements, QList<ElementId>{cache});
        TestBoard noted = board;
        noted.note(NoteKind::Risk, u"a list of what is popular"_s, cache);
        QVERIFY(noted.look(popular).holds);
        TestBoard technical = board;
        Block block = technical.design.blocks.at(cache);
        block.technology = u"Popular-list server"_s;
        technical.design.blocks.put(block);
        QVERIFY(technical.look(popular).holds);
        QVERIFY2(!technical.look(saying(EvidenceKind::Said, {u"list server"_s})).holds,
                 "a technology says nothing by itself");
    }
    void saidInItsText() {
        TestBoard board;
        board.note(NoteKind::Risk, u"ranker is down"_s);
        board.note(NoteKind::Remark, u"a popular list"_s);
        QVERIFY(board.look(saying(EvidenceKind::Note, {u"ranker down"_s}, {u"risk"_s})).holds);
        QVERIFY(!board.look(saying(EvidenceKind::Note, {u"popular list"_s}, {u"risk"_s})).holds);
        board.requirement(u"latency"_s, u"150 ms at p99"_s);
        QVERIFY(board.look(saying(EvidenceKind::Requirement, {u"p99"_s}, {u"latency"_s})).holds);
        QVERIFY(!board.look(saying(EvidenceKind::Requirement, {u"p50"_s}, {u"latency"_s})).holds);
        board.decide(u"What then?"_s, u"fallback"_s);
        QVERIFY(board.look(of(EvidenceKind::Decision, {u"fallback"_s})).holds);
        QVERIFY(!board.look(saying(EvidenceKind::Decision, {u"popular list"_s}, {u"fallback"_s})).holds);
        board.design.properties.put({PropertyId(800), {}, u"data.leakage"_s, u"cancel page"_s});
        QVERIFY(board.look(saying(EvidenceKind::Field, {u"cancel page"_s}, {u"data.leakage"_s})).holds);
        QVERIFY(!board.look(saying(EvidenceKind::Field, {u"refunds"_s}, {u"data.leakage"_s})).holds);
        QVERIFY(!board.look(saying(EvidenceKind::Assumption, {u"popular list"_s})).holds);
        board.note(NoteKind::Assumption, u"popular lists suffice"_s);
        QVERIFY(board.look(saying(EvidenceKind::Assumption, {u"popular list"_s})).holds);
    }

    void allAndAny() {
        TestBoard board;
        const ElementId a = board.placedBlock(u"retrieval"_s);
        Evidence both = of(EvidenceKind::All);
        Evidence either = of(EvidenceKind::Any);
        either.parts = {of(EvidenceKind::Block, {u"re-ranking"_s}), of(EvidenceKind::Task)};
        both.parts = {of(EvidenceKind::Block, {u"retrieval"_s}), of(EvidenceKind::Block, {u"ranking"_s}),
                      either};
        QVERIFY(!board.look(both).holds && board.look(both).elements.isEmpty());
        const ElementId b = board.placedBlock(u"ranking"_s);
        QVERIFY(!board.look(both).holds);
        QVERIFY(!board.look(either).holds);
        board.design.board.task = u"Rank"_s;
        QVERIFY(board.look(either).holds);
        QCOMPARE(board.look(both).elements, (QList<ElementId>{a, b}));
        QVERIFY(board.look(both).onBoard);
    }

    void links() {
        TestBoard board;
        const ElementId stream = board.block(u"event-stream"_s);
        const ElementId store = board.block(u"feature-store"_s);
        const ElementId connection = board.connect(stream, store, Flow::Stream);
        Evidence link = of(EvidenceKind::Link);
        link.from = QStringList{u"event-stream"_s};
        link.to = QStringList{catalogue().groupOfKind(u"feature-store"_s)->name};
        QCOMPARE(board.look(link).elements, QList<ElementId>{connection});
        Evidence other = link;
        other.flows = QStringList{u"batch"_s};
        QVERIFY(!board.look(other).holds);
        other.flows << u"stream"_s;
        QVERIFY(board.look(other).holds);
        Evidence back = link;
        std::swap(back.from, back.to);
        QVERIFY(!board.look(back).holds);
        Evidence labelled = of(EvidenceKind::Link);
        QVERIFY(board.look(labelled).holds);
        labelled.labelled = true;
        QVERIFY(!board.look(labelled).holds);
        Connection row = board.design.connections.at(connection);
        row.label = u"views, 10k/s"_s;
        row.direction = groundplan::Direction::Both;
        board.design.connections.put(row);
        QVERIFY(board.look(labelled).holds);
        QVERIFY(board.look(back).holds);
        labelled.said = phrasesOf({u"clicks"_s});
        QVERIFY(!board.look(labelled).holds);
        labelled.said = phrasesOf({u"view"_s});
        QVERIFY(board.look(labelled).holds);
    }
    void aFrameStandsForItsBlocks() {
        TestBoard board;
        const ElementId frame(++board.last);
        board.put(frame, ElementType::Frame);
        const ElementId store = board.block(u"feature-store"_s);
        Element inside = board.design.elements.at(store);
        inside.parent = frame;
        board.design.elements.put(inside);
        board.connect(board.block(u"event-stream"_s), frame);
        Evidence link = of(EvidenceKind::Link);
        link.to = QStringList{u"feature-store"_s};
        QVERIFY(board.look(link).holds);
        link.to = QStringList{u"ranking"_s};
        QVERIFY(!board.look(link).holds);
    }

    /// One after the other, along the arrows, whatever stands between.
    void ways() {
        TestBoard board;
        const ElementId client = board.block(u"user-client"_s);
        const ElementId ranking = board.block(u"ranking"_s);
        const ElementId log = board.block(u"logging"_s);
        const ElementId lake = board.block(u"data-warehouse"_s);
        const ElementId training = board.block(u"training"_s);
        Evidence way = of(EvidenceKind::Way);
        way.way = {{u"user-client"_s, u"serving"_s}, {u"event-stream"_s, u"logging"_s}, {u"training"_s}};
        board.connect(client, ranking);
        board.connect(ranking, log);
        board.connect(lake, training);
        QVERIFY2(!board.look(way).holds, "the parts do not touch");
        TestBoard back = board;
        back.connect(lake, log);
        QVERIFY2(!back.look(way).holds, "against the arrow");
        {
            TestBoard framed = board;
            const ElementId frame(++framed.last);
            framed.put(frame, ElementType::Frame);
            Element inside = framed.design.elements.at(lake);
            inside.parent = frame;
            framed.design.elements.put(inside);
            framed.connect(log, frame);
            QVERIFY(framed.look(way).holds);
        }
        board.connect(log, lake);
        QCOMPARE(board.look(way).elements, (QList<ElementId>{ranking, log, lake, training}));
        way.way.prepend({u"event-stream"_s});
        QVERIFY(!board.look(way).holds);
        way.way = {{u"ranking"_s}, {u"serving"_s}};
        QVERIFY2(!board.look(way).holds, "one block is not two");
    }

    void aDecisionWithoutTopicSpeaksForItself() {
        TestBoard board;
        Evidence fallback = of(EvidenceKind::Decision, {u"fallback"_s});
        fallback.questions = std::make_shared<DecisionQuestions>(
            QList<DecisionTopic>{{u"fallback"_s, {}, {}, {u"ranker is down"_s}}});
        board.decide(u"Which model?"_s);
        QVERIFY(!board.look(fallback).holds);
        board.decide(u"What do we show when the ranker is down?"_s, u"retrieval"_s);
        QVERIFY2(!board.look(fallback).holds, "it says that it is about something else");
        board.decide(u"What do we show when the ranker is down?"_s);
        QVERIFY(board.look(fallback).holds);
    }

    void namedMetricWithATarget() {
        TestBoard board;
        Evidence named = of(EvidenceKind::MetricNamed, {u"AUC"_s});
        named.target = true;
        board.metric(MetricKind::Offline, u"AUC"_s);
        QVERIFY(!board.look(named).holds);
        board.metric(MetricKind::Offline, u"auc"_s, u"0.8"_s);
        QVERIFY(board.look(named).holds);
    }

    void firstThatHolds() {
        TestBoard board;
        const ElementId block = board.placedBlock(u"ranking"_s);
        board.design.board.task = u"Rank"_s;
        const QList<Evidence> any{of(EvidenceKind::Requirement, {u"latency"_s}),
                                  of(EvidenceKind::Block, {u"ranking"_s}), of(EvidenceKind::Task)};
        const Found found = lookForAny(any, board.design, catalogue());
        QCOMPARE(found.elements, QList<ElementId>{block});
        QVERIFY(!found.onBoard);
        QVERIFY(!lookForAny({}, board.design, catalogue()).holds);
    }
};

QTEST_APPLESS_MAIN(TestEvidence)
#include "test_evidence.moc"
