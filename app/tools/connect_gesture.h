#pragma once

#include "app/tools/gesture.h"

#include <memory>

namespace groundplan {

class Router;

/// Draws a connection from a block or frame to where the pointer is. Released on another one (or, after
/// having left it, on the same) it connects; on empty board it offers a kind and adds that block, connected,
/// as one edit.
class ConnectGesture : public Gesture {
public:
    ConnectGesture(ToolHost& host, ElementId source);
    ~ConnectGesture() override;

    void moved(ToolHost& host, const PointerEvent& event) override;
    void released(ToolHost& host, const PointerEvent& event) override;

    /// Whether a release here would still be a click on the source: the pointer has never left it.
    bool isAtSource() const { return !hasLeft_; }

private:
    ElementId targetAt(const ToolHost& host, const PointerEvent& event);
    Preview previewAt(const ToolHost& host, const PointerEvent& event, ElementId target) const;

    ElementId source_;
    bool hasLeft_ = false;
    std::unique_ptr<Router> router_;
};

} // namespace groundplan
