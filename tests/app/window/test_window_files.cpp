#include "app/window/banner.h"
#include "app/window/line_field.h"
#include "app/window/start_card.h"
#include "app/window/start_page.h"
#include "app/window/status_line.h"
#include "app/window/top_bar.h"
#include "model/document/document_bytes.h"
#include "tests/app/window/window_fixture.h"
#include "tests/file_bytes.h"

#include <QDropEvent>
#include <QFileDialog>
#include <QLineEdit>
#include <QMessageBox>
#include <QMimeData>
#include <QPointer>
#include <QPushButton>
#include <QTextEdit>
#include <QToolButton>

#include <sys/resource.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace groundplan;

namespace {

StartCard* cardOf(const MainWindow& window, const QString& path) {
    const QList<StartCard*> cards = window.startPage()->cards();
    for (StartCard* card : cards) {
        if (card->item().path == path)
            return card;
    }
    return nullptr;
}

/// While it exists no file can grow beyond a byte.
class FullDisk {
public:
    FullDisk() {
        ::getrlimit(RLIMIT_FSIZE, &before_);
        const rlimit none{1, before_.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &none);
    }
    ~FullDisk() { ::setrlimit(RLIMIT_FSIZE, &before_); }
    FullDisk(const FullDisk&) = delete;
    FullDisk& operator=(const FullDisk&) = delete;

private:
    rlimit before_{};
};

} // namespace

class TestWindowFiles : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { qputenv("SOURCE_DATE_EPOCH", "1700000000"); }

    void anUntouchedBoardIsRemoved() {
        WindowFixture f;
        MainWindow* window = f.board();
        QCOMPARE(WindowFixture::unnamedFiles().size(), 1);
        delete window;
        QCOMPARE(WindowFixture::unnamedFiles(), QStringList());
    }

    void aBoardWithSomethingOnItIsKeptAndOffered() {
        WindowFixture f;
        MainWindow* window = f.board();
        addTitled(*window, u"cache"_s, {});
        const QString path = window->document()->path();
        delete window;
        QCOMPARE(WindowFixture::unnamedFiles().size(), 1);
        MainWindow* next = f.shown(f.desk().showStartPage());
        StartCard* card = cardOf(*next, path);
        QVERIFY(card);
        QCOMPARE(card->item().sort, StartItem::Sort::Unnamed);
        QTest::mouseClick(card, Qt::LeftButton);
        QVERIFY(next->document());
        QCOMPARE(next->document()->path(), path);
        QCOMPARE(next->document()->design().blocks.size(), 1);
        QVERIFY(next->document()->canUndo()); // its history came along
    }

    void anExampleThatWasOnlyLookedAtIsRemoved() {
        WindowFixture f;
        const StartItem example = exampleItems(u"en"_s).constFirst();
        MainWindow* window = f.shown(f.desk().newFromExample(example.path, example.title));
        QVERIFY(window->document() && !window->document()->design().blocks.isEmpty());
        QCOMPARE(WindowFixture::unnamedFiles().size(), 1);
        delete window;
        QCOMPARE(WindowFixture::unnamedFiles(), QStringList());
        window = f.shown(f.desk().newFromExample(example.path, example.title));
        addTitled(*window, u"cache"_s, {});
        delete window;
        QCOMPARE(WindowFixture::unnamedFiles().size(), 1);
    }

    /// Without its history a board looks as if nobody had touched it; it must not go.
    void aBoardWhoseHistoryWasForgottenIsKept() {
        WindowFixture f;
        MainWindow* window = f.board();
        addTitled(*window, u"cache"_s, {});
        QVERIFY(window->document()->forgetHistory());
        QVERIFY(!window->document()->isUntouched());
        delete window;
        QCOMPARE(WindowFixture::unnamedFiles().size(), 1);
    }

    void recentFilesAreOfferedAndMissingOnesCanBeRemoved() {
        WindowFixture f;
        const QString here = f.makeFile(u"here.gplan"_s, u"Here"_s);
        const QString gone = f.file(u"gone.gplan"_s);
        f.settings().addRecentFile(gone);
        f.settings().addRecentFile(here);
        MainWindow* window = f.shown(f.desk().showStartPage());
        QTRY_COMPARE(cardOf(*window, here)->item().title, u"Here"_s); // read with its picture
        StartCard* missing = cardOf(*window, gone);
        QVERIFY(missing->item().missing);
        QTest::mouseClick(missing, Qt::LeftButton);
        QVERIFY(!window->document());
        QVERIFY(missing->removeButton()->isVisible());
        QTest::mouseClick(missing->removeButton(), Qt::LeftButton);
        QCOMPARE(f.settings().recentFiles(), QStringList{here});
        QVERIFY(!cardOf(*window, gone));
        cardOf(*window, here)->setFocus();
        QTest::keyClick(cardOf(*window, here), Qt::Key_Return);
        QVERIFY(window->document());
        QCOMPARE(window->document()->path(), here);
    }

    void newUsesTheStartPageAndOtherwiseAWindowOfItsOwn() {
        WindowFixture f;
        MainWindow* window = f.shown(f.desk().showStartPage());
        window->actions()[ActionId::New]->trigger();
        QVERIFY(window->document());
        QCOMPARE(f.desk().windows().size(), 1);
        window->actions()[ActionId::New]->trigger();
        QCOMPARE(f.desk().windows().size(), 2);
    }

    void anExampleBecomesABoardOfOnesOwn() {
        WindowFixture f;
        MainWindow* window = f.shown(f.desk().showStartPage());
        const QList<StartItem> examples = exampleItems(u"en"_s);
        QCOMPARE(examples.size(), 3);
        QTest::mouseClick(cardOf(*window, examples[0].path), Qt::LeftButton);
        QVERIFY2(window->document(), qPrintable(window->banners()->sentences().join(u' ')));
        QVERIFY(window->document()->isUnnamed());
        QVERIFY(window->document()->design().blocks.size() >= 12);
        QVERIFY(!window->actions()[ActionId::Undo]->isEnabled()); // the board begins with it
    }

    void theSecondWindowOnAFileIsReadOnlyAndSaysSo() {
        WindowFixture f;
        const QString path = f.makeFile(u"board.gplan"_s, u"Board"_s);
        MainWindow* first = f.shown(f.desk().open(path));
        MainWindow* second = f.shown(f.desk().open(path, first));
        QVERIFY(first != second);
        QVERIFY(!first->document()->isReadOnly());
        QCOMPARE(first->topBar()->state(), u"all changes in file"_s);
        QVERIFY(first->banners()->sentences().isEmpty());
        QVERIFY(second->document()->isReadOnly());
        QCOMPARE(second->topBar()->state(), u"read-only"_s);
        QCOMPARE(second->banners()->sentences(), QStringList{second->document()->notice()});
        QVERIFY(!second->document()->notice().isEmpty());
        QVERIFY(!second->actions()[ActionId::ToolConnect]->isEnabled());
        QVERIFY(second->actions()[ActionId::ExportPdf]->isEnabled());
    }

    void aBoardWhoseFileIsGoneIsKeptWhenItIsClosed() {
        WindowFixture f;
        const QString path = f.makeFile(u"board.gplan"_s, u"Board"_s);
        QPointer<MainWindow> window = f.shown(f.desk().open(path));
        addTitled(*window, u"cache"_s, u"Hot items"_s);
        QVERIFY(QFile::remove(path));

        QVERIFY(!window->close()); // once, to say so
        QCOMPARE(window->banners()->sentences(), QStringList{window->document()->notice()});
        QVERIFY(window->document()->notice().startsWith(
            u"“%1” was replaced or deleted by another program. Your work was kept"_s.arg(path)));
        QCOMPARE(window->topBar()->state(), u"no name yet, all changes kept"_s);
        QVERIFY(window->close());
        QTRY_VERIFY(!window);
        QCOMPARE(WindowFixture::unnamedFiles().size(), 1);
        const auto kept =
            Document::open(QDir(Document::unnamedFolder()).filePath(WindowFixture::unnamedFiles().first()),
                           Document::Use::Reader);
        QVERIFY(kept);
        QCOMPARE((*kept)->design().blocks.size(), 1);
        QCOMPARE((*kept)->design().board.title, u"Board"_s);
    }

    void aBoardThatCannotBeKeptElsewhereStaysOpen() {
        WindowFixture f;
        const QString path = f.makeFile(u"board.gplan"_s, u"Board"_s);
        QPointer<MainWindow> window = f.shown(f.desk().open(path));
        QVERIFY(QFile::remove(path));
        QFile inTheWay(Document::unnamedFolder()); // no folder for boards can be made there
        QVERIFY(QDir().mkpath(QFileInfo(inTheWay).absolutePath()));
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        for (int i = 0; i < 3; ++i) {
            QVERIFY(!window->close());
            QCOMPARE(window->banners()->sentences().size(), 1);
            QVERIFY(window->banners()->sentences().first().startsWith(
                u"“%1” was replaced or deleted by another program, and your work could not be kept"_s.arg(
                    path)));
        }
        const QList<QAbstractButton*> buttons = window->banners()->findChildren<QAbstractButton*>();
        const auto lose = std::find_if(buttons.begin(), buttons.end(), [](const QAbstractButton* button) {
            return button->text() == u"Close and lose it"_s && button->isVisible();
        });
        QVERIFY(lose != buttons.end());
        (*lose)->click();
        QTRY_VERIFY(!window);
    }

    void aReadOnlyWindowSaysThatItsFileIsGone() {
        WindowFixture f;
        const QString path = f.makeFile(u"board.gplan"_s, u"Board"_s);
        MainWindow* first = f.shown(f.desk().open(path));
        MainWindow* second = f.shown(f.desk().open(path, first));
        QVERIFY(QFile::remove(path));
        f.shown(first);
        QVERIFY(first->document()->isUnnamed());
        f.shown(second);
        QVERIFY(second->document()->isReadOnly());
        QCOMPARE(second->banners()->sentences(),
                 QStringList{u"“%1” was replaced or deleted by another program. This window shows it as it "
                             "was; save a copy to keep that."_s.arg(path)});
        const QString copy = f.file(u"copy.gplan"_s);
        QVERIFY(second->document()->saveCopy(copy, false));
        QCOMPARE((*Document::open(copy, Document::Use::Reader))->design().board.title, u"Board"_s);
    }

    void whatAnotherProgramWritesIsShownWithoutBeingAsked() {
        WindowFixture f;
        const QString path = f.makeFile(u"board.gplan"_s, u"Board"_s);
        MainWindow* first = f.shown(f.desk().open(path));
        MainWindow* second = f.shown(f.desk().open(path, first));
        QVERIFY(second->document()->isReadOnly());
        addTitled(*first, u"cache"_s, u"Cache"_s);
        const auto write = [&path](const QString& title) {
            const auto other = Document::open(path, Document::Use::CommandLine);
            return other && (*other)->edit({"change-title", {}}, [&](Editor& editor) -> Result<void> {
                Board row = editor.design().board;
                row.title = title;
                editor.put(row);
                return {};
            });
        };
        const auto title = [](const MainWindow* window) { return window->document()->design().board.title; };
        QVERIFY(write(u"Other"_s));
        QTRY_COMPARE_WITH_TIMEOUT(title(first), u"Other"_s, 2500);
        QTRY_COMPARE_WITH_TIMEOUT(title(second), u"Other"_s, 2500);
        QCOMPARE(second->document()->design().blocks.size(), 1);
        QCOMPARE(first->board()->selection().size(), 1);

        // Not under the hands of somebody who types.
        QTest::keyClick(first->board()->view(), Qt::Key_F2);
        QTest::keyClicks(first->board()->view()->editor().field(), u"Hot"_s);
        QTRY_COMPARE(first->document()->design().blocks.begin()->title, u"Hot"_s);
        QVERIFY(write(u"Third"_s));
        QTest::qWait(1500);
        QCOMPARE(title(first), u"Other"_s);
        QTest::keyClick(first->board()->view()->editor().field(), Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(title(first), u"Third"_s, 2500);
        QCOMPARE(first->document()->design().blocks.begin()->title, u"Hot"_s);

        // A file that goes away is noticed as well.
        QVERIFY(QFile::remove(path));
        QTRY_VERIFY_WITH_TIMEOUT(first->document()->isUnnamed(), 2500);
    }

    void saveAsGivesABoardItsNameAndTakesItsHistoryAlong() {
        WindowFixture f;
        MainWindow* window = f.board();
        addTitled(*window, u"cache"_s, {});
        QCOMPARE(window->topBar()->state(), u"no name yet, all changes kept"_s);
        window->actions()[ActionId::SaveAs]->trigger();
        const QString path = f.file(u"named.gplan"_s);
        answerFileDialog(*window, path);
        QCOMPARE(window->document()->path(), path);
        QVERIFY(!window->document()->isUnnamed());
        QVERIFY(window->document()->canUndo());
        QCOMPARE(WindowFixture::unnamedFiles(), QStringList());
        QCOMPARE(f.settings().recentFiles(), QStringList{path});
        QCOMPARE(window->topBar()->state(), u"all changes in file"_s);
    }

    void aCopyLeavesTheHistoryOutUnlessAsked() {
        WindowFixture f;
        MainWindow* window = f.board();
        addTitled(*window, u"cache"_s, {});
        for (const bool with : {false, true}) {
            window->actions()[ActionId::SaveCopy]->trigger();
            auto* dialog = window->findChild<QFileDialog*>();
            QVERIFY(dialog);
            auto* tick = dialog->findChild<QAbstractButton*>(u"withHistory"_s);
            QVERIFY(tick);
            QVERIFY(!tick->isChecked());
            tick->setChecked(with);
            const QString path = f.file(with ? u"with.gplan"_s : u"without.gplan"_s);
            answerFileDialog(*window, path);
            const auto copy = Document::open(path, Document::Use::Reader);
            QVERIFY(copy);
            QCOMPARE((*copy)->history().size(), with ? 1 : 0);
            QVERIFY((*copy)->design() == window->document()->design());
        }
    }

    void forgettingTheHistoryIsAskedFirst() {
        WindowFixture f;
        MainWindow* window = f.board();
        addTitled(*window, u"cache"_s, {});
        const auto press = [&](bool forget) {
            window->actions()[ActionId::ForgetHistory]->trigger();
            auto* box = window->findChild<QMessageBox*>();
            QVERIFY(box);
            for (QAbstractButton* button : box->buttons()) {
                if ((box->buttonRole(button) == QMessageBox::DestructiveRole) == forget)
                    QTest::mouseClick(button, Qt::LeftButton);
            }
            QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        };
        press(false);
        QCOMPARE(window->document()->history().size(), 1);
        press(true);
        QCOMPARE(window->document()->history().size(), 0);
        QVERIFY(!window->actions()[ActionId::Undo]->isEnabled());
        QCOMPARE(window->document()->design().blocks.size(), 1);
    }

    void aFileDroppedIntoTheWindowOpens() {
        WindowFixture f;
        const QString path = f.makeFile(u"dropped.gplan"_s, u"Dropped"_s);
        MainWindow* window = f.shown(f.desk().showStartPage());
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(path)});
        QDragEnterEvent enter(QPoint(200, 200), Qt::CopyAction, &data, Qt::LeftButton, {});
        QApplication::sendEvent(window, &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(200, 200), Qt::CopyAction, &data, Qt::LeftButton, {});
        QApplication::sendEvent(window, &drop);
        QVERIFY(window->document());
        QCOMPARE(window->document()->design().board.title, u"Dropped"_s);
    }

    void dotDroppedIntoTheWindowBecomesABoard() {
        WindowFixture f;
        const QString path = f.file(u"graph.dot"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("digraph { kafka -> spark }");
        file.close();
        MainWindow* window = f.shown(f.desk().open(path));
        QTRY_VERIFY2(window->document(), qPrintable(window->banners()->sentences().join(u' ')));
        QVERIFY(window->document()->isUnnamed());
        QCOMPARE(window->document()->design().blocks.size(), 2);
        QCOMPARE(window->document()->design().connections.size(), 1);
        QVERIFY(!window->actions()[ActionId::Undo]->isEnabled());
        delete window;
        QCOMPARE(WindowFixture::unnamedFiles().size(), 1); // somebody chose to have it
    }

    void aFullDiskIsSaidOnceAndUntilThereIsRoom() {
        WindowFixture f;
        MainWindow* window = f.board();
        addTitled(*window, u"cache"_s, {});
        window->statusLine()->showMessage({});
        {
            const FullDisk full;
            addTitled(*window, u"model"_s, {});
        }
        QCOMPARE(window->document()->design().blocks.size(), 1);
        QCOMPARE(
            window->banners()->sentences(),
            QStringList{u"The change was not kept: “%1” cannot be written, because the disk reports an error "
                        "or is full."_s.arg(window->document()->path())});
        QCOMPARE(window->statusLine()->message(), QString());
        addTitled(*window, u"model"_s, {});
        QCOMPARE(window->document()->design().blocks.size(), 2);
        QCOMPARE(window->banners()->sentences(), QStringList());
    }

    void aLineThatCannotBeWrittenStaysInItsField() {
        WindowFixture f;
        const QString path = f.makeFile(u"board.gplan"_s, u"Board"_s);
        MainWindow* window = f.shown(f.desk().open(path));
        LineField* line = window->topBar()->lineField();
        {
            const FullDisk full;
            QTest::keyClick(window->board()->view(), Qt::Key_Slash);
            QTest::keyClicks(line, u"model > canary"_s);
            QTest::keyClick(line, Qt::Key_Return);
        }
        QCOMPARE(line->text(), u"model > canary"_s);
        QVERIFY(line->hasFocus());
        QVERIFY(window->document()->design().blocks.isEmpty());
        QCOMPARE(window->banners()->sentences().size(), 1);
        QCOMPARE(window->topBar()->state(), u"last change not kept"_s);
        QTest::keyClick(line, Qt::Key_Return);
        QCOMPARE(line->text(), QString());
        QCOMPARE(window->document()->design().blocks.size(), 2);
        QCOMPARE(window->banners()->sentences(), QStringList());
        QCOMPARE(window->topBar()->state(), u"all changes in file"_s);
    }

    void aTitleThatCannotBeWrittenStaysInItsEditor() {
        WindowFixture f;
        const QString path = f.makeFile(u"board.gplan"_s, u"Board"_s);
        QPointer<MainWindow> window = f.shown(f.desk().open(path));
        addTitled(*window, u"cache"_s, u"Cache"_s);
        const ElementId id = *window->board()->selection().begin();
        const auto title = [&] { return window->document()->design().blocks.find(id)->title; };
        const auto editor = [&] { return window->board()->view()->editor().field(); };
        QTest::keyClick(window->board()->view(), Qt::Key_F2);
        QVERIFY(editor());
        {
            const FullDisk full;
            QTest::keyClicks(editor(), u"Hot items"_s);
            QTest::keyClick(editor(), Qt::Key_Return);
            QTRY_VERIFY(editor());
            QCOMPARE(editor()->toPlainText(), u"Hot items"_s);
            QVERIFY(editor()->hasFocus());
            QCOMPARE(title(), u"Cache"_s);
            QCOMPARE(window->topBar()->state(), u"last change not kept"_s);
            // Closing would lose it.
            QVERIFY(!window->close());
            QCOMPARE(window->banners()->sentences().size(), 1);
            // One who has begun something else finds it again with F2.
            QTest::mouseClick(window->board()->view()->viewport(), Qt::LeftButton, {}, {5, 5});
            QTRY_VERIFY(!editor());
            QVERIFY(!window->close());
        }
        window->board()->setSelection({id});
        QTest::keyClick(window->board()->view(), Qt::Key_F2);
        QVERIFY(editor());
        QCOMPARE(editor()->toPlainText(), u"Hot items"_s);
        QTest::keyClick(editor(), Qt::Key_Return);
        QCOMPARE(title(), u"Hot items"_s);
        QVERIFY(!editor());
        QCOMPARE(window->topBar()->state(), u"all changes in file"_s);
        QVERIFY(window->close());
    }

    void whatIsNoBoardIsSaidInABanner() {
        WindowFixture f;
        const QString path = f.file(u"letter.gplan"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("Dear Sir or Madam");
        file.close();
        MainWindow* window = f.shown(f.desk().showStartPage());
        f.desk().open(path, window);
        QVERIFY(!window->document());
        QCOMPARE(window->banners()->sentences().size(), 1);
        QVERIFY(!window->findChild<QMessageBox*>()); // there is nothing to recover
        QCOMPARE(bytesOfFile(path), QByteArray("Dear Sir or Madam"));
    }

    void aDamagedBoardOffersWhatCanBeRead() {
        WindowFixture f;
        const QString path = f.file(u"damaged.gplan"_s);
        {
            auto document = Document::create(path, Document::Use::CommandLine);
            QVERIFY(document);
            QVERIFY((*document)->edit({"add-block", {}}, [&](Editor& editor) -> Result<void> {
                for (int i = 0; i < 40; ++i) {
                    if (const auto added =
                            addBlock(editor, *f.catalogue().kind(u"cache"_s), {i * 4000, 0}, u"en"_s);
                        !added)
                        return Failure(added.error());
                }
                return {};
            }));
        }
        QByteArray bytes = bytesOfFile(path);
        bytes.chop(4096); // a page is missing at the end
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(bytes);
        file.close();
        MainWindow* window = f.shown(f.desk().showStartPage());
        f.desk().open(path, window);
        auto* box = window->findChild<QMessageBox*>();
        QVERIFY(box);
        QTest::mouseClick(box->defaultButton(), Qt::LeftButton);
        QVERIFY2(window->document(), qPrintable(window->banners()->sentences().join(u' ')));
        QVERIFY(window->document()->isUnnamed());
        QVERIFY(window->document()->design().blocks.size() > 0);
        QCOMPARE(window->banners()->sentences().size(), 1);
        QCOMPARE(bytesOfFile(path), bytes); // never written to
    }

    /// What was exported is found where it lies, beside the boards.
    void openShowsAllThatOpens() {
        WindowFixture f;
        MainWindow* window = f.board();
        window->actions()[ActionId::Open]->trigger();
        const auto* dialog = window->findChild<QFileDialog*>();
        QVERIFY(dialog);
        for (const QString& ending : {u"*.gplan"_s, u"*.pdf"_s, u"*.drawio"_s, u"*.mmd"_s})
            QVERIFY2(dialog->selectedNameFilter().contains(ending), qPrintable(dialog->selectedNameFilter()));
    }

    void settingsAndLayoutAreRemembered() {
        WindowFixture f;
        MainWindow* window = f.board();
        window->resize(1100, 700);
        window->actions()[ActionId::TogglePalette]->trigger();
        window->actions()[ActionId::ThemeDark]->trigger();
        f.settings().setAuthor(u"Ada"_s);
        QVERIFY(f.appearance().theme().dark);
        window->close();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        const Settings again(f.file(u"groundplan.conf"_s));
        QCOMPARE(again.theme(), ThemeChoice::Dark);
        QCOMPARE(again.author(), u"Ada"_s);
        MainWindow* next = f.board();
        QCOMPARE(next->size(), QSize(1100, 700));
        QVERIFY(!next->actions()[ActionId::TogglePalette]->isChecked());
        QVERIFY(next->actions()[ActionId::ToggleInspector]->isChecked());
        addTitled(*next, u"cache"_s, {});
        QCOMPARE(next->document()->history().last().author, u"Ada"_s);
    }
};

QTEST_MAIN(TestWindowFiles)
#include "test_window_files.moc"
