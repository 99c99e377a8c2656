#pragma once

#include "app/tools/gesture.h"

namespace groundplan {

/// Drags a rectangle over empty board: what lies wholly inside is selected with
/// its groups, with Shift added to what was.
class RubberBandGesture : public Gesture {
public:
    RubberBandGesture(ToolHost& host, const PointerEvent& press);

    void moved(ToolHost& host, const PointerEvent& event) override;
    void released(ToolHost& host, const PointerEvent& event) override;
    void cancelled(ToolHost& host) override;

private:
    void select(ToolHost& host, const Rect& band);

    Point pressedAt_;
    QSet<ElementId> before_; ///< the selection when it began
    QSet<ElementId> kept_;   ///< what stays selected whatever the band holds
};

/// The rectangle between two opposite corners.
Rect rectBetween(Point a, Point b);

} // namespace groundplan
