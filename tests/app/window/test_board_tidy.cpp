#include "app/window/motion.h"
#include "tests/app/window/shown_board.h"

using namespace groundplan;
using Tidy = BoardController::Tidy;

class TestBoardTidy : public QObject {
    Q_OBJECT

    /// Three blocks in a heap, connected in a row.
    static QList<ElementId> heap(ShownBoard& board) {
        QList<ElementId> ids;
        for (int i = 0; i < 3; ++i) {
            ids.append(board.block("cache", 300 + 20 * i, 200 + 100 * i));
            if (i > 0)
                board.connection(ids[i - 1], ids[i]);
        }
        return ids;
    }

private Q_SLOTS:
    void initTestCase() { fonts::install(); }

    void oneStep() {
        ShownBoard board;
        board.board->motion().setWanted(false);
        const QList<ElementId> ids = heap(board);
        const Design before = board.design();
        const qsizetype entries = board.entries();
        board.board->tidy(Tidy::All, true, false);
        QVERIFY(board.board->isTidying());
        QCOMPARE(board.design(), before);
        QTRY_VERIFY(!board.board->isTidying());
        QCOMPARE(board.messages, QStringList{});
        QCOMPARE(board.entries(), entries + 1);
        QCOMPARE(board.lastKey(), QByteArray("tidy"));
        for (int i = 1; i < 3; ++i) {
            QCOMPARE(board.rectOf(ids[i]).y, board.rectOf(ids[i - 1]).y);
            QVERIFY(board.rectOf(ids[i]).left() > board.rectOf(ids[i - 1]).right());
        }
        for (const Connection& connection : board.design().connections) // straight from side to side
            QCOMPARE(connection.route.size(), 2);
        board.board->undo();
        QCOMPARE(board.design(), before);
        board.board->redo();
        board.board->tidy(Tidy::All, true, false);
        QTRY_COMPARE(board.messages, QStringList{QStringLiteral("This is tidy already.")});
        QCOMPARE(board.document->undoName().key, QByteArray("tidy"));
    }

    void pinned() {
        ShownBoard board;
        const QList<ElementId> ids = heap(board);
        board.board->setSelection({ids[2]});
        board.board->setPinned(true);
        QCOMPARE(board.lastKey(), QByteArray("pin"));
        QVERIFY(board.design().elements.at(ids[2]).pinned);
        const Rect stays = board.rectOf(ids[2]);
        board.board->tidy(Tidy::All, false, false);
        QTRY_COMPARE(board.lastKey(), QByteArray("tidy"));
        QCOMPARE(board.rectOf(ids[2]), stays);
        QVERIFY(board.rectOf(ids[0]).bottom() < board.rectOf(ids[1]).top());
        QVERIFY(board.rectOf(ids[1]).bottom() < stays.top());
        board.board->setPinned(false);
        QVERIFY(!board.design().elements.at(ids[2]).pinned);
    }

    void cancelLeavesNoTrace() {
        ShownBoard board;
        heap(board);
        const Design before = board.design();
        const qsizetype entries = board.entries();
        board.board->tidy(Tidy::All, true, false);
        board.key(Qt::Key_Escape);
        QVERIFY(!board.board->isTidying());
        QTest::qWait(300); // longer than it would have taken
        QCOMPARE(board.design(), before);
        QCOMPARE(board.entries(), entries);
        QCOMPARE(board.messages, QStringList{QStringLiteral("Nothing was moved.")});
        // A board that closes meanwhile takes its layout along.
        board.board->tidy(Tidy::All, true, false);
        board.board->setDocument(nullptr);
        QVERIFY(!board.board->isTidying());
        board.board->setDocument(board.document.get());
        QCOMPARE(board.design(), before);
    }

    void changedMeanwhile() {
        ShownBoard board;
        const QList<ElementId> ids = heap(board);
        board.board->tidy(Tidy::All, true, false);
        board.prepare([&](Editor& editor) { return moveElements(editor, {ids[0]}, at(40, 40)); });
        const Design moved = board.design();
        QTRY_VERIFY(!board.board->isTidying());
        QCOMPARE(board.design(), moved);
        QCOMPARE(board.messages.size(), 1);
        QVERIFY2(board.messages.first().startsWith(QStringLiteral("The board was changed")),
                 qPrintable(board.messages.first()));
        // What a layout does not depend on may change.
        board.board->tidy(Tidy::All, true, false);
        board.prepare([&](Editor& editor) { return renameElement(editor, ids[0], QStringLiteral("Mine")); });
        QTRY_COMPARE(board.lastKey(), QByteArray("tidy"));
        QCOMPARE(board.design().blocks.at(ids[0]).title, QStringLiteral("Mine"));
    }

    void whatASketchBringsIsNew() {
        ShownBoard board;
        const ElementId old = board.block("cache", 300, 200);
        ElementId added;
        const auto sketched = board.board->edit({"import", {}}, [&](Editor& editor) -> Result<void> {
            const auto block = addBlock(editor, *catalogue().kind(QStringLiteral("ranking")), at(900, 900),
                                        QStringLiteral("en"));
            added = *block;
            return connectElements(editor, old, added).map([](ElementId) {});
        });
        QVERIFY(sketched);
        const Rect stays = board.rectOf(old);
        board.board->tidy(Tidy::New, true, false);
        QTRY_COMPARE(board.lastKey(), QByteArray("tidy-new"));
        QCOMPARE(board.rectOf(old), stays);
        QCOMPARE(board.rectOf(added).y, stays.y);
        QCOMPARE(board.rectOf(added).left(), stays.right() + units(64));
        // Now it has a place.
        board.board->tidy(Tidy::New, true, false);
        QTRY_COMPARE(board.messages.size(), 1);
        QVERIFY(board.messages.first().startsWith(QStringLiteral("Nothing is new")));
    }

    void keepsWhatWasPlacedByHand() {
        ShownBoard board;
        QList<ElementId> ids;
        const auto sketched = board.board->edit({"sketch", {}}, [&](Editor& editor) -> Result<void> {
            for (int i = 0; i < 3; ++i) {
                const auto block = addBlock(editor, *catalogue().kind(QStringLiteral("ranking")),
                                            at(300 + 20 * i, 200 + 100 * i), QStringLiteral("en"));
                ids.append(*block);
            }
            for (int i = 1; i < 3; ++i) {
                if (const auto done = connectElements(editor, ids[i - 1], ids[i]); !done)
                    return Failure(done.error());
            }
            return {};
        });
        QVERIFY(sketched);
        const auto move = [&](ElementId id, const Point& by) {
            const auto moved = board.board->edit(
                {"move", {}}, [&](Editor& editor) { return moveElements(editor, {id}, by); });
            QVERIFY(moved);
        };
        move(ids[1], at(200, 300));
        move(ids[2], at(0, 160));
        board.board->undo(); // the last one was not placed after all
        QCOMPARE(board.lastKey(), QByteArray("undo"));
        const Rect byHand = board.rectOf(ids[1]);
        const Rect sketch = board.rectOf(ids[2]);

        // The file remembers it.
        board.board->setDocument(nullptr);
        const QString path = board.document->path();
        board.document.reset();
        auto opened = Document::open(path, Document::Use::Window);
        QVERIFY(opened);
        board.document = std::move(*opened);
        board.board->setDocument(board.document.get());

        board.board->tidy(Tidy::All, true, true);
        QTRY_COMPARE(board.lastKey(), QByteArray("tidy-new"));
        QCOMPARE(board.rectOf(ids[1]), byHand);
        QVERIFY(board.rectOf(ids[2]) != sketch);
        // What Tidy has placed it may place again.
        move(ids[1], at(0, 200));
        const Rect tidied = board.rectOf(ids[2]);
        const Rect again = board.rectOf(ids[1]);
        board.board->tidy(Tidy::All, true, true);
        QTRY_VERIFY(!board.board->isTidying());
        QCOMPARE(board.rectOf(ids[1]), again);
        QVERIFY(board.rectOf(ids[2]) != tidied);
        // Without its history everything may have been placed by hand.
        QVERIFY(board.document->forgetHistory());
        const Design kept = board.design();
        move(ids[1], at(0, 40));
        board.messages.clear();
        board.board->tidy(Tidy::All, true, true);
        QTRY_COMPARE(board.messages.size(), 1);
        QCOMPARE(board.rectOf(ids[2]), *kept.rectOf(ids[2]));
    }

    void glides() {
        ShownBoard board;
        board.board->motion().setWanted(true);
        const QList<ElementId> ids = heap(board);
        const Rect from = board.rectOf(ids[0]);
        board.board->tidy(Tidy::All, true, false);
        QTRY_VERIFY(!board.view().preview().resized.isEmpty());
        const Rect shown = board.view().preview().resized.value(ids[0]);
        const Rect to = board.rectOf(ids[0]); // the design is there already
        QVERIFY(from != to);
        QVERIFY(from.united(to).contains(shown));
        QTRY_VERIFY(board.view().preview().isEmpty());
        // Without motion there is nothing to be seen of it.
        board.board->undo();
        board.board->motion().setWanted(false);
        board.board->tidy(Tidy::All, true, false);
        QTRY_VERIFY(board.rectOf(ids[0]) == to);
        QVERIFY(board.view().preview().resized.isEmpty());
    }
};

QTEST_MAIN(TestBoardTidy)
#include "test_board_tidy.moc"
