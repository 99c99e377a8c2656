#include "app/tools/resize_gesture.h"

#include "app/render/board_painter.h"
#include "app/tools/alignment.h"
#include "model/operations/operations.h"
#include "model/routing/router.h"

#include <cmath>

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

bool isDrawn(const Design& design, ElementId id) {
    return design.strokes.contains(id) || design.shapes.contains(id) || design.images.contains(id);
}

/// A corner that is dragged keeps the proportions of an image, with Shift those of another drawing, and sets
/// an image free.
bool keepsProportions(const Design& design, ElementId id, int handle, const PointerEvent& event) {
    return handle % 2 == 0 && isDrawn(design, id) &&
           design.images.contains(id) != event.modifiers.testFlag(Qt::ShiftModifier);
}

/// `rect`, as a corner has been dragged from `start`, with the proportions of `start`; the opposite corner
/// stays.
Rect inProportion(const Rect& start, const Rect& rect, int handle) {
    const double factor = std::max({double(rect.w) / start.w, double(rect.h) / start.h,
                                    double(kMinSize) / start.w, double(kMinSize) / start.h});
    Rect r = rect;
    r.w = Coord(std::lround(start.w * factor));
    r.h = Coord(std::lround(start.h * factor));
    if (pullsLeft(handle))
        r.x = start.right() - r.w;
    if (pullsTop(handle))
        r.y = start.bottom() - r.h;
    return r;
}

/// The smallest size for an element of that width.
Size leastSize(const Design& design, ElementId id, Coord width) {
    if (const Block* block = design.blocks.find(id)) {
        Block wide = *block;
        wide.rect.w = std::max(width, kLeastBlock.w);
        return {kLeastBlock.w, std::max(kLeastBlock.h, fittingBlockSize(design, wide).h)};
    }
    if (isDrawn(design, id))
        return {kMinSize, kMinSize};
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

Rect resizedByKey(const Design& design, ElementId id, int handle, Point by) {
    const Rect start = design.rectOf(id).value_or(Rect{});
    const Coord width = resizedBy(start, handle, by, {kMinSize, kMinSize}).w;
    Rect rect = resizedBy(start, handle, by, leastSize(design, id, width));
    if (handle % 2 == 0 && design.images.contains(id)) {
        // The other side follows the one that was moved.
        const double factor = by.x != 0 ? double(rect.w) / start.w : double(rect.h) / start.h;
        rect.w = Coord(std::lround(start.w * factor));
        rect.h = Coord(std::lround(start.h * factor));
        rect = inProportion(start, rect, handle);
    }
    return rect;
}

ResizeGesture::ResizeGesture(ToolHost& host, const PointerEvent& press, ElementId id, int handle)
    : pressedAt_(press.at)
    , id_(id)
    , handle_(handle)
    , start_(host.design().rectOf(id).value_or(Rect{})) {}

Rect ResizeGesture::rectAt(const ToolHost& host, const PointerEvent& event, Preview* hints) const {
    const Design& design = host.design();
    Point by = event.at - pressedAt_;
    const auto pulledTo = [&](Point way) {
        const Coord width = resizedBy(start_, handle_, way, {kMinSize, kMinSize}).w;
        return resizedBy(start_, handle_, way, leastSize(design, id_, width));
    };
    if (keepsProportions(design, id_, handle_, event)) // no side can be chosen, so that nothing pulls
        return inProportion(start_, pulledTo(by), handle_);
    if (!snaps(event))
        return pulledTo(by);
    const auto pulled = [](bool near, bool far) {
        return near ? Pulled::Near : far ? Pulled::Far : Pulled::Nothing;
    };
    // What a frame holds, and the frames around, go on counting: their sides are worth meeting.
    const Alignment alignment = alignmentOf(
        design, host.index(), pulledTo(by), unitsOnScreen(event, kAlignWithin), {id_},
        pulled(pullsLeft(handle_), pullsRight(handle_)), pulled(pullsTop(handle_), pullsBottom(handle_)));
    // The side that is pulled snaps, not the distance: an odd size becomes an even one.
    const auto place = [](Coord side, Coord way, std::optional<Coord> shift) {
        return shift ? way + *shift : snapped(side + way) - side;
    };
    by = {place(pullsLeft(handle_) ? start_.left() : start_.right(), by.x, alignment.shiftX),
          place(pullsTop(handle_) ? start_.top() : start_.bottom(), by.y, alignment.shiftY)};
    const Rect rect = pulledTo(by);
    if (hints) {
        hints->guides = alignment.guides;
        hints->gaps = alignment.gaps;
    }
    return rect;
}

void ResizeGesture::moved(ToolHost& host, const PointerEvent& event) {
    Preview preview;
    preview.resized.insert(id_, rectAt(host, event, &preview));
    preview.routes = RoutePreview(host.routing(), preview.resized).routes();
    host.setPreview(preview);
}

void ResizeGesture::released(ToolHost& host, const PointerEvent& event) {
    const Rect rect = rectAt(host, event, nullptr);
    if (rect == start_)
        return;
    host.edit({"resize", {host.design().captionOf(id_)}},
              [id = id_, rect](Editor& editor) { return resizeElement(editor, id, rect); });
}

} // namespace groundplan
