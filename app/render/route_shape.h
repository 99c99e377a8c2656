#pragma once

#include "model/design/geometry.h"

#include <QList>
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
/// A bow upwards on a level piece, over a line that is crossed.
struct Jump {
    QPointF at; ///< its middle, on the piece
    double radius = 0;
    friend bool operator==(const Jump&, const Jump&) = default;
};
/// The polyline with its corners rounded by `radius`, or by half the shorter side where that is less; with a
/// bow at each of `jumps`, which lie on level pieces in the order of the way.
QPainterPath roundedPath(std::span<const QPointF> corners, double radius, std::span<const Jump> jumps = {});
/// The same cut before and behind each bow: what lies between them and the bows in turn, beginning and ending
/// with the former.
QList<QPainterPath> roundedPieces(std::span<const QPointF> corners, double radius,
                                  std::span<const Jump> jumps);
/// `corners` cut by `fromStart` and `fromEnd` at its ends; empty when nothing is left.
QList<QPointF> shortened(std::span<const QPointF> corners, double fromStart, double fromEnd);

constexpr QPointF toPointF(Point p) {
    return {points(p.x), points(p.y)};
}
/// The corners of a route, moved by `by` (both in units), in points.
template <class Points = QList<QPointF>>
Points toPointsF(const QList<Point>& corners, Point by = {}) {
    Points way;
    way.reserve(corners.size());
    for (const Point corner : corners)
        way.append(toPointF(corner + by));
    return way;
}
inline QRectF toRectF(const Rect& r) {
    return {points(r.x), points(r.y), points(r.w), points(r.h)};
}

} // namespace groundplan
