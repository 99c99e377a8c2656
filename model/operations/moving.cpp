#include "model/operations/operations.h"

#include "model/operations/kept_index.h"
#include "model/operations/nesting.h"
#include "model/operations/parts.h"

#include <QMultiHash>

#include <algorithm>

namespace groundplan {

namespace {

Failure lockedOnly() {
    return fail(
        ErrorCode::Refused,
        OperationText::tr("Everything selected is locked; unlock what you want to move, resize or delete."));
}

/// `ids` with what their frames hold, down to locked ones.
QSet<ElementId> unlockedWithin(const Design& design, const QSet<ElementId>& ids) {
    const auto isFree = [&](ElementId id) {
        const Element* element = design.elements.find(id);
        return element && !element->locked;
    };
    QSet<ElementId> found;
    QList<ElementId> open;
    bool frames = false;
    for (const ElementId id : ids) {
        if (isFree(id) && !design.connections.contains(id)) {
            found.insert(id);
            open.append(id);
            frames = frames || design.frames.contains(id);
        }
    }
    if (!frames)
        return found;
    QMultiHash<ElementId, ElementId> children;
    for (const Element& element : design.elements) {
        if (element.parent)
            children.insert(element.parent, element.id);
    }
    while (!open.isEmpty()) {
        const ElementId frame = open.takeLast();
        for (auto [it, end] = children.equal_range(frame); it != end; ++it) {
            if (isFree(*it) && !found.contains(*it)) {
                found.insert(*it);
                open.append(*it);
            }
        }
    }
    return found;
}

/// Connections at `moved`: those to be routed, and those that move as they are.
struct Attached {
    QSet<ElementId> rerouted;
    QSet<ElementId> kept;
};
Attached attachedTo(Editor& editor, const QSet<ElementId>& moved) {
    Attached attached;
    const auto sort = [&](const Connection& connection) {
        const bool source = moved.contains(connection.source);
        const bool target = moved.contains(connection.target);
        if (source && target)
            attached.kept.insert(connection.id);
        else if (source || target)
            attached.rerouted.insert(connection.id);
    };
    // Where most of the board moves, looking at all is quicker than bringing the index up to date.
    if (moved.size() > editor.design().elements.size() / 16) {
        for (const Connection& connection : editor.design().connections)
            sort(connection);
    } else {
        for (const ElementId id : routingIndexOf(editor).connectionsAt(moved))
            sort(editor.design().connections.at(id));
    }
    return attached;
}

/// What lies beside or in a frame that has got another rectangle changes sides by its middle.
void settleContent(Editor& editor, const Design& before, ElementId frame) {
    const Rect old = *before.rectOf(frame);
    const Rect rect = *editor.design().rectOf(frame);
    const ElementId around = before.elements.find(frame)->parent;
    const FrameFinder finder(editor.design());
    for (const Element* element : before.elements.sorted([&](const Element& e) {
             return e.id != frame && !e.locked && e.type != ElementType::Connection &&
                    (e.parent == frame || e.parent == around);
         })) {
        const Point middle = editor.design().rectOf(element->id)->center();
        const bool holds = rect.contains(middle);
        if (element->parent == frame ? !holds : holds && !old.contains(middle))
            putParent(editor, element->id, finder.parentFor(element->id, middle));
    }
}

} // namespace

QSet<ElementId> movableOf(const Design& design, const QSet<ElementId>& ids) {
    return unlockedWithin(design, ids);
}

Result<void> moveElements(Editor& editor, const QSet<ElementId>& ids, Point by, bool reparent) {
    if (const auto there = allThere(editor.design(), ids); !there)
        return there;
    const Design before = editor.design();
    const QSet<ElementId> moved = unlockedWithin(before, ids);
    const bool anyPlaced =
        std::any_of(ids.begin(), ids.end(), [&](ElementId id) { return before.rectOf(id).has_value(); });
    if (moved.isEmpty())
        return anyPlaced ? Result<void>(lockedOnly()) : Result<void>();
    // By ascending id, as the rows lie in the file: that is markedly faster for many.
    const QList<ElementId> rows = sortedIds(moved);
    for (const ElementId id : rows)
        by = clampedStep(*before.rectOf(id), by);

    if (by != Point{}) {
        for (const ElementId id : rows)
            putRect(editor, id, before.rectOf(id)->translated(by));
    }
    if (reparent && !before.frames.isEmpty()) {
        // It looks at the editor's design as it changes: a frame that goes into another may hold the next
        // one.
        const FrameFinder finder(editor.design());
        for (const ElementId id : rows) {
            if (!moved.contains(before.elements.find(id)->parent))
                putParent(editor, id, finder.parentFor(id, editor.design().rectOf(id)->center()));
        }
    }
    if (by == Point{})
        return {};
    const Attached attached = attachedTo(editor, moved);
    keepWaypoints(editor, before, attached.rerouted);
    rerouteAround(editor, moved, attached.rerouted, attached.kept);
    return {};
}

Result<void> resizeElement(Editor& editor, ElementId id, const Rect& rect) {
    return resizeElements(editor, {{id, rect}});
}

Result<void> resizeElements(Editor& editor, const QHash<ElementId, Rect>& rects) {
    const QSet<ElementId> ids(rects.keyBegin(), rects.keyEnd());
    if (const auto there = allThere(editor.design(), ids); !there)
        return there;
    const Design before = editor.design();
    QSet<ElementId> resized;
    bool anyFree = false;
    for (const ElementId id : sortedIds(ids)) {
        const auto old = before.rectOf(id);
        if (!old)
            return fail(ErrorCode::Refused,
                        OperationText::tr("A connection has no size; drag one of its ends instead."));
        if (before.elements.find(id)->locked)
            continue;
        anyFree = true;
        const Rect rect = clamped(rects.value(id));
        if (rect == *old)
            continue;
        putRect(editor, id, rect);
        resized.insert(id);
    }
    if (!anyFree)
        return lockedOnly();
    if (resized.isEmpty())
        return {};
    for (const ElementId id : sortedIds(resized)) {
        if (before.frames.contains(id))
            settleContent(editor, before, id);
    }
    const QSet<ElementId> attached = routingIndexOf(editor).connectionsAt(resized);
    keepWaypoints(editor, before, attached);
    rerouteAround(editor, resized, attached);
    return {};
}

QSet<ElementId> deletableOf(const Design& design, const QSet<ElementId>& ids) {
    QSet<ElementId> doomed = unlockedWithin(design, ids);
    for (const ElementId id : ids) {
        const Element* element = design.elements.find(id);
        if (element && element->type == ElementType::Connection && !element->locked)
            doomed.insert(id);
    }
    return doomed.unite(design.connectionsAt(doomed));
}

Result<void> deleteElements(Editor& editor, const QSet<ElementId>& ids) {
    if (const auto there = allThere(editor.design(), ids); !there)
        return there;
    const Design before = editor.design();
    const QSet<ElementId> doomed = deletableOf(before, ids);
    if (doomed.isEmpty())
        return lockedOnly();
    // Locked content of a frame that goes moves into the frame around it.
    for (const Element* element : before.elements.sorted([&](const Element& e) {
             return e.parent && doomed.contains(e.parent) && !doomed.contains(e.id);
         })) {
        ElementId parent = element->parent;
        while (parent && doomed.contains(parent))
            parent = before.elements.find(parent)->parent;
        putParent(editor, element->id, parent);
    }
    QList<Rect> freed;
    for (const ElementId id : sortedIds(doomed)) {
        if (const Frame* frame = before.frames.find(id))
            freed.append(frame->rect);
    }
    removeRows(editor, doomed);
    rerouteThrough(editor, freed);
    return {};
}

} // namespace groundplan
