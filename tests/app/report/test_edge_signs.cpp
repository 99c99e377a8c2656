// Signs at the edges of a page stand in the order of their lines, and apart.
#include "app/report/edge_signs.h"

#include <QLineF>
#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace groundplan::report;

class TestEdgeSigns : public QObject {
    Q_OBJECT

    static constexpr QRectF kArea{100, 100, 600, 400};

    static QList<EdgeSign> placed(Edge edge, const QList<double>& at, QSizeF size = {90, 14}) {
        QList<EdgeSign> signs;
        for (const double each : at)
            signs.append({edge, {each}, size});
        placeSigns(signs, kArea);
        return signs;
    }
    static void verifyApart(const QList<EdgeSign>& signs) {
        struct Piece {
            QLineF line;
            qsizetype sign;
        };
        QList<Piece> pieces;
        for (qsizetype i = 0; i < signs.size(); ++i) {
            QVERIFY(!signs[i].place.intersects(kArea));
            for (qsizetype j = 0; j < i; ++j)
                QVERIFY(!signs[j].place.intersects(signs[i].place));
            for (const QPolygonF& way : leadersOf(signs[i], kArea)) {
                for (qsizetype k = 1; k < way.size(); ++k)
                    pieces.append({{way[k - 1], way[k]}, i});
            }
        }
        for (const Piece& piece : std::as_const(pieces)) {
            for (const Piece& other : std::as_const(pieces))
                QVERIFY(piece.sign == other.sign ||
                        piece.line.intersects(other.line, nullptr) != QLineF::BoundedIntersection);
            for (qsizetype i = 0; i < signs.size(); ++i) {
                const QRectF box =
                    QRectF(piece.line.p1(), piece.line.p2()).normalized().adjusted(0, 0, 0.1, 0.1);
                QVERIFY(i == piece.sign || !box.intersects(signs[i].place) || signs[i].edge == Edge::Left ||
                        signs[i].edge == Edge::Right);
            }
        }
    }

private Q_SLOTS:
    void oneStandsAtItsLine() {
        const QRectF left = placed(Edge::Left, {300}).first().place;
        QCOMPARE(left.center().y(), 300.0);
        QVERIFY(left.right() < kArea.left());
        const QRectF below = placed(Edge::Bottom, {300}).first().place;
        QVERIFY(below.left() > 300 && below.left() < 305 && below.top() > kArea.bottom());
    }

    void inTheOrderOfTheLines() {
        for (const Edge edge : {Edge::Left, Edge::Right, Edge::Top, Edge::Bottom}) {
            const auto signs = placed(edge, {300, 304, 308, 309, 480});
            verifyApart(signs);
            for (qsizetype i = 1; i < signs.size(); ++i) {
                const bool upright = edge == Edge::Left || edge == Edge::Right;
                QVERIFY(upright ? signs[i].place.top() >= signs[i - 1].place.bottom()
                                : signs[i].place.left() > signs[i - 1].place.left());
                QCOMPARE(signs[i].scale, 1.0);
            }
        }
    }

    /// None is dropped, and none stands beyond the corners.
    void moreThanAnEdgeHolds() {
        QList<double> at;
        for (int i = 0; i < 100; ++i)
            at.append(150 + i * 3);
        for (const Edge edge : {Edge::Left, Edge::Top}) {
            const auto signs = placed(edge, at);
            verifyApart(signs);
            QVERIFY(signs.first().scale < 1);
            const QMarginsF margins = marginsOf(signs, kArea);
            QVERIFY(margins.top() <= kArea.height() && margins.bottom() == 0);
            QVERIFY(edge == Edge::Top || margins.top() == 0);
        }
    }

    void anywhere() {
        QRandomGenerator random(7);
        for (int round = 0; round < 200; ++round) {
            QList<EdgeSign> signs;
            for (const Edge edge : {Edge::Left, Edge::Right, Edge::Top, Edge::Bottom}) {
                const bool upright = edge == Edge::Left || edge == Edge::Right;
                QList<double> at;
                for (int i = 0; i < 12; ++i)
                    at.append(100 + random.bounded(upright ? 400.0 : 600.0));
                std::ranges::sort(at);
                for (const double each : std::as_const(at))
                    signs.append(
                        {edge, {each}, QSizeF(30 + random.bounded(90), random.bounded(2) ? 14 : 26)});
            }
            placeSigns(signs, kArea);
            verifyApart(signs);
            if (QTest::currentTestFailed())
                return;
        }
    }
};

QTEST_APPLESS_MAIN(TestEdgeSigns)
#include "test_edge_signs.moc"
