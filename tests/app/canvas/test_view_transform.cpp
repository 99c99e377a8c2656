#include "app/canvas/view_transform.h"

#include <QTest>

using namespace groundplan;

class TestViewTransform : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void thereAndBack() {
        ViewTransform view;
        view.lookAt({100, 50}, 2, {800, 600});
        QCOMPARE(view.zoom(), 2.0);
        QCOMPARE(view.offset(), QPoint(-200, -200));
        QCOMPARE(view.toView(QPointF(100, 50)), QPointF(400, 300));
        QCOMPARE(view.toPoints(QPointF(400, 300)), QPointF(100, 50));
        QCOMPARE(view.toBoard({400, 300}), (Point{800, 400}));
        QCOMPARE(view.toView(Rect{800, 400, 80, 160}), QRectF(400, 300, 20, 40));
        QCOMPARE(view.unitsFor(4), 16);
    }

    void zoomIsClamped() {
        ViewTransform view;
        view.zoomTo(100, {});
        QCOMPARE(view.zoom(), kMostZoom);
        view.zoomTo(0, {});
        QCOMPARE(view.zoom(), kLeastZoom);
    }

    void thePointUnderThePointerStays() {
        ViewTransform view;
        view.lookAt({1234.5, -77}, 1, {1000, 700});
        const QPointF pointer(731, 205);
        const QPointF board = view.toPoints(pointer);
        // Up and down again in small steps: never more than half a pixel off, and not adding up.
        double zoom = 1;
        for (int i = 0; i < 400; ++i) {
            zoom *= i < 200 ? 0.99 : 1 / 0.99;
            view.zoomTo(zoom, pointer);
            const QPointF off = view.toView(board) - pointer;
            QVERIFY2(std::abs(off.x()) <= 0.5001 && std::abs(off.y()) <= 0.5001,
                     qPrintable(QString::number(i)));
        }
        QVERIFY(std::abs(view.zoom() - 1) < 1e-9);
        QCOMPARE(view.toView(board).toPoint(), pointer.toPoint());
    }

    void aMoveInBetweenSetsANewPoint() {
        ViewTransform view;
        const QPointF pointer(300, 300);
        view.zoomTo(2, pointer);
        view.setOffset(view.offset() + QPoint(500, 0));
        const QPointF board = view.toPoints(pointer);
        view.zoomTo(1, pointer);
        QVERIFY((view.toView(board) - pointer).manhattanLength() <= 1);
    }

    void fitting() {
        QCOMPARE(zoomToFit({1000, 100}, {596, 500}, 1), 0.5); // 48 pixels of margin on each side
        QCOMPARE(zoomToFit({10, 10}, {596, 500}, 1), 1.0);
        QCOMPARE(zoomToFit({10, 10}, {596, 500}, 2), 2.0);
        QCOMPARE(zoomToFit({1e9, 1e9}, {596, 500}, 1), kLeastZoom);
        QCOMPARE(zoomToFit({0, 0}, {0, 0}, 1), 1.0);
    }

    void whatFitsIsSeenWhole() {
        ViewTransform view;
        view.lookAt({400, 300}, 1, {800, 600});
        const ViewTransform before = view;
        view.reveal({QRectF(100, 100, 500, 300), QRectF(500, 100, 100, 60)}, {800, 600});
        QVERIFY(view == before); // it was in sight
        view.reveal({QRectF(700, 100, 300, 60), QRectF(900, 100, 100, 60)}, {800, 600});
        QCOMPARE(view.zoom(), 1.0);
        QCOMPARE(view.offset(), QPoint(1000 + 24 - 800, 0)); // just as far as needed
        view = before;
        view.reveal({QRectF(0, 0, 1000, 60), QRectF(900, 0, 100, 60)}, {800, 600});
        QCOMPARE(view.zoom(), 752.0 / 1000);
        QVERIFY(QRectF(23, 23, 754, 554).contains(view.toView(QPointF(0, 0))));
        QVERIFY(QRectF(23, 23, 754, 554).contains(view.toView(QPointF(1000, 60))));
    }

    void whatWouldBeTooSmallIsSeenFromItsEnd() {
        ViewTransform view;
        view.lookAt({400, 300}, 1, {800, 600});
        const QRectF all(0, 200, 4000, 60);
        view.reveal({all, QRectF(3900, 200, 100, 60)}, {800, 600});
        QCOMPARE(view.zoom(), kReadableZoom);
        QCOMPARE(view.toView(QPointF(4000, 0)).x(), 800.0 - 24);
        // The end lies in the middle: no further than there.
        view.lookAt({400, 300}, 1, {800, 600});
        view.reveal({all, QRectF(2000, 200, 100, 60)}, {800, 600});
        QCOMPARE(view.toView(QPointF(2100, 0)).x(), 800.0 - 24);
        // With the part before it, where there is room for both.
        view.reveal({all, QRectF(900, 200, 1200, 60), QRectF(2000, 200, 100, 60)}, {800, 600});
        QCOMPARE(view.toView(QPointF(2100, 0)).x(), 800.0 - 24);
        view.reveal({all, QRectF(900, 200, 1200, 60), QRectF(900, 200, 100, 60)}, {800, 600});
        QCOMPARE(view.toView(QPointF(2100, 0)).x(), 800.0 - 24);
        // No room is given away beside what there is to see.
        view.lookAt({-2000, 300}, 1, {800, 600});
        view.reveal({all, QRectF(0, 200, 100, 60)}, {800, 600});
        QCOMPARE(view.toView(QPointF(0, 0)).x(), 24.0);
        // Who looks from farther away stays there.
        view.lookAt({400, 300}, 0.3, {800, 600});
        view.reveal({all, QRectF(3900, 200, 100, 60)}, {800, 600});
        QCOMPARE(view.zoom(), 0.3);
    }

    void scrollRangesKeepSomethingInSight() {
        const ScrollRange range = scrollRange(0, 2000, 800, 0);
        QCOMPARE(range.least, -704); // 96 pixels of the content stay at the right
        QCOMPARE(range.most, 1904);
        // Where one looks is always within, so that nothing jumps.
        QCOMPARE(scrollRange(0, 2000, 800, 5000).most, 5000);
        QCOMPARE(scrollRange(0, 2000, 800, -5000).least, -5000);
        QCOMPARE(scrollRange(0, 0, 100, 0).least, -50);
        QCOMPARE(scrollRange(0, 0, 100, 0).most, 0);
    }
};

QTEST_APPLESS_MAIN(TestViewTransform)
#include "test_view_transform.moc"
