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

QSet<ElementId> movableTops(const Design& design, const QSet<ElementId>& ids) {
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

} // namespace groundplan
