#include "model/operations/operations.h"

#include "model/operations/parts.h"

#include <algorithm>
#include <cstdlib>
#include <limits>
#include <vector>

namespace groundplan {

namespace {

/// Frames lie below connections, these below blocks and cards; only within such a layer does order mean
/// anything.
int layerOf(ElementType type) {
    return type == ElementType::Frame ? 0 : type == ElementType::Connection ? 1 : 2;
}

Rect areaOnBoard(const Design& design, ElementId id) {
    if (const auto rect = design.rectOf(id))
        return *rect;
    Rect area;
    if (const Connection* connection = design.connections.find(id)) {
        for (const Point corner : design.routeOf(*connection))
            area = area.united({corner.x, corner.y, 1, 1});
    }
    return area;
}

/// Siblings that are drawn in one stack: of a frame only those in the same frame, because it lies between the
/// frame that holds it and those that it holds, whatever happens.
QList<ElementId> stackOf(const Design& design, const Element& element) {
    QList<ElementId> stack;
    for (const Element* other : design.elements.sorted([&](const Element& e) {
             return layerOf(e.type) == layerOf(element.type) &&
                    (e.type != ElementType::Frame || e.parent == element.parent);
         }))
        stack.append(other->id);
    return stack;
}

/// The stack, back to front, with the chosen ones where `depth` puts them.
QList<ElementId> rearranged(const Design& design, const QList<ElementId>& stack,
                            const QSet<ElementId>& chosen, Depth depth) {
    struct Entry {
        ElementId id;
        bool chosen;
        Rect area;
    };
    std::vector<Entry> entries;
    entries.reserve(std::size_t(stack.size()));
    for (const ElementId id : stack)
        entries.push_back({id, chosen.contains(id), areaOnBoard(design, id)});
    if (depth == Depth::Front || depth == Depth::Back) {
        std::stable_partition(entries.begin(), entries.end(),
                              [&](const Entry& entry) { return entry.chosen == (depth == Depth::Back); });
    } else {
        // One step: seen from the front for Forward, from the back for Backward; each passes the next one it
        // overlaps.
        if (depth == Depth::Forward)
            std::reverse(entries.begin(), entries.end());
        for (std::size_t i = 1; i < entries.size(); ++i) {
            if (!entries[i].chosen)
                continue;
            std::size_t to = i;
            for (std::size_t other = i; other-- > 0 && to == i;) {
                if (!entries[other].chosen && entries[other].area.intersects(entries[i].area))
                    to = other;
            }
            if (to == i && !entries[i - 1].chosen)
                to = i - 1;
            std::rotate(entries.begin() + std::ptrdiff_t(to), entries.begin() + std::ptrdiff_t(i),
                        entries.begin() + std::ptrdiff_t(i) + 1);
        }
        if (depth == Depth::Forward)
            std::reverse(entries.begin(), entries.end());
    }
    QList<ElementId> result;
    result.reserve(stack.size());
    for (const Entry& entry : entries)
        result.append(entry.id);
    return result;
}

/// Gives the stack rising order values, changing as few as can be: those of the chosen ones where there is
/// room.
void renumber(Editor& editor, const QList<ElementId>& stack, const QSet<ElementId>& chosen) {
    const Design before = editor.design();
    const auto orderOf = [&](ElementId id) { return before.elements.find(id)->order; };
    QHash<ElementId, qint64> orders;
    constexpr qint64 kFar = std::numeric_limits<qint64>::max() / 4;
    bool room = std::all_of(stack.begin(), stack.end(),
                            [&](ElementId id) { return std::abs(orderOf(id) / 2) < kFar / 2; });
    for (qsizetype first = 0; first < stack.size() && room;) {
        if (!chosen.contains(stack.at(first))) {
            room = first == 0 || chosen.contains(stack.at(first - 1)) ||
                   std::pair(orderOf(stack.at(first - 1)), stack.at(first - 1)) <
                       std::pair(orderOf(stack.at(first)), stack.at(first));
            ++first;
            continue;
        }
        qsizetype last = first;
        while (last < stack.size() && chosen.contains(stack.at(last)))
            ++last;
        const qint64 count = last - first;
        const bool open = last == stack.size();
        const qint64 low = first == 0 ? (open ? 0 : orderOf(stack.at(last)) - (count + 1) * kOrderGap)
                                      : orderOf(stack.at(first - 1));
        const qint64 high = open ? low + (count + 1) * kOrderGap : orderOf(stack.at(last));
        const qint64 step = std::min(kOrderGap, (high - low) / (count + 1));
        room = step >= 1;
        for (qsizetype i = first; i < last && room; ++i)
            orders.insert(stack.at(i), low + step * (i - first + 1));
        first = last;
    }
    if (!room) {
        orders.clear();
        for (qsizetype i = 0; i < stack.size(); ++i)
            orders.insert(stack.at(i), (i + 1) * kOrderGap);
    }
    for (const ElementId id : stack) {
        const auto order = orders.constFind(id);
        if (order == orders.cend())
            continue;
        Element row = *before.elements.find(id);
        row.order = *order;
        editor.put(row);
    }
}

} // namespace

Result<void> reorderElements(Editor& editor, const QSet<ElementId>& ids, Depth depth) {
    if (const auto there = allThere(editor.design(), ids); !there)
        return there;
    QSet<ElementId> done;
    for (const ElementId id : sortedIds(ids)) {
        if (done.contains(id))
            continue;
        const Design before = editor.design();
        const QList<ElementId> stack = stackOf(before, *before.elements.find(id));
        QSet<ElementId> chosen;
        for (const ElementId other : stack) {
            if (ids.contains(other))
                chosen.insert(other);
        }
        done.unite(chosen);
        const QList<ElementId> wanted = rearranged(before, stack, chosen, depth);
        if (wanted == stack)
            continue;
        renumber(editor, wanted, chosen);
        if (before.elements.find(id)->type != ElementType::Frame)
            continue;
        // Frames of one frame have changed places; what each of them holds must lie right in front of it
        // again.
        QHash<ElementId, QList<ElementId>> byParent;
        for (const Element* element :
             editor.design().elements.sorted([](const Element& e) { return e.type == ElementType::Frame; }))
            byParent[element->parent].prepend(element->id);
        QList<ElementId> frames;
        QList<ElementId> open = byParent.value({});
        while (!open.isEmpty()) {
            frames.append(open.takeLast());
            open.append(byParent.value(frames.last()));
        }
        QSet<ElementId> late; // those with a lower order than one before them in the nesting
        qint64 highest = std::numeric_limits<qint64>::min();
        for (const ElementId frame : std::as_const(frames)) {
            const qint64 order = editor.design().elements.find(frame)->order;
            if (order <= highest)
                late.insert(frame);
            highest = std::max(highest, order);
        }
        if (!late.isEmpty())
            renumber(editor, frames, late);
    }
    return {};
}

} // namespace groundplan
