#include "app/tools/shape_tool.h"

#include "app/render/stroke_shape.h"
#include "app/tools/gesture.h"
#include "app/tools/rubber_band_gesture.h"
#include "model/operations/operations.h"

#include <cmath>
#include <numbers>

namespace groundplan {

namespace {

constexpr Size kShapeSize{160 * kUnitsPerPoint, 96 * kUnitsPerPoint};

Point onGrid(const PointerEvent& event) {
    return snaps(event) ? Point{snapped(event.at.x), snapped(event.at.y)} : event.at;
}

bool isEscape(const KeyPress& key) {
    return key.key == Qt::Key_Escape;
}

} // namespace

// Rectangles and ellipses

ShapeTool::ShapeTool(ShapeKind kind)
    : kind_(kind) {}

void ShapeTool::activate(ToolHost& host) {
    host.setCursor(Qt::CrossCursor);
}

void ShapeTool::pressed(ToolHost& host, const PointerEvent& event) {
    if (event.button == Qt::LeftButton && !host.isReadOnly())
        press_ = event;
}

Shape ShapeTool::shapeAt(const ToolHost& host, const PointerEvent& event) const {
    Shape shape;
    shape.kind = kind_;
    shape.colour = host.drawingStyle().colourOf(StrokeTool::Line);
    const Point from = onGrid(*press_);
    if (!isDrag(*press_, event)) {
        shape.rect = {from.x, from.y, kShapeSize.w, kShapeSize.h};
        return shape;
    }
    Point to = onGrid(event);
    if (event.modifiers.testFlag(Qt::ShiftModifier)) {
        const Coord side = std::max(std::abs(to.x - from.x), std::abs(to.y - from.y));
        to = {to.x < from.x ? from.x - side : from.x + side, to.y < from.y ? from.y - side : from.y + side};
    }
    shape.rect = rectBetween(from, to);
    shape.rect.w = std::max(shape.rect.w, kMinSize);
    shape.rect.h = std::max(shape.rect.h, kMinSize);
    return shape;
}

void ShapeTool::moved(ToolHost& host, const PointerEvent& event) {
    if (!press_ || !isDrag(*press_, event))
        return;
    Preview preview;
    preview.shape = shapeAt(host, event);
    host.setPreview(preview);
}

void ShapeTool::released(ToolHost& host, const PointerEvent& event) {
    if (event.button != Qt::LeftButton || !press_)
        return;
    const Shape shape = shapeAt(host, event);
    cancel(host);
    ElementId added;
    const auto done = host.edit({"add-shape", {}}, [&](Editor& editor) -> Result<void> {
        const auto id = addShape(editor, shape);
        if (!id)
            return Failure(id.error());
        added = *id;
        return {};
    });
    host.finishTool();
    if (done)
        host.setSelection({added});
}

bool ShapeTool::keyPressed(ToolHost& host, const KeyPress& key) {
    if (!isEscape(key) || !press_)
        return false;
    cancel(host);
    return true;
}

void ShapeTool::cancel(ToolHost& host) {
    press_.reset();
    host.setPreview({});
}

// Lines and arrows

LineTool::LineTool(StrokeTool tool)
    : tool_(tool) {}

void LineTool::activate(ToolHost& host) {
    host.setCursor(Qt::CrossCursor);
}

void LineTool::pressed(ToolHost& host, const PointerEvent& event) {
    if (event.button == Qt::LeftButton && !host.isReadOnly())
        press_ = event;
}

QList<PenPoint> LineTool::pointsTo(const PointerEvent& event) const {
    const Point from = onGrid(*press_);
    Point to = onGrid(event);
    if (event.modifiers.testFlag(Qt::ShiftModifier)) {
        constexpr double kStep = std::numbers::pi / 4;
        const double dx = event.at.x - from.x;
        const double dy = event.at.y - from.y;
        const double angle = std::round(std::atan2(dy, dx) / kStep) * kStep;
        // As far as the pointer goes in that direction.
        const double length = dx * std::cos(angle) + dy * std::sin(angle);
        to = {from.x + Coord(std::lround(length * std::cos(angle))),
              from.y + Coord(std::lround(length * std::sin(angle)))};
    }
    return {{from, 128}, {to, 128}};
}

void LineTool::moved(ToolHost& host, const PointerEvent& event) {
    if (!press_ || !isDrag(*press_, event))
        return;
    const DrawingStyle style = host.drawingStyle();
    Preview preview;
    preview.ink = Preview::Ink{tool_, style.colourOf(tool_), style.widthOf(tool_), pointsTo(event)};
    host.setPreview(preview);
}

void LineTool::released(ToolHost& host, const PointerEvent& event) {
    if (event.button != Qt::LeftButton || !press_)
        return;
    const bool drawn = isDrag(*press_, event);
    const QList<PenPoint> points = pointsTo(event);
    cancel(host);
    if (!drawn)
        return; // a line needs two ends
    const DrawingStyle style = host.drawingStyle();
    const Stroke stroke = strokeThrough(points, tool_, style.colourOf(tool_), style.widthOf(tool_));
    ElementId added;
    const auto done = host.edit({"draw", {}}, [&](Editor& editor) -> Result<void> {
        const auto id = addStroke(editor, stroke);
        if (!id)
            return Failure(id.error());
        added = *id;
        return {};
    });
    host.finishTool();
    if (done)
        host.setSelection({added});
}

bool LineTool::keyPressed(ToolHost& host, const KeyPress& key) {
    if (!isEscape(key) || !press_)
        return false;
    cancel(host);
    return true;
}

void LineTool::cancel(ToolHost& host) {
    press_.reset();
    host.setPreview({});
}

// Text

void TextTool::activate(ToolHost& host) {
    host.setCursor(Qt::IBeamCursor);
}

void TextTool::pressed(ToolHost& host, const PointerEvent& event) {
    pressed_ = event.button == Qt::LeftButton && !host.isReadOnly();
}

void TextTool::moved(ToolHost&, const PointerEvent&) {}

void TextTool::released(ToolHost& host, const PointerEvent& event) {
    if (event.button != Qt::LeftButton || !std::exchange(pressed_, false))
        return;
    Shape shape;
    shape.kind = ShapeKind::Text;
    shape.colour = host.drawingStyle().colourOf(StrokeTool::Line);
    const Size size = fittingShapeSize(shape);
    // The pointer is a caret: the line's middle is there.
    shape.rect = {event.at.x, event.at.y - size.h / 2, size.w, size.h};
    ElementId added;
    const auto done =
        host.editContinued({"add-text", {}}, QByteArray(kTypingToken), [&](Editor& editor) -> Result<void> {
            const auto id = addShape(editor, shape);
            if (!id)
                return Failure(id.error());
            added = *id;
            return {};
        });
    host.finishTool();
    if (done)
        host.startRename(added);
}

void TextTool::cancel(ToolHost&) {
    pressed_ = false;
}

} // namespace groundplan
