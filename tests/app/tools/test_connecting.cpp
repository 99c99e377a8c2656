#include "app/tools/adding.h"
#include "app/tools/connect_tool.h"
#include "app/tools/select_tool.h"
#include "tests/app/tools/fake_host.h"

using namespace groundplan;

class TestConnecting : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void fromTheRimToAnotherBlock() {
        FakeHost host;
        SelectTool tool;
        FakeMouse mouse(tool, host);
        const ElementId a = host.block("event-stream", 0, 0);
        const ElementId b = host.block("stream-transform", 300, 0);
        mouse.dragTo(at(175, 16), at(400, 40));
        QCOMPARE(host.preview.dropTarget, b);
        QVERIFY(host.preview.connection.size() >= 2);
        QCOMPARE(host.design().connections.size(), 0);
        mouse.release(at(400, 40));
        QCOMPARE(keysOf(host.edits), QStringLiteral("connect(Event stream,Stream transform)"));
        QCOMPARE(host.design().connections.size(), 1);
        const Connection& c = *host.design().connections.begin();
        QCOMPARE(c.source, a);
        QCOMPARE(c.target, b);
        QCOMPARE(c.flow, likelyFlow(host.design(), host.catalogue(), a, b));
        QCOMPARE(c.flow, Flow::Stream);
        QVERIFY(c.route.size() >= 2);
        QCOMPARE(host.selected, QSet{c.id});
        QVERIFY(host.preview.connection.isEmpty());
    }

    void fromADotOutsideTheBlock() {
        FakeHost host;
        SelectTool tool;
        FakeMouse mouse(tool, host);
        host.block("model", 0, 0);
        const ElementId b = host.block("model", 0, 200);
        mouse.hover(at(88, 40));
        mouse.hover(at(88, 64 + 12));
        mouse.drag(at(88, 64 + 12), at(100, 240));
        QCOMPARE(host.design().connections.size(), 1);
        QCOMPARE(host.design().connections.begin()->target, b);
    }

    void escapeLeavesNoTrace() {
        FakeHost host;
        SelectTool tool;
        FakeMouse mouse(tool, host);
        host.block("model", 0, 0);
        host.block("model", 300, 0);
        const qsizetype entries = host.entries();
        mouse.dragTo(at(175, 16), at(400, 40));
        QVERIFY(mouse.key(Qt::Key_Escape));
        QVERIFY(host.preview.isEmpty());
        mouse.release(at(400, 40));
        QCOMPARE(host.design().connections.size(), 0);
        QCOMPARE(host.entries(), entries);
    }

    void toItselfOnlyAfterHavingLeft() {
        FakeHost host;
        SelectTool tool;
        FakeMouse mouse(tool, host);
        const ElementId a = host.block("model", 0, 0);
        mouse.drag(at(175, 16), at(100, 40)); // a slip of the hand
        QCOMPARE(host.design().connections.size(), 0);
        mouse.press(at(175, 16));
        mouse.move(at(260, 30));
        mouse.move(at(100, 40));
        QCOMPARE(host.preview.dropTarget, a);
        mouse.release(at(100, 40));
        QCOMPARE(host.design().connections.size(), 1);
        const Connection& c = *host.design().connections.begin();
        QCOMPARE(c.source, a);
        QCOMPARE(c.target, a);
    }

    void toAFrameByItsBorder() {
        FakeHost host;
        SelectTool tool;
        FakeMouse mouse(tool, host);
        host.block("model", 0, 0);
        const ElementId frame = host.frame(box(300, 0, 400, 240));
        mouse.drag(at(175, 16), at(302, 100));
        QCOMPARE(host.design().connections.size(), 1);
        QCOMPARE(host.design().connections.begin()->target, frame);
    }

    void onEmptyBoardItOffersAKindAndConnectsInOneEdit() {
        FakeHost host;
        SelectTool tool;
        FakeMouse mouse(tool, host);
        const ElementId a = host.block("model", 0, 0);
        mouse.drag(at(175, 16), at(400, 240));
        QCOMPARE(host.offeredAt, at(400, 240));
        QVERIFY(host.preview.connection.size() >= 2); // stays while one chooses
        QCOMPARE(host.edits.size(), 0);
        const qsizetype entries = host.entries();
        QCOMPARE(host.offeredBehind, a);
        host.choose(QStringLiteral("cache"), QStringLiteral("Redis"));
        QCOMPARE(host.entries(), entries + 1);
        QCOMPARE(keysOf(host.edits), QStringLiteral("add-block(Cache)"));
        QCOMPARE(host.design().connections.size(), 1);
        const Connection& c = *host.design().connections.begin();
        QCOMPARE(c.source, a);
        const Block& added = *host.design().blocks.find(c.target);
        QCOMPARE(added.kind, QStringLiteral("cache"));
        QCOMPARE(added.technology, QStringLiteral("Redis"));
        QCOMPARE(added.rect, box(400, 208, 176, 64)); // the pointer was at the middle of its near side
        QCOMPARE(host.selected, QSet{added.id});
        QCOMPARE(host.renamed, added.id);
        QVERIFY(host.document().undo());
        QCOMPARE(host.design().blocks.size(), 1);
        QCOMPARE(host.design().connections.size(), 0);
    }

    /// From the left edge to the left: what comes before.
    void fromTheLeftEdgeItAsksForWhatComesBefore() {
        FakeHost host;
        SelectTool tool;
        FakeMouse mouse(tool, host);
        const ElementId a = host.block("model", 0, 0);
        mouse.drag(at(1, 16), at(-200, 240));
        QCOMPARE(host.offeredBehind, a);
        QCOMPARE(host.offeredSide, Beside::Before);
        QCOMPARE(host.preview.connection.first(), at(-200, 240)); // its head is at the block
        host.choose(QStringLiteral("cache"));
        QCOMPARE(keysOf(host.edits), QStringLiteral("add-block(Cache)"));
        QCOMPARE(host.design().connections.size(), 1);
        const Connection& c = *host.design().connections.begin();
        QCOMPARE(c.target, a);
        QCOMPARE(host.rectOf(c.source), box(-376, 208, 176, 64));
        QCOMPARE(c.flow, likelyFlow(host.design(), host.catalogue(), c.source, a));
        // Round the block to the other side it is as ever; so is a block that is there.
        mouse.drag(at(1, 40), at(600, 400));
        QCOMPARE(host.offeredSide, Beside::Behind);
        host.choose({});
        const ElementId left = host.block("cache", -600, -300);
        mouse.drag(at(1, 40), at(-500, -280));
        QCOMPARE(host.design().connections.size(), 2);
        for (const Connection& other : host.design().connections) {
            if (other.id != c.id)
                QCOMPARE(other.target, left);
        }
    }

    void dismissedItAddsNothing() {
        FakeHost host;
        SelectTool tool;
        FakeMouse mouse(tool, host);
        host.block("model", 0, 0);
        const qsizetype entries = host.entries();
        mouse.drag(at(175, 16), at(400, 240));
        host.choose({});
        QCOMPARE(host.entries(), entries);
        QVERIFY(host.preview.isEmpty());
    }

    void theSourceMayBeGoneWhenAKindIsChosen() {
        FakeHost host;
        SelectTool tool;
        FakeMouse mouse(tool, host);
        const ElementId a = host.block("model", 0, 0);
        mouse.drag(at(175, 16), at(400, 240));
        host.prepare([a](Editor& editor) { return deleteElements(editor, {a}); });
        host.choose(QStringLiteral("cache"));
        QCOMPARE(host.design().blocks.size(), 0); // one edit: without the connection no block
        QCOMPARE(host.messages.size(), 1);
        QCOMPARE(host.renamed, ElementId());
    }

    void anUnknownKindIsSaid() {
        FakeHost host;
        const auto added = addChosenBlock(host, {QStringLiteral("no-such"), {}, {}}, at(0, 0));
        QVERIFY(!added);
        QCOMPARE(host.messages, QStringList{added.error().sentence});
        QCOMPARE(host.edits.size(), 0);
    }

    void whereADroppedBlockGoes_data() {
        QTest::addColumn<Point>("dropped");
        QTest::addColumn<Point>("middle");
        QTest::newRow("right") << at(400, 50) << at(488, 50);
        QTest::newRow("left") << at(-100, 50) << at(-188, 50);
        QTest::newRow("below") << at(100, 200) << at(100, 232);
        QTest::newRow("above") << at(100, -80) << at(100, -112);
        QTest::newRow("nearly abreast") << at(400, 40) << at(488, 32);
        QTest::newRow("nearly below") << at(80, 200) << at(88, 232);
    }
    void whereADroppedBlockGoes() {
        QFETCH(Point, dropped);
        QFETCH(Point, middle);
        QCOMPARE(middleForDrop(box(0, 0, 176, 64), dropped), middle);
    }

    // Reconnecting

    void anEndIsDraggedToAnotherBlock() {
        FakeHost host;
        SelectTool tool;
        FakeMouse mouse(tool, host);
        const ElementId a = host.block("model", 0, 0);
        const ElementId b = host.block("model", 300, 0);
        const ElementId other = host.block("model", 300, 200);
        const ElementId c = host.connection(a, b);
        host.selected = {c};
        mouse.dragTo(at(300, 32), at(400, 240));
        QCOMPARE(host.preview.dropTarget, other);
        QVERIFY(host.preview.routes.value(c).size() >= 2);
        mouse.release(at(400, 240));
        QCOMPARE(keysOf(host.edits), QStringLiteral("reconnect"));
        QCOMPARE(host.design().connections.find(c)->source, a);
        QCOMPARE(host.design().connections.find(c)->target, other);
        host.selected = {c};
        const Point from = host.design().routeOf(*host.design().connections.find(c)).first();
        mouse.drag(from, at(400, 40));
        QCOMPARE(host.design().connections.find(c)->source, b);
        QCOMPARE(host.design().connections.find(c)->target, other);
    }

    void anEndLetGoOverEmptyBoardSnapsBack() {
        FakeHost host;
        SelectTool tool;
        FakeMouse mouse(tool, host);
        const ElementId a = host.block("model", 0, 0);
        const ElementId b = host.block("model", 300, 0);
        const ElementId c = host.connection(a, b);
        host.selected = {c};
        mouse.drag(at(300, 32), at(300, 300));
        QCOMPARE(host.edits.size(), 0);
        mouse.drag(at(300, 32), at(340, 40)); // onto the block where it is
        QCOMPARE(host.edits.size(), 0);
        mouse.dragTo(at(300, 32), at(300, 300));
        mouse.key(Qt::Key_Escape);
        mouse.release(at(300, 300));
        QCOMPARE(host.edits.size(), 0);
        QCOMPARE(host.design().connections.find(c)->target, b);
        QVERIFY(host.preview.isEmpty());
    }

    // The connect tool

    void theConnectToolStartsAnywhereOnABlock() {
        FakeHost host;
        ConnectTool tool;
        FakeMouse mouse(tool, host);
        tool.activate(host);
        QCOMPARE(host.cursor, Qt::CrossCursor);
        const ElementId a = host.block("model", 0, 0);
        const ElementId b = host.block("model", 300, 0);
        mouse.hover(at(100, 40));
        QCOMPARE(host.preview.dropTarget, a);
        mouse.drag(at(100, 40), at(400, 40));
        QCOMPARE(host.design().connections.size(), 1);
        QCOMPARE(host.design().connections.begin()->target, b);
        QVERIFY(!host.finished); // ready for the next one
        QVERIFY(!tool.isBusy());
    }

    void theConnectToolTakesTwoClicks() {
        FakeHost host;
        ConnectTool tool;
        FakeMouse mouse(tool, host);
        const ElementId a = host.block("model", 0, 0);
        const ElementId b = host.block("model", 300, 0);
        mouse.click(at(100, 40));
        QVERIFY(tool.isBusy());
        QCOMPARE(host.design().connections.size(), 0);
        mouse.hover(at(400, 40));
        QCOMPARE(host.preview.dropTarget, b);
        mouse.click(at(400, 40));
        QCOMPARE(host.design().connections.size(), 1);
        QCOMPARE(host.design().connections.begin()->source, a);
        QVERIFY(!tool.isBusy());
        // A second click on the source gives up, Esc does too.
        mouse.click(at(100, 40));
        mouse.click(at(100, 40));
        QVERIFY(!tool.isBusy());
        mouse.click(at(100, 40));
        QVERIFY(mouse.key(Qt::Key_Escape));
        QVERIFY(!tool.isBusy());
        QVERIFY(!mouse.key(Qt::Key_Escape)); // the window's now
        QCOMPARE(host.design().connections.size(), 1);
        QVERIFY(host.preview.isEmpty());
    }

    void theConnectToolDoesNothingOnEmptyOrReadOnlyBoards() {
        FakeHost host;
        ConnectTool tool;
        FakeMouse mouse(tool, host);
        host.block("model", 0, 0);
        mouse.drag(at(300, 300), at(100, 40));
        QVERIFY(!tool.isBusy());
        host.readOnly = true;
        mouse.drag(at(100, 40), at(300, 300));
        QVERIFY(!tool.isBusy());
        QVERIFY(!host.offered);
        QCOMPARE(host.edits.size(), 0);
    }
};

QTEST_MAIN(TestConnecting)
#include "test_connecting.moc"
