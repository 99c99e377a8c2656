#include "app/panels/controls.h"
#include "app/report/paper.h"
#include "app/window/banner.h"
#include "app/window/desk.h"
#include "app/window/exporting.h"
#include "app/window/file_dialog.h"
#include "app/window/main_window.h"
#include "app/window/settings.h"
#include "app/window/source_choice.h"
#include "app/window/status_line.h"

#include <QApplication>
#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QGridLayout>
#include <QLabel>
#include <QUrl>

// Export > Report.

using namespace Qt::StringLiterals;

namespace groundplan {

void MainWindow::exportReport() {
    settle();
    // The system's dialog has no place for the paper.
    auto* dialog = makeFileDialog(this, tr("Export a report"), settings_.exportFolder(),
                                  QFileDialog::DontUseNativeDialog);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setFileMode(QFileDialog::AnyFile);
    dialog->setNameFilters({tr("PDF (*.pdf)")});
    dialog->setDefaultSuffix(u"pdf"_s);
    dialog->selectFile(tr("%1 (report)").arg(suggestedName()) + u".pdf"_s);
    auto* paper = new SegmentedControl({tr("A4"), tr("Letter")});
    paper->setObjectName(u"paper"_s);
    paper->setAccessibleName(tr("Paper"));
    paper->setCurrent(settings_.reportPaper() == report::nameOf(report::Paper::Letter) ? 1 : 0);
    auto* source = new SourceChoice(*document_, u"pdf"_s, settings_.exportOptions().source, dialog);
    if (auto* grid = qobject_cast<QGridLayout*>(dialog->layout())) {
        const int row = grid->rowCount();
        grid->addWidget(new QLabel(tr("Paper:")), row, 0);
        grid->addWidget(paper, row, 1, Qt::AlignLeft);
        grid->addWidget(source, row + 1, 0, 1, -1);
    }
    connect(dialog, &QFileDialog::fileSelected, this, [this, paper, source](const QString& path) {
        const report::Paper wanted = paper->current() == 1 ? report::Paper::Letter : report::Paper::A4;
        ExportOptions options = settings_.exportOptions();
        options.source = source->isWanted();
        const QFileInfo file(path);
        settings_.setExportFolder(file.absolutePath());
        settings_.setReportPaper(report::nameOf(wanted));
        settings_.setExportOptions(options);
        options.history = source->historyIsWanted();
        QApplication::setOverrideCursor(Qt::WaitCursor);
        const Result<void> written =
            groundplan::exportReport(*document_, wanted, path, settings_.author(), desk_.services().catalogue,
                                     desk_.services().templates, options);
        QApplication::restoreOverrideCursor();
        if (!written) {
            showError(u"export"_s, written.error().sentence);
            return;
        }
        banners_->clear(u"export"_s);
        status_->showMessage(tr("The report is in %1.").arg(QDir::toNativeSeparators(path)),
                             tr("Open folder"),
                             [file] { QDesktopServices::openUrl(QUrl::fromLocalFile(file.absolutePath())); });
    });
    dialog->open();
}

} // namespace groundplan
