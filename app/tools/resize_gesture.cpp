#include "app/tools/resize_gesture.h"

#include "app/render/board_painter.h"
#include "model/operations/operations.h"
#include "model/routing/router.h"

namespace groundplan {

namespace {

constexpr Size kLeastBlock{96 * kUnitsPerPoint, 48 * kUnitsPerPoint};
constexpr Size kLeastFrame{64 * kUnitsPerPoint, 48 * kUnitsPerPoint};
constexpr Size kLeastCard{80 * kUnitsPerPoint, 40 * kUnitsPerPoint};

bool pullsLeft(int handle) {
    return handle == 0 || handle == 6 || handle == 7;
}
bool pullsRight(int handle) {
    return handle >= 2 && handle <= 4;
}
bool pullsTop(int handle) {
    return handle >= 0 && handle <= 2;
}
bool pullsBottom(int handle) {
    return handle >= 4 && handle <= 6;
}

/// The smallest size for an element of that width.
Size leastSize(const Design& design, ElementId id, Coord width) {
    if (const Block* block = design.blocks.find(id)) {
        Block wide = *block;
        wide.rect.w = std::max(width, kLeastBlock.w);
        return {kLeastBlock.w, std::max(kLeastBlock.h, fittingBlockSize(design, wide).h)};
    }
    return design.frames.contains(id) ? kLeastFrame : kLeastCard;
}

} // namespace

Rect resizedBy(const Rect& rect, int handle, Point by, Size least) {
    Rect r = rect;
    if (pullsLeft(handle)) {
        r.x = std::min(rect.x + by.x, rect.right() - least.w);
        r.w = rect.right() - r.x;
    } else if (pullsRight(handle)) {
        r.w = std::max(rect.w + by.x, least.w);
    }
    if (pullsTop(handle)) {
        r.y = std::min(rect.y + by.y, rect.bottom() - least.h);
        r.h = rect.bottom() - r.y;
    } else if (pullsBottom(handle)) {
        r.h = std::max(rect.h + by.y, least.h);
    }
    return r;
}

ResizeGesture::ResizeGesture(ToolHost& host, const PointerEvent& press, ElementId id, int handle)
    : pressedAt_(press.at)
    , id_(id)
    , handle_(handle)
    , start_(host.design().rectOf(id).value_or(Rect{})) {}

Rect ResizeGesture::rectAt(const Design& design, const PointerEvent& event) const {
    Point by = event.at - pressedAt_;
    if (!event.modifiers.testFlag(Qt::ControlModifier)) {
        // The edge that is pulled snaps, not the distance: an odd size becomes an even one.
        const Coord x = pullsLeft(handle_) ? start_.left() : start_.right();
        const Coord y = pullsTop(handle_) ? start_.top() : start_.bottom();
        by = {snapped(x + by.x) - x, snapped(y + by.y) - y};
    }
    const Coord width = resizedBy(start_, handle_, by, {kMinSize, kMinSize}).w;
    return resizedBy(start_, handle_, by, leastSize(design, id_, width));
}

void ResizeGesture::moved(ToolHost& host, const PointerEvent& event) {
    const Rect rect = rectAt(host.design(), event);
    Preview preview;
    preview.resized.insert(id_, rect);
    preview.routes = RoutePreview(host.routing(), preview.resized).routes();
    host.setPreview(preview);
}

void ResizeGesture::released(ToolHost& host, const PointerEvent& event) {
    const Rect rect = rectAt(host.design(), event);
    if (rect == start_)
        return;
    host.edit({"resize", {host.design().captionOf(id_)}},
              [id = id_, rect](Editor& editor) { return resizeElement(editor, id, rect); });
}

} // namespace groundplan
