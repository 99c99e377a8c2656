#pragma once

#include "model/design/design.h"
#include "model/design/stroke.h"

namespace groundplan::bench {

/// The design that speed is measured on: `count` blocks of 140x60 points on a square grid with 220x120
/// spacing, each connected to its right and its lower neighbour (about 2 * count connections), routed. Ids
/// are 1, 2, 3, ...: the same design for the same count.
Design makeDesign(int count);

/// A board that was drawn on: `count` strokes of the pen of 200 points each, loops of about 300 x 100 points
/// beside and below each other, half of them with changing pressure.
Design makeDrawnDesign(int count);
/// The points of such a stroke, with its top left corner there.
QList<PenPoint> penLine(int number, Point topLeft);

} // namespace groundplan::bench
