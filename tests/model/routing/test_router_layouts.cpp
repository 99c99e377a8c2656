#include "tests/bench/bench_design.h"
#include "tests/model/routing/sketch.h"

#include <QTest>

#include <algorithm>

using namespace groundplan;
using test::Figures;
using test::figuresOf;
using test::Sketch;

namespace {

QHash<ElementId, Route> routesOf(const Design& design) {
    QHash<ElementId, Route> routes;
    for (const Connection& connection : design.connections)
        routes.insert(connection.id, connection.route);
    return routes;
}

} // namespace

class TestRouterLayouts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// Every layout has a free way between any two blocks: the gaps are wider than two clearances.
    void strewnLayouts_data() {
        QTest::addColumn<int>("blocks");
        QTest::addColumn<unsigned>("seed");
        QTest::addColumn<double>("bends");   // the figures reached, with a little room: worse is a step back
        QTest::addColumn<double>("overlap"); // points a connection
        for (const unsigned seed : {1U, 2U, 3U, 4U, 5U}) {
            QTest::addRow("12 blocks, seed %u", seed) << 12 << seed << 1.3 << 0.5;
            QTest::addRow("40 blocks, seed %u", seed) << 40 << seed << 1.9 << 4.0;
            QTest::addRow("150 blocks, seed %u", seed) << 150 << seed << 3.6 << 30.0;
        }
    }
    void strewnLayouts() {
        QFETCH(int, blocks);
        QFETCH(unsigned, seed);
        QFETCH(double, bends);
        QFETCH(double, overlap);
        Sketch board = test::strewnBlocks(blocks, blocks * 5 / 4, seed);
        board.route();
        const Figures figures = figuresOf(board.design);
        const double count = figures.connections;
        qInfo("%d connections: %.2f bends each, %d crossings, %.0f points each, %.1f points of overlap each, "
              "%d hits",
              figures.connections, figures.bends / count, figures.crossings, figures.length / count,
              figures.overlap / count, figures.hits);
        QCOMPARE(figures.faults.join(u'\n'), QString());
        QCOMPARE(figures.hits, 0);
        QVERIFY(figures.bends / count <= bends);
        QVERIFY(figures.overlap / count <= overlap);
    }

    /// Frames, cards, blocks that touch and overlap, ends inside each other: nothing may be promised but its
    /// form.
    void anyLayoutGivesLegalRoutes_data() {
        QTest::addColumn<unsigned>("seed");
        for (unsigned seed = 1; seed <= 40; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }
    void anyLayoutGivesLegalRoutes() {
        QFETCH(unsigned, seed);
        std::mt19937 random(seed);
        const auto below = [&](unsigned n) { return double(random() % n); };
        Sketch board;
        QList<ElementId> ends;
        for (int i = 0; i < 12; ++i) {
            ends << board.block(below(700), below(500), 20 + below(200), 20 + below(100));
            if (i % 3 == 0)
                ends << board.frame(below(600), below(400), 60 + below(500), 60 + below(300));
            if (i % 4 == 0)
                board.card(below(700), below(500), 40 + below(150), 40 + below(100));
        }
        for (int i = 0; i < 30; ++i)
            board.connect(ends.at(qsizetype(random() % unsigned(ends.size()))),
                          ends.at(qsizetype(random() % unsigned(ends.size()))));
        board.route();
        QCOMPARE(figuresOf(board.design).faults.join(u'\n'), QString());
    }

    void sameInAnyOrder() {
        for (const unsigned seed : {1U, 2U, 3U}) {
            Sketch board = test::strewnBlocks(60, 90, seed);
            // The same rows put in the opposite order, into tables of another capacity.
            Design other;
            other.blocks.reserve(5000);
            other.connections.reserve(3000);
            auto blocks = board.design.blocks.sorted();
            std::reverse(blocks.begin(), blocks.end());
            for (const Block* block : blocks)
                other.blocks.put(*block);
            auto connections = board.design.connections.sorted();
            std::reverse(connections.begin(), connections.end());
            for (const Connection* connection : connections)
                other.connections.put(*connection);
            QSet<ElementId> all;
            for (const Connection& connection : other.connections)
                all.insert(connection.id);
            board.route();
            QVERIFY(Router(other).route(all) == routesOf(board.design));
            QVERIFY(Router(board.design).route(all) ==
                    routesOf(board.design)); // a second time: stored routes do not count
        }
    }

    /// A board seen in a mirror has the mirrored routes: as many bends, as long.
    void sameInAMirror_data() {
        QTest::addColumn<bool>("flipX");
        QTest::addColumn<bool>("flipY");
        QTest::newRow("left and right") << true << false;
        QTest::newRow("up and down") << false << true;
        QTest::newRow("both") << true << true;
    }
    void sameInAMirror() {
        QFETCH(bool, flipX);
        QFETCH(bool, flipY);
        // Simple pairs far from each other: no ties but those that the mirror keeps.
        const QList<QPair<double, double>> apart = {{300, 6},  {300, 44},   {300, 200},
                                                    {40, 200}, {-300, 120}, {90, -300}};
        const auto build = [&](double sx, double sy) {
            Sketch board;
            double at = 0;
            for (const auto& [dx, dy] : apart) {
                const auto block = [&](double x, double y) {
                    return board.block(sx * (x + 100) - 100, sy * (y + 30) - 30 + at, 200, 60);
                };
                board.connect(block(0, 0), block(dx, dy));
                at += 2000;
            }
            board.route();
            return board;
        };
        const Sketch plain = build(1, 1);
        const Sketch mirrored = build(flipX ? -1 : 1, flipY ? -1 : 1);
        for (const Connection* connection : plain.design.connections.sorted()) {
            QList<Point> expected;
            for (const Point p : connection->route)
                expected.append({flipX ? units(200) - p.x : p.x, flipY ? units(60) - p.y : p.y});
            QVERIFY2(mirrored.design.connections.find(connection->id)->route == expected,
                     qPrintable(QString::number(connection->id.value())));
        }
    }

    /// Something that happens elsewhere changes nothing here.
    void stableUnderChangesElsewhere() {
        Sketch board = test::strewnBlocks(60, 90, 9);
        board.route();
        const auto before = routesOf(board.design);
        board.block(20'000, 20'000);
        board.route();
        QVERIFY(routesOf(board.design) == before);
    }

    void benchGridIsAllStraight() {
        const Design design = bench::makeDesign(400);
        QCOMPARE(design.blocks.size(), 400);
        QCOMPARE(design.connections.size(), 760);
        const Figures figures = figuresOf(design);
        QCOMPARE(figures.faults.join(u'\n'), QString());
        QCOMPARE(figures.bends, 0);
        QCOMPARE(figures.hits, 0);
    }

    /// A connection right across a large board is found, and found without looking at all of it.
    void longWays() {
        Sketch board;
        QList<ElementId> blocks;
        for (int y = 0; y < 40; ++y) {
            for (int x = 0; x < 40; ++x)
                blocks << board.block(220 * x, 120 * y, 140, 60);
        }
        const ElementId connection = board.connect(blocks.at(0), blocks.at(39 * 40 + 37));
        board.route();
        const Figures figures = figuresOf(board.design);
        QCOMPARE(figures.hits, 0);
        QCOMPARE(figures.faults.join(u'\n'), QString());
        QVERIFY2(board.bends(connection) <= 4,
                 qPrintable(figures.faults.join(u' ') + QString::number(board.bends(connection))));
    }

    void benchmarkFullRouting() {
        const Design design = bench::makeDesign(2'000);
        QSet<ElementId> all;
        for (const Connection& connection : design.connections)
            all.insert(connection.id);
        QBENCHMARK {
            QCOMPARE(Router(design).route(all).size(), all.size());
        }
    }
    void benchmarkOneBlock() {
        const Design design = bench::makeDesign(1'000);
        QBENCHMARK {
            QCOMPARE(Router(design).route(design.connectionsAt({ElementId(500)})).size(), 4);
        }
    }
};

QTEST_APPLESS_MAIN(TestRouterLayouts)
#include "test_router_layouts.moc"
