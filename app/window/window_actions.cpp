#include "app/canvas/view_transform.h"
#include "app/panels/element_edits.h"
#include "app/panels/inspector_panel.h"
#include "app/panels/palette_panel.h"
#include "app/panels/side_dock.h"
#include "app/window/actions.h"
#include "app/window/appearance.h"
#include "app/window/banner.h"
#include "app/window/board_controller.h"
#include "app/window/command_palette.h"
#include "app/window/conflict_banner.h"
#include "app/window/help_dialogs.h"
#include "app/window/line_field.h"
#include "app/window/main_window.h"
#include "app/window/panel_board.h"
#include "app/window/practice.h"
#include "app/window/settings_dialog.h"
#include "app/window/start_page.h"
#include "app/window/status_line.h"
#include "app/window/top_bar.h"
#include "model/design/lens.h"

#include <QApplication>
#include <QFileInfo>
#include <QMenu>

// What the window's actions do, and the menus made from them.

using namespace Qt::StringLiterals;

namespace groundplan {
namespace {

constexpr qsizetype kMostInMenu = 12;

} // namespace

void MainWindow::connectActions() {
    using enum ActionId;
    Actions& all = *actions_;
    all.on(New, this, [this] { desk_.newBoard(this); });
    all.on(StartPage, this, [this] { desk_.showStartPage(this); });
    all.on(Open, this, [this] { chooseAndOpen(); });
    all.on(Import, this, [this] { chooseAndImport(false); });
    all.on(ImportInto, this, [this] { chooseAndImport(true); });
    all.on(Save, this, [this] {
        settle();
        if (document_->isUnnamed())
            saveAs();
        else
            showMessage(document_->isReadOnly() ? tr("This board is read-only: nothing was changed.")
                                                : tr("Every change is in the file already."));
    });
    all.on(SaveAs, this, [this] { saveAs(); });
    all.on(SaveCopy, this, [this] { saveCopy(); });
    all.on(ShowHistory, this, [this] { showHistory(); });
    all.on(NameVersion, this, [this] { nameVersion(); });
    all.on(CompareFile, this, [this] { chooseAndCompare(); });
    all.on(NextConflict, this, [this] {
        if (conflicts_)
            conflicts_->showNext();
    });
    all.on(ForgetHistory, this, [this] { forgetHistory(); });
    all.on(ExportPdf, this, [this] { exportAs(u"pdf"_s, false); });
    all.on(ExportPng, this, [this] { exportAs(u"png"_s, false); });
    all.on(ExportSvg, this, [this] { exportAs(u"svg"_s, false); });
    all.on(ExportDot, this, [this] { exportAs(u"dot"_s, false); });
    all.on(ExportMermaid, this, [this] { exportAs(u"mmd"_s, false); });
    all.on(ExportDrawio, this, [this] { exportAs(u"drawio"_s, false); });
    all.on(ExportJson, this, [this] { exportAs(u"json"_s, false); });
    all.on(ExportReport, this, [this] { exportReport(); });
    all.on(ExportHtml, this, [this] { exportAs(u"html"_s, false); });
    all.on(ExportMarkdown, this, [this] { exportAs(u"md"_s, false); });
    all.on(Print, this, [this] { print(); });
    all.on(ExportSelectionPdf, this, [this] { exportAs(u"pdf"_s, true); });
    all.on(ExportSelectionPng, this, [this] { exportAs(u"png"_s, true); });
    all.on(ExportSelectionSvg, this, [this] { exportAs(u"svg"_s, true); });
    all.on(ExportSelectionDot, this, [this] { exportAs(u"dot"_s, true); });
    all.on(ActionId::Settings, this, [this] { openSettings(); });
    all.on(CloseWindow, this, [this] { close(); });
    all.on(Quit, this, [] { QApplication::closeAllWindows(); });

    all.on(ActionId::CommandPalette, this, [this] { openCommands(); });
    all.on(MainMenu, this, [this] { topBar_->openMenu(); });
    const auto theme = [this, &all](ActionId id, ThemeChoice choice) {
        all.on(id, this, [this, choice] {
            settings_.setTheme(choice);
            desk_.services().appearance.setChoice(choice);
        });
    };
    theme(ThemeSystem, ThemeChoice::System);
    theme(ThemeLight, ThemeChoice::Light);
    theme(ThemeDark, ThemeChoice::Dark);
    all.on(FullScreen, this,
           [this](bool on) { setWindowState(windowState().setFlag(Qt::WindowFullScreen, on)); });
    all.on(GettingStarted, this, [this] { showHelpPage("getting-started", this); });
    all.on(SketchingHelp, this, [this] { showHelpPage("sketching", this); });
    all.on(Shortcuts, this, [this] { showShortcutSheet(*actions_, this); });
    all.on(About, this, [this] { showAbout(this); });
}

SettingsDialog* MainWindow::openSettings() {
    auto* dialog = new SettingsDialog(settings_, desk_.services().appearance, this);
    connect(dialog, &SettingsDialog::authorChanged, this, [this](const QString& author) {
        const QList<MainWindow*> windows = desk_.windows();
        for (const MainWindow* window : windows) {
            if (window->document())
                window->document()->setAuthor(author);
        }
    });
    connect(dialog, &SettingsDialog::templatesFolderChanged, this, [this] { desk_.reloadTemplates(this); });
    connect(dialog, &SettingsDialog::practiceChanged, practice_, &Practice::tellWindows);
    connect(dialog, &QDialog::finished, this, [this] { updateTheme(); });
    dialog->show();
    return dialog;
}

void MainWindow::connectBoardActions() {
    using enum ActionId;
    Actions& all = *actions_;
    BoardController* board = board_;
    all.on(Undo, this, [this] { undo(); });
    all.on(Redo, this, [this] { panelBoard_->redo(); });
    // What is typed comes in before the board reads itself.
    const auto command = [this, &all](ActionId id, auto function) {
        all.on(id, this, [this, function] {
            settle();
            function();
        });
    };
    command(Cut, [board] { board->cut(); });
    command(Copy, [board] { board->copy(); });
    command(Paste, [board] { board->paste(); });
    command(Duplicate, [board] { board->duplicate(); });
    command(Delete, [board] { board->deleteSelection(); });
    command(SelectAll, [board] { board->selectAll(); });
    command(Rename, [board] { board->startRename(); });
    command(FrameSelection, [board] { board->frameSelection(); });
    for (std::size_t i = 0; i < wordCount<Arrangement>(); ++i)
        command(ActionId(int(AlignLeft) + int(i)), [board, i] { board->arrange(Arrangement(i)); });
    command(AddStop, [board] { board->addStops(); });
    command(RemoveStop, [board] { board->removeStops(); });
    command(Group, [board] { board->group(); });
    command(Ungroup, [board] { board->ungroup(); });
    all.on(Lock, this, [this](bool on) { board_->setLocked(on); });
    command(Straighten, [board] { board->straighten(); });
    command(SwapEnds, [board] {
        if (board->selection().size() != 1)
            return;
        board->edit({"change-direction", {}}, [id = *board->selection().constBegin()](Editor& editor) {
            return reverseConnection(editor, id);
        });
    });
    command(AttachStart, [this] { askForEnd(true); });
    command(AttachEnd, [this] { askForEnd(false); });
    for (std::size_t i = 0; i < wordCount<Flow>(); ++i)
        command(ActionId(int(FlowRequest) + int(i)), [board, i] { board->setFlow(Flow(i)); });
    for (std::size_t i = 0; i < wordCount<Direction>(); ++i)
        command(ActionId(int(DirectionForward) + int(i)), [board, i] { board->setDirection(Direction(i)); });
    command(NextBlock, [board] { board->offerNext(false); });
    command(BlockBefore, [board] { board->offerNext(true); });
    command(BringToFront, [board] { board->reorder(Depth::Front); });
    command(BringForward, [board] { board->reorder(Depth::Forward); });
    command(SendBackward, [board] { board->reorder(Depth::Backward); });
    command(SendToBack, [board] { board->reorder(Depth::Back); });

    const auto tidy = [this, command, board](ActionId id, BoardController::Tidy what) {
        command(id, [this, board, what] {
            const Actions& actions = *actions_;
            board->tidy(what, !actions[TidyDown]->isChecked(), actions[TidyKeep]->isChecked());
        });
    };
    tidy(TidyAll, BoardController::Tidy::All);
    tidy(TidySelection, BoardController::Tidy::Selection);
    tidy(TidyNew, BoardController::Tidy::New);
    all.on(Pin, this, [this](bool on) { board_->setPinned(on); });

    all.on(ZoomIn, board, [board] { board->zoomIn(); });
    all.on(ZoomOut, board, [board] { board->zoomOut(); });
    all.on(ZoomActual, board, [board] { board->zoomTo(1); });
    all.on(FitAll, board, [board] { board->fitAll(); });
    all.on(FitSelection, board, [board] { board->fitSelection(); });
    all.on(ToggleInspector, this, [this](bool on) { setPanelVisible(inspector_, on); });

    for (int i = 0; i < kToolCount; ++i)
        all.on(actionOf(ToolId(i)), board, [board, i] { board->setTool(ToolId(i)); });
    all.on(LockTool, board, [board](bool on) { board->setToolLocked(on); });
    DrawingStyle style = settings_.drawingStyle();
    board->setDrawingStyle(style);
    all[ShapesBecomeBlocks]->setChecked(style.shapesBecomeBlocks);
    all.on(ShapesBecomeBlocks, board, [board](bool on) {
        DrawingStyle changed = board->drawingStyle();
        changed.shapesBecomeBlocks = on;
        board->setDrawingStyle(changed);
    });
    connect(board, &BoardController::drawingStyleChanged, this,
            [this] { settings_.setDrawingStyle(board_->drawingStyle()); });
    command(InsertImage, [this] { chooseAndInsertImages(); });
    connect(board, &BoardController::pictureRefused, this,
            [this](const QString& sentence) { showError(u"picture"_s, sentence); });
    connect(board, &BoardController::descriptionWanted, this,
            [this] { withInspector(&InspectorPanel::focusFirst); });
    all.on(ActionId::LineField, this, [this] {
        topBar_->lineField()->setFocus(Qt::ShortcutFocusReason);
        topBar_->lineField()->selectAll();
    });
    all.on(FindKind, this, [this] {
        showDock(DockPage::Blocks);
        palette_->focusSearch();
    });
    all.on(AddMetric, this, [this] { withInspector(&InspectorPanel::addMetric); });
    all.on(AddDecision, this, [this] { withInspector(&InspectorPanel::addDecision); });
    all.on(AddNote, this, [this] { withInspector(&InspectorPanel::addNote); });
    command(CardText, [board] { board->addCard(CardKind::Text); });
    command(CardTask, [board] { board->addCard(CardKind::Task); });
    command(CardLegend, [board] { board->addCard(CardKind::Legend); });
    all.on(FocusInspector, this, [this] {
        // From the inspector on to what is said under the top bar.
        const QWidget* focused = focusWidget();
        if (!(focused && inspector_->isAncestorOf(focused) && banners_->takeFocus()))
            withInspector(&InspectorPanel::focusFirst);
    });
    all.on(FocusBoard, this, [this] { panelBoard_->focusBoard(); });
}

void MainWindow::withInspector(void (InspectorPanel::*add)()) {
    settle();
    (*actions_)[ActionId::ToggleInspector]->setChecked(true);
    setPanelVisible(inspector_, true);
    (inspector_->*add)();
}

void MainWindow::revealMark(ElementId id, Hit::Part part) {
    (*actions_)[ActionId::ToggleInspector]->setChecked(true);
    setPanelVisible(inspector_, true);
    if (const Card* card = document_->design().cards.find(id)) {
        if (const Decision* decision = document_->design().decisions.find(card->decision))
            inspector_->reveal(decision->id);
        return;
    }
    const auto what = part == Hit::Part::ConflictMark   ? InspectorPanel::Reveal::Conflicts
                      : part == Hit::Part::DecisionMark ? InspectorPanel::Reveal::Decisions
                      : part == Hit::Part::QuestionMark ? InspectorPanel::Reveal::Questions
                                                        : InspectorPanel::Reveal::Notes;
    inspector_->reveal(id, what);
}

/// Where it is on the board, and both values where they can be read and changed.
void MainWindow::showConflict(NoteId mark) {
    leaveHistory();
    settle();
    const Note* note = document_->design().notes.find(mark);
    if (!note)
        return;
    const ElementId subject = note->subject;
    (*actions_)[ActionId::ToggleInspector]->setChecked(true);
    setPanelVisible(inspector_, true);
    inspector_->reveal(mark);
    if (subject)
        board_->comeNear({subject}, kReadableZoom);
}

CommandPalette& MainWindow::commands() {
    if (!commands_) {
        commands_ = new groundplan::CommandPalette(
            [this]() -> const BoardPainter* { return panelBoard_ ? &panelBoard_->painter() : nullptr; },
            this);
        connect(commands_, &CommandPalette::chosen, this, &MainWindow::carryOut);
    }
    return *commands_;
}

/// By keys, what the mouse does by dragging an end of the selected connection to another block.
void MainWindow::askForEnd(bool source) {
    const QSet<ElementId> selected = board_->selection();
    const Connection* row =
        selected.size() == 1 ? document_->design().connections.find(*selected.constBegin()) : nullptr;
    if (!row)
        return;
    const Design& design = document_->design();
    PaletteEntries entries;
    entries.addEnds(design, panelBoard_->catalogue());
    const QString name = calledInLists(design, row->id);
    commands().open(std::move(entries),
                    source ? tr("Where “%1” begins").arg(name) : tr("Where “%1” leads").arg(name));
    reattached_ = Reattached{row->id, source};
}

void MainWindow::reattach(ElementId to) {
    const Reattached what = *std::exchange(reattached_, std::nullopt);
    const auto done = board_->edit({"reconnect", {}}, [what, to](Editor& editor) -> Result<void> {
        const Connection* now = editor.design().connections.find(what.connection);
        return reconnect(editor, what.connection, what.source || !now ? to : now->source,
                         what.source && now ? now->target : to);
    });
    if (done)
        board_->bringIntoView({what.connection});
    panelBoard_->focusBoard();
}

void MainWindow::openCommands() {
    settle();
    reattached_.reset();
    commandsAt_ = board_ ? board_->pointerOnBoard() : std::nullopt;
    PaletteEntries entries;
    entries.add(*actions_);
    if (document_) {
        entries.add(document_->design(), panelBoard_->catalogue());
        if (!document_->isReadOnly())
            entries.add(panelBoard_->catalogue(), panelBoard_->language());
    }
    commands().open(std::move(entries));
}

void MainWindow::carryOut(const PaletteEntry& entry) {
    if (entry.action) {
        entry.action->trigger();
        return;
    }
    if (!document_)
        return;
    if (reattached_) {
        reattach(entry.element);
        return;
    }
    using Sort = PaletteEntry::Sort;
    if (entry.sort == Sort::Kind) {
        board_->addNear(entry.kind, entry.technology, commandsAt_);
        return;
    }
    const QSet<ElementId> shown = entry.element ? QSet<ElementId>{entry.element} : QSet<ElementId>{};
    board_->setSelection(shown);
    board_->bringIntoView(shown);
    if (entry.sort == Sort::Element) {
        panelBoard_->focusBoard();
        return;
    }
    (*actions_)[ActionId::ToggleInspector]->setChecked(true);
    setPanelVisible(inspector_, true);
    if (entry.sort == Sort::Note)
        inspector_->reveal(NoteId(entry.row));
    else if (entry.sort == Sort::Decision)
        inspector_->reveal(DecisionId(entry.row));
    else if (entry.sort == Sort::Requirement)
        inspector_->reveal(RequirementId(entry.row));
    else
        inspector_->reveal(MetricId(entry.row));
}

void MainWindow::fillMenus() {
    const Actions& all = *actions_;
    for (const ActionGroup group :
         {ActionGroup::File, ActionGroup::Edit, ActionGroup::View, ActionGroup::Insert, ActionGroup::Help}) {
        QMenu* menu = mainMenu_->addMenu(Actions::groupTitle(group));
        all.fillMenu(menu, group);
        if (group == ActionGroup::Edit) {
            menu->addSeparator();
            all.fillTidyMenu(menu->addMenu(tr("Tid&y")));
        }
        if (group == ActionGroup::View) {
            menu->insertMenu(all[ActionId::Minimap], lensMenu(menu));
            connect(menu, &QMenu::aboutToShow, this, [this] {
                constexpr std::array ids{ActionId::ThemeSystem, ActionId::ThemeLight, ActionId::ThemeDark};
                (*actions_)[ids[std::size_t(settings_.theme())]]->setChecked(true);
            });
        }
        if (group == ActionGroup::Insert) {
            auto* draw = new QMenu(tr("Dr&aw"), menu);
            all.fillDrawMenu(draw);
            menu->insertMenu(all[ActionId::InsertImage], draw);
        }
        if (group == ActionGroup::Edit) {
            menu->insertMenu(all[ActionId::FrameSelection], arrangeMenu(menu));
            auto* order = new QMenu(tr("Front and &back"), menu);
            all.fillOrderMenu(order);
            menu->insertMenu(all[ActionId::FrameSelection], order);
        }
        if (group != ActionGroup::File)
            continue;
        all.fillExportMenu(exportMenu_); // the button's, too
        exportMenu_->setTitle(tr("E&xport"));
        menu->insertMenu(all[ActionId::Print], exportMenu_);
        auto* practice = new QMenu(tr("&Practice"), menu);
        all.fillPracticeMenu(practice);
        menu->insertMenu(all[ActionId::Settings], practice);
        menu->insertSeparator(all[ActionId::Settings]);
        auto* recent = new QMenu(tr("Open &recent"), menu);
        auto* examples = new QMenu(tr("New from &example"), menu);
        menu->insertMenu(all[ActionId::StartPage], examples);
        menu->insertMenu(all[ActionId::Import], recent);
        auto* references = new QMenu(examples);
        connect(menu, &QMenu::aboutToShow, this, [this, recent, examples, references] {
            recent->clear();
            const QStringList files = settings_.recentFiles();
            for (const QString& path : files.mid(0, kMostInMenu)) {
                if (!QFileInfo::exists(path))
                    continue;
                QAction* action =
                    recent->addAction(QFileInfo(path).completeBaseName().replace(u"&"_s, u"&&"_s), this,
                                      [this, path] { desk_.open(path, this); });
                action->setToolTip(path);
            }
            recent->setToolTipsVisible(true);
            recent->setEnabled(!recent->isEmpty());
            if (examples->isEmpty()) {
                const QList<StartItem> items = exampleItems(settings_.language());
                for (const StartItem& item : items)
                    examples->addAction(item.title, this,
                                        [this, item] { desk_.newFromExample(item.path, item.title, this); });
                references->setTitle(tr("&Reference designs of cases"));
                examples->addSeparator();
                examples->addMenu(references);
            }
            references->clear(); // those of one's own cases come and go
            for (const StartItem& item : referenceItems(desk_.services().templates, settings_.language()))
                references->addAction(item.title, this, [this, item] {
                    desk_.newFromReference(item.path, item.boardTitle, this);
                });
            references->setEnabled(!references->isEmpty());
            examples->setEnabled(!examples->isEmpty());
        });
    }
}

/// The board without its window, on the full screen.
void MainWindow::showPresenting(bool on) {
    if (on) {
        settle();
        stateBefore_ = windowState();
        setWindowState(stateBefore_ | Qt::WindowFullScreen);
    }
    topBar_->setVisible(!on);
    banners_->setVisible(!on && !banners_->sentences().isEmpty());
    status_->setVisible(!on && document_);
    dock_->setVisible(!on && ((*actions_)[ActionId::TogglePalette]->isChecked() ||
                              (*actions_)[ActionId::TogglePlan]->isChecked()));
    inspector_->setVisible(!on && (*actions_)[ActionId::ToggleInspector]->isChecked());
    if (!on)
        setWindowState(stateBefore_);
}

QMenu* MainWindow::lensMenu(QWidget* parent) {
    auto* menu = new QMenu(tr("&Lens"), parent);
    for (int i = 0; i < kLensCount; ++i) {
        if (Lens(i) == Lens::Online || Lens(i) == Lens::Flow)
            menu->addSeparator();
        menu->addAction((*actions_)[ActionId(int(ActionId::LensOff) + i)]);
    }
    return menu;
}

QMenu* MainWindow::arrangeMenu(QWidget* parent) {
    auto* menu = new QMenu(tr("Arrang&e"), parent);
    for (std::size_t i = 0; i < wordCount<Arrangement>(); ++i) {
        if (Arrangement(i) == Arrangement::DistributeAcross || Arrangement(i) == Arrangement::SameWidth)
            menu->addSeparator();
        menu->addAction((*actions_)[ActionId(int(ActionId::AlignLeft) + int(i))]);
    }
    return menu;
}

void MainWindow::showContextMenu(const QPoint& at) {
    QMenu menu(this);
    const Actions& all = *actions_;
    const auto add = [&](std::initializer_list<ActionId> ids) {
        for (const ActionId id : ids) {
            if (all[id]->isEnabled())
                menu.addAction(all[id]);
        }
        menu.addSeparator();
    };
    using enum ActionId;
    if (board_->selection().isEmpty()) {
        add({Paste, SelectAll});
        add({FindKind, ActionId::LineField, ToolConnect, ToolFrame, ToolNote});
        add({CardText, CardTask, CardLegend});
        add({TidyAll, TidyNew});
        add({FitAll, ZoomActual});
    } else {
        add({Rename, Straighten, AddMetric, AddDecision, AddNote});
        add({Cut, Copy, Paste, Duplicate, Delete});
        add({TidySelection, Pin});
        if (all[AlignLeft]->isEnabled())
            menu.addMenu(arrangeMenu(&menu));
        if (all[FlowRequest]->isEnabled())
            all.fillFlowMenu(menu.addMenu(tr("F&low and direction")));
        add({FrameSelection, Group, Ungroup, Lock});
        all.fillOrderMenu(menu.addMenu(tr("Front and &back")));
        add({AddStop, RemoveStop});
        add({FitSelection, ExportSelectionPdf, ExportSelectionPng, ExportSelectionSvg, ExportSelectionDot});
    }
    menu.exec(at);
}

} // namespace groundplan
