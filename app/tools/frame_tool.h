#pragma once

#include "app/tools/drag_tool.h"

namespace groundplan {

/// Drags the rectangle of a new frame; a mere click puts one of the usual size there. Its title is then open
/// for typing.
class FrameTool : public DragTool {
protected:
    Preview previewOf(const ToolHost& host, const PointerEvent& from, const PointerEvent& to) const override;
    std::optional<Making> makingOf(const ToolHost& host, const PointerEvent& from,
                                   const PointerEvent& to) const override;
    void made(ToolHost& host, ElementId id) override;
};

} // namespace groundplan
