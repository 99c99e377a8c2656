#pragma once

#include "model/design/geometry.h"

namespace groundplan {

/// Layouts put everything on multiples of this.
inline constexpr Coord kSnap = 4 * kUnitsPerPoint;

constexpr Coord snappedDown(Coord value) {
    const Coord rest = value % kSnap;
    return value - (rest < 0 ? rest + kSnap : rest);
}
constexpr Coord snappedUp(Coord value) {
    return -snappedDown(-value);
}

} // namespace groundplan
