#include "app/tools/eraser_tool.h"
#include "app/tools/laser_tool.h"
#include "app/tools/line_tool.h"
#include "app/tools/pen_tool.h"
#include "app/tools/resize_gesture.h"
#include "app/tools/shape_tool.h"
#include "app/tools/text_tool.h"
#include "tests/app/tools/fake_host.h"

#include <cmath>
#include <numbers>

using namespace groundplan;

namespace {

ElementId drawn(FakeHost& host, const QList<Point>& through, StrokeTool tool = StrokeTool::Pen) {
    ElementId id;
    host.prepare([&](Editor& editor) -> Result<void> {
        QList<PenPoint> points;
        for (const Point point : through)
            points.append({point, 128});
        id = *addStroke(editor, strokeThrough(points, tool, {}, 20));
        return {};
    });
    return id;
}

ElementId shape(FakeHost& host, ShapeKind kind, const Rect& rect) {
    ElementId id;
    host.prepare([&](Editor& editor) -> Result<void> {
        Shape row;
        row.kind = kind;
        row.rect = rect;
        id = *addShape(editor, row);
        return {};
    });
    return id;
}

/// Presses at the first, moves along and lets go at the last.
void stroke(FakeMouse& mouse, const QList<Point>& through) {
    mouse.press(through.first());
    for (qsizetype i = 1; i < through.size(); ++i)
        mouse.move(through[i]);
    mouse.release(through.last());
}

QList<Point> ring(Point middle, int radiusX, int radiusY) {
    QList<Point> points;
    for (int i = 0; i <= 60; ++i) {
        const double angle = 2 * std::numbers::pi * i / 60;
        points.append({middle.x + Coord(radiusX * kUnitsPerPoint * std::cos(angle)),
                       middle.y + Coord(radiusY * kUnitsPerPoint * std::sin(angle))});
    }
    return points;
}

} // namespace

class TestDrawingTools : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void thePenDrawsAStroke() {
        FakeHost host;
        PenTool tool(StrokeTool::Pen);
        FakeMouse mouse(tool, host);
        host.style.ink = 4;
        host.style.width = 2;
        host.selected = {ElementId(5)};
        mouse.press(at(100, 100));
        QCOMPARE(host.selected, QSet<ElementId>());
        mouse.move(at(120, 110));
        mouse.move(at(140, 100));
        QVERIFY(tool.isBusy());
        QCOMPARE(host.preview.ink->points.size(), 3);
        QCOMPARE(host.preview.ink->width, kPenWidths[2]);
        mouse.release(at(160, 120));
        QCOMPARE(keysOf(host.edits), QStringLiteral("draw"));
        QCOMPARE(host.design().strokes.size(), 1);
        const Stroke& drawn = *host.design().strokes.begin();
        QCOMPARE(drawn.tool, StrokeTool::Pen);
        QCOMPARE(drawn.rect, box(100, 100, 60, 20));
        QCOMPARE(drawn.points.size(), 4);
        QCOMPARE(drawn.colour, QString::fromLatin1(kInks[4]));
        QCOMPARE(drawn.width, kPenWidths[2]);
        QVERIFY(host.preview.isEmpty());
        QVERIFY(!host.finished); // one line is seldom the last one
        QVERIFY(host.document().undo());
        QCOMPARE(host.design().elements.size(), 0);
    }

    void theTremorOfAHandIsNotKept() {
        FakeHost host;
        PenTool tool(StrokeTool::Pen);
        FakeMouse mouse(tool, host);
        QList<Point> slow;
        for (int i = 0; i <= 100; ++i)
            slow.append(at(100 + i, 100));
        stroke(mouse, slow);
        const Stroke& drawn = *host.design().strokes.begin();
        QVERIFY(drawn.points.size() > 20 && drawn.points.size() < 60);
        QCOMPARE(drawn.rect.left(), at(100, 0).x);
        QCOMPARE(drawn.rect.right(), at(200, 0).x);
    }

    void aTapIsADot() {
        FakeHost host;
        PenTool tool(StrokeTool::Pen);
        FakeMouse mouse(tool, host);
        mouse.click(at(50, 60));
        QCOMPARE(host.design().strokes.size(), 1);
        QCOMPARE(host.design().strokes.begin()->points.size(), 1);
    }

    void escapeGivesALineUp() {
        FakeHost host;
        PenTool tool(StrokeTool::Highlighter);
        FakeMouse mouse(tool, host);
        mouse.press(at(100, 100));
        mouse.move(at(140, 100));
        QVERIFY(mouse.key(Qt::Key_Escape));
        QVERIFY(host.preview.isEmpty());
        mouse.release(at(160, 100));
        QCOMPARE(host.entries(), 0);
        QVERIFY(!mouse.key(Qt::Key_Escape)); // the board's: back to select
    }

    void aReadOnlyBoardIsNotDrawnOn() {
        FakeHost host;
        host.readOnly = true;
        PenTool pen(StrokeTool::Pen);
        FakeMouse mouse(pen, host);
        stroke(mouse, {at(0, 0), at(50, 50)});
        ShapeTool rectangle(ShapeKind::Rectangle);
        FakeMouse(rectangle, host).drag(at(0, 0), at(50, 50));
        QCOMPARE(host.edits.size(), 0);
    }

    void theHighlighterHasAColourAndWidthOfItsOwn() {
        FakeHost host;
        host.style.ink = 1;
        host.style.marker = 3;
        PenTool tool(StrokeTool::Highlighter);
        FakeMouse mouse(tool, host);
        stroke(mouse, {at(0, 0), at(50, 0), at(100, 0)});
        const Stroke& drawn = *host.design().strokes.begin();
        QCOMPARE(drawn.tool, StrokeTool::Highlighter);
        QCOMPARE(drawn.colour, QString::fromLatin1(kMarkers[3]));
        QCOMPARE(drawn.width, kMarkerWidths[1]);
    }

    void theEraserTakesWhatItTouchesAsOneEdit() {
        FakeHost host;
        const ElementId a = drawn(host, {at(100, 100), at(100, 300)});
        const ElementId b = drawn(host, {at(200, 100), at(200, 300)}, StrokeTool::Highlighter);
        const ElementId c = shape(host, ShapeKind::Rectangle, box(300, 100, 100, 200));
        const ElementId locked = drawn(host, {at(250, 100), at(250, 300)});
        host.lock(locked);
        const ElementId away = drawn(host, {at(100, 500), at(300, 500)});
        const ElementId block = host.block("model", 420, 180);
        const qsizetype before = host.entries();
        EraserTool tool;
        FakeMouse mouse(tool, host);
        mouse.press(at(50, 200));
        mouse.move(at(210, 200)); // one quick movement over two of them
        QCOMPARE(host.preview.fading, (QSet{a, b}));
        mouse.move(at(500, 200));
        QCOMPARE(host.preview.fading, (QSet{a, b, c}));
        QCOMPARE(host.entries(), before);
        mouse.release(at(500, 200));
        QCOMPARE(keysOf(host.edits), QStringLiteral("erase(3)"));
        QCOMPARE(host.entries(), before + 1);
        QVERIFY(host.design().elements.contains(locked));
        QVERIFY(host.design().elements.contains(away));
        QVERIFY(host.design().elements.contains(block));
        QCOMPARE(host.design().elements.size(), 3);
        QVERIFY(host.document().undo());
        QCOMPARE(host.design().elements.size(), 6);
    }

    void anEraserThatTouchedNothingIsNoEdit() {
        FakeHost host;
        drawn(host, {at(100, 100), at(100, 300)});
        EraserTool tool;
        FakeMouse mouse(tool, host);
        mouse.drag(at(200, 100), at(200, 300));
        QCOMPARE(host.edits.size(), 0);
        mouse.press(at(100, 150));
        QVERIFY(mouse.key(Qt::Key_Escape));
        mouse.release(at(100, 150));
        QCOMPARE(host.edits.size(), 0);
        QVERIFY(host.preview.isEmpty());
    }

    void theLaserIsNoEdit() {
        FakeHost host;
        LaserTool tool;
        FakeMouse mouse(tool, host);
        mouse.hover(at(5, 5));
        stroke(mouse, {at(10, 10), at(20, 20), at(30, 30)});
        mouse.hover(at(40, 40));
        QCOMPARE(host.light, (QList<std::pair<Point, bool>>{
                                 {at(10, 10), true}, {at(20, 20), false}, {at(30, 30), false}}));
        QCOMPARE(host.entries(), 0);
    }

    void shapesAreDragged() {
        FakeHost host;
        ShapeTool tool(ShapeKind::Ellipse);
        FakeMouse mouse(tool, host);
        mouse.dragTo(at(201, 99), at(99, 41));
        QCOMPARE(host.preview.shape->rect, box(100, 40, 100, 60));
        mouse.release(at(99, 41));
        QCOMPARE(keysOf(host.edits), QStringLiteral("add-shape"));
        const Shape& made = *host.design().shapes.begin();
        QCOMPARE(made.kind, ShapeKind::Ellipse);
        QCOMPARE(made.rect, box(100, 40, 100, 60));
        QVERIFY(host.finished);
        QCOMPARE(host.selected, QSet{made.id});
        QVERIFY(host.preview.isEmpty());
        QVERIFY(host.document().undo());
        QCOMPARE(host.design().shapes.size(), 0);
    }

    void shiftMakesSquares() {
        FakeHost host;
        ShapeTool tool(ShapeKind::Rectangle);
        FakeMouse mouse(tool, host);
        mouse.drag(at(200, 200), at(80, 160), Qt::ShiftModifier);
        QCOMPARE(host.design().shapes.begin()->rect, box(80, 80, 120, 120));
    }

    void aClickMakesAShapeOfTheUsualSize() {
        FakeHost host;
        ShapeTool tool(ShapeKind::Rectangle);
        FakeMouse(tool, host).click(at(100, 100));
        QCOMPARE(host.design().shapes.begin()->rect, box(100, 100, 160, 96));
    }

    void linesAndArrows_data() {
        QTest::addColumn<int>("tool");
        QTest::addColumn<int>("modifiers");
        QTest::addColumn<QPointF>("end"); // points
        QTest::newRow("line") << int(StrokeTool::Line) << 0 << QPointF(300, 140);
        QTest::newRow("arrow") << int(StrokeTool::Arrow) << 0 << QPointF(300, 140);
        QTest::newRow("arrow at 0 degrees")
            << int(StrokeTool::Arrow) << int(Qt::ShiftModifier) << QPointF(300, 100);
    }
    void linesAndArrows() {
        QFETCH(int, tool);
        QFETCH(int, modifiers);
        QFETCH(QPointF, end);
        FakeHost host;
        LineTool line{StrokeTool(tool)};
        FakeMouse mouse(line, host);
        mouse.drag(at(100, 100), at(300, 140), Qt::KeyboardModifiers(modifiers));
        const Stroke& made = *host.design().strokes.begin();
        QCOMPARE(int(made.tool), tool);
        const QList<QPointF> ends = pointsOf(made);
        QCOMPARE(ends.size(), 2);
        QVERIFY(std::hypot(ends[0].x() / 8 - 100, ends[0].y() / 8 - 100) < 0.6);
        QVERIFY(std::hypot(ends[1].x() / 8 - end.x(), ends[1].y() / 8 - end.y()) < 0.6);
        QVERIFY(host.finished);
        QCOMPARE(host.selected, QSet{made.id});
        QCOMPARE(host.entries(), 1);
    }

    void aLineNeedsTwoEnds() {
        FakeHost host;
        LineTool line(StrokeTool::Line);
        FakeMouse(line, host).click(at(100, 100));
        QCOMPARE(host.entries(), 0);
        QVERIFY(!host.finished);
    }

    void textIsTypedWhereOneClicks() {
        FakeHost host;
        TextTool tool;
        FakeMouse(tool, host).click(at(100, 100));
        const Shape& made = *host.design().shapes.begin();
        QCOMPARE(made.kind, ShapeKind::Text);
        QCOMPARE(made.rect.x, at(100, 0).x);
        QCOMPARE(host.renamed, made.id);
        QVERIFY(host.finished);
    }

    // Rough to typed

    void aRingBecomesABlock() {
        FakeHost host;
        host.style.shapesBecomeBlocks = true;
        PenTool tool(StrokeTool::Pen);
        FakeMouse mouse(tool, host);
        stroke(mouse, ring(at(400, 300), 120, 60));
        QCOMPARE(keysOf(host.edits), QStringLiteral("draw draw-block"));
        QCOMPARE(host.design().strokes.size(), 0);
        QCOMPARE(host.design().blocks.size(), 1);
        const Block& block = *host.design().blocks.begin();
        QCOMPARE(block.kind, QStringLiteral("block"));
        QCOMPARE(block.rect, box(280, 240, 240, 120));
        QCOMPARE(host.selected, QSet{block.id});
        QCOMPARE(host.renamed, block.id);
        QVERIFY(host.document().undo());
        QCOMPARE(host.design().strokes.size(), 1);
        QCOMPARE(host.design().blocks.size(), 0);
        QVERIFY(host.document().undo());
        QCOMPARE(host.design().elements.size(), 0);
    }

    void switchedOffItStaysARing() {
        FakeHost host;
        PenTool tool(StrokeTool::Pen);
        FakeMouse mouse(tool, host);
        stroke(mouse, ring(at(400, 300), 120, 60));
        QCOMPARE(host.design().strokes.size(), 1);
        QCOMPARE(host.entries(), 1);
    }

    void aHighlightedRingStaysOne() {
        FakeHost host;
        host.style.shapesBecomeBlocks = true;
        PenTool tool(StrokeTool::Highlighter);
        FakeMouse mouse(tool, host);
        stroke(mouse, ring(at(400, 300), 120, 60));
        QCOMPARE(host.design().strokes.size(), 1);
    }

    void aLineBetweenBlocksBecomesAConnection() {
        FakeHost host;
        host.style.shapesBecomeBlocks = true;
        const ElementId stream = host.block("event-stream", 100, 100);
        const ElementId processing = host.block("stream-transform", 500, 100);
        PenTool tool(StrokeTool::Pen);
        FakeMouse mouse(tool, host);
        stroke(mouse, {at(270, 130), at(340, 136), at(420, 128), at(494, 132)});
        QCOMPARE(keysOf(host.edits), QStringLiteral("draw draw-connection"));
        QCOMPARE(host.design().strokes.size(), 0);
        QCOMPARE(host.design().connections.size(), 1);
        const Connection& made = *host.design().connections.begin();
        QCOMPARE(made.source, stream);
        QCOMPARE(made.target, processing);
        QCOMPARE(made.flow, Flow::Stream); // as likely between these
        QVERIFY(host.document().undo());
        QCOMPARE(host.design().strokes.size(), 1);
        QCOMPARE(host.design().connections.size(), 0);
    }

    void aLineInTheOpenStaysOne() {
        FakeHost host;
        host.style.shapesBecomeBlocks = true;
        host.block("event-stream", 100, 100);
        PenTool tool(StrokeTool::Pen);
        FakeMouse mouse(tool, host);
        stroke(mouse, {at(270, 130), at(340, 136), at(494, 132)}); // from a block to nowhere
        stroke(mouse, {at(110, 110), at(190, 150), at(270, 150)}); // within one block
        QCOMPARE(host.design().strokes.size(), 2);
        QCOMPARE(host.design().connections.size(), 0);
    }

    void aRingAroundBlocksBecomesAFrame() {
        FakeHost host;
        host.style.shapesBecomeBlocks = true;
        const ElementId a = host.block("model", 200, 200);
        const ElementId b = host.block("model", 400, 200);
        PenTool tool(StrokeTool::Pen);
        FakeMouse mouse(tool, host);
        stroke(mouse, ring(at(390, 232), 260, 140));
        QCOMPARE(keysOf(host.edits), QStringLiteral("draw draw-frame"));
        QCOMPARE(host.design().frames.size(), 1);
        const ElementId frame = host.design().frames.begin()->id;
        QCOMPARE(host.parentOf(a), frame);
        QCOMPARE(host.parentOf(b), frame);
        QCOMPARE(host.renamed, frame);
        QVERIFY(host.document().undo());
        QCOMPARE(host.design().strokes.size(), 1);
        QCOMPARE(host.parentOf(a), ElementId());
    }

    void aRingAcrossABlockPointsItOut() {
        FakeHost host;
        host.style.shapesBecomeBlocks = true;
        host.block("model", 200, 200);
        PenTool tool(StrokeTool::Pen);
        FakeMouse mouse(tool, host);
        stroke(mouse, ring(at(370, 232), 80, 60));
        QCOMPARE(host.design().strokes.size(), 1);
        QCOMPARE(host.design().blocks.size(), 1);
    }

    // Resizing

    void imagesKeepTheirProportions() {
        FakeHost host;
        ElementId image;
        host.prepare([&](Editor& editor) -> Result<void> {
            image = *addImage(editor, QByteArray("any bytes"), box(100, 100, 200, 100));
            return {};
        });
        const auto dragged = [&](int handle, Point from, Point to, Qt::KeyboardModifiers modifiers) {
            PointerEvent press;
            press.at = from;
            ResizeGesture gesture(host, press, image, handle);
            PointerEvent end;
            end.at = to;
            end.modifiers = modifiers;
            gesture.released(host, end);
            const Rect rect = host.rectOf(image);
            if (!host.document().undo())
                qFatal("nothing to undo");
            return rect;
        };
        QCOMPARE(dragged(4, at(300, 200), at(400, 210), Qt::NoModifier), box(100, 100, 300, 150));
        QCOMPARE(dragged(0, at(100, 100), at(0, 100), Qt::NoModifier), box(0, 50, 300, 150));
        QCOMPARE(dragged(4, at(300, 200), at(400, 212), Qt::ShiftModifier), box(100, 100, 300, 112));
        QCOMPARE(dragged(3, at(300, 150), at(400, 150), Qt::NoModifier), box(100, 100, 300, 100));
    }

    void aSmallStrokeIsNotBlownUp() {
        FakeHost host;
        const ElementId id = drawn(host, {at(100, 100), at(120, 110)});
        PointerEvent press;
        press.at = at(120, 110);
        ResizeGesture gesture(host, press, id, 4);
        PointerEvent end;
        end.at = at(140, 120);
        gesture.released(host, end);
        QCOMPARE(host.rectOf(id), box(100, 100, 40, 20));
    }
};

QTEST_MAIN(TestDrawingTools)
#include "test_drawing_tools.moc"
