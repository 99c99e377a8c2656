#include "app/tools/select_tool.h"
#include "tests/app/tools/fake_host.h"

using namespace groundplan;

namespace {

bool passes(const QList<Point>& path, Point point) {
    for (qsizetype i = 1; i < path.size(); ++i) {
        const Point a = path.at(i - 1), b = path.at(i);
        if (point.x >= std::min(a.x, b.x) && point.x <= std::max(a.x, b.x) && point.y >= std::min(a.y, b.y) &&
            point.y <= std::max(a.y, b.y))
            return true;
    }
    return false;
}

/// Two blocks side by side, a straight line between them from 176,32 to 400,32, selected.
struct Line {
    FakeHost host;
    SelectTool tool;
    FakeMouse mouse{tool, host};
    ElementId source = host.block("model", 0, 0);
    ElementId target = host.block("model", 400, 0);
    ElementId line = host.connection(source, target);

    Line() { host.selected = {line}; }
    const Connection& row() const { return *host.design().connections.find(line); }
    QList<Point> path() const { return host.design().routeOf(row()); }
    QList<Point> waypoints() const {
        QList<Point> points = row().waypoints;
        for (Point& point : points)
            point = point + host.rectOf(row().source).topLeft();
        return points;
    }
};

} // namespace

/// A person draws a line somewhere, and it stays.
class TestWaypoints : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aSegmentIsDragged() {
        Line board;
        board.mouse.dragTo(at(288, 32), at(300, 132));
        QCOMPARE(board.host.preview.waypoints.value(board.line), QList<Point>{at(288, 132)});
        const QList<Point> shown = board.host.preview.routes.value(board.line);
        QVERIFY(passes(shown, at(288, 132)));
        QVERIFY(board.waypoints().isEmpty());
        board.mouse.release(at(300, 132));
        QCOMPARE(keysOf(board.host.edits), QStringLiteral("move-line"));
        QCOMPARE(board.waypoints(), QList<Point>{at(288, 132)});
        QCOMPARE(board.path(), shown);
        QVERIFY(board.host.preview.isEmpty());
        // One step back, and again.
        QVERIFY(board.host.document().undo());
        QVERIFY(board.waypoints().isEmpty());
        QVERIFY(board.host.document().redo());
        QCOMPARE(board.path(), shown);
    }

    void aWaypointIsDragged() {
        Line board;
        board.mouse.drag(at(288, 32), at(288, 132));
        board.mouse.drag(at(288, 132), at(240, -100));
        QCOMPARE(board.waypoints(), QList<Point>{at(240, -100)});
        QVERIFY(passes(board.path(), at(240, -100)));
    }

    void theSegmentOfAWaypointTakesItAlong() {
        Line board;
        board.mouse.drag(at(288, 32), at(288, 132));
        board.mouse.drag(at(240, 132), at(240, 180)); // beside the waypoint
        QCOMPARE(board.waypoints(), QList<Point>{at(288, 180)});
    }

    /// As with a block: a click selects, the first drag selects and moves.
    void theFirstDragMovesIt() {
        Line board;
        board.host.selected = {};
        board.mouse.dragTo(at(288, 32), at(288, 34)); // less than the threshold
        board.mouse.release(at(288, 34));
        QCOMPARE(board.host.edits.size(), 0);
        QCOMPARE(board.host.selected, QSet{board.line});
        board.host.selected = {};
        board.mouse.drag(at(288, 32), at(288, 132));
        QCOMPARE(keysOf(board.host.edits), QStringLiteral("move-line"));
        QCOMPARE(board.waypoints(), QList<Point>{at(288, 132)});
        QCOMPARE(board.host.selected, QSet{board.line});
    }

    void aDoubleClickTakesItOff() {
        Line board;
        const QList<Point> straight = board.path();
        board.mouse.drag(at(288, 32), at(288, 132));
        board.mouse.doubleClick(at(288, 132));
        QVERIFY(board.waypoints().isEmpty());
        QCOMPARE(board.path(), straight);
    }

    void deleteTakesOffTheOneThatIsHeld() {
        Line board;
        const QList<Point> straight = board.path();
        board.mouse.drag(at(288, 32), at(288, 132));
        board.mouse.dragTo(at(288, 132), at(300, 160));
        QVERIFY(board.mouse.key(Qt::Key_Delete));
        QVERIFY(!board.tool.isBusy());
        QVERIFY(board.host.preview.isEmpty());
        QVERIFY(board.waypoints().isEmpty());
        QCOMPARE(board.path(), straight);
        QVERIFY(board.host.design().connections.contains(board.line));
    }

    void escapeLeavesNoTrace() {
        Line board;
        const Design before = board.host.design();
        board.mouse.dragTo(at(288, 32), at(288, 132));
        QVERIFY(board.mouse.key(Qt::Key_Escape));
        QVERIFY(board.host.preview.isEmpty());
        QVERIFY(board.host.design() == before);
    }

    void aLockedLineStays() {
        Line board;
        board.host.lock(board.line);
        board.mouse.drag(at(288, 32), at(288, 132));
        QVERIFY(board.waypoints().isEmpty());
    }

    void itStaysOnTheBoardWhenOneEndMoves_data() {
        QTest::addColumn<bool>("source");
        QTest::newRow("source") << true;
        QTest::newRow("target") << false;
    }
    void itStaysOnTheBoardWhenOneEndMoves() {
        QFETCH(bool, source);
        Line board;
        board.mouse.drag(at(288, 32), at(288, 132));
        board.host.prepare([&](Editor& editor) {
            return moveElements(editor, {source ? board.source : board.target}, at(0, 64));
        });
        QCOMPARE(board.waypoints(), QList<Point>{at(288, 132)});
        QVERIFY(passes(board.path(), at(288, 132)));
        board.host.prepare(
            [&](Editor& editor) { return resizeElement(editor, board.source, box(-40, 16, 200, 90)); });
        QCOMPARE(board.waypoints(), QList<Point>{at(288, 132)});
        QVERIFY(passes(board.path(), at(288, 132)));
    }

    void itMovesWithBothEnds() {
        Line board;
        board.mouse.drag(at(288, 32), at(288, 132));
        board.host.prepare([&](Editor& editor) {
            return moveElements(editor, {board.source, board.target}, at(16, 160));
        });
        QCOMPARE(board.waypoints(), QList<Point>{at(304, 292)});
        QVERIFY(passes(board.path(), at(304, 292)));
    }

    void aCopyHasIt() {
        Line board;
        board.mouse.drag(at(288, 32), at(288, 132));
        const Design part = selectionOf(board.host.design(), {board.source, board.target, board.line});
        const auto read = fromClipboard(toClipboard(part));
        QVERIFY(read);
        board.host.prepare([&](Editor& editor) -> Result<void> {
            return insertDesign(editor, *read, at(0, 400)).map([](const auto&) {});
        });
        int found = 0;
        for (const Connection& connection : board.host.design().connections) {
            QCOMPARE(connection.waypoints.size(), 1);
            const Point point = connection.waypoints.first() + board.host.rectOf(connection.source).topLeft();
            found += point == at(288, 532);
            QVERIFY(passes(board.host.design().routeOf(connection), point));
        }
        QCOMPARE(found, 1);
    }

    void forgetting() {
        Line board;
        const QList<Point> straight = board.path();
        board.mouse.drag(at(288, 32), at(288, 132));
        board.host.prepare([&](Editor& editor) { return forgetWaypoints(editor, {board.line}); });
        QVERIFY(board.waypoints().isEmpty());
        QCOMPARE(board.path(), straight);
    }

    void anotherSourceKeepsItOnTheBoard() {
        Line board;
        board.mouse.drag(at(288, 32), at(288, 132));
        const ElementId other = board.host.block("model", -60, 260);
        board.host.prepare(
            [&](Editor& editor) { return reconnect(editor, board.line, other, board.target); });
        QCOMPARE(board.waypoints(), QList<Point>{at(288, 132)});
    }
};

QTEST_MAIN(TestWaypoints)
#include "test_waypoints.moc"
