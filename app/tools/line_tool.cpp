#include "app/tools/line_tool.h"

#include "app/tools/gesture.h"
#include "model/operations/operations.h"

#include <cmath>
#include <numbers>

namespace groundplan {

namespace {

/// `to`, brought to the nearest multiple of 45 degrees around `from`: as far as it goes in that direction.
Point slanted(Point from, Point to) {
    constexpr double kStep = std::numbers::pi / 4;
    const double dx = to.x - from.x;
    const double dy = to.y - from.y;
    const double angle = std::round(std::atan2(dy, dx) / kStep) * kStep;
    const double length = dx * std::cos(angle) + dy * std::sin(angle);
    return {from.x + Coord(std::lround(length * std::cos(angle))),
            from.y + Coord(std::lround(length * std::sin(angle)))};
}

} // namespace

LineTool::LineTool(StrokeTool tool)
    : tool_(tool) {}

Preview LineTool::previewOf(const ToolHost& host, const PointerEvent& from, const PointerEvent& to) const {
    const Point start = onGrid(from);
    const Point end = to.modifiers.testFlag(Qt::ShiftModifier) ? slanted(start, to.at) : onGrid(to);
    const DrawingStyle style = host.drawingStyle();
    Preview preview;
    preview.ink =
        Preview::Ink{tool_, style.colourOf(tool_), style.widthOf(tool_), {{start, 128}, {end, 128}}};
    return preview;
}

std::optional<DragTool::Making> LineTool::makingOf(const ToolHost& host, const PointerEvent& from,
                                                   const PointerEvent& to) const {
    if (!isDrag(from, to))
        return std::nullopt; // a line needs two ends
    const Preview::Ink ink = *previewOf(host, from, to).ink;
    const Stroke stroke = strokeThrough(ink.points, ink.tool, ink.colour, ink.width);
    return Making{{"draw", {}}, [stroke](Editor& editor) { return addStroke(editor, stroke); }};
}

} // namespace groundplan
