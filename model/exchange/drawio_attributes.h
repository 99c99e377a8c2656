#pragma once

#include "model/design/design.h"
#include "model/exchange/drawio_file.h"

#include <optional>

namespace groundplan::drawio {

// What our export notes about a cell ("Edit Data" in draw.io), whether or not the design travels along.

/// Empty or nothing: not said, or no such value.
struct Attributes {
    QString kind, technology, name;
    std::optional<Path> path;
    std::optional<bool> ml;
    std::optional<Flow> flow; ///< of a connector
};
Attributes attributesOf(const Cell& cell);

/// What our mark says that a cell is: the word of an element's type, of a shape its kind; empty: no mark.
QString sortOfMark(const Cell& cell);
/// The mark of an element as the value of kCarried. `carries`: with its id.
QString markOf(const Design& design, const Element& element, bool carries);

/// The cell without the attributes that are read: of ours all, else those whose values say something.
Cell withoutAttributes(Cell cell, bool ours);
/// Attributes that say nothing, though `written` (or no cell at all) did not say that either: "path: x".
QStringList unread(const Cell& cell, const Cell* written);

} // namespace groundplan::drawio
