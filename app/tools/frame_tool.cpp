#include "app/tools/frame_tool.h"

#include "app/tools/gesture.h"
#include "app/tools/rubber_band_gesture.h"
#include "model/operations/operations.h"

#include <QCoreApplication>

namespace groundplan {

namespace {

constexpr Coord kLeastSide = 48 * kUnitsPerPoint;

} // namespace

void FrameTool::activate(ToolHost& host) {
    host.setCursor(Qt::CrossCursor);
}

void FrameTool::pressed(ToolHost& host, const PointerEvent& event) {
    if (event.button == Qt::LeftButton && !host.isReadOnly())
        press_ = event;
}

Rect FrameTool::rectAt(const PointerEvent& event) const {
    const auto onGrid = [&event](Point p) { return snaps(event) ? Point{snapped(p.x), snapped(p.y)} : p; };
    const Point from = onGrid(press_->at);
    if (!isDrag(*press_, event))
        return {from.x, from.y, kFrameSize.w, kFrameSize.h};
    Rect rect = rectBetween(from, onGrid(event.at));
    rect.w = std::max(rect.w, kLeastSide);
    rect.h = std::max(rect.h, kLeastSide);
    return rect;
}

void FrameTool::moved(ToolHost& host, const PointerEvent& event) {
    if (!press_ || !isDrag(*press_, event))
        return;
    Preview preview;
    preview.ghost = rectAt(event);
    host.setPreview(preview);
}

void FrameTool::released(ToolHost& host, const PointerEvent& event) {
    if (event.button != Qt::LeftButton || !press_)
        return;
    const Rect rect = rectAt(event);
    cancel(host);
    const QString title = QCoreApplication::translate("Board", "Frame");
    ElementId added;
    const auto done = host.edit({"add-frame", {}}, [&](Editor& editor) -> Result<void> {
        const auto frame = addFrame(editor, rect, title);
        if (!frame)
            return Failure(frame.error());
        added = *frame;
        return {};
    });
    host.finishTool();
    if (done) {
        host.setSelection({added});
        host.startRename(added);
    }
}

bool FrameTool::keyPressed(ToolHost& host, const KeyPress& key) {
    if (key.key != Qt::Key_Escape || !press_)
        return false;
    cancel(host);
    return true;
}

void FrameTool::cancel(ToolHost& host) {
    press_.reset();
    host.setPreview({});
}

} // namespace groundplan
