#include "app/tools/rubber_band_gesture.h"

#include "model/operations/operations.h"

namespace groundplan {

Rect rectBetween(Point a, Point b) {
    return {std::min(a.x, b.x), std::min(a.y, b.y), std::abs(a.x - b.x), std::abs(a.y - b.y)};
}

RubberBandGesture::RubberBandGesture(ToolHost& host, const PointerEvent& press)
    : pressedAt_(press.at)
    , before_(host.selection())
    , kept_(press.modifiers.testFlag(Qt::ShiftModifier) ? before_ : QSet<ElementId>{}) {}

void RubberBandGesture::select(ToolHost& host, const Rect& band) {
    const QSet<ElementId> chosen = kept_ | withGroups(host.design(), host.index().inside(band));
    if (chosen != host.selection())
        host.setSelection(chosen);
}

void RubberBandGesture::moved(ToolHost& host, const PointerEvent& event) {
    Preview preview;
    preview.rubberBand = rectBetween(pressedAt_, event.at);
    select(host, *preview.rubberBand);
    host.setPreview(preview);
}

void RubberBandGesture::released(ToolHost& host, const PointerEvent& event) {
    select(host, rectBetween(pressedAt_, event.at));
}

void RubberBandGesture::cancelled(ToolHost& host) {
    host.setSelection(before_);
}

} // namespace groundplan
