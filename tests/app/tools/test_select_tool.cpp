#include "app/tools/select_tool.h"
#include "tests/app/tools/fake_host.h"

using namespace groundplan;

class TestSelectTool : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aClickSelectsWhatLiesThere() {
        FakeHost host;
        SelectTool tool;
        FakeMouse mouse(tool, host);
        const ElementId a = host.block("model", 0, 0);
        const ElementId b = host.block("model", 300, 0);
        mouse.click(at(100, 40));
        QCOMPARE(host.selected, QSet{a});
        mouse.click(at(400, 40));
        QCOMPARE(host.selected, QSet{b});
        mouse.click(at(700, 400));
        QCOMPARE(host.selected, QSet<ElementId>{});
        QCOMPARE(host.edits.size(), 0);
        QVERIFY(!tool.isBusy());
    }

    void shiftAddsAndTakesAway() {
        FakeHost host;
        SelectTool tool;
        FakeMouse mouse(tool, host);
        const ElementId a = host.block("model", 0, 0);
        const ElementId b = host.block("model", 300, 0);
        mouse.click(at(100, 40));
        mouse.click(at(400, 40), Qt::ShiftModifier);
        QCOMPARE(host.selected, (QSet{a, b}));
        mouse.click(at(100, 40), Qt::ShiftModifier);
        QCOMPARE(host.selected, QSet{b});
        mouse.click(at(700, 400), Qt::ShiftModifier);
        QCOMPARE(host.selected, QSet{b});
    }

    void aClickOnOneOfSeveralSelectsItAloneOnRelease() {
        FakeHost host;
        SelectTool tool;
        FakeMouse mouse(tool, host);
        const ElementId a = host.block("model", 0, 0);
        const ElementId b = host.block("model", 300, 0);
        host.selected = {a, b};
        mouse.press(at(100, 40));
        QCOMPARE(host.selected, (QSet{a, b})); // it might become a drag of both
        mouse.release(at(100, 40));
        QCOMPARE(host.selected, QSet{a});
    }

    void aConnectionIsSelectedByItsLine() {
        FakeHost host;
        SelectTool tool;
        FakeMouse mouse(tool, host);
        const ElementId a = host.block("model", 0, 0);
        const ElementId b = host.block("model", 300, 0);
        const ElementId c = host.connection(a, b);
        mouse.click(at(238, 32));
        QCOMPARE(host.selected, QSet{c});
        QCOMPARE(host.edits.size(), 0);
    }

    void aMarkOpensWhatHangsThere() {
        FakeHost host;
        SelectTool tool;
        FakeMouse mouse(tool, host);
        const ElementId a = host.block("model", 0, 0);
        host.prepare([a](Editor& editor) -> Result<void> {
            Note note;
            note.id = NoteId::random();
            note.subject = a;
            note.kind = NoteKind::Question;
            note.text = QStringLiteral("why");
            editor.put(note);
            return {};
        });
        // The last mark sits 12 points from the right, on the lower edge.
        mouse.click(at(176 - 12, 64));
        QCOMPARE(host.opened.first, a);
        QCOMPARE(host.opened.second, Hit::Part::QuestionMark);
        QCOMPARE(host.selected, QSet{a});
    }

    void aDoubleClickRenames() {
        FakeHost host;
        SelectTool tool;
        FakeMouse mouse(tool, host);
        const ElementId a = host.block("model", 0, 0);
        mouse.doubleClick(at(100, 40));
        QCOMPARE(host.renamed, a);
        QCOMPARE(host.selected, QSet{a});
        QVERIFY(!host.offered);
    }

    void theWholeBandMovesAndRenamesAFrame() {
        FakeHost host;
        SelectTool tool;
        FakeMouse mouse(tool, host);
        const ElementId frame = host.frame(box(0, 0, 400, 240));
        mouse.hover(at(320, 20));
        QCOMPARE(host.cursor, Qt::SizeAllCursor);
        mouse.drag(at(320, 20), at(360, 60));
        QCOMPARE(host.rectOf(frame), box(40, 40, 400, 240));
        QCOMPARE(host.selected, QSet{frame});
        mouse.doubleClick(at(360, 60));
        QCOMPARE(host.renamed, frame);
        QVERIFY(!host.offered);
        mouse.doubleClick(at(360, 160)); // below it is board
        QVERIFY(host.offered);
    }

    void aDoubleClickOnEmptyBoardOffersAKindThere() {
        FakeHost host;
        SelectTool tool;
        FakeMouse mouse(tool, host);
        mouse.doubleClick(at(400, 304));
        QCOMPARE(host.offeredAt, at(400, 304));
        host.choose(QStringLiteral("cache"));
        QCOMPARE(keysOf(host.edits), QStringLiteral("add-block(Cache)"));
        QCOMPARE(host.design().blocks.size(), 1);
        const Block& block = *host.design().blocks.begin();
        QCOMPARE(block.rect, box(400 - 88, 304 - 32, 176, 64));
        QCOMPARE(block.kind, QStringLiteral("cache"));
        QCOMPARE(host.renamed, block.id);
        QCOMPARE(host.selected, QSet{block.id});
    }

    void nothingChosenAddsNothing() {
        FakeHost host;
        SelectTool tool;
        FakeMouse mouse(tool, host);
        mouse.doubleClick(at(400, 300));
        host.choose({});
        QCOMPARE(host.edits.size(), 0);
        QCOMPARE(host.entries(), 0);
    }

    /// A title is typed in a field that lies over the block: the pointer comes out of it beside the block.
    void theDotsOfWhatIsSelectedAreThereAtOnce() {
        FakeHost host;
        SelectTool tool;
        FakeMouse mouse(tool, host);
        const ElementId a = host.block("model", 0, 0);
        mouse.hover(at(188, 32));
        QVERIFY(host.preview.isEmpty());
        host.setSelection({a});
        mouse.hover(at(188, 32));
        QCOMPARE(host.preview.hovered, a);
        mouse.hover(at(188, 32));
        QCOMPARE(host.cursor, Qt::CrossCursor);
        mouse.hover(at(260, 32));
        QVERIFY(host.preview.isEmpty());
    }

    void hoveringShowsWhereConnectionsBegin() {
        FakeHost host;
        SelectTool tool;
        FakeMouse mouse(tool, host);
        const ElementId a = host.block("model", 0, 0);
        mouse.hover(at(100, 40));
        QCOMPARE(host.preview.hovered, a);
        QCOMPARE(host.cursor, Qt::ArrowCursor);
        mouse.hover(at(184, 32)); // between the block and its dot
        QCOMPARE(host.preview.hovered, a);
        mouse.hover(at(188, 32)); // the dot
        QCOMPARE(host.preview.hovered, a);
        QCOMPARE(host.cursor, Qt::CrossCursor);
        mouse.hover(at(176, 16)); // the rim connects, too
        QCOMPARE(host.cursor, Qt::CrossCursor);
        mouse.hover(at(260, 32));
        QVERIFY(host.preview.isEmpty());
        mouse.hover(at(100, 40));
        tool.left(host);
        QVERIFY(host.preview.isEmpty());
    }

    /// A new block is selected: it connects like any other.
    void aSelectedBlockConnectsFromItsEdges_data() {
        QTest::addColumn<Point>("from");
        QTest::newRow("right, in the middle") << at(176, 32);
        QTest::newRow("right") << at(175, 20);
        QTest::newRow("top, in the middle") << at(88, 0);
        QTest::newRow("bottom") << at(60, 64);
        QTest::newRow("left, in the middle") << at(0, 32);
        QTest::newRow("its dot") << at(176 + 12, 32);
    }
    void aSelectedBlockConnectsFromItsEdges() {
        QFETCH(Point, from);
        FakeHost host;
        SelectTool tool;
        FakeMouse mouse(tool, host);
        const ElementId a = host.block("model", 0, 0);
        const ElementId c = host.block("model", 400, 0);
        host.selected = {a};
        mouse.hover(at(100, 40));
        mouse.hover(from);
        QCOMPARE(host.cursor, Qt::CrossCursor);
        mouse.drag(from, at(490, 32));
        QCOMPARE(host.design().connections.size(), 1);
        QCOMPARE(host.design().connections.begin()->source, a);
        QCOMPARE(host.design().connections.begin()->target, c);
        QCOMPARE(host.rectOf(a), box(0, 0, 176, 64));
    }

    void theCornersOfASelectedBlockResizeIt() {
        FakeHost host;
        SelectTool tool;
        FakeMouse mouse(tool, host);
        const ElementId a = host.block("model", 0, 0);
        host.selected = {a};
        mouse.hover(at(100, 40));
        mouse.hover(at(176 + 12, 32));
        QCOMPARE(host.preview.hovered, a);
        QCOMPARE(host.cursor, Qt::CrossCursor);
        mouse.hover(at(176, 64));
        QCOMPARE(host.cursor, Qt::SizeFDiagCursor);
        // Of two selected ones neither has handles.
        host.selected.insert(host.block("model", 300, 0));
        mouse.hover(at(174, 62));
        QCOMPARE(host.cursor, Qt::CrossCursor);
    }

    void whatIsSmallOnScreenIsMovedNotConnected() {
        FakeHost host;
        SelectTool tool;
        const ElementId a = host.block("model", 0, 0);
        PointerEvent event;
        event.at = at(2, 32);
        event.tolerance = 12 * kUnitsPerPoint; // 33 %: the block is 21 pixels high
        event.button = Qt::LeftButton;
        tool.pressed(host, event);
        event.viewAt = {40, 0};
        event.at = at(122, 32);
        event.button = Qt::NoButton;
        tool.moved(host, event);
        QCOMPARE(host.preview.moved, QSet{a});
        QVERIFY(host.preview.connection.isEmpty());
    }

    void aReadOnlyBoardSelectsAndOpensOnly() {
        FakeHost host;
        SelectTool tool;
        FakeMouse mouse(tool, host);
        const ElementId a = host.block("model", 0, 0);
        const qsizetype entries = host.entries();
        host.readOnly = true;
        mouse.hover(at(100, 40));
        QVERIFY(host.preview.isEmpty());
        mouse.click(at(100, 40));
        QCOMPARE(host.selected, QSet{a});
        mouse.drag(at(100, 40), at(300, 40));
        mouse.drag(at(176, 32), at(300, 32));
        mouse.doubleClick(at(100, 40));
        QCOMPARE(host.renamed, ElementId());
        QCOMPARE(host.messages.size(), 1);
        mouse.drag(at(-20, -20), at(400, 400)); // the rubber band works
        QCOMPARE(host.selected, QSet{a});
        QVERIFY(!mouse.key(Qt::Key_Right, Qt::ControlModifier)); // scrolls instead
        QCOMPARE(host.edits.size(), 0);
        QCOMPARE(host.entries(), entries);
    }

    void otherButtonsAreNotForTools() {
        FakeHost host;
        SelectTool tool;
        host.block("model", 0, 0);
        PointerEvent event;
        event.at = at(100, 40);
        event.button = Qt::RightButton;
        tool.pressed(host, event);
        tool.released(host, event);
        QCOMPARE(host.selected, QSet<ElementId>{});
    }

    void aClickOnOneOfAGroupTakesAll() {
        FakeHost host;
        SelectTool tool;
        FakeMouse mouse(tool, host);
        const ElementId a = host.block("model", 0, 0);
        const ElementId b = host.block("model", 300, 0);
        const ElementId other = host.block("model", 0, 300);
        host.prepare([&](Editor& editor) { return groupElements(editor, {a, b}); });
        mouse.click(at(100, 40));
        QCOMPARE(host.selected, (QSet{a, b}));
        mouse.click(at(100, 40)); // again: the one inside
        QCOMPARE(host.selected, QSet{a});
        mouse.click(at(100, 40));
        QCOMPARE(host.selected, QSet{a});
        mouse.click(at(400, 40)); // another one of it: the group
        QCOMPARE(host.selected, (QSet{a, b}));
        mouse.click(at(900, 900));
        mouse.click(at(400, 40), Qt::ControlModifier);
        QCOMPARE(host.selected, QSet{b});
        mouse.click(at(100, 340), Qt::ShiftModifier);
        QCOMPARE(host.selected, (QSet{b, other}));
        mouse.click(at(100, 40), Qt::ShiftModifier);
        QCOMPARE(host.selected, (QSet{a, b, other}));
        mouse.click(at(100, 40), Qt::ShiftModifier);
        QCOMPARE(host.selected, QSet{other});
    }

    void aGroupIsBandedAndDraggedWhole() {
        FakeHost host;
        SelectTool tool;
        FakeMouse mouse(tool, host);
        const ElementId a = host.block("model", 0, 0);
        const ElementId b = host.block("model", 300, 200);
        host.prepare([&](Editor& editor) { return groupElements(editor, {a, b}); });
        mouse.drag(at(-20, -20), at(200, 80)); // round the first one alone
        QCOMPARE(host.selected, (QSet{a, b}));
        mouse.click(at(900, 900));
        mouse.drag(at(100, 40), at(140, 140), Qt::AltModifier);
        QCOMPARE(host.rectOf(a), box(40, 100, 176, 64));
        QCOMPARE(host.rectOf(b), box(340, 300, 176, 64));
        // With Ctrl the one inside moves alone.
        mouse.click(at(900, 900));
        mouse.drag(at(140, 140), at(140, 160), Qt::ControlModifier);
        QCOMPARE(host.rectOf(a), box(40, 120, 176, 64));
        QCOMPARE(host.rectOf(b), box(340, 300, 176, 64));
    }
};

QTEST_MAIN(TestSelectTool)
#include "test_select_tool.moc"
