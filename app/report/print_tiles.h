#pragma once

#include "app/report/diagram_part.h"
#include "app/report/page_pointers.h"

#include <QList>

namespace groundplan::report {

/// A part of a diagram that is printed on a page of its own, with what the lines lead to that leave it. Its
/// view is of scale 1: points of the page are those of the board.
struct PrintTile {
    DiagramPage view;
    QRectF things; ///< of `view.content`: what is on no other page; points of the board
    QSizeF size;   ///< points of the page; within both A4 and Letter, and large enough to be read
    bool across = false;
    QList<PagePointer> pointers;
};

/// How a browser prints a diagram, whatever paper it has: none when all of it, `whole` points large, can be
/// read on one page (`across`: which lies); else what together shows everything that is to be read, none of
/// it cut where it has room on a page. `titled`: with titles for all, for what is said.
QList<PrintTile> printTiles(const Design& design, const Design& titled, QSizeF whole, bool across);

} // namespace groundplan::report
