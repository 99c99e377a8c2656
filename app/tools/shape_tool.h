#pragma once

#include "app/tools/drag_tool.h"

namespace groundplan {

/// Drags a rectangle or an ellipse, with Shift a square or a circle; a mere click puts one of the usual size
/// there.
class ShapeTool : public DragTool {
public:
    explicit ShapeTool(ShapeKind kind); ///< Rectangle or Ellipse

protected:
    Preview previewOf(const ToolHost& host, const PointerEvent& from, const PointerEvent& to) const override;
    std::optional<Making> makingOf(const ToolHost& host, const PointerEvent& from,
                                   const PointerEvent& to) const override;

private:
    Shape shapeOf(const ToolHost& host, const PointerEvent& from, const PointerEvent& to) const;

    ShapeKind kind_;
};

} // namespace groundplan
