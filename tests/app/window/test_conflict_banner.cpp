// A board on which a merge has left marks says so in the window.
#include "app/panels/entry.h"
#include "app/panels/inspector_panel.h"
#include "app/panels/section.h"
#include "app/render/marks.h"
#include "app/render/route_shape.h"
#include "app/window/actions.h"
#include "app/window/banner.h"
#include "app/window/history_page.h"
#include "app/window/status_line.h"
#include "model/versions/becoming.h"
#include "model/versions/conflict_marks.h"
#include "model/versions/merge.h"
#include "tests/app/window/window_fixture.h"

#include <QApplication>

using namespace Qt::StringLiterals;

namespace groundplan {
namespace {

/// A window with a board on which a merge has left a conflict about one block, and one about the board.
struct Merged {
    WindowFixture fixture;
    MainWindow* window = fixture.board();
    ElementId ranker;

    Merged() {
        window->resize(1366, 728);
        addTitled(*window, u"model"_s, u"Ranker"_s);
        ranker = *window->board()->selection().constBegin();
        // What stands before the question finds its height late.
        for (int i = 0; i < 3; ++i)
            remark(u"Rules are few, owned and dated; each has a metric that says whether it still helps, "
                   u"and is removed once it does not."_s);
        mergeWith(u"Ours"_s, u"Theirs"_s);
        const QString copy = fixture.file(u"copy.gplan"_s);
        if (!window->document()->saveCopy(copy, true))
            qFatal("The copy could not be saved");
        // In a window that has shown no block yet.
        window = fixture.board();
        window->resize(1366, 728);
        auto opened = Document::open(copy, Document::Use::Window);
        window->setDocument(std::move(*opened));
    }

    void remark(const QString& text) const {
        const auto done = window->document()->edit({"add", {}}, [&](Editor& editor) -> Result<void> {
            Note note;
            note.id = NoteId::random();
            note.subject = ranker;
            note.text = text;
            editor.put(note);
            Block block = editor.design().blocks.at(ranker);
            block.description = text;
            editor.put(block);
            return {};
        });
        if (!done)
            qFatal("The remark was refused");
    }

    void mergeWith(const QString& ours, const QString& theirs) {
        const auto change = [&](const QString& title) {
            Design design = window->document()->design();
            Block row = design.blocks.at(ranker);
            row.title = title;
            design.blocks.put(row);
            design.board.title = title;
            return design;
        };
        const auto merged = merge(window->document()->design(), change(ours), change(theirs));
        if (!merged || merged->conflicts.size() != 2)
            qFatal("The merge has not left two conflicts");
        const auto become = [&](Editor& editor) -> Result<void> {
            groundplan::become(editor, merged->design);
            return {};
        };
        if (!window->document()->edit({"merge", {u"theirs"_s}}, become))
            qFatal("The merge was refused");
    }
    void show() const { window->actions()[ActionId::NextConflict]->trigger(); }
    void remove(NoteId id) const {
        const auto done = window->document()->edit({"delete", {u"1"_s}}, [&](Editor& editor) -> Result<void> {
            removeNote(editor, id);
            return {};
        });
        if (!done)
            qFatal("The note was not removed");
    }
    QString banners() const { return window->banners()->sentences().join(u'\n'); }
    /// The question in the inspector, if the keyboard is in it and all of it is seen.
    QString askedInSight() const {
        const auto* notes = window->inspector()->findChild<Section*>(u"notes"_s);
        QWidget* focused = QApplication::focusWidget();
        for (Entry* entry : notes->entries()) {
            if (!focused || !entry->isAncestorOf(focused))
                continue;
            const QRect there(entry->mapTo(window->inspector()->viewport(), QPoint()), entry->size());
            if (window->inspector()->viewport()->rect().contains(there))
                return window->document()->design().notes.at(NoteId(entry->id())).text;
        }
        return {};
    }
};

} // namespace

class TestConflictBanner : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// What a merge has left is said when the board is opened, shown one by one, and gone with the last.
    void conflictsOfAMergeAreSaid() {
        Merged m;
        QCOMPARE(m.window->banners()->sentences().size(), 1);
        QVERIFY(m.banners().startsWith(u"2 merge conflicts"_s));
        QVERIFY(m.window->statusLine()->counts().endsWith(u"2 merge conflicts"_s));
        QVERIFY(m.window->board()->selection().isEmpty());
        const QList<NoteId> marks = conflictMarks(m.window->document()->design());
        QCOMPARE(marks.size(), 2);
        m.remove(marks.first());
        QVERIFY(m.banners().startsWith(u"1 merge conflict:"_s));
        m.remove(marks.last());
        QVERIFY(m.window->banners()->sentences().isEmpty());
        QVERIFY(!m.window->statusLine()->counts().contains(u"conflict"_s));
        QVERIFY(!m.window->actions()[ActionId::NextConflict]->isVisible());
    }

    /// Show brings both values into sight, however much the inspector shows above them, and comes near on
    /// the board.
    void showBringsTheQuestionIntoSight() {
        Merged m;
        m.window->board()->zoomTo(0.3);
        QSet<ElementId> shown;
        for (int i = 0; i < 2; ++i) {
            QVERIFY(m.window->banners()->takeFocus()); // "Show"
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
            QTRY_VERIFY(m.askedInSight().contains(u"Ours"_s) && m.askedInSight().contains(u"Theirs"_s));
            QTest::qWait(200); // and it stays there when everything has found its height
            QVERIFY(!m.askedInSight().isEmpty());
            shown.unite(m.window->board()->selection());
        }
        QCOMPARE(shown, QSet<ElementId>{m.ranker});
        QCOMPARE(m.window->board()->zoom(), 1.0);
    }

    /// What comes after one that was settled is the one behind it.
    void showGoesOn() {
        Merged m;
        m.mergeWith(u"This"_s, u"That"_s);
        const QList<NoteId> marks = conflictMarks(m.window->document()->design());
        QCOMPARE(marks.size(), 4);
        const auto shown = [&] {
            m.show();
            const auto* notes = m.window->inspector()->findChild<Section*>(u"notes"_s);
            for (Entry* entry : notes->entries()) {
                if (entry->isAncestorOf(QApplication::focusWidget()))
                    return NoteId(entry->id());
            }
            return NoteId();
        };
        QCOMPARE(shown(), marks.at(0));
        QCOMPARE(shown(), marks.at(1));
        m.remove(marks.at(1));
        QCOMPARE(shown(), marks.at(2));
        QCOMPARE(shown(), marks.at(3));
        QCOMPARE(shown(), marks.at(0));
    }

    /// On the page of the history, too: it gives way to the board.
    void showInTheHistoryLeavesIt() {
        Merged m;
        m.window->actions()[ActionId::ShowHistory]->trigger();
        QVERIFY(m.window->historyPage());
        QVERIFY(m.window->banners()->takeFocus());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        QVERIFY(!m.window->historyPage());
        QTRY_VERIFY(m.askedInSight().contains(u"Theirs"_s));
    }

    /// Esc there closes what was said there, and then leads back.
    void escInTheHistoryLeavesItStanding() {
        Merged m;
        m.window->actions()[ActionId::ShowHistory]->trigger();
        QVERIFY(m.window->historyPage());
        m.window->setFocus();
        QTest::keyClick(m.window, Qt::Key_Escape);
        QVERIFY(!m.window->historyPage());
        QVERIFY(m.banners().startsWith(u"2 merge conflicts"_s));
    }

    /// Closing the sentence does not hide the conflict, and another merge says its own.
    void aClosedSentenceLeavesTheConflictReachable() {
        Merged m;
        QTest::keyClick(m.window->board()->view(), Qt::Key_Escape);
        QVERIFY(m.window->banners()->sentences().isEmpty());
        QVERIFY(m.window->actions()[ActionId::NextConflict]->isVisible());
        QVERIFY(m.window->statusLine()->counts().endsWith(u"2 merge conflicts"_s));
        m.show();
        QTRY_VERIFY(m.askedInSight().contains(u"Theirs"_s));
        m.remove(conflictMarks(m.window->document()->design()).first());
        QVERIFY(m.window->banners()->sentences().isEmpty()); // nothing new
        m.mergeWith(u"This"_s, u"That"_s);
        QVERIFY(m.banners().startsWith(u"3 merge conflicts"_s));
    }

    /// On the board a conflict has a sign of its own, which leads to it and not to another question.
    void aConflictHasItsOwnSign() {
        Merged m;
        Document& document = *m.window->document();
        Note other;
        other.id = NoteId(7);
        other.subject = m.ranker;
        other.kind = NoteKind::Question;
        other.text = u"Who owns it?"_s;
        const auto add = [&](Editor& editor) -> Result<void> {
            editor.put(other);
            return {};
        };
        QVERIFY(document.edit({"add-note", {}}, add));
        const BoardIndex& index = m.window->board()->view()->index();
        const Marks marks = marksOf(document.design(), index.attached(m.ranker));
        QCOMPARE(QList<Mark>(marks.begin(), marks.end()),
                 (QList<Mark>{Mark::Conflict, Mark::Question, Mark::Note}));
        const QRectF block = toRectF(*document.design().rectOf(m.ranker));
        const auto clickOn = [&](int mark) {
            BoardView* view = m.window->board()->view();
            QTest::mouseClick(view->viewport(), Qt::LeftButton, {},
                              view->transform().toView(markCentre(block, mark)).toPoint());
        };
        clickOn(0);
        QTRY_VERIFY(m.askedInSight().contains(u"Theirs"_s));
        clickOn(1);
        QTRY_COMPARE(m.askedInSight(), other.text);
    }
};

} // namespace groundplan

QTEST_MAIN(groundplan::TestConflictBanner)
#include "test_conflict_banner.moc"
