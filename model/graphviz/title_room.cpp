#include "model/graphviz/title_room.h"

#include "model/graphviz/frame_margins.h"

#include <QSet>

#include <algorithm>

namespace groundplan {

namespace {

constexpr Coord kLine = 28 * kUnitsPerPoint; ///< down to where the letters end

/// What hides words that lie below it: lines run through them.
bool covers(const Element& element) {
    return element.type != ElementType::Stroke && element.type != ElementType::Connection;
}

} // namespace

TitleRoom::TitleRoom(const Design& design)
    : design_(design) {
    for (const Element& element : design.elements) {
        if (element.parent && covers(element))
            inside_[element.parent].append(element.id);
    }
}

Rect TitleRoom::made(ElementId frame, const Rect& rect, Coord width) {
    const Rect line{rect.x, rect.y, std::min(width, rect.w), kLine};
    Coord first = line.bottom();
    for (const ElementId id : inside_.value(frame)) {
        if (const auto inside = design_.rectOf(id); inside && inside->intersects(line))
            first = std::min(first, inside->top());
    }
    if (first >= line.bottom())
        return rect;
    for (const Coord room : {kFrameTop, kLine}) {
        const Coord top = snappedDown(first - room);
        const Rect higher{rect.x, top, rect.w, rect.bottom() - top};
        if (higher.h <= kMaxSize && top >= -kMaxCoord && isFree(frame, {rect.x, top, rect.w, rect.y - top}))
            return higher;
    }
    return rect;
}

/// Of all but the frames around it.
bool TitleRoom::isFree(ElementId frame, const Rect& strip) {
    looks_ -= design_.elements.size();
    if (looks_ < 0)
        return false;
    QSet<ElementId> around;
    for (const Element* at = design_.elements.find(frame); at && at->parent && !around.contains(at->parent);
         at = design_.elements.find(at->parent))
        around.insert(at->parent);
    return std::none_of(design_.elements.begin(), design_.elements.end(), [&](const Element& element) {
        const auto rect = covers(element) && element.id != frame && !around.contains(element.id)
                              ? design_.rectOf(element.id)
                              : std::nullopt;
        return rect && rect->intersects(strip);
    });
}

} // namespace groundplan
