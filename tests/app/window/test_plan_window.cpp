#include "app/panels/controls.h"
#include "app/panels/inspector_panel.h"
#include "app/panels/palette_panel.h"
#include "app/panels/plan_panel.h"
#include "app/panels/plan_parts.h"
#include "app/panels/plan_step.h"
#include "app/panels/side_dock.h"
#include "app/window/banner.h"
#include "app/window/settings_dialog.h"
#include "app/window/status_line.h"
#include "tests/app/window/window_fixture.h"

#include <QDesktopServices>
#include <QLineEdit>

using namespace Qt::StringLiterals;
using namespace groundplan;

namespace {

void follow(const MainWindow& window, const QString& framework) {
    QVERIFY(window.document()->edit({"choose-plan", {framework}}, [&](Editor& editor) -> Result<void> {
        Board board = editor.design().board;
        board.framework = framework;
        editor.put(board);
        return {};
    }));
}

void write(const QString& path, const QByteArray& text) {
    QVERIFY(QDir().mkpath(QFileInfo(path).absolutePath()));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(text), text.size());
}

template <class T>
T* named(QWidget* parent, const QString& name) {
    for (T* widget : parent->findChildren<T*>()) {
        if (widget->accessibleName() == name && widget->isVisible())
            return widget;
    }
    qFatal("nothing is called %s", qPrintable(name));
}

/// Folders that the window asks the desktop to open.
class OpenedFolders : public QObject {
    Q_OBJECT
public:
    OpenedFolders() { QDesktopServices::setUrlHandler(u"file"_s, this, "take"); }
    ~OpenedFolders() override { QDesktopServices::unsetUrlHandler(u"file"_s); }
    QStringList paths;
public Q_SLOTS:
    void take(const QUrl& url) { paths << url.toLocalFile(); }
};

} // namespace

class TestPlanWindow : public QObject {
    Q_OBJECT
private Q_SLOTS:
    /// One dock, two pages: keys, tabs and the memory of the window.
    void thePlanSharesTheDockWithTheBlocks() {
        WindowFixture f;
        MainWindow* window = f.board();
        auto* tabs = window->findChild<SideDock*>()->tabs();
        QVERIFY(window->palettePanel()->isVisible() && !window->planPanel()->isVisible());
        QTest::keyClick(window->board()->view(), Qt::Key_F9, Qt::ControlModifier);
        QVERIFY(!window->palettePanel()->isVisible() && window->planPanel()->isVisible());
        QVERIFY(window->planPanel()->isAncestorOf(QApplication::focusWidget()));
        QVERIFY(!window->actions()[ActionId::TogglePalette]->isChecked());
        QCOMPARE(tabs->current(), 1);
        QTest::keyClick(tabs, Qt::Key_Left);
        QVERIFY(window->palettePanel()->isVisible());
        QVERIFY(window->actions()[ActionId::TogglePalette]->isChecked());
        QVERIFY(!window->actions()[ActionId::TogglePlan]->isChecked());
        QTest::keyClick(window, Qt::Key_F9, Qt::ControlModifier);
        QTest::keyClick(window, Qt::Key_F9); // the blocks in its place
        QVERIFY(window->palettePanel()->isVisible());
        QTest::keyClick(window, Qt::Key_F9);
        QVERIFY(!window->findChild<SideDock*>()->isVisible());
        window->actions()[ActionId::TogglePlan]->trigger();
        window->close();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        MainWindow* next = f.board();
        QVERIFY(next->planPanel()->isVisible());
        QVERIFY(next->actions()[ActionId::TogglePlan]->isChecked());
        QVERIFY(!next->actions()[ActionId::TogglePalette]->isChecked());
    }

    void theCanvasKeepsItsWidth() {
        WindowFixture f;
        MainWindow* window = f.board();
        window->resize(1366, 768);
        window->actions()[ActionId::TogglePlan]->trigger();
        QCoreApplication::processEvents();
        QVERIFY(window->planPanel()->width() <= 250);
        QVERIFY2(window->board()->view()->width() >= 0.6 * 1366,
                 qPrintable(QString::number(window->board()->view()->width())));
    }

    /// Evidence that hangs on the design opens its page; what lies on the board is brought into view.
    void evidenceIsShown() {
        WindowFixture f;
        MainWindow* window = f.board();
        addTitled(*window, u"ranking"_s, {});
        const ElementId block = *window->board()->selection().constBegin();
        window->board()->setSelection({});
        window->actions()[ActionId::ToggleInspector]->trigger();
        QVERIFY(!window->inspector()->isVisible());
        window->panelBoard()->showOnBoard({});
        QVERIFY(window->inspector()->isVisible());
        window->panelBoard()->showOnBoard({block});
        QCOMPARE(window->board()->selection(), QSet<ElementId>{block});
    }

    /// A block from a prompt is at a free place, and may be named at once.
    void aBlockIsAddedFromAPrompt() {
        WindowFixture f;
        MainWindow* window = f.board();
        follow(*window, u"cheat-sheet"_s);
        window->actions()[ActionId::TogglePlan]->trigger();
        PlanPanel* plan = window->planPanel();
        for (const Step& step : window->panelBoard()->templates().framework(u"cheat-sheet"_s)->steps) {
            for (const Prompt& prompt : step.prompts) {
                if (prompt.answer.makes != Answer::Makes::Block || prompt.operations)
                    continue;
                plan->showPrompt(prompt.name);
                QCoreApplication::processEvents();
                const Kind* kind = f.catalogue().kind(prompt.answer.name);
                QTest::mouseClick(named<Chip>(plan, u"Add %1"_s.arg(kind->title.in(u"en"_s))),
                                  Qt::LeftButton);
                QCOMPARE(window->document()->design().blocks.size(), 1);
                QCOMPARE((*window->document()->design().blocks.begin()).kind, kind->name);
                return;
            }
        }
        QFAIL("there is no such prompt");
    }

    void aCopyOfTheFrameworkIsOnesOwn() {
        WindowFixture f;
        OpenedFolders opened;
        MainWindow* window = f.board();
        QAction* copy = window->actions()[ActionId::CopyFramework];
        QVERIFY(!copy->isEnabled());
        follow(*window, u"cheat-sheet"_s);
        QVERIFY(copy->isEnabled());
        const QString own = f.file(u"own"_s);
        f.settings().setTemplatesFolder(own);
        copy->trigger();
        QVERIFY(QFile::exists(own + u"/frameworks/cheat-sheet-copy.json"_s));
        QCOMPARE(opened.paths, QStringList{own + u"/frameworks"_s});
        QCOMPARE(window->banners()->sentences(), QStringList());
        QVERIFY(window->panelBoard()->templates().framework(u"cheat-sheet-copy"_s)); // at once
    }

    /// Without a folder it is asked for, and the copy made then.
    void theFolderIsAskedFor() {
        WindowFixture f;
        OpenedFolders opened;
        MainWindow* window = f.board();
        follow(*window, u"cheat-sheet"_s);
        window->actions()[ActionId::CopyFramework]->trigger();
        auto* dialog = window->findChild<SettingsDialog*>();
        QVERIFY(dialog && dialog->isVisible());
        auto* field = named<QLineEdit>(dialog, u"Folder with your own templates"_s);
        QCOMPARE(dialog->focusWidget(), field);
        const QList<QLabel*> labels = dialog->findChildren<QLabel*>();
        QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel* label) {
            return label->isVisible() && label->text().startsWith(u"Your copy of “"_s);
        }));
        QTest::keyClicks(field, f.file(u"own"_s));
        QVERIFY(opened.paths.isEmpty());
        QTest::keyClick(field, Qt::Key_Return); // closes the dialog
        QVERIFY(QFile::exists(f.file(u"own/frameworks/cheat-sheet-copy.json"_s)));
        QCOMPARE(opened.paths.size(), 1);
    }

    /// A broken framework of one's own is named with file and place; the others are there.
    void aBrokenFrameworkIsSaid() {
        WindowFixture f;
        const QString own = f.file(u"own"_s);
        write(own + u"/frameworks/broken.json"_s,
              R"({"name": "broken", "title": "Broken", "summary": "S", "source": "me", "steps": [
                 {"name": "a", "title": "A", "prompts": [{"name": "p", "text": "P", "evidence": [{"blok": "x"}]}]}]})");
        write(own + u"/frameworks/torn.json"_s, "{\n\"name\": \"torn\",\n nonsense");
        write(own + u"/frameworks/good.json"_s,
              R"({"name": "good", "title": "My good one", "summary": "S", "source": "me",
                  "steps": [{"name": "a", "title": "A"}]})");
        MainWindow* window = f.board();
        f.settings().setTemplatesFolder(own);
        f.desk().reloadTemplates(window);
        const QStringList said = window->banners()->sentences();
        QCOMPARE(said.size(), 1);
        for (const QString& part :
             {u"broken.json"_s, u"prompt 1 “p”, key “evidence”"_s, u"torn.json"_s, u"line 3"_s})
            QVERIFY2(said.first().contains(part), qPrintable(said.first()));
        window->actions()[ActionId::TogglePlan]->trigger();
        QCoreApplication::processEvents();
        QTest::mouseClick(named<PlanButton>(window->planPanel(), u"My good one"_s), Qt::LeftButton);
        QCOMPARE(window->document()->design().board.framework, u"good"_s);
    }

    /// Who writes a framework sees it in the window when it is saved, and a fault too.
    void whatIsSavedBesideTheWindowIsReadAgain() {
        WindowFixture f;
        MainWindow* window = f.board();
        const QString own = f.file(u"own"_s);
        const QByteArray mine = R"({"name": "mine", "title": "TITLE", "summary": "S", "source": "me",
                                    "steps": [{"name": "a", "title": "A"}]})";
        write(own + u"/frameworks/mine.json"_s, QByteArray(mine).replace("TITLE", "First"));
        f.settings().setTemplatesFolder(own);
        f.desk().reloadTemplates(window);
        const auto title = [&] {
            const Framework* framework = window->panelBoard()->templates().framework(u"mine"_s);
            return framework ? framework->title.in(u"en"_s) : QString();
        };
        QCOMPARE(title(), u"First"_s);
        write(own + u"/frameworks/mine.json"_s, QByteArray(mine).replace("TITLE", "Second one"));
        QTRY_COMPARE(title(), u"Second one"_s);
        QCOMPARE(window->statusLine()->message(), u"Your own templates were read again."_s);
        write(own + u"/cases/torn.json"_s, "{");
        QTRY_COMPARE(window->banners()->sentences().size(), 1);
        QVERIFY(window->banners()->sentences().first().contains(u"torn.json"_s));
        QFile::remove(own + u"/cases/torn.json"_s);
        QTRY_COMPARE(window->banners()->sentences(), QStringList());
    }

    void theCommandPaletteFindsIt() {
        WindowFixture f;
        const MainWindow* window = f.board();
        QCOMPARE(window->actions()[ActionId::TogglePlan]->shortcut(), QKeySequence(u"Ctrl+F9"_s));
        QVERIFY(
            window->actions().ofGroup(ActionGroup::View).contains(window->actions()[ActionId::TogglePlan]));
    }
};

QTEST_MAIN(TestPlanWindow)
#include "test_plan_window.moc"
