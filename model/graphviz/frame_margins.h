#pragma once

#include "model/graphviz/snap.h"

namespace groundplan {

/// Frame margins: room for the title at the top, the same at the other sides.
inline constexpr Coord kFrameTop = 36 * kUnitsPerPoint;
inline constexpr Coord kFrameSide = 20 * kUnitsPerPoint;

/// The frame around what it holds, on whole steps.
constexpr Rect withFrameMargins(const Rect& inside) {
    const Coord left = snappedDown(inside.left() - kFrameSide);
    const Coord top = snappedDown(inside.top() - kFrameTop);
    return {left, top, snappedUp(inside.right() + kFrameSide) - left,
            snappedUp(inside.bottom() + kFrameSide) - top};
}

} // namespace groundplan
