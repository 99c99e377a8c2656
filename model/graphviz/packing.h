#pragma once

#include "model/design/geometry.h"

#include <QList>

namespace groundplan {

/// Corners for boxes that have nothing to do with each other, `gap` apart at least, on multiples of kSnap
/// from (0, 0): close together, and the whole about as wide as a screen. In their order where that costs
/// little room, else the highest first. The same boxes get the same places. Skyline packing (Jylänki, "A
/// Thousand Ways to Pack the Bin", 2010: bottom left), tried at several widths.
QList<Point> packed(const QList<Size>& boxes, Coord gap);

} // namespace groundplan
