#include "app/render/route_shape.h"

#include <QLineF>

#include <algorithm>
#include <cmath>

namespace groundplan {

namespace {

double distance(QPointF a, QPointF b) {
    return std::hypot(b.x() - a.x(), b.y() - a.y());
}
QPointF between(QPointF a, QPointF b, double t) {
    return a + (b - a) * t;
}

} // namespace

double lengthOf(std::span<const QPointF> corners) {
    double length = 0;
    for (std::size_t i = 1; i < corners.size(); ++i)
        length += distance(corners[i - 1], corners[i]);
    return length;
}

QPointF pointAlong(std::span<const QPointF> corners, double along) {
    if (corners.empty())
        return {};
    for (std::size_t i = 1; i < corners.size(); ++i) {
        const double length = distance(corners[i - 1], corners[i]);
        if (along <= length)
            return length > 0 ? between(corners[i - 1], corners[i], std::max(0.0, along) / length)
                              : corners[i];
        along -= length;
    }
    return corners.back();
}

double distanceFrom(std::span<const QPointF> corners, QPointF at) {
    if (corners.empty())
        return std::numeric_limits<double>::infinity();
    double nearest = distance(corners[0], at);
    for (std::size_t i = 1; i < corners.size(); ++i) {
        const QPointF a = corners[i - 1];
        const QPointF way = corners[i] - a;
        const double square = QPointF::dotProduct(way, way);
        const double t = square > 0 ? std::clamp(QPointF::dotProduct(at - a, way) / square, 0.0, 1.0) : 0;
        nearest = std::min(nearest, distance(a + way * t, at));
    }
    return nearest;
}

QPainterPath roundedPath(std::span<const QPointF> corners, double radius, std::span<const Jump> jumps) {
    QPainterPath path;
    for (const QPainterPath& piece : roundedPieces(corners, radius, jumps))
        path.connectPath(piece);
    return path;
}

QList<QPainterPath> roundedPieces(std::span<const QPointF> corners, double radius,
                                  std::span<const Jump> jumps) {
    // A quarter circle as a Bezier curve: control points at 0.5523 of the radius.
    constexpr double kArc = 0.5522847498;
    if (corners.size() < 2)
        return {};
    QList<QPainterPath> pieces;
    QPainterPath path(corners[0]);
    path.reserve(int(corners.size()) * 4);
    std::size_t next = 0; ///< jump
    const auto lineTo = [&](QPointF to) {
        const QPointF from = path.currentPosition();
        const bool forward = to.x() > from.x();
        while (next < jumps.size() && from.y() == to.y() && jumps[next].at.y() == to.y() &&
               std::abs(jumps[next].at.x() - from.x()) + std::abs(jumps[next].at.x() - to.x()) <=
                   std::abs(to.x() - from.x()) + 0.001) {
            const auto [at, r] = jumps[next++];
            const QPointF reach(forward ? r : -r, 0);
            path.lineTo(at - reach);
            pieces.append(path);
            QPainterPath bow(at - reach);
            // Half a circle as one curve: a picture may have thousands, and none is off by a tenth of a
            // point.
            const QPointF rise(0, -r * 4 / 3);
            bow.cubicTo(at - reach + rise, at + reach + rise, at + reach);
            pieces.append(bow);
            path = QPainterPath(at + reach);
        }
        path.lineTo(to);
    };
    for (std::size_t i = 1; i + 1 < corners.size(); ++i) {
        const QPointF before = corners[i - 1], corner = corners[i], after = corners[i + 1];
        const double in = distance(before, corner), out = distance(corner, after);
        const double r = std::min({radius, in / 2, out / 2});
        if (r < 0.05) {
            lineTo(corner);
            continue;
        }
        const QPointF from = between(corner, before, r / in), to = between(corner, after, r / out);
        lineTo(from);
        path.cubicTo(between(from, corner, kArc), between(to, corner, kArc), to);
    }
    lineTo(corners.back());
    pieces.append(path);
    return pieces;
}

QList<QPointF> shortened(std::span<const QPointF> corners, double fromStart, double fromEnd) {
    const double length = lengthOf(corners);
    const double end = length - fromEnd;
    if (corners.size() < 2 || fromStart >= end)
        return {};
    QList<QPointF> kept{pointAlong(corners, fromStart)};
    double along = 0;
    for (std::size_t i = 1; i + 1 < corners.size(); ++i) {
        along += distance(corners[i - 1], corners[i]);
        if (along > fromStart && along < end)
            kept.append(corners[i]);
    }
    kept.append(pointAlong(corners, end));
    return kept;
}

} // namespace groundplan
