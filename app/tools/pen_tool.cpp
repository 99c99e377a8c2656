#include "app/tools/pen_tool.h"

#include "app/tools/rough_drawing.h"
#include "model/operations/operations.h"

#include <cmath>

namespace groundplan {

namespace {

/// Points nearer to each other than this, in pixels, say more about the hand's tremor than about the line.
constexpr double kStep = 2.5;

} // namespace

PenTool::PenTool(StrokeTool tool)
    : tool_(tool) {}

void PenTool::activate(ToolHost& host) {
    host.setCursor(Qt::CrossCursor);
}

void PenTool::pressed(ToolHost& host, const PointerEvent& event) {
    if (event.button != Qt::LeftButton || host.isReadOnly())
        return;
    if (!host.selection().isEmpty())
        host.setSelection({}); // rings and handles would only be in the way
    points_.clear();
    moved(host, event);
}

void PenTool::take(const PointerEvent& event) {
    const PenPoint point{event.at, event.pressure};
    if (points_.size() > 1) {
        const Point way = points_.last().at - points_[points_.size() - 2].at;
        if (std::hypot(way.x, way.y) < kStep * event.tolerance / 4) {
            points_.last() = point;
            return;
        }
    }
    if (points_.isEmpty() || points_.last().at != point.at)
        points_.append(point);
}

void PenTool::moved(ToolHost& host, const PointerEvent& event) {
    if (points_.isEmpty() && event.button != Qt::LeftButton)
        return;
    take(event);
    const DrawingStyle style = host.drawingStyle();
    Preview preview;
    preview.ink = Preview::Ink{tool_, style.colourOf(tool_), style.widthOf(tool_), points_};
    host.setPreview(preview);
}

void PenTool::released(ToolHost& host, const PointerEvent& event) {
    if (event.button != Qt::LeftButton || points_.isEmpty())
        return;
    PointerEvent last = event;
    last.pressure = points_.last().pressure; // a pen that is lifted does not press
    take(last);
    const DrawingStyle style = host.drawingStyle();
    const Stroke stroke = strokeThrough(points_, tool_, style.colourOf(tool_), style.widthOf(tool_));
    cancel(host);
    ElementId added;
    const auto done = host.edit({"draw", {}}, [&](Editor& editor) -> Result<void> {
        const auto id = addStroke(editor, stroke);
        if (!id)
            return Failure(id.error());
        added = *id;
        return {};
    });
    if (done && tool_ == StrokeTool::Pen && style.shapesBecomeBlocks)
        becomeTyped(host, added);
}

bool PenTool::keyPressed(ToolHost& host, const KeyPress& key) {
    if (key.key != Qt::Key_Escape || !isBusy())
        return false;
    cancel(host);
    return true;
}

void PenTool::cancel(ToolHost& host) {
    points_.clear();
    host.setPreview({});
}

} // namespace groundplan
