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

constexpr double kUsual = look::kJumpRadius;
const LineLook kArrow{look::kLineWidth, 0, look::kHeadLength};
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
        QCOMPARE(crossings.jumpsOf(ElementId(2), toPointsF(kLevel), kArrow),
                 (QList<Jump>{{{200, 100}, kUsual}}));
        QCOMPARE(crossings.jumpsOf(ElementId(1), toPointsF(upright), kArrow), QList<Jump>{});
        QCOMPARE(crossings.jumpsOf(ElementId(2), toPointsF(kBack), kArrow),
                 (QList<Jump>{{{200, 100}, kUsual}}));
    }

    void inTheOrderOfTheWay() {
        Crossings crossings;
        for (const int x : {300, 100, 200})
            crossings.add(ElementId(x), {at(0, 0), at(0, 300)}, at(x, 0));
        crossings.finish();
        QCOMPARE(crossings.jumpsOf(ElementId(1), toPointsF(kLevel), kArrow),
                 (QList<Jump>{{{100, 100}, kUsual}, {{200, 100}, kUsual}, {{300, 100}, kUsual}}));
        QCOMPARE(crossings.jumpsOf(ElementId(1), toPointsF(kBack), kArrow),
                 (QList<Jump>{{{300, 100}, kUsual}, {{200, 100}, kUsual}, {{100, 100}, kUsual}}));
    }

    void whereThereIsRoom_data() {
        QTest::addColumn<QList<Point>>("upright");
        QTest::addColumn<Direction>("direction"); ///< of both
        QTest::addColumn<bool>("jumps");
        const auto down = [](int x) { return QList<Point>{at(x, 0), at(x, 300)}; };
        const auto row = [](const char* name, const QList<Point>& upright, bool jumps,
                            Direction direction = Direction::Forward) {
            QTest::newRow(name) << upright << direction << jumps;
        };
        row("in the head", down(395), false);
        row("behind the head", down(386), true);
        row("an end without a head", down(395), true, Direction::None);
        row("on an end", down(398), false, Direction::None);
        row("at the start", down(5), true);
        row("on the start", down(3), false);
        row("in a head at the start", down(5), false, Direction::Both);
        row("at a bend", {at(200, 0), at(200, 104), at(300, 104)}, false);
        row("past a bend", {at(200, 0), at(200, 110), at(300, 110)}, true);
        row("past a small bend", {at(200, 0), at(200, 104), at(206, 104)}, true);
        row("an end on the line", {at(200, 0), at(200, 100)}, false);
        row("beside it", {at(200, 110), at(200, 300)}, false);
        row("in the head of the upright one", {at(200, 0), at(200, 108)}, false);
        row("behind that", {at(200, 0), at(200, 111)}, true);
        row("behind one that points upwards", {at(200, 300), at(200, 85)}, true);
        row("too near to that", {at(200, 300), at(200, 88)}, false);
        row("at the start of the upright one", {at(200, 300), at(200, 102)}, false);
        row("past its start above", {at(200, 94), at(200, 300)}, true);
        row("past its start below", {at(200, 102), at(200, 0)}, true);
        row("no head, no need", {at(200, 0), at(200, 102)}, true, Direction::None);
    }
    void whereThereIsRoom() {
        QFETCH(QList<Point>, upright);
        QFETCH(Direction, direction);
        QFETCH(bool, jumps);
        Crossings crossings;
        crossings.add(ElementId(1), upright, {}, Flow::Request, direction);
        crossings.finish();
        const LineLook drawn = lineLookOf(Flow::Request, direction, 400);
        QCOMPARE(crossings.jumpsOf(ElementId(2), toPointsF(kLevel), drawn).size(), jumps ? 1 : 0);
    }

    /// The heads of wide lines are longer.
    void notInALongHead() {
        Crossings crossings;
        crossings.add(ElementId(1), {at(385, 0), at(385, 300)}, {});
        crossings.add(ElementId(2), {at(200, 0), at(200, 111)}, {}, Flow::ModelArtifact);
        crossings.finish();
        const LineLook wide = lineLookOf(Flow::ModelArtifact, Direction::Forward, 400);
        QVERIFY(wide.endHead > look::kHeadLength);
        QCOMPARE(crossings.jumpsOf(ElementId(3), toPointsF(kLevel), wide), QList<Jump>{});
    }

    void notOverItself() {
        const QList<Point> knot{at(0, 100), at(200, 100), at(200, 0), at(100, 0), at(100, 300)};
        Crossings crossings;
        crossings.add(ElementId(1), knot, {});
        crossings.finish();
        QCOMPARE(crossings.jumpsOf(ElementId(1), toPointsF(knot), kArrow), QList<Jump>{});
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
        const QList<Jump> all = whole.jumpsOf(ElementId(1), toPointsF(kLevel), kArrow);
        QVERIFY(all.size() > 5 && all.size() < places.size());
        for (int edge = 50; edge < 350; ++edge) {
            Crossings part;
            for (const int x : places) {
                if (x >= edge - Crossings::kReach)
                    part.add(ElementId(x), {at(x, 0), at(x, 300)}, {});
            }
            part.finish();
            QList<Jump> seen, expected;
            for (const Jump& jump : part.jumpsOf(ElementId(1), toPointsF(kLevel), kArrow)) {
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
        const double kWidth = styleOf(Flow::ModelArtifact).width;
        Crossings crossings;
        crossings.add(ElementId(1), {at(200, 0), at(200, 300)}, {}, Flow::ModelArtifact);
        crossings.add(ElementId(2), {at(100, 0), at(100, 300)}, {});
        crossings.finish();
        const QList<Jump> jumps = crossings.jumpsOf(ElementId(3), toPointsF(kLevel), kArrow);
        QCOMPARE(jumps.size(), 2);
        QCOMPARE(jumps.at(0).radius, kUsual);
        QVERIFY(jumps.at(1).radius - look::kLineWidth / 2 - kWidth / 2 >=
                kUsual - look::kLineWidth / 2 - look::kLineWidth / 2);
        QVERIFY(jumps.at(1).radius > kUsual);
        QVERIFY(
            crossings.jumpsOf(ElementId(3), toPointsF(kLevel), {kWidth, 0, look::kHeadLength}).at(0).radius >
            kUsual);
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
        const QList<QPointF> line = toPointsF(kLevel);
        const QList<Jump> jumps{{{200, 100}, kUsual}};
        const QRectF box = roundedPath(line, look::kLineRadius, jumps).boundingRect();
        QCOMPARE(box.top(), 100 - look::kJumpRadius);
        QCOMPARE(box.bottom(), 100.0);
        const QList<QPointF> back = toPointsF(kBack);
        const QRectF other = roundedPath(back, look::kLineRadius, jumps).boundingRect();
        QCOMPARE(other.top(), 100 - look::kJumpRadius);
    }
};

QTEST_APPLESS_MAIN(TestJumps)
#include "test_jumps.moc"
