#include "app/tools/connect_tool.h"

#include "app/tools/targets.h"

namespace groundplan {

void ConnectTool::activate(ToolHost& host) {
    host.setCursor(Qt::CrossCursor);
}

void ConnectTool::pressed(ToolHost& host, const PointerEvent& event) {
    if (event.button != Qt::LeftButton || gesture_)
        return;
    const ElementId source = host.isReadOnly() ? ElementId{} : connectableAt(host, event);
    if (!source)
        return;
    clicked_ = false;
    host.setSelection({source});
    gesture_ = std::make_unique<ConnectGesture>(host, source);
}

void ConnectTool::moved(ToolHost& host, const PointerEvent& event) {
    if (gesture_) {
        gesture_->moved(host, event);
        return;
    }
    Preview preview;
    preview.dropTarget = host.isReadOnly() ? ElementId{} : connectableAt(host, event);
    host.setPreview(preview);
}

void ConnectTool::released(ToolHost& host, const PointerEvent& event) {
    if (event.button != Qt::LeftButton || !gesture_)
        return;
    if (gesture_->isAtSource()) {
        if (!std::exchange(clicked_, true))
            return; // a click: the other end follows
        cancel(host);
        return;
    }
    const auto gesture = std::move(gesture_);
    gesture->released(host, event);
    host.setPreview({});
}

void ConnectTool::left(ToolHost& host) {
    if (!gesture_)
        host.setPreview({});
}

bool ConnectTool::keyPressed(ToolHost& host, const KeyPress& key) {
    if (key.key != Qt::Key_Escape || !gesture_)
        return false;
    cancel(host);
    return true;
}

void ConnectTool::cancel(ToolHost& host) {
    gesture_.reset();
    clicked_ = false;
    host.setPreview({});
}

} // namespace groundplan
