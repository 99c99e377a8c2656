#pragma once

#include "model/design/design.h"
#include "model/document/cell.h"

#include <QByteArray>

namespace groundplan {

/// What people call the columns of the recorded tables (model/document/schema.h) and what is in them.
namespace comparisonwords {

enum class Role {
    Text,
    Word,     ///< of an enumeration
    Flag,     ///< yes or no
    Number,   ///<
    Element,  ///< id of an element: its caption is shown
    Option,   ///< id of an option: its title is shown
    Group,    ///< an id that says nothing
    Place,    ///< where and how large it is, and before or behind what
    Bytes,    ///< points of a stroke
    Computed, ///< follows from the rest
};
struct Field {
    const char* table;
    const char* column;
    const char* word; ///< translated with wordFor()
    Role role;
};

/// Every column but the keys has an entry; ends the program for one that does not.
const Field& fieldOf(QByteArrayView table, QByteArrayView column);
QString wordFor(const Field& field);
/// The cell as people read it; `design` is the version that it comes from.
QString textOf(const Field& field, const Cell& cell, const Design& design);

} // namespace comparisonwords

} // namespace groundplan
