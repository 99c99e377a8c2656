#include "app/tools/text_tool.h"

#include "app/render/stroke_shape.h"
#include "model/operations/operations.h"

#include <utility>

namespace groundplan {

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
            return addShape(editor, shape).map([&added](ElementId id) { added = id; });
        });
    host.finishTool();
    if (done)
        host.startRename(added);
}

void TextTool::cancel(ToolHost&) {
    pressed_ = false;
}

} // namespace groundplan
