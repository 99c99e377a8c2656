#pragma once

#include "model/design/design.h"

namespace groundplan::bench {

/// The design that speed is measured on: `count` blocks of 140x60 points on a square grid with 220x120
/// spacing, each connected to its right and its lower neighbour (about 2 * count connections), routed. Ids
/// are 1, 2, 3, ...: the same design for the same count.
Design makeDesign(int count);

} // namespace groundplan::bench
