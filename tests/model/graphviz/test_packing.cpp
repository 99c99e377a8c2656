#include "model/graphviz/dot.h"
#include "model/graphviz/packing.h"
#include "model/graphviz/snap.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTest>

using namespace groundplan;
using namespace Qt::StringLiterals;

namespace {

constexpr Coord kGap = 48 * kUnitsPerPoint;

Size sized(int w, int h) {
    return {w * kUnitsPerPoint, h * kUnitsPerPoint};
}

/// What of the rectangle around all is a box, in per cent.
int filled(const QList<Size>& boxes, const QList<Point>& corners) {
    double area = 0;
    Rect all;
    for (qsizetype i = 0; i < boxes.size(); ++i) {
        area += double(boxes[i].w) * boxes[i].h;
        all = all.united({corners[i].x, corners[i].y, boxes[i].w, boxes[i].h});
    }
    return int(100 * area / (double(all.w) * all.h));
}

} // namespace

/// Parts of a graph that have nothing to do with each other.
class TestPacking : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void boxesStandApart_data() {
        QTest::addColumn<int>("count");
        QTest::addColumn<int>("least"); // per cent
        QTest::newRow("one") << 1 << 100;
        QTest::newRow("two") << 2 << 40;
        QTest::newRow("five") << 5 << 40;
        QTest::newRow("forty") << 40 << 60;
        QTest::newRow("three hundred and one") << 301 << 60;
        QTest::newRow("ten thousand") << 10'000 << 60;
    }
    void boxesStandApart() {
        QFETCH(int, count);
        QFETCH(int, least);
        QRandomGenerator random{quint32(count)};
        QList<Size> boxes;
        for (int i = 0; i < count; ++i)
            boxes << Size{1400 + int(random.bounded(6000)), 512 + int(random.bounded(4000))};
        QElapsedTimer clock;
        clock.start();
        const QList<Point> corners = packed(boxes, kGap);
        QVERIFY2(clock.elapsed() < 2'000, qPrintable(QString::number(clock.elapsed())));
        QCOMPARE(corners.size(), boxes.size());
        QCOMPARE(packed(boxes, kGap), corners);
        Rect all;
        for (int i = 0; i < count; ++i) {
            QCOMPARE(corners[i].x % kSnap, 0);
            QCOMPARE(corners[i].y % kSnap, 0);
            const Rect box{corners[i].x, corners[i].y, boxes[i].w, boxes[i].h};
            all = all.united(box);
            for (int j = 0; j < std::min(i, 1'000); ++j) {
                const Rect other{corners[j].x, corners[j].y, boxes[j].w + kGap, boxes[j].h + kGap};
                const Rect wide{box.x, box.y, box.w + kGap, box.h + kGap};
                QVERIFY(wide.right() <= other.left() || other.right() <= wide.left() ||
                        wide.bottom() <= other.top() || other.bottom() <= wide.top());
            }
        }
        QCOMPARE(all.topLeft(), Point());
        QVERIFY2(filled(boxes, corners) >= least, qPrintable(QString::number(filled(boxes, corners))));
    }
    void nothingNeedsNoRoom() { QCOMPARE(packed({}, kGap), QList<Point>()); }

    /// Two groups and a higher one: no quarter stays empty.
    void threeGroups() {
        const QList<Size> boxes{sized(456, 220), sized(456, 220), sized(496, 320)};
        const QList<Point> corners = packed(boxes, kGap);
        QCOMPARE(corners, (QList<Point>{{0, 0}, {0, 268 * 8}, {504 * 8, 0}}));
        QVERIFY(filled(boxes, corners) > 70);
    }
    /// What is about as large stays in its order, row by row.
    void rows() {
        const QList<Size> boxes(6, sized(176, 64));
        const QList<Point> corners = packed(boxes, kGap);
        for (qsizetype i = 1; i < corners.size(); ++i)
            QVERIFY(std::pair(corners[i - 1].y, corners[i - 1].x) < std::pair(corners[i].y, corners[i].x));
        QCOMPARE(corners[1].y, 0);
    }
    /// Groups of a graph, laid out each by itself.
    void groupsOfAGraph() {
        LayoutRequest request;
        const auto id = [](int number) { return ElementId(number); };
        for (int group = 1; group <= 6; ++group) {
            request.clusters.append({id(1000 * group), {}});
            for (int i = 1; i <= 2 + group % 3; ++i) {
                request.nodes.append({id(1000 * group + i), sized(176, 64), id(1000 * group)});
                if (i > 1)
                    request.edges.append({id(1000 * group + 1), id(1000 * group + i)});
            }
        }
        const Result<LayoutResult> layout = layOut(request);
        QVERIFY(layout);
        QList<Size> boxes;
        QList<Point> corners;
        for (const LayoutRequest::Cluster& cluster : request.clusters) {
            const Rect rect = layout->rects.value(cluster.id);
            boxes << Size{rect.w, rect.h};
            corners << rect.topLeft();
        }
        QVERIFY2(filled(boxes, corners) >= 60, qPrintable(QString::number(filled(boxes, corners))));
    }
};

QTEST_GUILESS_MAIN(TestPacking)
#include "test_packing.moc"
