#include "model/sketch/layered_layout.h"

#include <QRandomGenerator>
#include <QTest>

using namespace groundplan;

class TestLayeredLayout : public QObject {
    Q_OBJECT

    static constexpr Size kSize{176 * kUnitsPerPoint, 64 * kUnitsPerPoint};

private Q_SLOTS:
    void aChainIsALine() {
        const QList<Point> at = layeredLayout({kSize, kSize, kSize}, {{0, 1}, {1, 2}});
        QVERIFY(at[0] == (Point{0, 0}));
        QVERIFY(at[1] == (Point{kSize.w + kLayerGap, 0}));
        QVERIFY(at[2] == (Point{2 * (kSize.w + kLayerGap), 0}));
    }

    void aBranchStandsAroundItsBeginning() {
        const QList<Point> at = layeredLayout({kSize, kSize, kSize}, {{0, 1}, {0, 2}});
        QCOMPARE(at[1].x, at[2].x);
        QVERIFY(at[2].y - at[1].y >= kSize.h + kRowGap);
        QVERIFY(std::abs(2 * at[0].y - at[1].y - at[2].y) <= 8 * kUnitsPerPoint); // on the grid
    }

    /// client > gateway > ranking > feast; kafka > spark > feast: two rows, no stairs, whatever the heights.
    void chainsAreRows() {
        QList<Size> sizes(6, kSize);
        sizes[1].h += 32 * kUnitsPerPoint;
        sizes[4].h += 16 * kUnitsPerPoint;
        const QList<Point> at = layeredLayout(sizes, {{0, 1}, {1, 2}, {2, 3}, {4, 5}, {5, 3}});
        const auto middle = [&](int i) { return at[i].y + sizes[i].h / 2; };
        for (const int i : {1, 2, 3})
            QCOMPARE(middle(i), middle(0));
        QCOMPARE(middle(5), middle(4));
        // A branch off a long chain does not bend it, nor does one that comes in.
        const QList<Point> tree =
            layeredLayout(QList<Size>(7, kSize), {{0, 1}, {1, 2}, {2, 3}, {1, 4}, {5, 2}, {6, 2}});
        for (const int i : {1, 2, 3})
            QCOMPARE(tree[i].y, tree[0].y);
    }

    void threeBranchesStandAroundTheMiddleOne() {
        const QList<Point> at =
            layeredLayout(QList<Size>(5, kSize), {{0, 1}, {0, 2}, {0, 3}, {1, 4}, {2, 4}, {3, 4}});
        QCOMPARE(at[0].y, at[2].y);
        QCOMPARE(at[4].y, at[2].y);
    }

    void aLabelGetsRoom() {
        const QList<Point> at = layeredLayout({kSize, kSize}, {{0, 1, 2000}});
        QVERIFY(at[1].x - kSize.w >= 2000);
    }

    void partsStandBelowEachOther() {
        const QList<Point> at = layeredLayout({kSize, kSize, kSize}, {{1, 2}});
        QVERIFY(at[0] == (Point{0, 0}));
        QVERIFY(at[1].y >= kSize.h + kRowGap);
    }

    /// Random graphs, circles and all: nothing overlaps, and it is the same each time.
    void nothingOverlaps() {
        QRandomGenerator random(7);
        for (int n = 0; n < 60; ++n) {
            const int count = 2 + random.bounded(30);
            QList<Size> sizes;
            for (int i = 0; i < count; ++i)
                sizes.append({Coord(400 + random.bounded(2000)), Coord(400 + random.bounded(900))});
            QList<LayoutEdge> edges;
            for (int i = random.bounded(2 * count); i > 0; --i)
                edges.append({random.bounded(count), random.bounded(count)});
            const QList<Point> at = layeredLayout(sizes, edges);
            QCOMPARE(at.size(), qsizetype(count));
            QVERIFY(layeredLayout(sizes, edges) == at);
            for (int a = 0; a < count; ++a) {
                for (int b = a + 1; b < count; ++b) {
                    const Rect first{at[a].x, at[a].y, sizes[a].w, sizes[a].h};
                    const Rect second{at[b].x, at[b].y, sizes[b].w, sizes[b].h};
                    QVERIFY2(!first.intersects(second), qPrintable(QString::number(n)));
                }
            }
        }
    }

    void thousandsAreNoTrouble() {
        QList<LayoutEdge> edges;
        for (int i = 1; i < 10'000; ++i)
            edges.append({i / 3, i});
        QCOMPARE(layeredLayout(QList<Size>(10'000, kSize), edges).size(), 10'000);
    }
};

QTEST_GUILESS_MAIN(TestLayeredLayout)
#include "test_layered_layout.moc"
