#include "app/render/export_formats.h"
#include "app/window/banner.h"
#include "app/window/exporting.h"
#include "app/window/status_line.h"
#include "model/document/document_bytes.h"
#include "tests/app/window/window_fixture.h"
#include "tests/file_bytes.h"

#include <QBuffer>
#include <QFileDialog>

#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace groundplan;

/// Export in the File menu: what is written, under which name, and what is never written over.
class TestExporting : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { qputenv("SOURCE_DATE_EPOCH", "1700000000"); }

    void anExportIsWhatTheCommandLineWrites_data() {
        QTest::addColumn<QString>("format");
        QTest::addColumn<bool>("selection");
        for (const QString& format : {u"dot"_s, u"pdf"_s, u"png"_s, u"svg"_s}) {
            QTest::addRow("%s of everything", qPrintable(format)) << format << false;
            QTest::addRow("%s of the selection", qPrintable(format)) << format << true;
        }
    }
    void anExportIsWhatTheCommandLineWrites() {
        QFETCH(QString, format);
        QFETCH(bool, selection);
        WindowFixture f;
        MainWindow* window = f.shown(f.desk().open(f.makeFile(u"board.gplan"_s, u"Board"_s)));
        addTitled(*window, u"cache"_s, u"Hot"_s);
        addTitled(*window, u"model"_s, u"Cold"_s);
        const QSet<ElementId> selected = window->board()->selection();
        QCOMPARE(selected.size(), 1);
        const QHash<QString, std::pair<ActionId, ActionId>> actions{
            {u"pdf"_s, {ActionId::ExportPdf, ActionId::ExportSelectionPdf}},
            {u"png"_s, {ActionId::ExportPng, ActionId::ExportSelectionPng}},
            {u"svg"_s, {ActionId::ExportSvg, ActionId::ExportSelectionSvg}},
            {u"dot"_s, {ActionId::ExportDot, ActionId::ExportSelectionDot}}};
        window->actions()[selection ? actions[format].second : actions[format].first]->trigger();
        const QString path = f.file(u"out."_s + format);
        answerFileDialog(*window, path);
        ExportRequest request;
        request.design = window->document()->design();
        request.title = u"Board"_s;
        if (selection)
            request.selection = selected;
        else if (carriesSource(format))
            request.source = *documentBytes(*window->document(), false);
        QBuffer expected;
        QVERIFY(expected.open(QIODevice::WriteOnly) &&
                exportDesign(request, format, f.catalogue(), expected));
        QVERIFY(!expected.data().isEmpty());
        QCOMPARE(bytesOfFile(path), expected.data());
        QVERIFY(window->statusLine()->message().contains(path));
        QCOMPARE(f.settings().exportFolder(), QFileInfo(path).absolutePath());
    }

    /// A name says what is in the file: nobody looks for a PDF in odd.png.
    void anExportUnderTheNameOfAnotherFormatIsRefused() {
        WindowFixture f;
        MainWindow* window = f.board();
        addTitled(*window, u"cache"_s, u"Hot"_s);
        window->actions()[ActionId::ExportPdf]->trigger();
        const QString path = f.file(u"odd.png"_s);
        answerFileDialog(*window, path);
        QVERIFY(!QFile::exists(path));
        QCOMPARE(window->banners()->sentences(),
                 QStringList{u"“odd.png” is a name for PNG, and this would be PDF: choose one that ends in "
                             ".pdf, or export as PNG."_s});
        window->actions()[ActionId::ExportPdf]->trigger();
        answerFileDialog(*window, f.file(u"my.own"_s)); // no format's name
        QVERIFY(bytesOfFile(f.file(u"my.own"_s)).startsWith("%PDF") ||
                bytesOfFile(f.file(u"my.own.pdf"_s)).startsWith("%PDF"));
        QVERIFY(window->banners()->sentences().isEmpty());
    }

    void aSuggestedNameKeepsItsSense() {
        WindowFixture f;
        MainWindow* window =
            f.shown(f.desk().open(f.makeFile(u"board.gplan"_s, u"Block or allow <1 %: why?"_s)));
        window->actions()[ActionId::ExportPdf]->trigger();
        const auto* dialog = window->findChild<QFileDialog*>();
        QVERIFY(dialog);
        QCOMPARE(QFileInfo(dialog->selectedFiles().value(0)).fileName(), u"Block or allow ‹1 %- why-.pdf"_s);
    }

    void anExportThatCannotBeWrittenIsSaid() {
        WindowFixture f;
        const auto done = exportDocument(*f.board()->document(), {}, std::nullopt, u"dot"_s,
                                         f.file(u"no/such/folder.dot"_s), {}, f.catalogue(), f.templates());
        QVERIFY(!done);
        QCOMPARE(done.error().code, ErrorCode::NotWritten);
    }

    void anExportNeverReplacesAnOpenBoard() {
        WindowFixture f;
        const QString path = f.makeFile(u"board.gplan"_s, u"Board"_s);
        const QString link = f.file(u"board.dot"_s);
        QCOMPARE(::link(qPrintable(path), qPrintable(link)), 0);
        MainWindow* window = f.shown(f.desk().open(path));
        const auto done = exportDocument(*window->document(), {}, std::nullopt, u"dot"_s, link, {},
                                         f.catalogue(), f.templates());
        QVERIFY(!done);
        QCOMPARE(done.error().code, ErrorCode::NotWritten);
        addTitled(*window, u"cache"_s, {});
        QVERIFY(!window->document()->isUnnamed()); // its file is still there
        QCOMPARE(window->document()->design().blocks.size(), 1);
    }
};

QTEST_MAIN(TestExporting)
#include "test_exporting.moc"
