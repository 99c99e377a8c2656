#pragma once

#include "app/tools/tool.h"

namespace groundplan {

/// Points at things with a light that leaves a trail and fades; nothing of it comes into the document.
class LaserTool : public Tool {
public:
    void activate(ToolHost& host) override;
    void pressed(ToolHost& host, const PointerEvent& event) override;
    void moved(ToolHost& host, const PointerEvent& event) override;
    void released(ToolHost& host, const PointerEvent& event) override;
    void cancel(ToolHost& host) override;
    bool isBusy() const override { return on_; }
    bool scrollsAtEdge() const override { return false; }

private:
    bool on_ = false;
};

} // namespace groundplan
