#pragma once

#include "app/tools/tool.h"

#include <optional>

namespace groundplan {

/// Drags the board itself.
class HandTool : public Tool {
public:
    void activate(ToolHost& host) override;
    void pressed(ToolHost& host, const PointerEvent& event) override;
    void moved(ToolHost& host, const PointerEvent& event) override;
    void released(ToolHost& host, const PointerEvent& event) override;
    void cancel(ToolHost& host) override;
    bool isBusy() const override { return last_.has_value(); }
    bool scrollsAtEdge() const override { return false; }

private:
    std::optional<QPointF> last_; ///< where the pointer was, in the viewport
};

} // namespace groundplan
