#include "app/tools/alignment.h"
#include "tests/app/tools/fake_host.h"

using namespace groundplan;

class TestAlignment : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void linesWithinReachPull() {
        FakeHost host;
        host.card(box(400, 100, 200, 100));
        const auto shifts = [&](const Rect& rect) {
            const Alignment found = alignmentOf(host.design(), host.index(), rect, 5 * kUnitsPerPoint, {});
            return std::pair(found.shiftX, found.shiftY);
        };
        using Shift = std::optional<Coord>;
        QCOMPARE(shifts(box(0, 103, 200, 80)), std::pair(Shift(), Shift(-3 * 8)));   // tops
        QCOMPARE(shifts(box(0, 106, 200, 80)), std::pair(Shift(), Shift(4 * 8)));    // middles: 146 and 150
        QCOMPARE(shifts(box(0, 118, 200, 80)), std::pair(Shift(), Shift(2 * 8)));    // bottoms
        QCOMPARE(shifts(box(0, 114, 200, 80)), std::pair(Shift(), Shift(-4 * 8)));   // middles again
        QCOMPARE(shifts(box(0, 300, 200, 80)), std::pair(Shift(), Shift()));         // none
        QCOMPARE(shifts(box(398, 300, 120, 80)), std::pair(Shift(2 * 8), Shift()));  // left sides
        QCOMPARE(shifts(box(442, 300, 120, 80)), std::pair(Shift(-2 * 8), Shift())); // middles
        QCOMPARE(shifts(box(480, 300, 120, 80)), std::pair(Shift(0), Shift()));      // right sides, exactly
    }

    void theNearestLineWins() {
        FakeHost host;
        host.card(box(400, 100, 200, 100));
        host.card(box(650, 105, 200, 60));
        const Alignment found =
            alignmentOf(host.design(), host.index(), box(0, 104, 200, 40), 5 * kUnitsPerPoint, {});
        QCOMPARE(found.shiftY, std::optional<Coord>(1 * 8));
        QCOMPARE(found.guides.size(), 1);
        QCOMPARE(found.guides.first(), (Preview::Line{at(0, 105), at(850, 105)}));
    }

    void whatIsDraggedOrFarAwayDoesNotCount() {
        FakeHost host;
        const ElementId dragged = host.card(box(400, 100, 200, 100));
        host.card(box(2000, 100, 200, 100));
        const Alignment found =
            alignmentOf(host.design(), host.index(), box(0, 101, 200, 80), 5 * kUnitsPerPoint, {dragged});
        QVERIFY(!found.shiftX);
        QVERIFY(!found.shiftY);
        QVERIFY(found.guides.isEmpty());
    }
};

QTEST_MAIN(TestAlignment)
#include "test_alignment.moc"
