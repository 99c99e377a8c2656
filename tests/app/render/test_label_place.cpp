#include "model/routing/label_place.h"

#include "app/render/route_shape.h"

#include <QTest>

using namespace groundplan;

class TestLabelPlace : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void ways() {
        const QList<QPointF> corners = {{0, 0}, {100, 0}, {100, 50}};
        QCOMPARE(lengthOf(corners), 150.0);
        QCOMPARE(pointAlong(corners, -5), QPointF(0, 0));
        QCOMPARE(pointAlong(corners, 40), QPointF(40, 0));
        QCOMPARE(pointAlong(corners, 120), QPointF(100, 20));
        QCOMPARE(pointAlong(corners, 999), QPointF(100, 50));
        QCOMPARE(pointAlong({}, 3), QPointF());
        QCOMPARE(distanceFrom(corners, {50, 7}), 7.0);
        QCOMPARE(distanceFrom(corners, {103, 54}), 5.0);
        QCOMPARE(shortened(corners, 10, 20), QList<QPointF>({{10, 0}, {100, 0}, {100, 30}}));
        QCOMPARE(shortened(corners, 0, 60), QList<QPointF>({{0, 0}, {90, 0}}));
        QCOMPARE(shortened(corners, 100, 60), QList<QPointF>());
        // Points that coincide do no harm.
        QCOMPARE(pointAlong(QList<QPointF>{{1, 1}, {1, 1}}, 0.5), QPointF(1, 1));
    }

    void roundedCorners() {
        const QPainterPath path = roundedPath(QList<QPointF>{{0, 0}, {100, 0}, {100, 50}}, 9);
        QCOMPARE(path.elementCount(), 6); // move, line, curve of three, line
        QCOMPARE(QPointF(path.elementAt(1)), QPointF(91, 0));
        QCOMPARE(QPointF(path.elementAt(4)), QPointF(100, 9));
        // Where the pieces are short the corner is as round as they allow.
        const QPainterPath tight = roundedPath(QList<QPointF>{{0, 0}, {6, 0}, {6, 50}}, 9);
        QCOMPARE(QPointF(tight.elementAt(1)), QPointF(3, 0));
    }

    void places_data() {
        QTest::addColumn<QList<QPointF>>("corners");
        QTest::addColumn<int>("at");
        QTest::addColumn<QPointF>("middle");
        using Way = QList<QPointF>;
        QTest::newRow("straight") << Way{{0, 0}, {200, 0}} << 500 << QPointF(100, 0);
        QTest::newRow("quarter") << Way{{0, 0}, {200, 0}} << 250 << QPointF(50, 0);
        QTest::newRow("not over the head") << Way{{0, 0}, {200, 0}} << 1000 << QPointF(167, 0);
        QTest::newRow("off a corner, the nearer way")
            << Way{{0, 0}, {100, 0}, {100, 100}} << 500 << QPointF(100, 22);
        QTest::newRow("upright") << Way{{0, 0}, {0, 100}} << 500 << QPointF(0, 50);
        // The first and last piece are too short, the middle is upright: there it reaches over a corner.
        const Way jog{{0, 0}, {46, 0}, {46, 60}, {92, 60}};
        QTest::newRow("over the corner of the first piece") << jog << 200 << QPointF(30.4, 0);
        QTest::newRow("but not off it") << jog << 50 << QPointF(46, 22);
        QTest::newRow("too short: not beside a corner")
            << Way{{0, 0}, {20, 0}, {20, 20}} << 500 << QPointF(45, 10);
        QTest::newRow("too short: below") << Way{{0, 0}, {30, 0}} << 500 << QPointF(15, 13);
        QTest::newRow("too short: beside") << Way{{0, 0}, {0, 20}} << 500 << QPointF(25, 10);
    }
    void places() {
        QFETCH(QList<QPointF>, corners);
        QFETCH(int, at);
        QFETCH(QPointF, middle);
        const QRectF rect = placeLabel(corners, at, {40, 18});
        QCOMPARE(rect.size(), QSizeF(40, 18));
        QCOMPARE(rect.center(), middle);
    }

    void headsStayInSight() {
        const QList<QPointF> way = {{0, 0}, {60, 0}};
        QCOMPARE(placeLabel(way, 0, {40, 18}, Direction::None).center(), QPointF(24, 0));
        QCOMPARE(placeLabel(way, 1000, {40, 18}, Direction::None).center(), QPointF(36, 0));
        QCOMPARE(placeLabel(way, 1000, {40, 18}, Direction::Forward).center(), QPointF(27, 0));
        QCOMPARE(placeLabel(way, 0, {34, 18}, Direction::Both).center(), QPointF(30, 0));
        // Between two heads there is no room for this one: it lies below.
        QCOMPARE(placeLabel(way, 500, {40, 18}, Direction::Both).center(), QPointF(30, 13));
    }

    void nothingToPlace() {
        QVERIFY(placeLabel(QList<QPointF>{}, 500, {40, 18}).isNull());
        QVERIFY(placeLabel(QList<QPointF>{{0, 0}, {9, 9}}, 500, {}).isNull());
    }
};

QTEST_MAIN(TestLabelPlace)
#include "test_label_place.moc"
