#pragma once

#include "model/design/geometry.h"

#include <QPainterPath>
#include <QPointF>

#include <span>

namespace groundplan {

/// A way along corners in points, and the questions painter, index and pointer ask of it.
/// Length of the polyline.
double lengthOf(std::span<const QPointF> corners);
/// The point `distance` along it, clamped to its ends; {} for no corners.
QPointF pointAlong(std::span<const QPointF> corners, double distance);
/// Distance of `at` from the polyline.
double distanceFrom(std::span<const QPointF> corners, QPointF at);
/// The polyline with its corners rounded by `radius`, or by half the shorter side where that is less; on
/// level pieces with a bow upwards over each of `jumps`, which lie on them in the order of the way.
QPainterPath roundedPath(std::span<const QPointF> corners, double radius, std::span<const QPointF> jumps = {},
                         double jumpRadius = 0);
/// `corners` cut by `fromStart` and `fromEnd` at its ends; empty when nothing is left.
QList<QPointF> shortened(std::span<const QPointF> corners, double fromStart, double fromEnd);

constexpr QPointF toPointF(Point p) {
    return {points(p.x), points(p.y)};
}
inline QRectF toRectF(const Rect& r) {
    return {points(r.x), points(r.y), points(r.w), points(r.h)};
}

} // namespace groundplan
