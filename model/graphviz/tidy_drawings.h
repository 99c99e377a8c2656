#pragma once

#include "model/design/design.h"

namespace groundplan {

/// Strokes, shapes and images go with the frame that holds them, and stay within it where they fit; those on
/// the board stay. `rects`: where everything comes to lie that moves; they are added.
void moveDrawingsWithFrames(const Design& design, QHash<ElementId, Rect>& rects);

} // namespace groundplan
