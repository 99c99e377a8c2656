#include "app/tools/targets.h"

namespace groundplan {

ElementId connectableAt(const ToolHost& host, const PointerEvent& event) {
    const Design& design = host.design();
    for (const Hit& hit : hitsAt(design, host.index(), event.at, event.tolerance)) {
        if (design.blocks.contains(hit.element) || design.frames.contains(hit.element))
            return hit.element;
        if (design.cards.contains(hit.element))
            return {};
    }
    return {};
}

bool isLocked(const Design& design, ElementId id) {
    const Element* element = design.elements.find(id);
    return element && element->locked;
}

QSet<ElementId> movableOf(const Design& design, const QSet<ElementId>& ids) {
    QSet<ElementId> movable;
    for (ElementId id : ids) {
        const Element* element = design.elements.find(id);
        if (!element || element->locked || element->type == ElementType::Connection)
            continue;
        bool carried = false;
        qsizetype steps = design.frames.size(); // nesting is never deeper
        for (const Element* e = element; e && e->parent && !carried && steps-- > 0;
             e = design.elements.find(e->parent))
            carried = ids.contains(e->parent) && !isLocked(design, e->parent);
        if (!carried)
            movable.insert(id);
    }
    return movable;
}

ElementId frameHolding(const Design& design, Point at, const QSet<ElementId>& except) {
    ElementId best;
    for (const Frame& frame : design.frames) {
        if (!frame.rect.contains(at) || except.contains(frame.id))
            continue;
        if (!best || design.isInside(frame.id, best)) {
            best = frame.id;
            continue;
        }
        const Element* element = design.elements.find(frame.id);
        const Element* other = design.elements.find(best);
        const bool nearer =
            element && other &&
            (element->order != other->order ? element->order > other->order : best < frame.id);
        if (nearer && !design.isInside(best, frame.id))
            best = frame.id;
    }
    return best;
}

} // namespace groundplan
