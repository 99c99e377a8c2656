#include "app/window/banner.h"
#include "app/window/exporting.h"
#include "app/window/import_run.h"
#include "app/window/line_field.h"
#include "app/window/not_taken_dialog.h"
#include "app/window/status_line.h"
#include "model/document/document_bytes.h"
#include "model/operations/operations.h"
#include "tests/app/window/window_fixture.h"
#include "tests/cli/cli_run.h"
#include "tests/file_bytes.h"
#include "tests/places.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QClipboard>
#include <QDoubleSpinBox>
#include <QDropEvent>
#include <QFileDialog>
#include <QImage>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QThread>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace groundplan;

namespace {

void answer(const MainWindow& window, const QString& path) {
    auto* dialog = window.findChild<QFileDialog*>();
    QVERIFY(dialog);
    dialog->selectFile(path);
    QMetaObject::invokeMethod(dialog, "accept");
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

void drop(MainWindow& window, const QString& path, QPoint at) {
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(path)});
    QDragEnterEvent enter(at, Qt::CopyAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(&window, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent event(QPointF(at), Qt::CopyAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(&window, &event);
}

QPoint middleOfBoard(const MainWindow& window) {
    const QWidget* canvas = window.board()->view()->viewport();
    return canvas->mapTo(&window, canvas->rect().center());
}

constexpr auto kThree = "digraph { kafka -> spark -> redis } digraph { more }";

} // namespace

/// What comes into the window from other programs, and what our own exports bring back.
class TestImportWindow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { initResources(); }

    void anExportOpensAsTheBoardItWas_data() {
        QTest::addColumn<QString>("format");
        QTest::addColumn<bool>("history");
        for (const QString& format : {u"pdf"_s, u"png"_s, u"svg"_s, u"report"_s}) {
            QTest::addRow("%s", qPrintable(format)) << format << false;
            QTest::addRow("%s with its history", qPrintable(format)) << format << true;
        }
    }
    void anExportOpensAsTheBoardItWas() {
        QFETCH(QString, format);
        QFETCH(bool, history);
        WindowFixture f;
        MainWindow* window = f.shown(f.desk().open(f.makeFile(u"board.gplan"_s, u"Board"_s)));
        addTitled(*window, u"cache"_s, u"Hot"_s);
        addTitled(*window, u"model"_s, u"Cold"_s);
        const Design design = window->document()->design();
        const QHash<QString, ActionId> actions{{u"pdf"_s, ActionId::ExportPdf},
                                               {u"png"_s, ActionId::ExportPng},
                                               {u"svg"_s, ActionId::ExportSvg},
                                               {u"report"_s, ActionId::ExportReport}};
        window->actions()[actions[format]]->trigger();
        auto* tick = window->findChild<QFileDialog*>()->findChild<QCheckBox*>(u"withHistory"_s);
        QVERIFY(tick);
        QVERIFY(!tick->isChecked());
        tick->setChecked(history);
        const QString path = f.file(format == "report"_L1 ? u"report.pdf"_s : u"out."_s + format);
        answer(*window, path);

        // From the start page, and onto a board that is open: each gets a window.
        MainWindow* start = f.shown(f.desk().showStartPage());
        f.desk().open(path, start);
        QTRY_VERIFY2(start->document(), qPrintable(start->banners()->sentences().join(u' ')));
        QVERIFY(start->document()->design() == design);
        QVERIFY(start->document()->isUnnamed());
        QVERIFY(!start->document()->isReadOnly());
        QCOMPARE(start->document()->canUndo(), history);
        QCOMPARE(start->document()->history().size(), history ? window->document()->history().size() : 0);
        const qsizetype windows = f.desk().windows().size();
        drop(*window, path, middleOfBoard(*window));
        QTRY_COMPARE(f.desk().windows().size(), windows + 1);
        QTRY_VERIFY(f.desk().windows().last()->document());
        QVERIFY(f.desk().windows().last()->document()->design() == design);
        QVERIFY(window->document()->design() == design);
        delete start;
        QCOMPARE(WindowFixture::unnamedFiles().size(), 2); // somebody chose to have them
    }

    /// Whoever opens what was read may be busy with it when the patience would have ended.
    void nothingIsSaidOfWhatHasBeenRead() {
        WindowFixture f;
        bool done = false;
        auto* run = new ImportRun(
            f.file(u"missing.dot"_s), f.desk().services().catalogue,
            [&](const auto&) {
                QThread::msleep(400);
                QCoreApplication::processEvents();
                done = true;
            },
            this);
        QSignalSpy said(run, &ImportRun::takesLong);
        QTRY_VERIFY(done);
        QTest::qWait(50);
        QCOMPARE(said.size(), 0);
    }

    void aPlainPictureStaysAPicture() {
        WindowFixture f;
        MainWindow* window = f.board();
        QImage image(20, 20, QImage::Format_RGB32);
        image.fill(Qt::red);
        QVERIFY(image.save(f.file(u"red.png"_s)));
        drop(*window, f.file(u"red.png"_s), middleOfBoard(*window));
        QTRY_COMPARE(window->document()->design().images.size(), 1);
        QCOMPARE(f.desk().windows().size(), 1);
        // Where there is no board, it is said what it lacks.
        MainWindow* start = f.shown(f.desk().showStartPage());
        drop(*start, f.file(u"red.png"_s), {200, 200});
        QTRY_COMPARE(start->banners()->sentences().size(), 1);
        QVERIFY2(start->banners()->sentences().first().startsWith(
                     u"red.png: there is no Groundplan design in it"_s),
                 qPrintable(start->banners()->sentences().first()));
    }

    void whatWasNotTakenOverIsListed() {
        WindowFixture f;
        MainWindow* window = f.shown(f.desk().showStartPage());
        writeTo(f.file(u"two.dot"_s), kThree);
        window->actions()[ActionId::Import]->trigger();
        answer(*window, f.file(u"two.dot"_s));
        QTRY_VERIFY(window->document());
        QCOMPARE(window->document()->design().blocks.size(), 3);
        auto* list = window->findChild<NotTakenDialog*>();
        QVERIFY(list);
        QVERIFY(list->isVisible());
        QVERIFY(!list->isModal());
        QTRY_COMPARE(QApplication::activeWindow(), list);
        QCOMPARE(list->findChild<QLabel*>()->text(),
                 u"“two.dot” is on the board. 1 thing in it could not be taken over:"_s);
        QCOMPARE(list->text(), u"Only the first graph of the file was taken over; more text follows it."_s);
        for (QPushButton* button : list->findChildren<QPushButton*>()) {
            if (button->text().contains(u"Copy"_s))
                button->click();
        }
        QCOMPARE(QGuiApplication::clipboard()->text(), list->text());
        QCOMPARE(f.settings().importFolder(), QFileInfo(f.file(u"two.dot"_s)).absolutePath());
    }

    /// The list is read and closed with the keys, also where a new window came with it.
    void theListOfANewWindowHasTheKeys() {
        WindowFixture f;
        MainWindow* window = f.board();
        addTitled(*window, u"cache"_s, u"Hot"_s);
        writeTo(f.file(u"two.dot"_s), kThree);
        drop(*window, f.file(u"two.dot"_s), middleOfBoard(*window));
        QTRY_COMPARE(f.desk().windows().size(), 2);
        MainWindow* fresh = f.desk().windows().last();
        auto* list = fresh->findChild<NotTakenDialog*>();
        QVERIFY(list);
        QTRY_COMPARE(QApplication::activeWindow(), list);
        QVERIFY(list->isAncestorOf(QApplication::focusWidget()));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QTRY_VERIFY(!fresh->findChild<NotTakenDialog*>());
    }
    void undoneImportsLeaveTheBoardInSight() {
        WindowFixture f;
        const QString file = f.file(u"hot.gplan"_s); // in which nothing was selected yet
        QCOMPARE(runCli({u"new"_s, file}).code, 0);
        QCOMPARE(runCli({u"sketch"_s, file, u"cache"_s}).code, 0);
        MainWindow* window = f.shown(f.desk().open(file));
        QByteArray many = "digraph { rankdir=LR;";
        for (int i = 0; i < 40; ++i)
            many += " n" + QByteArray::number(i) + " -> n" + QByteArray::number(i + 1) + ";";
        writeTo(f.file(u"many.dot"_s), many + " }");
        window->importIntoThis(f.file(u"many.dot"_s));
        QTRY_VERIFY(window->document()->design().blocks.size() > 40);
        window->actions()[ActionId::Undo]->trigger();
        QCOMPARE(window->document()->design().blocks.size(), 1);
        BoardView* view = window->board()->view();
        const Rect rect = window->document()->design().blocks.begin()->rect;
        const QRectF hot(points(rect.x), points(rect.y), points(rect.w), points(rect.h));
        QVERIFY(view->visibleArea().contains(hot));
        // Its last few points at the left border are no sight of it.
        window->actions()[ActionId::Redo]->trigger();
        view->lookAt({hot.right() - 10 + view->visibleArea().width() / 2, hot.center().y()}, view->zoom());
        window->actions()[ActionId::Undo]->trigger();
        QVERIFY(view->visibleArea().contains(hot));
    }

    void intoThisDesignIsAFrameAndOneEdit() {
        WindowFixture f;
        MainWindow* window = f.board();
        QVERIFY(window->actions()[ActionId::ImportInto]->isEnabled());
        addTitled(*window, u"cache"_s, u"Hot"_s);
        const Design before = window->document()->design();
        const qsizetype entries = window->document()->history().size();
        writeTo(f.file(u"pipeline.dot"_s), "digraph { kafka -> spark -> redis }");
        window->actions()[ActionId::ImportInto]->trigger();
        answer(*window, f.file(u"pipeline.dot"_s));
        QTRY_COMPARE(window->document()->design().blocks.size(), 4);
        const Design& now = window->document()->design();
        QCOMPARE(window->document()->history().size(), entries + 1);
        QCOMPARE(window->document()->history().last().key, "import-into");
        QCOMPARE(now.frames.size(), 1);
        const Frame& frame = *now.frames.begin();
        QCOMPARE(frame.title, u"pipeline"_s);
        const Block& hot = *before.blocks.begin();
        QVERIFY(frame.rect.x >= hot.rect.x + hot.rect.w);
        for (const Block& block : now.blocks) {
            if (block.id != hot.id)
                QCOMPARE(now.elements.find(block.id)->parent, frame.id);
        }
        for (const Connection& connection : now.connections)
            QVERIFY(!connection.route.isEmpty());
        QCOMPARE(window->board()->selection(), QSet{frame.id});
        const QRectF seen = window->board()->view()->visibleArea();
        QVERIFY(seen.contains(
            QRectF(points(frame.rect.x), points(frame.rect.y), points(frame.rect.w), points(frame.rect.h))));
        QVERIFY(!window->findChild<NotTakenDialog*>());
        window->actions()[ActionId::Undo]->trigger();
        QVERIFY(window->document()->design() == before);
    }

    /// All that came in goes where the new frame goes, drawn lines and texts, too.
    void theFrameOfWhatWasImportedHoldsAllOfIt() {
        WindowFixture f;
        MainWindow* window = f.board();
        addTitled(*window, u"cache"_s, u"Ranker"_s);
        const Design before = window->document()->design();
        writeTo(f.file(u"drawing.excalidraw"_s), R"({"type":"excalidraw","version":2,"elements":[
{"type":"rectangle","id":"a","x":0,"y":0,"width":160,"height":80,"label":{"text":"Ranker"}},
{"type":"rectangle","id":"b","x":0,"y":200,"width":400,"height":300},
{"type":"rectangle","id":"c","x":40,"y":240,"width":160,"height":80,"label":{"text":"Gateway"}},
{"type":"freedraw","id":"d","x":60,"y":400,"points":[[0,0],[40,10],[90,-5]]},
{"type":"freedraw","id":"e","x":600,"y":100,"points":[[0,0],[40,10],[90,-5]]},
{"type":"arrow","id":"g","x":600,"y":300,"points":[[0,0],[120,0]]},
{"type":"line","id":"h","x":600,"y":350,"points":[[0,0],[0,120]]},
{"type":"ellipse","id":"i","x":600,"y":0,"width":60,"height":40},
{"type":"text","id":"j","x":600,"y":520,"width":90,"height":25,"fontSize":20,"text":"a remark"}]})");
        window->importIntoThis(f.file(u"drawing.excalidraw"_s));
        QTRY_COMPARE(window->document()->design().frames.size(), 2);
        const Design came = window->document()->design();
        QCOMPARE(came.strokes.size(), 4);
        QCOMPARE(came.shapes.size(), 2);
        QStringList names;
        for (const Block& block : came.blocks)
            names << block.name;
        names.sort();
        QCOMPARE(names, (QStringList{u"gateway"_s, u"ranker"_s, u"ranker_2"_s}));
        QCOMPARE(window->board()->selection().size(), 1);
        const ElementId frame = *window->board()->selection().cbegin();
        const Rect around = came.frames.find(frame)->rect;
        // As somebody does who drags it.
        constexpr Point kBy{400, 800};
        QVERIFY(window->board()->edit({"move", {u"1"_s}},
                                      [&](Editor& editor) { return moveElements(editor, {frame}, kBy); }));
        const Design& moved = window->document()->design();
        for (const Element& element : came.elements) {
            const auto rect = came.rectOf(element.id);
            if (!rect || before.elements.contains(element.id))
                continue;
            QVERIFY(around.contains(*rect));
            QVERIFY(came.isInside(element.id, frame) || element.id == frame);
            QCOMPARE(moved.rectOf(element.id), rect->translated(kBy));
        }
        window->actions()[ActionId::Undo]->trigger();
        QVERIFY(window->document()->design() == came);
        window->actions()[ActionId::Undo]->trigger();
        QVERIFY(window->document()->design() == before);
    }

    /// What the other design says of itself would be said of this one, so it stands on a card, whether this
    /// board says something of the kind or not.
    void factsOfTheOtherBoardStandOnACard_data() {
        QTest::addColumn<bool>("mine");
        QTest::newRow("this board has a task") << true;
        QTest::newRow("it has blocks only") << false;
    }
    void factsOfTheOtherBoardStandOnACard() {
        QFETCH(bool, mine);
        WindowFixture f;
        MainWindow* window = f.board();
        const auto say = [](Document& document, const QString& task, const QString& split,
                            const QString& answer) {
            return document.edit({"paste", {u"1"_s}}, [&](Editor& editor) -> Result<void> {
                Board board = editor.design().board;
                board.task = task;
                editor.put(board);
                editor.put(Property{PropertyId(5), {}, u"data.split"_s, split});
                Metric metric;
                metric.id = MetricId(6);
                metric.name = u"NDCG"_s;
                metric.target = u"0.4"_s;
                editor.put(metric);
                Note note;
                note.id = NoteId(9);
                note.text = u"Prices change"_s;
                editor.put(note);
                for (const auto& [id, question, said] : {std::tuple(qint64(7), u"How many?"_s, answer),
                                                         std::tuple(qint64(8), u"Why?"_s, QString())}) {
                    Requirement requirement;
                    requirement.id = RequirementId(id);
                    requirement.question = question;
                    requirement.answer = said;
                    requirement.topic = said.isEmpty() ? u"asked-by-all"_s : QString();
                    editor.put(requirement);
                }
                return {};
            });
        };
        const QString file = f.makeFile(u"other.gplan"_s, u"Other"_s);
        {
            const auto other = Document::open(file, Document::Use::CommandLine);
            QVERIFY(other && say(**other, u"Sell more"_s, u"By time"_s, u"2M"_s));
            QVERIFY((*other)->edit({"add-card", {}}, [](Editor& editor) -> Result<void> {
                return addCard(editor, CardKind::Task, {0, 0, 1600, 800}, {}, {}).map([](ElementId) {});
            }));
        }
        QCOMPARE(runCli({u"export"_s, file, u"-o"_s, f.file(u"other.svg"_s)}).code, 0);
        addTitled(*window, u"cache"_s, u"Hot"_s);
        if (mine)
            QVERIFY(say(*window->document(), u"Keep them"_s, u"By user"_s, u"1M"_s));
        const Design before = window->document()->design();
        window->importIntoThis(f.file(u"other.svg"_s));
        QTRY_COMPARE(window->document()->design().frames.size(), 1);
        const Design& now = window->document()->design();
        QVERIFY(now.board == before.board);
        QVERIFY(now.requirements == before.requirements && now.properties == before.properties);
        QVERIFY(now.metrics == before.metrics && now.notes == before.notes);
        QStringList texts;
        for (const Card* card : now.cards.sorted()) {
            QCOMPARE(card->kind, CardKind::Text);
            QVERIFY(now.frames.begin()->rect.contains(card->rect));
            texts << card->text;
        }
        texts.sort();
        QCOMPARE(texts,
                 (QStringList{u"Sell more"_s, u"“Other” as a whole\nHow many? 2M\nremark: Prices change\n"
                                              "metric “NDCG”: ≥ 0.4\nSplit: By time"_s}));
        QVERIFY(!window->findChild<NotTakenDialog*>()); // nothing is lost
        QVERIFY(window->document()->undo());
        QVERIFY(window->document()->design() == before); // one step
    }
    /// A board that says nothing yet becomes what comes in.
    void anEmptyBoardTakesAll() {
        WindowFixture f;
        MainWindow* window = f.board();
        const QString file = f.file(u"video.gplan"_s);
        const QString source = projectPath("templates/designs/video-recommendation.dot");
        QCOMPARE(runCli({u"import"_s, source, u"-o"_s, file}).code, 0);
        QCOMPARE(runCli({u"export"_s, file, u"-o"_s, f.file(u"video.svg"_s)}).code, 0);
        window->importIntoThis(f.file(u"video.svg"_s));
        QTRY_COMPARE(window->document()->design().elements.isEmpty(), false);
        QVERIFY(!window->document()->design().board.task.isEmpty());
        QVERIFY(!window->document()->design().requirements.isEmpty());
    }

    void whatCannotBeReadIsSaidAndChangesNothing() {
        WindowFixture f;
        MainWindow* window = f.board();
        addTitled(*window, u"cache"_s, u"Hot"_s);
        const Design before = window->document()->design();
        writeTo(f.file(u"bad.dot"_s), "digraph { a -> ");
        writeTo(f.file(u"bad.txt"_s), "hello");
        window->importIntoThis(f.file(u"bad.dot"_s));
        QTRY_COMPARE(
            window->banners()->sentences(),
            QStringList{
                u"bad.dot, line 1: the brace that opens here is never closed; add the missing “}”."_s});
        f.desk().importFile(f.file(u"bad.txt"_s), window);
        QTRY_COMPARE(window->banners()->sentences().size(), 1);
        QVERIFY2(window->banners()->sentences().last().startsWith(u"bad.txt: this is none of the formats"_s),
                 qPrintable(window->banners()->sentences().last()));
        QVERIFY(window->document()->design() == before);
        QCOMPARE(f.desk().windows().size(), 1);
        // Several at once are all said; with the next import they are over.
        f.desk().importFile(f.file(u"bad.dot"_s), window);
        f.desk().importFile(f.file(u"bad.txt"_s), window);
        QTRY_COMPARE(window->banners()->sentences().size(), 2);
        writeTo(f.file(u"platform v2.dot"_s), "digraph { kafka -> spark }");
        f.desk().importFile(f.file(u"platform v2.dot"_s), window);
        QCOMPARE(window->banners()->sentences(), QStringList());
        QTRY_COMPARE(f.desk().windows().size(), 2);
        QTRY_VERIFY(f.desk().windows().last()->document());
        // Without a title of its own it is called by its file, which is what saving it offers.
        QCOMPARE(f.desk().windows().last()->document()->design().board.title, u"platform v2"_s);
    }

    /// A reader that never ends: the window lives, says so, and lets go when told.
    void aLongReadingCanBeCancelled() {
        WindowFixture f;
        writeTo(f.file(u"never"_s), "#!/bin/sh\nexec sleep 60\n");
        QFile::setPermissions(f.file(u"never"_s), QFile::ReadOwner | QFile::ExeOwner);
        qputenv("GROUNDPLAN_GRAPHVIZ", f.file(u"never"_s).toLocal8Bit());
        MainWindow* window = f.board();
        writeTo(f.file(u"slow.dot"_s), "digraph { a -> b }");
        window->importIntoThis(f.file(u"slow.dot"_s));
        QTRY_COMPARE(window->banners()->sentences(), QStringList{u"Reading “slow.dot”…"_s});
        addTitled(*window, u"cache"_s, u"Meanwhile"_s);
        QCOMPARE(window->document()->design().blocks.size(), 1);
        for (QAbstractButton* button : window->banners()->findChildren<QAbstractButton*>()) {
            if (button->text() == "Cancel"_L1)
                button->click();
        }
        QCOMPARE(window->banners()->sentences(), QStringList());
        qunsetenv("GROUNDPLAN_GRAPHVIZ");
        // What was cancelled never comes; the next one does.
        window->importIntoThis(f.file(u"slow.dot"_s));
        QTRY_COMPARE(window->document()->design().blocks.size(), 3);
        QCOMPARE(window->banners()->sentences(), QStringList());
    }

    /// Nothing comes from nowhere: who takes what says so off the screen wants it to stop.
    void closingWhatSaysThatItReadsStopsIt_data() {
        QTest::addColumn<bool>("byEsc");
        QTest::newRow("Esc") << true;
        QTest::newRow("the cross") << false;
    }
    void closingWhatSaysThatItReadsStopsIt() {
        QFETCH(bool, byEsc);
        WindowFixture f;
        writeTo(f.file(u"never"_s), "#!/bin/sh\nexec sleep 60\n");
        QFile::setPermissions(f.file(u"never"_s), QFile::ReadOwner | QFile::ExeOwner);
        qputenv("GROUNDPLAN_GRAPHVIZ", f.file(u"never"_s).toLocal8Bit());
        MainWindow* window = f.board();
        writeTo(f.file(u"slow.dot"_s), "digraph { a -> b }");
        window->importIntoThis(f.file(u"slow.dot"_s));
        QTRY_COMPARE(window->banners()->sentences().size(), 1);
        const auto* run = window->findChild<ImportRun*>();
        QVERIFY(run);
        QSignalSpy over(run, &ImportRun::over);
        if (byEsc)
            QTest::keyClick(window->board()->view(), Qt::Key_Escape);
        else
            window->banners()->findChild<QToolButton*>()->click();
        QCOMPARE(over.size(), 1);
        QVERIFY(window->banners()->sentences().isEmpty());
        QVERIFY(window->statusLine()->message().startsWith(u"It is not read any further"_s));
        qunsetenv("GROUNDPLAN_GRAPHVIZ");
    }

    /// It takes neither the keys nor what is selected from who is writing.
    void whatComesWhileOneTypesWaits() {
        WindowFixture f;
        MainWindow* window = f.board();
        addTitled(*window, u"cache"_s, u"Mine"_s);
        const QSet<ElementId> selected = window->board()->selection();
        auto* field = window->findChild<LineField*>();
        QVERIFY(field);
        field->setFocus();
        QTest::keyClicks(field, u"kafka > sp"_s);
        writeTo(f.file(u"in.mmd"_s), "graph LR\n  A[Kafka] --> B[Spark]\n");
        window->importIntoThis(f.file(u"in.mmd"_s));
        QTRY_VERIFY(window->banners()->sentences().value(0).startsWith(u"“in.mmd” has been read"_s));
        QTest::keyClicks(field, u"ark"_s);
        QCOMPARE(field->text(), u"kafka > spark"_s);
        QCOMPARE(window->document()->design().blocks.size(), 1);
        QVERIFY(window->board()->selection() == selected);
        window->board()->view()->setFocus();
        QTRY_COMPARE(window->document()->design().blocks.size(), 3);
        QVERIFY(window->banners()->sentences().isEmpty());

        field->setFocus(); // and can be told not to come at all
        window->importIntoThis(f.file(u"in.mmd"_s));
        QTRY_COMPARE(window->banners()->sentences().size(), 1);
        for (QAbstractButton* button : window->banners()->findChildren<QAbstractButton*>()) {
            if (button->text() == "Cancel"_L1)
                button->click();
        }
        window->board()->view()->setFocus();
        QTest::qWait(50);
        QCOMPARE(window->document()->design().blocks.size(), 3);
    }

    void theChoicesOfAnExportAreRemembered() {
        WindowFixture f;
        MainWindow* window = f.board();
        addTitled(*window, u"cache"_s, u"Hot"_s);
        addTitled(*window, u"model"_s, u"Cold"_s);
        const QSet<ElementId> selected = window->board()->selection();
        const auto open = [&](ActionId id) {
            window->actions()[id]->trigger();
            return window->findChild<QFileDialog*>();
        };
        const auto tick = [](QFileDialog* dialog, const QString& name) {
            return dialog->findChild<QCheckBox*>(name);
        };
        QFileDialog* dialog = open(ActionId::ExportPng);
        QVERIFY(dialog);
        QVERIFY(tick(dialog, u"withSource"_s)->isChecked());
        const auto* size = dialog->findChild<QLabel*>(u"sourceSize"_s);
        QVERIFY2(size->text().startsWith(u"adds "_s) && !size->text().contains(u"adds 0"_s),
                 qPrintable(size->text()));
        QVERIFY(!tick(dialog, u"selectionOnly"_s)->isChecked());
        // A part carries nothing.
        tick(dialog, u"selectionOnly"_s)->setChecked(true);
        QVERIFY(!tick(dialog, u"withSource"_s)->isEnabled());
        tick(dialog, u"selectionOnly"_s)->setChecked(false);
        tick(dialog, u"withSource"_s)->setChecked(false);
        QVERIFY(!tick(dialog, u"withHistory"_s)->isEnabled());
        QVERIFY(size->text().isEmpty());
        tick(dialog, u"dark"_s)->setChecked(true);
        dialog->findChild<QDoubleSpinBox*>(u"scale"_s)->setValue(1);
        answer(*window, f.file(u"out.png"_s));
        const QImage dark(f.file(u"out.png"_s));
        QVERIFY(!dark.isNull());
        QVERIFY(dark.pixelColor(1, 1).lightness() < 60);

        const Settings again(f.file(u"groundplan.conf"_s));
        QVERIFY(!again.exportOptions().source);
        QVERIFY(again.exportOptions().dark);
        QCOMPARE(again.exportOptions().scale, 1.0);
        dialog = open(ActionId::ExportPng);
        QVERIFY(!tick(dialog, u"withSource"_s)->isChecked());
        QVERIFY(tick(dialog, u"dark"_s)->isChecked());
        tick(dialog, u"dark"_s)->setChecked(false);
        tick(dialog, u"selectionOnly"_s)->setChecked(true);
        answer(*window, f.file(u"part.png"_s));
        const QImage part(f.file(u"part.png"_s));
        QVERIFY(part.width() < dark.width());
        QVERIFY(part.pixelColor(1, 1).lightness() > 200);
        QCOMPARE(window->board()->selection(), selected);
        // What travels in a draw.io file has no history, and of a part it is only that part.
        dialog = open(ActionId::ExportDrawio);
        QVERIFY(tick(dialog, u"dark"_s)->isHidden() && tick(dialog, u"withHistory"_s)->isHidden());
        tick(dialog, u"withSource"_s)->setChecked(true);
        QVERIFY(dialog->findChild<QLabel*>(u"sourceSize"_s)->text().startsWith(u"adds "_s));
        tick(dialog, u"selectionOnly"_s)->setChecked(true);
        QVERIFY(tick(dialog, u"withSource"_s)->isEnabled());
        tick(dialog, u"withSource"_s)->setChecked(false);
        answer(*window, f.file(u"plain.drawio"_s));
        const QByteArray plain = bytesOfFile(f.file(u"plain.drawio"_s));
        QVERIFY(plain.contains("mxCell") && !plain.contains("label=\"\" groundplan="));
        dialog = open(ActionId::ExportDrawio);
        tick(dialog, u"withSource"_s)->setChecked(true);
        answer(*window, f.file(u"whole.drawio"_s));
        QVERIFY(bytesOfFile(f.file(u"whole.drawio"_s)).contains("label=\"\" groundplan="));
        // Formats without choices ask for a name alone.
        QVERIFY(!tick(open(ActionId::ExportDot), u"dark"_s));
    }
};

QTEST_MAIN(TestImportWindow)
#include "test_import_window.moc"
