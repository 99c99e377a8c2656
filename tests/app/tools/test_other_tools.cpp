#include "app/tools/arrow_keys.h"
#include "app/tools/frame_tool.h"
#include "app/tools/hand_tool.h"
#include "app/tools/note_tool.h"
#include "app/tools/select_tool.h"
#include "tests/app/tools/fake_host.h"

using namespace groundplan;

class TestOtherTools : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theHandDragsTheBoard() {
        FakeHost host;
        HandTool tool;
        FakeMouse mouse(tool, host);
        tool.activate(host);
        QCOMPARE(host.cursor, Qt::OpenHandCursor);
        mouse.hover(at(50, 50));
        QCOMPARE(host.scrolled, QPointF());
        mouse.press(at(100, 100));
        QCOMPARE(host.cursor, Qt::ClosedHandCursor);
        QVERIFY(tool.isBusy());
        QVERIFY(!tool.scrollsAtEdge());
        mouse.move(at(130, 90));
        mouse.move(at(150, 120));
        QCOMPARE(host.scrolled, QPointF(50, 20));
        mouse.release(at(150, 120));
        QCOMPARE(host.cursor, Qt::OpenHandCursor);
        mouse.hover(at(300, 300));
        QCOMPARE(host.scrolled, QPointF(50, 20));
    }

    void theFrameToolDrawsARectangle() {
        FakeHost host;
        FrameTool tool;
        FakeMouse mouse(tool, host);
        const ElementId a = host.block("model", 100, 100);
        const ElementId b = host.block("model", 600, 100);
        mouse.dragTo(at(438, 301), at(59, 61));
        QCOMPARE(host.preview.ghost, std::optional(box(60, 60, 380, 240)));
        mouse.release(at(59, 61));
        QCOMPARE(keysOf(host.edits), QStringLiteral("add-frame"));
        QCOMPARE(host.design().frames.size(), 1);
        const Frame& frame = *host.design().frames.begin();
        QCOMPARE(frame.rect, box(60, 60, 380, 240));
        QCOMPARE(host.parentOf(a), frame.id);
        QCOMPARE(host.parentOf(b), ElementId());
        QVERIFY(host.finished);
        QCOMPARE(host.selected, QSet{frame.id});
        QCOMPARE(host.renamed, frame.id);
        QVERIFY(host.preview.isEmpty());
    }

    void aFrameLeavesRoomForItsTitle() {
        FakeHost host;
        FrameTool tool;
        FakeMouse mouse(tool, host);
        const ElementId a = host.block("model", 100, 100);
        host.block("model", 600, 60); // is not taken in
        mouse.dragTo(at(60, 90), at(300, 200));
        const Rect frame = box(60, 60, 240, 140);
        QCOMPARE(host.preview.ghost, std::optional(frame));
        mouse.release(at(300, 200));
        QCOMPARE(host.design().frames.begin()->rect, frame);
        QCOMPARE(host.parentOf(a), host.design().frames.begin()->id);
    }

    void aClickMakesAFrameOfTheUsualSize() {
        FakeHost host;
        FrameTool tool;
        FakeMouse mouse(tool, host);
        mouse.click(at(101, 99));
        QCOMPARE(host.design().frames.begin()->rect,
                 (Rect{100 * kUnitsPerPoint, 100 * kUnitsPerPoint, kFrameSize.w, kFrameSize.h}));
    }

    void aFrameIsNeverTiny() {
        FakeHost host;
        FrameTool tool;
        FakeMouse mouse(tool, host);
        mouse.drag(at(100, 100), at(108, 108));
        QCOMPARE(host.design().frames.begin()->rect, box(100, 100, 48, 48));
    }

    void escapeLeavesNoFrame() {
        FakeHost host;
        FrameTool tool;
        FakeMouse mouse(tool, host);
        mouse.dragTo(at(100, 100), at(300, 300));
        QVERIFY(mouse.key(Qt::Key_Escape));
        mouse.release(at(300, 300));
        QCOMPARE(host.edits.size(), 0);
        QVERIFY(host.preview.isEmpty());
        QVERIFY(!host.finished);
        host.readOnly = true;
        mouse.drag(at(100, 100), at(300, 300));
        QCOMPARE(host.edits.size(), 0);
    }

    void aNoteOnABlock() {
        FakeHost host;
        NoteTool tool;
        FakeMouse mouse(tool, host);
        const ElementId a = host.block("model", 0, 0);
        mouse.hover(at(100, 40));
        QCOMPARE(host.preview.dropTarget, a);
        QVERIFY(!host.preview.ghost);
        mouse.click(at(100, 40));
        QCOMPARE(keysOf(host.edits), QStringLiteral("add-note"));
        QCOMPARE(host.design().notes.size(), 1);
        QCOMPARE(host.design().notes.begin()->subject, a);
        QCOMPARE(host.opened.first, a);
        QCOMPARE(host.opened.second, Hit::Part::NoteMark);
        QCOMPARE(host.selected, QSet{a});
        QVERIFY(host.finished);
        QVERIFY(host.preview.isEmpty());
    }

    void aNoteOnAConnection() {
        FakeHost host;
        NoteTool tool;
        FakeMouse mouse(tool, host);
        const ElementId c = host.connection(host.block("model", 0, 0), host.block("model", 300, 0));
        mouse.click(at(238, 32));
        QCOMPARE(host.design().notes.begin()->subject, c);
    }

    void aStickyCardOnEmptyBoard() {
        FakeHost host;
        NoteTool tool;
        FakeMouse mouse(tool, host);
        host.block("model", 0, 0);
        mouse.hover(at(301, 203));
        QCOMPARE(host.preview.ghost, std::optional(Rect{300 * 8, 204 * 8, kCardSize.w, kCardSize.h}));
        mouse.click(at(301, 203));
        QCOMPARE(keysOf(host.edits), QStringLiteral("add-card"));
        QCOMPARE(host.design().notes.size(), 0);
        const Card& card = *host.design().cards.begin();
        QCOMPARE(card.kind, CardKind::Text);
        QCOMPARE(card.rect, (Rect{300 * 8, 204 * 8, kCardSize.w, kCardSize.h}));
        QCOMPARE(host.renamed, card.id);
        QVERIFY(host.finished);
    }

    void noNotesOnAReadOnlyBoard() {
        FakeHost host;
        NoteTool tool;
        FakeMouse mouse(tool, host);
        host.block("model", 0, 0);
        const qsizetype entries = host.entries();
        host.readOnly = true;
        mouse.hover(at(100, 40));
        QVERIFY(host.preview.isEmpty());
        mouse.click(at(100, 40));
        mouse.click(at(500, 500));
        QCOMPARE(host.entries(), entries);
    }

    // Arrow keys

    void ctrlAndArrowsMoveTheSelection() {
        FakeHost host;
        SelectTool tool;
        FakeMouse mouse(tool, host);
        const ElementId a = host.block("model", 0, 0);
        host.selected = {a};
        QVERIFY(mouse.key(Qt::Key_Right, Qt::ControlModifier));
        QCOMPARE(host.rectOf(a), box(8, 0, 176, 64));
        QVERIFY(mouse.key(Qt::Key_Down, Qt::ControlModifier | Qt::ShiftModifier));
        QCOMPARE(host.rectOf(a), box(8, 1, 176, 64));
        QVERIFY(mouse.key(Qt::Key_Up, Qt::ControlModifier | Qt::ShiftModifier));
        QVERIFY(mouse.key(Qt::Key_Left, Qt::ControlModifier));
        QCOMPARE(host.rectOf(a), box(0, 0, 176, 64));
        QCOMPARE(host.broughtIntoView, QSet{a});
    }

    void aHeldArrowIsOneEdit() {
        FakeHost host;
        SelectTool tool;
        FakeMouse mouse(tool, host);
        const ElementId a = host.block("model", 0, 0);
        host.selected = {a};
        const qsizetype entries = host.entries();
        mouse.key(Qt::Key_Right, Qt::ControlModifier);
        for (int i = 0; i < 9; ++i)
            mouse.key(Qt::Key_Right, Qt::ControlModifier, true);
        mouse.keyUp(Qt::Key_Right);
        QCOMPARE(host.rectOf(a).x, 80 * kUnitsPerPoint);
        QCOMPARE(host.entries(), entries + 1);
        mouse.key(Qt::Key_Right, Qt::ControlModifier);
        QCOMPARE(host.entries(), entries + 2);
        tool.keysLost(host); // the release went elsewhere
        mouse.key(Qt::Key_Right, Qt::ControlModifier);
        QCOMPARE(host.entries(), entries + 3);
        QVERIFY(host.document().undo());
        QVERIFY(host.document().undo());
        QVERIFY(host.document().undo());
        QCOMPARE(host.rectOf(a).x, 0);
    }

    void withoutAnythingToMoveArrowsAreTheViews() {
        FakeHost host;
        SelectTool tool;
        FakeMouse mouse(tool, host);
        const ElementId a = host.block("model", 0, 0);
        QVERIFY(!mouse.key(Qt::Key_Right));
        host.lock(a);
        host.selected = {a};
        QVERIFY(!mouse.key(Qt::Key_Right, Qt::ControlModifier));
        QCOMPARE(host.edits.size(), 0);
    }

    void altWalksFromBlockToBlock() {
        FakeHost host;
        SelectTool tool;
        FakeMouse mouse(tool, host);
        const ElementId a = host.block("model", 0, 0);
        const ElementId b = host.block("model", 300, 20);
        const ElementId c = host.block("model", 600, 0);
        const ElementId below = host.block("model", 320, 300);
        QVERIFY(mouse.key(Qt::Key_Right, Qt::AltModifier));
        QCOMPARE(host.selected, QSet{a}); // nothing was selected: the first one
        mouse.key(Qt::Key_Right, Qt::AltModifier);
        QCOMPARE(host.selected, QSet{b});
        QCOMPARE(host.broughtIntoView, QSet{b});
        mouse.key(Qt::Key_Right, Qt::AltModifier);
        QCOMPARE(host.selected, QSet{c});
        mouse.key(Qt::Key_Right, Qt::AltModifier);
        QCOMPARE(host.selected, QSet{c}); // no one there
        mouse.key(Qt::Key_Left, Qt::AltModifier);
        mouse.key(Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(host.selected, QSet{below});
        mouse.key(Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(host.selected, QSet{b});
        QCOMPARE(host.edits.size(), 0);
    }

    void arrowsWalkAlongConnections() {
        FakeHost host;
        SelectTool tool;
        FakeMouse mouse(tool, host);
        const ElementId a = host.block("event-stream", 0, 0);
        const ElementId b = host.block("stream-transform", 600, 0);
        const ElementId c = host.block("object-storage", 600, 300);
        host.block("model", 300, 0); // in between, and joined to nothing
        const ElementId back = host.block("feedback", -600, 100);
        host.connection(a, b);
        host.connection(a, c);
        host.connection(b, back);
        host.selected = {a};
        QVERIFY(mouse.key(Qt::Key_Right));
        QCOMPARE(host.selected, QSet{b});
        QVERIFY(mouse.key(Qt::Key_Down)); // hangs on the same neighbour
        QCOMPARE(host.selected, QSet{c});
        QVERIFY(mouse.key(Qt::Key_Left));
        QCOMPARE(host.selected, QSet{a});
        host.selected = {b};
        QVERIFY(mouse.key(Qt::Key_Right)); // leads back to the left: still what comes next
        QCOMPARE(host.selected, QSet{back});
        QVERIFY(mouse.key(Qt::Key_Down));
        QCOMPARE(host.selected, QSet{back}); // nothing there
        QCOMPARE(host.edits.size(), 0);
    }
};

QTEST_MAIN(TestOtherTools)
#include "test_other_tools.moc"
