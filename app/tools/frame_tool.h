#pragma once

#include "app/tools/drag_tool.h"
#include "model/design/design.h"

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

/// A frame drawn tightly round what it takes in reaches further up, so that its title stands free.
Rect withTitleBand(const Design& design, const Rect& frame);

} // namespace groundplan
