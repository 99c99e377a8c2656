#include "app/tools/move_gesture.h"

#include "app/tools/alignment.h"
#include "model/document/edit_names.h"
#include "model/operations/nesting.h"
#include "model/operations/operations.h"

namespace groundplan {

MoveGesture::MoveGesture(ToolHost& host, const PointerEvent& press, const QSet<ElementId>& ids,
                         ElementId gripped)
    : pressedAt_(press.at)
    , gripped_(gripped)
    , grippedRect_(host.design().rectOf(gripped).value_or(Rect{}))
    , ids_(ids)
    , together_(host, ids) {}

Point MoveGesture::offsetAt(const ToolHost& host, const PointerEvent& event, Preview* hints) const {
    Point by = event.at - pressedAt_;
    bool alongX = true;
    bool alongY = true;
    if (event.modifiers.testFlag(Qt::ShiftModifier)) {
        alongX = std::abs(by.x) >= std::abs(by.y);
        alongY = !alongX;
    }
    if (!alongX)
        by.x = 0;
    if (!alongY)
        by.y = 0;
    if (!snaps(event))
        return by;

    const Alignment alignment =
        alignmentOf(host.design(), host.index(), grippedRect_.translated(by),
                    unitsOnScreen(event, kAlignWithin), together_.changing(),
                    alongX ? Pulled::Whole : Pulled::Nothing, alongY ? Pulled::Whole : Pulled::Nothing);
    // Off the lines a position snaps to the grid; an axis along which the pointer has hardly moved stays as
    // it was.
    const auto place = [](Coord start, Coord way, std::optional<Coord> shift) {
        if (shift)
            return way + *shift;
        return std::abs(way) * 2 < kSnap ? 0 : snapped(start + way) - start;
    };
    if (alongX)
        by.x = place(grippedRect_.x, by.x, alignment.shiftX);
    if (alongY)
        by.y = place(grippedRect_.y, by.y, alignment.shiftY);
    if (hints) {
        hints->guides = alignment.guides;
        hints->gaps = alignment.gaps;
    }
    return by;
}

ElementId MoveGesture::dropTarget(const Design& design, Point by) const {
    const ElementId frame = FrameFinder(design).parentFor(gripped_, grippedRect_.translated(by).center());
    const Element* element = design.elements.find(gripped_);
    // Where it already is needs no highlight; neither does what is dragged along with its frame.
    if (!element || element->parent == frame || !ids_.contains(gripped_) ||
        together_.changing().contains(frame))
        return {};
    return frame;
}

void MoveGesture::moved(ToolHost& host, const PointerEvent& event) {
    Preview hints;
    const Point by = offsetAt(host, event, &hints);
    Preview preview = together_.preview(by);
    preview.guides = hints.guides;
    preview.gaps = hints.gaps;
    preview.dropTarget = dropTarget(host.design(), by);
    host.setPreview(preview);
}

void MoveGesture::released(ToolHost& host, const PointerEvent& event) {
    const Point by = offsetAt(host, event, nullptr);
    if (by == Point{})
        return;
    const QSet<ElementId> ids = ids_;
    host.editRouting({countedEdit("move", host.design(), ids),
                      [ids, by](Editor& editor) { return moveElements(editor, ids, by); },
                      together_.routed()});
}

} // namespace groundplan
