#include "model/sketch/rough_shape.h"

#include <QRandomGenerator>
#include <QTest>

#include <cmath>
#include <numbers>

using namespace groundplan;

namespace {

constexpr double kTurn = 2 * std::numbers::pi;

/// A hand: it trembles, and seldom begins where it should.
class Hand {
public:
    explicit Hand(quint32 seed)
        : random_(seed) {}
    double between(double low, double high) { return low + (high - low) * random_.generateDouble(); }

    /// Along corners (points of the board), a place every few points, trembling by up to `tremor` points.
    QList<QPointF> along(const QList<QPointF>& corners, double tremor = 1.5) {
        QList<QPointF> points;
        QPointF drift;
        for (qsizetype i = 0; i < corners.size(); ++i) {
            const QPointF to = corners[i];
            const QPointF from = i == 0 ? to : corners[i - 1];
            const double length = std::hypot(to.x() - from.x(), to.y() - from.y());
            const int steps = std::max(1, int(length / 4));
            for (int s = i == 0 ? steps : 1; s <= steps; ++s) {
                drift = drift * 0.8 + QPointF(between(-tremor, tremor), between(-tremor, tremor)) * 0.6;
                points.append((from + (to - from) * s / steps + drift) * kUnitsPerPoint);
            }
        }
        return points;
    }
    /// Round a rectangle or an ellipse from anywhere, either way, past the beginning or not quite to it.
    QList<QPointF> round(QSizeF size, bool ellipse) {
        QList<QPointF> outline;
        const double start = between(0, 1);
        const bool back = random_.bounded(2) == 1;
        const double whole = between(0.95, 1.05);
        const double slant = between(-0.04, 0.04);
        for (int i = 0; i <= 200; ++i) {
            double t = start + whole * i / 200;
            t = back ? -t : t;
            t -= std::floor(t);
            QPointF p;
            if (ellipse) {
                p = {size.width() / 2 * std::cos(t * kTurn), size.height() / 2 * std::sin(t * kTurn)};
            } else {
                const double w = size.width();
                const double h = size.height();
                double way = t * 2 * (w + h);
                if (way < w)
                    p = {way, 0};
                else if ((way -= w) < h)
                    p = {w, way};
                else if ((way -= h) < w)
                    p = {w - way, h};
                else
                    p = {0, h - (way - w)};
                p -= QPointF(w / 2, h / 2);
            }
            outline.append(QPointF(400 + p.x() + slant * p.y(), 300 + p.y() + slant * p.x()));
        }
        return along(outline);
    }

private:
    QRandomGenerator random_;
};

QList<QPointF> scaled(const QList<QPointF>& points, double factor) {
    QList<QPointF> result;
    for (const QPointF point : points)
        result.append(QPointF(300, 200) + point * factor);
    return result;
}

} // namespace

class TestRoughShape : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void nothingOfAPoint() {
        QVERIFY(roughShapeOf({}).kind == RoughShape::Kind::Nothing);
        QVERIFY(roughShapeOf({{10, 10}}).kind == RoughShape::Kind::Nothing);
        QVERIFY(roughShapeOf({{10, 10}, {10, 10}, {10, 10}}).kind == RoughShape::Kind::Nothing);
    }

    void closedShapesOfAWobblyHand() {
        int found = 0;
        for (quint32 seed = 1; seed <= 300; ++seed) {
            Hand hand(seed);
            const QSizeF size(hand.between(80, 500), hand.between(50, 300));
            if (std::max(size.width(), size.height()) > 8 * std::min(size.width(), size.height()))
                continue;
            const RoughShape shape = roughShapeOf(hand.round(size, seed % 2));
            if (shape.kind != RoughShape::Kind::Closed) {
                qWarning("seed %u: %.0f x %.0f is not seen", seed, size.width(), size.height());
                continue;
            }
            ++found;
            QVERIFY(std::abs(points(shape.bounds.w) - size.width()) < 0.12 * size.width() + 12);
            QVERIFY(std::abs(points(shape.bounds.h) - size.height()) <
                    0.12 * size.height() + 12 + 0.04 * size.width());
            QVERIFY(std::abs(points(shape.bounds.center().x) - 400) < 14);
            QVERIFY(std::abs(points(shape.bounds.center().y) - 300) < 14);
        }
        QVERIFY2(found >= 294, qPrintable(QString::number(found)));
    }

    void linesOfAWobblyHand() {
        for (quint32 seed = 1; seed <= 200; ++seed) {
            Hand hand(seed);
            const QPointF from(hand.between(0, 200), hand.between(0, 400));
            const QPointF to(hand.between(300, 600), hand.between(0, 400));
            const QPointF bend((from + to) / 2 + QPointF(0, hand.between(-40, 40)));
            const QList<QPointF> points = hand.along({from, bend, to});
            const RoughShape shape = roughShapeOf(points);
            QVERIFY2(shape.kind == RoughShape::Kind::Line, qPrintable(QString::number(seed)));
            QCOMPARE(shape.from,
                     (Point{Coord(std::lround(points.first().x())), Coord(std::lround(points.first().y()))}));
            QCOMPARE(shape.to,
                     (Point{Coord(std::lround(points.last().x())), Coord(std::lround(points.last().y()))}));
        }
    }

    void anAngleIsALineToo() {
        Hand hand(7);
        QVERIFY(roughShapeOf(hand.along({{100, 100}, {300, 100}, {300, 260}})).kind ==
                RoughShape::Kind::Line);
    }

    void whatMeansNothing_data() {
        QTest::addColumn<QList<QPointF>>("corners");
        // Letters, 10 x 10 and up.
        QTest::newRow("C") << QList<QPointF>{{9, 1}, {5, 0}, {1, 2}, {0, 5}, {1, 8}, {5, 10}, {9, 9}};
        QTest::newRow("S") << QList<QPointF>{{9, 1}, {5, 0}, {1, 2}, {3, 5}, {7, 5}, {9, 8}, {5, 10}, {0, 9}};
        QTest::newRow("M") << QList<QPointF>{{0, 10}, {1, 0}, {5, 7}, {9, 0}, {10, 10}};
        QTest::newRow("N") << QList<QPointF>{{0, 10}, {0, 0}, {8, 10}, {8, 0}};
        QTest::newRow("P") << QList<QPointF>{{0, 10}, {0, 0}, {6, 1}, {6, 4}, {0, 5}};
        QTest::newRow("R") << QList<QPointF>{{0, 10}, {0, 0}, {6, 1}, {6, 4}, {0, 5}, {6, 10}};
        QTest::newRow("a") << QList<QPointF>{{8, 4}, {4, 3}, {1, 6}, {3, 10},
                                             {7, 9}, {8, 4}, {8, 9}, {10, 10}};
        QTest::newRow("e") << QList<QPointF>{{1, 6}, {8, 6}, {7, 3}, {3, 3}, {1, 6}, {3, 10}, {8, 9}};
        QTest::newRow("2") << QList<QPointF>{{1, 2}, {4, 0}, {7, 2}, {6, 5}, {0, 10}, {8, 10}};
        QTest::newRow("3") << QList<QPointF>{{1, 1}, {6, 0}, {7, 3}, {3, 5}, {7, 6}, {7, 9}, {1, 10}};
        QTest::newRow("6") << QList<QPointF>{{7, 0}, {2, 3}, {0, 7}, {3, 10}, {7, 8}, {5, 5}, {1, 6}};
        QTest::newRow("8") << QList<QPointF>{{7, 2},  {4, 0}, {1, 2}, {4, 5}, {7, 8},
                                             {4, 10}, {1, 8}, {4, 5}, {7, 2}};
        QTest::newRow("tick") << QList<QPointF>{{0, 5}, {3, 9}, {10, 0}};
        QTest::newRow("triangle") << QList<QPointF>{{5, 0}, {10, 9}, {0, 9}, {5, 0}};
        QTest::newRow("star") << QList<QPointF>{{5, 0}, {8, 10}, {0, 4}, {10, 4}, {2, 10}, {5, 0}};
        QTest::newRow("heart") << QList<QPointF>{{5, 3}, {7, 0}, {10, 2}, {5, 10}, {0, 2}, {3, 0}, {5, 3}};
        QTest::newRow("arrow") << QList<QPointF>{{0, 5}, {20, 5}, {16, 2}, {20, 5}, {16, 8}};
        QTest::newRow("cross out") << QList<QPointF>{{0, 0}, {10, 1}, {0, 3}, {10, 4},
                                                     {0, 6}, {10, 7}, {0, 9}};
        QTest::newRow("zigzag") << QList<QPointF>{{0, 0}, {2, 8}, {4, 0}, {6, 8}, {8, 0}, {10, 8}, {12, 0}};
        QTest::newRow("there and back") << QList<QPointF>{{0, 0}, {20, 1}, {0, 2}};
        QList<QPointF> spiral;
        for (int i = 0; i <= 120; ++i)
            spiral.append(QPointF(10, 10) +
                          QPointF(std::cos(i * kTurn / 40), std::sin(i * kTurn / 40)) * (2 + i / 15.0));
        QTest::newRow("spiral") << spiral;
        QList<QPointF> twice;
        for (int i = 0; i <= 80; ++i)
            twice.append(QPointF(10, 10) + QPointF(std::cos(i * kTurn / 40), std::sin(i * kTurn / 40)) * 8);
        QTest::newRow("round and round") << twice;
    }
    void whatMeansNothing() {
        QFETCH(QList<QPointF>, corners);
        for (const double size : {4.0, 12.0, 30.0}) {
            for (quint32 seed = 1; seed <= 20; ++seed) {
                const RoughShape shape =
                    roughShapeOf(Hand(seed).along(scaled(corners, size), size < 8 ? 0.5 : 1.5));
                const bool tick = qstrcmp(QTest::currentDataTag(), "tick") == 0;
                if (tick && shape.kind == RoughShape::Kind::Line)
                    continue; // an angle: it is one only where it leads from a block to another
                QVERIFY2(
                    shape.kind == RoughShape::Kind::Nothing,
                    qPrintable(
                        QStringLiteral("size %1, seed %2: %3").arg(size).arg(seed).arg(int(shape.kind))));
            }
        }
    }

    void aSmallRingIsALetter() {
        for (quint32 seed = 1; seed <= 20; ++seed)
            QVERIFY(roughShapeOf(Hand(seed).round({30, 24}, true)).kind == RoughShape::Kind::Nothing);
    }

    void scribblesMeanNothing() {
        int taken = 0;
        for (quint32 seed = 1; seed <= 300; ++seed) {
            Hand hand(seed);
            QList<QPointF> corners;
            for (int i = 0; i < 9; ++i)
                corners.append({hand.between(100, 400), hand.between(100, 300)});
            taken += roughShapeOf(hand.along(corners)).kind != RoughShape::Kind::Nothing;
        }
        QVERIFY2(taken <= 3, qPrintable(QString::number(taken)));
    }
};

QTEST_GUILESS_MAIN(TestRoughShape)
#include "test_rough_shape.moc"
