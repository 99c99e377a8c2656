#include "model/routing/index_data.h"
#include "tests/model/routing/sketch.h"

#include <QTest>

#include <algorithm>
#include <ctime>

using namespace groundplan;
using test::figuresOf;
using test::Sketch;
using test::text;

namespace {

QList<Point> inPoints(const QList<QPair<double, double>>& corners) {
    QList<Point> list;
    for (const auto& [x, y] : corners)
        list.append({units(x), units(y)});
    return list;
}

void comparePaths(const QList<Point>& found, const QList<Point>& expected) {
    QCOMPARE(text(found), text(expected));
}

/// Each line that came from outside has a way, after no more than so many seconds of CPU.
void routeWithin(double most, const Sketch& board, const QSet<ElementId>& lines) {
    const std::clock_t begin = std::clock();
    const QHash<ElementId, Route> routes = Router(board.design).routeInBounds(lines, nullptr);
    const double seconds = double(std::clock() - begin) / CLOCKS_PER_SEC;
    QVERIFY2(seconds < most, qPrintable(QString::number(seconds)));
    QCOMPARE(routes.size(), lines.size());
    QVERIFY(std::all_of(routes.begin(), routes.end(), [](const Route& route) { return route.size() > 1; }));
}

} // namespace

class TestRouter : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void simplePositions_data() {
        QTest::addColumn<double>("x");
        QTest::addColumn<double>("y");
        QTest::addColumn<QList<Point>>("expected");
        // The source lies at 0,0 and is 176 x 64; so is the target.
        QTest::newRow("right of it") << 300.0 << 0.0 << inPoints({{176, 32}, {300, 32}});
        QTest::newRow("left of it") << -300.0 << 0.0 << inPoints({{0, 32}, {-124, 32}});
        QTest::newRow("below") << 0.0 << 200.0 << inPoints({{88, 64}, {88, 200}});
        QTest::newRow("above") << 0.0 << -200.0 << inPoints({{88, 0}, {88, -136}});
        QTest::newRow("right, a few points lower") << 300.0 << 6.0 << inPoints({{176, 32}, {300, 32}});
        QTest::newRow("right, as low as a straight line allows")
            << 300.0 << 36.0 << inPoints({{176, 50}, {300, 50}});
        QTest::newRow("right, lower than that")
            << 300.0 << 44.0 << inPoints({{176, 32}, {238, 32}, {238, 76}, {300, 76}});
        QTest::newRow("below right") << 300.0 << 200.0 << inPoints({{176, 32}, {388, 32}, {388, 200}});
        QTest::newRow("above right") << 300.0 << -200.0 << inPoints({{176, 32}, {388, 32}, {388, -136}});
        QTest::newRow("below left") << -300.0 << 200.0 << inPoints({{0, 32}, {-212, 32}, {-212, 200}});
        QTest::newRow("above left") << -300.0 << -200.0 << inPoints({{0, 32}, {-212, 32}, {-212, -136}});
    }
    void simplePositions() {
        QFETCH(double, x);
        QFETCH(double, y);
        QFETCH(QList<Point>, expected);
        Sketch board;
        const ElementId source = board.block(0, 0);
        const ElementId connection = board.connect(source, board.block(x, y));
        board.route();
        comparePaths(board.path(connection), expected);
    }

    void routesAreRelativeToTheSource() {
        Sketch board;
        const ElementId connection = board.connect(board.block(1000, 500), board.block(1300, 500));
        board.route();
        QCOMPARE(text(board.design.connections.find(connection)->route), QStringLiteral("176,32 300,32"));
    }

    void theLineIsCentredOnTheSmallerOne() {
        Sketch board;
        const ElementId small = board.block(0, 100, 100, 40);
        const ElementId connection = board.connect(small, board.block(300, 0, 100, 300));
        board.route();
        comparePaths(board.path(connection), inPoints({{100, 120}, {300, 120}}));
    }

    void parallelOnesLieSideBySide() {
        Sketch board;
        const ElementId a = board.block(0, 0);
        const ElementId b = board.block(300, 0);
        const ElementId first = board.connect(a, b);
        const ElementId second = board.connect(b, a);
        const ElementId third = board.connect(a, b);
        board.route();
        comparePaths(board.path(first), inPoints({{176, 16}, {300, 16}}));
        comparePaths(board.path(second), inPoints({{300, 32}, {176, 32}}));
        comparePaths(board.path(third), inPoints({{176, 48}, {300, 48}}));
    }

    void manyParallelOnesDoNotLieOnEachOther() {
        Sketch board;
        const ElementId a = board.block(0, 0);
        const ElementId b = board.block(400, 300);
        for (int i = 0; i < 8; ++i)
            board.connect(i % 2 ? a : b, i % 2 ? b : a);
        board.route();
        const auto figures = figuresOf(board.design);
        QCOMPARE(figures.faults.join(u'\n'), QString());
        QCOMPARE(figures.overlap, 0.0);
        QCOMPARE(figures.crossings, 0);
        QCOMPARE(figures.bends, 8);
    }

    void endsAreSpreadInTheOrderOfTheirTargets() {
        Sketch board;
        const ElementId hub = board.block(0, 200, 100, 200);
        QList<ElementId> connections;
        for (int i = 0; i < 5; ++i)
            connections << board.connect(hub, board.block(300, 120 * i, 100, 60));
        board.route();
        for (int i = 1; i < 5; ++i)
            QVERIFY(board.path(connections[i - 1]).first() != board.path(connections[i]).first());
        const auto figures = figuresOf(board.design);
        QCOMPARE(figures.crossings, 0);
        QCOMPARE(figures.overlap, 0.0);
        QCOMPARE(figures.hits, 0);
        QCOMPARE(figures.faults.join(u'\n'), QString());
    }

    void evenSpacing() {
        Sketch board;
        const ElementId hub = board.block(0, 0, 180, 60);
        // Two that come from below left and below right, and can only meet the lower side.
        const ElementId a = board.connect(board.block(-400, 300), hub);
        const ElementId b = board.connect(board.block(400, 300), hub);
        board.block(-60, -20, 30, 100); // in the way at both sides
        board.block(210, -20, 30, 100);
        board.route();
        QCOMPARE(text({board.path(a).last()}), QStringLiteral("60,60"));
        QCOMPARE(text({board.path(b).last()}), QStringLiteral("120,60"));
    }

    void goesRoundABlock() {
        Sketch board;
        const ElementId a = board.block(0, 0);
        const ElementId b = board.block(600, 0);
        board.block(300, 0);
        const ElementId connection = board.connect(a, b);
        board.route();
        comparePaths(board.path(connection), inPoints({{88, 64}, {88, 82}, {688, 82}, {688, 64}}));
    }

    void goesRoundACard() {
        Sketch board;
        board.connect(board.block(0, 0), board.block(600, 0));
        board.card(300, -30, 100, 130);
        board.route();
        QCOMPARE(figuresOf(board.design).hits, 0);
    }

    void findsTheWayThroughAMaze() {
        Sketch board;
        const ElementId a = board.block(0, 0);
        const ElementId b = board.block(1200, 0);
        board.block(300, -1000, 60, 1500);
        board.block(500, -200, 60, 1500);
        board.block(700, -1000, 60, 1500);
        board.block(900, -200, 60, 1500);
        const ElementId connection = board.connect(a, b);
        board.route();
        const auto figures = figuresOf(board.design);
        QCOMPARE(figures.hits, 0);
        QCOMPARE(figures.faults.join(u'\n'), QString());
        QVERIFY2(board.bends(connection) <= 10, qPrintable(text(board.path(connection))));
    }

    void keepsItsClearance() {
        Sketch board;
        const ElementId a = board.block(0, 0);
        const ElementId b = board.block(600, 100);
        board.block(300, 20, 150, 70);
        const ElementId connection = board.connect(a, b);
        board.route();
        const Rect kept = Rect{units(300), units(20), units(150), units(70)}.grown(units(12));
        const QList<Point> path = board.path(connection);
        for (qsizetype i = 1; i < path.size(); ++i) {
            const Rect span = {std::min(path[i].x, path[i - 1].x), std::min(path[i].y, path[i - 1].y),
                               std::max(1, std::abs(path[i].x - path[i - 1].x)),
                               std::max(1, std::abs(path[i].y - path[i - 1].y))};
            QVERIFY2(!kept.grown(-1).intersects(span), qPrintable(text(path)));
        }
    }

    void aFrameIsEnteredOnlyToReachWhatIsInside() {
        Sketch board;
        const ElementId left = board.block(0, 0);
        const ElementId right = board.block(900, 0);
        const ElementId frame = board.frame(250, -100, 500, 300);
        const ElementId inside = board.block(400, 0);
        const ElementId past = board.connect(left, right);
        const ElementId into = board.connect(left, inside);
        board.route();
        const Rect rect = *board.design.rectOf(frame);
        const QList<Point> path = board.path(past);
        for (qsizetype i = 1; i < path.size(); ++i)
            QVERIFY2(!rect.intersects(routing::spanOf(path.at(i - 1), path.at(i)).grown(1)),
                     qPrintable(text(path)));
        QCOMPARE(board.bends(into), 0);
    }

    void aFrameWithNoWayRoundIsCrossed() {
        Sketch board;
        const ElementId left = board.block(0, 0);
        board.frame(250, -5000, 300, 10'000);
        const ElementId connection = board.connect(left, board.block(700, 0));
        board.route();
        QCOMPARE(board.bends(connection), 0);
    }

    void frameEnds_data() {
        QTest::addColumn<double>("x");
        QTest::addColumn<double>("y");
        QTest::addColumn<bool>("toFrame");
        QTest::addColumn<QList<Point>>("expected");
        // The frame lies at 0,0 and is 600 x 400; the block is 100 x 60.
        QTest::newRow("from the right") << 700.0 << 100.0 << true << inPoints({{700, 130}, {600, 130}});
        QTest::newRow("to the right") << 700.0 << 100.0 << false << inPoints({{600, 130}, {700, 130}});
        QTest::newRow("from above") << 100.0 << -160.0 << true << inPoints({{150, -100}, {150, 0}});
        QTest::newRow("inside, near the left") << 50.0 << 170.0 << true << inPoints({{50, 200}, {0, 200}});
        QTest::newRow("inside, near the bottom")
            << 250.0 << 300.0 << true << inPoints({{300, 360}, {300, 400}});
        QTest::newRow("from its frame") << 450.0 << 170.0 << false << inPoints({{600, 200}, {550, 200}});
    }
    void frameEnds() {
        QFETCH(double, x);
        QFETCH(double, y);
        QFETCH(bool, toFrame);
        QFETCH(QList<Point>, expected);
        Sketch board;
        const ElementId frame = board.frame(0, 0, 600, 400);
        const ElementId block = board.block(x, y, 100, 60);
        const ElementId connection = toFrame ? board.connect(block, frame) : board.connect(frame, block);
        board.route();
        comparePaths(board.path(connection), expected);
    }

    void insideAFrameItGoesRoundBlocks() {
        Sketch board;
        const ElementId frame = board.frame(0, 0, 600, 400);
        const ElementId block = board.block(150, 170, 100, 60);
        board.block(60, 120, 50, 160);
        board.block(290, 120, 50, 160);
        board.block(150, 60, 100, 60);
        board.block(150, 280, 100, 60);
        const ElementId connection = board.connect(block, frame);
        board.route();
        QCOMPARE(figuresOf(board.design).hits, 0);
        QCOMPARE(figuresOf(board.design).faults.join(u'\n'), QString());
        for (const Point corner : board.path(connection))
            QVERIFY(board.design.rectOf(frame)->contains(corner));
    }

    void loops() {
        Sketch board;
        const ElementId block = board.block(0, 0, 176, 64);
        const ElementId first = board.connect(block, block);
        const ElementId second = board.connect(block, block);
        board.route();
        const auto figures = figuresOf(board.design);
        QCOMPARE(figures.faults.join(u'\n'), QString());
        QCOMPARE(figures.overlap, 0.0);
        QCOMPARE(figures.crossings, 0);
        QCOMPARE(board.bends(first), 3);
        QCOMPARE(board.path(first).first().x, units(176));
        QCOMPARE(board.path(first).last().y, 0);
        QVERIFY(board.path(second).at(1).x > board.path(first).at(1).x);
    }

    void aLoopTakesAFreeCorner() {
        Sketch board;
        const ElementId block = board.block(0, 0, 176, 64);
        board.block(190, -80, 176, 64);
        const ElementId loop = board.connect(block, block);
        board.route();
        QCOMPARE(figuresOf(board.design).hits, 0);
        QCOMPARE(text({board.path(loop).last()}).section(u',', 1), QStringLiteral("64"));
    }

    void awkwardPlaces_data() {
        QTest::addColumn<Rect>("other");
        const auto rect = [](double x, double y, double w, double h) {
            return Rect{units(x), units(y), units(w), units(h)};
        };
        // The first block lies at 0,0 and is 176 x 64.
        QTest::newRow("touching") << rect(176, 0, 176, 64);
        QTest::newRow("touching below") << rect(0, 64, 176, 64);
        QTest::newRow("a hair apart") << rect(179, 0, 176, 64);
        QTest::newRow("corner to corner") << rect(176, 64, 176, 64);
        QTest::newRow("overlapping a corner") << rect(100, 30, 176, 64);
        QTest::newRow("overlapping, crosswise") << rect(60, -60, 40, 200);
        QTest::newRow("inside") << rect(50, 20, 40, 20);
        QTest::newRow("around") << rect(-100, -100, 400, 300);
        QTest::newRow("the same place") << rect(0, 0, 176, 64);
        QTest::newRow("tiny and near") << rect(180, 70, 8, 8);
    }
    void awkwardPlaces() {
        QFETCH(Rect, other);
        Sketch board;
        const ElementId a = board.block(0, 0);
        const ElementId b = board.block(points(other.x), points(other.y), points(other.w), points(other.h));
        board.connect(a, b);
        board.connect(b, a);
        board.route();
        const auto figures = figuresOf(board.design);
        QCOMPARE(figures.faults.join(u'\n'), QString());
        for (const Connection& connection : board.design.connections) {
            const QList<Point> path = board.path(connection.id);
            QVERIFY2(path.size() - 2 <= 6, qPrintable(text(path)));
            // It stays near, and can be seen: some of it lies outside both.
            const Rect near = board.design.rectOf(a)->united(other).grown(units(80));
            QVERIFY2(std::all_of(path.begin(), path.end(), [&](Point p) { return near.contains(p); }),
                     qPrintable(text(path)));
        }
    }

    void walledInItStillGetsARoute() {
        Sketch board;
        const ElementId a = board.block(0, 0, 100, 60);
        board.block(-8, -66, 116, 64);
        board.block(-8, 62, 116, 64);
        board.block(-70, -66, 64, 192);
        board.block(106, -66, 64, 192);
        const ElementId connection = board.connect(a, board.block(600, 0, 100, 60));
        board.route();
        QVERIFY(board.path(connection).size() >= 2);
        QCOMPARE(figuresOf(board.design).faults.join(u'\n'), QString());
        QCOMPARE(figuresOf(board.design).hits, 1);
    }

    void aBlockOnACardIsReached() {
        Sketch board;
        board.card(-100, -100, 400, 300);
        const ElementId connection = board.connect(board.block(0, 0), board.block(600, 0));
        board.route();
        comparePaths(board.path(connection), inPoints({{176, 32}, {600, 32}}));
    }

    void othersStayAsTheyAre() {
        Sketch board;
        const ElementId a = board.block(0, 0);
        const ElementId b = board.block(300, 0);
        const ElementId c = board.block(300, 200);
        const ElementId first = board.connect(a, b);
        board.route();
        const QList<Point> before = board.path(first);
        const ElementId second = board.connect(a, c);
        const auto routes = Router(board.design).route({second});
        QCOMPARE(routes.keys(), QList<ElementId>{second});
        board.store(routes);
        comparePaths(board.path(first), before);
        QVERIFY(board.path(second).first() != board.path(first).first());
        QCOMPARE(figuresOf(board.design).overlap, 0.0);
    }

    void aMissingEndIsLeftOut() {
        Sketch board;
        const ElementId a = board.block(0, 0);
        const ElementId connection = board.connect(a, ElementId(99));
        QVERIFY(Router(board.design).route({connection, ElementId(77)}).isEmpty());
    }

    void previewToAPoint_data() {
        QTest::addColumn<double>("x");
        QTest::addColumn<double>("y");
        QTest::addColumn<int>("bends");
        QTest::newRow("straight") << 400.0 << 32.0 << 0;
        QTest::newRow("almost straight") << 400.0 << 40.0 << 0;
        QTest::newRow("diagonal") << 400.0 << 300.0 << 1;
        QTest::newRow("above") << 88.0 << -100.0 << 0;
        QTest::newRow("very near") << 180.0 << 30.0 << 0;
    }
    void previewToAPoint() {
        QFETCH(double, x);
        QFETCH(double, y);
        QFETCH(int, bends);
        Sketch board;
        const ElementId a = board.block(0, 0);
        const Rect source = *board.design.rectOf(a);
        const Point pointer{units(x), units(y)};
        const QList<Point> path = Router(board.design).preview(source, a, {pointer.x, pointer.y, 0, 0}, {});
        QVERIFY(path.size() >= 2);
        QCOMPARE(text({path.last()}), text({pointer}));
        QVERIFY(source.contains(path.first()));
        QCOMPARE(int(path.size()) - 2, bends);
    }

    void previewMatchesTheRoute() {
        Sketch board;
        const ElementId a = board.block(0, 0);
        const ElementId b = board.block(500, 300);
        board.block(250, 0, 100, 400);
        const QList<Point> preview =
            Router(board.design).preview(*board.design.rectOf(a), a, *board.design.rectOf(b), b);
        const ElementId connection = board.connect(a, b);
        board.route();
        comparePaths(preview, board.path(connection));
    }

    /// A hub with 2,000 lines would take a minute: in bounds it takes seconds, by counting, so that two runs
    /// end in the same ways.
    void whatComesFromOutsideHasBounds() {
        Sketch board;
        const ElementId hub = board.block(0, 0);
        QList<ElementId> blocks;
        for (int i = 0; i < 1'000; ++i)
            blocks << board.block(-9'000 + 220 * (i % 80), 300 + 120 * (i / 80));
        QSet<ElementId> lines;
        for (int i = 0; i < 2'000; ++i)
            lines << board.connect(hub, blocks[i % blocks.size()]);
        routeWithin(15, board, lines);
        const Router router(board.design);
        QVERIFY(router.routeInBounds(lines, nullptr) == router.routeInBounds(lines, nullptr));
    }
    /// Thousands of lines that lie on each other are taken away and put back one by one.
    void manyLoopsAtOneBlock() {
        Sketch board;
        const ElementId block = board.block(0, 0);
        QSet<ElementId> lines;
        for (int i = 0; i < 5'000; ++i)
            lines << board.connect(block, block);
        routeWithin(15, board, lines); // 0.5, and 34 in the other order
    }
    /// Choosing sides is bounded, too: where everything leads across the board, that alone takes minutes.
    void manyLinesAcrossTheBoard() {
        Sketch board;
        QList<ElementId> blocks;
        for (int i = 0; i < 10'000; ++i)
            blocks << board.block(i % 100 * 300, i / 100 * 200);
        QSet<ElementId> lines;
        for (int i = 0; i < 40'000; ++i) // a step that meets all of them, and none beside itself
            lines << board.connect(blocks[i % 10'000], blocks[(i + i / 10'000 * 2'371 + 4'817) % 10'000]);
        routeWithin(4, board, lines); // 0.4, and 9.7 without
    }
    /// What nobody would wait for is routed as ever.
    void boundsDoNotChangeWhatIsWithinThem() {
        Sketch board;
        const ElementId a = board.block(0, 0), b = board.block(500, 300);
        board.block(250, 0, 100, 400);
        const QSet<ElementId> lines{board.connect(a, b), board.connect(b, a)};
        const Router router(board.design);
        QVERIFY(router.routeInBounds(lines, nullptr) == router.route(lines));
    }
    void routingCanBeCancelled() {
        Sketch board;
        const QSet<ElementId> lines{board.connect(board.block(0, 0), board.block(500, 300))};
        const std::atomic<bool> cancelled = true;
        QVERIFY(Router(board.design).routeInBounds(lines, &cancelled).isEmpty());
    }
};

QTEST_APPLESS_MAIN(TestRouter)
#include "test_router.moc"
