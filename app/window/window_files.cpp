#include "app/render/document_title.h"
#include "app/render/export_formats.h"
#include "app/report/shown.h"
#include "app/report/whole_export.h"
#include "app/window/actions.h"
#include "app/window/banner.h"
#include "app/window/board_controller.h"
#include "app/window/export_options.h"
#include "app/window/exporting.h"
#include "app/window/file_dialog.h"
#include "app/window/history_page.h"
#include "app/window/main_window.h"
#include "app/window/panel_board.h"
#include "app/window/picture_files.h"
#include "app/window/printing.h"
#include "app/window/status_line.h"

#include <QApplication>
#include <QCheckBox>
#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QGridLayout>
#include <QMessageBox>
#include <QPushButton>
#include <QRegularExpression>
#include <QUrl>

// The commands of the File menu that ask for a name or a decision. Their dialogs do not hold the program up.

using namespace Qt::StringLiterals;

namespace groundplan {
namespace {

QString boardFilter() {
    return MainWindow::tr("Groundplan boards (*.gplan)");
}

QFileDialog* fileDialog(QWidget* parent, const QString& title, QFileDialog::AcceptMode mode,
                        const QString& folder, const QStringList& filters,
                        QFileDialog::Options options = {}) {
    auto* dialog = makeFileDialog(parent, title, folder, options);
    dialog->setAcceptMode(mode);
    dialog->setFileMode(mode == QFileDialog::AcceptOpen ? QFileDialog::ExistingFile : QFileDialog::AnyFile);
    dialog->setNameFilters(filters);
    return dialog;
}

/// Sets the time-glass cursor for as long as it lives.
struct Busy {
    Busy() { QApplication::setOverrideCursor(Qt::WaitCursor); }
    ~Busy() { QApplication::restoreOverrideCursor(); }
    Busy(const Busy&) = delete;
    Busy& operator=(const Busy&) = delete;
};

} // namespace

Looked MainWindow::looked() const {
    if (history_)
        return history_->looked();
    Looked board;
    board.design = document_->design();
    return board;
}

QString MainWindow::suggestedName(const Looked& looked) const {
    QString name = titleOf(*document_).left(80);
    if (looked.comparison)
        name = tr("%1 (differences)").arg(name);
    else if (looked.moment)
        name = tr("%1 (%2)").arg(name, looked.caption.left(80));
    // “<1 %” must not become “-1 %”.
    name.replace(u'<', u'\u2039').replace(u'>', u'\u203a');
    return name.replace(QRegularExpression(u"[/\\\\:*?\"|\\x00-\\x1f]"_s), u"-"_s).trimmed();
}

/// Where it is read: the history covers the status line, and what was left out must not pass by.
void MainWindow::showWritten(const QString& sentence, const QString& path, const QString& remark) {
    const auto openFolder = [folder = QFileInfo(path).absolutePath()] {
        QDesktopServices::openUrl(QUrl::fromLocalFile(folder));
    };
    banners_->clear(u"written"_s);
    if (history_ || !remark.isEmpty())
        banners_->show(BannerArea::Tone::Info, u"written"_s,
                       remark.isEmpty() ? sentence : sentence + u' ' + remark,
                       {{tr("Open folder"), openFolder}});
    else
        status_->showMessage(sentence, tr("Open folder"), openFolder);
}

void MainWindow::chooseAndOpen() {
    auto* dialog = fileDialog(this, tr("Open a board"), QFileDialog::AcceptOpen, settings_.documentFolder(),
                              openNameFilters());
    connect(dialog, &QFileDialog::fileSelected, this,
            [this](const QString& path) { desk_.open(path, this); });
    dialog->open();
}

void MainWindow::chooseAndInsertImages() {
    auto* dialog =
        fileDialog(this, tr("Put pictures on the board"), QFileDialog::AcceptOpen, settings_.pictureFolder(),
                   {tr("Pictures (%1)").arg(pictureEndings()), tr("All files (*)")});
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this, [this](const QStringList& files) {
        settings_.setPictureFolder(QFileInfo(files.value(0)).absolutePath());
        board_->addPictures(files);
    });
    dialog->open();
}

void MainWindow::saveAs() {
    settle();
    auto* dialog = fileDialog(this, tr("Save the board under a name"), QFileDialog::AcceptSave,
                              settings_.documentFolder(), {boardFilter()});
    dialog->setDefaultSuffix(u"gplan"_s);
    dialog->selectFile(suggestedName(looked()) + u".gplan"_s);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) {
        const Busy busy;
        if (const auto saved = document_->saveAs(path); !saved) {
            showError(u"file"_s, saved.error().sentence);
            return;
        }
        banners_->clear(u"file"_s);
        settings_.addRecentFile(document_->path());
        settings_.setDocumentFolder(QFileInfo(path).absolutePath());
        showMessage(tr("The board is now in %1.").arg(QDir::toNativeSeparators(path)));
    });
    dialog->open();
}

void MainWindow::saveCopy() {
    settle();
    auto* dialog = fileDialog(
        this, tr("Save a copy"), QFileDialog::AcceptSave, settings_.documentFolder(), {boardFilter()},
        QFileDialog::DontUseNativeDialog); // the system's has no place for the choice below
    dialog->setDefaultSuffix(u"gplan"_s);
    const Looked looked = this->looked();
    dialog->selectFile((looked.moment ? suggestedName(looked) : tr("%1 (copy)").arg(suggestedName(looked))) +
                       u".gplan"_s);
    auto* history =
        new QCheckBox(tr("With its history: everything that was ever on the board, deleted words too"));
    history->setObjectName(u"withHistory"_s);
    if (auto* grid = qobject_cast<QGridLayout*>(dialog->layout()))
        grid->addWidget(history, grid->rowCount(), 0, 1, -1);
    history->setVisible(!looked.moment); // which goes on behind a past moment
    connect(dialog, &QFileDialog::fileSelected, this, [this, history, looked](const QString& path) {
        const Busy busy;
        const auto saved = looked.moment ? report::saveCopyOf(*document_, *looked.moment, path)
                                         : document_->saveCopy(path, history->isChecked());
        if (!saved) {
            showError(u"file"_s, saved.error().sentence);
            return;
        }
        banners_->clear(u"file"_s);
        showWritten(tr("A copy is in %1.").arg(QDir::toNativeSeparators(path)), path);
    });
    dialog->open();
}

void MainWindow::forgetHistory() {
    settle();
    auto* box = new QMessageBox(QMessageBox::Warning, tr("Forget history"),
                                tr("Forget how this board came about?"), QMessageBox::Cancel, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(
        tr("The board stays as it is. Undo ends here, and what was deleted, words too, is removed "
           "from the file. This cannot be undone."));
    auto* forget = box->addButton(tr("Forget history"), QMessageBox::DestructiveRole);
    box->setDefaultButton(QMessageBox::Cancel);
    connect(box, &QMessageBox::buttonClicked, this, [this, forget](QAbstractButton* button) {
        if (button != forget || !document_)
            return;
        if (const auto forgotten = document_->forgetHistory(); !forgotten)
            showError(u"file"_s, forgotten.error().sentence);
        else
            showMessage(tr("The history is gone; the board is as it was."));
        updateActions();
    });
    box->open();
}

void MainWindow::print() {
    settle();
    const Looked looked = this->looked();
    if (looked.design.elements.isEmpty()) {
        const QString sentence = tr("There is nothing to print yet.");
        if (history_)
            showInfo(u"written"_s, sentence);
        else
            showMessage(sentence);
        return;
    }
    ExportRequest what;
    what.design = looked.design;
    what.title = titleOf(*document_, looked.design);
    if (looked.comparison)
        what = *looked.comparison;
    const QString title = what.title;
    auto job = std::make_unique<PrintJob>(what, desk_.services().catalogue);
    (new PrintDialog(std::move(job), title, this))->open();
}

void MainWindow::exportAs(const QString& format, bool selection) {
    settle();
    const QHash<QString, QString> filters{{u"pdf"_s, tr("PDF (*.pdf)")},
                                          {u"png"_s, tr("PNG picture (*.png)")},
                                          {u"svg"_s, tr("SVG picture (*.svg)")},
                                          {u"dot"_s, tr("Graphviz DOT (*.dot)")},
                                          {u"mmd"_s, tr("Mermaid flowchart (*.mmd)")},
                                          {u"drawio"_s, tr("draw.io drawing (*.drawio)")},
                                          {u"json"_s, tr("JSON (*.json)")},
                                          {u"html"_s, tr("Web page (*.html)")},
                                          {u"md"_s, tr("Markdown document (*.md)")}};
    const bool asks = ExportOptionsBox::hasAny(format);
    auto* dialog = fileDialog(this,
                              selection ? tr("Export the selection as %1").arg(nameOfFormat(format))
                                        : tr("Export as %1").arg(nameOfFormat(format)),
                              QFileDialog::AcceptSave, settings_.exportFolder(), {filters.value(format)},
                              // The system's has no place for choices.
                              asks ? QFileDialog::DontUseNativeDialog : QFileDialog::Options());
    dialog->setDefaultSuffix(format);
    const Looked looked = this->looked();
    const QSet<ElementId> selected = history_ ? QSet<ElementId>() : board_->selection();
    dialog->selectFile(suggestedName(looked) + u'.' + format);
    ExportOptionsBox* box = nullptr;
    if (auto* grid = qobject_cast<QGridLayout*>(dialog->layout()); asks && grid) {
        box = new ExportOptionsBox(*document_, looked, selected, format, settings_.exportOptions(),
                                   selection            ? ExportOptionsBox::Part::Selection
                                   : selected.isEmpty() ? ExportOptionsBox::Part::Whole
                                                        : ExportOptionsBox::Part::Either);
        grid->addWidget(box, grid->rowCount(), 0, 1, -1);
    }
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, format, selection, selected, looked, box](const QString& path) {
                const ExportOptions options = box ? box->options() : ExportOptions();
                if (box) {
                    ExportOptions kept = options;
                    if (looked.comparison) // which was not asked whether the design travels
                        kept.source = settings_.exportOptions().source;
                    settings_.setExportOptions(kept);
                }
                const bool part = box ? box->selectionOnly() : selection;
                exportTo(path, format, looked, part ? std::optional(selected) : std::nullopt, options);
            });
    dialog->open();
}

void MainWindow::exportTo(const QString& path, const QString& format, const Looked& looked,
                          const std::optional<QSet<ElementId>>& ids, const ExportOptions& options) {
    if (const QString said = report::wholeFormatOf(path); !said.isEmpty() && said != format) {
        showError(u"export"_s,
                  tr("“%1” is a name for %2, and this would be %3: choose one that ends in .%4, "
                     "or export as %2.")
                      .arg(QFileInfo(path).fileName(), nameOfFormat(said), nameOfFormat(format), format));
        return;
    }
    const QString other = report::pictureInTheWay(looked.design, path, format);
    if (other.isEmpty()) {
        writeExport(path, format, looked, ids, options);
        return;
    }
    auto* box =
        new QMessageBox(QMessageBox::Warning, tr("Export as %1").arg(nameOfFormat(format)),
                        tr("Replace “%1”, too?").arg(QFileInfo(other).fileName()), QMessageBox::Cancel, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(
        tr("The diagram of “%1” goes into a file of that name, and the one that is there is not "
           "what an earlier export left.")
            .arg(QFileInfo(path).fileName()));
    auto* replace = box->addButton(tr("Replace"), QMessageBox::DestructiveRole);
    auto* another = box->addButton(tr("Another name…"), QMessageBox::ActionRole);
    box->setDefaultButton(another);
    connect(box, &QMessageBox::buttonClicked, this,
            [this, replace, another, path, format, looked, ids, options](QAbstractButton* button) {
                if (button == replace && document_)
                    writeExport(path, format, looked, ids, options);
                else if (button == another && document_)
                    exportAs(format, ids.has_value());
            });
    box->open();
}

void MainWindow::writeExport(const QString& path, const QString& format, const Looked& looked,
                             const std::optional<QSet<ElementId>>& ids, const ExportOptions& options) {
    const QFileInfo file(path);
    settings_.setExportFolder(file.absolutePath());
    const Result<QString> done = [&] {
        const Busy busy;
        return exportDocument(*document_, looked, ids, format, path, settings_.author(),
                              desk_.services().catalogue, desk_.services().templates, options);
    }();
    if (!done) {
        showError(u"export"_s, done.error().sentence);
        return;
    }
    banners_->clear(u"export"_s);
    showWritten(tr("Exported to %1.").arg(QDir::toNativeSeparators(path)), path, *done);
}

} // namespace groundplan
