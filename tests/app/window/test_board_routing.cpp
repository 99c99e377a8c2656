#include "app/window/motion.h"
#include "tests/app/window/shown_board.h"

using namespace groundplan;

// A move of many blocks: shown at once, its ways found beside the window, made as one edit.

class TestBoardRouting : public QObject {
    Q_OBJECT

    static constexpr int kSide = 24;

    /// kSide by kSide blocks, each connected with the next in its row and in its column; the blocks by row.
    static QList<ElementId> grid(ShownBoard& board) {
        QList<ElementId> ids;
        board.prepare([&](Editor& editor) -> Result<void> {
            const Kind& kind = *catalogue().kind(QStringLiteral("cache"));
            for (int row = 0; row < kSide; ++row) {
                for (int column = 0; column < kSide; ++column) {
                    const auto added =
                        addBlock(editor, kind, at(column * 220, row * 120), QStringLiteral("en"));
                    if (!added)
                        return Failure(added.error());
                    ids.append(*added);
                }
            }
            for (int i = 0; i < ids.size(); ++i) {
                for (const int next : {(i + 1) % kSide ? i + 1 : -1, i + kSide}) {
                    if (next < 0 || next >= ids.size())
                        continue;
                    const auto made = connectElements(editor, ids[i], ids[next], Flow::Batch,
                                                      Direction::Forward, {}, measureLabel);
                    if (!made)
                        return Failure(made.error());
                }
            }
            return {};
        });
        return ids;
    }

    /// As on a chessboard: every connection has one end among them.
    static QSet<ElementId> everySecond(const QList<ElementId>& ids) {
        QSet<ElementId> some;
        for (int i = 0; i < ids.size(); ++i) {
            if ((i / kSide + i % kSide) % 2 == 0)
                some.insert(ids[i]);
        }
        return some;
    }

    /// The design after the same move without a window.
    static Design moved(const Design& before, const QSet<ElementId>& ids, Point by) {
        QTemporaryDir folder;
        auto document =
            Document::create(folder.filePath(QStringLiteral("b.gplan")), Document::Use::CommandLine);
        if (!document || !fillWith(**document, {"import", {}}, before) ||
            !(*document)->edit({"move", {}}, [&](Editor& editor) { return moveElements(editor, ids, by); }))
            qFatal("no document");
        return (*document)->design();
    }

    struct Moved {
        ShownBoard board;
        QList<ElementId> ids = grid(board);
        QSet<ElementId> some = everySecond(ids);
        Design before;
        qsizetype entries = 0;

        Moved() {
            board.board->motion().setWanted(false);
            board.view().lookAt({400, 300}, 1);
            board.board->setSelection(some);
            before = board.design();
            entries = board.entries();
        }
        void drag(Point by) {
            const Point from = board.rectOf(ids[2 * kSide + 2]).center();
            board.press(from, Qt::AltModifier);
            board.move({from.x + by.x / 2, from.y + by.y / 2}, Qt::AltModifier);
            board.move(from + by, Qt::AltModifier);
            board.release(from + by, Qt::AltModifier);
        }
        bool waits() const { return board.document->history().size() == entries; }
    };

    static constexpr Point kBy{40 * kUnitsPerPoint, 24 * kUnitsPerPoint};

private Q_SLOTS:
    void initTestCase() { fonts::install(); }

    void shownAtOnceAndMadeAsOneEdit() {
        Moved m;
        m.drag(kBy);
        QVERIFY(m.waits());
        QCOMPARE(m.board.design(), m.before);
        QCOMPARE(m.board.view().preview().movedBy, kBy);
        QVERIFY(m.board.view().preview().moved.contains(m.ids[0]));
        QTRY_COMPARE(m.board.entries(), m.entries + 1);
        QCOMPARE(m.board.lastKey(), QByteArray("move"));
        QVERIFY(m.board.view().preview().moved.isEmpty());
        QCOMPARE(m.board.design(), moved(m.before, m.some, kBy));
        QCOMPARE(m.board.board->selection(), m.some);
        m.board.board->undo();
        QCOMPARE(m.board.design(), m.before);
        QCOMPARE(m.board.messages, QStringList{});
    }

    /// A small move on the same board is made before the button's release returns.
    void fewWaysDoNotWait() {
        Moved m;
        m.board.board->setSelection({m.ids[2 * kSide + 2]});
        m.drag(kBy);
        QCOMPARE(m.board.entries(), m.entries + 1);
    }

    void whatComesMeanwhileFollowsInOrder() {
        Moved m;
        m.drag(kBy);
        // Each needs the one before.
        m.board.key(Qt::Key_Z, Qt::ControlModifier);
        m.board.key(Qt::Key_Y, Qt::ControlModifier);
        m.board.key(Qt::Key_Right, Qt::ControlModifier);
        m.board.key(Qt::Key_Escape);
        QVERIFY(m.waits());
        QCOMPARE(m.board.board->selection(), m.some);
        QTRY_COMPARE(m.board.entries(), m.entries + 4);
        QTRY_VERIFY(m.board.board->selection().isEmpty());
        const QList<HistoryEntry> history = m.board.document->history();
        QByteArrayList keys;
        for (const HistoryEntry& entry : history.mid(m.entries))
            keys.append(entry.key);
        QCOMPARE(keys, (QByteArrayList{"move", "undo", "redo", "move"}));
        QCOMPARE(m.board.design(), moved(moved(m.before, m.some, kBy), m.some, {8 * kUnitsPerPoint, 0}));
    }

    /// One key after the other, each with hundreds of ways: none is lost, and they are one step.
    void heldKeys() {
        Moved m;
        for (int i = 0; i < 3; ++i)
            QTest::keyPress(&m.board.view(), Qt::Key_Down, Qt::ControlModifier);
        QCOMPARE(m.board.view().preview().movedBy, (Point{0, 8 * kUnitsPerPoint}));
        QTest::keyRelease(&m.board.view(), Qt::Key_Down, Qt::ControlModifier);
        const Point whole{0, 24 * kUnitsPerPoint};
        QTRY_COMPARE(m.board.rectOf(m.ids[0]), m.before.rectOf(m.ids[0])->translated(whole));
        QCOMPARE(m.board.entries(), m.entries + 1);
        m.board.board->undo();
        QCOMPARE(m.board.design(), m.before);
    }

    /// Commands, and the end of the board, wait for it.
    void nothingOvertakesIt() {
        Moved m;
        m.drag(kBy);
        const ElementId one = *m.some.cbegin();
        QVERIFY(
            m.board.board
                ->edit({"rename", {}}, [&](Editor& e) { return renameElement(e, one, QStringLiteral("N")); })
                .has_value());
        QCOMPARE(m.board.entries(), m.entries + 2);
        QCOMPARE(m.board.document->history()[m.entries].key, QByteArray("move"));
        m.drag(kBy);
        const Design before = m.board.design();
        QCOMPARE(m.board.entries(), m.entries + 2);
        m.board.board->setDocument(nullptr);
        QCOMPARE(m.board.entries(), m.entries + 3);
        QCOMPARE(m.board.design(), moved(before, m.some, kBy));
    }

    /// Another program writes while the ways are being found: it is carried out on what is there then.
    void onAnotherBoardThanItBeganWith() {
        Moved m;
        m.drag(kBy);
        const ElementId gone = *m.some.cbegin();
        {
            auto other = Document::open(m.board.path, Document::Use::CommandLine);
            QVERIFY(other.has_value());
            QVERIFY((*other)
                        ->edit({"rename", {}},
                               [&](Editor& e) { return renameElement(e, gone, QStringLiteral("Other")); })
                        .has_value());
        }
        QTRY_COMPARE(m.board.entries(), m.entries + 2);
        QCOMPARE(m.board.design().blocks.at(gone).title, QStringLiteral("Other"));
        for (const ElementId id : m.some)
            QCOMPARE(m.board.rectOf(id), m.before.rectOf(id)->translated(kBy));
    }

    void aRefusalIsSaid() {
        Moved m;
        m.drag(kBy);
        {
            auto other = Document::open(m.board.path, Document::Use::CommandLine);
            QVERIFY(other.has_value());
            QVERIFY(
                (*other)
                    ->edit({"delete", {}}, [&](Editor& e) { return deleteElements(e, {*m.some.cbegin()}); })
                    .has_value());
        }
        QTRY_COMPARE(m.board.messages.size(), 1);
        QVERIFY(m.board.view().preview().moved.isEmpty());
        QCOMPARE(m.board.rectOf(m.ids[1]), *m.before.rectOf(m.ids[1]));
    }

    void theBoardGoesAway() {
        Moved m;
        m.drag(kBy);
        m.board.document.reset();
        QVERIFY(!m.board.board->document());
        QTest::qWait(300); // longer than the ways would have taken
        auto again = Document::open(m.board.path, Document::Use::CommandLine);
        QVERIFY(again.has_value());
        QCOMPARE((*again)->design(), m.before);
    }
};

QTEST_MAIN(TestBoardRouting)
#include "test_board_routing.moc"
