#pragma once

#include "app/tools/tool.h"

#include <optional>

namespace groundplan {

/// Drags the rectangle of a new frame; a mere click puts one of the usual size there. One shot.
class FrameTool : public Tool {
public:
    void activate(ToolHost& host) override;
    void pressed(ToolHost& host, const PointerEvent& event) override;
    void moved(ToolHost& host, const PointerEvent& event) override;
    void released(ToolHost& host, const PointerEvent& event) override;
    bool keyPressed(ToolHost& host, const KeyPress& key) override;
    void cancel(ToolHost& host) override;
    bool isBusy() const override { return press_.has_value(); }

private:
    Rect rectAt(const PointerEvent& event) const;

    std::optional<PointerEvent> press_;
};

} // namespace groundplan
