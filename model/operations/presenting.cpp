#include "model/design/stops.h"
#include "model/operations/operations.h"
#include "model/operations/parts.h"

namespace groundplan {

namespace {

QList<ElementId> stopsOf(const Design& design) {
    QList<ElementId> stops = presentationOf(design);
    stops.removeIf([&](ElementId id) { return design.elements.at(id).stop == 0; });
    return stops;
}

/// Numbers them 1, 2, 3 ... in that order.
void putStops(Editor& editor, const QList<ElementId>& stops) {
    for (qsizetype i = 0; i < stops.size(); ++i) {
        Element row = editor.design().elements.at(stops[i]);
        row.stop = qint32(i + 1);
        editor.put(row);
    }
}

} // namespace

Result<void> addStops(Editor& editor, const QSet<ElementId>& ids) {
    if (const auto there = allThere(editor.design(), ids); !there)
        return there;
    const Design before = editor.design();
    QList<ElementId> stops = stopsOf(before);
    QList<ElementId> added;
    for (const ElementId id : ids) {
        if (before.rectOf(id) && !stops.contains(id))
            added.append(id);
    }
    // Several at once, as one reads them.
    std::sort(added.begin(), added.end(), [&](ElementId a, ElementId b) {
        const Rect ra = *before.rectOf(a);
        const Rect rb = *before.rectOf(b);
        return std::tie(ra.y, ra.x, a) < std::tie(rb.y, rb.x, b);
    });
    stops += added;
    if (stops.size() > kMostStops)
        return fail(ErrorCode::Refused,
                    OperationText::tr("A presentation can have %1 stops and this would make it more.")
                        .arg(kMostStops));
    putStops(editor, stops);
    return {};
}

Result<void> removeStops(Editor& editor, const QSet<ElementId>& ids) {
    if (const auto there = allThere(editor.design(), ids); !there)
        return there;
    QList<ElementId> stops = stopsOf(editor.design());
    for (const ElementId id : sortedIds(ids)) {
        if (!stops.removeOne(id))
            continue;
        Element row = editor.design().elements.at(id);
        row.stop = 0;
        editor.put(row);
    }
    putStops(editor, stops);
    return {};
}

} // namespace groundplan
