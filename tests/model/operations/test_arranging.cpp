#include "tests/model/operations/workbench.h"

using namespace groundplan;
using test::rectInPoints;
using test::Workbench;

namespace {

Result<void> arrange(Workbench& bench, const QSet<ElementId>& ids, Arrangement how) {
    return bench.run([=](Editor& editor) { return arrangeElements(editor, ids, how); });
}
void group(Workbench& bench, const QSet<ElementId>& ids) {
    QVERIFY(bench.run([=](Editor& editor) { return groupElements(editor, ids); }));
}

} // namespace

class TestArranging : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aligning_data() {
        QTest::addColumn<int>("to");
        QTest::addColumn<QPoint>("first");  // of a card of 100 x 50 at 0, 10
        QTest::addColumn<QPoint>("second"); // of one of 200 x 80 at 300, 400
        QTest::newRow("left") << int(Arrangement::AlignLeft) << QPoint(0, 10) << QPoint(0, 400);
        QTest::newRow("centre") << int(Arrangement::AlignCentre) << QPoint(200, 10) << QPoint(150, 400);
        QTest::newRow("right") << int(Arrangement::AlignRight) << QPoint(400, 10) << QPoint(300, 400);
        QTest::newRow("top") << int(Arrangement::AlignTop) << QPoint(0, 10) << QPoint(300, 10);
        QTest::newRow("middle") << int(Arrangement::AlignMiddle) << QPoint(0, 220) << QPoint(300, 205);
        QTest::newRow("bottom") << int(Arrangement::AlignBottom) << QPoint(0, 430) << QPoint(300, 400);
    }
    void aligning() {
        QFETCH(int, to);
        QFETCH(QPoint, first);
        QFETCH(QPoint, second);
        Workbench bench;
        const ElementId a = bench.card(0, 10, 100, 50);
        const ElementId b = bench.card(300, 400, 200, 80);
        const ElementId beside = bench.card(900, 900);
        const Design before = bench.design();
        const auto entries = bench.document().history().size();
        QVERIFY(arrange(bench, {a, b}, Arrangement(to)));
        QVERIFY(bench.rect(a) == rectInPoints(first.x(), first.y(), 100, 50));
        QVERIFY(bench.rect(b) == rectInPoints(second.x(), second.y(), 200, 80));
        QVERIFY(bench.rect(beside) == *before.rectOf(beside));
        QCOMPARE(bench.document().history().size(), entries + 1);
        QVERIFY(bench.document().undo());
        QVERIFY(bench.design() == before);
    }

    void routesFollow() {
        Workbench bench;
        const ElementId a = bench.block(0, 0);
        const ElementId b = bench.block(300, 100);
        const ElementId c = bench.block(600, 220);
        const ElementId ab = bench.connect(a, b);
        QVERIFY(arrange(bench, {a, b, c}, Arrangement::AlignTop)); // the workbench looks at every route
        QVERIFY(bench.design().routeOf(*bench.design().connections.find(ab)) ==
                (QList<Point>{{units(176), units(32)}, {units(300), units(32)}}));
    }

    void whatAFrameHoldsGoesAlong() {
        Workbench bench;
        const ElementId frame = bench.frame(0, 100, 300, 200);
        const ElementId in = bench.block(50, 150);
        const ElementId card = bench.card(500, 0, 100, 100);
        QVERIFY(arrange(bench, {frame, in, card}, Arrangement::AlignTop));
        QVERIFY(bench.rect(frame) == rectInPoints(0, 0, 300, 200));
        QVERIFY(bench.rect(in) == rectInPoints(50, 50, 176, 64));
        QCOMPARE(bench.parent(in), frame);
    }

    void lockedOnesAndSingleOnes() {
        Workbench bench;
        const ElementId a = bench.card(0, 0);
        const ElementId b = bench.card(500, 100);
        bench.lock({a});
        const auto refused = arrange(bench, {a, b}, Arrangement::AlignLeft);
        QVERIFY(!refused);
        QCOMPARE(refused.error().sentence,
                 QStringLiteral("Select 2 or more blocks, frames or cards that are not locked."));
        QVERIFY(!arrange(bench, {b}, Arrangement::AlignLeft));
        QVERIFY(!arrange(bench, {b}, Arrangement::SameWidth));
        QVERIFY(!arrange(bench, {a, b, bench.card(900, 0)}, Arrangement::DistributeAcross));
        QVERIFY(!arrange(bench, {b, ElementId(7)}, Arrangement::AlignLeft));
        QVERIFY(bench.rect(a) == rectInPoints(0, 0, 240, 120));
    }

    void aGroupMovesAsOne() {
        Workbench bench;
        const ElementId a = bench.card(0, 0, 100, 50);
        const ElementId b = bench.card(50, 100, 100, 50);
        const ElementId c = bench.card(400, 300, 100, 50);
        group(bench, {a, b});
        QVERIFY(arrange(bench, {a, b, c}, Arrangement::AlignBottom));
        QVERIFY(bench.rect(a) == rectInPoints(0, 200, 100, 50));
        QVERIFY(bench.rect(b) == rectInPoints(50, 300, 100, 50));
        QVERIFY(bench.rect(c) == rectInPoints(400, 300, 100, 50));
        // Alone, its members are brought in line.
        QVERIFY(arrange(bench, {a, b}, Arrangement::AlignLeft));
        QVERIFY(bench.rect(b) == rectInPoints(0, 300, 100, 50));
    }

    void distributing() {
        Workbench bench;
        const ElementId a = bench.card(0, 0, 100, 50);
        const ElementId b = bench.card(120, 70, 50, 50);
        const ElementId c = bench.card(190, 300, 100, 50);
        const ElementId d = bench.card(500, 10, 100, 50);
        QVERIFY(arrange(bench, {a, b, c, d}, Arrangement::DistributeAcross)); // 250 left over for three gaps
        QVERIFY(bench.rect(a) == rectInPoints(0, 0, 100, 50));
        QVERIFY(bench.rect(d) == rectInPoints(500, 10, 100, 50));
        const Coord first = bench.rect(b).left() - bench.rect(a).right();
        const Coord second = bench.rect(c).left() - bench.rect(b).right();
        const Coord third = bench.rect(d).left() - bench.rect(c).right();
        QCOMPARE(first + second + third, 2000);
        QVERIFY(std::abs(first - second) <= 1 && std::abs(second - third) <= 1);
        QCOMPARE(bench.rect(b).y, units(70));
        QVERIFY(arrange(bench, {a, b, c}, Arrangement::DistributeDown));
        QCOMPARE(bench.rect(b).y, units(150));
    }

    void sameSizes() {
        Workbench bench;
        const ElementId a = bench.card(0, 0, 100, 90);
        const ElementId b = bench.card(300, 0, 200, 50);
        QVERIFY(arrange(bench, {a, b}, Arrangement::SameWidth));
        QVERIFY(bench.rect(a) == rectInPoints(0, 0, 200, 90));
        QVERIFY(bench.rect(b) == rectInPoints(300, 0, 200, 50));
        QVERIFY(arrange(bench, {a, b}, Arrangement::SameHeight));
        QVERIFY(bench.rect(b) == rectInPoints(300, 0, 200, 90));
        const ElementId c = bench.card(600, 0, 300, 300);
        const ElementId block = bench.block(1000, 0);
        bench.connect(block, bench.block(1300, 0));
        QVERIFY(arrange(bench, {c, block}, Arrangement::SameSize));
        QVERIFY(bench.rect(block) == rectInPoints(1000, 0, 300, 300));
    }

    void aFrameOfTheSameSizeTakesIn() {
        Workbench bench;
        const ElementId small = bench.frame(0, 0, 200, 200);
        const ElementId large = bench.frame(1000, 0, 600, 600);
        const ElementId block = bench.block(300, 300);
        QCOMPARE(bench.parent(block), ElementId{});
        QVERIFY(arrange(bench, {small, large}, Arrangement::SameSize));
        QCOMPARE(bench.parent(block), small);
    }
};

QTEST_GUILESS_MAIN(TestArranging)
#include "test_arranging.moc"
