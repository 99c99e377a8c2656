#pragma once

#include "model/report/report.h"

#include <functional>

namespace groundplan::report {

/// What a column of a table would fill: its longest word, and its longest line if that is not wrapped.
struct ColumnNeed {
    double word = 0;
    double line = 0;
};

/// How texts are measured, in the unit of the widths.
struct Yardstick {
    std::function<double(const Span&)> widthOf; ///< of one without line breaks
    double em = 1;                              ///< no letter is wider: most words need not be measured
    double room = 0;                            ///< of all columns
    bool fitted = false;                        ///< lines matter, too
};

/// Of a column that needs `known` and has that cell, too. A word of more than a third of the room (an
/// address) asks for nothing: it is broken anyway.
ColumnNeed needOf(const Line& cell, const Yardstick& yardstick, ColumnNeed known);

/// The widths of a table's columns, as long as `shares`, `room` in all. They stand where their shares say, so
/// that tables of one sort stand in line; but words are whole as long as there is room for that. Of a fitted
/// table what a column has no use for goes to those that hold more than they show on a line.
QList<double> columnWidths(const QList<int>& shares, const QList<ColumnNeed>& needs, double room,
                           bool fitted);

} // namespace groundplan::report
