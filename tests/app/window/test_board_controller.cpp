#include "app/canvas/canvas_input.h"
#include "tests/app/window/shown_board.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QDropEvent>
#include <QMimeData>
#include <QSignalSpy>
#include <QWheelEvent>

using namespace groundplan;

/// What the mouse, the keys and the commands do to the document, the selection and the view.
class TestBoardController : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { fonts::install(); }

    // Mouse

    void aBlockIsDragged() {
        ShownBoard b;
        const ElementId a = b.block("model", 200, 200);
        const qsizetype entries = b.entries();
        b.drag(at(280, 230), at(380, 330));
        QCOMPARE(b.rectOf(a), box(300, 300, 176, 64));
        QCOMPARE(b.entries(), entries + 1);
        QCOMPARE(b.lastKey(), QByteArray("move"));
        QCOMPARE(b.board->selection(), QSet{a});
        QVERIFY(b.view().preview().moved.isEmpty());
    }

    void escapeDuringADragLeavesNoTrace() {
        ShownBoard b;
        const ElementId a = b.block("model", 200, 200);
        const qsizetype entries = b.entries();
        b.press(at(280, 230));
        b.move(at(300, 260));
        b.move(at(380, 330));
        QCOMPARE(b.view().preview().moved, QSet{a});
        b.key(Qt::Key_Escape);
        QVERIFY(b.view().preview().isEmpty());
        b.release(at(380, 330));
        QCOMPARE(b.rectOf(a), box(200, 200, 176, 64));
        QCOMPARE(b.entries(), entries);
    }

    void aConnectionIsDrawnFromTheRim() {
        ShownBoard b;
        const ElementId a = b.block("model", 100, 200);
        const ElementId c = b.block("model", 400, 200);
        b.drag(at(275, 220), at(480, 230));
        QCOMPARE(b.design().connections.size(), 1);
        const Connection& made = *b.design().connections.begin();
        QCOMPARE(made.source, a);
        QCOMPARE(made.target, c);
        QCOMPARE(b.board->selection(), QSet{made.id});
    }

    void draggedOverTheEdgeOfTheViewItComesAlong() {
        ShownBoard b;
        const ElementId a = b.block("model", 200, 200);
        b.press(at(280, 230));
        b.move(at(300, 230));
        const QPointF edge(b.viewport()->width() - 2, b.where(at(0, 230)).y());
        QMouseEvent move(QEvent::MouseMove, edge, b.viewport()->mapToGlobal(edge), Qt::NoButton,
                         Qt::LeftButton, {});
        QApplication::sendEvent(b.viewport(), &move);
        const QPoint before = b.view().transform().offset();
        QTRY_VERIFY(b.view().transform().offset().x() > before.x() + 60);
        QMouseEvent release(QEvent::MouseButtonRelease, edge, b.viewport()->mapToGlobal(edge), Qt::LeftButton,
                            {}, {});
        QApplication::sendEvent(b.viewport(), &release);
        const Point under = b.view().transform().toBoard(edge);
        QVERIFY(std::abs(b.rectOf(a).x + 80 * kUnitsPerPoint - under.x) <= 4 * kUnitsPerPoint);
    }

    void aKindIsDroppedWhereThePointerIs() {
        ShownBoard b;
        QMimeData data;
        data.setData(QString::fromLatin1(kKindMimeType), "cache");
        const QPoint p = b.where(at(300, 200)).toPoint();
        QDragEnterEvent enter(p, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(b.viewport(), &enter);
        QDragMoveEvent move(p, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(b.viewport(), &move);
        QCOMPARE(b.view().preview().ghost, std::optional(box(212, 168, 176, 64)));
        QCOMPARE(b.view().preview().ghostTitle, QStringLiteral("Cache"));
        QCOMPARE(b.entries(), 0);
        QDropEvent drop(p, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(b.viewport(), &drop);
        QVERIFY(b.view().preview().isEmpty());
        QCOMPARE(b.design().blocks.size(), 1);
        const Block& block = *b.design().blocks.begin();
        QCOMPARE(block.kind, QStringLiteral("cache"));
        QCOMPARE(block.rect, box(212, 168, 176, 64));
        QVERIFY(b.isEditing());
    }

    void theMenuIsAboutWhatLiesThere() {
        ShownBoard b;
        const ElementId a = b.block("model", 200, 200);
        QSignalSpy menus(b.board.get(), &BoardController::contextMenuRequested);
        const auto menuAt = [&](Point point) {
            const QPoint p = b.where(point).toPoint();
            QContextMenuEvent event(QContextMenuEvent::Mouse, p, b.viewport()->mapToGlobal(p));
            QApplication::sendEvent(b.viewport(), &event);
        };
        menuAt(at(280, 230));
        QCOMPARE(b.board->selection(), QSet{a});
        QCOMPARE(menus.size(), 1);
        menuAt(at(600, 500));
        QCOMPARE(b.board->selection(), QSet<ElementId>{});
        b.board->setSelection({a});
        QContextMenuEvent byKey(QContextMenuEvent::Keyboard, {1, 1}, b.viewport()->mapToGlobal(QPoint(1, 1)));
        QApplication::sendEvent(b.viewport(), &byKey);
        QCOMPARE(b.board->selection(), QSet{a});
        QCOMPARE(menus.size(), 3);
    }

    // Keys

    void keysAreCommands() {
        ShownBoard b;
        const ElementId a = b.block("model", 200, 200);
        const ElementId c = b.block("model", 200, 400);
        b.key(Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(b.board->selection(), (QSet{a, c}));
        b.key(Qt::Key_Escape);
        QCOMPARE(b.board->selection(), QSet<ElementId>{});
        b.board->setSelection({a});
        b.key(Qt::Key_D, Qt::ControlModifier);
        QCOMPARE(b.design().blocks.size(), 3);
        QCOMPARE(b.lastKey(), QByteArray("duplicate"));
        const ElementId copy = *b.board->selection().begin();
        QCOMPARE(b.rectOf(copy), box(216, 216, 176, 64));
        b.key(Qt::Key_Delete);
        QCOMPARE(b.lastKey(), QByteArray("delete"));
        QVERIFY(!b.design().blocks.contains(copy));
        QCOMPARE(b.board->selection(), QSet<ElementId>{});
        b.key(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(b.design().blocks.contains(copy));
        b.key(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(!b.design().blocks.contains(copy));
        b.key(Qt::Key_Z, Qt::ControlModifier);
        b.key(Qt::Key_Y, Qt::ControlModifier);
        QVERIFY(!b.design().blocks.contains(copy));
        b.board->setSelection({a});
        b.key(Qt::Key_X, Qt::ControlModifier);
        QVERIFY(!b.design().blocks.contains(a));
        b.key(Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(b.design().blocks.size(), 2);
        b.view().zoomTo(2);
        b.key(Qt::Key_0, Qt::ControlModifier);
        QCOMPARE(b.board->zoom(), 1.0);
        QCOMPARE(b.messages, QStringList{});
    }

    void aHeldArrowKeyIsOneEdit() {
        ShownBoard b;
        const ElementId a = b.block("model", 200, 200);
        b.board->setSelection({a});
        const qsizetype entries = b.entries();
        QTest::keyPress(&b.view(), Qt::Key_Right, Qt::ControlModifier);
        for (int i = 0; i < 9; ++i) {
            QKeyEvent repeat(QEvent::KeyPress, Qt::Key_Right, Qt::ControlModifier, {}, true);
            QApplication::sendEvent(&b.view(), &repeat);
            QKeyEvent up(QEvent::KeyRelease, Qt::Key_Right, Qt::ControlModifier, {}, true);
            QApplication::sendEvent(&b.view(), &up);
        }
        QTest::keyRelease(&b.view(), Qt::Key_Right, Qt::ControlModifier);
        QCOMPARE(b.rectOf(a), box(280, 200, 176, 64));
        QCOMPARE(b.entries(), entries + 1);
        b.key(Qt::Key_Down, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(b.rectOf(a), box(280, 201, 176, 64));
        QCOMPARE(b.entries(), entries + 2);
        b.board->undo();
        b.board->undo();
        QCOMPARE(b.rectOf(a), box(200, 200, 176, 64));
    }

    void escapeGoesBackToTheSelectTool() {
        ShownBoard b;
        QSignalSpy changes(b.board.get(), &BoardController::toolChanged);
        for (const ToolId tool : {ToolId::Hand, ToolId::Connect, ToolId::Frame, ToolId::Note}) {
            b.board->setTool(tool);
            QCOMPARE(b.board->tool(), tool);
            b.key(Qt::Key_Escape);
            QCOMPARE(b.board->tool(), ToolId::Select);
        }
        QCOMPARE(changes.size(), 8);
        b.board->setTool(ToolId::Select);
        QCOMPARE(changes.size(), 8);
    }

    void theFrameToolIsOneShot() {
        ShownBoard b;
        b.board->setTool(ToolId::Frame);
        b.drag(at(100, 100), at(500, 400));
        QCOMPARE(b.design().frames.size(), 1);
        QCOMPARE(b.design().frames.begin()->rect, box(100, 100, 400, 300));
        QCOMPARE(b.board->tool(), ToolId::Select);
        QVERIFY(b.isEditing());
    }

    void theHandMovesTheView() {
        ShownBoard b;
        b.board->setTool(ToolId::Hand);
        const QPointF centre = b.view().centre();
        const QPointF from(300, 300);
        for (const auto& [type, p] : {std::pair(QEvent::MouseButtonPress, from),
                                      std::pair(QEvent::MouseMove, from + QPointF(40, -20)),
                                      std::pair(QEvent::MouseButtonRelease, from + QPointF(40, -20))}) {
            QMouseEvent event(type, p, b.viewport()->mapToGlobal(p), Qt::LeftButton, Qt::LeftButton, {});
            QApplication::sendEvent(b.viewport(), &event);
        }
        QCOMPARE(b.view().centre(), centre + QPointF(-40, 20));
    }

    // Undo

    void undoSelectsAndShowsWhatChanged() {
        ShownBoard b;
        const ElementId a = b.block("model", 200, 200);
        const ElementId c = b.block("model", 500, 200);
        b.connection(a, c);
        b.board->setSelection({a});
        QVERIFY(b.board->edit({"move", {QStringLiteral("1")}},
                              [a](Editor& editor) { return moveElements(editor, {a}, at(0, 80)); }));
        b.board->setSelection({c});
        b.view().lookAt({9000, 9000}, 1);
        b.board->undo();
        QCOMPARE(b.rectOf(a), box(200, 200, 176, 64));
        QCOMPARE(b.board->selection(), QSet{a}); // not the connection that followed
        QVERIFY(b.isSeen(a));
        b.view().lookAt({-9000, 0}, 1);
        b.board->setSelection({});
        b.board->redo();
        QCOMPARE(b.rectOf(a), box(200, 280, 176, 64));
        QCOMPARE(b.board->selection(), QSet{a});
        QVERIFY(b.isSeen(a));
    }

    void undoAfterReopeningDoesToo() {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("board.gplan"));
        ElementId a;
        {
            ShownBoard b;
            a = b.block("model", 200, 200);
            b.drag(at(280, 230), at(380, 330));
            QVERIFY(b.document->saveAs(path));
        }
        ShownBoard b(path);
        b.view().lookAt({5000, 5000}, 1);
        b.board->undo();
        QCOMPARE(b.rectOf(a), box(200, 200, 176, 64));
        QCOMPARE(b.board->selection(), QSet{a});
        QVERIFY(b.isSeen(a));
    }

    void undoOfADeletionBringsTheSelectionBack() {
        ShownBoard b;
        const ElementId a = b.block("model", 200, 200);
        const ElementId c = b.block("model", 500, 200);
        const ElementId ac = b.connection(a, c);
        b.board->setSelection({a});
        b.board->deleteSelection();
        QVERIFY(!b.design().connections.contains(ac));
        b.board->undo();
        QVERIFY(b.design().connections.contains(ac));
        QCOMPARE(b.board->selection(), QSet{a});
    }

    void whereOnlyAConnectionChangedItIsSelected() {
        ShownBoard b;
        const ElementId c = b.connection(b.block("model", 200, 200), b.block("model", 500, 200));
        b.board->undo();
        b.board->redo();
        QCOMPARE(b.board->selection(), QSet{c});
    }

    void nothingToUndoIsSaid() {
        ShownBoard b;
        b.board->undo();
        QCOMPARE(b.messages.size(), 1);
        b.board->redo();
        QCOMPARE(b.messages.size(), 2);
    }

    void undoDuringADragCancelsIt() {
        ShownBoard b;
        const ElementId a = b.block("model", 200, 200);
        const ElementId c = b.block("model", 200, 400);
        b.press(at(280, 230));
        b.move(at(380, 330));
        QVERIFY(!b.view().preview().isEmpty());
        b.board->undo();
        QVERIFY(!b.design().blocks.contains(c));
        QVERIFY(b.view().preview().isEmpty());
        b.release(at(380, 330));
        QCOMPARE(b.rectOf(a), box(200, 200, 176, 64));
    }

    // Commands

    void framingALockingAndReordering() {
        ShownBoard b;
        const ElementId a = b.block("model", 200, 200);
        const ElementId c = b.block("model", 220, 220);
        b.board->setSelection({a});
        b.board->reorder(Depth::Front);
        QVERIFY(b.design().elements.find(a)->order > b.design().elements.find(c)->order);
        b.board->setSelection({a, c});
        b.board->frameSelection();
        QCOMPARE(b.design().frames.size(), 1);
        const ElementId frame = b.design().frames.begin()->id;
        QCOMPARE(b.design().elements.find(a)->parent, frame);
        QCOMPARE(b.board->selection(), QSet{frame});
        QVERIFY(b.isEditing());
        b.board->endEditing();
        b.board->setSelection({a});
        b.board->setLocked(true);
        QVERIFY(b.design().elements.find(a)->locked);
        b.drag(at(280, 230), at(380, 330));
        QCOMPARE(b.rectOf(a), box(200, 200, 176, 64));
        b.board->setSelection({a});
        b.board->deleteSelection();
        QVERIFY(b.design().blocks.contains(a));
        QCOMPARE(b.messages.size(), 1);
        b.board->setLocked(false);
        QVERIFY(!b.design().elements.find(a)->locked);
    }

    void newThingsGoWhereNothingLies() {
        ShownBoard b;
        b.board->addKind(QStringLiteral("cache"));
        b.board->addKind(QStringLiteral("cache"));
        b.board->addCard(CardKind::Legend);
        b.board->addKind(QStringLiteral("cache"));
        QList<Rect> rects;
        for (const Element& element : b.design().elements)
            rects.append(*b.design().rectOf(element.id));
        QCOMPARE(rects.size(), 4);
        for (qsizetype i = 0; i < rects.size(); ++i) {
            QVERIFY(QRectF(b.viewport()->rect()).contains(b.view().transform().toView(rects[i])));
            for (qsizetype k = 0; k < i; ++k)
                QVERIFY(!rects[i].intersects(rects[k]));
        }
        // The first one in the middle of the view, on the grid.
        b.board->endEditing();
        while (b.document->canUndo())
            b.board->undo();
        b.board->addKind(QStringLiteral("cache"));
        QCOMPARE(b.design().blocks.begin()->rect, box(312, 268, 176, 64));
    }

    /// Neither on a line or its label nor across a frame's border, and nothing that is there changes for it.
    void newThingsLeaveLinesAndFramesAlone() {
        ShownBoard b;
        const ElementId a = b.block("model", 100, 272);
        const ElementId c = b.block("cache", 560, 272);
        const ElementId line = b.connection(a, c, "a label that is rather long");
        ElementId frame;
        b.prepare([&](Editor& editor) -> Result<void> {
            frame = *addFrame(editor, box(280, 60, 300, 160), QStringLiteral("Frame"));
            return {};
        });
        const Connection before = *b.design().connections.find(line);
        const QList<Point> route = b.design().routeOf(before);
        for (int i = 0; i < 6; ++i) {
            b.board->addKind(QStringLiteral("cache"));
            b.board->endEditing();
        }
        QCOMPARE(b.design().blocks.size(), 8);
        QCOMPARE(*b.design().connections.find(line), before);
        const Rect border = b.rectOf(frame);
        for (const Block& block : b.design().blocks) {
            if (block.id == a || block.id == c)
                continue;
            const Rect& rect = block.rect;
            QVERIFY(border.contains(rect) || !border.intersects(rect));
            for (qsizetype i = 1; i < route.size(); ++i) {
                const Rect piece{std::min(route[i - 1].x, route[i].x), std::min(route[i - 1].y, route[i].y),
                                 std::abs(route[i - 1].x - route[i].x) + 1,
                                 std::abs(route[i - 1].y - route[i].y) + 1};
                QVERIFY(!piece.intersects(rect));
            }
            QVERIFY(QRectF(b.viewport()->rect()).contains(b.view().transform().toView(rect)));
        }
    }

    void fittingTheView() {
        ShownBoard b;
        const ElementId a = b.block("model", 0, 0);
        const ElementId c = b.block("model", 4000, 3000);
        QSignalSpy zooms(b.board.get(), &BoardController::zoomChanged);
        b.board->fitAll();
        QVERIFY(b.isSeen(a) && b.isSeen(c));
        QVERIFY(b.board->zoom() < 0.3);
        b.board->setSelection({c});
        b.board->fitSelection();
        QVERIFY(b.isSeen(c));
        QVERIFY(b.board->zoom() > 1);
        b.board->zoomTo(1);
        b.board->zoomIn();
        QCOMPARE(b.board->zoom(), 1.25);
        b.board->zoomOut();
        QCOMPARE(b.board->zoom(), 1.0);
        b.board->bringIntoView({a, c});
        QVERIFY(b.isSeen(a) && b.isSeen(c));
        QCOMPARE(zooms.size(), 6);
    }

    // The document

    void aReadOnlyDocumentIsLookedAtOnly() {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("board.gplan"));
        ElementId a;
        ShownBoard first;
        a = first.block("model", 200, 200);
        QVERIFY(first.document->saveAs(path));
        ShownBoard b(path); // open already in another window
        QVERIFY(b.document->isReadOnly());
        const Design before = b.design();
        b.drag(at(280, 230), at(380, 330));
        b.drag(at(375, 220), at(480, 400));
        b.board->setSelection({a});
        b.key(Qt::Key_Right, Qt::ControlModifier);
        b.key(Qt::Key_Delete);
        b.key(Qt::Key_F2);
        QVERIFY(!b.isEditing());
        b.key(Qt::Key_D, Qt::ControlModifier);
        b.board->addKind(QStringLiteral("cache"));
        b.board->setTool(ToolId::Frame);
        b.drag(at(100, 100), at(300, 300));
        b.board->setTool(ToolId::Select);
        b.messages.clear();
        QMimeData kind;
        kind.setData(QLatin1StringView(kKindMimeType), "cache");
        QDragEnterEvent enter({200, 200}, Qt::CopyAction, &kind, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(b.viewport(), &enter);
        QDropEvent drop(QPointF(200, 200), Qt::CopyAction, &kind, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(b.viewport(), &drop);
        QCOMPARE(b.messages,
                 QStringList(QStringLiteral("This board is read-only; save a copy to change it.")));
        QVERIFY(b.design() == before);
        // Looking, selecting and copying work.
        b.click(at(280, 230));
        QCOMPARE(b.board->selection(), QSet{a});
        b.board->zoomIn();
        QCOMPARE(b.board->zoom(), 1.25);
        QGuiApplication::clipboard()->clear();
        b.board->copy();
        QVERIFY(QGuiApplication::clipboard()->mimeData()->hasFormat(QString::fromLatin1(kClipboardMimeType)));
    }

    void whatAnotherProgramWritesShows() {
        ShownBoard b;
        const ElementId a = b.block("model", 200, 200);
        const ElementId c = b.block("model", 500, 200);
        b.board->setSelection({a, c});
        QSignalSpy changes(b.board.get(), &BoardController::documentChanged);
        auto other = Document::open(b.path, Document::Use::CommandLine);
        QVERIFY(other);
        QVERIFY((*other)->edit({"delete", {}}, [c](Editor& editor) { return deleteElements(editor, {c}); }));
        QVERIFY(b.document->refresh());
        QCOMPARE(changes.size(), 1);
        QCOMPARE(b.board->selection(), QSet{a}); // what is left of it
        QVERIFY(b.view().index() == BoardIndex(b.design()));
        b.drag(at(280, 230), at(380, 330));
        QCOMPARE(b.rectOf(a), box(300, 300, 176, 64));
    }

    void theViewIsKeptInTheFile() {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("board.gplan"));
        {
            ShownBoard b;
            b.block("model", 200, 200);
            QVERIFY(b.document->saveAs(path));
            b.view().lookAt({250, 180}, 1.5);
            b.board->setDocument(nullptr);
            QVERIFY(!b.view().isEnabled());
        }
        QMainWindow window;
        BoardController board(catalogue(), Theme::light(catalogue()), &window);
        window.setCentralWidget(board.view());
        window.resize(820, 620);
        window.show();
        auto document = Document::open(path, Document::Use::Window);
        QVERIFY(document);
        board.setDocument(document->get());
        QCOMPARE(board.zoom(), 1.5);
        QVERIFY((board.view()->centre() - QPointF(250, 180)).manhattanLength() < 1);
        board.setDocument(nullptr);
    }

    void withoutADocumentNothingHappens() {
        QMainWindow window;
        BoardController board(catalogue(), Theme::light(catalogue()), &window);
        board.undo();
        board.paste();
        board.selectAll();
        board.deleteSelection();
        board.duplicate();
        board.startRename();
        board.fitAll();
        board.addKind(QStringLiteral("cache"));
        QCOMPARE(board.selection(), QSet<ElementId>{});
        QVERIFY(!board.edit({"move", {}}, [](Editor&) -> Result<void> { return {}; }));
        QVERIFY(!board.view()->isEnabled());
    }

    void aDocumentThatGoesAwayIsLetGo() {
        ShownBoard b;
        const ElementId a = b.block("model", 200, 200);
        b.board->setSelection({a});
        b.document.reset();
        QCOMPARE(b.board->document(), nullptr);
        QCOMPARE(b.board->selection(), QSet<ElementId>{});
        QVERIFY(!b.view().isEnabled());
        b.view().grab();
    }

    void theSelectionIsSpoken() {
        ShownBoard b;
        QCOMPARE(b.view().accessibleDescription(), QStringLiteral("Nothing is selected."));
        const ElementId a = b.block("model", 200, 200);
        const ElementId c = b.block("cache", 200, 400);
        b.board->setSelection({a, c});
        QCOMPARE(b.view().accessibleDescription(), QStringLiteral("Selected: Cache, Model."));
        b.prepare([a](Editor& editor) { return renameElement(editor, a, QStringLiteral("Ranker")); });
        QCOMPARE(b.view().accessibleDescription(), QStringLiteral("Selected: Cache, Ranker."));
        for (int i = 0; i < 5; ++i)
            b.block("cache", 400, 100 * i);
        b.board->selectAll();
        QCOMPARE(b.view().accessibleDescription(), QStringLiteral("7 elements are selected."));
        QCOMPARE(b.view().accessibleName(), QStringLiteral("Board"));
        b.board->setDocument(nullptr);
        QCOMPARE(b.view().accessibleDescription(), QStringLiteral("No board is open."));
    }
};

QTEST_MAIN(TestBoardController)
#include "test_board_controller.moc"
