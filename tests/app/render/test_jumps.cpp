#include "app/render/jumps.h"
#include "app/render/look.h"
#include "app/render/route_shape.h"

#include <QTest>

using namespace groundplan;

namespace {

Point at(int x, int y) {
    return {x * kUnitsPerPoint, y * kUnitsPerPoint};
}
QList<QPointF> inPoints(const QList<Point>& corners) {
    QList<QPointF> list;
    for (const Point corner : corners)
        list.append(toPointF(corner));
    return list;
}

const QList<Point> kLevel{at(0, 100), at(400, 100)};
const QList<Point> kBack{at(400, 100), at(0, 100)};

} // namespace

/// Where lines cross, the level one jumps over the upright one.
class TestJumps : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theLevelOneJumps() {
        const QList<Point> upright{at(200, 0), at(200, 300)};
        Crossings crossings;
        crossings.add(ElementId(2), kLevel, {});
        crossings.add(ElementId(1), upright, {});
        crossings.finish();
        QCOMPARE(crossings.jumpsOf(ElementId(2), inPoints(kLevel)), (QList<QPointF>{{200, 100}}));
        QCOMPARE(crossings.jumpsOf(ElementId(1), inPoints(upright)), QList<QPointF>{});
        QCOMPARE(crossings.jumpsOf(ElementId(2), inPoints(kBack)), (QList<QPointF>{{200, 100}}));
    }

    void inTheOrderOfTheWay() {
        Crossings crossings;
        for (const int x : {300, 100, 200})
            crossings.add(ElementId(x), {at(0, 0), at(0, 300)}, at(x, 0));
        crossings.finish();
        QCOMPARE(crossings.jumpsOf(ElementId(1), inPoints(kLevel)),
                 (QList<QPointF>{{100, 100}, {200, 100}, {300, 100}}));
        QCOMPARE(crossings.jumpsOf(ElementId(1), inPoints(kBack)),
                 (QList<QPointF>{{300, 100}, {200, 100}, {100, 100}}));
    }

    void noneWithoutRoom_data() {
        QTest::addColumn<QList<Point>>("upright");
        QTest::newRow("at the head") << QList<Point>{at(395, 0), at(395, 300)};
        QTest::newRow("at the start") << QList<Point>{at(4, 0), at(4, 300)};
        QTest::newRow("at a bend") << QList<Point>{at(200, 0), at(200, 104), at(300, 104)};
        QTest::newRow("an end on the line") << QList<Point>{at(200, 0), at(200, 100)};
        QTest::newRow("beside it") << QList<Point>{at(200, 110), at(200, 300)};
    }
    void noneWithoutRoom() {
        QFETCH(QList<Point>, upright);
        Crossings crossings;
        crossings.add(ElementId(1), upright, {});
        crossings.finish();
        QCOMPARE(crossings.jumpsOf(ElementId(2), inPoints(kLevel)), QList<QPointF>{});
    }

    void notOverItself() {
        const QList<Point> knot{at(0, 100), at(200, 100), at(200, 0), at(100, 0), at(100, 300)};
        Crossings crossings;
        crossings.add(ElementId(1), knot, {});
        crossings.finish();
        QCOMPARE(crossings.jumpsOf(ElementId(1), inPoints(knot)), QList<QPointF>{});
    }

    /// Part of a picture, as a pan paints it, has the jumps of the whole.
    void aPartLooksLikeTheWhole() {
        Crossings whole;
        QList<int> places;
        for (int x = 40; x < 360; x += 3 + x % 13)
            places.append(x);
        for (const int x : places)
            whole.add(ElementId(x), {at(x, 0), at(x, 300)}, {});
        whole.finish();
        const QList<QPointF> all = whole.jumpsOf(ElementId(1), inPoints(kLevel));
        QVERIFY(all.size() > 5 && all.size() < places.size());
        for (int edge = 50; edge < 350; ++edge) {
            Crossings part;
            for (const int x : places) {
                if (x >= edge - Crossings::kReach)
                    part.add(ElementId(x), {at(x, 0), at(x, 300)}, {});
            }
            part.finish();
            QList<QPointF> seen, expected;
            for (const QPointF jump : part.jumpsOf(ElementId(1), inPoints(kLevel))) {
                if (jump.x() + look::kJumpRadius >= edge)
                    seen.append(jump);
            }
            for (const QPointF jump : all) {
                if (jump.x() + look::kJumpRadius >= edge)
                    expected.append(jump);
            }
            QCOMPARE(seen, expected);
        }
    }

    void aBowIsPartOfThePath() {
        const QList<QPointF> line = inPoints(kLevel);
        const QList<QPointF> jumps{{200, 100}};
        const QRectF box = roundedPath(line, look::kLineRadius, jumps, look::kJumpRadius).boundingRect();
        QCOMPARE(box.top(), 100 - look::kJumpRadius);
        QCOMPARE(box.bottom(), 100.0);
        const QList<QPointF> back = inPoints(kBack);
        const QRectF other = roundedPath(back, look::kLineRadius, jumps, look::kJumpRadius).boundingRect();
        QCOMPARE(other.top(), 100 - look::kJumpRadius);
    }
};

QTEST_APPLESS_MAIN(TestJumps)
#include "test_jumps.moc"
