#include "model/graphviz/tidy_drawings.h"

#include <algorithm>

namespace groundplan {

namespace {

bool isDrawing(ElementType type) {
    return type == ElementType::Stroke || type == ElementType::Shape || type == ElementType::Image;
}

/// `from` moved as little as needed to lie within [low, high]; as it is where it does not fit.
Coord within(Coord from, Coord size, Coord low, Coord high) {
    return size > high - low ? from : std::clamp(from, low, high - size);
}

} // namespace

void moveDrawingsWithFrames(const Design& design, QHash<ElementId, Rect>& rects) {
    for (const Element& element : design.elements) {
        const auto frame = rects.constFind(element.parent);
        const auto before = design.rectOf(element.parent);
        if (!isDrawing(element.type) || element.locked || element.pinned || frame == rects.cend() || !before)
            continue;
        const Rect around = *frame;
        Rect rect = design.rectOf(element.id)->translated(around.topLeft() - before->topLeft());
        rect.x = within(rect.x, rect.w, around.left(), around.right());
        rect.y = within(rect.y, rect.h, around.top(), around.bottom());
        rects.insert(element.id, rect);
    }
}

} // namespace groundplan
