#include "app/tools/alignment.h"
#include "tests/app/tools/fake_host.h"
#include "tests/bench/bench_design.h"

#include <QElapsedTimer>

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

    void distancesBecomeEqual() {
        FakeHost host;
        host.card(box(0, 0, 100, 100));
        host.card(box(150, 0, 100, 100)); // 50 apart
        host.card(box(600, 0, 100, 100));
        const auto found = [&](const Rect& rect, Pulled x = Pulled::Whole) {
            return alignmentOf(host.design(), host.index(), rect, 5 * kUnitsPerPoint, {}, x, Pulled::Nothing);
        };
        using Shift = std::optional<Coord>;
        QCOMPARE(found(box(303, 7, 61, 77)).shiftX, Shift(-3 * 8)); // 50 from the second
        QCOMPARE(found(box(303, 7, 61, 77)).gaps.size(), 2);
        QCOMPARE(found(box(392, 7, 61, 77)).shiftX, Shift(int(2.5 * 8))); // in the middle of 250 and 600
        QCOMPARE(found(box(392, 7, 61, 77)).gaps,
                 (QList{Preview::Line{at(250, 0) + Point{0, 364}, Point{3156, 364}},
                        Preview::Line{Point{3644, 364}, at(600, 0) + Point{0, 364}}}));
        QCOMPARE(found(box(347, 7, 61, 77)).shiftX, Shift());
        QVERIFY(found(box(347, 7, 61, 77)).gaps.isEmpty());
        QCOMPARE(found(box(303, 207, 61, 77)).shiftX, Shift()); // not abreast of them
        // A side that is pulled: 70 to the left, so it stops 70 before the next one.
        QCOMPARE(found(box(320, 7, 213, 77), Pulled::Far).shiftX, Shift(-3 * 8));
        QCOMPARE(found(box(297, 7, 213, 77), Pulled::Near).shiftX, Shift(3 * 8));
    }

    void aPulledSideMeetsEitherSideOfOthers() {
        FakeHost host;
        host.card(box(400, 300, 200, 100));
        const auto found = [&](const Rect& rect, Pulled x, Pulled y) {
            return alignmentOf(host.design(), host.index(), rect, 5 * kUnitsPerPoint, {}, x, y);
        };
        using Shift = std::optional<Coord>;
        QCOMPARE(found(box(0, 0, 398, 50), Pulled::Far, Pulled::Nothing).shiftX, Shift(2 * 8));
        QCOMPARE(found(box(0, 0, 603, 50), Pulled::Far, Pulled::Nothing).shiftX, Shift(-3 * 8));
        QCOMPARE(found(box(398, 0, 150, 50), Pulled::Far, Pulled::Nothing).shiftX, Shift()); // the other side
        QCOMPARE(found(box(398, 0, 150, 50), Pulled::Near, Pulled::Nothing).shiftX, Shift(2 * 8));
        const Alignment both = found(box(0, 0, 398, 402), Pulled::Far, Pulled::Far);
        QCOMPARE(both.shiftY, Shift(-2 * 8));
        QCOMPARE(both.guides,
                 (QList{Preview::Line{at(400, 0), at(400, 400)}, Preview::Line{at(0, 400), at(600, 400)}}));
    }

    /// It is asked for in every frame of a drag, which has 8 ms for all it does.
    void itTakesLittleAmongTenThousand() {
        const Design design = bench::makeDesign(10'000);
        const BoardIndex index(design);
        const Point middle = design.bounds().center();
        qint64 best = std::numeric_limits<qint64>::max();
        for (int i = 0; i < 10; ++i) {
            QElapsedTimer clock;
            clock.start();
            const Rect rect{middle.x + i * 8, middle.y, kBlockSize.w, kBlockSize.h};
            alignmentOf(design, index, rect, 5 * kUnitsPerPoint, {});
            best = std::min(best, clock.nsecsElapsed());
        }
        qInfo("among 10,000 blocks: %.3f ms", double(best) / 1e6);
        QVERIFY(best < 1'000'000);
    }

    void strokesPullNothing() {
        FakeHost host;
        host.prepare([](Editor& editor) -> Result<void> {
            const Stroke stroke =
                strokeThrough({{at(400, 100), 128}, {at(600, 200), 128}}, StrokeTool::Pen, {}, 20);
            return addStroke(editor, stroke) ? Result<void>() : fail(ErrorCode::Refused, {});
        });
        QCOMPARE(host.design().strokes.size(), 1);
        QVERIFY(
            !alignmentOf(host.design(), host.index(), box(0, 103, 200, 80), 5 * kUnitsPerPoint, {}).shiftY);
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
