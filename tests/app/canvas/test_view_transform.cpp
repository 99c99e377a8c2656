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
