#include "tests/app/canvas/fake_input.h"

#include <QContextMenuEvent>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QMimeData>
#include <QNativeGestureEvent>
#include <QPointingDevice>
#include <QUrl>

using namespace groundplan;

class TestBoardViewInput : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { fonts::install(); }

    // Zooming

    void ctrlWheelZoomsAroundThePointer() {
        ShownCanvas canvas;
        const QPointF pointer(213, 467);
        const QPointF board = canvas.view.transform().toPoints(pointer);
        for (const int angle : {120, 120, 37, -240, -600, 15, 3}) {
            const double before = canvas.view.zoom();
            canvas.wheel(pointer, {0, angle}, Qt::ControlModifier);
            QVERIFY(std::abs(canvas.view.zoom() - before * std::exp2(angle / 480.0)) < 1e-9);
            QVERIFY((canvas.view.transform().toView(board) - pointer).manhattanLength() <= 1.01);
        }
        for (int i = 0; i < 100; ++i)
            canvas.wheel(pointer, {0, 240}, Qt::ControlModifier);
        QCOMPARE(canvas.view.zoom(), 8.0);
        for (int i = 0; i < 100; ++i)
            canvas.wheel(pointer, {0, -240}, Qt::ControlModifier);
        QCOMPARE(canvas.view.zoom(), 0.02);
    }

    void aPinchZoomsAroundTheFingers() {
        ShownCanvas canvas;
        const QPointF pointer(300, 200);
        const QPointF board = canvas.view.transform().toPoints(pointer);
        QNativeGestureEvent event(Qt::ZoomNativeGesture, QPointingDevice::primaryPointingDevice(), 2, pointer,
                                  pointer, canvas.viewport()->mapToGlobal(pointer), 0.25, {});
        QApplication::sendEvent(canvas.viewport(), &event);
        QVERIFY(event.isAccepted());
        QCOMPARE(canvas.view.zoom(), 1.25);
        QVERIFY((canvas.view.transform().toView(board) - pointer).manhattanLength() <= 1.01);
    }

    void keysZoomAndScroll() {
        ShownCanvas canvas;
        canvas.input.usesKeys = false;
        QTest::keyClick(&canvas.view, Qt::Key_Plus);
        QCOMPARE(canvas.view.zoom(), 1.25);
        QTest::keyClick(&canvas.view, Qt::Key_Minus);
        QCOMPARE(canvas.view.zoom(), 1.0);
        const QPoint offset = canvas.view.transform().offset();
        QTest::keyClick(&canvas.view, Qt::Key_Right);
        QCOMPARE(canvas.view.transform().offset(), offset + QPoint(40, 0));
        QTest::keyClick(&canvas.view, Qt::Key_Up);
        QCOMPARE(canvas.view.transform().offset(), offset + QPoint(40, -40));
        QTest::keyClick(&canvas.view, Qt::Key_Right, Qt::ControlModifier);
        QCOMPARE(canvas.view.transform().offset(), offset + QPoint(40, -40));
        // Keys that the tools use are not the view's.
        canvas.input.usesKeys = true;
        QTest::keyClick(&canvas.view, Qt::Key_Right);
        QCOMPARE(canvas.view.transform().offset(), offset + QPoint(40, -40));
    }

    // Panning

    void theWheelScrolls() {
        ShownCanvas canvas;
        const QPoint offset = canvas.view.transform().offset();
        canvas.wheel({100, 100}, {0, -120});
        QCOMPARE(canvas.view.transform().offset(), offset + QPoint(0, 60));
        canvas.wheel({100, 100}, {0, -120}, Qt::ShiftModifier);
        QCOMPARE(canvas.view.transform().offset(), offset + QPoint(60, 60));
        canvas.wheel({100, 100}, {120, 0});
        QCOMPARE(canvas.view.transform().offset(), offset + QPoint(0, 60));
        // A touchpad says pixels.
        canvas.wheel({100, 100}, {7, 13}, Qt::NoModifier, {21, -34});
        QCOMPARE(canvas.view.transform().offset(), offset + QPoint(-21, 94));
        QCOMPARE(canvas.view.zoom(), 1.0);
    }

    void theMiddleButtonDragsTheBoard() {
        ShownCanvas canvas;
        const QPoint offset = canvas.view.transform().offset();
        canvas.press({300, 300}, Qt::MiddleButton);
        QCOMPARE(canvas.viewport()->cursor().shape(), Qt::ClosedHandCursor);
        canvas.move({310.4, 290.4}, Qt::MiddleButton);
        canvas.move({320.8, 280.8}, Qt::MiddleButton);
        canvas.move({330, 270}, Qt::MiddleButton);
        QCOMPARE(canvas.view.transform().offset(), offset + QPoint(-30, 30)); // no fraction is lost
        canvas.release({330, 270}, Qt::MiddleButton);
        QCOMPARE(canvas.viewport()->cursor().shape(), Qt::ArrowCursor);
        canvas.move({400, 400}, Qt::NoButton);
        QCOMPARE(canvas.view.transform().offset(), offset + QPoint(-30, 30));
        QCOMPARE(canvas.input.log.filter(QStringLiteral("press")).size(), 0);
    }

    void spaceAndDragToo() {
        ShownCanvas canvas;
        const QPoint offset = canvas.view.transform().offset();
        QTest::keyPress(&canvas.view, Qt::Key_Space);
        QCOMPARE(canvas.viewport()->cursor().shape(), Qt::OpenHandCursor);
        canvas.press({300, 300});
        canvas.move({350, 310});
        QCOMPARE(canvas.view.transform().offset(), offset - QPoint(50, 10));
        QTest::keyRelease(&canvas.view, Qt::Key_Space); // the drag goes on until the button is up
        canvas.move({360, 310});
        QCOMPARE(canvas.view.transform().offset(), offset - QPoint(60, 10));
        canvas.release({360, 310});
        QCOMPARE(canvas.viewport()->cursor().shape(), Qt::ArrowCursor);
        QCOMPARE(canvas.input.log, QStringList{});
        canvas.press({300, 300});
        QCOMPARE(canvas.input.log.size(), 1);
    }

    void heldAtTheEdgeTheBoardScrolls() {
        ShownCanvas canvas;
        canvas.input.edges = true;
        const QPoint offset = canvas.view.transform().offset();
        const QPointF edge(canvas.viewport()->width() - 4, 300);
        canvas.press({300, 300});
        canvas.move({400, 300});
        QTest::qWait(60);
        QCOMPARE(canvas.view.transform().offset(), offset);
        canvas.move(edge);
        const Point first = canvas.input.last.at;
        QTRY_VERIFY(canvas.view.transform().offset().x() > offset.x() + 20);
        QCOMPARE(canvas.view.transform().offset().y(), offset.y());
        QVERIFY(canvas.input.last.at.x > first.x); // what is dragged comes along
        canvas.release(edge);
        const QPoint stopped = canvas.view.transform().offset();
        QTest::qWait(60);
        QCOMPARE(canvas.view.transform().offset(), stopped);
    }

    void theWheelWhileDraggingBringsAlongWhatIsDragged() {
        ShownCanvas canvas;
        canvas.press({300, 300});
        canvas.move({310, 300});
        const Point before = canvas.input.last.at;
        canvas.wheel({310, 300}, {0, -120});
        QCOMPARE(canvas.input.last.at, (before + Point{0, 60 * kUnitsPerPoint}));
    }

    // Events as plain data

    void pointerEventsAreInBoardUnits() {
        ShownCanvas canvas;
        canvas.view.lookAt({400, 300}, 2);
        const QPointF where(120, 80);
        const Point board = canvas.view.transform().toBoard(where);
        canvas.mouse(QEvent::MouseButtonPress, where, Qt::LeftButton, Qt::LeftButton, Qt::ShiftModifier);
        QCOMPARE(canvas.input.last.at, board);
        QCOMPARE(canvas.input.last.viewAt, where);
        QCOMPARE(canvas.input.last.tolerance, 16); // four pixels at 200 %
        QCOMPARE(canvas.input.last.button, Qt::LeftButton);
        QCOMPARE(canvas.input.last.buttons, Qt::MouseButtons(Qt::LeftButton));
        QCOMPARE(canvas.input.last.modifiers, Qt::KeyboardModifiers(Qt::ShiftModifier));
        canvas.release(where);
        canvas.mouse(QEvent::MouseButtonDblClick, where, Qt::LeftButton, Qt::LeftButton);
        const QString at = QStringLiteral(" %1,%2").arg(points(board.x)).arg(points(board.y));
        QCOMPARE(canvas.input.takeLog(),
                 (QStringList{QStringLiteral("press") + at, QStringLiteral("release") + at,
                              QStringLiteral("double") + at}));
    }

    void keysAndFocusAreReported() {
        ShownCanvas canvas;
        QTest::keyClick(&canvas.view, Qt::Key_Delete);
        QCOMPARE(canvas.input.takeLog(),
                 (QStringList{QStringLiteral("key 1000007"), QStringLiteral("up 1000007")}));
        canvas.view.clearFocus();
        QCOMPARE(canvas.input.takeLog(), QStringList{QStringLiteral("focus lost")});
        QEvent leave(QEvent::Leave);
        QApplication::sendEvent(canvas.viewport(), &leave);
        QCOMPARE(canvas.input.takeLog(), QStringList{QStringLiteral("left")});
    }

    void focusByKeyboardShows() {
        ShownCanvas canvas;
        canvas.view.clearFocus();
        const QColor accent = Theme::light(catalogue()).accent;
        QVERIFY(canvas.painted().pixelColor(300, 0) != accent);
        canvas.view.setFocus(Qt::TabFocusReason);
        QCOMPARE(canvas.painted().pixelColor(300, 0), accent);
        canvas.view.scrollBy({-33, 0});
        QVERIFY(canvas.worstDifference() <= 4);
        canvas.view.clearFocus();
        QVERIFY(canvas.worstDifference() <= 4);
        QVERIFY(canvas.painted().pixelColor(300, 0) != accent);
    }

    void theMenuByKeyIsAtTheSelection() {
        ShownCanvas canvas;
        canvas.view.setSelection({ElementId(10)});
        QContextMenuEvent byKey(QContextMenuEvent::Keyboard, {5, 5},
                                canvas.viewport()->mapToGlobal(QPoint(5, 5)));
        QApplication::sendEvent(canvas.viewport(), &byKey);
        QVERIFY(canvas.design.rectOf(ElementId(10))->contains(canvas.input.last.at));
    }

    // Drag and drop

    void aKindFromThePaletteIsDropped() {
        ShownCanvas canvas;
        QMimeData data;
        data.setData(QString::fromLatin1(kKindMimeType), "cache");
        const QPoint where(200, 150);
        const Point board = canvas.view.transform().toBoard(where);
        const QString at = QStringLiteral("cache %1,%2").arg(points(board.x)).arg(points(board.y));
        QDragEnterEvent enter(where, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(canvas.viewport(), &enter);
        QVERIFY(enter.isAccepted());
        QDragMoveEvent move(where, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(canvas.viewport(), &move);
        QVERIFY(move.isAccepted());
        QDropEvent drop(where, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(canvas.viewport(), &drop);
        QVERIFY(drop.isAccepted());
        QCOMPARE(canvas.input.takeLog(),
                 (QStringList{QStringLiteral("drag ") + at, QStringLiteral("drop ") + at}));
        QApplication::sendEvent(canvas.viewport(), &enter);
        QDragLeaveEvent leave;
        QApplication::sendEvent(canvas.viewport(), &leave);
        QCOMPARE(canvas.input.takeLog(), QStringList{QStringLiteral("drag left")});
    }

    void filesAreTheWindows() {
        ShownCanvas canvas;
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(QStringLiteral("/some/board.gplan"))});
        QDragEnterEvent enter({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(canvas.viewport(), &enter);
        QVERIFY(!enter.isAccepted());
        QDropEvent drop({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(canvas.viewport(), &drop);
        QVERIFY(!drop.isAccepted());
        QCOMPARE(canvas.input.takeLog(), QStringList{});
    }

    /// It has to hear of the drop to say why nothing comes of it.
    void aBoardThatCannotBeEditedHearsOfKindsAllTheSame() {
        ShownCanvas canvas;
        canvas.view.setEditable(false);
        QMimeData data;
        data.setData(QString::fromLatin1(kKindMimeType), "cache");
        QDragEnterEvent enter({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(canvas.viewport(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(canvas.viewport(), &drop);
        QVERIFY(canvas.input.takeLog().join(QLatin1Char(' ')).contains(QStringLiteral("drop cache")));
    }
};

QTEST_MAIN(TestBoardViewInput)
#include "test_board_view_input.moc"
