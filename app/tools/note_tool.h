#pragma once

#include "app/tools/tool.h"

namespace groundplan {

/// A click on an element puts a note on it and opens it; on empty board it puts a sticky card there, ready
/// for typing. One shot.
class NoteTool : public Tool {
public:
    void activate(ToolHost& host) override;
    void pressed(ToolHost& host, const PointerEvent& event) override;
    void moved(ToolHost& host, const PointerEvent& event) override;
    void released(ToolHost& host, const PointerEvent& event) override;
    void left(ToolHost& host) override;
    void cancel(ToolHost& host) override;
    bool isBusy() const override { return false; }

private:
    bool pressed_ = false;
};

} // namespace groundplan
