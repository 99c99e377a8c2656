#include "tests/model/routing/sketch.h"

#include <QTest>

using namespace groundplan;
using test::Sketch;

namespace {

/// Routes as an edit would store them after the blocks have moved: those with one end among them and those
/// that are covered now.
QHash<ElementId, QList<Point>> routedAfter(Sketch board, const QSet<ElementId>& moved, Point by) {
    for (const ElementId id : moved)
        board.moveBlock(id, points(by.x), points(by.y));
    QSet<ElementId> kept, wanted;
    for (const Connection& connection : board.design.connections) {
        const int ends = moved.contains(connection.source) + moved.contains(connection.target);
        if (ends == 1)
            wanted.insert(connection.id);
        else if (ends == 2)
            kept.insert(connection.id);
    }
    const Router router(board.design);
    wanted += router.index().connectionsThrough(moved) - kept;
    QHash<ElementId, QList<Point>> paths;
    for (const ElementId id : board.store(router.route(wanted, kept)))
        paths.insert(id, board.path(id));
    return paths;
}

} // namespace

class TestRoutePreview : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void showsWhatTheEditWillStore_data() {
        QTest::addColumn<int>("moved");
        QTest::addColumn<unsigned>("seed");
        for (const int moved : {1, 2, 10, 39}) {
            for (const unsigned seed : {1U, 2U, 3U})
                QTest::addRow("%d blocks, seed %u", moved, seed) << moved << seed;
        }
    }
    void showsWhatTheEditWillStore() {
        QFETCH(int, moved);
        QFETCH(unsigned, seed);
        Sketch board = test::strewnBlocks(40, 60, seed);
        board.route();
        QSet<ElementId> ids;
        for (const Block* block : board.design.blocks.sorted()) {
            if (ids.size() < moved)
                ids.insert(block->id);
        }
        const RoutingIndex index(board.design);
        const RoutePreview preview(index, ids);
        for (const Point by :
             {Point{units(30), 0}, Point{units(-200), units(150)}, Point{units(400), units(-300)}}) {
            const auto expected = routedAfter(board, ids, by);
            QVERIFY(!expected.isEmpty());
            QCOMPARE(preview.routes(by), expected);
        }
    }

    void nothingToRouteWhenAllMove() {
        Sketch board = test::strewnBlocks(40, 60, 1);
        board.route();
        QSet<ElementId> all;
        for (const Block& block : board.design.blocks)
            all.insert(block.id);
        const RoutingIndex index(board.design);
        QVERIFY(RoutePreview(index, all).routes({units(100), units(100)}).isEmpty());
    }

    void aCoveredConnectionGoesRound() {
        Sketch board;
        const ElementId a = board.block(0, 0);
        const ElementId b = board.block(600, 0);
        const ElementId loose = board.block(300, 300);
        const ElementId connection = board.connect(a, b);
        board.route();
        const RoutingIndex index(board.design);
        const RoutePreview preview(index, QSet<ElementId>{loose});
        QVERIFY(preview.routes({0, units(-200)}).isEmpty());
        const auto routes = preview.routes({0, units(-300)});
        QCOMPARE(routes.keys(), QList<ElementId>{connection});
        QCOMPARE(routes.value(connection).size(), 4);
    }

    void resizing() {
        Sketch board;
        const ElementId a = board.block(0, 0);
        const ElementId b = board.block(600, 200);
        const ElementId connection = board.connect(a, b);
        const ElementId loop = board.connect(a, a);
        board.route();
        const RoutingIndex index(board.design);
        const Rect larger{0, 0, units(300), units(300)};
        const auto routes = RoutePreview(index, QHash<ElementId, Rect>{{a, larger}}).routes();
        QCOMPARE(routes.size(), 2);
        QCOMPARE(routes.value(connection).first().x, units(300));
        QCOMPARE(routes.value(connection).size(), 2);
        QCOMPARE(routes.value(loop).first().x, units(300));
    }

    void manyAreDrawnSimply() {
        Sketch board;
        const ElementId hub = board.block(0, 0, 400, 400);
        for (int i = 0; i < RoutePreview::kMostRouted + 20; ++i)
            board.connect(hub, board.block(1000 + 200 * (i % 20), 100 * (i / 20), 140, 60));
        const RoutingIndex index(board.design);
        const auto routes = RoutePreview(index, QSet<ElementId>{hub}).routes({units(50), 0});
        QCOMPARE(routes.size(), RoutePreview::kMostRouted + 20);
        for (const QList<Point>& path : routes)
            QVERIFY(path.size() >= 2);
    }
};

QTEST_APPLESS_MAIN(TestRoutePreview)
#include "test_route_preview.moc"
