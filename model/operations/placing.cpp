#include "model/operations/operations.h"

#include "model/operations/kept_index.h"
#include "model/operations/parts.h"
#include "model/routing/router.h"

#include <algorithm>

namespace groundplan {

namespace {

/// A way that somebody has laid stays where it is while one end stays, and goes with its ends while they go
/// together. Where they part, each waypoint takes the part of their steps that is due to its place in the
/// row. What then lies under a block or card leads nowhere and is given up.
void takeWaypointsAlong(Editor& editor, const Design& before, ElementId id) {
    if (before.connections.at(id).waypoints.isEmpty())
        return;
    const Design& design = editor.design();
    const auto stepOf = [&](ElementId end) {
        return design.rectOf(end)->topLeft() - before.rectOf(end)->topLeft();
    };
    Connection row = design.connections.at(id);
    const Point source = stepOf(row.source);
    const Point target = stepOf(row.target);
    if (source == target)
        return;
    if (source == Point{} || target == Point{}) {
        keepWaypoints(editor, before, {id});
        row = design.connections.at(id);
    } else {
        constexpr qint64 kFar = 2 * kMaxCoord;
        const qint64 parts = row.waypoints.size() + 1;
        const Point apart = target - source;
        for (qsizetype i = 0; i < row.waypoints.size(); ++i) {
            Point& point = row.waypoints[i];
            point = {Coord(std::clamp(point.x + qint64(apart.x) * (i + 1) / parts, -kFar, kFar)),
                     Coord(std::clamp(point.y + qint64(apart.y) * (i + 1) / parts, -kFar, kFar))};
        }
    }
    const Point origin = design.rectOf(row.source)->topLeft();
    const auto isUnder = [&](const auto& table, Point at) {
        return std::any_of(table.begin(), table.end(),
                           [&](const auto& other) { return other.rect.contains(at); });
    };
    row.waypoints.removeIf([&](Point point) {
        return isUnder(design.blocks, point + origin) || isUnder(design.cards, point + origin);
    });
    editor.put(row);
}

} // namespace

Result<void> placeElements(Editor& editor, const QHash<ElementId, Rect>& places) {
    const Design before = editor.design();
    QHash<ElementId, Rect> moved;
    for (auto it = places.cbegin(); it != places.cend(); ++it) {
        const auto old = before.rectOf(it.key());
        if (!old)
            continue;
        const Element& element = before.elements.at(it.key());
        const Rect rect = clamped(it.value());
        if (rect != *old && !element.locked)
            moved.insert(it.key(), rect);
    }
    if (moved.isEmpty())
        return {};
    const QSet<ElementId> ids(moved.keyBegin(), moved.keyEnd());
    for (const ElementId id : sortedIds(ids))
        putRect(editor, id, moved.value(id));
    QSet<ElementId> attached = before.connectionsAt(ids);
    for (const ElementId id : sortedIds(attached))
        takeWaypointsAlong(editor, before, id);
    // What stays beside it in the same frame has its lines put in order as well.
    QSet<ElementId> around, beside;
    for (const ElementId id : ids) {
        around.insert(before.elements.at(id).parent);
        if (before.frames.contains(id))
            around.insert(id);
    }
    for (const Element& element : before.elements) {
        if (element.type != ElementType::Connection && around.contains(element.parent))
            beside.insert(element.id);
    }
    attached.unite(Router(routingIndexOf(editor)).onBorders(beside));
    rerouteAround(editor, ids, attached);
    return {};
}

Result<void> setPinned(Editor& editor, const QSet<ElementId>& ids, bool pinned) {
    if (const auto there = allThere(editor.design(), ids); !there)
        return there;
    for (const ElementId id : sortedIds(ids)) {
        Element row = editor.design().elements.at(id);
        if (row.type == ElementType::Connection || row.pinned == pinned)
            continue;
        row.pinned = pinned;
        editor.put(row);
    }
    return {};
}

} // namespace groundplan
