#include "model/routing/index_data.h"
#include "model/routing/way.h"
#include "tests/model/routing/sketch.h"

#include <QTest>

using namespace groundplan;
using namespace Qt::StringLiterals;
using test::figuresOf;
using test::Sketch;

namespace {

Point inUnits(double x, double y) {
    return {units(x), units(y)};
}

/// Whether the way runs through the point.
bool passes(const QList<Point>& path, Point point) {
    for (qsizetype i = 1; i < path.size(); ++i) {
        const Point a = path.at(i - 1), b = path.at(i);
        if (point.x >= std::min(a.x, b.x) && point.x <= std::max(a.x, b.x) && point.y >= std::min(a.y, b.y) &&
            point.y <= std::max(a.y, b.y))
            return true;
    }
    return false;
}

void setWaypoints(Sketch& board, ElementId id, const QList<Point>& points) {
    Connection row = *board.design.connections.find(id);
    const Point origin = board.design.rectOf(row.source)->topLeft();
    row.waypoints.clear();
    for (const Point point : points)
        row.waypoints.append(point - origin);
    board.design.connections.put(row);
}

} // namespace

/// Lines pass the points that a person has put on them.
class TestWaypoints : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aLinePasses_data() {
        QTest::addColumn<QList<Point>>("waypoints");
        QTest::addColumn<int>("most"); ///< bends
        QTest::newRow("above") << QList<Point>{inUnits(300, -150)} << 2;
        QTest::newRow("below") << QList<Point>{inUnits(300, 200)} << 2;
        QTest::newRow("behind the source") << QList<Point>{inUnits(-100, 150)} << 4;
        QTest::newRow("two") << QList<Point>{inUnits(250, -150), inUnits(450, 250)} << 5;
        QTest::newRow("on the line") << QList<Point>{inUnits(300, 32)} << 0;
    }
    void aLinePasses() {
        QFETCH(QList<Point>, waypoints);
        QFETCH(int, most);
        Sketch board;
        const ElementId connection = board.connect(board.block(0, 0), board.block(600, 0));
        setWaypoints(board, connection, waypoints);
        board.route();
        QCOMPARE(figuresOf(board.design).faults.join(u'\n'), QString());
        const QList<Point> path = board.path(connection);
        for (const Point point : waypoints) {
            QVERIFY2(passes(path, point), qPrintable(test::text(path)));
        }
        QVERIFY2(board.bends(connection) <= most, qPrintable(QString::number(board.bends(connection))));
    }

    void otherBlocksAreStillInTheWay() {
        Sketch board;
        const ElementId connection = board.connect(board.block(0, 0), board.block(800, 0));
        board.block(350, -300, 100, 250);
        setWaypoints(board, connection, {inUnits(250, -150), inUnits(550, -150)});
        board.route();
        const auto figures = figuresOf(board.design);
        QCOMPARE(figures.hits, 0);
        QCOMPARE(figures.faults.join(u'\n'), QString());
        QVERIFY2(passes(board.path(connection), inUnits(250, -150)),
                 qPrintable(test::text(board.path(connection))));
        QVERIFY(passes(board.path(connection), inUnits(550, -150)));
    }

    /// A point near a block, or in one, is passed all the same, and costs nothing elsewhere: everything but
    /// the block that the point lies in is gone round.
    void nearABlock_data() {
        QTest::addColumn<QList<Point>>("waypoints");
        QTest::addColumn<int>("hits");
        QTest::newRow("right of it") << QList<Point>{inUnits(439, -108)} << 0;
        QTest::newRow("left of it") << QList<Point>{inUnits(258, -108)} << 0;
        QTest::newRow("under it") << QList<Point>{inUnits(348, -73)} << 0;
        QTest::newRow("over it") << QList<Point>{inUnits(348, -141)} << 0;
        QTest::newRow("on its side") << QList<Point>{inUnits(436, -108)} << 0;
        QTest::newRow("at its corner") << QList<Point>{inUnits(438, -74)} << 0;
        QTest::newRow("beside the source") << QList<Point>{inUnits(179, 90)} << 0;
        QTest::newRow("over the target") << QList<Point>{inUnits(600, -284)} << 0;
        QTest::newRow("two") << QList<Point>{inUnits(348, 67), inUnits(439, -108)} << 0;
        QTest::newRow("in it") << QList<Point>{inUnits(348, -108)} << 1;
        QTest::newRow("in it, and near the other") << QList<Point>{inUnits(348, 67), inUnits(300, -90)} << 1;
    }
    void nearABlock() {
        QFETCH(QList<Point>, waypoints);
        QFETCH(int, hits);
        Sketch board;
        const ElementId source = board.block(0, 0);
        board.block(260, 0);
        board.block(260, -140);
        const ElementId connection = board.connect(source, board.block(520, -280));
        setWaypoints(board, connection, waypoints);
        board.route();
        const QList<Point> path = board.path(connection);
        const auto figures = figuresOf(board.design);
        QCOMPARE(figures.faults.join(u'\n'), QString());
        for (const Point point : waypoints)
            QVERIFY2(passes(path, point), qPrintable(test::text(path)));
        QVERIFY2(figures.hits <= hits, qPrintable(test::text(path)));
        for (const ElementId end : {source, board.design.connections.find(connection)->target}) {
            const Rect inside = board.design.rectOf(end)->grown(-1);
            for (qsizetype i = 1; i < path.size(); ++i)
                QVERIFY2(!inside.intersects(routing::spanOf(path.at(i - 1), path.at(i)).grown(1)),
                         qPrintable(test::text(path)));
        }
    }

    /// Just beside a border, on it, or a bit off: a line that passes there goes straight on, without a small
    /// step to the point and back.
    void besideABorder_data() {
        QTest::addColumn<double>("targetX");
        QTest::addColumn<double>("targetY");
        QTest::addColumn<QList<double>>("frame");
        QTest::newRow("into the frame") << 600. << 0. << QList<double>{400, -100, 500, 300};
        QTest::newRow("past it") << 900. << 0. << QList<double>{300, 20, 400, 300};
        QTest::newRow("past one below") << 900. << 200. << QList<double>{300, 100, 400, 300};
        QTest::newRow("within it") << 600. << 0. << QList<double>{-40, -100, 1000, 300};
    }
    void besideABorder() {
        QFETCH(double, targetX);
        QFETCH(double, targetY);
        QFETCH(QList<double>, frame);
        const Rect rect{units(frame[0]), units(frame[1]), units(frame[2]), units(frame[3])};
        for (int border = 0; border < 4; ++border) {
            for (int part = 1; part < 8; ++part) {
                for (const Coord off : {-10, -7, -5, -3, -1, 0, 2, 4, 5, 6, 9}) {
                    Sketch board;
                    const ElementId source = board.block(0, 0), target = board.block(targetX, targetY);
                    board.frame(frame[0], frame[1], frame[2], frame[3]);
                    const ElementId line = board.connect(source, target);
                    const Coord x = rect.x + rect.w * part / 8, y = rect.y + rect.h * part / 8;
                    const Point at = border == 0   ? Point{rect.left() + off * kUnitsPerPoint, y}
                                     : border == 1 ? Point{rect.right() + off * kUnitsPerPoint, y}
                                     : border == 2 ? Point{x, rect.top() + off * kUnitsPerPoint}
                                                   : Point{x, rect.bottom() + off * kUnitsPerPoint};
                    const Rect near{at.x - units(20), at.y - units(20), units(40), units(40)};
                    if (near.intersects(*board.design.rectOf(source)) ||
                        near.intersects(*board.design.rectOf(target)))
                        continue;
                    setWaypoints(board, line, {at});
                    board.route();
                    const QList<Point> path = board.path(line);
                    QVERIFY2(passes(path, at), qPrintable(test::text(path)));
                    for (qsizetype i = 1; i < path.size(); ++i)
                        QVERIFY2(routing::lengthOf({path.at(i - 1), path.at(i)}) >= units(10),
                                 qPrintable(test::text({at}) + u": "_s + test::text(path)));
                }
            }
        }
    }

    /// The end of a line lies right opposite the waypoint where it can, also where that is nearer than a line
    /// goes straight otherwise.
    /// Beside the words of a frame there is room for it: it is not sent round them.
    void besideTheTitleOfAFrame() {
        Sketch board;
        const ElementId id = board.frame(500, 300, 844, 400);
        Frame frame = *board.design.frames.find(id);
        frame.title = u"Online & nearline"_s;
        board.design.frames.put(frame);
        const ElementId a = board.block(532, 360, 176, 80), b = board.block(980, 360, 160, 80);
        const ElementId connection = board.connect(a, b);
        setWaypoints(board, connection, {inUnits(620, 320), inUnits(1060, 320)});
        board.route();
        QCOMPARE(test::text(board.path(connection)), u"620,360 620,320 1060,320 1060,360"_s);
    }
    void anEndAbreast_data() {
        QTest::addColumn<Point>("waypoint");
        QTest::addColumn<int>("most"); ///< bends
        QTest::newRow("beside the row") << inUnits(300, 24) << 0;
        QTest::newRow("near the source") << inUnits(110, 80) << 1;
        QTest::newRow("very near the source, beyond the middle") << inUnits(60, 80) << 2;
        QTest::newRow("near the target") << inUnits(585, 40) << 0;
    }
    void anEndAbreast() {
        QFETCH(Point, waypoint);
        QFETCH(int, most);
        Sketch board;
        const ElementId connection = board.connect(board.block(0, 0), board.block(600, most > 0 ? 60 : 0));
        setWaypoints(board, connection, {waypoint});
        board.route();
        QCOMPARE(figuresOf(board.design).faults.join(u'\n'), QString());
        const QList<Point> path = board.path(connection);
        QVERIFY2(passes(path, waypoint), qPrintable(test::text(path)));
        QVERIFY2(board.bends(connection) <= most, qPrintable(test::text(path)));
    }

    /// Between two blocks that leave no room at all.
    void inASlit() {
        Sketch board;
        const ElementId source = board.block(0, 0);
        board.block(260, -140, 176, 170);
        board.block(260, 33, 176, 170);
        const ElementId connection = board.connect(source, board.block(520, 0));
        setWaypoints(board, connection, {inUnits(348, 31)});
        board.route();
        QCOMPARE(figuresOf(board.design).faults.join(u'\n'), QString());
        QCOMPARE(figuresOf(board.design).hits, 0);
        QVERIFY2(passes(board.path(connection), inUnits(348, 31)),
                 qPrintable(test::text(board.path(connection))));
    }

    /// A leg that has no way minds nothing; the others do.
    void onlyTheLegWithoutAWayGoesThrough() {
        Sketch board;
        const ElementId source = board.block(0, 0);
        board.block(260, 0);
        // Walls round the target that leave nothing free.
        const ElementId target = board.block(800, 0, 100, 60);
        board.block(760, -40, 180, 36);
        board.block(760, 64, 180, 36);
        board.block(760, -4, 36, 68);
        board.block(904, -4, 36, 68);
        const ElementId connection = board.connect(source, target);
        setWaypoints(board, connection, {inUnits(348, 67)});
        board.route();
        QCOMPARE(figuresOf(board.design).faults.join(u'\n'), QString());
        const QList<Point> path = board.path(connection);
        QVERIFY2(passes(path, inUnits(348, 67)), qPrintable(test::text(path)));
        const Rect inside = board.design.rectOf(ElementId(2))->grown(-1);
        for (qsizetype i = 1; i < path.size(); ++i)
            QVERIFY2(!inside.intersects(routing::spanOf(path.at(i - 1), path.at(i)).grown(1)),
                     qPrintable(test::text(path)));
    }

    /// One that a block was moved over counts for nothing until that moves off it: nobody sees it.
    void underItsOwnEnd() {
        Sketch board;
        const ElementId source = board.block(0, 0);
        const ElementId connection = board.connect(source, board.block(600, 0));
        board.route();
        const QList<Point> straight = board.path(connection);
        setWaypoints(board, connection, {inUnits(60, 50)});
        board.route();
        QVERIFY2(board.path(connection) == straight, qPrintable(test::text(board.path(connection))));
    }

    /// Lines of the run that are moved apart do not take one off its place.
    void itStaysWhereItWasPut() {
        Sketch board;
        QList<ElementId> connections;
        for (int i = 0; i < 4; ++i)
            connections << board.connect(board.block(0, 200 * i), board.block(700, 200 * i + 90));
        for (const ElementId id : connections)
            setWaypoints(board, id, {inUnits(400, 300)});
        board.route();
        for (const ElementId id : connections)
            QVERIFY2(passes(board.path(id), inUnits(400, 300)), qPrintable(test::text(board.path(id))));
    }

    void aLoopPasses() {
        Sketch board;
        const ElementId block = board.block(0, 0);
        const ElementId loop = board.connect(block, block);
        setWaypoints(board, loop, {inUnits(90, 200)});
        board.route();
        QCOMPARE(figuresOf(board.design).faults.join(u'\n'), QString());
        QVERIFY(passes(board.path(loop), inUnits(90, 200)));
    }

    void thePreviewIsWhatComes() {
        Sketch board = test::strewnBlocks(30, 40, 5);
        board.route();
        const Connection row = *board.design.connections.sorted().first();
        const Rect source = *board.design.rectOf(row.source);
        const QList<Point> waypoints{source.center() + inUnits(-100, -130)};
        const QList<Point> shown = Router(board.design).previewThrough(row.id, waypoints);
        QVERIFY(passes(shown, waypoints.first()));
        setWaypoints(board, row.id, waypoints);
        board.store(Router(board.design).route({row.id}));
        QVERIFY(board.path(row.id) == shown);
    }

    /// While the source is dragged alone its waypoints stay on the board.
    void whileTheSourceMoves() {
        Sketch board;
        const ElementId source = board.block(0, 0);
        const ElementId connection = board.connect(source, board.block(600, 0));
        setWaypoints(board, connection, {inUnits(300, -150)});
        board.route();
        const RoutingIndex index(board.design);
        const auto routes = RoutePreview(index, QSet<ElementId>{source}).routes(inUnits(-40, 80));
        QVERIFY(passes(routes.value(connection), inUnits(300, -150)));
    }
};

QTEST_APPLESS_MAIN(TestWaypoints)
#include "test_waypoints.moc"
