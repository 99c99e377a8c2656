#include "app/tools/hand_tool.h"

namespace groundplan {

void HandTool::activate(ToolHost& host) {
    host.setCursor(Qt::OpenHandCursor);
}

void HandTool::pressed(ToolHost& host, const PointerEvent& event) {
    if (event.button != Qt::LeftButton)
        return;
    last_ = event.viewAt;
    host.setCursor(Qt::ClosedHandCursor);
}

void HandTool::moved(ToolHost& host, const PointerEvent& event) {
    if (!last_)
        return;
    host.scrollView(event.viewAt - *last_);
    last_ = event.viewAt;
}

void HandTool::released(ToolHost& host, const PointerEvent& event) {
    if (event.button == Qt::LeftButton)
        cancel(host);
}

void HandTool::cancel(ToolHost& host) {
    if (!last_)
        return;
    last_.reset();
    host.setCursor(Qt::OpenHandCursor);
}

} // namespace groundplan
