#include "model/design/stops.h"

namespace groundplan {

namespace {

/// Frames beside each other on the same level, as one reads, each followed by those inside it.
void appendFrames(const Design& design, ElementId parent, QList<ElementId>& order) {
    QList<const Frame*> left;
    for (const ElementId id : design.childrenOf(parent)) {
        if (const Frame* frame = design.frames.find(id))
            left.append(frame);
    }
    std::sort(left.begin(), left.end(), [](const Frame* a, const Frame* b) {
        return std::tie(a->rect.y, a->rect.x, a->id) < std::tie(b->rect.y, b->rect.x, b->id);
    });
    while (!left.isEmpty()) {
        // The row of the topmost one.
        const Rect first = left.first()->rect;
        QList<const Frame*> row;
        left.removeIf([&](const Frame* frame) {
            const bool abreast = frame->rect.y - first.y < std::min(first.h, frame->rect.h) / 2;
            if (abreast)
                row.append(frame);
            return abreast;
        });
        std::sort(row.begin(), row.end(), [](const Frame* a, const Frame* b) {
            return std::tie(a->rect.x, a->rect.y, a->id) < std::tie(b->rect.x, b->rect.y, b->id);
        });
        for (const Frame* frame : std::as_const(row)) {
            order.append(frame->id);
            appendFrames(design, frame->id, order);
        }
    }
}

} // namespace

QList<ElementId> presentationOf(const Design& design) {
    QList<const Element*> stops;
    for (const Element& element : design.elements) {
        if (element.stop > 0 && element.type != ElementType::Connection)
            stops.append(&element);
    }
    QList<ElementId> order;
    if (stops.isEmpty()) {
        appendFrames(design, {}, order);
        return order;
    }
    std::sort(stops.begin(), stops.end(), [](const Element* a, const Element* b) {
        return std::tie(a->stop, a->id) < std::tie(b->stop, b->id);
    });
    for (const Element* element : std::as_const(stops))
        order.append(element->id);
    return order;
}

} // namespace groundplan
