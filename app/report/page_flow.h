#pragma once

#include <QList>

namespace groundplan::report {

/// A slice of a document across the page, which is never cut: a line of text, or of all cells of a table's
/// row. Sizes in points.
struct Slice {
    double height = 0;
    double before = 0; ///< air above it, left out at the top of a page
    bool keep = false; ///< the next one stands on the same page
    int table = -1;    ///< the table that it belongs to (an index); none: -1
    bool head = false; ///< of the head of that table
    /// Within a row of it: the slice that is said again above this one where it begins a page (an index);
    /// else -1.
    int resumed = -1;
    bool spare = false; ///< stands only where it is said again
};

struct PlacedSlice {
    int slice = 0;
    double top = 0;        ///< from the top of the page's text
    bool repeated = false; ///< a table's head once more, or what a row is about, since it goes on here
};
using FlowPage = QList<PlacedSlice>;

/// Fills pages of that height from top to bottom. What is kept together begins a new page where it does not
/// fit on the one before; only what is higher than a page is parted all the same. A table that goes on has
/// its head repeated, unless that would take more than a third of the page, and a row what it is about. Takes
/// time in proportion to the slices.
QList<FlowPage> flowIntoPages(const QList<Slice>& slices, double height);

/// Keeps the lines of a paragraph from standing alone: no first line at the bottom of a page, no last one at
/// the top. `first` and `count` are places in `slices`.
void avoidWidows(QList<Slice>& slices, qsizetype first, qsizetype count);

} // namespace groundplan::report
