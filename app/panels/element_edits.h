#pragma once

#include "model/design/catalogue.h"
#include "model/document/document.h"

namespace groundplan {

// What the inspector does to elements, each inside an edit. They refuse with a sentence when the element is
// gone. They lie here and not in model/operations because they measure texts with render.

/// The sentence for an edit whose subject is gone.
Error subjectGone();

/// Replaces the row by what `change` makes of it.
template <class Row, class Change>
Result<void> changeRow(Editor& editor, decltype(Row::id) id, const Change& change) {
    const Row* row = tableOf<Row>(editor.design()).find(id);
    if (!row)
        return Failure(subjectGone());
    Row changed = *row;
    change(changed);
    editor.put(changed);
    return {};
}

/// Another kind; a title that is still the kind's becomes the new kind's, in `language`.
Result<void> changeKind(Editor& editor, ElementId id, const Kind& kind, const QString& language);
/// A card's own text; the card grows with it.
Result<void> changeCardText(Editor& editor, ElementId id, const QString& text);
/// Swaps a connection's ends and routes it anew.
Result<void> reverseConnection(Editor& editor, ElementId id);

/// One line of a text that was pasted with several.
QString oneLine(const QString& text);

/// Swaps the order of a row with its neighbour among `ids` (in order); `step` is -1 (up) or 1.
template <class Row>
Result<void> moveRow(Editor& editor, const QList<decltype(Row::id)>& ids, decltype(Row::id) id, int step) {
    const qsizetype from = ids.indexOf(id);
    const qsizetype to = from + step;
    if (from < 0 || to < 0 || to >= ids.size())
        return {};
    // Numbered afresh: imported rows may share an order.
    QList<decltype(Row::id)> sorted = ids;
    sorted.swapItemsAt(from, to);
    QList<qint64> orders;
    const auto& table = tableOf<Row>(editor.design());
    for (const auto each : ids) {
        const Row* row = table.find(each);
        if (!row)
            return Failure(subjectGone());
        orders.append(row->order);
    }
    std::sort(orders.begin(), orders.end());
    for (qsizetype i = 1; i < orders.size(); ++i)
        orders[i] = std::max(orders[i], orders[i - 1] + 1);
    for (qsizetype i = 0; i < sorted.size(); ++i) {
        Row row = *tableOf<Row>(editor.design()).find(sorted[i]);
        row.order = orders[i];
        editor.put(row);
    }
    return {};
}

} // namespace groundplan
