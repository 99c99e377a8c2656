#pragma once

#include "model/design/design.h"

namespace groundplan {

/// Where a presentation goes, one after the other: the elements with a stop number, by that number; without
/// any, the frames from top to bottom and from left to right (those whose tops differ by less than half a
/// height stand in one row), a frame before what it holds.
QList<ElementId> presentationOf(const Design& design);

} // namespace groundplan
