#pragma once

#include "app/tools/gesture.h"

#include <memory>

namespace groundplan {

class Router;

/// Drags one end of a selected connection onto another block or frame; let go over empty board it snaps back.
class ReconnectGesture : public Gesture {
public:
    enum class End { Source, Target };
    ReconnectGesture(ToolHost& host, ElementId connection, End end);
    ~ReconnectGesture() override;

    void moved(ToolHost& host, const PointerEvent& event) override;
    void released(ToolHost& host, const PointerEvent& event) override;

private:
    ElementId connection_;
    End end_;
    std::unique_ptr<Router> router_;
};

} // namespace groundplan
