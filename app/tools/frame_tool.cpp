#include "app/tools/frame_tool.h"

#include "app/tools/gesture.h"
#include "app/tools/rubber_band_gesture.h"
#include "model/operations/operations.h"

#include <QCoreApplication>

#include <algorithm>

namespace groundplan {

namespace {

constexpr Coord kLeastSide = 48 * kUnitsPerPoint;
constexpr Coord kTitleBand = 40 * kUnitsPerPoint; ///< what a frame's title takes, with air, on the grid

} // namespace

Rect withTitleBand(const Design& design, const Rect& frame) {
    Coord top = frame.bottom();
    for (const Element& element : design.elements) {
        const auto rect = design.rectOf(element.id);
        if (rect && frame.contains(*rect) && *rect != frame)
            top = std::min(top, rect->y);
    }
    const Coord up = std::max<Coord>(0, frame.y + kTitleBand - top);
    return {frame.x, frame.y - up, frame.w, frame.h + up};
}

Preview FrameTool::previewOf(const ToolHost& host, const PointerEvent& from, const PointerEvent& to) const {
    const Point start = onGrid(from.at, to);
    Rect rect{start.x, start.y, kFrameSize.w, kFrameSize.h};
    if (isDrag(from, to)) {
        rect = rectBetween(start, onGrid(to));
        rect.w = std::max(rect.w, kLeastSide);
        rect.h = std::max(rect.h, kLeastSide);
        rect = withTitleBand(host.design(), rect);
    }
    Preview preview;
    preview.ghost = rect;
    return preview;
}

std::optional<DragTool::Making> FrameTool::makingOf(const ToolHost& host, const PointerEvent& from,
                                                    const PointerEvent& to) const {
    const Rect rect = *previewOf(host, from, to).ghost;
    const QString title = QCoreApplication::translate("Board", "Frame");
    return Making{{"add-frame", {}}, [rect, title](Editor& editor) { return addFrame(editor, rect, title); }};
}

void FrameTool::made(ToolHost& host, ElementId id) {
    host.startRename(id);
}

} // namespace groundplan
