#include "app/tools/label_gesture.h"
#include "app/tools/resize_gesture.h"
#include "app/tools/select_tool.h"
#include "tests/app/tools/fake_host.h"

using namespace groundplan;

class TestGestures : public QObject {
    Q_OBJECT
private Q_SLOTS:
    // Moving

    void aDragMovesWhatWasPressed() {
        FakeHost host;
        SelectTool tool;
        FakeMouse mouse(tool, host);
        const ElementId a = host.block("model", 0, 0);
        mouse.press(at(100, 40));
        mouse.move(at(102, 41)); // not far enough yet
        QVERIFY(!tool.isBusy());
        mouse.move(at(160, 80));
        QVERIFY(tool.isBusy());
        QCOMPARE(host.preview.moved, QSet{a});
        QCOMPARE(host.preview.movedBy, at(60, 40));
        QCOMPARE(host.rectOf(a), box(0, 0, 176, 64)); // nothing has happened yet
        mouse.move(at(200, 100));
        QCOMPARE(host.preview.movedBy, at(100, 60));
        QCOMPARE(host.edits.size(), 0);
        mouse.release(at(200, 100));
        QCOMPARE(keysOf(host.edits), QStringLiteral("move(1,block)"));
        QCOMPARE(host.rectOf(a), box(100, 60, 176, 64));
        QVERIFY(host.preview.moved.isEmpty());
        QVERIFY(!tool.isBusy());
        QCOMPARE(host.selected, QSet{a});
    }

    void aDragMovesTheWholeSelection() {
        FakeHost host;
        SelectTool tool;
        FakeMouse mouse(tool, host);
        const ElementId a = host.block("model", 0, 0);
        const ElementId b = host.block("model", 300, 0);
        const ElementId c = host.block("model", 0, 200);
        const ElementId ab = host.connection(a, b);
        const ElementId ac = host.connection(a, c);
        host.selected = {a, b};
        const QList<Point> before = host.design().routeOf(*host.design().connections.find(ab));
        mouse.dragTo(at(100, 40), at(140, 240));
        QCOMPARE(host.preview.moved, (QSet{a, b, ab}));
        QCOMPARE(host.preview.routes.keys(), QList{ac});
        const QList<Point> shown = host.preview.routes.value(ac);
        mouse.release(at(140, 240));
        QCOMPARE(host.design().routeOf(*host.design().connections.find(ac)), shown);
        QCOMPARE(keysOf(host.edits), QStringLiteral("move(2,block)"));
        QCOMPARE(host.rectOf(a), box(40, 200, 176, 64));
        QCOMPARE(host.rectOf(b), box(340, 200, 176, 64));
        QCOMPARE(host.rectOf(c), box(0, 200, 176, 64));
        QList<Point> shifted = before;
        for (Point& corner : shifted)
            corner = corner + at(40, 200);
        QCOMPARE(host.design().routeOf(*host.design().connections.find(ab)), shifted);
    }

    void escapeLeavesNoTrace() {
        FakeHost host;
        SelectTool tool;
        FakeMouse mouse(tool, host);
        const ElementId a = host.block("model", 0, 0);
        host.connection(a, host.block("model", 300, 0));
        const Design before = host.design();
        const qsizetype entries = host.entries();
        mouse.dragTo(at(100, 40), at(200, 140));
        QVERIFY(!host.preview.isEmpty());
        QVERIFY(mouse.key(Qt::Key_Escape));
        QVERIFY(host.preview.isEmpty());
        QVERIFY(!tool.isBusy());
        mouse.move(at(300, 200));
        mouse.release(at(300, 200));
        QCOMPARE(host.edits.size(), 0);
        QVERIFY(host.design() == before);
        QCOMPARE(host.entries(), entries);
    }

    void backAtItsStartItHasNotMoved() {
        FakeHost host;
        SelectTool tool;
        FakeMouse mouse(tool, host);
        host.block("model", 0, 0);
        mouse.press(at(100, 40));
        mouse.move(at(200, 40));
        mouse.move(at(101, 41));
        mouse.release(at(101, 41));
        QCOMPARE(host.edits.size(), 0);
    }

    void positionsSnapToTheGridButNotWithAlt() {
        FakeHost host;
        SelectTool tool;
        FakeMouse mouse(tool, host);
        const ElementId a = host.block("model", 0, 0);
        mouse.drag(at(100, 40), at(143, 105)); // by 43, 65
        QCOMPARE(host.rectOf(a), box(44, 64, 176, 64));
        mouse.drag(at(100, 100), at(143, 165), Qt::AltModifier);
        QCOMPARE(host.rectOf(a), box(87, 129, 176, 64));
    }

    void shiftKeepsToOneAxis() {
        FakeHost host;
        SelectTool tool;
        FakeMouse mouse(tool, host);
        const ElementId a = host.block("model", 0, 0);
        mouse.drag(at(100, 40), at(180, 70), Qt::ShiftModifier);
        QCOMPARE(host.rectOf(a), box(80, 0, 176, 64));
        QCOMPARE(host.selected, QSet{a}); // and does not take it out of the selection
    }

    void itFallsIntoLineWithAnother() {
        FakeHost host;
        SelectTool tool;
        FakeMouse mouse(tool, host);
        const ElementId a = host.block("model", 2, 3);
        host.block("model", 402, 203);
        mouse.dragTo(at(100, 40), at(100, 237)); // 3 points above its line
        QCOMPARE(host.preview.movedBy, at(0, 200));
        QCOMPARE(host.preview.guides.size(), 3); // tops, middles and bottoms
        QCOMPARE(host.preview.guides.at(1), (Preview::Line{at(2, 235), at(578, 235)}));
        mouse.release(at(100, 237));
        QCOMPARE(host.rectOf(a), box(2, 203, 176, 64));
    }

    void itComesToLieAsFarFromItsNeighboursAsTheyAreApart() {
        FakeHost host;
        SelectTool tool;
        FakeMouse mouse(tool, host);
        host.card(box(0, 0, 200, 100));
        host.card(box(260, 20, 200, 100)); // 60 apart
        const ElementId dragged = host.card(box(1000, 330, 120, 160));
        mouse.dragTo(at(1060, 400), at(583, 117)); // left at 523, 63 from its neighbour
        QCOMPARE(host.preview.movedBy.x, (at(520 - 1000, 0)).x);
        QCOMPARE(host.preview.gaps, (QList{Preview::Line{at(200, 60), at(260, 60)},
                                           Preview::Line{{460 * 8, 668}, {520 * 8, 668}}}));
        mouse.release(at(583, 117));
        QCOMPARE(host.rectOf(dragged).x, at(520, 0).x); // what was shown is what is kept
        QVERIFY(host.preview.gaps.isEmpty());
        // Alt lets it lie anywhere.
        mouse.dragTo(at(560, 100), at(563, 101), Qt::AltModifier);
        QVERIFY(host.preview.gaps.isEmpty());
        QVERIFY(host.preview.guides.isEmpty());
        mouse.move(at(565, 103));
        mouse.release(at(565, 103));
        QCOMPARE(host.rectOf(dragged).x, at(525, 0).x);
    }

    void thePulledSideMeetsANeighbours() {
        FakeHost host;
        SelectTool tool;
        FakeMouse mouse(tool, host);
        const ElementId card = host.card(box(0, 0, 200, 100));
        host.card(box(70, 301, 333, 90)); // right side at 403
        host.selected = {card};
        mouse.dragTo(at(202, 102), at(402, 142)); // the corner, 3 short of that side
        QCOMPARE(host.preview.resized.value(card).w, at(403, 0).x);
        QCOMPARE(host.preview.guides, QList{(Preview::Line{at(403, 0), at(403, 391)})});
        mouse.release(at(402, 142));
        QCOMPARE(host.rectOf(card), box(0, 0, 403, 140));
        mouse.drag(at(405, 142), at(395, 133), Qt::AltModifier);
        QCOMPARE(host.rectOf(card), box(0, 0, 393, 131));
    }

    void lockedOnesStay() {
        FakeHost host;
        SelectTool tool;
        FakeMouse mouse(tool, host);
        const ElementId a = host.block("model", 0, 0);
        const ElementId b = host.block("model", 300, 0);
        host.lock(a);
        mouse.dragTo(at(100, 40), at(140, 240));
        QVERIFY(host.preview.moved.isEmpty());
        QVERIFY(host.preview.rubberBand); // a locked element is like the board
        mouse.release(at(140, 240));
        host.selected = {a, b};
        mouse.drag(at(400, 40), at(400, 240));
        QCOMPARE(keysOf(host.edits), QStringLiteral("move(1,block)"));
        QCOMPARE(host.rectOf(a), box(0, 0, 176, 64));
        QCOMPARE(host.rectOf(b), box(300, 200, 176, 64));
    }

    void aFrameTakesAlongWhatItHolds() {
        FakeHost host;
        SelectTool tool;
        FakeMouse mouse(tool, host);
        const ElementId frame = host.frame(box(0, 0, 400, 240));
        const ElementId inside = host.block("model", 100, 100);
        QCOMPARE(host.parentOf(inside), frame);
        // By its inside it cannot be dragged: that is empty board.
        mouse.dragTo(at(60, 200), at(90, 230));
        QVERIFY(host.preview.rubberBand);
        mouse.release(at(90, 230));
        // By its border and by its title it can.
        mouse.dragTo(at(400 - 2, 200), at(498, 300));
        QCOMPARE(host.preview.moved, (QSet{frame, inside}));
        mouse.release(at(498, 300));
        QCOMPARE(host.rectOf(frame), box(100, 100, 400, 240));
        QCOMPARE(host.rectOf(inside), box(200, 200, 176, 64));
        QCOMPARE(keysOf(host.edits), QStringLiteral("move(1,frame)"));
        mouse.drag(at(100 + 40, 118), at(40, 18));
        QCOMPARE(host.rectOf(frame), box(0, 0, 400, 240));
        QCOMPARE(host.rectOf(inside), box(100, 100, 176, 64));
        QCOMPARE(host.parentOf(inside), frame);
    }

    void droppedIntoAFrameItBelongsThere() {
        FakeHost host;
        SelectTool tool;
        FakeMouse mouse(tool, host);
        const ElementId frame = host.frame(box(300, 0, 400, 240));
        const ElementId a = host.block("model", 0, 300);
        QCOMPARE(host.parentOf(a), ElementId());
        mouse.dragTo(at(100, 340), at(500, 120));
        QCOMPARE(host.preview.dropTarget, frame);
        mouse.release(at(500, 120));
        QCOMPARE(host.parentOf(a), frame);
        mouse.dragTo(at(500, 120), at(520, 124));
        QCOMPARE(host.preview.dropTarget, ElementId()); // it is there already
        mouse.move(at(500, 520));
        mouse.release(at(500, 520));
        QCOMPARE(host.parentOf(a), ElementId());
        QCOMPARE(host.entries(), 4); // two of them gestures
    }

    // Resizing

    void resizing_data() {
        QTest::addColumn<int>("handle");
        QTest::addColumn<Rect>("result");
        // By (40, 24), of a rectangle at (100, 100) of 200 x 80.
        const Rect results[] = {box(140, 124, 160, 56),  box(100, 124, 200, 56),  box(100, 124, 240, 56),
                                box(100, 100, 240, 80),  box(100, 100, 240, 104), box(100, 100, 200, 104),
                                box(140, 100, 160, 104), box(140, 100, 160, 80)};
        for (int handle = 0; handle < 8; ++handle)
            QTest::addRow("handle %d", handle) << handle << results[handle];
    }
    void resizing() {
        QFETCH(int, handle);
        QFETCH(Rect, result);
        const Size least{80 * kUnitsPerPoint, 40 * kUnitsPerPoint};
        QCOMPARE(resizedBy(box(100, 100, 200, 80), handle, at(40, 24), least), result);
        // Pulled right through itself it stops at the least size, with the opposite side where it was.
        const Rect small = resizedBy(
            box(100, 100, 200, 80), handle,
            at(handle == 7 || handle == 0 || handle == 6 ? 900 : -900, handle <= 2 ? 900 : -900), least);
        QVERIFY(small.w == least.w || handle == 1 || handle == 5);
        QVERIFY(small.h == least.h || handle == 3 || handle == 7);
        if (handle == 0 || handle == 6 || handle == 7)
            QCOMPARE(small.right(), 300 * kUnitsPerPoint);
        if (handle <= 2)
            QCOMPARE(small.bottom(), 180 * kUnitsPerPoint);
    }

    void aHandleResizes() {
        FakeHost host;
        SelectTool tool;
        FakeMouse mouse(tool, host);
        const ElementId a = host.block("model", 0, 0);
        const ElementId c = host.connection(a, host.block("model", 400, 0));
        host.selected = {a};
        mouse.dragTo(at(176, 64), at(217, 105));
        QCOMPARE(host.preview.resized.value(a), box(0, 0, 216, 104));
        const QList<Point> shown = host.preview.routes.value(c);
        QVERIFY(shown.size() >= 2);
        QCOMPARE(host.rectOf(a), box(0, 0, 176, 64));
        mouse.release(at(217, 105));
        QCOMPARE(host.design().routeOf(*host.design().connections.find(c)), shown);
        QCOMPARE(keysOf(host.edits), QStringLiteral("resize(Model)"));
        QCOMPARE(host.rectOf(a), box(0, 0, 216, 104));
    }

    void aBlockKeepsRoomForWhatItShows() {
        FakeHost host;
        SelectTool tool;
        FakeMouse mouse(tool, host);
        const ElementId a = host.block("model", 0, 0);
        host.prepare([a](Editor& editor) -> Result<void> {
            Metric metric;
            metric.id = MetricId::random();
            metric.subject = a;
            metric.name = QStringLiteral("AUC");
            metric.target = QStringLiteral("0.78");
            metric.shown = true;
            editor.put(metric);
            return resizeElement(editor, a, box(0, 0, 176, 120));
        });
        host.selected = {a};
        mouse.drag(at(176, 120), at(10, 10));
        const Block& block = *host.design().blocks.find(a);
        QCOMPARE(block.rect.w, 96 * kUnitsPerPoint);
        QCOMPARE(block.rect.h, fittingBlockSize(host.design(), block).h);
        QVERIFY(block.rect.h > 64 * kUnitsPerPoint);
    }

    void escapeLeavesTheSize() {
        FakeHost host;
        SelectTool tool;
        FakeMouse mouse(tool, host);
        const ElementId a = host.block("model", 0, 0);
        host.selected = {a};
        mouse.dragTo(at(176, 64), at(300, 200));
        QVERIFY(mouse.key(Qt::Key_Escape));
        mouse.release(at(300, 200));
        QCOMPARE(host.edits.size(), 0);
        QCOMPARE(host.rectOf(a), box(0, 0, 176, 64));
        QVERIFY(host.preview.resized.isEmpty());
    }

    void aLockedOneHasNoHandles() {
        FakeHost host;
        SelectTool tool;
        FakeMouse mouse(tool, host);
        const ElementId a = host.card(box(0, 0, 240, 120));
        host.lock(a);
        host.selected = {a};
        mouse.drag(at(240, 120), at(300, 200));
        QCOMPARE(host.edits.size(), 0);
    }

    // Rubber band

    void theBandSelectsWhatIsWhollyInside() {
        FakeHost host;
        SelectTool tool;
        FakeMouse mouse(tool, host);
        const ElementId a = host.block("model", 0, 0);
        const ElementId b = host.block("model", 300, 0);
        const ElementId c = host.connection(a, b);
        mouse.dragTo(at(-20, -20), at(200, 100));
        QCOMPARE(host.preview.rubberBand, std::optional(box(-20, -20, 220, 120)));
        QCOMPARE(host.selected, QSet{a});
        mouse.move(at(480, 100));
        QCOMPARE(host.selected, (QSet{a, b, c}));
        mouse.release(at(480, 100));
        QVERIFY(host.preview.isEmpty());
        QCOMPARE(host.selected, (QSet{a, b, c}));
        QCOMPARE(host.edits.size(), 0);
    }

    void shiftAddsToTheBand() {
        FakeHost host;
        SelectTool tool;
        FakeMouse mouse(tool, host);
        const ElementId a = host.block("model", 0, 0);
        const ElementId b = host.block("model", 300, 0);
        host.selected = {a};
        mouse.drag(at(500, 100), at(280, -20), Qt::ShiftModifier);
        QCOMPARE(host.selected, (QSet{a, b}));
        mouse.drag(at(500, 100), at(280, -20));
        QCOMPARE(host.selected, QSet{b});
    }

    void escapeBringsTheSelectionBack() {
        FakeHost host;
        SelectTool tool;
        FakeMouse mouse(tool, host);
        const ElementId a = host.block("model", 0, 0);
        const ElementId b = host.block("model", 300, 0);
        host.selected = {a};
        mouse.dragTo(at(500, 100), at(280, -20), Qt::ShiftModifier);
        QCOMPARE(host.selected, (QSet{a, b}));
        QVERIFY(mouse.key(Qt::Key_Escape));
        QCOMPARE(host.selected, QSet{a});
        QVERIFY(host.preview.isEmpty());
    }

    // Labels

    void thePlaceOnAWay() {
        const QList<Point> way{at(0, 0), at(100, 0), at(100, 300)};
        QCOMPARE(placeOnWay(way, at(0, 20)), 0);
        QCOMPARE(placeOnWay(way, at(50, -30)), 125);
        QCOMPARE(placeOnWay(way, at(140, 100)), 500);
        QCOMPARE(placeOnWay(way, at(100, 900)), 1000);
        QCOMPARE(placeOnWay({}, at(5, 5)), 500);
        QCOMPARE(placeOnWay({at(1, 1), at(1, 1)}, at(5, 5)), 500);
    }

    void aLabelSlidesAlongItsLine() {
        FakeHost host;
        SelectTool tool;
        FakeMouse mouse(tool, host);
        const ElementId a = host.block("model", 0, 0);
        const ElementId b = host.block("model", 576, 0);
        const ElementId c = host.connection(a, b, "clicks"); // 400 points long, from (176, 32)
        mouse.dragTo(at(376, 32), at(276, 60));
        QCOMPARE(host.preview.labelsAt.value(c), 250);
        mouse.release(at(276, 60));
        QCOMPARE(keysOf(host.edits), QStringLiteral("move-label"));
        QCOMPARE(host.design().connections.find(c)->labelAt, 251); // seen to be set by hand
        mouse.dragTo(at(276, 32), at(476, 32));
        mouse.key(Qt::Key_Escape);
        mouse.release(at(476, 32));
        QCOMPARE(host.design().connections.find(c)->labelAt, 251); // seen to be set by hand
        QCOMPARE(host.edits.size(), 1);
    }

    void whatGoesAwayMeanwhileIsNotMoved() {
        FakeHost host;
        SelectTool tool;
        FakeMouse mouse(tool, host);
        const ElementId a = host.block("model", 0, 0);
        mouse.dragTo(at(100, 40), at(200, 140));
        host.prepare([a](Editor& editor) { return deleteElements(editor, {a}); });
        mouse.move(at(210, 150));
        mouse.release(at(220, 160));
        QCOMPARE(host.messages.size(), 1); // the edit is refused with a sentence
        QVERIFY(!tool.isBusy());
    }
};

QTEST_MAIN(TestGestures)
#include "test_gestures.moc"
