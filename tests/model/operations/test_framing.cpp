#include "model/routing/routing_index.h"
#include "tests/model/operations/workbench.h"

using namespace groundplan;
using namespace Qt::StringLiterals;
using test::rectInPoints;
using test::Workbench;

namespace {

ElementId around(Workbench& bench, const QSet<ElementId>& ids) {
    return bench.make<ElementId>([&](Editor& editor) { return frameAround(editor, ids, u"Team A"_s); });
}

} // namespace

class TestFraming : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aFrameGoesAroundWithAMargin() {
        Workbench bench;
        const ElementId a = bench.block(0, 0);
        const ElementId b = bench.block(300, 200);
        const ElementId other = bench.block(100, 100);
        const ElementId frame = around(bench, {a, b});
        QVERIFY(bench.rect(frame) == rectInPoints(-20, -44, 516, 328));
        QCOMPARE(bench.design().frames.find(frame)->title, u"Team A"_s);
        QCOMPARE(bench.name(frame), u"team_a"_s);
        QCOMPARE(bench.parent(a), frame);
        QCOMPARE(bench.parent(b), frame);
        QCOMPARE(bench.parent(other), ElementId{}); // it lies there, but was not chosen
    }

    void itLiesInTheFrameThatHoldsAll() {
        Workbench bench;
        const ElementId outer = bench.frame(0, 0, 900, 600);
        const ElementId left = bench.frame(20, 40, 300, 300);
        const ElementId right = bench.frame(400, 40, 300, 300);
        const ElementId a = bench.block(50, 100);
        const ElementId b = bench.block(450, 100);
        const ElementId c = bench.block(60, 200);
        QCOMPARE(bench.parent(around(bench, {a, c})), left);
        QCOMPARE(bench.parent(around(bench, {a, b})), outer);
        QCOMPARE(bench.parent(right), outer);
    }

    void framesAreTakenWhole() {
        Workbench bench;
        const ElementId inner = bench.frame(0, 0, 300, 300);
        const ElementId deep = bench.block(50, 50);
        const ElementId beside = bench.block(400, 50);
        const ElementId frame = around(bench, {inner, deep, beside});
        QCOMPARE(bench.parent(inner), frame);
        QCOMPARE(bench.parent(deep), inner);
        QCOMPARE(bench.parent(beside), frame);
        QVERIFY(bench.design().elements.find(inner)->order > bench.design().elements.find(frame)->order);
    }

    void connectionsDoNotCount() {
        Workbench bench;
        const ElementId a = bench.block(0, 0);
        const ElementId id = bench.connect(a, bench.block(300, 0));
        QVERIFY(bench.rect(around(bench, {a, id})) == rectInPoints(-20, -44, 216, 128));
        const auto refused = bench.run([&](Editor& editor) -> Result<void> {
            if (const auto made = frameAround(editor, {id}, {}); !made)
                return Failure(made.error());
            return {};
        });
        QVERIFY(!refused);
        QCOMPARE(refused.error().sentence,
                 u"A frame goes around blocks, frames or cards; select some of these."_s);
    }

    /// A frame that comes in the way is gone round, in the same edit; when it goes, what it had turned aside
    /// goes straight again, and nothing else changes.
    void linesGoRoundAFrameWhileItIsThere() {
        Workbench bench;
        const ElementId left = bench.block(0, 0);
        const ElementId right = bench.block(900, 0);
        const ElementId inside = bench.block(412, 60);
        const ElementId line = bench.connect(left, right);
        const ElementId bystander = bench.connect(bench.block(0, 400), bench.block(900, 500));
        const auto enters = [&](ElementId frame) {
            return RoutingIndex(bench.design()).connectionsThrough({frame}).contains(line);
        };
        const Design before = bench.design();
        const auto check = [&](ElementId frame) {
            QVERIFY(!enters(frame));
            QVERIFY(bench.design().connections.at(line).route != before.connections.at(line).route);
            QVERIFY(bench.design().connections.at(bystander) == before.connections.at(bystander));
            const Design framed = bench.design();
            QVERIFY(bench.run([&](Editor& editor) { return deleteElements(editor, {frame}); }));
            QVERIFY(bench.design().connections.at(line) == before.connections.at(line));
            QVERIFY(bench.design().connections.at(bystander) == before.connections.at(bystander));
            QVERIFY(bench.document().undo());
            QVERIFY(bench.design() == framed);
            QVERIFY(bench.document().undo()); // one step, routes and all
            QVERIFY(bench.design() == before);
        };
        check(around(bench, {inside}));
        check(bench.frame(380, -40, 240, 200));
    }

    void framesNestOnlySoDeep() {
        Workbench bench;
        ElementId inner = bench.block(0, 0);
        for (int i = 0; i < limits::kDepth; ++i)
            inner = around(bench, {inner});
        const auto deeper = bench.run([&](Editor& editor) -> Result<void> {
            if (const auto made = frameAround(editor, {inner}, {}); !made)
                return Failure(made.error());
            return {};
        });
        QVERIFY(!deeper);
        QCOMPARE(deeper.error().sentence, u"Frames can be nested 64 deep and these are; take some apart."_s);
        // A frame moved or drawn there stays outside instead.
        const ElementId loose = bench.frame(10'000, 0, 20, 20);
        const Point middle = bench.rect(bench.design().blocks.begin()->id).center();
        const Point from = bench.rect(loose).center();
        QVERIFY(bench.run([&](Editor& editor) { return moveElements(editor, {loose}, middle - from); }));
        QVERIFY(bench.parent(loose) != ElementId{});
    }
};

QTEST_GUILESS_MAIN(TestFraming)
#include "test_framing.moc"
