#pragma once

#include "model/design/design.h"

namespace groundplan {

/// Blocks and frames in the order in which one tells a design: as it flows, from where data or requests come
/// in. A frame stands where the first of its blocks would, before all that it holds.
///
/// What is connected counts from source to target, an end at a frame as one at the block in it that is read
/// first. Lines without a direction do not count, nor does feedback, which leads back by what it is. A circle
/// is broken where a walk in depth, begun at what nothing leads to, comes back to where it already is (the
/// back edges of Tarjan, 1972). The order is topological (Kahn, 1962); of several that may be next, the one
/// that is read first is: column by column where more lines go to the right than down, else row by row.
/// The same design gives the same order, in whatever order its rows came about.
QList<ElementId> flowOrder(const Design& design);

} // namespace groundplan
