#include "app/panels/controls.h"
#include "app/panels/growing_text_edit.h"
#include "app/panels/inspector_panel.h"
#include "app/panels/kind_view.h"
#include "app/panels/palette_panel.h"
#include "app/render/kind_mime.h"
#include "app/window/banner.h"
#include "app/window/line_field.h"
#include "app/window/settings_dialog.h"
#include "app/window/status_line.h"
#include "app/window/title_field.h"
#include "app/window/top_bar.h"
#include "model/design/stroke.h"
#include "model/operations/operations.h"
#include "tests/app/window/window_fixture.h"

#include <QDragEnterEvent>
#include <QDropEvent>
#include <QLabel>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace groundplan;

namespace {

const Block& onlyBlock(const MainWindow& window) {
    const auto& blocks = window.document()->design().blocks;
    if (blocks.size() != 1)
        qFatal("%d blocks", int(blocks.size()));
    return *blocks.begin();
}

/// Presses Tab from where the keyboard is until it leaves the page or comes back; how many places it saw, or
/// -1 when it went back upwards.
int tabStops(const QWidget* page) {
    const auto placeOf = [page](const QWidget* widget) {
        return widget->mapTo(page, widget->rect().center());
    };
    QWidget* const first = page->window()->focusWidget();
    QWidget* last = first;
    for (int stops = 1; stops < 100; ++stops) {
        QTest::keyClick(last, Qt::Key_Tab);
        QWidget* next = page->window()->focusWidget();
        if (!next || next == first || next == last || !page->isAncestorOf(next))
            return stops;
        const QPoint by = placeOf(next) - placeOf(last);
        const bool sameRow = std::abs(by.y()) < 12;
        if (sameRow ? by.x() < 0 : by.y() < 0) {
            // Once round, to what stands before the first.
            if (placeOf(next).y() <= placeOf(first).y())
                return stops;
            qWarning("%s after %s", qPrintable(next->accessibleName()), qPrintable(last->accessibleName()));
            return -1;
        }
        last = next;
    }
    return -1;
}

} // namespace

class TestMainWindow : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void doubleClickInThePaletteAddsABlock() {
        WindowFixture f;
        MainWindow* window = f.board();
        KindView* view = window->palettePanel()->view();
        QTest::mouseDClick(view->viewport(), Qt::LeftButton, {},
                           view->visualRect(view->kinds()->indexOfKind(u"database"_s)).center());
        QCOMPARE(onlyBlock(*window).kind, u"database"_s);
        QCOMPARE(window->board()->selection(), QSet<ElementId>{onlyBlock(*window).id});
    }

    void enterInThePaletteAddsABlock() {
        WindowFixture f;
        MainWindow* window = f.board();
        QTest::keyClick(window, Qt::Key_B, Qt::ControlModifier);
        QLineEdit* search = window->palettePanel()->searchField();
        QVERIFY(search->hasFocus());
        QTest::keyClicks(search, u"feature store"_s);
        QTest::keyClick(search, Qt::Key_Return);
        QCOMPARE(onlyBlock(*window).kind, u"feature-store"_s);
    }

    void aKindDroppedOnTheBoardLiesThere() {
        WindowFixture f;
        MainWindow* window = f.board();
        window->board()->zoomTo(1);
        BoardView* view = window->board()->view();
        const std::unique_ptr<QMimeData> data(window->palettePanel()->view()->kinds()->mimeData(
            {window->palettePanel()->view()->kinds()->indexOfKind(u"training"_s)}));
        const QPoint at = view->viewport()->rect().center() + QPoint(40, 24);
        QDragEnterEvent enter(at, Qt::CopyAction, data.get(), Qt::LeftButton, {});
        QApplication::sendEvent(view->viewport(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(at, Qt::CopyAction, data.get(), Qt::LeftButton, {});
        QApplication::sendEvent(view->viewport(), &drop);
        QCOMPARE(onlyBlock(*window).kind, u"training"_s);
        QVERIFY(onlyBlock(*window).rect.contains(view->pointerAt(at).at));
    }

    void undoSaysWhatItUndoes() {
        WindowFixture f;
        MainWindow* window = f.board();
        QAction* undo = window->actions()[ActionId::Undo];
        QAction* redo = window->actions()[ActionId::Redo];
        QVERIFY(!undo->isEnabled());
        addTitled(*window, u"cache"_s, u"Hot items"_s);
        QCOMPARE(undo->text(), u"&Undo Add Hot items"_s);
        QCOMPARE(undo->toolTip(), u"Undo Add Hot items (Ctrl+Z)"_s);
        QTest::keyClick(window->board()->view(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(window->document()->design().blocks.size(), 0);
        QVERIFY(!undo->isEnabled());
        QCOMPARE(redo->text(), u"&Redo Add Hot items"_s);
        QTest::keyClick(window->board()->view(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(onlyBlock(*window).title, u"Hot items"_s);
    }

    /// With the focus in a field of the inspector the keys undo the document's edit, and the field shows it.
    void undoInAFieldUndoesTheDocument() {
        WindowFixture f;
        MainWindow* window = f.board();
        addTitled(*window, u"cache"_s, {});
        const ElementId id = onlyBlock(*window).id;
        window->inspector()->updateNow();
        QCoreApplication::processEvents();
        GrowingTextEdit* description = nullptr;
        for (GrowingTextEdit* each : window->inspector()->findChildren<GrowingTextEdit*>()) {
            if (each->isVisible() && each->accessibleName() == u"Description"_s)
                description = each;
        }
        QVERIFY(description);
        description->setFocus();
        QTest::keyClicks(description, u"Last hour"_s);
        QTRY_COMPARE_WITH_TIMEOUT(window->document()->design().blocks.find(id)->description, u"Last hour"_s,
                                  1000);
        QTest::keyClicks(description, u" of views"_s);
        QTest::keyClick(description, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(window->document()->design().blocks.find(id)->description, QString());
        QCOMPARE(description->toPlainText(), QString());
        QCOMPARE(window->document()->design().blocks.size(), 1);
    }

    void theTitleInTheTopBarIsTheDesigns() {
        WindowFixture f;
        MainWindow* window = f.board();
        QCOMPARE(window->windowTitle(), u"Untitled board – Groundplan"_s);
        TitleField* title = window->topBar()->titleField();
        QTest::mouseClick(title, Qt::LeftButton);
        QTest::keyClicks(title, u"Feed"_s);
        QTest::keyClick(title, Qt::Key_Return);
        QCOMPARE(window->document()->design().board.title, u"Feed"_s);
        QCOMPARE(window->windowTitle(), u"Feed – Groundplan"_s);
        QVERIFY(window->board()->view()->hasFocus());
    }

    /// At 1366 pixels the line gives way before the title does; a title for which that is not enough ends
    /// in "…" and is whole in the tool tip.
    void theTitleHasRoomBeforeTheLine() {
        WindowFixture f;
        const QString name = u"Product recommendations, ranking"_s;
        MainWindow* window = f.desk().open(f.makeFile(u"a.gplan"_s, name));
        f.shown(window);
        window->resize(1366, 768);
        QCoreApplication::processEvents();
        TitleField* title = window->topBar()->titleField();
        QVERIFY(title->width() >= title->sizeHint().width());
        QVERIFY(!title->toolTip().contains(name));
        bool gaveWay = false;
        for (int width = 1350; width >= 1000; width -= 50) {
            window->resize(width, 768);
            QCoreApplication::processEvents();
            const int line = window->topBar()->lineField()->width();
            QVERIFY(title->width() >= title->sizeHint().width() || line == 120);
            gaveWay = gaveWay || line < 320;
        }
        QVERIFY(gaveWay);
        window->board()->view()->setFocus();
        const QString whole = name + u" and everything else that a long title tells the reader"_s;
        QVERIFY(window->board()->edit({"change-title", {}}, [&](Editor& editor) -> Result<void> {
            Board row = editor.design().board;
            row.title = whole;
            editor.put(row);
            return {};
        }));
        QCoreApplication::processEvents();
        QVERIFY(title->toolTip().contains(whole));
        // What is cut ends in an ellipsis: its last letters are not those of a field.
        const QImage cut = title->grab().toImage();
        title->setFocus();
        title->setCursorPosition(0);
        QVERIFY(cut != title->grab().toImage());
        window->resize(900, 700);
        QCoreApplication::processEvents();
        QCOMPARE(window->width(), 900);
    }

    void theStatusLineCounts() {
        WindowFixture f;
        MainWindow* window = f.board();
        QCOMPARE(window->statusLine()->counts(), u"0 blocks · 0 connections · 0 metrics · 0 decisions"_s);
        addTitled(*window, u"cache"_s, {});
        QCOMPARE(window->statusLine()->counts(), u"1 block · 0 connections · 0 metrics · 0 decisions"_s);
    }

    /// Of a sentence that is too long the middle goes, never what can be done.
    void theLinkOfALongMessageStays() {
        WindowFixture f;
        MainWindow* window = f.board();
        window->resize(1000, 700);
        auto* label = window->statusLine()->findChild<QLabel*>(u"message"_s);
        const QString sentence = u"Exported to /home/somebody/"_s + u"a folder/"_s.repeated(20) + u"c.svg."_s;
        window->statusLine()->showMessage(sentence, u"Open folder"_s, [] {});
        for (const int width : {1000, 1300}) {
            window->resize(width, 700);
            QTRY_VERIFY(label->sizeHint().width() <= label->width() &&
                        label->sizeHint().width() > label->width() * 3 / 4);
            QVERIFY(label->text().contains(u">Open folder</a>"_s));
            QVERIFY(label->text().startsWith(u"Exported to /home"_s) && label->text().contains(u"c.svg."_s));
        }
        QCOMPARE(window->statusLine()->message(), sentence);
        QCOMPARE(label->toolTip(), sentence);
    }

    void drawingsAreCountedByTheirNames() {
        WindowFixture f;
        MainWindow* window = f.board();
        const auto draw = [&](StrokeTool tool) {
            return window->board()->edit({"add-stroke", {}}, [&](Editor& editor) -> Result<void> {
                return addStroke(editor,
                                 strokeThrough({{{0, 0}, 255}, {{4000, 0}, 255}}, tool, QString(), 20))
                    .map([](ElementId) {});
            });
        };
        QVERIFY(draw(StrokeTool::Arrow) && draw(StrokeTool::Line) && draw(StrokeTool::Line));
        QVERIFY(draw(StrokeTool::Pen));
        QVERIFY(window->board()->edit({"add-shape", {}}, [](Editor& editor) -> Result<void> {
            Shape text;
            text.kind = ShapeKind::Text;
            text.text = u"Why?"_s;
            text.rect = {0, 4000, 2000, 600};
            return addShape(editor, text).map([](ElementId) {});
        }));
        QVERIFY2(window->statusLine()->counts().endsWith(u" · 1 drawing · 2 lines · 1 arrow · 1 text"_s),
                 qPrintable(window->statusLine()->counts()));
    }

    /// Esc has other uses first: the selection, then what was said under the top bar, the last one first.
    void escClosesWhatIsSaid() {
        WindowFixture f;
        MainWindow* window = f.board();
        BoardView* view = window->board()->view();
        window->board()->addKind(u"model"_s);
        window->showError(u"one"_s, u"One."_s);
        window->showError(u"two"_s, u"Two."_s);
        view->setFocus();
        QTest::keyClick(view, Qt::Key_Escape);
        QVERIFY(window->board()->selection().isEmpty());
        QCOMPARE(window->banners()->sentences().size(), 2);
        QTest::keyClick(view, Qt::Key_Escape);
        QCOMPARE(window->banners()->sentences(), QStringList{u"One."_s});
        // By key, too: past the inspector.
        window->actions()[ActionId::FocusInspector]->trigger();
        QVERIFY(window->inspector()->isAncestorOf(QApplication::focusWidget()));
        window->actions()[ActionId::FocusInspector]->trigger();
        QVERIFY(window->banners()->isAncestorOf(QApplication::focusWidget()));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QVERIFY(window->banners()->sentences().isEmpty());
        QVERIFY(view->hasFocus());
    }

    /// The line field grows for its text where there is room; the tools are where one has learned they are.
    void theToolsStayWhileTheLineGrows() {
        WindowFixture f;
        MainWindow* window = f.board();
        window->resize(1600, 900);
        QCoreApplication::processEvents();
        const auto place = [&] {
            QToolButton* draw = window->topBar()->findChild<QToolButton*>(u"draw"_s);
            return draw->mapTo(window, QPoint()).x();
        };
        LineField* line = window->topBar()->lineField();
        const int before = place();
        QCOMPARE(line->width(), LineField::kUsualWidth);
        QTest::keyClick(window->board()->view(), Qt::Key_Slash);
        QTest::keyClicks(line, u"client > gateway > retrieval > ranking > monitoring > retraining trigger"_s);
        QTRY_VERIFY(line->width() > LineField::kUsualWidth + 100);
        QTest::qWait(20); // what surrounds it follows a moment later
        QCOMPARE(place(), before);
    }

    void manyAreCountedInGroupsOfDigits() {
        WindowFixture f;
        MainWindow* window = f.board();
        Design many;
        for (int i = 1; i <= 1234; ++i) {
            Block block;
            block.id = ElementId(i);
            many.blocks.put(block);
        }
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        window->statusLine()->setCounts(many);
        QLocale::setDefault(QLocale::c());
        QVERIFY2(window->statusLine()->counts().startsWith(u"1,234 blocks"_s),
                 qPrintable(window->statusLine()->counts()));
    }

    void lettersOfToolsWorkOnTheBoardAlone() {
        WindowFixture f;
        MainWindow* window = f.board();
        QTest::keyClick(window->board()->view(), Qt::Key_H);
        QCOMPARE(window->board()->tool(), ToolId::Hand);
        QTest::keyClick(window->board()->view(), Qt::Key_V);
        QCOMPARE(window->board()->tool(), ToolId::Select);
        window->topBar()->lineField()->setFocus();
        QTest::keyClicks(window->topBar()->lineField(), u"h"_s);
        QCOMPARE(window->board()->tool(), ToolId::Select);
        QCOMPARE(window->topBar()->lineField()->text(), u"h"_s);
    }

    /// A change of the selection or the design never moves the keyboard.
    void nothingStealsTheKeyboard() {
        WindowFixture f;
        MainWindow* window = f.board();
        addTitled(*window, u"cache"_s, {});
        addTitled(*window, u"model"_s, {});
        QWidget* search = window->palettePanel()->searchField();
        search->setFocus();
        for (const Block& block : window->document()->design().blocks) {
            window->board()->setSelection({block.id});
            QCoreApplication::processEvents();
            QVERIFY(search->hasFocus());
        }
        window->board()->setSelection({});
        QCoreApplication::processEvents();
        window->actions()[ActionId::ToggleInspector]->trigger();
        QCoreApplication::processEvents();
        QVERIFY(search->hasFocus());
    }

    void panelsFoldByKeyAndGiveTheKeyboardBack() {
        WindowFixture f;
        MainWindow* window = f.board();
        window->palettePanel()->searchField()->setFocus();
        QTest::keyClick(window->palettePanel()->searchField(), Qt::Key_F9);
        QVERIFY(!window->palettePanel()->isVisible());
        QVERIFY(window->board()->view()->hasFocus());
        QTest::keyClick(window->board()->view(), Qt::Key_F9);
        QVERIFY(window->palettePanel()->isVisible());
        QTest::keyClick(window->board()->view(), Qt::Key_F9, Qt::ShiftModifier);
        QVERIFY(!window->inspector()->isVisible());
    }

    /// The tab key reaches the title, the tools, the line, Export, the palette, the board and the inspector.
    void everythingIsReachedByTheTabKey() {
        WindowFixture f;
        MainWindow* window = f.board();
        QSet<QWidget*> reached;
        window->showError(u"picture"_s, u"The file is no picture."_s);
        window->board()->view()->setFocus();
        for (int i = 0; i < 80; ++i) {
            reached.insert(QApplication::focusWidget());
            QWidget* focused = QApplication::focusWidget();
            QVERIFY(focused);
            // The board keeps the tab key for walking its elements while there are any; there are none.
            QTest::keyClick(focused, Qt::Key_Tab);
        }
        const auto holds = [&](const QWidget* part) {
            return std::any_of(reached.begin(), reached.end(),
                               [&](const QWidget* each) { return each == part || part->isAncestorOf(each); });
        };
        QVERIFY(holds(window->topBar()->titleField()));
        QVERIFY(holds(window->topBar()->lineField()));
        QVERIFY(holds(window->palettePanel()->searchField()));
        QVERIFY(holds(window->palettePanel()->view()));
        QVERIFY(holds(window->board()->view()));
        QVERIFY(holds(window->inspector()));
        QVERIFY(holds(window->statusLine()));
        QVERIFY(holds(window->banners()));
        for (QToolButton* button : window->topBar()->findChildren<QToolButton*>()) {
            if (button->isVisible() && button->isEnabled())
                QVERIFY2(button->focusPolicy() & Qt::TabFocus, qPrintable(button->accessibleName()));
        }
    }

    void nothingIsCutAtASmallScreen() {
        WindowFixture f;
        MainWindow* window = f.board();
        window->resize(1366, 728);
        QCoreApplication::processEvents();
        QCOMPARE(window->size(), QSize(1366, 728));
        const auto check = [&](auto* widget) {
            if (!widget->isVisible() || widget->text().isEmpty())
                return;
            if constexpr (requires { widget->wordWrap(); }) {
                if (widget->wordWrap() || widget->objectName() == u"message"_s)
                    return;
            }
            QVERIFY2(widget->width() >= widget->sizeHint().width(), qPrintable(widget->text()));
            QVERIFY2(widget->height() >= widget->minimumSizeHint().height(), qPrintable(widget->text()));
        };
        for (QLabel* label : window->findChildren<QLabel*>())
            check(label);
        for (QPushButton* button : window->findChildren<QPushButton*>())
            check(button);
        const QRect board(window->board()->view()->mapTo(window, QPoint()), window->board()->view()->size());
        QVERIFY2(board.width() >= 800, qPrintable(QString::number(board.width())));
    }

    /// On a laptop's screen in one column, and each letter chooses one entry.
    void menusFitAndTheirLettersAreTheirOwn() {
        WindowFixture f;
        QList<QMenu*> menus;
        for (const QMenu* menu : f.board()->findChildren<QMenu*>()) {
            for (const QAction* entry : menu->actions()) {
                if (entry->menu())
                    menus << entry->menu();
            }
        }
        QVERIFY(menus.size() >= 10);
        QStringList clashes;
        for (QMenu* menu : menus) {
            QHash<QString, QString> taken;
            int height = 0;
            for (QAction* entry : menu->actions()) {
                height = std::max(height, menu->actionGeometry(entry).bottom());
                const QString letter = QKeySequence::mnemonic(entry->text()).toString();
                if (!letter.isEmpty() && taken.contains(letter))
                    clashes << u"%1: %2, %3"_s.arg(letter, taken.value(letter), entry->text());
                taken.insert(letter, entry->text());
            }
            QVERIFY2(height < 700, qPrintable(menu->title()));
        }
        QCOMPARE(clashes.join(u'\n'), QString());
    }

    void everyActionHasWordsAndItsOwnKeys() {
        WindowFixture f;
        MainWindow* window = f.board();
        QHash<QString, QString> taken;
        for (int i = 0; i < int(ActionId::Count); ++i) {
            const QAction* action = window->actions()[ActionId(i)];
            QVERIFY(action);
            QVERIFY(!action->text().isEmpty());
            for (const QKeySequence& key : action->shortcuts()) {
                QVERIFY2(!taken.contains(key.toString()),
                         qPrintable(u"%1: %2 and %3"_s.arg(key.toString(), taken.value(key.toString()),
                                                           action->text())));
                taken.insert(key.toString(), action->text());
            }
        }
    }

    void theThemeFollowsTheSystemWhileItRuns() {
        initResources();
        const Catalogue kinds = Catalogue::load({templatesFolder(u"catalog"_s)});
        bool dark = false;
        Appearance appearance(kinds, ThemeChoice::System, nullptr, [&dark] { return dark; });
        QSignalSpy changed(&appearance, &Appearance::themeChanged);
        QWidget window;
        window.show();
        QVERIFY(!appearance.theme().dark);
        const auto platformSays = [&](bool isDark) {
            dark = isDark;
            QEvent event(QEvent::ThemeChange);
            QApplication::sendEvent(window.windowHandle(), &event);
        };
        platformSays(true);
        QVERIFY(appearance.theme().dark);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(QApplication::palette().color(QPalette::Window), appearance.theme().panel);
        platformSays(false);
        QVERIFY(!appearance.theme().dark);
        appearance.setChoice(ThemeChoice::Light);
        platformSays(true);
        QVERIFY(!appearance.theme().dark); // the user's choice stands
    }

    /// Tab goes down the page, and from left to right in a row.
    void tabGoesDownTheInspectorAndTheSettings() {
        WindowFixture f;
        MainWindow* window = f.board();
        window->board()->addKind(u"model"_s);
        window->board()->endEditing();
        QTest::keyClick(window, Qt::Key_F6);
        const QWidget* inspector = window->inspector();
        QTRY_VERIFY(inspector->isAncestorOf(QApplication::focusWidget()));
        QVERIFY(tabStops(inspector) >= 8);
        SettingsDialog dialog(f.settings(), f.appearance(), window);
        dialog.show();
        dialog.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&dialog));
        dialog.findChild<SegmentedControl*>()->setFocus();
        QCOMPARE(tabStops(&dialog), 8);
    }
};

QTEST_MAIN(TestMainWindow)
#include "test_main_window.moc"
