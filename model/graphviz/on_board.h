#pragma once

#include "model/design/geometry.h"

#include <algorithm>

namespace groundplan {

// Places that others have chosen, inside the limits of the board.

constexpr Point onBoard(Point point) {
    return {std::clamp(point.x, -kMaxCoord, kMaxCoord), std::clamp(point.y, -kMaxCoord, kMaxCoord)};
}
constexpr Rect onBoard(const Rect& rect) {
    const Point at = onBoard(rect.topLeft());
    return {at.x, at.y, std::clamp(rect.w, kMinSize, kMaxSize), std::clamp(rect.h, kMinSize, kMaxSize)};
}

} // namespace groundplan
