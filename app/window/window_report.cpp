#include "app/panels/controls.h"
#include "app/report/paper.h"
#include "app/window/banner.h"
#include "app/window/desk.h"
#include "app/window/exporting.h"
#include "app/window/file_dialog.h"
#include "app/window/looked.h"
#include "app/window/main_window.h"
#include "app/window/settings.h"
#include "app/window/source_choice.h"

#include <QApplication>
#include <QDir>
#include <QFileInfo>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>

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
    const Looked looked = this->looked();
    dialog->selectFile(tr("%1 (report)").arg(suggestedName(looked)) + u".pdf"_s);
    auto* paper = new SegmentedControl({tr("A4"), tr("Letter")});
    paper->setObjectName(u"paper"_s);
    paper->setAccessibleName(tr("Paper"));
    paper->setCurrent(settings_.reportPaper() == report::nameOf(report::Paper::Letter) ? 1 : 0);
    auto* author = new QLineEdit(settings_.reportAuthor());
    author->setObjectName(u"author"_s);
    author->setPlaceholderText(tr("Nobody is named"));
    author->setToolTip(tr("Who is named on the cover"));
    author->setMaximumWidth(320);
    auto* source = new SourceChoice(*document_, looked, u"pdf"_s, settings_.exportOptions().source, dialog);
    if (auto* grid = qobject_cast<QGridLayout*>(dialog->layout())) {
        const int row = grid->rowCount();
        grid->addWidget(new QLabel(tr("Paper:")), row, 0);
        grid->addWidget(paper, row, 1, Qt::AlignLeft);
        grid->addWidget(new QLabel(tr("Author:")), row + 1, 0);
        grid->addWidget(author, row + 1, 1);
        grid->addWidget(source, row + 2, 0, 1, -1);
    }
    connect(
        dialog, &QFileDialog::fileSelected, this, [this, paper, author, source, looked](const QString& path) {
            const report::Paper wanted = paper->current() == 1 ? report::Paper::Letter : report::Paper::A4;
            ExportOptions options = settings_.exportOptions();
            options.source = source->isWanted();
            const QFileInfo file(path);
            settings_.setExportFolder(file.absolutePath());
            settings_.setReportAuthor(author->text().simplified());
            settings_.setReportPaper(report::nameOf(wanted));
            settings_.setExportOptions(options);
            options.history = source->historyIsWanted();
            QApplication::setOverrideCursor(Qt::WaitCursor);
            const Result<QString> written =
                groundplan::exportReport(*document_, looked, wanted, path, settings_.reportAuthor(),
                                         desk_.services().catalogue, desk_.services().templates, options);
            QApplication::restoreOverrideCursor();
            if (!written) {
                showError(u"export"_s, written.error().sentence);
                return;
            }
            banners_->clear(u"export"_s);
            showWritten(tr("The report is in %1.").arg(QDir::toNativeSeparators(path)), path, *written);
        });
    dialog->open();
}

} // namespace groundplan
