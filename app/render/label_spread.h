#pragma once

#include "model/design/design.h"

namespace groundplan {

/// Moves labels of `connections` that nobody has moved along their ways (labelAt), as little as possible, to
/// where they lie on no block, card or title of a frame and on no label that has been placed before; where
/// there is no such place, to the one that covers the least. Routes and sizes of labels must be known.
void spreadLabels(Design& design, const QSet<ElementId>& connections);

} // namespace groundplan
