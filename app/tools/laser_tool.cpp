#include "app/tools/laser_tool.h"

#include "app/tools/cursors.h"

namespace groundplan {

void LaserTool::activate(ToolHost& host) {
    host.setCursor(laserCursor());
}

void LaserTool::pressed(ToolHost& host, const PointerEvent& event) {
    if (event.button != Qt::LeftButton)
        return;
    on_ = true;
    host.shine(event.at, true);
}

void LaserTool::moved(ToolHost& host, const PointerEvent& event) {
    if (on_)
        host.shine(event.at, false);
}

void LaserTool::released(ToolHost& host, const PointerEvent& event) {
    if (event.button == Qt::LeftButton)
        cancel(host);
}

void LaserTool::cancel(ToolHost& host) {
    Q_UNUSED(host)
    on_ = false;
}

} // namespace groundplan
