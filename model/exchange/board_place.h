#pragma once

#include "model/design/geometry.h"

#include <QPointF>
#include <QRectF>

namespace groundplan {

// Places of other programs' drawings (points) on the board.

inline Point boardPoint(QPointF at) {
    return {units(at.x()), units(at.y())};
}
/// As wide and high as a board allows.
inline Rect boardRect(QRectF rect) {
    rect = rect.normalized();
    const auto length = [](double points) { return std::clamp(units(points), kMinSize, kMaxSize); };
    return {units(rect.x()), units(rect.y()), length(rect.width()), length(rect.height())};
}
/// The point of a rectangle that is next to `at`.
inline Point nearestIn(const Rect& rect, Point at) {
    return {std::clamp(at.x, rect.left(), rect.right()), std::clamp(at.y, rect.top(), rect.bottom())};
}

} // namespace groundplan
