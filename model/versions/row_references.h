#pragma once

#include "model/design/design.h"

namespace groundplan {

/// Calls `visit(id)` for the id of every other row that `row` names, none (0) included; an element's own id
/// in the table of its type is not one of them. Ids may be changed where the row may. Row: any row type of
/// rows.h.
template <class Row, class Visit>
void forEachReference(Row& row, Visit visit) {
    using Plain = std::remove_const_t<Row>;
    if constexpr (std::is_same_v<Plain, Element>) {
        visit(row.parent);
    } else if constexpr (std::is_same_v<Plain, Connection>) {
        visit(row.source);
        visit(row.target);
    } else if constexpr (std::is_same_v<Plain, Card>) {
        visit(row.decision);
    } else if constexpr (std::is_same_v<Plain, Decision>) {
        visit(row.subject);
        visit(row.chosen);
    } else if constexpr (std::is_same_v<Plain, Note> || std::is_same_v<Plain, Metric> ||
                         std::is_same_v<Plain, Property>) {
        visit(row.subject);
    } else if constexpr (std::is_same_v<Plain, Option> || std::is_same_v<Plain, Criterion>) {
        visit(row.decision);
    } else if constexpr (std::is_same_v<Plain, Argument>) {
        visit(row.option);
    } else if constexpr (std::is_same_v<Plain, Score>) {
        visit(row.option);
        visit(row.criterion);
    }
}

/// Whether rows of this type stand for a thing on the board, and share their id with a row of `element`.
template <class Row>
inline constexpr bool isOfElement =
    std::is_same_v<Row, Block> || std::is_same_v<Row, Frame> || std::is_same_v<Row, Connection> ||
    std::is_same_v<Row, Card> || std::is_same_v<Row, Stroke> || std::is_same_v<Row, Shape> ||
    std::is_same_v<Row, Image>;

/// The row of the table with that id, whatever table it is: the board's is no table.
template <class Row>
const Row* rowIn(const Design& design, decltype(Row::id) id) {
    if constexpr (std::is_same_v<Row, Board>)
        return design.board.id == id ? &design.board : nullptr;
    else
        return tableOf<Row>(design).find(id);
}

} // namespace groundplan
