#include "app/panels/controls.h"
#include "app/report/whole_export.h"
#include "app/window/banner.h"
#include "app/window/status_line.h"
#include "model/design/examples.h"
#include "tests/app/window/window_fixture.h"
#include "tests/cli/cli_run.h"
#include "tests/file_bytes.h"

#include <QCheckBox>
#include <QFileDialog>
#include <QLabel>

using namespace Qt::StringLiterals;
using namespace groundplan;

namespace {

/// Exports as a user does: the action, then the name.
QByteArray exportedByWindow(const MainWindow& window, const QString& format, bool selection,
                            const QString& path) {
    QFile::remove(path);
    const QHash<QString, std::pair<ActionId, ActionId>> actions{
        {u"pdf"_s, {ActionId::ExportPdf, ActionId::ExportSelectionPdf}},
        {u"png"_s, {ActionId::ExportPng, ActionId::ExportSelectionPng}},
        {u"svg"_s, {ActionId::ExportSvg, ActionId::ExportSelectionSvg}},
        {u"dot"_s, {ActionId::ExportDot, ActionId::ExportSelectionDot}},
        {u"json"_s, {ActionId::ExportJson, {}}},
        {u"mmd"_s, {ActionId::ExportMermaid, {}}},
        {u"drawio"_s, {ActionId::ExportDrawio, {}}},
        {u"html"_s, {ActionId::ExportHtml, {}}},
        {u"md"_s, {ActionId::ExportMarkdown, {}}}};
    window.actions()[selection ? actions[format].second : actions[format].first]->trigger();
    auto* dialog = window.findChild<QFileDialog*>();
    dialog->selectFile(path);
    QMetaObject::invokeMethod(dialog, "accept");
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    return bytesOfFile(path);
}

} // namespace

/// What leaves a board by the menu and by the command line is the same, byte for byte.
class TestExportsAgree : public QObject {
    Q_OBJECT

    const QStringList partly_{u"dot"_s, u"pdf"_s, u"png"_s, u"svg"_s}; ///< of the selection, too

    void compare(WindowFixture& f, MainWindow& window, const QSet<ElementId>& some, const QString& names) {
        window.board()->setSelection(some);
        QCOMPARE(window.board()->selection(), some);
        const QString file = window.document()->path();
        // Under one name in two folders: a Markdown document names the picture beside it.
        for (const QString& folder : {u"window"_s, u"cli"_s})
            QVERIFY(QDir().mkpath(f.file(folder)));
        for (const QString& format : report::wholeFormats()) {
            for (const bool selection : partly_.contains(format) ? QList{false, true} : QList{false}) {
                const QByteArray byWindow =
                    exportedByWindow(window, format, selection, f.file(u"window/board."_s + format));
                const QString out = f.file(u"cli/board."_s + format);
                QStringList words{u"export"_s, file, u"-o"_s, out};
                if (selection)
                    words += {u"--selection"_s, names};
                if (report::namesAuthor(format))
                    words += {u"--author"_s, f.settings().author()};
                if (!f.settings().templatesFolder().isEmpty())
                    words += {u"--kinds"_s, f.settings().templatesFolder()};
                const CliRun run =
                    runCli(words, {u"SOURCE_DATE_EPOCH=1700000000"_s,
                                   u"XDG_DATA_HOME="_s + qEnvironmentVariable("XDG_DATA_HOME")});
                if (format != "mmd"_L1) // which says what it has no place for
                    QCOMPARE(run.err, QString());
                QCOMPARE(run.code, 0);
                const QByteArray byCli = bytesOfFile(out);
                QVERIFY(!byWindow.isEmpty());
                QVERIFY2(byWindow == byCli, qPrintable(u"%1, %2: %3 and %4 bytes"_s.arg(format)
                                                           .arg(selection ? u"selection"_s : u"whole"_s)
                                                           .arg(byWindow.size())
                                                           .arg(byCli.size())));
                if (format == "md"_L1)
                    QVERIFY(bytesOfFile(f.file(u"window/board.diagram.svg"_s)) ==
                            bytesOfFile(f.file(u"cli/board.diagram.svg"_s)));
            }
        }
    }

private Q_SLOTS:
    /// Longer than the status line, and not to pass by.
    void whatAFormatHasNoPlaceForIsSaidInFull() {
        WindowFixture f;
        MainWindow* window = f.board();
        addTitled(*window, u"model"_s, u"Ranker"_s);
        exportedByWindow(*window, u"mmd"_s, false, f.file(u"plain.mmd"_s));
        QVERIFY(window->banners()->sentences().isEmpty());
        QVERIFY(window->statusLine()->message().contains(u"plain.mmd"_s));
        const auto add = [](Editor& editor) -> Result<void> {
            editor.put(Note{NoteId(1), {}, NoteKind::Risk, u"Slow"_s, 1});
            return {};
        };
        QVERIFY(window->document()->edit({"add-note", {}}, add));
        exportedByWindow(*window, u"mmd"_s, false, f.file(u"less.mmd"_s));
        QCOMPARE(window->banners()->sentences().size(), 1);
        const QString said = window->banners()->sentences().first();
        QVERIFY2(said.contains(u"less.mmd"_s) && said.endsWith(u"no place for them: notes."_s),
                 qPrintable(said));
        exportedByWindow(*window, u"svg"_s, false, f.file(u"all.svg"_s));
        QVERIFY(window->banners()->sentences().isEmpty()); // that was about another file
    }

    void initTestCase() {
        qputenv("SOURCE_DATE_EPOCH", "1700000000");
        initResources();
    }

    void ofExamples_data() {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("title");
        const QList<Example> examples = loadExamples(templatesFolder(u"designs"_s));
        QCOMPARE(examples.size(), 3);
        for (const Example& example : examples)
            QTest::newRow(qPrintable(example.name)) << example.path << example.title.in(u"en"_s);
    }
    void ofExamples() {
        QFETCH(QString, path);
        QFETCH(QString, title);
        WindowFixture f;
        f.settings().setAuthor(u"Ada Müller"_s);
        MainWindow* window = f.shown(f.desk().newFromExample(path, title));
        const Design& design = window->document()->design();
        // A frame with all that it holds, and a block beside it.
        const Frame* frame = design.frames.sorted().first();
        const Block* block = nullptr;
        for (const Block* each : design.blocks.sorted()) {
            if (!design.isInside(each->id, frame->id))
                block = each;
        }
        QVERIFY(block);
        compare(f, *window, {frame->id, block->id}, frame->name + u',' + block->name);
    }

    void ofAReport() {
        WindowFixture f;
        f.settings().setAuthor(u"Ada Müller"_s);
        const Example example = loadExamples(templatesFolder(u"designs"_s)).first();
        MainWindow* window = f.shown(f.desk().newFromExample(example.path, example.title.in(u"en"_s)));
        const QList<std::pair<QString, QStringList>> wanted{
            {u"letter"_s, {}}, {u"a4"_s, {u"--with-history"_s}}, {u"a4"_s, {u"--no-source"_s}}};
        for (const auto& [paper, inside] : wanted) {
            const QString path = f.file(u"window-report.pdf"_s);
            QFile::remove(path);
            window->actions()[ActionId::ExportReport]->trigger();
            auto* dialog = window->findChild<QFileDialog*>();
            auto* choice = dialog->findChild<SegmentedControl*>(u"paper"_s);
            QVERIFY(choice);
            choice->setCurrent(paper == "letter"_L1 ? 1 : 0);
            QVERIFY(dialog->findChild<QLabel*>(u"sourceSize"_s)->text().startsWith(u"adds "_s));
            if (inside.contains(u"--with-history"_s))
                dialog->findChild<QCheckBox*>(u"withHistory"_s)->setChecked(true);
            if (inside.contains(u"--no-source"_s))
                dialog->findChild<QCheckBox*>(u"withSource"_s)->setChecked(false);
            dialog->selectFile(path);
            QMetaObject::invokeMethod(dialog, "accept");
            QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
            QCOMPARE(f.settings().reportPaper(), paper); // for the next one
            QCOMPARE(f.settings().exportOptions().source, !inside.contains(u"--no-source"_s));
            const QString out = f.file(u"cli-report.pdf"_s);
            const CliRun run = runCli(QStringList{u"report"_s, window->document()->path(), u"-o"_s, out,
                                                  u"--paper"_s, paper, u"--author"_s, f.settings().author()} +
                                          inside,
                                      {u"SOURCE_DATE_EPOCH=1700000000"_s});
            QCOMPARE(run.err, QString());
            QCOMPARE(run.code, 0);
            QVERIFY(!bytesOfFile(path).isEmpty());
            QVERIFY(bytesOfFile(path) == bytesOfFile(out));
            const CliRun back = runCli({u"import"_s, path, u"-o"_s, f.file(u"back.gplan"_s), u"--force"_s});
            QCOMPARE(back.code, inside.contains(u"--no-source"_s) ? 3 : 0);
        }
    }

    /// Chinese, Arabic and emoji beside Latin letters are set in several fonts; another process, the same
    /// bytes.
    void ofTextsInSeveralScripts() {
        WindowFixture f;
        const QString path = f.file(u"scripts.gplan"_s);
        const QByteArray design =
            R"({"blocks": [{"id": "1", "title": "推荐 Ranker"}, {"id": "2", "title": "مخزن Ranker", "parent": "3"},
                {"id": "4", "title": "🚀 go 推荐", "description": "Кафка, 推荐 and 🚀"}],
                "frames": [{"id": "3", "title": "推荐 group 🚀"}]})";
        const CliRun made =
            runCli({u"import"_s, u"-"_s, u"-o"_s, path, u"--format"_s, u"json"_s}, {}, design);
        QCOMPARE(made.err, QString());
        for (const QString& format : {u"pdf"_s, u"svg"_s, u"report"_s}) {
            QSet<QByteArray> files;
            for (int run = 0; run < 6; ++run) {
                const QString out = f.file(u"scripts."_s + format);
                const QStringList words =
                    format == "report"_L1
                        ? QStringList{u"report"_s, path, u"-o"_s, out}
                        : QStringList{u"export"_s, path, u"-o"_s, out, u"--author"_s, u"Ada"_s};
                const CliRun done = runCli(words, {u"SOURCE_DATE_EPOCH=1700000000"_s});
                QCOMPARE(done.err, QString());
                files.insert(bytesOfFile(out));
            }
            QVERIFY2(files.size() == 1,
                     qPrintable(u"%1: %2 different files"_s.arg(format).arg(files.size())));
        }
    }

    /// Whose title is neither in the design nor a file's name.
    void ofABoardWithoutAName() {
        WindowFixture f;
        f.settings().setAuthor(u"Ada Müller"_s);
        MainWindow* window = f.board();
        addTitled(*window, u"cache"_s, u"Hot"_s);
        addTitled(*window, u"model"_s, u"Cold"_s);
        QVERIFY(window->document()->isUnnamed());
        const Block* hot = window->document()->design().blocks.sorted().first();
        compare(f, *window, {hot->id}, hot->name);
        const QByteArray pdf = exportedByWindow(*window, u"pdf"_s, false, f.file(u"titled.pdf"_s));
        QVERIFY(pdf.contains("Untitled board"));
    }

    void ofABoardWithOwnKinds() {
        WindowFixture f;
        f.settings().setAuthor(u"Ada Müller"_s);
        const QString folder = f.file(u"own"_s);
        QVERIFY(QDir().mkpath(folder));
        QFile kinds(folder + u"/kinds.json"_s);
        QVERIFY(kinds.open(QIODevice::WriteOnly));
        kinds.write(
            QByteArray(
                "{'groups': [{'name': 'robots', 'title': 'Robots', 'strong': '#aa0000', 'tint': '#ffdddd', "
                "'strongDark': '#ff8888', 'tintDark': '#440000'}], "
                "'kinds': [{'name': 'arm', 'title': 'Arm', 'description': 'Grips.', 'group': 'robots', "
                "'icon': 'model', 'dotShape': 'hexagon'}]}")
                .replace('\'', '"'));
        kinds.close();
        f.settings().setTemplatesFolder(folder);
        MainWindow* window = f.board();
        f.desk().reloadTemplates(window);
        QCOMPARE(window->banners()->sentences(), QStringList());
        addTitled(*window, u"arm"_s, u"Left"_s);
        const Block* arm = window->document()->design().blocks.sorted().first();
        compare(f, *window, {arm->id}, arm->name);
        QVERIFY(exportedByWindow(*window, u"dot"_s, false, f.file(u"arm.dot"_s)).contains("hexagon"));
    }

    void ofABoardThatIsCalledByItsFile() {
        WindowFixture f;
        f.settings().setAuthor(u"Ada Müller"_s);
        MainWindow* window = f.board();
        addTitled(*window, u"cache"_s, u"Hot"_s);
        QVERIFY(window->document()->saveAs(f.file(u"Quarterly plan.v2.gplan"_s)));
        const Block* hot = window->document()->design().blocks.sorted().first();
        compare(f, *window, {hot->id}, hot->name);
        const QByteArray pdf = exportedByWindow(*window, u"pdf"_s, false, f.file(u"titled.pdf"_s));
        QVERIFY(pdf.contains("Quarterly plan.v2"));
    }
};

QTEST_MAIN(TestExportsAgree)
#include "test_exports_agree.moc"
