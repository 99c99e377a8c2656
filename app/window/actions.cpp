#include "app/window/actions.h"

#include "app/panels/icons.h"

#include <QActionGroup>
#include <QCoreApplication>
#include <QMenu>
#include <QWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace groundplan {
namespace {

enum class Scope { Window, Board };

struct Spec {
    ActionId id;
    ActionGroup group;
    const char* text;
    const char* icon; ///< of resources/icons; "": none
    const char* keys; ///< portable, several by "; "
    Scope scope = Scope::Window;
    bool checkable = false;
    bool separatorBefore = false; ///< in its menu
    bool inMenu = true;
};

#define TEXT(text) QT_TRANSLATE_NOOP("Actions", text)
constexpr auto kFile = ActionGroup::File;
constexpr auto kEdit = ActionGroup::Edit;
constexpr auto kView = ActionGroup::View;
constexpr auto kInsert = ActionGroup::Insert;
constexpr auto kHelp = ActionGroup::Help;
constexpr auto kWindow = Scope::Window;
constexpr auto kBoard = Scope::Board;
constexpr bool kCheckable = true;
constexpr bool kSeparator = true;

constexpr Spec kSpecs[] = {
    {ActionId::New, kFile, TEXT("&New board"), "new", "Ctrl+N"},
    {ActionId::StartPage, kFile, TEXT("All &boards and examples"), "palette", "Ctrl+Shift+N"},
    {ActionId::Open, kFile, TEXT("&Open…"), "open", "Ctrl+O", kWindow, false, kSeparator},
    {ActionId::Import, kFile, TEXT("&Import…"), "import", ""},
    {ActionId::ImportInto, kFile, TEXT("Import into this &design…"), "", ""},
    {ActionId::Save, kFile, TEXT("Save"), "", "Ctrl+S", kWindow, false, false, false},
    {ActionId::SaveAs, kFile, TEXT("Save &as…"), "save-as", "Ctrl+Shift+S", kWindow, false, kSeparator},
    {ActionId::SaveCopy, kFile, TEXT("Save a &copy…"), "copy", ""},
    {ActionId::ShowHistory, kFile, TEXT("&History and versions"), "history", "Ctrl+H"},
    {ActionId::NameVersion, kFile, TEXT("Name this &version…"), "", "", kWindow, false, false, false},
    {ActionId::CompareFile, kFile, TEXT("Co&mpare with another file…"), "", ""},
    {ActionId::ForgetHistory, kFile, TEXT("&Forget history…"), "forget", ""},
    {ActionId::ExportPdf, kFile, TEXT("Export as &PDF…"), "export", "Ctrl+E", kWindow, false, false, false},
    {ActionId::ExportPng, kFile, TEXT("Export as PN&G…"), "", "", kWindow, false, false, false},
    {ActionId::ExportSvg, kFile, TEXT("Export as S&VG…"), "", "", kWindow, false, false, false},
    {ActionId::ExportDot, kFile, TEXT("Export as &DOT…"), "", "", kWindow, false, false, false},
    {ActionId::ExportMermaid, kFile, TEXT("Export as &Mermaid…"), "", "", kWindow, false, false, false},
    {ActionId::ExportDrawio, kFile, TEXT("Export for dra&w.io…"), "", "", kWindow, false, false, false},
    {ActionId::ExportJson, kFile, TEXT("Export as &JSON…"), "", "", kWindow, false, false, false},
    {ActionId::ExportReport, kFile, TEXT("Export a &report…"), "", "", kWindow, false, false, false},
    {ActionId::ExportHtml, kFile, TEXT("Export as a web pag&e…"), "", "", kWindow, false, false, false},
    {ActionId::ExportMarkdown, kFile, TEXT("Export as Mar&kdown…"), "", "", kWindow, false, false, false},
    {ActionId::Print, kFile, TEXT("Prin&t…"), "print", "Ctrl+P", kWindow, false, kSeparator},
    {ActionId::ExportSelectionPdf, kFile, TEXT("Export selection as PDF…"), "", "Ctrl+Shift+E", kWindow,
     false, false, false},
    {ActionId::ExportSelectionPng, kFile, TEXT("Export selection as PNG…"), "", "", kWindow, false, false,
     false},
    {ActionId::ExportSelectionSvg, kFile, TEXT("Export selection as SVG…"), "", "", kWindow, false, false,
     false},
    {ActionId::ExportSelectionDot, kFile, TEXT("Export selection as DOT…"), "", "", kWindow, false, false,
     false},
    {ActionId::PracticeStart, kFile, TEXT("Practice a &case…"), "", "Ctrl+Shift+P", kWindow, false, false,
     false},
    {ActionId::SessionSummary, kFile, TEXT("Su&mmary of the session"), "", "", kWindow, false, false, false},
    {ActionId::PastSessions, kFile, TEXT("Past sess&ions…"), "", "", kWindow, false, false, false},
    {ActionId::ShowReference, kFile, TEXT("A &reference design of this case"), "", "", kWindow, false, false,
     false},
    {ActionId::SessionPause, kFile, TEXT("&Pause the clock"), "", "Ctrl+Alt+P", kWindow, false, false, false},
    {ActionId::SessionNext, kFile, TEXT("&Next step of the session"), "", "Ctrl+Alt+N", kWindow, false, false,
     false},
    {ActionId::SessionBack, kFile, TEXT("Back to the step &before"), "", "", kWindow, false, false, false},
    {ActionId::SessionMore, kFile, TEXT("&2 minutes more for this step"), "", "", kWindow, false, false,
     false},
    {ActionId::AskInterviewer, kFile, TEXT("&Ask the interviewer"), "", "Ctrl+Alt+A", kWindow, false, false,
     false},
    {ActionId::SmallClock, kFile, TEXT("&Small clock above all windows"), "", "", kWindow, kCheckable, false,
     false},
    {ActionId::StepSound, kFile, TEXT("S&ound when a step is over"), "", "", kWindow, kCheckable, false,
     false},
    {ActionId::SessionEnd, kFile, TEXT("&End the session"), "", "", kWindow, false, false, false},
    {ActionId::Settings, kFile, TEXT("&Settings…"), "settings", "Ctrl+,", kWindow, false, kSeparator},
    {ActionId::CloseWindow, kFile, TEXT("Close &window"), "close", "Ctrl+W", kWindow, false, kSeparator},
    {ActionId::Quit, kFile, TEXT("&Quit"), "", "Ctrl+Q"},

    {ActionId::Undo, kEdit, TEXT("&Undo"), "undo", "Ctrl+Z"},
    {ActionId::Redo, kEdit, TEXT("&Redo"), "redo", "Ctrl+Shift+Z; Ctrl+Y"},
    {ActionId::Cut, kEdit, TEXT("Cu&t"), "cut", "Ctrl+X", kWindow, false, kSeparator},
    {ActionId::Copy, kEdit, TEXT("&Copy"), "copy", "Ctrl+C"},
    {ActionId::Paste, kEdit, TEXT("&Paste"), "paste", "Ctrl+V"},
    {ActionId::Duplicate, kEdit, TEXT("&Duplicate"), "duplicate", "Ctrl+D"},
    {ActionId::Delete, kEdit, TEXT("De&lete"), "trash", "Del; Backspace", kBoard},
    {ActionId::SelectAll, kEdit, TEXT("Select &all"), "", "Ctrl+A", kWindow, false, kSeparator},
    {ActionId::Rename, kEdit, TEXT("Rename"), "rename", "F2"},
    {ActionId::FrameSelection, kEdit, TEXT("&Frame the selection"), "frame", "Ctrl+G"},
    {ActionId::Group, kEdit, TEXT("&Group"), "group", "Ctrl+Alt+G"},
    {ActionId::Ungroup, kEdit, TEXT("U&ngroup"), "", "Ctrl+Alt+Shift+G"},
    {ActionId::AlignLeft, kEdit, TEXT("Align &left sides"), "align-left", "", kWindow, false, false, false},
    {ActionId::AlignCentre, kEdit, TEXT("Align &centres"), "align-centre", "", kWindow, false, false, false},
    {ActionId::AlignRight, kEdit, TEXT("Align &right sides"), "align-right", "", kWindow, false, false,
     false},
    {ActionId::AlignTop, kEdit, TEXT("Align &top sides"), "align-top", "", kWindow, false, false, false},
    {ActionId::AlignMiddle, kEdit, TEXT("Align &middles"), "align-middle", "", kWindow, false, false, false},
    {ActionId::AlignBottom, kEdit, TEXT("Align &bottom sides"), "align-bottom", "", kWindow, false, false,
     false},
    {ActionId::DistributeAcross, kEdit, TEXT("Distribute &horizontally"), "distribute-across", "", kWindow,
     false, kSeparator, false},
    {ActionId::DistributeDown, kEdit, TEXT("Distribute &vertically"), "distribute-down", "", kWindow, false,
     false, false},
    {ActionId::SameWidth, kEdit, TEXT("Make the same &width"), "same-width", "", kWindow, false, kSeparator,
     false},
    {ActionId::SameHeight, kEdit, TEXT("Make the same h&eight"), "same-height", "", kWindow, false, false,
     false},
    {ActionId::SameSize, kEdit, TEXT("Make the same &size"), "same-size", "", kWindow, false, false, false},
    {ActionId::AddStop, kEdit, TEXT("Add as &stop"), "", "", kWindow, false, kSeparator},
    {ActionId::RemoveStop, kEdit, TEXT("Rem&ove stop"), "", ""},
    {ActionId::Lock, kEdit, TEXT("Loc&k in place"), "lock", "Ctrl+L", kWindow, kCheckable},
    {ActionId::Straighten, kEdit, TEXT("Forget &waypoints"), "", ""},
    {ActionId::SwapEnds, kEdit, TEXT("Swap the ends"), "", "", kWindow, false, false, false},
    {ActionId::AttachStart, kEdit, TEXT("Attach the &start elsewhere…"), "", "", kWindow, false, false,
     false},
    {ActionId::AttachEnd, kEdit, TEXT("Attach the &end elsewhere…"), "", "", kWindow, false, false, false},
    {ActionId::FlowRequest, kEdit, TEXT("Flow: &request"), "", "", kWindow, kCheckable, false, false},
    {ActionId::FlowStream, kEdit, TEXT("Flow: &stream"), "", "", kWindow, kCheckable, false, false},
    {ActionId::FlowBatch, kEdit, TEXT("Flow: &batch"), "", "", kWindow, kCheckable, false, false},
    {ActionId::FlowTrainingData, kEdit, TEXT("Flow: &training data"), "", "", kWindow, kCheckable, false,
     false},
    {ActionId::FlowModelArtifact, kEdit, TEXT("Flow: model &artifact"), "", "", kWindow, kCheckable, false,
     false},
    {ActionId::FlowFeedback, kEdit, TEXT("Flow: &feedback"), "", "", kWindow, kCheckable, false, false},
    {ActionId::FlowTelemetry, kEdit, TEXT("Flow: te&lemetry"), "", "", kWindow, kCheckable, false, false},
    {ActionId::DirectionForward, kEdit, TEXT("Direction: f&orward"), "", "", kWindow, kCheckable, false,
     false},
    {ActionId::DirectionBoth, kEdit, TEXT("Direction: bot&h ways"), "", "", kWindow, kCheckable, false,
     false},
    {ActionId::DirectionNone, kEdit, TEXT("Direction: &none"), "", "", kWindow, kCheckable, false, false},
    {ActionId::BringToFront, kEdit, TEXT("Bring to &front"), "front", "Ctrl+Shift+]; Ctrl+}", kWindow, false,
     false, false},
    {ActionId::BringForward, kEdit, TEXT("&Bring forward"), "", "Ctrl+]", kWindow, false, false, false},
    {ActionId::SendBackward, kEdit, TEXT("&Send backward"), "", "Ctrl+[", kWindow, false, false, false},
    {ActionId::SendToBack, kEdit, TEXT("Send to b&ack"), "back", "Ctrl+Shift+[; Ctrl+{", kWindow, false,
     false, false},

    {ActionId::TidyAll, kEdit, TEXT("Tidy &all"), "tidy", "Ctrl+Shift+T", kWindow, false, false, false},
    {ActionId::TidySelection, kEdit, TEXT("Tidy the &selection"), "", "Ctrl+Alt+Shift+T", kWindow, false,
     false, false},
    {ActionId::TidyNew, kEdit, TEXT("Place only the &new ones"), "", "", kWindow, false, false, false},
    {ActionId::TidyDown, kEdit, TEXT("From &top to bottom"), "", "", kWindow, kCheckable, false, false},
    {ActionId::TidyKeep, kEdit, TEXT("&Keep what I placed by hand"), "", "", kWindow, kCheckable, false,
     false},
    {ActionId::Pin, kEdit, TEXT("&Pin, so that Tidy leaves it"), "pin", "Ctrl+Shift+L", kWindow, kCheckable,
     false, false},
    {ActionId::CommandPalette, kEdit, TEXT("Co&mmands…"), "commands", "Ctrl+K", kWindow, false, kSeparator},
    {ActionId::Find, kEdit, TEXT("F&ind…"), "search", "Ctrl+F"},
    {ActionId::FindNext, kEdit, TEXT("Find &next"), "", "F3", kWindow, false, false, false},
    {ActionId::FindPrevious, kEdit, TEXT("Find p&revious"), "", "Shift+F3", kWindow, false, false, false},
    {ActionId::NextConflict, kEdit, TEXT("Ne&xt merge conflict"), "warning", ""},

    {ActionId::ZoomIn, kView, TEXT("Zoom &in"), "zoom-in", "Ctrl++; Ctrl+="},
    {ActionId::ZoomOut, kView, TEXT("Zoom &out"), "zoom-out", "Ctrl+-"},
    {ActionId::ZoomActual, kView, TEXT("Zoom to &100 %"), "", "Ctrl+0"},
    {ActionId::FitAll, kView, TEXT("Fit &all"), "fit", "Ctrl+1; Shift+1"},
    {ActionId::FitSelection, kView, TEXT("Fit &selection"), "", "Ctrl+2; Shift+2"},
    {ActionId::LensOff, kView, TEXT("&Everything"), "", "", kWindow, kCheckable, false, false},
    {ActionId::LensOnline, kView, TEXT("&Online path"), "", "", kWindow, kCheckable, false, false},
    {ActionId::LensOffline, kView, TEXT("O&ffline path"), "", "", kWindow, kCheckable, false, false},
    {ActionId::LensMachineLearning, kView, TEXT("&ML blocks"), "", "", kWindow, kCheckable, false, false},
    {ActionId::LensNoMetrics, kView, TEXT("Blocks &without metrics"), "", "", kWindow, kCheckable, false,
     false},
    {ActionId::LensRequest, kView, TEXT("&Request flow"), "", "", kWindow, kCheckable, false, false},
    {ActionId::LensStream, kView, TEXT("&Stream flow"), "", "", kWindow, kCheckable, false, false},
    {ActionId::LensBatch, kView, TEXT("&Batch flow"), "", "", kWindow, kCheckable, false, false},
    {ActionId::LensTrainingData, kView, TEXT("&Training data flow"), "", "", kWindow, kCheckable, false,
     false},
    {ActionId::LensModelArtifact, kView, TEXT("Model &artifact flow"), "", "", kWindow, kCheckable, false,
     false},
    {ActionId::LensFeedback, kView, TEXT("Feedba&ck flow"), "", "", kWindow, kCheckable, false, false},
    {ActionId::LensTelemetry, kView, TEXT("Te&lemetry flow"), "", "", kWindow, kCheckable, false, false},
    {ActionId::Minimap, kView, TEXT("&Minimap"), "", "", kWindow, kCheckable, kSeparator},
    {ActionId::TogglePalette, kView, TEXT("&Palette"), "panel-left", "F9", kWindow, kCheckable},
    {ActionId::ToggleInspector, kView, TEXT("I&nspector"), "panel-right", "Shift+F9", kWindow, kCheckable},
    {ActionId::TogglePlan, kView, TEXT("Plan"), "", "Ctrl+F9", kWindow, kCheckable},
    {ActionId::CopyFramework, kView, TEXT("Copy this framework to my templates"), "copy", "", kWindow, false,
     false, false},
    {ActionId::ThemeSystem, kView, TEXT("Theme of the s&ystem"), "", "", kWindow, kCheckable, kSeparator},
    {ActionId::ThemeLight, kView, TEXT("Li&ght theme"), "", "", kWindow, kCheckable},
    {ActionId::ThemeDark, kView, TEXT("&Dark theme"), "", "", kWindow, kCheckable},
    {ActionId::Present, kView, TEXT("P&resent"), "", "F5", kWindow, false, kSeparator},
    {ActionId::FullScreen, kView, TEXT("&Full screen"), "", "F11", kWindow, kCheckable},

    {ActionId::ToolSelect, kInsert, TEXT("&Select"), "select", "V", kBoard, kCheckable, false, false},
    {ActionId::ToolHand, kInsert, TEXT("&Hand"), "hand", "H", kBoard, kCheckable, false, false},
    {ActionId::FindKind, kInsert, TEXT("&Block from the palette"), "palette", "Ctrl+B"},
    {ActionId::NextBlock, kInsert, TEXT("Next block…"), "", "", kWindow, false, false, false},
    {ActionId::BlockBefore, kInsert, TEXT("Block before…"), "", "", kWindow, false, false, false},
    {ActionId::LineField, kInsert, TEXT("Sketch in &words"), "search", "/"},
    {ActionId::ToolConnect, kInsert, TEXT("&Connection"), "connect", "C", kBoard, kCheckable, kSeparator},
    {ActionId::ToolFrame, kInsert, TEXT("&Frame"), "frame", "F", kBoard, kCheckable},
    {ActionId::ToolNote, kInsert, TEXT("&Note or sticky"), "note", "N", kBoard, kCheckable},
    {ActionId::ToolPen, kInsert, TEXT("&Pen"), "pen", "P", kBoard, kCheckable, false, false},
    {ActionId::ToolHighlighter, kInsert, TEXT("&Highlighter"), "highlighter", "M", kBoard, kCheckable, false,
     false},
    {ActionId::ToolEraser, kInsert, TEXT("&Eraser"), "eraser", "E", kBoard, kCheckable, false, false},
    {ActionId::ToolRectangle, kInsert, TEXT("&Rectangle"), "rectangle", "R", kBoard, kCheckable, kSeparator,
     false},
    {ActionId::ToolEllipse, kInsert, TEXT("E&llipse"), "ellipse", "O", kBoard, kCheckable, false, false},
    {ActionId::ToolLine, kInsert, TEXT("L&ine"), "line", "L", kBoard, kCheckable, false, false},
    {ActionId::ToolArrow, kInsert, TEXT("&Arrow"), "arrow", "A", kBoard, kCheckable, false, false},
    {ActionId::ToolText, kInsert, TEXT("&Text"), "text", "T", kBoard, kCheckable, false, false},
    {ActionId::ToolLaser, kInsert, TEXT("La&ser pointer"), "laser", "K", kBoard, kCheckable, kSeparator,
     false},
    {ActionId::LockTool, kInsert, TEXT("&Keep the tool"), "lock", "Q", kBoard, kCheckable, kSeparator, false},
    {ActionId::ShapesBecomeBlocks, kInsert, TEXT("Shapes become &blocks"), "rough", "", kWindow, kCheckable,
     false, false},
    {ActionId::InsertImage, kInsert, TEXT("&Image…"), "image", "", kWindow, false, kSeparator},
    {ActionId::AddMetric, kInsert, TEXT("&Metric"), "metric", "Ctrl+Shift+M", kWindow, false, kSeparator},
    {ActionId::AddDecision, kInsert, TEXT("&Decision"), "decision", "Ctrl+Shift+D"},
    {ActionId::AddNote, kInsert, TEXT("N&ote on the selection"), "note", "Ctrl+Shift+A"},
    {ActionId::CardText, kInsert, TEXT("&Sticky"), "card", "", kWindow, false, kSeparator},
    {ActionId::CardTask, kInsert, TEXT("Tas&k card"), "card", ""},
    {ActionId::CardLegend, kInsert, TEXT("&Legend"), "legend", ""},

    {ActionId::MainMenu, kView, TEXT("Open the menu"), "menu", "F10", kWindow, false, false, false},
    {ActionId::FocusInspector, kView, TEXT("Go to the inspector"), "", "F6", kWindow, false, false, false},
    {ActionId::FocusBoard, kView, TEXT("Go to the board"), "", "Shift+F6", kWindow, false, false, false},

    {ActionId::GettingStarted, kHelp, TEXT("&Getting started"), "help", "F1"},
    {ActionId::SketchingHelp, kHelp, TEXT("&Sketching in words"), "help", "Shift+F1"},
    {ActionId::Shortcuts, kHelp, TEXT("&Keyboard shortcuts"), "keyboard", "Ctrl+F1; ?"},
    {ActionId::About, kHelp, TEXT("&About Groundplan"), "info", "", kWindow, false, kSeparator},
};
#undef TEXT

static_assert(std::size(kSpecs) == std::size_t(ActionId::Count));

QList<QKeySequence> keysOf(const Spec& spec) {
    if (!*spec.keys)
        return {};
    return QKeySequence::listFromString(QString::fromLatin1(spec.keys), QKeySequence::PortableText);
}

} // namespace

Actions::Actions(QWidget* window)
    : QObject(window) {
    auto* tools = new QActionGroup(this);
    auto* themes = new QActionGroup(this);
    auto* lenses = new QActionGroup(this);
    for (const Spec& spec : kSpecs) {
        auto* action = new QAction(QCoreApplication::translate("Actions", spec.text), this);
        if (*spec.icon)
            action->setIcon(icon(QString::fromLatin1(spec.icon)));
        action->setShortcuts(keysOf(spec));
        action->setShortcutContext(spec.scope == Scope::Board ? Qt::WidgetWithChildrenShortcut
                                                              : Qt::WindowShortcut);
        action->setCheckable(spec.checkable);
        action->setToolTip(toolTipOf(action));
        action->setProperty("plainText", action->text()); // Undo and Redo get the name of an edit later
        switch (spec.id) {
        case ActionId::ToolSelect:
        case ActionId::ToolHand:
        case ActionId::ToolConnect:
        case ActionId::ToolFrame:
        case ActionId::ToolNote:
        case ActionId::ToolPen:
        case ActionId::ToolHighlighter:
        case ActionId::ToolEraser:
        case ActionId::ToolRectangle:
        case ActionId::ToolEllipse:
        case ActionId::ToolLine:
        case ActionId::ToolArrow:
        case ActionId::ToolText:
        case ActionId::ToolLaser:
            tools->addAction(action);
            break;
        case ActionId::ThemeSystem:
        case ActionId::ThemeLight:
        case ActionId::ThemeDark:
            themes->addAction(action);
            break;
        default:
            break;
        }
        if (spec.id >= ActionId::LensOff && spec.id <= ActionId::LensTelemetry)
            lenses->addAction(action);
        if (spec.scope == Scope::Window)
            window->addAction(action);
        actions_[std::size_t(spec.id)] = action;
    }
}

void Actions::setBoard(QWidget* board) {
    for (const Spec& spec : kSpecs) {
        if (spec.scope == Scope::Board)
            board->addAction((*this)[spec.id]);
    }
}

QString Actions::groupTitle(ActionGroup group) {
    switch (group) {
    case ActionGroup::File:
        return tr("&File");
    case ActionGroup::Edit:
        return tr("&Edit");
    case ActionGroup::View:
        return tr("&View");
    case ActionGroup::Insert:
        return tr("&Insert");
    case ActionGroup::Help:
        return tr("&Help");
    }
    return {};
}

QList<QAction*> Actions::ofGroup(ActionGroup group) const {
    QList<QAction*> actions;
    for (const Spec& spec : kSpecs) {
        if (spec.group == group)
            actions.append((*this)[spec.id]);
    }
    return actions;
}

void Actions::fillMenu(QMenu* menu, ActionGroup group) const {
    for (const Spec& spec : kSpecs) {
        if (spec.group != group || !spec.inMenu)
            continue;
        if (spec.separatorBefore)
            menu->addSeparator();
        menu->addAction((*this)[spec.id]);
    }
}

void Actions::fillExportMenu(QMenu* menu) const {
    using enum ActionId;
    for (const ActionId id : {ExportPdf, ExportPng, ExportSvg, ExportDot})
        menu->addAction((*this)[id]);
    menu->addSeparator();
    for (const ActionId id : {ExportMermaid, ExportDrawio, ExportJson})
        menu->addAction((*this)[id]);
    menu->addSeparator();
    for (const ActionId id : {ExportReport, ExportHtml, ExportMarkdown})
        menu->addAction((*this)[id]);
    menu->addSeparator();
    for (const ActionId id : {ExportSelectionPdf, ExportSelectionPng, ExportSelectionSvg, ExportSelectionDot})
        menu->addAction((*this)[id]);
}

void Actions::fillPracticeMenu(QMenu* menu) const {
    using enum ActionId;
    menu->addAction((*this)[PracticeStart]);
    menu->addSeparator();
    for (const ActionId id : {SessionPause, SessionNext, SessionBack, SessionMore, AskInterviewer, SmallClock,
                              StepSound, SessionEnd})
        menu->addAction((*this)[id]);
    menu->addSeparator();
    for (const ActionId id : {SessionSummary, PastSessions, ShowReference})
        menu->addAction((*this)[id]);
}

void Actions::fillOrderMenu(QMenu* menu) const {
    using enum ActionId;
    for (const ActionId id : {BringToFront, BringForward, SendBackward, SendToBack})
        menu->addAction((*this)[id]);
}

void Actions::fillTidyMenu(QMenu* menu) const {
    using enum ActionId;
    for (const ActionId id : {TidyAll, TidySelection, TidyNew})
        menu->addAction((*this)[id]);
    menu->addSeparator();
    for (const ActionId id : {TidyDown, TidyKeep, Pin})
        menu->addAction((*this)[id]);
}

void Actions::fillFlowMenu(QMenu* menu) const {
    using enum ActionId;
    for (int id = int(FlowRequest); id <= int(FlowTelemetry); ++id)
        menu->addAction((*this)[ActionId(id)]);
    menu->addSeparator();
    for (int id = int(DirectionForward); id <= int(DirectionNone); ++id)
        menu->addAction((*this)[ActionId(id)]);
    menu->addAction((*this)[SwapEnds]);
    menu->addSeparator();
    menu->addAction((*this)[AttachStart]);
    menu->addAction((*this)[AttachEnd]);
}

void Actions::fillDrawMenu(QMenu* menu) const {
    using enum ActionId;
    for (const Spec& spec : kSpecs) {
        if (spec.id < ToolPen || spec.id > ShapesBecomeBlocks)
            continue;
        if (spec.separatorBefore)
            menu->addSeparator();
        menu->addAction((*this)[spec.id]);
    }
}

QString Actions::toolTipOf(const QAction* action) {
    QString text = action->text();
    text.remove(u'&').remove(u'…');
    const QKeySequence key = action->shortcut();
    return key.isEmpty() ? text : u"%1 (%2)"_s.arg(text, key.toString(QKeySequence::NativeText));
}

} // namespace groundplan
