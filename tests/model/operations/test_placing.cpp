#include "tests/model/operations/workbench.h"

using namespace groundplan;
using namespace groundplan::test;

class TestPlacing : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void placesAndRoutes() {
        Workbench bench;
        const ElementId a = bench.block(0, 0);
        const ElementId b = bench.block(400, 300);
        const ElementId c = bench.block(800, 0);
        const ElementId ab = bench.connect(a, b);
        bench.connect(b, c);
        const Design before = bench.design();
        const Rect there = rectInPoints(400, 0, 176, 64);
        QVERIFY(bench.run([&](Editor& editor) { return placeElements(editor, {{b, there}}); }));
        QCOMPARE(bench.rect(b), there);
        QCOMPARE(bench.design().connections.at(ab).route.size(), 2); // straight across now
        QVERIFY(bench.document().undo());
        QCOMPARE(bench.design(), before);
    }

    void leavesOutWhatCannotMove() {
        Workbench bench;
        const ElementId locked = bench.block(0, 0);
        const ElementId free = bench.block(400, 0);
        bench.lock({locked});
        const qsizetype edits = bench.document().history().size();
        QVERIFY(bench.run([&](Editor& editor) {
            return placeElements(editor, {{locked, rectInPoints(50, 50, 176, 64)},
                                          {ElementId(4711), rectInPoints(0, 0, 100, 100)},
                                          {free, bench.rect(free)}});
        }));
        QCOMPARE(bench.rect(locked), rectInPoints(0, 0, 176, 64));
        QCOMPARE(bench.document().history().size(), edits); // no trace
    }

    /// A line that lies on a border, as older documents have them, is put in order when its frame is, though
    /// its own ends stay.
    void linesOnBorders() {
        Workbench bench;
        const ElementId a = bench.block(0, 0), b = bench.block(700, 200);
        bench.frame(330, -100, 700, 900);
        const ElementId other = bench.block(700, 600);
        QVERIFY(bench.parent(b) && bench.parent(other) == bench.parent(b));
        const ElementId ab = bench.connect(a, b);
        const QList<Point> usual = bench.design().connections.at(ab).route;
        const auto at = [](double x, double y) { return Point{units(x), units(y)}; };
        const QList<Point> onBorder{at(176, 32), at(330, 32), at(330, 232), at(700, 232)};
        QVERIFY(bench.run([&](Editor& editor) {
            Connection row = editor.design().connections.at(ab);
            row.route = onBorder;
            editor.put(row);
            return Result<void>();
        }));
        QCOMPARE(bench.design().connections.at(ab).route, onBorder);
        const Rect there = bench.rect(other).translated({units(20), 0});
        QVERIFY(bench.run([&](Editor& editor) { return placeElements(editor, {{other, there}}); }));
        QCOMPARE(bench.design().connections.at(ab).route, usual);
    }

    void framesKeepTheirChildren() {
        Workbench bench;
        const ElementId frame = bench.frame(0, 0, 400, 300);
        const ElementId inside = bench.block(40, 60);
        QCOMPARE(bench.parent(inside), frame);
        QVERIFY(bench.run([&](Editor& editor) {
            return placeElements(editor, {{frame, rectInPoints(1'000, 0, 216, 120)},
                                          {inside, rectInPoints(1'020, 36, 176, 64)}});
        }));
        QCOMPARE(bench.parent(inside), frame);
        QCOMPARE(bench.rect(frame), rectInPoints(1'000, 0, 216, 120));
    }

    /// What somebody laid by hand goes with its ends, stays while one of them does, and lies between them
    /// where they part; the route passes it.
    void waypoints() {
        Workbench bench;
        const ElementId a = bench.block(0, 0);
        const ElementId b = bench.block(400, 0);
        const ElementId id = bench.connect(a, b);
        QVERIFY(bench.run([&](Editor& editor) {
            return setWaypoints(editor, id, {{units(288), units(-96)}});
        }));
        const auto place = [&](const QHash<ElementId, Rect>& places) {
            QVERIFY(bench.run([&](Editor& editor) { return placeElements(editor, places); }));
        };
        const auto waypoints = [&] {
            const Connection& row = bench.design().connections.at(id);
            QList<Point> points = row.waypoints;
            for (Point& point : points)
                point = point + bench.rect(row.source).topLeft();
            const QList<Point> path = bench.design().routeOf(row);
            for (const Point point : std::as_const(points)) {
                bool passes = false;
                for (qsizetype i = 1; i < path.size(); ++i)
                    passes = passes ||
                             Rect{std::min(path[i - 1].x, path[i].x), std::min(path[i - 1].y, path[i].y),
                                  std::abs(path[i].x - path[i - 1].x), std::abs(path[i].y - path[i - 1].y)}
                                 .contains(point);
                if (!passes)
                    return QList<Point>{};
            }
            return points;
        };
        place({{a, rectInPoints(100, 0, 176, 64)}, {b, rectInPoints(500, 0, 176, 64)}});
        QCOMPARE(waypoints(), (QList<Point>{{units(388), units(-96)}}));
        place({{b, rectInPoints(500, 400, 176, 64)}});
        QCOMPARE(waypoints(), (QList<Point>{{units(388), units(-96)}}));
        place({{a, rectInPoints(0, 0, 176, 64)}});
        QCOMPARE(waypoints(), (QList<Point>{{units(388), units(-96)}}));
        place({{a, rectInPoints(0, 100, 176, 64)}, {b, rectInPoints(600, 540, 176, 64)}});
        QCOMPARE(waypoints(), (QList<Point>{{units(438), units(24)}}));
    }

    /// A waypoint under a block would lead through it.
    void aWaypointUnderABlockIsGivenUp() {
        Workbench bench;
        const ElementId a = bench.block(0, 0);
        const ElementId b = bench.block(400, 0);
        const ElementId other = bench.block(0, 600);
        const ElementId id = bench.connect(a, b);
        QVERIFY(bench.run([&](Editor& editor) {
            return setWaypoints(editor, id, {{units(288), units(-96)}, {units(320), units(-96)}});
        }));
        QVERIFY(bench.run([&](Editor& editor) {
            return placeElements(
                editor, {{b, rectInPoints(400, 200, 176, 64)}, {other, rectInPoints(200, -120, 100, 64)}});
        }));
        QCOMPARE(bench.design().connections.at(id).waypoints, (QList<Point>{{units(320), units(-96)}}));
    }

    void pins() {
        Workbench bench;
        const ElementId a = bench.block(0, 0);
        const ElementId b = bench.block(400, 0);
        const ElementId line = bench.connect(a, b);
        QVERIFY(bench.run([&](Editor& editor) { return setPinned(editor, {a, line}, true); }));
        QVERIFY(bench.design().elements.at(a).pinned);
        QVERIFY(!bench.design().elements.at(line).pinned);
        QVERIFY(!bench.design().elements.at(b).pinned);
        QVERIFY(bench.document().undo());
        QVERIFY(!bench.design().elements.at(a).pinned);
        QVERIFY(!bench.run([&](Editor& editor) { return setPinned(editor, {ElementId(4711)}, true); }));
    }
};

QTEST_GUILESS_MAIN(TestPlacing)
#include "test_placing.moc"
