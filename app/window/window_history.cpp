#include "app/render/design_import.h"
#include "app/render/document_title.h"
#include "app/window/actions.h"
#include "app/window/appearance.h"
#include "app/window/banner.h"
#include "app/window/file_dialog.h"
#include "app/window/history_page.h"
#include "app/window/main_window.h"
#include "app/window/name_dialog.h"
#include "app/window/panel_board.h"
#include "app/window/status_line.h"
#include "app/window/top_bar.h"
#include "model/document/file_identity.h"

#include <QDir>
#include <QFileInfo>
#include <QSplitter>
#include <QStackedWidget>

// The history of the document in place of its board, names for versions, and comparing with other files.

using namespace Qt::StringLiterals;

namespace groundplan {

void MainWindow::showHistory() {
    if (!document_)
        return;
    if (history_) {
        leaveHistory();
        return;
    }
    settle();
    saidBeforeHistory_ = banners_->sentences();
    const Services& services = desk_.services();
    history_ = new HistoryPage(services.catalogue, services.templates, services.appearance.theme(),
                               settings_.language());
    connect(history_, &HistoryPage::leaveWanted, this, &MainWindow::leaveHistory, Qt::QueuedConnection);
    connect(history_, &HistoryPage::fileWanted, this, &MainWindow::chooseAndCompare);
    connect(history_, &HistoryPage::lookedChanged, this, &MainWindow::updateHandingOut);
    connect(history_, &HistoryPage::failed, this,
            [this](const QString& sentence) { showError(u"history"_s, sentence); });
    connect(history_, &HistoryPage::linkWanted, panelBoard_, &PanelBoard::openLink);
    connect(
        history_, &HistoryPage::restored, this,
        [this](const QString& caption) {
            leaveHistory();
            boardSaid_ = tr("The board is what it was at “%1”. Undo takes that back.").arg(caption);
            showMessage(boardSaid_);
        },
        Qt::QueuedConnection);
    pages_->addWidget(history_);
    pages_->setCurrentWidget(history_);
    topBar_->showBoardPart(false, titleOf(*document_));
    status_->hide();
    history_->setDocument(document_.get(), untitledNameOf(*document_));
    updateActions();
}

void MainWindow::leaveHistory() {
    if (!history_)
        return;
    clearError(u"history"_s);
    clearError(u"written"_s);
    HistoryPage* page = std::exchange(history_, nullptr);
    page->setDocument(nullptr, {});
    pages_->removeWidget(page);
    page->deleteLater();
    pages_->setCurrentWidget(splitter_);
    topBar_->showBoardPart(true);
    status_->show();
    updateActions();
    panelBoard_->focusBoard();
}

void MainWindow::nameVersion() {
    settle();
    QInputDialog* dialog =
        makeNameDialog(this, tr("Name this version"), tr("Name of the design as it is now:"));
    connect(dialog, &QInputDialog::textValueSelected, this, [this](const QString& name) {
        if (!document_ || name.simplified().isEmpty())
            return;
        if (const auto named = document_->nameVersion(name); !named)
            showError(u"history"_s, named.error().sentence);
        else
            showMessage(tr("This is the version “%1” now; Ctrl+H shows all.").arg(name.simplified()));
    });
    dialog->open();
}

void MainWindow::chooseAndCompare() {
    if (!document_)
        return;
    settle();
    QFileDialog* dialog = makeFileDialog(this, tr("Compare with"), settings_.documentFolder());
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters(openNameFilters());
    connect(dialog, &QFileDialog::fileSelected, this, &MainWindow::compareWith);
    dialog->open();
}

/// A document, or what was handed out of one.
void MainWindow::compareWith(const QString& path) {
    const auto show = [this, name = QFileInfo(path).completeBaseName()](const Design& other) {
        if (!history_)
            showHistory();
        history_->compareWith(other, name);
    };
    // One that is open here is read from what is shown: nothing else may touch its file.
    for (const MainWindow* window : desk_.windows()) {
        if (window->document() && identityOf(window->document()->path()) == identityOf(path)) {
            show(window->document()->design());
            return;
        }
    }
    if (Desk::isImport(path)) {
        runImport(path, [this, show, asked = QPointer(document_.get())](const DesignImport& import) {
            if (asked && asked == document_.get())
                show(import.import.design);
        });
        return;
    }
    const auto opened = Document::open(path, Document::Use::Reader);
    if (opened)
        show((*opened)->design());
    else
        showError(u"history"_s, opened.error().sentence);
}

} // namespace groundplan
