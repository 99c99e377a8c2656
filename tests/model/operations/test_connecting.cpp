#include "model/routing/label_choice.h"
#include "tests/model/operations/workbench.h"
#include "tests/places.h"

using namespace groundplan;
using namespace Qt::StringLiterals;
using test::Workbench;

namespace {

Result<void> tryConnect(Workbench& bench, ElementId source, ElementId target) {
    return bench.run([=](Editor& editor) -> Result<void> {
        if (const auto made = connectElements(editor, source, target); !made)
            return Failure(made.error());
        return {};
    });
}

} // namespace

class TestConnecting : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aConnectionIsRoutedAndMeasured() {
        Workbench bench;
        const ElementId a = bench.block(0, 0);
        const ElementId b = bench.block(300, 0);
        const auto id = bench.make<ElementId>([&](Editor& editor) {
            return connectElements(editor, a, b, Flow::Stream, Direction::Both, u"clicks"_s,
                                   [](const QString& label) {
                                       return Size{Coord(label.size()) * 10, 160};
                                   });
        });
        const Connection row = *bench.design().connections.find(id);
        QCOMPARE(row.source, a);
        QCOMPARE(row.target, b);
        QCOMPARE(row.flow, Flow::Stream);
        QCOMPARE(row.direction, Direction::Both);
        QCOMPARE(row.label, u"clicks"_s);
        QCOMPARE(row.labelSize.w, 60);
        QCOMPARE(row.labelSize.h, 160);
        QCOMPARE(row.labelAt, 500);
        QVERIFY(row.route == (Route{{units(176), units(32)}, {units(300), units(32)}}));
        QCOMPARE(bench.design().elements.find(id)->type, ElementType::Connection);
    }

    void withoutALabelNothingIsMeasured() {
        Workbench bench;
        const ElementId id = bench.connect(bench.block(0, 0), bench.block(300, 0));
        QVERIFY(bench.design().connections.find(id)->labelSize == Size{});
    }

    void aSecondOneMakesTheFirstMoveAside() {
        Workbench bench;
        const ElementId a = bench.block(0, 0);
        const ElementId b = bench.block(300, 0);
        const ElementId first = bench.connect(a, b);
        const ElementId second = bench.connect(b, a);
        QSet<Coord> heights;
        for (const ElementId id : {first, second})
            heights.insert(bench.design().routeOf(*bench.design().connections.find(id)).first().y);
        QCOMPARE(heights, (QSet<Coord>{units(24), units(40)}));
    }

    void framesAndLoopsAreFine() {
        Workbench bench;
        const ElementId frame = bench.frame(400, 0, 400, 300);
        const ElementId block = bench.block(0, 100);
        const ElementId inside = bench.block(500, 100);
        bench.connect(block, frame);
        bench.connect(inside, frame);
        bench.connect(frame, frame);
        bench.connect(block, block);
        QCOMPARE(bench.design().connections.size(), 4);
    }

    void onlyBlocksAndFramesAreEnds() {
        Workbench bench;
        const ElementId block = bench.block(0, 0);
        const ElementId card = bench.card(400, 0);
        const ElementId connection = bench.connect(block, block);
        const QString sentence =
            u"A connection joins blocks and frames, and one end of this one is none or is no longer "
            "there; draw it between two that you see."_s;
        for (const ElementId bad : {card, connection, ElementId(1), ElementId{}}) {
            for (const bool asSource : {true, false}) {
                const auto done = asSource ? tryConnect(bench, bad, block) : tryConnect(bench, block, bad);
                QVERIFY(!done);
                QCOMPARE(done.error().sentence, sentence);
            }
        }
        QCOMPARE(bench.design().connections.size(), 1);
    }

    void reconnecting() {
        Workbench bench;
        const ElementId a = bench.block(0, 0);
        const ElementId b = bench.block(300, 0);
        const ElementId c = bench.block(0, 200);
        const ElementId id = bench.connect(a, b);
        QVERIFY(bench.run([&](Editor& editor) { return reconnect(editor, id, a, c); }));
        const Connection row = *bench.design().connections.find(id);
        QCOMPARE(row.target, c);
        QVERIFY(row.route == (Route{{units(88), units(64)}, {units(88), units(200)}}));
        QVERIFY(bench.run([&](Editor& editor) { return reconnect(editor, id, c, b); }));
        QCOMPARE(bench.design().connections.find(id)->source, c);
        QVERIFY(!bench.run([&](Editor& editor) { return reconnect(editor, id, c, id); }));
        QVERIFY(!bench.run([&](Editor& editor) { return reconnect(editor, a, c, b); }));
        QCOMPARE(bench.design().connections.find(id)->source, c);
    }

    void routingOnRequest() {
        Workbench bench;
        const ElementId a = bench.block(0, 0);
        const ElementId b = bench.block(300, 0);
        const ElementId id = bench.connect(a, b);
        const auto unroute = [&] {
            // As an importer leaves it.
            QVERIFY(bench.document().edit({"import", {}}, [&](Editor& editor) -> Result<void> {
                Connection row = *editor.design().connections.find(id);
                row.route.clear();
                editor.put(row);
                return {};
            }));
            QVERIFY(bench.design().connections.find(id)->route.isEmpty());
        };
        unroute();
        bench.run([&](Editor& editor) -> Result<void> {
            routeConnections(editor);
            return {};
        });
        QCOMPARE(bench.design().connections.find(id)->route.size(), 2);
        unroute();
        bench.run([&](Editor& editor) -> Result<void> {
            routeConnections(editor, QSet<ElementId>{id, ElementId(5)});
            return {};
        });
        QCOMPARE(bench.design().connections.find(id)->route.size(), 2);
    }

    void likelyFlows_data() {
        QTest::addColumn<QString>("source");
        QTest::addColumn<QString>("target");
        QTest::addColumn<Flow>("flow");
        const auto row = [](const char* source, const char* target, Flow flow) {
            QTest::addRow("%s to %s", source, target)
                << QString::fromLatin1(source) << QString::fromLatin1(target) << flow;
        };
        row("user-client", "api-gateway", Flow::Request);
        row("api-gateway", "online-prediction", Flow::Request);
        row("online-prediction", "feature-store", Flow::Request);
        row("user-client", "event-stream", Flow::Stream);
        row("event-stream", "object-storage", Flow::Stream);
        row("message-queue", "stream-transform", Flow::Stream);
        row("object-storage", "batch-transform", Flow::Batch);
        row("batch-transform", "feature-store", Flow::Batch);
        row("batch-transform", "training", Flow::TrainingData);
        row("feature-store", "training", Flow::TrainingData);
        row("training", "model-registry", Flow::ModelArtifact);
        row("model-registry", "online-prediction", Flow::ModelArtifact);
        row("online-prediction", "monitoring", Flow::Telemetry);
        row("event-stream", "logging", Flow::Telemetry);
        row("monitoring", "training", Flow::Feedback);
        row("monitoring", "retraining-trigger", Flow::Feedback);
        row("feedback", "training", Flow::Feedback);
        row("orchestration", "training", Flow::Request);
        row("orchestration", "monitoring", Flow::Telemetry);
        row("not-in-the-catalogue", "training", Flow::TrainingData);
        row("not-in-the-catalogue", "nor-this", Flow::Request);
    }
    void likelyFlows() {
        QFETCH(QString, source);
        QFETCH(QString, target);
        QFETCH(Flow, flow);
        const Catalogue catalogue = Catalogue::load({projectPath("templates/catalog")});
        Design design;
        const auto put = [&](qint64 id, const QString& kind) {
            Block block;
            block.id = ElementId(id);
            block.kind = kind;
            design.blocks.put(block);
        };
        put(1, source);
        put(2, target);
        QCOMPARE(likelyFlow(design, catalogue, ElementId(1), ElementId(2)), flow);
    }

    void anOfflineBlockSendsBatches() {
        const Catalogue catalogue;
        Design design;
        Block block;
        block.id = ElementId(1);
        block.path = Path::Offline;
        design.blocks.put(block);
        Frame frame;
        frame.id = ElementId(2);
        design.frames.put(frame);
        QCOMPARE(likelyFlow(design, catalogue, ElementId(1), ElementId(2)), Flow::Batch);
        QCOMPARE(likelyFlow(design, catalogue, ElementId(2), ElementId(1)), Flow::Request);
    }

    /// A label lies where it covers nothing, in the edit that covered it; one that somebody has moved stays.
    void labelsKeepOffWhatComes() {
        Workbench bench;
        const ElementId a = bench.block(0, 0);
        const ElementId b = bench.block(0, 600);
        const ElementId line = bench.connect(a, b, QStringLiteral("many clicks"));
        const auto at = [&] { return bench.design().connections.at(line).labelAt; };
        QCOMPARE(at(), 500);
        const Route route = bench.design().connections.at(line).route;
        // Beside the line, under its label.
        const ElementId beside = bench.block(102, 300);
        QVERIFY(at() != 500);
        QVERIFY(bench.design().connections.at(line).route == route);
        QVERIFY(bench.document().undo());
        QCOMPARE(at(), 500);
        QVERIFY(bench.document().redo());
        Connection row = bench.design().connections.at(line);
        row.labelAt = labelByHand(500);
        bench.put(row);
        const Point there{units(104), units(302)};
        QVERIFY(bench.run([&](Editor& editor) {
            return moveElements(editor, {beside}, there - bench.rect(beside).topLeft());
        }));
        QCOMPARE(at(), labelByHand(500));
        QVERIFY(bench.run([&](Editor& editor) { return moveElements(editor, {b}, {units(400), units(0)}); }));
        QCOMPARE(at(), labelByHand(500));
    }
};

QTEST_GUILESS_MAIN(TestConnecting)
#include "test_connecting.moc"
