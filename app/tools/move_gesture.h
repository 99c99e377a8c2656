#pragma once

#include "app/tools/gesture.h"
#include "app/tools/moved_together.h"

namespace groundplan {

/// Drags the selected blocks, frames (with what they hold) and cards. Snaps to what they pass and to a fine
/// grid (not with Alt), keeps to one axis with Shift, and puts what is dropped into a frame inside it.
class MoveGesture : public Gesture {
public:
    /// `ids`: not empty, what movableTops() allows; `gripped`: the one of them (or inside one) under the
    /// pointer.
    MoveGesture(ToolHost& host, const PointerEvent& press, const QSet<ElementId>& ids, ElementId gripped);

    void moved(ToolHost& host, const PointerEvent& event) override;
    void released(ToolHost& host, const PointerEvent& event) override;

private:
    Point offsetAt(const ToolHost& host, const PointerEvent& event, Preview* hints) const;
    ElementId dropTarget(const Design& design, Point by) const;

    Point pressedAt_;
    ElementId gripped_;
    Rect grippedRect_; ///< as it was pressed
    QSet<ElementId> ids_;
    MovedTogether together_;
};

} // namespace groundplan
