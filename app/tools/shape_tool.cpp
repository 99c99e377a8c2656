#include "app/tools/shape_tool.h"

#include "app/tools/gesture.h"
#include "app/tools/rubber_band_gesture.h"
#include "model/operations/operations.h"

#include <algorithm>
#include <cmath>

namespace groundplan {

namespace {

constexpr Size kShapeSize{160 * kUnitsPerPoint, 96 * kUnitsPerPoint};

} // namespace

ShapeTool::ShapeTool(ShapeKind kind)
    : kind_(kind) {}

Shape ShapeTool::shapeOf(const ToolHost& host, const PointerEvent& from, const PointerEvent& to) const {
    Shape shape;
    shape.kind = kind_;
    shape.colour = host.drawingStyle().colourOf(StrokeTool::Line);
    const Point start = onGrid(from);
    if (!isDrag(from, to)) {
        shape.rect = {start.x, start.y, kShapeSize.w, kShapeSize.h};
        return shape;
    }
    Point end = onGrid(to);
    if (to.modifiers.testFlag(Qt::ShiftModifier)) {
        const Coord side = std::max(std::abs(end.x - start.x), std::abs(end.y - start.y));
        end = {end.x < start.x ? start.x - side : start.x + side,
               end.y < start.y ? start.y - side : start.y + side};
    }
    shape.rect = rectBetween(start, end);
    shape.rect.w = std::max(shape.rect.w, kMinSize);
    shape.rect.h = std::max(shape.rect.h, kMinSize);
    return shape;
}

Preview ShapeTool::previewOf(const ToolHost& host, const PointerEvent& from, const PointerEvent& to) const {
    Preview preview;
    preview.shape = shapeOf(host, from, to);
    return preview;
}

std::optional<DragTool::Making> ShapeTool::makingOf(const ToolHost& host, const PointerEvent& from,
                                                    const PointerEvent& to) const {
    const Shape shape = shapeOf(host, from, to);
    return Making{{"add-shape", {}}, [shape](Editor& editor) { return addShape(editor, shape); }};
}

} // namespace groundplan
