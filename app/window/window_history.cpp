#include "app/render/document_title.h"
#include "app/window/actions.h"
#include "app/window/appearance.h"
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
    dialog->setNameFilters({tr("Groundplan boards (*.gplan)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) {
        Result<Design> other = fail(ErrorCode::Unreadable, QString());
        // One that is open here is read from what is shown: nothing else may touch its file.
        for (const MainWindow* window : desk_.windows()) {
            if (window->document() && identityOf(window->document()->path()) == identityOf(path))
                other = window->document()->design();
        }
        if (!other) {
            const auto opened = Document::open(path, Document::Use::Reader);
            other = opened ? Result<Design>((*opened)->design()) : Failure(opened.error());
        }
        if (!other) {
            showError(u"history"_s, other.error().sentence);
            return;
        }
        if (!history_)
            showHistory();
        history_->compareWith(*other, QFileInfo(path).completeBaseName());
    });
    dialog->open();
}

} // namespace groundplan
