#pragma once

#include "model/graphviz/tidy_parts.h"

namespace groundplan {

/// Between a label and the ends of its connection.
inline constexpr Coord kLabelAir = 16 * kUnitsPerPoint;

/// Makes the frames of a layout fit what they hold: boxes have been moved in it.
void fitFrames(const TidyParts& parts, QHash<ElementId, Rect>& layout);

/// Where a label finds less room between the ends of its connection than it needs, all that begins at the
/// farther end or behind it moves on: whatever lay beside something else still does. `layout`: rectangles of
/// boxes and of the frames around them, which fit what they hold afterwards as before. dot can keep room for
/// labels itself, but aborts on some graphs that have both labels and clusters.
void makeRoomForLabels(const Design& design, const TidyParts& parts, bool leftToRight,
                       QHash<ElementId, Rect>& layout);

} // namespace groundplan
