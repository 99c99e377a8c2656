#include "app/window/main_window.h"

#include "app/window/actions.h"
#include "app/window/board_controller.h"
#include "app/window/history_page.h"
#include "app/window/import_run.h"
#include "app/window/practice.h"
#include "model/design/lens.h"
#include "model/document/edit_names.h"
#include "model/versions/conflict_marks.h"

#include <QMenu>

#include <algorithm>
#include <array>

// Which actions can be chosen now, which are checked, and what Undo and Redo would take back.

using namespace Qt::StringLiterals;

namespace groundplan {

void MainWindow::updateActions() {
    practice_->updateActions();
    const Actions& all = *actions_;
    const bool shown = document_ != nullptr && !isHistoryShown(); // that has its own
    const bool writable = shown && !document_->isReadOnly();
    const qsizetype selected = board_ && shown ? board_->selection().size() : 0;
    const auto enable = [&all](std::initializer_list<ActionId> ids, bool enabled) {
        for (const ActionId id : ids)
            all[id]->setEnabled(enabled);
    };
    using enum ActionId;
    enable({Find, FindNext, FindPrevious, ActionId::Minimap, Present}, shown);
    for (int i = 0; i < kLensCount; ++i)
        all[ActionId(int(LensOff) + i)]->setEnabled(shown);
    enable({Save, SelectAll, ZoomIn, ZoomOut, ZoomActual, FitAll, TogglePalette, ToggleInspector, TogglePlan,
            ToolSelect, ToolHand, FocusInspector, FocusBoard, FindKind},
           shown);
    updateHandingOut();
    enable({CopyFramework},
           shown && desk_.services().templates.framework(document_->design().board.framework) != nullptr);
    enable({ShowHistory, CompareFile}, document_ != nullptr);
    const bool unsettled = document_ && !conflictMarks(document_->design()).isEmpty();
    enable({NextConflict}, unsettled);
    all[NextConflict]->setVisible(unsettled); // most boards never have one
    enable({NameVersion}, writable);
    enable({TidyAll, TidyNew, TidyDown, TidyKeep}, writable);
    enable({TidySelection, Pin}, writable && selected > 0);
    enable({ForgetHistory, ImportInto, Paste, ToolConnect, ToolFrame, ToolNote, LineField, CardText, CardTask,
            CardLegend},
           writable);
    for (int i = int(ToolId::Pen); i < int(ToolId::Laser); ++i)
        all[actionOf(ToolId(i))]->setEnabled(writable);
    enable({LockTool, ShapesBecomeBlocks, InsertImage}, writable);
    enable({ToolLaser}, shown);
    enable({Copy, FitSelection}, selected > 0);
    enable(
        {Cut, Duplicate, Delete, FrameSelection, Lock, BringToFront, BringForward, SendBackward, SendToBack},
        writable && selected > 0);
    enable({Rename}, writable && selected == 1);
    updateArranging(writable);
    updateConnecting(writable);
    const auto typeOf = [&]() -> std::optional<ElementType> {
        if (selected != 1)
            return std::nullopt;
        const Element* element = document_->design().elements.find(*board_->selection().constBegin());
        return element ? std::optional(element->type) : std::nullopt;
    };
    const std::optional<ElementType> type = typeOf();
    enable({NextBlock, BlockBefore}, writable && type == ElementType::Block);
    enable({AddMetric}, writable && (selected == 0 || type == ElementType::Block));
    enable({AddDecision, AddNote},
           writable && (selected == 0 || type == ElementType::Block || type == ElementType::Frame ||
                        type == ElementType::Connection));
    const auto allSelected = [&](bool Element::*flag) {
        const QSet<ElementId> ids = selected > 0 ? board_->selection() : QSet<ElementId>();
        return !ids.isEmpty() && std::all_of(ids.begin(), ids.end(), [&](ElementId id) {
            const Element* element = document_->design().elements.find(id);
            return element && element->*flag;
        });
    };
    all[Lock]->setChecked(allSelected(&Element::locked));
    all[Pin]->setChecked(allSelected(&Element::pinned));

    const auto name = [&](ActionId id, bool possible, const QString& plain, const QString& named,
                          EditName edit) {
        all[id]->setEnabled(possible);
        all[id]->setText(possible ? named.arg(textOf(edit).replace(u"&"_s, u"&&"_s)) : plain);
        all[id]->setToolTip(Actions::toolTipOf(all[id]));
    };
    const bool canUndo = writable && document_->canUndo();
    const bool canRedo = writable && document_->canRedo();
    name(Undo, canUndo, tr("&Undo"), tr("&Undo %1"), canUndo ? document_->undoName() : EditName{});
    if (reading_) { // which was the last thing done
        all[Undo]->setEnabled(true);
        all[Undo]->setText(tr("&Undo: stop reading"));
        all[Undo]->setToolTip(Actions::toolTipOf(all[Undo]));
    }
    name(Redo, canRedo, tr("&Redo"), tr("&Redo %1"), canRedo ? document_->redoName() : EditName{});
}

/// What is in front of the user leaves by the same commands, whatever it is; where one has no use for it, its
/// tool tip says why.
void MainWindow::updateHandingOut() {
    using enum ActionId;
    const bool past = isHistoryShown();
    const bool compared = past && history_->looked().comparison;
    const auto enable = [this](std::initializer_list<ActionId> ids, bool possible,
                               const QString& reason = {}) {
        for (const ActionId id : ids) {
            QAction* action = (*actions_)[id];
            const QString words = Actions::toolTipOf(action);
            action->setEnabled(document_ && possible);
            action->setToolTip(possible || reason.isEmpty() ? words : words + u'\n' + reason);
        }
    };
    const QString pictureOnly = tr("Two designs compared go out as PDF, PNG or SVG, or onto paper.");
    const QString boardOnly = tr("That is for the board: go back to it first (Esc).");
    enable({ExportPdf, ExportPng, ExportSvg, Print}, true);
    enable({ExportDot, ExportMermaid, ExportDrawio, ExportJson, ExportReport, ExportHtml, ExportMarkdown,
            SaveCopy},
           !compared, pictureOnly);
    enable({SaveAs}, !past, boardOnly);
    const bool selected = !past && board_ && !board_->selection().isEmpty();
    enable({ExportSelectionPdf, ExportSelectionPng, ExportSelectionSvg, ExportSelectionDot}, selected,
           past ? boardOnly : QString());
    // A menu shows tool tips only when it is told to, and they say nothing new otherwise.
    exportMenu_->setToolTipsVisible(past);
    for (const QAction* action : mainMenu_->actions()) {
        if (action->menu())
            action->menu()->setToolTipsVisible(past);
    }
}

void MainWindow::updateConnecting(bool writable) {
    int connections = 0;
    bool waypoints = false;
    std::array<int, wordCount<Flow>()> flows{};
    std::array<int, wordCount<Direction>()> directions{};
    if (writable && board_) {
        for (const ElementId id : board_->selection()) {
            const Connection* connection = document_->design().connections.find(id);
            if (!connection)
                continue;
            ++connections;
            ++flows.at(std::size_t(connection->flow));
            ++directions.at(std::size_t(connection->direction));
            waypoints = waypoints || !connection->waypoints.isEmpty();
        }
    }
    const auto choose = [&](ActionId first, const auto& counts) {
        for (std::size_t i = 0; i < counts.size(); ++i) {
            QAction* action = (*actions_)[ActionId(int(first) + int(i))];
            action->setEnabled(connections > 0);
            action->setChecked(connections > 0 && counts.at(i) == connections);
        }
    };
    choose(ActionId::FlowRequest, flows);
    choose(ActionId::DirectionForward, directions);
    (*actions_)[ActionId::Straighten]->setEnabled(waypoints);
    for (const ActionId id : {ActionId::SwapEnds, ActionId::AttachStart, ActionId::AttachEnd})
        (*actions_)[id]->setEnabled(connections == 1 && board_->selection().size() == 1);
}

void MainWindow::updateArranging(bool writable) {
    int placed = 0;
    int loose = 0; ///< of them not locked
    int stops = 0;
    bool grouped = false;
    if (writable && board_) {
        const Design& design = document_->design();
        const QSet<ElementId> selection = board_->selection();
        for (const ElementId id : selection) {
            const Element* element = design.elements.find(id);
            if (!element || element->type == ElementType::Connection)
                continue;
            ++placed;
            loose += !element->locked;
            stops += element->stop > 0;
            grouped = grouped || element->group;
        }
    }
    for (std::size_t i = 0; i < wordCount<Arrangement>(); ++i)
        (*actions_)[ActionId(int(ActionId::AlignLeft) + int(i))]->setEnabled(loose >=
                                                                             leastFor(Arrangement(i)));
    (*actions_)[ActionId::Group]->setEnabled(placed >= 2);
    (*actions_)[ActionId::Ungroup]->setEnabled(grouped);
    (*actions_)[ActionId::AddStop]->setEnabled(placed > stops);
    (*actions_)[ActionId::RemoveStop]->setEnabled(stops > 0);
}

} // namespace groundplan
