#include "model/operations/nesting.h"

#include "model/design/validate.h"

#include <algorithm>

namespace groundplan {

qint64 areaOf(const Rect& rect) {
    return qint64(rect.w) * rect.h;
}

int depthOf(const Design& design, ElementId frame) {
    int depth = 0;
    for (const Element* e = design.elements.find(frame); e && depth <= limits::kDepth;
         e = design.elements.find(e->parent))
        ++depth;
    return depth;
}

int heightOf(const Design& design, ElementId element) {
    if (!design.frames.contains(element))
        return 0;
    int height = 1;
    const int top = depthOf(design, element);
    for (const Frame& frame : design.frames) {
        if (design.isInside(frame.id, element))
            height = std::max(height, depthOf(design, frame.id) - top + 1);
    }
    return height;
}

FrameFinder::FrameFinder(const Design& design)
    : design_(design) {
    frames_.reserve(design.frames.size());
    for (const Frame& frame : design.frames) {
        const Element* element = design.elements.find(frame.id);
        frames_.append({frame.id, frame.rect, areaOf(frame.rect), element ? element->order : 0});
    }
    std::sort(frames_.begin(), frames_.end(), [](const Entry& a, const Entry& b) {
        return std::tuple(a.area, -a.order, a.id) < std::tuple(b.area, -b.order, b.id);
    });
}

ElementId FrameFinder::parentFor(ElementId element, Point middle) const {
    if (frames_.isEmpty())
        return {};
    const Frame* frame = design_.frames.find(element);
    const int height = frame ? heightOf(design_, element) : 0;
    for (const Entry& entry : frames_) {
        if (!entry.rect.contains(middle))
            continue;
        if (!frame)
            return entry.id;
        if (entry.id != element && entry.area > areaOf(frame->rect) && !design_.isInside(entry.id, element) &&
            depthOf(design_, entry.id) + height <= limits::kDepth)
            return entry.id;
    }
    return {};
}

ElementId FrameFinder::parentFor(Point middle, qint64 area, int height) const {
    for (const Entry& entry : frames_) {
        if (entry.rect.contains(middle) && (height == 0 || entry.area > area) &&
            (height == 0 || depthOf(design_, entry.id) + height <= limits::kDepth))
            return entry.id;
    }
    return {};
}

} // namespace groundplan
