#include "model/operations/nesting.h"
#include "model/operations/operations.h"
#include "model/operations/parts.h"

#include <algorithm>

namespace groundplan {

namespace {

/// What is arranged as one: an element, or a group of them.
struct Unit {
    QList<ElementId> members;
    Rect bounds;
};

/// The units among `ids`, in the order of their first ids: blocks, frames and cards that are not locked and
/// not inside a frame among them. A group counts as one unit, unless there is nothing beside it.
QList<Unit> unitsOf(const Design& design, const QSet<ElementId>& ids, bool groupsWhole) {
    QList<Unit> units;
    QHash<GroupId, qsizetype> ofGroup;
    for (const ElementId id : sortedIds(ids)) {
        const auto rect = design.rectOf(id);
        const Element* element = design.elements.find(id);
        if (!rect || !element || element->locked)
            continue;
        if (isCarried(design, ids, id))
            continue;
        if (groupsWhole && element->group) {
            const auto known = ofGroup.constFind(element->group);
            if (known != ofGroup.cend()) {
                units[*known].members.append(id);
                units[*known].bounds = units[*known].bounds.united(*rect);
                continue;
            }
            ofGroup.insert(element->group, units.size());
        }
        units.append({{id}, *rect});
    }
    return groupsWhole && units.size() == 1 ? unitsOf(design, ids, false) : units;
}

/// Moves each unit by its own way, as one: routes between what moves alike stay, the others are made anew.
void moveUnits(Editor& editor, const QList<Unit>& units, const QList<Point>& ways) {
    const Design before = editor.design();
    QHash<ElementId, Point> wayOf;
    for (qsizetype i = 0; i < units.size(); ++i) {
        if (ways[i] == Point{})
            continue;
        const QSet<ElementId> members(units[i].members.begin(), units[i].members.end());
        for (const ElementId id : movableOf(before, members))
            wayOf.insert(id, ways[i]);
    }
    if (wayOf.isEmpty())
        return;
    const QSet<ElementId> moved(wayOf.keyBegin(), wayOf.keyEnd());
    const QList<ElementId> rows = sortedIds(moved);
    for (const ElementId id : rows)
        putRect(editor, id, clamped(before.rectOf(id)->translated(wayOf.value(id))));
    if (!before.frames.isEmpty()) {
        const FrameFinder finder(editor.design());
        for (const ElementId id : rows) {
            if (!moved.contains(before.elements.find(id)->parent))
                putParent(editor, id, finder.parentFor(id, editor.design().rectOf(id)->center()));
        }
    }
    QSet<ElementId> rerouted;
    QSet<ElementId> kept;
    for (const Connection& connection : before.connections) {
        const bool source = moved.contains(connection.source);
        const bool target = moved.contains(connection.target);
        if (source && target && wayOf.value(connection.source) == wayOf.value(connection.target))
            kept.insert(connection.id);
        else if (source || target)
            rerouted.insert(connection.id);
    }
    rerouteAround(editor, moved, rerouted, kept);
}

Point wayToAlign(const Rect& rect, const Rect& all, Arrangement how) {
    switch (how) {
    case Arrangement::AlignLeft:
        return {all.left() - rect.left(), 0};
    case Arrangement::AlignCentre:
        return {all.x + (all.w - rect.w) / 2 - rect.x, 0};
    case Arrangement::AlignRight:
        return {all.right() - rect.right(), 0};
    case Arrangement::AlignTop:
        return {0, all.top() - rect.top()};
    case Arrangement::AlignMiddle:
        return {0, all.y + (all.h - rect.h) / 2 - rect.y};
    case Arrangement::AlignBottom:
        return {0, all.bottom() - rect.bottom()};
    default:
        return {};
    }
}

void align(Editor& editor, const QList<Unit>& units, Arrangement how) {
    Rect all;
    for (const Unit& unit : units)
        all = all.united(unit.bounds);
    QList<Point> ways;
    for (const Unit& unit : units)
        ways.append(wayToAlign(unit.bounds, all, how));
    moveUnits(editor, units, ways);
}

void distribute(Editor& editor, QList<Unit> units, bool across) {
    const auto from = [across](const Rect& r) { return qint64(across ? r.x : r.y); };
    const auto length = [across](const Rect& r) { return qint64(across ? r.w : r.h); };
    std::stable_sort(units.begin(), units.end(), [&](const Unit& a, const Unit& b) {
        return 2 * from(a.bounds) + length(a.bounds) < 2 * from(b.bounds) + length(b.bounds);
    });
    qint64 start = from(units.first().bounds);
    qint64 end = start;
    qint64 filled = 0;
    for (const Unit& unit : std::as_const(units)) {
        start = std::min(start, from(unit.bounds));
        end = std::max(end, from(unit.bounds) + length(unit.bounds));
        filled += length(unit.bounds);
    }
    // What is left over is shared out unit by unit, so that the last one ends where all of them ended.
    const qint64 left = end - start - filled;
    const qint64 steps = units.size() - 1;
    QList<Point> ways;
    qint64 done = 0;
    for (qsizetype i = 0; i < units.size(); ++i) {
        const Coord way = Coord(start + done + left * i / steps - from(units[i].bounds));
        ways.append(across ? Point{way, 0} : Point{0, way});
        done += length(units[i].bounds);
    }
    moveUnits(editor, units, ways);
}

Result<void> matchSizes(Editor& editor, const QList<Unit>& units, bool width, bool height) {
    Size largest;
    for (const Unit& unit : units)
        largest = {std::max(largest.w, unit.bounds.w), std::max(largest.h, unit.bounds.h)};
    QHash<ElementId, Rect> rects;
    for (const Unit& unit : units) {
        Rect rect = unit.bounds;
        if (width)
            rect.w = largest.w;
        if (height)
            rect.h = largest.h;
        rects.insert(unit.members.first(), rect);
    }
    return resizeElements(editor, rects);
}

} // namespace

Result<void> arrangeElements(Editor& editor, const QSet<ElementId>& ids, Arrangement how) {
    if (const auto there = allThere(editor.design(), ids); !there)
        return there;
    const bool sizes = how >= Arrangement::SameWidth;
    const QList<Unit> units = unitsOf(editor.design(), ids, !sizes);
    if (units.size() < leastFor(how)) {
        return fail(ErrorCode::Refused,
                    OperationText::tr("Select %1 or more blocks, frames or cards that are not locked.")
                        .arg(leastFor(how)));
    }
    if (how == Arrangement::DistributeAcross || how == Arrangement::DistributeDown)
        distribute(editor, units, how == Arrangement::DistributeAcross);
    else if (sizes)
        return matchSizes(editor, units, how != Arrangement::SameHeight, how != Arrangement::SameWidth);
    else
        align(editor, units, how);
    return {};
}

} // namespace groundplan
