#include "app/tools/eraser_tool.h"

#include "app/tools/cursors.h"
#include "app/tools/gesture.h"
#include "app/tools/targets.h"
#include "model/operations/operations.h"

#include <algorithm>
#include <cmath>

namespace groundplan {

namespace {

constexpr int kMostSteps = 200; ///< of one movement

bool isErasable(const Design& design, ElementId id) {
    return (design.strokes.contains(id) || design.shapes.contains(id) || design.images.contains(id)) &&
           !isLocked(design, id);
}

} // namespace

void EraserTool::activate(ToolHost& host) {
    host.setCursor(eraserCursor());
}

void EraserTool::pressed(ToolHost& host, const PointerEvent& event) {
    if (event.button != Qt::LeftButton || host.isReadOnly())
        return;
    rubbing_ = true;
    last_ = event.at;
    rub(host, event);
}

/// Looks along the way from where it was last, so that a quick hand leaves nothing out.
void EraserTool::rub(ToolHost& host, const PointerEvent& event) {
    const Point way = event.at - last_;
    const double length = std::hypot(double(way.x), double(way.y));
    const Coord reach = unitsOnScreen(event, kEraserRadius);
    const int steps = std::clamp(int(std::ceil(length / reach)), 1, kMostSteps);
    for (int i = 1; i <= steps; ++i) {
        const Point at{last_.x + Coord(double(way.x) * i / steps),
                       last_.y + Coord(double(way.y) * i / steps)};
        for (const Hit& hit : hitsAt(host.design(), host.index(), at, reach)) {
            if (isErasable(host.design(), hit.element))
                touched_.insert(hit.element);
        }
    }
    last_ = event.at;
    Preview preview;
    preview.fading = touched_;
    host.setPreview(preview);
}

void EraserTool::moved(ToolHost& host, const PointerEvent& event) {
    if (rubbing_)
        rub(host, event);
}

void EraserTool::released(ToolHost& host, const PointerEvent& event) {
    if (event.button != Qt::LeftButton || !rubbing_)
        return;
    rub(host, event);
    const QSet<ElementId> ids = touched_;
    cancel(host);
    if (!ids.isEmpty())
        host.edit({"erase", {QString::number(ids.size())}},
                  [ids](Editor& editor) { return deleteElements(editor, ids); });
}

bool EraserTool::keyPressed(ToolHost& host, const KeyPress& key) {
    if (key.key != Qt::Key_Escape || !rubbing_)
        return false;
    cancel(host);
    return true;
}

void EraserTool::cancel(ToolHost& host) {
    rubbing_ = false;
    touched_.clear();
    host.setPreview({});
}

} // namespace groundplan
