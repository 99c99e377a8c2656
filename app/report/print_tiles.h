#pragma once

#include "model/design/design.h"

#include <QList>
#include <QRectF>

namespace groundplan::report {

/// A part of a diagram that is printed on a page of its own.
struct PrintTile {
    QRectF content; ///< points of the board
    QSizeF size;    ///< points of the page; within both A4 and Letter, and large enough to be read
    bool across = false;
};

/// How a browser prints a diagram, whatever paper it has: none when all of it, `whole` points large, can be
/// read on one page (`across`: which lies); else what together shows everything that is to be read, none of
/// it cut where it has room on a page.
QList<PrintTile> printTiles(const Design& design, QSizeF whole, bool across);

} // namespace groundplan::report
