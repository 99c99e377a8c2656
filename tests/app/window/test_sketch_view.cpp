#include "app/canvas/board_view.h"
#include "app/panels/meaning_chooser.h"
#include "app/window/line_field.h"
#include "app/window/main_window.h"
#include "app/window/top_bar.h"
#include "tests/app/window/window_fixture.h"

using namespace groundplan;
using namespace Qt::StringLiterals;

namespace {

constexpr auto kLongLine =
    "client > gateway > retrieval > ranking > monitoring > retraining trigger > training "
    "> model registry";

LineField* field(MainWindow& window) {
    return window.topBar()->lineField();
}
void type(MainWindow& window, const QString& line) {
    QTest::keyClick(window.board()->view(), Qt::Key_Slash);
    QTest::keyClicks(field(window), line);
}
void carryOut(MainWindow& window, const QString& line) {
    type(window, line);
    QTest::keyClick(field(window), Qt::Key_Return);
}
const Block* block(const MainWindow& window, const QString& name) {
    for (const Block& row : window.document()->design().blocks) {
        if (row.name == name)
            return &row;
    }
    return nullptr;
}
bool isSeen(MainWindow& window, const Rect& rect) {
    const BoardView* view = window.board()->view();
    return QRectF(view->viewport()->rect()).contains(view->transform().toView(rect));
}

} // namespace

/// Where the board is looked at while it is being sketched on.
class TestSketchView : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theViewFollowsALongLine() {
        WindowFixture f;
        MainWindow* window = f.board();
        window->resize(1366, 768);
        const BoardView* view = window->board()->view();
        const ViewTransform before = view->transform();
        QTest::keyClick(window->board()->view(), Qt::Key_Slash);
        const QString line = QString::fromLatin1(kLongLine);
        for (const QChar letter : line) {
            QTest::keyClick(field(*window), letter.toLatin1());
            const QList<Preview::Ghost> ghosts = view->preview().ghosts;
            if (!ghosts.isEmpty())
                QVERIFY2(isSeen(*window, ghosts.last().rect), qPrintable(field(*window)->text()));
            QVERIFY(view->zoom() >= kReadableZoom);
        }
        QCOMPARE(view->preview().ghosts.size(), 8);
        QVERIFY(!isSeen(*window, view->preview().ghosts.first().rect)); // it would be too small to read
        // As far as needed, and no further: the line ends at the right.
        const Rect end = view->preview().ghosts.last().rect;
        QCOMPARE(qRound(view->transform().toView(end).right()), view->viewport()->width() - kRevealMargin);

        // The way back to what is there: both ends of it.
        QTest::keyClicks(field(*window), u" > ranking"_s);
        QCOMPARE(view->preview().ghosts.size(), 8);
        QVERIFY(isSeen(*window, view->preview().ghosts.at(3).rect));
        QVERIFY(isSeen(*window, view->preview().ghosts.last().rect));

        QTest::keyClick(field(*window), Qt::Key_Escape);
        QVERIFY(view->transform() == before);
    }

    void enterLeavesTheViewAtTheEndOfTheLine() {
        WindowFixture f;
        MainWindow* window = f.board();
        window->resize(1366, 768);
        const BoardView* view = window->board()->view();
        type(*window, QString::fromLatin1(kLongLine));
        const ViewTransform followed = view->transform();
        const QList<Preview::Ghost> ghosts = view->preview().ghosts;
        QTest::keyClick(field(*window), Qt::Key_Return);
        QCOMPARE(block(*window, u"model_registry"_s)->rect, ghosts.last().rect); // where it was shown
        QVERIFY(view->transform() == followed);
        // A line that is shorter is seen whole, with what it begins at.
        carryOut(*window, u"> serving"_s);
        QVERIFY(isSeen(*window, block(*window, u"model_registry"_s)->rect));
        const QSet<ElementId> added = window->board()->selection();
        QCOMPARE(added.size(), 1);
        QVERIFY(isSeen(*window, window->document()->design().rectOf(*added.begin()).value()));
        QVERIFY(view->zoom() >= kReadableZoom);
    }

    void undoSelectsWhatTheLineWentOnFrom() {
        WindowFixture f;
        MainWindow* window = f.board();
        carryOut(*window, u"client > gateway"_s);
        const QSet<ElementId> gateway = window->board()->selection();
        QCOMPARE(gateway.size(), 1);
        // Another one behind it, which moves the line that is there.
        carryOut(*window, u"> feast; client > feast"_s);
        QVERIFY(window->board()->selection() != gateway);
        window->board()->undo();
        QCOMPARE(window->document()->design().blocks.size(), 2);
        QCOMPARE(window->board()->selection(), gateway);
        carryOut(*window, u"> feast"_s);
        QCOMPARE(window->document()->design().blocks.size(), 3);
    }

    /// The block that Tab adds at the edge of the view is seen, with the one it follows.
    void theViewFollowsTabAtTheRightEdge() {
        WindowFixture f;
        MainWindow* window = f.board();
        window->resize(1366, 768);
        BoardView* view = window->board()->view();
        carryOut(*window, u"kafka"_s);
        ElementId last = *window->board()->selection().begin();
        bool left = false;
        for (int i = 0; i < 6; ++i) {
            const ViewTransform before = view->transform();
            QTest::keyClick(view, Qt::Key_Tab);
            auto* chooser = view->findChild<MeaningChooser*>();
            QVERIFY(chooser);
            QTest::keyClick(chooser->field(), Qt::Key_Return);
            QTRY_VERIFY(!view->findChild<MeaningChooser*>());
            const QSet<ElementId> selected = window->board()->selection();
            QCOMPARE(selected.size(), 1);
            const Rect from = window->document()->design().rectOf(last).value();
            const Rect added = window->document()->design().rectOf(*selected.begin()).value();
            QVERIFY(*selected.begin() != last);
            QVERIFY(isSeen(*window, added));
            QVERIFY(isSeen(*window, from));
            left = left || !(view->transform() == before);
            last = *selected.begin();
        }
        QVERIFY(left);
    }

    void whoMovesTheViewWhileTypingKeepsIt() {
        WindowFixture f;
        MainWindow* window = f.board();
        window->resize(1366, 768);
        BoardView* view = window->board()->view();
        type(*window, QString::fromLatin1(kLongLine));
        view->zoomTo(0.5);
        const ViewTransform chosen = view->transform();
        QTest::keyClick(field(*window), Qt::Key_Escape);
        QVERIFY(view->transform() == chosen);
    }
};

QTEST_MAIN(TestSketchView)
#include "test_sketch_view.moc"
