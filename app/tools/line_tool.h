#pragma once

#include "app/tools/drag_tool.h"

namespace groundplan {

/// Drags a straight line or an arrow, with Shift at a multiple of 45 degrees.
class LineTool : public DragTool {
public:
    explicit LineTool(StrokeTool tool); ///< Line or Arrow

protected:
    Preview previewOf(const ToolHost& host, const PointerEvent& from, const PointerEvent& to) const override;
    std::optional<Making> makingOf(const ToolHost& host, const PointerEvent& from,
                                   const PointerEvent& to) const override;

private:
    StrokeTool tool_;
};

} // namespace groundplan
