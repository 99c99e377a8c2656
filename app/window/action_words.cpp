#include "app/window/action_words.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>

namespace groundplan {
namespace {

struct ActionWords {
    ActionId first;
    ActionId last; ///< the words are for all from the first to this one
    const char* words;
};

#define WORDS(words) QT_TRANSLATE_NOOP("ActionWords", words)
constexpr ActionWords kWords[] = {
    {ActionId::New, ActionId::New, WORDS("create; new file; new design; blank board")},
    {ActionId::StartPage, ActionId::StartPage, WORDS("start; home; examples; templates; recent; boards")},
    {ActionId::Open, ActionId::Open, WORDS("load; file; recent")},
    {ActionId::Import, ActionId::ImportInto,
     WORDS("import; graphviz; load dot; open other formats; restore from pdf; mermaid; drawio; draw.io; "
           "excalidraw; d2; json")},
    {ActionId::Save, ActionId::Save, WORDS("store; write")},
    {ActionId::SaveCopy, ActionId::SaveCopy, WORDS("backup")},
    {ActionId::ShowHistory, ActionId::ShowHistory,
     WORDS("versions; revisions; timeline; past; restore; snapshots")},
    {ActionId::NameVersion, ActionId::NameVersion,
     WORDS("save version; snapshot; tag; milestone; checkpoint")},
    {ActionId::CompareFile, ActionId::CompareFile, WORDS("diff; difference; what changed")},
    {ActionId::ForgetHistory, ActionId::ForgetHistory, WORDS("clear history; purge; delete history")},
    {ActionId::ExportMermaid, ActionId::ExportMermaid, WORDS("export; flowchart; markdown; text")},
    {ActionId::ExportDrawio, ActionId::ExportDrawio,
     WORDS("export; draw.io; drawio; diagrams.net; editable")},
    {ActionId::ExportJson, ActionId::ExportJson, WORDS("export; data; program")},
    {ActionId::ExportReport, ActionId::ExportReport,
     WORDS("design document; hand in; pdf; rubric; trade-offs")},
    {ActionId::ExportHtml, ActionId::ExportHtml, WORDS("html; browser; interactive; share; design document")},
    {ActionId::ExportMarkdown, ActionId::ExportMarkdown, WORDS("design document; text; git; wiki; readme")},
    // Behind those that have words of their own: the first that fits is taken.
    {ActionId::ExportPdf, ActionId::ExportSelectionDot, WORDS("export; share; picture; download")},
    {ActionId::Print, ActionId::Print, WORDS("printer; print preview; paper")},
    {ActionId::Settings, ActionId::Settings,
     WORDS("preferences; options; configuration; language; author; own kinds; own templates; sound")},
    {ActionId::CloseWindow, ActionId::CloseWindow, WORDS("close board")},
    {ActionId::Quit, ActionId::Quit, WORDS("exit; leave")},
    {ActionId::Undo, ActionId::Undo, WORDS("back; take back; revert")},
    {ActionId::Redo, ActionId::Redo, WORDS("again; repeat")},
    {ActionId::Duplicate, ActionId::Duplicate, WORDS("clone; copy here")},
    {ActionId::Delete, ActionId::Delete, WORDS("remove; erase; clear")},
    {ActionId::CommandPalette, ActionId::CommandPalette, WORDS("palette; actions; command palette")},
    {ActionId::Rename, ActionId::Rename, WORDS("title; name; edit text")},
    {ActionId::FrameSelection, ActionId::FrameSelection,
     WORDS("frame around; box around; container; enclose")},
    {ActionId::Group, ActionId::Group, WORDS("combine; together")},
    {ActionId::Ungroup, ActionId::Ungroup, WORDS("split group; take apart")},
    {ActionId::AlignLeft, ActionId::AlignBottom, WORDS("align; alignment; arrange; line up")},
    {ActionId::DistributeAcross, ActionId::DistributeDown,
     WORDS("distribute; arrange; space evenly; spacing; equal gaps")},
    {ActionId::SameWidth, ActionId::SameSize, WORDS("arrange; resize; same size; equal size")},
    {ActionId::AddStop, ActionId::RemoveStop, WORDS("stops; slides; presentation stop")},
    {ActionId::Find, ActionId::FindPrevious, WORDS("search; look for")},
    {ActionId::NextConflict, ActionId::NextConflict,
     WORDS("merge conflicts; both values; show the conflict; resolve; settle; git")},
    {ActionId::LensOff, ActionId::LensOff, WORDS("no lens; show all; lenses; undim")},
    {ActionId::LensOnline, ActionId::LensTelemetry, WORDS("lenses; highlight; dim; filter view; show only")},
    {ActionId::Minimap, ActionId::Minimap, WORDS("map; overview; navigator")},
    {ActionId::Present, ActionId::Present, WORDS("presentation; slides; slideshow; show")},
    {ActionId::Lock, ActionId::Lock, WORDS("lock; unlock; fix; freeze")},
    {ActionId::Straighten, ActionId::Straighten,
     WORDS("straighten; waypoints; reset route; reroute; straight connection")},
    {ActionId::SwapEnds, ActionId::SwapEnds,
     WORDS("swap; reverse; reverse connection; turn round; flip; direction of the connection")},
    {ActionId::AttachStart, ActionId::AttachEnd,
     WORDS("reattach; reconnect; change source; change target; other block; move the end")},
    {ActionId::FlowRequest, ActionId::FlowTelemetry, WORDS("connection; change flow; kind of connection")},
    {ActionId::DirectionForward, ActionId::DirectionNone,
     WORDS("connection; arrow head; change direction; two way; bidirectional; undirected")},
    {ActionId::BringToFront, ActionId::SendToBack, WORDS("order; layer; arrange; above; below; z order")},
    {ActionId::TidyAll, ActionId::TidyNew, WORDS("layout; arrange; auto layout; clean up; graphviz")},
    {ActionId::TidyDown, ActionId::TidyDown,
     WORDS("direction; left to right; top down; layout direction; vertical; horizontal; orientation")},
    {ActionId::TidyKeep, ActionId::TidyKeep, WORDS("placed by hand; keep positions; layout")},
    {ActionId::Pin, ActionId::Pin, WORDS("unpin; keep place; anchor")},
    {ActionId::ZoomIn, ActionId::ZoomIn, WORDS("larger; magnify; closer")},
    {ActionId::ZoomOut, ActionId::ZoomOut, WORDS("smaller; farther")},
    {ActionId::ZoomActual, ActionId::ZoomActual, WORDS("actual size; reset zoom; 100%")},
    {ActionId::FitAll, ActionId::FitAll, WORDS("zoom to fit; whole board; see all")},
    {ActionId::FitSelection, ActionId::FitSelection, WORDS("zoom to selection")},
    {ActionId::TogglePalette, ActionId::TogglePalette, WORDS("sidebar; left panel; kinds; hide palette")},
    {ActionId::ToggleInspector, ActionId::ToggleInspector,
     WORDS("sidebar; right panel; properties; hide inspector")},
    {ActionId::TogglePlan, ActionId::TogglePlan,
     WORDS("framework; steps; prompts; interview; checklist; guide; left panel")},
    {ActionId::CopyFramework, ActionId::CopyFramework,
     WORDS("own framework; own plan; template; customise; customize; change the plan")},
    {ActionId::ThemeSystem, ActionId::ThemeSystem, WORDS("theme; colours; colors; appearance; mode")},
    {ActionId::ThemeLight, ActionId::ThemeLight, WORDS("light mode; bright; day; colours; appearance")},
    {ActionId::ThemeDark, ActionId::ThemeDark, WORDS("dark mode; night; black; colours; appearance")},
    {ActionId::FullScreen, ActionId::FullScreen, WORDS("fullscreen; maximise; maximize")},
    {ActionId::ToolSelect, ActionId::ToolSelect, WORDS("pointer; cursor; selection tool; mouse")},
    {ActionId::ToolHand, ActionId::ToolHand, WORDS("pan; move the board; scroll; grab")},
    {ActionId::ToolConnect, ActionId::ToolConnect, WORDS("connect; connector; link; edge tool")},
    {ActionId::ToolFrame, ActionId::ToolFrame, WORDS("container; region; area; boundary")},
    {ActionId::ToolNote, ActionId::ToolNote,
     WORDS("sticky note; question; risk; assumption; remark; comment")},
    {ActionId::ToolPen, ActionId::ToolPen, WORDS("draw; freehand; scribble; ink; pencil; stroke")},
    {ActionId::ToolHighlighter, ActionId::ToolHighlighter, WORDS("marker; draw")},
    {ActionId::ToolEraser, ActionId::ToolEraser, WORDS("erase; rubber; draw")},
    {ActionId::ToolRectangle, ActionId::ToolRectangle, WORDS("box; square; shape; draw")},
    {ActionId::ToolEllipse, ActionId::ToolEllipse, WORDS("circle; oval; shape; draw")},
    {ActionId::ToolLine, ActionId::ToolLine, WORDS("shape; draw; straight line")},
    {ActionId::ToolArrow, ActionId::ToolArrow, WORDS("shape; draw")},
    {ActionId::ToolText, ActionId::ToolText, WORDS("free text; write; caption")},
    {ActionId::ToolLaser, ActionId::ToolLaser, WORDS("laser; pointer; presenter")},
    {ActionId::LockTool, ActionId::LockTool, WORDS("lock tool; stay; sticky tool")},
    {ActionId::ShapesBecomeBlocks, ActionId::ShapesBecomeBlocks,
     WORDS("rough to typed; recognise; recognize; shape recognition")},
    {ActionId::InsertImage, ActionId::InsertImage, WORDS("picture; photo; png; paste image; insert image")},
    {ActionId::LineField, ActionId::LineField,
     WORDS("line; line field; sketch; type; text to diagram; quick add")},
    {ActionId::FindKind, ActionId::FindKind, WORDS("block; add block; insert block; kind; catalogue")},
    {ActionId::NextBlock, ActionId::NextBlock, WORDS("next; downstream; what comes next; tab")},
    {ActionId::BlockBefore, ActionId::BlockBefore, WORDS("previous block; upstream; what comes before")},
    {ActionId::AddMetric, ActionId::AddMetric, WORDS("number; target; latency; kpi; add metric")},
    {ActionId::AddDecision, ActionId::AddDecision,
     WORDS("option; trade-off; tradeoff; pros and cons; add decision")},
    {ActionId::AddNote, ActionId::AddNote, WORDS("comment; question; risk; assumption; remark; add note")},
    {ActionId::CardText, ActionId::CardText, WORDS("sticky note; post-it; card")},
    {ActionId::CardTask, ActionId::CardTask, WORDS("task; problem statement; requirements")},
    {ActionId::CardLegend, ActionId::CardLegend, WORDS("key; colours; explanation")},
    {ActionId::MainMenu, ActionId::MainMenu, WORDS("menu; menu bar; hamburger")},
    {ActionId::FocusInspector, ActionId::FocusInspector, WORDS("focus inspector; properties")},
    {ActionId::FocusBoard, ActionId::FocusBoard, WORDS("focus board; canvas")},
    {ActionId::GettingStarted, ActionId::GettingStarted,
     WORDS("help; manual; tutorial; introduction; guide")},
    {ActionId::SketchingHelp, ActionId::SketchingHelp, WORDS("help; grammar; syntax; cheat sheet")},
    {ActionId::Shortcuts, ActionId::Shortcuts, WORDS("keys; hotkeys; key bindings; cheat sheet; help")},
    {ActionId::About, ActionId::About, WORDS("version; licence; license; credits")},
};
#undef WORDS

} // namespace

QString otherWordsOf(ActionId id) {
    const auto it = std::find_if(std::begin(kWords), std::end(kWords),
                                 [id](const ActionWords& one) { return id >= one.first && id <= one.last; });
    return it == std::end(kWords) ? QString() : QCoreApplication::translate("ActionWords", it->words);
}

} // namespace groundplan
