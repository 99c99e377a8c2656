#include "app/window/banner.h"
#include "app/window/board_controller.h"
#include "app/window/done_typing.h"
#include "app/window/file_dialog.h"
#include "app/window/guest_design.h"
#include "app/window/import_run.h"
#include "app/window/main_window.h"
#include "app/window/not_taken_dialog.h"
#include "app/window/panel_board.h"
#include "model/operations/operations.h"

#include <QFileInfo>
#include <QPointer>

#include <algorithm>

// What comes in from other programs: as a board of its own, or into the one that is open.

using namespace Qt::StringLiterals;

namespace groundplan {
namespace {

constexpr Coord kBeside = 80 * kUnitsPerPoint; ///< between what is there and what comes

/// The file dialog's filters: all of `formats` together first.
QStringList nameFilters(const QString& together, const QList<ImportFilter>& formats) {
    QStringList all, filters;
    for (const ImportFilter& format : formats) {
        all += format.endings;
        filters += u"%1 (%2)"_s.arg(format.caption, format.endings);
    }
    return QStringList{together.arg(all.join(u' '))} + filters + QStringList{MainWindow::tr("All files (*)")};
}

/// Puts all of `part` into a new frame of that title, right of what is on the board.
Result<ElementId> insertFramed(Editor& editor, const Design& part, const QString& title) {
    const Rect there = editor.design().bounds();
    const Rect bounds = part.bounds();
    const bool empty = editor.design().elements.isEmpty();
    const Point to = empty ? bounds.topLeft() : Point{there.x + there.w + kBeside, there.y};
    const auto inserted = insertDesign(editor, part, to - bounds.topLeft());
    if (!inserted)
        return Failure(inserted.error());
    return frameAround(editor, *inserted, title);
}

} // namespace

QStringList MainWindow::openNameFilters() {
    QList<ImportFilter> formats = importFilters();
    formats.prepend({tr("Groundplan boards"), u"*.gplan"_s});
    return nameFilters(tr("All that can be opened (%1)"), formats);
}

void MainWindow::chooseAndImport(bool intoThis) {
    auto* dialog =
        makeFileDialog(this, intoThis ? tr("Import into this design") : tr("Import as a new board"),
                       settings_.importFolder());
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters(nameFilters(tr("All that can be imported (%1)"), importFilters()));
    connect(dialog, &QFileDialog::fileSelected, this, [this, intoThis](const QString& path) {
        settings_.setImportFolder(QFileInfo(path).absolutePath());
        if (intoThis)
            importIntoThis(path);
        else
            desk_.importFile(path, this);
    });
    dialog->open();
}

ImportRun* MainWindow::runImport(const QString& path, const std::function<void(const DesignImport&)>& done) {
    const QString subject = u"import "_s + path;
    // What could not be read before is of no interest any more.
    for (const QString& failed : std::exchange(failedImports_, {}))
        banners_->clear(failed);
    auto* run = new ImportRun(
        path, desk_.services().catalogue,
        [this, done, subject](const auto& import) {
            banners_->clear(subject);
            if (import) {
                done(*import);
                return;
            }
            showError(subject, import.error().sentence);
            failedImports_ << subject;
        },
        this);
    showWhileReading(run, tr("Reading “%1”…").arg(run->name()), subject);
    return run;
}

void MainWindow::showWhileReading(ImportRun* run, const QString& sentence, const QString& subject) {
    connect(run, &ImportRun::takesLong, this, [this, run, sentence, subject] {
        // Who closes what says that it is read wants it to stop: nothing is to come from nowhere later.
        const auto stop = [this, running = QPointer(run)] {
            if (running)
                stopReading(*running);
        };
        banners_->show(BannerArea::Tone::Info, subject, sentence, {{tr("Cancel"), stop}}, stop);
        // Whatever comes of it.
        connect(run, &ImportRun::over, banners_, [this, subject] { banners_->clear(subject); });
    });
}

void MainWindow::readIntoThis(ImportRun* run) {
    reading_ = run;
    connect(board_, &BoardController::documentChanged, run, [this, run] {
        if (reading_ == run)
            reading_ = nullptr;
    });
    connect(run, &ImportRun::over, this, [this, run] {
        if (reading_ == run)
            reading_ = nullptr;
        updateActions();
    });
    updateActions();
}

void MainWindow::undo() {
    if (!reading_) {
        panelBoard_->undo();
        return;
    }
    stopReading(*reading_);
}

void MainWindow::stopReading(ImportRun& run) {
    run.cancel();
    showMessage(tr("It is not read any further; the board is as it was."));
}

void MainWindow::whenDoneTyping(const QString& name, const std::function<void()>& then) {
    if (!DoneTyping::isTyping(*this)) {
        then();
        return;
    }
    auto* typing = new DoneTyping(*this);
    const QString subject = u"waits "_s + name;
    const auto drop = [this, waiting = QPointer(typing)] {
        delete waiting.get();
        showMessage(tr("It is not taken over; the board is as it was."));
    };
    const auto go = [this, subject, then, waiting = QPointer(typing)] {
        banners_->clear(subject);
        delete waiting.get();
        then();
    };
    banners_->show(BannerArea::Tone::Info, subject,
                   tr("“%1” has been read and comes onto the board when you are done typing.").arg(name),
                   {{tr("Now"), go},
                    {tr("Cancel"),
                     [this, subject, drop] {
                         banners_->clear(subject);
                         drop();
                     }}},
                   drop);
    connect(typing, &DoneTyping::done, this, go);
}

void MainWindow::importIntoThis(const QString& path) {
    settle();
    auto* run = runImport(path, [this, path, asked = QPointer(document_.get())](const DesignImport& import) {
        whenDoneTyping(QFileInfo(path).fileName(), [this, path, asked, import = import.import] {
            if (asked && asked == document_.get())
                takeIn(path, import);
            else
                showError(u"import"_s, tr("“%1” was read, but the board that it was for is closed.")
                                           .arg(QFileInfo(path).fileName()));
        });
    });
    readIntoThis(run);
}

void MainWindow::takeIn(const QString& path, const Import& import) {
    const QString name = QFileInfo(path).fileName();
    if (import.design.elements.isEmpty()) {
        showImported(name, import);
        return;
    }
    const Design& whole = import.design;
    const QString title = whole.board.title.isEmpty() ? nameOfFile(path) : whole.board.title;
    const Design part = saysAnything(document_->design())
                            ? guestDesign(whole, title, desk_.services().templates, settings_.language())
                            : whole;
    ElementId frame;
    const auto done = board_->edit({"import-into", {name}}, [&](Editor& editor) -> Result<void> {
        const auto made = insertFramed(editor, part, title);
        if (!made)
            return Failure(made.error());
        frame = *made;
        return {};
    });
    if (!done)
        return; // the board has said why
    board_->setSelection({frame});
    board_->fitSelection();
    panelBoard_->focusBoard();
    showImported(name, import);
}

void MainWindow::showImported(const QString& fileName, const Import& import) {
    if (import.design.elements.isEmpty())
        showMessage(tr("There is nothing to draw in “%1”.").arg(fileName));
    showNotTaken(fileName, import);
}

void MainWindow::showNotTaken(const QString& fileName, const Import& import) {
    if (!import.notTaken.isEmpty())
        (new NotTakenDialog(fileName, import, this))->showInFront();
    else if (!import.told.isEmpty())
        showMessage(import.told.join(u' '));
}

} // namespace groundplan
