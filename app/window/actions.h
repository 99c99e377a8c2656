#pragma once

#include "app/window/board_controller.h"

#include <QAction>
#include <QList>
#include <QObject>

#include <array>

class QMenu;
class QWidget;

namespace groundplan {

/// Every command of the window. The one table in actions.cpp gives each its words, icon and keys; menus, tool
/// tips and the sheet of shortcuts are made from it.
enum class ActionId {
    New,
    StartPage,
    Open,
    Import,
    ImportInto,
    Save,
    SaveAs,
    SaveCopy,
    ShowHistory,
    NameVersion,
    CompareFile,
    ForgetHistory,
    ExportPdf,
    ExportPng,
    ExportSvg,
    ExportDot,
    ExportMermaid,
    ExportDrawio,
    ExportJson,
    ExportReport,
    ExportHtml,
    ExportMarkdown,
    Print,
    PracticeStart,
    SessionPause,
    SessionNext,
    SessionBack,
    SessionMore,
    AskInterviewer,
    SmallClock,
    StepSound,
    SessionEnd,
    SessionSummary,
    PastSessions,
    ShowReference,
    ExportSelectionPdf,
    ExportSelectionPng,
    ExportSelectionSvg,
    ExportSelectionDot,
    Settings,
    CloseWindow,
    Quit,
    Undo,
    Redo,
    Cut,
    Copy,
    Paste,
    Duplicate,
    Delete,
    SelectAll,
    CommandPalette,
    Rename,
    FrameSelection,
    Group,
    Ungroup,
    AlignLeft, // as Arrangement, in its order
    AlignCentre,
    AlignRight,
    AlignTop,
    AlignMiddle,
    AlignBottom,
    DistributeAcross,
    DistributeDown,
    SameWidth,
    SameHeight,
    SameSize,
    AddStop,
    RemoveStop,
    Find,
    FindNext,
    FindPrevious,
    NextConflict,
    LensOff, // as Lens, in its order
    LensOnline,
    LensOffline,
    LensMachineLearning,
    LensNoMetrics,
    LensRequest,
    LensStream,
    LensBatch,
    LensTrainingData,
    LensModelArtifact,
    LensFeedback,
    LensTelemetry,
    Minimap,
    Present,
    Lock,
    Straighten,
    SwapEnds,
    AttachStart,
    AttachEnd,
    FlowRequest, // and the others in the order of Flow
    FlowStream,
    FlowBatch,
    FlowTrainingData,
    FlowModelArtifact,
    FlowFeedback,
    FlowTelemetry,
    DirectionForward, // and the others in the order of Direction
    DirectionBoth,
    DirectionNone,
    BringToFront,
    BringForward,
    SendBackward,
    SendToBack,
    TidyAll,
    TidySelection,
    TidyNew,
    TidyDown,
    TidyKeep,
    Pin,
    ZoomIn,
    ZoomOut,
    ZoomActual,
    FitAll,
    FitSelection,
    TogglePalette,
    ToggleInspector,
    TogglePlan,
    CopyFramework,
    ThemeSystem,
    ThemeLight,
    ThemeDark,
    FullScreen,
    ToolSelect,
    ToolHand,
    ToolConnect,
    ToolFrame,
    ToolNote,
    ToolPen, // as ToolId, in its order
    ToolHighlighter,
    ToolEraser,
    ToolRectangle,
    ToolEllipse,
    ToolLine,
    ToolArrow,
    ToolText,
    ToolLaser,
    LockTool,
    ShapesBecomeBlocks,
    InsertImage,
    LineField,
    FindKind,
    NextBlock,
    BlockBefore,
    AddMetric,
    AddDecision,
    AddNote,
    CardText,
    CardTask,
    CardLegend,
    MainMenu,
    FocusInspector,
    FocusBoard,
    GettingStarted,
    SketchingHelp,
    Shortcuts,
    About,
    Count
};

/// Of a tool of the board.
constexpr ActionId actionOf(ToolId tool) {
    return ActionId(int(ActionId::ToolSelect) + int(tool));
}
static_assert(int(ActionId::ToolLaser) - int(ActionId::ToolSelect) == int(ToolId::Laser));

/// Where an action stands in the sheet of shortcuts and in the menu.
enum class ActionGroup { File, Edit, View, Insert, Help };

class Actions : public QObject {
    Q_OBJECT
public:
    /// Window-wide actions belong to `window`; single-key ones work while `board` or what is in it has the
    /// keyboard.
    explicit Actions(QWidget* window);
    void setBoard(QWidget* board);

    QAction* operator[](ActionId id) const { return actions_[std::size_t(id)]; }
    template <class Function>
    void on(ActionId id, QObject* context, Function function) {
        QObject::connect((*this)[id], &QAction::triggered, context, std::move(function));
    }

    static QString groupTitle(ActionGroup group);
    /// All of a group, in the table's order.
    QList<QAction*> ofGroup(ActionGroup group) const;
    /// The group's menu; `File` has places for submenus, which are inserted before an action by who fills
    /// them.
    void fillMenu(QMenu* menu, ActionGroup group) const;
    void fillExportMenu(QMenu* menu) const;
    void fillPracticeMenu(QMenu* menu) const; ///< a timed session, from its choice to what came of it
    void fillOrderMenu(QMenu* menu) const;    ///< what lies in front of what
    void fillTidyMenu(QMenu* menu) const;
    void fillFlowMenu(QMenu* menu) const; ///< flow and direction of connections
    void fillDrawMenu(QMenu* menu) const;
    /// "Select (V)".
    static QString toolTipOf(const QAction* action);

private:
    std::array<QAction*, std::size_t(ActionId::Count)> actions_{};
};

} // namespace groundplan
