#include "tests/bench/bench_design.h"
#include "tests/model/operations/workbench.h"

#include <QElapsedTimer>

using namespace groundplan;
using namespace Qt::StringLiterals;
using test::rectInPoints;
using test::Workbench;

namespace {

Result<void> move(Workbench& bench, const QSet<ElementId>& ids, double dx, double dy, bool reparent = true) {
    return bench.run([=](Editor& editor) {
        return moveElements(editor, ids, {units(dx), units(dy)}, reparent);
    });
}

constexpr auto kLocked = u"Everything selected is locked; unlock what you want to move, resize or delete.";
constexpr auto kGone = u"What this was about is no longer in the design; select again what you see.";

} // namespace

class TestMoving : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void routesFollow() {
        Workbench bench;
        const ElementId a = bench.block(0, 0);
        const ElementId b = bench.block(300, 0);
        const ElementId c = bench.block(600, 0);
        const ElementId ab = bench.connect(a, b);
        const ElementId bc = bench.connect(b, c);
        const Connection before = *bench.design().connections.find(bc);
        QVERIFY(move(bench, {a}, 0, 200));
        QVERIFY(bench.rect(a) == rectInPoints(0, 200, 176, 64));
        QVERIFY(bench.rect(b) == rectInPoints(300, 0, 176, 64));
        QVERIFY(bench.design().routeOf(*bench.design().connections.find(ab)) ==
                (QList<Point>{{units(176), units(232)}, {units(388), units(232)}, {units(388), units(64)}}));
        QVERIFY(*bench.design().connections.find(bc) == before);
    }

    void connectionsBetweenMovedOnesKeepTheirRows() {
        Workbench bench;
        const ElementId a = bench.block(0, 0);
        const ElementId b = bench.block(300, 100);
        const ElementId id = bench.connect(a, b);
        const Connection before = *bench.design().connections.find(id);
        QVERIFY(move(bench, {a, b, id}, 55, -70));
        QVERIFY(*bench.design().connections.find(id) == before);
        QVERIFY(bench.rect(b) == rectInPoints(355, 30, 176, 64));
    }

    void linesThatAreCoveredGoRound() {
        Workbench bench;
        const ElementId a = bench.block(0, 0);
        const ElementId b = bench.block(600, 0);
        const ElementId loose = bench.block(300, 300);
        const ElementId id = bench.connect(a, b);
        const Connection before = *bench.design().connections.find(id);
        QVERIFY(move(bench, {loose}, 0, -200));
        QVERIFY(*bench.design().connections.find(id) == before);
        QVERIFY(move(bench, {loose}, 0, -100));
        QCOMPARE(bench.design().connections.find(id)->route.size(), 4);
    }

    void framesTakeAlongWhatTheyHold() {
        Workbench bench;
        const ElementId outer = bench.frame(0, 0, 800, 600);
        const ElementId inner = bench.frame(100, 100, 300, 300);
        const ElementId deep = bench.block(150, 150);
        const ElementId beside = bench.block(1000, 0);
        QVERIFY(move(bench, {outer}, 10, 20));
        QVERIFY(bench.rect(inner) == rectInPoints(110, 120, 300, 300));
        QVERIFY(bench.rect(deep) == rectInPoints(160, 170, 176, 64));
        QVERIFY(bench.rect(beside) == rectInPoints(1000, 0, 176, 64));
        QCOMPARE(bench.parent(inner), outer);
        QCOMPARE(bench.parent(deep), inner);
        // Selected with its frame it moves once.
        QVERIFY(move(bench, {outer, deep}, 10, 0));
        QVERIFY(bench.rect(deep) == rectInPoints(170, 170, 176, 64));
    }

    void movedOnesChangeTheirFrame() {
        Workbench bench;
        const ElementId left = bench.frame(0, 0, 400, 400);
        const ElementId right = bench.frame(500, 0, 400, 400);
        const ElementId block = bench.block(100, 100);
        QCOMPARE(bench.parent(block), left);
        QVERIFY(move(bench, {block}, 500, 0));
        QCOMPARE(bench.parent(block), right);
        QVERIFY(move(bench, {block}, 0, 1000));
        QCOMPARE(bench.parent(block), ElementId{});
        QVERIFY(move(bench, {block}, 0, -1000, false));
        QCOMPARE(bench.parent(block), ElementId{});
    }

    void aFrameMovedIntoAnotherIsSeenThere() {
        Workbench bench;
        const ElementId small = bench.frame(0, 0, 200, 200);
        const ElementId within = bench.frame(20, 20, 100, 100);
        const ElementId large = bench.frame(500, 0, 600, 600);
        QVERIFY(move(bench, {small}, 600, 100));
        QCOMPARE(bench.parent(small), large);
        QCOMPARE(bench.parent(within), small);
        const auto order = [&](ElementId id) { return bench.design().elements.find(id)->order; };
        QVERIFY(order(large) < order(small));
        QVERIFY(order(small) < order(within));
        // A frame never goes into a smaller one.
        QVERIFY(move(bench, {large}, -700, 0));
        QCOMPARE(bench.parent(large), ElementId{});
    }

    void nothingLeavesTheBoard() {
        Workbench bench;
        const ElementId a = bench.block(0, 0);
        const ElementId b = bench.block(300, 0);
        QVERIFY(bench.run([&](Editor& editor) {
            return moveElements(editor, {a, b}, {2'000'000'000, -2'000'000'000});
        }));
        QCOMPARE(bench.rect(b).right(), kMaxCoord);
        QCOMPARE(bench.rect(b).top(), -kMaxCoord);
        QCOMPARE(bench.rect(b).x - bench.rect(a).x, units(300)); // they keep their distance
    }

    void lockedOnesStay() {
        Workbench bench;
        const ElementId a = bench.block(0, 0);
        const ElementId b = bench.block(300, 0);
        bench.lock({a});
        QVERIFY(move(bench, {a, b}, 0, 100));
        QVERIFY(bench.rect(a) == rectInPoints(0, 0, 176, 64));
        QVERIFY(bench.rect(b) == rectInPoints(300, 100, 176, 64));
        const auto refused = move(bench, {a}, 0, 100);
        QVERIFY(!refused);
        QCOMPARE(refused.error().sentence, QString::fromUtf16(kLocked));
        bench.lock({a}, false);
        QVERIFY(move(bench, {a}, 0, 100));
        QVERIFY(bench.rect(a) == rectInPoints(0, 100, 176, 64));
    }

    void lockedContentStaysWhenItsFrameMoves() {
        Workbench bench;
        const ElementId frame = bench.frame(0, 0, 800, 600);
        const ElementId pinned = bench.frame(50, 50, 300, 300);
        const ElementId held = bench.block(100, 100);
        const ElementId free = bench.block(500, 100);
        bench.lock({pinned});
        QCOMPARE(movableOf(bench.design(), {frame}), (QSet<ElementId>{frame, free}));
        QVERIFY(move(bench, {frame}, 2000, 0));
        QVERIFY(bench.rect(pinned) == rectInPoints(50, 50, 300, 300));
        QVERIFY(bench.rect(held) == rectInPoints(100, 100, 176, 64));
        QVERIFY(bench.rect(free) == rectInPoints(2500, 100, 176, 64));
    }

    void goneOnesAreRefused() {
        Workbench bench;
        const ElementId a = bench.block(0, 0);
        for (const QSet<ElementId>& ids : {QSet<ElementId>{a, ElementId(5)}, QSet<ElementId>{}}) {
            const auto refused = move(bench, ids, 10, 10);
            QVERIFY(!refused);
            QCOMPARE(refused.error().sentence, QString::fromUtf16(kGone));
        }
        QVERIFY(bench.rect(a) == rectInPoints(0, 0, 176, 64));
    }

    void nothingToMoveIsNoEdit() {
        Workbench bench;
        const ElementId id = bench.connect(bench.block(0, 0), bench.block(300, 0));
        const auto entries = bench.document().history().size();
        QVERIFY(move(bench, {id}, 10, 10));
        QVERIFY(move(bench, {bench.design().connections.find(id)->source}, 0, 0));
        QCOMPARE(bench.document().history().size(), entries);
    }

    void resizing() {
        Workbench bench;
        const ElementId a = bench.block(0, 0);
        const ElementId b = bench.block(600, 0);
        const ElementId id = bench.connect(a, b);
        const auto resize = [&](ElementId what, const Rect& rect) {
            return bench.run([=](Editor& editor) { return resizeElement(editor, what, rect); });
        };
        QVERIFY(resize(a, rectInPoints(-50, -100, 300, 164)));
        QVERIFY(bench.rect(a) == rectInPoints(-50, -100, 300, 164));
        QVERIFY(bench.design().routeOf(*bench.design().connections.find(id)) ==
                (QList<Point>{{units(250), units(32)}, {units(600), units(32)}}));
        QVERIFY(resize(a, rectInPoints(0, 0, 0, -5)));
        QCOMPARE(bench.rect(a).w, kMinSize);
        QCOMPARE(bench.rect(a).h, kMinSize);
        QVERIFY(!resize(id, rectInPoints(0, 0, 10, 10)));
        QVERIFY(!resize(ElementId(3), rectInPoints(0, 0, 10, 10)));
        bench.lock({b});
        const auto refused = resize(b, rectInPoints(0, 0, 100, 100));
        QVERIFY(!refused);
        QCOMPARE(refused.error().sentence, QString::fromUtf16(kLocked));
    }

    void aResizedFrameTakesInAndLetsGo() {
        Workbench bench;
        const ElementId frame = bench.frame(0, 0, 400, 400);
        const ElementId in = bench.block(50, 50);
        const ElementId edge = bench.block(200, 300);
        const ElementId out = bench.block(600, 50);
        QCOMPARE(bench.parent(edge), frame);
        QVERIFY(bench.run(
            [&](Editor& editor) { return resizeElement(editor, frame, rectInPoints(0, 0, 1000, 200)); }));
        QCOMPARE(bench.parent(in), frame);
        QCOMPARE(bench.parent(edge), ElementId{});
        QCOMPARE(bench.parent(out), frame);
    }

    /// A drag of everything writes one row a block and no connection.
    void movingTenThousand() {
        Workbench bench;
        const Design part = bench::makeDesign(10'000);
        QVERIFY(bench.document().edit({"import", {}}, [&](Editor& editor) -> Result<void> {
            const auto tops = insertDesign(editor, part, {});
            return tops ? Result<void>() : Result<void>(Failure(tops.error()));
        }));
        const Design before = bench.design();
        QSet<ElementId> all;
        for (const Block& block : before.blocks)
            all.insert(block.id);
        QElapsedTimer timer;
        timer.start();
        QVERIFY(bench.document().edit({"move", {u"10000"_s}}, [&](Editor& editor) {
            return moveElements(editor, all, {800, 400});
        }));
        qInfo("moving 10,000 blocks: %lld ms", static_cast<long long>(timer.elapsed()));
        QVERIFY(bench.design().connections == before.connections);
        QVERIFY(bench.design().elements == before.elements);
        for (const Block& block : bench.design().blocks)
            QVERIFY(block.rect == before.blocks.find(block.id)->rect.translated({800, 400}));
        const ElementId one = part.blocks.isEmpty() ? ElementId{} : *all.begin();
        timer.start();
        QVERIFY(bench.document().edit({"move", {u"1"_s}}, [&](Editor& editor) {
            return moveElements(editor, {one}, {200, 80});
        }));
        qInfo("moving 1 block of 10,000: %lld ms", static_cast<long long>(timer.elapsed()));
        QCOMPARE(test::looseRoutes(bench.design()), QString());
    }
};

QTEST_GUILESS_MAIN(TestMoving)
#include "test_moving.moc"
