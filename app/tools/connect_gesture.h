#pragma once

#include "app/tools/gesture.h"

#include <memory>
#include <optional>

namespace groundplan {

class Router;

/// Draws a connection from a block or frame to where the pointer is. Released on another one (or, after
/// having left it, on the same) it connects; on empty board it offers a kind and adds that block, connected,
/// as one edit. What was drawn from a block's left edge to the left of it asks for what comes before it.
class ConnectGesture : public Gesture {
public:
    /// `from`: where the edge was taken hold of, if it was one.
    ConnectGesture(ToolHost& host, ElementId source, std::optional<Point> from = std::nullopt);
    ~ConnectGesture() override;

    void moved(ToolHost& host, const PointerEvent& event) override;
    void released(ToolHost& host, const PointerEvent& event) override;

    /// Whether a release here would still be a click on the source: the pointer has never left it.
    bool isAtSource() const { return !hasLeft_; }

private:
    ElementId targetAt(const ToolHost& host, const PointerEvent& event);
    Beside sideAt(const ToolHost& host, Point at) const;
    Preview previewAt(const ToolHost& host, const PointerEvent& event, ElementId target) const;

    ElementId source_;
    bool hasLeft_ = false;
    bool fromLeft_ = false;
    std::unique_ptr<Router> router_;
};

} // namespace groundplan
