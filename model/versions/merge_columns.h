#pragma once

#include "model/document/schema.h"
#include "model/versions/comparison_words.h"

#include <QByteArrayView>

namespace groundplan {

// How a merge looks at the columns of a row.

/// Columns that only mean something together, by the name of the first: where a thing lies and how large it
/// is, what a connection joins.
template <class Row>
QByteArrayView unitOf(const Column<Row>& column) {
    const QByteArrayView name(column.name);
    if (name == "y" || name == "w" || name == "h")
        return "x";
    if (name == "source" || name == "target")
        return "source";
    return name;
}

/// What is before what, and what the program finds out by itself, is not worth a question.
template <class Row>
bool isQuiet(const comparisonwords::Field& field, const Column<Row>& column) {
    const QByteArrayView name(column.name);
    const bool isOfTheWay = std::is_same_v<Row, Connection> &&
                            (name == "route" || name == "label_w" || name == "label_h" || name == "label_at");
    return isOfTheWay || field.role == comparisonwords::Role::Computed || name == "ord";
}

} // namespace groundplan
