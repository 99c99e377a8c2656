#include "app/render/jumps.h"
#include "app/render/look.h"
#include "app/render/paint_context.h"
#include "app/render/route_shape.h"

#include <QImage>
#include <QPainter>
#include <QTest>

#include <cmath>

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

constexpr double kUsual = look::kJumpRadius;
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
        QCOMPARE(crossings.jumpsOf(ElementId(2), inPoints(kLevel)), (QList<Jump>{{{200, 100}, kUsual}}));
        QCOMPARE(crossings.jumpsOf(ElementId(1), inPoints(upright)), QList<Jump>{});
        QCOMPARE(crossings.jumpsOf(ElementId(2), inPoints(kBack)), (QList<Jump>{{{200, 100}, kUsual}}));
    }

    void inTheOrderOfTheWay() {
        Crossings crossings;
        for (const int x : {300, 100, 200})
            crossings.add(ElementId(x), {at(0, 0), at(0, 300)}, at(x, 0));
        crossings.finish();
        QCOMPARE(crossings.jumpsOf(ElementId(1), inPoints(kLevel)),
                 (QList<Jump>{{{100, 100}, kUsual}, {{200, 100}, kUsual}, {{300, 100}, kUsual}}));
        QCOMPARE(crossings.jumpsOf(ElementId(1), inPoints(kBack)),
                 (QList<Jump>{{{300, 100}, kUsual}, {{200, 100}, kUsual}, {{100, 100}, kUsual}}));
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
        QCOMPARE(crossings.jumpsOf(ElementId(2), inPoints(kLevel)), QList<Jump>{});
    }

    void notOverItself() {
        const QList<Point> knot{at(0, 100), at(200, 100), at(200, 0), at(100, 0), at(100, 300)};
        Crossings crossings;
        crossings.add(ElementId(1), knot, {});
        crossings.finish();
        QCOMPARE(crossings.jumpsOf(ElementId(1), inPoints(knot)), QList<Jump>{});
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
        const QList<Jump> all = whole.jumpsOf(ElementId(1), inPoints(kLevel));
        QVERIFY(all.size() > 5 && all.size() < places.size());
        for (int edge = 50; edge < 350; ++edge) {
            Crossings part;
            for (const int x : places) {
                if (x >= edge - Crossings::kReach)
                    part.add(ElementId(x), {at(x, 0), at(x, 300)}, {});
            }
            part.finish();
            QList<Jump> seen, expected;
            for (const Jump& jump : part.jumpsOf(ElementId(1), inPoints(kLevel))) {
                if (jump.at.x() + look::kJumpRadius >= edge)
                    seen.append(jump);
            }
            for (const Jump& jump : all) {
                if (jump.at.x() + look::kJumpRadius >= edge)
                    expected.append(jump);
            }
            QCOMPARE(seen, expected);
        }
    }

    /// Its bow is seen beside the line, however wide that is.
    void largerOverAWideOne() {
        constexpr double kWidth = 2.8;
        Crossings crossings;
        crossings.add(ElementId(1), {at(200, 0), at(200, 300)}, {}, kWidth);
        crossings.add(ElementId(2), {at(100, 0), at(100, 300)}, {});
        crossings.finish();
        const QList<Jump> jumps = crossings.jumpsOf(ElementId(3), inPoints(kLevel));
        QCOMPARE(jumps.size(), 2);
        QCOMPARE(jumps.at(0).radius, kUsual);
        QVERIFY(jumps.at(1).radius - look::kLineWidth / 2 - kWidth / 2 >=
                kUsual - look::kLineWidth / 2 - look::kLineWidth / 2);
        QVERIFY(jumps.at(1).radius > kUsual);
        QVERIFY(crossings.jumpsOf(ElementId(3), inPoints(kLevel), kWidth).at(0).radius > kUsual);
    }

    void piecesAndBowsInTurn() {
        const QList<QPointF> line{{0, 0}, {0, 100}, {400, 100}};
        const QList<Jump> jumps{{{100, 100}, 3}, {{200, 100}, 4}};
        const QList<QPainterPath> pieces = roundedPieces(line, 9, jumps);
        QCOMPARE(pieces.size(), 5);
        for (qsizetype i = 1; i < pieces.size(); ++i)
            QCOMPARE(QPointF(pieces.at(i).elementAt(0)), pieces.at(i - 1).currentPosition());
        QCOMPARE(pieces.at(0).currentPosition(), QPointF(97, 100));
        QCOMPARE(pieces.at(1).boundingRect(), QRectF(97, 97, 6, 3));
        QCOMPARE(pieces.at(3).boundingRect(), QRectF(196, 96, 8, 4));
        QCOMPARE(pieces.last().currentPosition(), QPointF(400, 100));
        QCOMPARE(roundedPieces(line, 9, {}).size(), 1);
    }

    /// The gaps of a dashed line never fall on a bow.
    void dashedLinesHaveWholeBows() {
        constexpr int kScale = 4;
        for (const Flow flow : {Flow::Batch, Flow::TrainingData, Flow::Feedback, Flow::Telemetry}) {
            for (int x = 60; x < 80; ++x) {
                QImage image(160 * kScale, 40 * kScale, QImage::Format_RGB32);
                image.fill(Qt::white);
                QPainter painter(&image);
                painter.scale(kScale, kScale);
                paintLine(painter, {{0, 20}, {160, 20}}, flow, Direction::Forward, Qt::black, {},
                          {{QPointF(x, 20), kUsual}});
                painter.end();
                for (int angle = 15; angle <= 165; angle += 5) {
                    const double turn = angle * 3.14159265 / 180;
                    const QPointF on = QPointF(x - kUsual * std::cos(turn), 20 - kUsual * std::sin(turn));
                    QVERIFY2(qGray(image.pixel((on * kScale).toPoint())) < 100,
                             qPrintable(QString::number(x) + u' ' + QString::number(angle)));
                }
                // Beside it the line is dashed as ever.
                int light = 0;
                for (int i = 0; i < 50 * kScale; ++i)
                    light += qGray(image.pixel(i, 20 * kScale)) > 200;
                QVERIFY(light > 40);
            }
        }
    }

    void aBowIsPartOfThePath() {
        const QList<QPointF> line = inPoints(kLevel);
        const QList<Jump> jumps{{{200, 100}, kUsual}};
        const QRectF box = roundedPath(line, look::kLineRadius, jumps).boundingRect();
        QCOMPARE(box.top(), 100 - look::kJumpRadius);
        QCOMPARE(box.bottom(), 100.0);
        const QList<QPointF> back = inPoints(kBack);
        const QRectF other = roundedPath(back, look::kLineRadius, jumps).boundingRect();
        QCOMPARE(other.top(), 100 - look::kJumpRadius);
    }
};

QTEST_APPLESS_MAIN(TestJumps)
#include "test_jumps.moc"
