#include "model/graphviz/label_room.h"

#include "model/graphviz/on_board.h"
#include "model/graphviz/snap.h"

#include <QMap>

#include <algorithm>
#include <utility>

namespace groundplan {

namespace {

/// One direction of a drawing.
class Axis {
public:
    Axis(const Design& design, Placement& placement, bool across)
        : design_(design)
        , placement_(placement)
        , across_(across) {}

    void makeRoom(const QList<LabelNeed>& needs, QList<RoomMade>& made) {
        QMap<std::pair<ElementId, ElementId>, Coord> wanted; // by nearer and farther end
        for (const LabelNeed& need : needs) {
            const auto ends = inOrder(need.source, need.target);
            if (!ends)
                continue;
            Coord& room = wanted[*ends];
            // Labels of parallel lines lie one behind the other on level ones, side by side on upright ones.
            room = across_ ? room + need.label.w + (room > 0 ? kBetween : 0) : std::max(room, need.label.h);
        }
        QList<std::pair<ElementId, ElementId>> order = wanted.keys();
        std::stable_sort(order.begin(), order.end(),
                         [this](const auto& a, const auto& b) { return from(a.second) < from(b.second); });
        const Rect all = design_.bounds();
        Coord left = across_ ? all.w : all.h;
        for (const auto& ends : std::as_const(order)) {
            const Coord gap = from(ends.second) - to(ends.first);
            const Coord more = snappedUp(wanted[ends] + 2 * kAir - gap);
            if (more <= 0 || more > left)
                continue;
            left -= more;
            const Coord begin = to(ends.first), behind = from(ends.second);
            moveOn(begin, behind, more);
            made.append({across_, begin, more});
        }
    }

private:
    static constexpr Coord kAir = 16 * kUnitsPerPoint; ///< of a line to be seen at both sides of its label
    static constexpr Coord kBetween = 8 * kUnitsPerPoint;
    static constexpr Coord kReach = 16 * kUnitsPerPoint; ///< from the end of a line to what it means

    Rect rectOf(ElementId id) const { return design_.rectOf(id).value_or(Rect()); }
    Coord from(ElementId id) const { return across_ ? rectOf(id).left() : rectOf(id).top(); }
    Coord to(ElementId id) const { return across_ ? rectOf(id).right() : rectOf(id).bottom(); }

    /// The nearer end first; nothing: they do not face each other in this direction.
    std::optional<std::pair<ElementId, ElementId>> inOrder(ElementId source, ElementId target) const {
        const Rect a = rectOf(source), b = rectOf(target);
        const bool beside = across_ ? a.top() < b.bottom() && b.top() < a.bottom()
                                    : a.left() < b.right() && b.left() < a.right();
        if (!beside || a.isEmpty() || b.isEmpty())
            return std::nullopt;
        if (to(source) <= from(target))
            return std::pair(source, target);
        return to(target) <= from(source) ? std::optional(std::pair(target, source)) : std::nullopt;
    }

    bool isLine(ElementId id) const {
        const Stroke* stroke = design_.strokes.find(id);
        return stroke && stroke->tool != StrokeTool::Pen;
    }
    void moveOn(Coord begin, Coord behind, Coord by) {
        for (const Element& element : Table<Element>(design_.elements)) {
            const auto was = design_.rectOf(element.id);
            if (!was || placement_.isUnplaced(element.id))
                continue;
            Rect rect = *was;
            Coord& at = across_ ? rect.x : rect.y;
            Coord& length = across_ ? rect.w : rect.h;
            // Shapes by their middles, so that a ring and the number in it stay together.
            const bool small = element.type == ElementType::Shape;
            if ((small ? at + length / 2 : at) >= begin)
                at += by;
            else if (element.type == ElementType::Frame && at + length > behind)
                length += by; // it is around both
            else if (isLine(element.id) && at + length >= behind - kReach)
                length += by; // it leads on to what has moved
            if (rect != *was)
                placement_.place(element.id, onBoard(rect));
        }
    }

    const Design& design_;
    Placement& placement_;
    const bool across_;
};

} // namespace

QList<RoomMade> makeRoomForLabels(const Design& design, Placement& placement, const QList<LabelNeed>& needs) {
    QList<RoomMade> made;
    constexpr qsizetype kMost = 1'000; // each looks at all that is there
    if (needs.size() > kMost)
        return made;
    for (const bool across : {true, false})
        Axis(design, placement, across).makeRoom(needs, made);
    return made;
}

} // namespace groundplan
