#pragma once

#include "app/tools/connect_gesture.h"

#include <memory>

namespace groundplan {

/// Draws connections from anywhere on a block or frame: by dragging, or by a click on each end. Stays active,
/// since one connection is seldom the last one.
class ConnectTool : public Tool {
public:
    void activate(ToolHost& host) override;
    void pressed(ToolHost& host, const PointerEvent& event) override;
    void moved(ToolHost& host, const PointerEvent& event) override;
    void released(ToolHost& host, const PointerEvent& event) override;
    void left(ToolHost& host) override;
    bool keyPressed(ToolHost& host, const KeyPress& key) override;
    void cancel(ToolHost& host) override;
    bool isBusy() const override { return gesture_ != nullptr; }

private:
    std::unique_ptr<ConnectGesture> gesture_;
    bool clicked_ = false; ///< the source was clicked: the next press ends the connection
};

} // namespace groundplan
