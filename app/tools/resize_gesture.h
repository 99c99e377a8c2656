#pragma once

#include "app/tools/gesture.h"

namespace groundplan {

/// The rectangle that `rect` becomes when the given handle (0..7, clockwise from the top left) is dragged by
/// `by`; never smaller than `least`, the opposite side stays where it is.
Rect resizedBy(const Rect& rect, int handle, Point by, Size least);

/// What an element becomes by a key that moves a handle by `by` (along one axis): never too small for what it
/// shows; an image by its corners in proportion.
Rect resizedByKey(const Design& design, ElementId id, int handle, Point by);

/// Drags one of the handles of a selected block (at its corners), frame or card (at the sides, too). A block
/// never becomes too small for what it shows. The sides that are pulled snap to what they pass and to the
/// grid (not with Alt).
class ResizeGesture : public Gesture {
public:
    ResizeGesture(ToolHost& host, const PointerEvent& press, ElementId id, int handle);

    void moved(ToolHost& host, const PointerEvent& event) override;
    void released(ToolHost& host, const PointerEvent& event) override;

private:
    Rect rectAt(const ToolHost& host, const PointerEvent& event, Preview* hints) const;

    Point pressedAt_;
    ElementId id_;
    int handle_;
    Rect start_;
};

} // namespace groundplan
