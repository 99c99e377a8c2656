#include "app/tools/arrow_keys.h"
#include "app/tools/select_tool.h"
#include "tests/app/tools/fake_host.h"

using namespace groundplan;

/// What the mouse does on the board, by keys: choosing several, reaching all there is, and the handles.
class TestKeys : public QObject {
    Q_OBJECT

    static constexpr auto kShift = Qt::ShiftModifier;
    static constexpr auto kAlt = Qt::AltModifier;
    static constexpr auto kControl = Qt::ControlModifier;

    static ElementId figure(FakeHost& host, const Rect& rect) {
        ElementId id;
        host.prepare([&](Editor& editor) -> Result<void> {
            Shape shape;
            shape.rect = rect;
            const auto added = addShape(editor, shape);
            if (!added)
                return Failure(added.error());
            id = *added;
            return {};
        });
        return id;
    }
    static QList<Point> waypointsOf(const FakeHost& host, ElementId id) {
        const Connection* row = host.design().connections.find(id);
        QList<Point> points = row->waypoints;
        for (Point& point : points)
            point = point + host.rectOf(row->source).topLeft();
        return points;
    }

private Q_SLOTS:
    void shiftAddsWhatIsWalkedTo() {
        FakeHost host;
        SelectTool tool;
        FakeMouse mouse(tool, host);
        const ElementId a = host.block("model", 0, 0);
        const ElementId b = host.block("model", 300, 0);
        const ElementId c = host.block("model", 600, 0);
        const ElementId below = host.block("model", 300, 300);
        host.connection(a, b);
        host.selected = {a};
        QVERIFY(mouse.key(Qt::Key_Right, kShift));
        QCOMPARE(host.selected, (QSet{a, b}));
        QVERIFY(mouse.key(Qt::Key_Down, kShift | kAlt)); // from where the walk has come to
        QCOMPARE(host.selected, (QSet{a, b, below}));
        QVERIFY(mouse.key(Qt::Key_Up, kAlt));
        QCOMPARE(host.selected, QSet{b});
        QVERIFY(mouse.key(Qt::Key_Right, kAlt | kShift));
        QCOMPARE(host.selected, (QSet{b, c}));
    }

    void twoOfThreeAreChosen() {
        FakeHost host;
        SelectTool tool;
        FakeMouse mouse(tool, host);
        const ElementId a = host.block("model", 0, 0);
        const ElementId b = host.block("model", 300, 0);
        const ElementId c = host.block("model", 600, 0);
        host.selected = {a};
        QVERIFY(mouse.key(Qt::Key_Space, kControl));
        QVERIFY(mouse.key(Qt::Key_Right, kAlt));
        QCOMPARE(host.selected, (QSet{a, b}));
        QVERIFY(mouse.key(Qt::Key_Right, kAlt));
        QCOMPARE(host.selected, (QSet{a, c}));
        // And taken out again.
        QVERIFY(mouse.key(Qt::Key_Space, kControl));
        QVERIFY(mouse.key(Qt::Key_Left, kAlt));
        QVERIFY(mouse.key(Qt::Key_Left, kAlt));
        QCOMPARE(host.selected, (QSet{a, c}));
        QVERIFY(mouse.key(Qt::Key_Insert));
        QCOMPARE(host.selected, QSet{c});
        // Who selects something else begins anew.
        host.selected = {b};
        QVERIFY(mouse.key(Qt::Key_Left, kAlt));
        QCOMPARE(host.selected, QSet{a});
        host.selected = {};
        QVERIFY(!mouse.key(Qt::Key_Space, kControl));
    }

    void drawingsAreReachedByTheirPlace() {
        FakeHost host;
        SelectTool tool;
        FakeMouse mouse(tool, host);
        const ElementId a = host.block("model", 0, 0);
        const ElementId drawn = figure(host, box(300, 0, 80, 60));
        const ElementId card = host.card(box(600, 0, 200, 100));
        host.selected = {a};
        mouse.key(Qt::Key_Right, kAlt);
        QCOMPARE(host.selected, QSet{drawn});
        mouse.key(Qt::Key_Right, kAlt);
        QCOMPARE(host.selected, QSet{card});
    }

    void connectionsAreWalkedRoundABlock() {
        FakeHost host;
        SelectTool tool;
        FakeMouse mouse(tool, host);
        const ElementId a = host.block("model", 0, 0);
        const ElementId right = host.block("model", 400, 0);
        const ElementId below = host.block("model", 0, 300);
        const ElementId left = host.block("model", -400, 0);
        const ElementId toBelow = host.connection(a, below);
        const ElementId fromLeft = host.connection(left, a);
        const ElementId toRight = host.connection(a, right);
        host.connection(left, below);
        host.selected = {a};
        QVERIFY(mouse.key(Qt::Key_PageDown, kAlt));
        QCOMPARE(host.selected, QSet{toRight}); // clockwise
        QCOMPARE(host.broughtIntoView, QSet{toRight});
        mouse.key(Qt::Key_PageDown, kAlt);
        QCOMPARE(host.selected, QSet{toBelow});
        mouse.key(Qt::Key_PageDown, kAlt);
        QCOMPARE(host.selected, QSet{fromLeft});
        mouse.key(Qt::Key_PageDown, kAlt);
        QCOMPARE(host.selected, QSet{toRight});
        mouse.key(Qt::Key_PageUp, kAlt);
        QCOMPARE(host.selected, QSet{fromLeft});
        // From a connection to its ends.
        QVERIFY(mouse.key(Qt::Key_Left));
        QCOMPARE(host.selected, QSet{left});
        host.selected = {fromLeft};
        QVERIFY(mouse.key(Qt::Key_Right));
        QCOMPARE(host.selected, QSet{a});
        host.selected = {toBelow};
        QVERIFY(mouse.key(Qt::Key_Up));
        QCOMPARE(host.selected, QSet{a});
        host.selected = {toRight};
        QVERIFY(mouse.key(Qt::Key_Down, kAlt)); // on by its place
        QCOMPARE(host.selected.size(), 1);
        host.selected = {host.card(box(900, 900, 200, 100))};
        QVERIFY(!mouse.key(Qt::Key_PageDown, kAlt));
    }

    void aHandleIsMovedByKeys() {
        FakeHost host;
        SelectTool tool;
        FakeMouse mouse(tool, host);
        const ElementId a = host.block("model", 0, 0);
        host.selected = {a};
        const qsizetype entries = host.entries();
        QVERIFY(mouse.key(Qt::Key_Return, kAlt));
        QCOMPARE(host.preview.grip, std::optional(at(176, 64)));
        mouse.key(Qt::Key_Right, kControl);
        mouse.key(Qt::Key_Right, kControl, true);
        mouse.key(Qt::Key_Right, kControl, true);
        QCOMPARE(host.rectOf(a), box(0, 0, 200, 64));
        QCOMPARE(host.preview.grip, std::optional(at(200, 64)));
        mouse.keyUp(Qt::Key_Right);
        QCOMPARE(host.entries(), entries + 1);
        mouse.key(Qt::Key_Down, kControl | kShift);
        QCOMPARE(host.rectOf(a), box(0, 0, 200, 65));
        mouse.keyUp(Qt::Key_Down);
        // The next corner: of a block there are four.
        mouse.key(Qt::Key_Return, kAlt);
        QCOMPARE(host.preview.grip, std::optional(at(0, 65)));
        mouse.key(Qt::Key_Return, kAlt | kShift);
        mouse.key(Qt::Key_Return, kAlt | kShift);
        QCOMPARE(host.preview.grip, std::optional(at(200, 0)));
        QVERIFY(mouse.key(Qt::Key_Escape));
        QVERIFY(!host.preview.grip);
        QVERIFY(!mouse.key(Qt::Key_Escape)); // now it is about the selection
        mouse.key(Qt::Key_Right, kControl);
        QCOMPARE(host.rectOf(a), box(8, 0, 200, 65)); // as a whole
        QVERIFY(host.document().undo());
        QVERIFY(host.document().undo());
        QVERIFY(host.document().undo());
        QCOMPARE(host.rectOf(a), box(0, 0, 176, 64));
    }

    void aBlockNeverBecomesTooSmall() {
        FakeHost host;
        SelectTool tool;
        FakeMouse mouse(tool, host);
        const ElementId a = host.block("model", 0, 0);
        host.selected = {a};
        mouse.key(Qt::Key_Return, kAlt);
        for (int i = 0; i < 40; ++i)
            mouse.key(Qt::Key_Left, kControl, i > 0);
        QCOMPARE(host.rectOf(a).w, 96 * kUnitsPerPoint);
        QCOMPARE(host.rectOf(a).x, 0);
    }

    void frameAndLockedAndSeveral() {
        FakeHost host;
        SelectTool tool;
        FakeMouse mouse(tool, host);
        const ElementId frame = host.frame(box(0, 0, 400, 240));
        const ElementId a = host.block("model", 900, 0);
        host.selected = {frame};
        mouse.key(Qt::Key_Return, kAlt);
        mouse.key(Qt::Key_Return, kAlt); // its lower side
        mouse.key(Qt::Key_Down, kControl);
        QCOMPARE(host.rectOf(frame), box(0, 0, 400, 248));
        host.selected = {frame, a};
        QVERIFY(!mouse.key(Qt::Key_Return, kAlt));
        QVERIFY(!host.preview.grip);
        host.lock(a);
        host.selected = {a};
        QVERIFY(!mouse.key(Qt::Key_Return, kAlt));
    }

    void theLineOfAConnectionIsMoved() {
        FakeHost host;
        SelectTool tool;
        FakeMouse mouse(tool, host);
        const ElementId a = host.block("model", 0, 0);
        const ElementId b = host.block("model", 600, 0);
        const ElementId line = host.connection(a, b);
        host.selected = {line};
        const qsizetype entries = host.entries();
        QVERIFY(!mouse.key(Qt::Key_Right, kControl)); // along the line there is nothing to move
        QVERIFY(mouse.key(Qt::Key_Down, kControl));
        for (int i = 0; i < 9; ++i)
            QVERIFY(mouse.key(Qt::Key_Down, kControl, true));
        mouse.keyUp(Qt::Key_Down);
        QCOMPARE(host.entries(), entries + 1);
        const QList<Point> points = waypointsOf(host, line);
        QCOMPARE(points.size(), 1);
        QCOMPARE(points.first(), at(388, 112));
        QCOMPARE(host.preview.grip, std::optional(at(388, 112)));

        // What holds it there is a waypoint, which goes anywhere, and off.
        QVERIFY(mouse.key(Qt::Key_Right, kControl));
        mouse.keyUp(Qt::Key_Right);
        QCOMPARE(waypointsOf(host, line), (QList{at(396, 112)}));
        QCOMPARE(host.preview.grip, std::optional(at(396, 112)));
        mouse.key(Qt::Key_Return, kAlt);
        QVERIFY(host.preview.grip != std::optional(at(396, 112))); // the next piece
        mouse.key(Qt::Key_Return, kAlt | kShift);
        QCOMPARE(host.preview.grip, std::optional(at(396, 112)));
        QVERIFY(mouse.key(Qt::Key_Delete));
        QCOMPARE(waypointsOf(host, line).size(), 0);
        QVERIFY(host.design().connections.contains(line));
        QVERIFY(!host.preview.grip);
        QVERIFY(!mouse.key(Qt::Key_Delete)); // now it is about the connection
    }

    void theLabelIsMovedAlongTheLine() {
        FakeHost host;
        SelectTool tool;
        FakeMouse mouse(tool, host);
        const ElementId a = host.block("model", 0, 0);
        const ElementId b = host.block("model", 600, 0);
        const ElementId line = host.connection(a, b, "clicks");
        host.selected = {line};
        const qint32 before = host.design().connections.find(line)->labelAt;
        const qsizetype entries = host.entries();
        QVERIFY(mouse.key(Qt::Key_Return, kAlt | kShift)); // the last one
        for (int i = 0; i < 5; ++i)
            QVERIFY(mouse.key(Qt::Key_Right, kControl, i > 0));
        mouse.keyUp(Qt::Key_Right);
        QCOMPARE(host.entries(), entries + 1);
        // 40 of the 424 points between the two.
        QVERIFY(std::abs(host.design().connections.find(line)->labelAt - (before + 94)) <= 5);
        QVERIFY(waypointsOf(host, line).isEmpty());
    }
};

QTEST_MAIN(TestKeys)
#include "test_keys.moc"
