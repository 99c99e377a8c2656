#include "app/tools/drag_tool.h"

#include "app/tools/gesture.h"

namespace groundplan {

Point DragTool::onGrid(Point at, const PointerEvent& by) {
    return snaps(by) ? Point{snapped(at.x), snapped(at.y)} : at;
}

void DragTool::activate(ToolHost& host) {
    host.setCursor(Qt::CrossCursor);
}

void DragTool::pressed(ToolHost& host, const PointerEvent& event) {
    if (event.button == Qt::LeftButton && !host.isReadOnly())
        press_ = event;
}

void DragTool::moved(ToolHost& host, const PointerEvent& event) {
    if (press_ && isDrag(*press_, event))
        host.setPreview(previewOf(host, *press_, event));
}

void DragTool::released(ToolHost& host, const PointerEvent& event) {
    if (event.button != Qt::LeftButton || !press_)
        return;
    const std::optional<Making> making = makingOf(host, *press_, event);
    cancel(host);
    if (!making)
        return;
    ElementId added;
    const auto done = host.edit(making->name, [&](Editor& editor) -> Result<void> {
        return making->make(editor).map([&added](ElementId id) { added = id; });
    });
    host.finishTool();
    if (done) {
        host.setSelection({added});
        made(host, added);
    }
}

bool DragTool::keyPressed(ToolHost& host, const KeyPress& key) {
    if (key.key != Qt::Key_Escape || !press_)
        return false;
    cancel(host);
    return true;
}

void DragTool::cancel(ToolHost& host) {
    press_.reset();
    host.setPreview({});
}

} // namespace groundplan
