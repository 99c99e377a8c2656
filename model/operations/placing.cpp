#include "model/operations/operations.h"

#include "model/operations/parts.h"

namespace groundplan {

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
    // A way that somebody has laid through the old places leads nowhere once its ends lie otherwise.
    const QSet<ElementId> attached = before.connectionsAt(ids);
    for (const ElementId id : sortedIds(attached)) {
        Connection row = editor.design().connections.at(id);
        const auto apart = [&row](const Design& design) {
            return design.rectOf(row.target)->topLeft() - design.rectOf(row.source)->topLeft();
        };
        if (row.waypoints.isEmpty() || apart(before) == apart(editor.design()))
            continue;
        row.waypoints.clear();
        editor.put(row);
    }
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
