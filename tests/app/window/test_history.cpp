#include "app/panels/controls.h"
#include "app/panels/inspector_panel.h"
#include "app/window/banner.h"
#include "app/window/difference_list.h"
#include "app/window/history_list.h"
#include "app/window/history_page.h"
#include "app/window/status_line.h"
#include "app/window/top_bar.h"
#include "tests/app/window/window_fixture.h"
#include "tests/cli/cli_run.h"
#include "tests/file_bytes.h"

#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QFileDialog>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>

using namespace groundplan;
using namespace Qt::StringLiterals;

namespace {

/// A board with three edits: a chain, a longer one, and a name that was changed.
struct Past {
    WindowFixture fixture;
    MainWindow* window = fixture.board();

    Past() {
        for (const QString& line : {u"kafka > spark"_s, u"spark > feast > model"_s})
            window->board()->sketch(line);
        rename(u"Spark"_s);
    }
    void rename(const QString& title) {
        const Design design = window->document()->design(); // the edit changes the other one
        for (const Block& block : design.blocks) {
            if (block.technology == u"Spark"_s)
                QVERIFY(window->document()->edit({"rename", {title}}, [&](Editor& editor) {
                    return renameElement(editor, block.id, title);
                }));
        }
    }
    HistoryPage* open() {
        window->actions()[ActionId::ShowHistory]->trigger();
        HistoryPage* page = window->historyPage();
        if (!page || !page->isVisible())
            qFatal("no history");
        return page;
    }
    static void choose(HistoryPage* page, qint64 moment) {
        page->list()->setCurrent(moment);
        page->showNow();
    }
    /// As if the user had opened the list and taken the row.
    static void against(HistoryPage* page, const QString& text) {
        const int row = page->against()->findText(text);
        QVERIFY2(row >= 0, qPrintable(text));
        page->against()->setCurrentIndex(row);
        Q_EMIT page->against()->activated(row);
    }
    /// As a user exports: the action, then the name.
    static QByteArray writtenBy(const MainWindow& window, ActionId action, const QString& path) {
        window.actions()[action]->trigger();
        answerFileDialog(window, path);
        return bytesOfFile(path);
    }
    static QStringList linesOf(const DifferenceList* list) {
        QStringList lines;
        QTreeWidgetItemIterator it(const_cast<DifferenceList*>(list));
        for (; *it; ++it)
            lines.append((*it)->text(0));
        return lines;
    }
};

} // namespace

/// The history in place of the board, on the real window.
class TestHistory : public QObject {
    Q_OBJECT
    const QStringList kFixedTime{u"SOURCE_DATE_EPOCH=1700000000"_s};

private Q_SLOTS:
    void initTestCase() { qputenv("SOURCE_DATE_EPOCH", "1700000000"); }

    void everyMomentIsShownAndNothingChanges() {
        Past b;
        const Design now = b.window->document()->design();
        const int entries = int(b.window->document()->history().size());
        QCOMPARE(entries, 3);
        HistoryPage* page = b.open();
        QCOMPARE(page->moment(), 3);
        QVERIFY(page->past()->design() == now);
        QVERIFY(page->list()->hasFocus());
        QTest::keyClick(page->list(), Qt::Key_Down);
        QTRY_COMPARE(page->moment(), 2);
        QVERIFY(page->past()->design() == *b.window->document()->designAt(2));
        QVERIFY(page->past()->design() != now);
        QTest::keyClick(page->list(), Qt::Key_End);
        QTRY_COMPARE(page->moment(), 0);
        QCOMPARE(page->caption()->text(), u"The beginning"_s);
        QVERIFY(page->past()->design().elements.isEmpty());
        // None of the board's commands reaches it, by menu or key.
        for (const ActionId id :
             {ActionId::Undo, ActionId::Delete, ActionId::Paste, ActionId::TidyAll, ActionId::SelectAll})
            QVERIFY2(!b.window->actions()[id]->isEnabled(), qPrintable(b.window->actions()[id]->text()));
        QTest::keyClick(page->list(), Qt::Key_Z, Qt::ControlModifier);
        QTest::keyClick(page->list(), Qt::Key_Delete);
        QVERIFY(b.window->document()->design() == now);
        QCOMPARE(b.window->document()->history().size(), entries);
        QTest::keyClick(page->list(), Qt::Key_Escape);
        QTRY_VERIFY(!b.window->historyPage());
        QVERIFY(b.window->actions()[ActionId::Undo]->isEnabled());
        QVERIFY(b.window->document()->design() == now);
    }

    /// The inspector shows what was, and refuses to change it.
    void whatWasIsReadOnly() {
        Past b;
        b.window->resize(1600, 900); // with room for the inspector
        HistoryPage* page = b.open();
        Past::choose(page, 2);
        const ElementId block = page->past()->design().blocks.begin()->id;
        page->past()->setSelection({block});
        auto* inspector = page->findChild<InspectorPanel*>();
        QVERIFY(inspector && inspector->isVisible());
        inspector->updateNow();
        const QList<QLineEdit*> fields = inspector->findChildren<QLineEdit*>();
        QVERIFY(!fields.isEmpty());
        for (const QLineEdit* field : fields)
            QVERIFY2(field->isReadOnly() || !field->isEnabled() || !field->isVisible(),
                     qPrintable(field->accessibleName()));
    }

    void restoringIsOneEdit() {
        Past b;
        const Design then = *b.window->document()->designAt(1);
        const Design now = b.window->document()->design();
        HistoryPage* page = b.open();
        QVERIFY(!page->restoreButton()->isEnabled()); // it is so already
        Past::choose(page, 1);
        QVERIFY(page->restoreButton()->isEnabled());
        QTest::mouseClick(page->restoreButton(), Qt::LeftButton);
        QTRY_VERIFY(!b.window->historyPage());
        QVERIFY(b.window->document()->design() == then);
        QCOMPARE(b.window->document()->history().size(), 4);
        QVERIFY(b.window->statusLine()->message().contains(u"Sketch “kafka > spark”"_s));
        b.window->actions()[ActionId::Undo]->trigger();
        QVERIFY(b.window->document()->design() == now);
        QCOMPARE(b.window->statusLine()->message(), QString()); // it is true no more
    }

    void versionsAreNamed() {
        Past b;
        b.window->actions()[ActionId::NameVersion]->trigger();
        auto* dialog = b.window->findChild<QInputDialog*>();
        QVERIFY(dialog);
        dialog->setTextValue(u"Sent to review"_s);
        dialog->accept();
        QCOMPARE(b.window->document()->versions().size(), 1);
        QCOMPARE(b.window->document()->versions().first().entry, 3);
        b.rename(u"Spark 4"_s);
        HistoryPage* page = b.open();
        QCOMPARE(page->moment(), 4);
        Past::choose(page, 3);
        QCOMPARE(page->caption()->text(), u"Sent to review"_s);
        // An earlier moment, from the page.
        Past::choose(page, 1);
        QTest::mouseClick(page->nameButton(), Qt::LeftButton);
        dialog = page->findChild<QInputDialog*>();
        QVERIFY(dialog);
        dialog->setTextValue(u"First draft"_s);
        dialog->accept();
        QCOMPARE(page->caption()->text(), u"First draft"_s);
        QCOMPARE(page->moment(), 1);
        QVERIFY(page->against()->findText(u"Version “First draft”"_s) > 0);
    }

    void whatHasChangedIsListedAndFound() {
        Past b;
        HistoryPage* page = b.open();
        Past::choose(page, 1);
        Past::against(page, u"The board as it is now"_s);
        QVERIFY(page->differences()->isVisible());
        const QStringList lines = Past::linesOf(page->differences());
        QCOMPARE(lines.first(), u"Added (4)"_s); // two blocks and two connections
        QVERIFY2(lines.contains(u"Changed (1)"_s), qPrintable(lines.join(u'|')));
        QVERIFY2(lines.contains(u"title: Batch transform → Spark"_s), qPrintable(lines.join(u'|')));
        QVERIFY(page->past()->design().blocks.size() == 4);
        // By keys down the list: each thing is selected and brought into view.
        page->differences()->setFocus();
        QTest::keyClick(page->differences(), Qt::Key_Home);
        QTest::keyClick(page->differences(), Qt::Key_Down);
        QCOMPARE(page->past()->selection().size(), 1);
        const ElementId first = *page->past()->selection().constBegin();
        QTest::keyClick(page->differences(), Qt::Key_Down);
        QVERIFY(page->past()->selection() != QSet<ElementId>{first});
        Past::against(page, u"The edit before"_s);
        QCOMPARE(Past::linesOf(page->differences()).first(), u"Added (3)"_s);
        Past::against(page, u"Compare with …"_s);
        QVERIFY(!page->differences()->isVisible());
    }

    /// What is chosen in the list is to be read, whatever was seen before; what is near already stays as
    /// near.
    void aListedDifferenceIsBroughtNear() {
        Past b;
        HistoryPage* page = b.open();
        Past::choose(page, 1);
        Past::against(page, u"The board as it is now"_s);
        DifferenceList* list = page->differences();
        const auto isSeen = [&] {
            const PastView* past = page->past();
            BoardView* view = page->past()->view();
            for (const ElementId id : past->selection()) {
                if (const auto rect = past->design().rectOf(id)) {
                    if (!QRectF(view->viewport()->rect()).contains(view->transform().toView(*rect)))
                        return false;
                }
            }
            return !past->selection().isEmpty();
        };
        for (const auto& [before, after] : {std::pair(0.2, 1.0), {1.0, 1.0}, {2.0, 2.0}}) {
            for (const QString& line : {u"Feature store"_s, u"Spark"_s}) {
                page->past()->view()->zoomTo(before);
                const QList<QTreeWidgetItem*> found =
                    list->findItems(line, Qt::MatchContains | Qt::MatchRecursive);
                QVERIFY2(!found.isEmpty(), qPrintable(Past::linesOf(list).join(u'|')));
                list->setCurrentItem(nullptr);
                list->setCurrentItem(found.first());
                QCOMPARE(page->past()->view()->zoom(), after);
                QVERIFY(isSeen());
            }
        }
    }

    /// Each row is as high as its words need, however narrow the list, and a decision's parts stand below it.
    void rowsOfTheListWrap() {
        DifferenceList list;
        list.resize(260, 600);
        list.show();
        Difference difference;
        difference.element = ElementId(1);
        difference.caption = u"Training"_s;
        const QString question = u"decision “Which models, from plain to strong, do we try?”"_s;
        difference.changes = {
            {u"technology"_s, u"LightGBM with early stopping and 400 trees, one seed"_s,
             u"LightGBM with early stopping and 900 trees, one seed"_s},
            {question, {}, u"open"_s},
            {u"option"_s, {}, u"Boosting"_s, question},
            {u"pro of “Boosting”"_s, {}, u"cheap"_s, question},
            {u"choice"_s, u"A"_s, u"B"_s, u"decision “Another”"_s},
        };
        list.setDifferences({difference}, Theme::light(Catalogue()));
        QTreeWidgetItem* thing = list.topLevelItem(0)->child(0);
        QCOMPARE(thing->childCount(), 3);
        QCOMPARE(thing->child(1)->text(0), u"+ "_s + question + u": open"_s);
        QCOMPARE(thing->child(1)->childCount(), 2);
        QCOMPARE(thing->child(1)->child(0)->text(0), u"+ option: Boosting"_s);
        QCOMPARE(thing->child(1)->child(1)->text(0), u"+ pro of “Boosting”: cheap"_s);
        QCOMPARE(thing->child(2)->text(0), u"decision “Another”"_s);
        QCOMPARE(thing->child(2)->child(0)->text(0), u"choice: A → B"_s);
        QVERIFY(thing->child(0)->text(0).contains(u"900"_s));
        const int one = list.visualItemRect(thing).height();
        const int long_ = list.visualItemRect(thing->child(0)).height();
        QVERIFY2(long_ >= 2 * one - 8, qPrintable(u"%1, %2"_s.arg(one).arg(long_)));
        list.resize(700, 600);
        QTRY_VERIFY(list.visualItemRect(thing->child(0)).height() < long_);
    }

    void anotherFileIsCompared() {
        Past b;
        const QString file = b.fixture.file(u"other.gplan"_s);
        QVERIFY(b.window->document()->saveCopy(file, false));
        b.window->board()->sketch(u"alerting"_s);
        const auto other = Document::open(file, Document::Use::Reader);
        QVERIFY(other);
        HistoryPage* page = b.open();
        page->compareWith((*other)->design(), u"other"_s);
        const QStringList lines = Past::linesOf(page->differences());
        QCOMPARE(lines.first(), u"Removed (1)"_s); // what the other one does not have
        QCOMPARE(page->against()->currentText(), u"“other”"_s);
    }

    /// What somebody else writes meanwhile appears, and what is looked at stays.
    void theListFollowsTheFile() {
        Past b;
        HistoryPage* page = b.open();
        Past::choose(page, 2);
        b.rename(u"Spark 5"_s);
        QCOMPARE(page->list()->model()->index(1, 0).data(HistoryModel::MomentRole).toLongLong(), 4);
        QCOMPARE(page->moment(), 2);
    }

    void undoneEditsAreStillThere() {
        Past b;
        b.window->actions()[ActionId::Undo]->trigger();
        HistoryPage* page = b.open();
        const QModelIndex undone = static_cast<HistoryModel*>(page->list()->model())->indexOf(3);
        QVERIFY(undone.data(HistoryModel::UndoneRole).toBool());
        QVERIFY(!static_cast<HistoryModel*>(page->list()->model())
                     ->indexOf(2)
                     .data(HistoryModel::UndoneRole)
                     .toBool());
        Past::choose(page, 3);
        const auto spark = std::ranges::find_if(
            page->past()->design().blocks, [](const Block& block) { return block.technology == u"Spark"_s; });
        QCOMPARE(spark->title, u"Spark"_s);
    }

    /// In a narrow window the board has the room of one panel more; what the user asked for counts.
    void panelsFoldAwayWhereThereIsNoRoom() {
        Past b;
        b.window->resize(1366, 740);
        HistoryPage* page = b.open();
        auto* inspector = page->findChild<InspectorPanel*>();
        QVERIFY(page->list()->isVisible() && !inspector->isVisible());
        QVERIFY(page->listButton()->isChecked() && !page->sideButton()->isChecked());
        // All of the board is seen in what there is.
        const double narrow = page->past()->view()->zoom();
        page->sideButton()->click();
        QVERIFY(inspector->isVisible());
        QTRY_VERIFY(page->past()->view()->zoom() < narrow);
        page->sideButton()->click();
        QTRY_COMPARE(page->past()->view()->zoom(), narrow);
        Past::choose(page, 1);
        Past::against(page, u"The board as it is now"_s);
        QVERIFY(!page->list()->isVisible());
        page->listButton()->click();
        QVERIFY(page->list()->isVisible());
        QTest::keyClick(page->past()->view(), Qt::Key_Escape);
        QTRY_VERIFY(!b.window->historyPage());
        b.window->resize(1600, 900);
        page = b.open();
        QVERIFY(page->list()->isVisible() && page->findChild<InspectorPanel*>()->isVisible());
        Past::against(page, u"The edit before"_s);
        QVERIFY(page->list()->isVisible() && page->differences()->isVisible());
    }

    void theDesignKeepsItsNameInTheTopBar() {
        Past b;
        QVERIFY(b.window->document()->edit({"change-title", {}}, [](Editor& editor) -> Result<void> {
            Board row = editor.design().board;
            row.title = u"Churn"_s;
            editor.put(row);
            return {};
        }));
        b.open();
        auto* name = b.window->topBar()->findChild<QLabel*>(u"programName"_s);
        QVERIFY(name && name->isVisible());
        QCOMPARE(name->text(), u"Churn"_s);
        b.window->showStartPage();
        QCOMPARE(name->text(), u"Groundplan"_s);
    }

    void theDialogForANameIsWideEnoughForItsTitle() {
        Past b;
        HistoryPage* page = b.open();
        page->nameButton()->click();
        auto* dialog = page->findChild<QInputDialog*>();
        QVERIFY(dialog);
        QVERIFY2(dialog->width() >= 400, qPrintable(QString::number(dialog->width())));
        dialog->reject();
    }

    /// What is looked at is what leaves, as the command line writes it.
    void aPastMomentIsHandedOut() {
        Past b;
        QVERIFY(b.window->document()->saveAs(b.fixture.file(u"board.gplan"_s)));
        const QString file = b.window->document()->path();
        HistoryPage* page = b.open();
        Past::choose(page, 1);
        const QHash<QString, ActionId> formats{{u"pdf"_s, ActionId::ExportPdf},
                                               {u"svg"_s, ActionId::ExportSvg},
                                               {u"json"_s, ActionId::ExportJson},
                                               {u"html"_s, ActionId::ExportHtml}};
        for (auto it = formats.begin(); it != formats.end(); ++it) {
            const QByteArray shown = Past::writtenBy(*b.window, *it, b.fixture.file(u"window."_s + it.key()));
            const QString out = b.fixture.file(u"cli."_s + it.key());
            QCOMPARE(runCli({u"export"_s, file, u"--at"_s, u"1"_s, u"-o"_s, out}, kFixedTime).err, QString());
            QVERIFY(!shown.isEmpty());
            QVERIFY2(shown == bytesOfFile(out), qPrintable(it.key()));
        }
        const QByteArray report =
            Past::writtenBy(*b.window, ActionId::ExportReport, b.fixture.file(u"window-report.pdf"_s));
        const QString out = b.fixture.file(u"cli-report.pdf"_s);
        QCOMPARE(runCli({u"report"_s, file, u"--at"_s, u"1"_s, u"--paper"_s,
                         b.fixture.settings().reportPaper(), u"-o"_s, out},
                        kFixedTime)
                     .err,
                 QString());
        QVERIFY(!report.isEmpty() && report == bytesOfFile(out));

        // By its name, which is then said.
        QVERIFY(b.window->document()->nameVersion(u"Draft"_s, 1));
        Past::choose(page, 1);
        const QByteArray named =
            Past::writtenBy(*b.window, ActionId::ExportHtml, b.fixture.file(u"named.html"_s));
        QVERIFY(named.contains("“Draft”"));
        const QString same = b.fixture.file(u"cli-named.html"_s);
        QCOMPARE(runCli({u"export"_s, file, u"--at"_s, u"Draft"_s, u"-o"_s, same}, kFixedTime).err,
                 QString());
        QVERIFY(named == bytesOfFile(same));

        const QString copy = b.fixture.file(u"copy.gplan"_s);
        Past::writtenBy(*b.window, ActionId::SaveCopy, copy);
        const auto opened = Document::open(copy, Document::Use::Reader);
        QVERIFY2(opened, opened ? "" : qPrintable(opened.error().sentence));
        QVERIFY((*opened)->design() == *b.window->document()->designAt(1));
        QVERIFY((*opened)->history().isEmpty());
        QVERIFY(b.window->historyPage()); // and one is still there
    }

    /// An interviewer has only what was handed out.
    void anExportIsCompared() {
        Past b;
        const QString file = b.fixture.file(u"handed-out.pdf"_s);
        Past::writtenBy(*b.window, ActionId::ExportPdf, file);
        b.window->board()->sketch(u"gateway > cache"_s);
        b.window->actions()[ActionId::CompareFile]->trigger();
        auto* dialog = b.window->findChild<QFileDialog*>();
        QVERIFY(dialog);
        QVERIFY(dialog->nameFilters().join(u' ').contains(u"*.pdf"_s));
        Q_EMIT dialog->fileSelected(file);
        dialog->close();
        QTRY_VERIFY(b.window->historyPage());
        const QStringList lines = Past::linesOf(b.window->historyPage()->differences());
        QVERIFY2(lines.first().startsWith(u"Removed"_s), qPrintable(lines.join(u'\n')));
    }

    /// Wherever the keys are: after a dialog that is with a button, or nowhere.
    void escClosesWhatWasSaidAndThenTheHistory() {
        Past b;
        b.open();
        Past::writtenBy(*b.window, ActionId::ExportSvg, b.fixture.file(u"esc.svg"_s));
        const qsizetype said = b.window->banners()->sentences().size();
        QVERIFY(said > 0);
        b.window->setFocus();
        QTest::keyClick(b.window, Qt::Key_Escape);
        QCOMPARE(b.window->banners()->sentences().size(), said - 1);
        QVERIFY(b.window->historyPage());
        for (qsizetype i = 0; i < said; ++i)
            QTest::keyClick(b.window, Qt::Key_Escape);
        QVERIFY(!b.window->historyPage());
    }

    /// What came since is not to be missed beside what is looked at.
    void comparisonsAreSeenWhole() {
        Past b;
        b.window->board()->sketch(u"model > gateway > client > cache > monitoring"_s);
        HistoryPage* page = b.open();
        Past::choose(page, 1);
        Past::against(page, u"The board as it is now"_s);
        const BoardView* view = page->past()->view();
        QVERIFY(QRectF(view->rect()).contains(view->transform().toView(page->past()->design().bounds())));
    }

    void aComparisonIsHandedOutAsAPicture() {
        Past b;
        QVERIFY(b.window->document()->edit({"change-title", {}}, [](Editor& editor) -> Result<void> {
            Board row = editor.design().board;
            row.title = u"Churn"_s;
            editor.put(row);
            return {};
        }));
        HistoryPage* page = b.open();
        Past::choose(page, 1);
        Past::against(page, u"The board as it is now"_s);
        const Actions& actions = b.window->actions();
        for (const ActionId id :
             {ActionId::ExportPdf, ActionId::ExportPng, ActionId::ExportSvg, ActionId::Print})
            QVERIFY2(actions[id]->isEnabled(), qPrintable(actions[id]->text()));
        for (const ActionId id : {ActionId::ExportDot, ActionId::ExportReport, ActionId::ExportHtml,
                                  ActionId::ExportJson, ActionId::SaveCopy}) {
            QVERIFY2(!actions[id]->isEnabled(), qPrintable(actions[id]->text()));
            QVERIFY2(actions[id]->toolTip().contains(u"PDF, PNG or SVG"_s),
                     qPrintable(actions[id]->toolTip()));
        }
        const QByteArray svg = Past::writtenBy(*b.window, ActionId::ExportSvg, b.fixture.file(u"both.svg"_s));
        QVERIFY(svg.contains("layer-overlay"));
        QVERIFY2(svg.contains("<title>Churn: "), svg.left(600).constData());
        QVERIFY2(svg.contains("→ now</title>"), svg.left(600).constData());
        // On the board all is as before.
        Q_EMIT page->leaveWanted();
        QTRY_VERIFY(!b.window->historyPage());
        QVERIFY(actions[ActionId::ExportDot]->isEnabled());
        QVERIFY(!actions[ActionId::ExportDot]->toolTip().contains(u"SVG"_s));
    }

    void anotherDocumentLeavesIt() {
        Past b;
        b.open();
        b.window->showStartPage();
        QVERIFY(!b.window->historyPage());
        QVERIFY(!b.window->document());
    }
};

QTEST_MAIN(TestHistory)
#include "test_history.moc"
