#include "model/design/stroke.h"

#include "model/design/validate.h"

#include <algorithm>
#include <cmath>

namespace groundplan {

namespace {

/// Distance between a point and a piece of line.
double distance(QPointF p, QPointF a, QPointF b) {
    const QPointF along = b - a;
    const double length = QPointF::dotProduct(along, along);
    const double t = length == 0 ? 0 : std::clamp(QPointF::dotProduct(p - a, along) / length, 0.0, 1.0);
    const QPointF off = p - (a + t * along);
    return std::hypot(off.x(), off.y());
}

} // namespace

Stroke strokeThrough(const QList<PenPoint>& points, StrokeTool tool, const QString& colour, Coord width) {
    Stroke stroke;
    stroke.tool = tool;
    stroke.colour = colour;
    stroke.width = width;
    if (points.isEmpty())
        return stroke;
    const qsizetype every = (points.size() + limits::kStrokePoints - 2) / (limits::kStrokePoints - 1);
    QList<PenPoint> kept;
    for (qsizetype i = 0; i < points.size(); i += every)
        kept.append(points[i]);
    if ((points.size() - 1) % every != 0)
        kept.append(points.last());

    Coord left = kMaxCoord, right = -kMaxCoord, top = kMaxCoord, bottom = -kMaxCoord;
    for (const PenPoint& point : std::as_const(kept)) {
        left = std::min(left, point.at.x);
        right = std::max(right, point.at.x);
        top = std::min(top, point.at.y);
        bottom = std::max(bottom, point.at.y);
    }
    const auto atLeast = [](Coord& low, Coord& high) {
        const Coord lacking = kMinSize - (high - low);
        if (lacking <= 0)
            return;
        low -= lacking / 2;
        high = low + kMinSize;
    };
    atLeast(left, right);
    atLeast(top, bottom);
    stroke.rect = {left, top, right - left, bottom - top};
    const auto within = [](Coord value, Coord from, Coord extent) {
        return quint16(std::lround(double(value - from) / extent * StrokePoint::kFar));
    };
    stroke.points.reserve(kept.size());
    for (const PenPoint& point : std::as_const(kept)) {
        stroke.points.append({within(point.at.x, left, stroke.rect.w), within(point.at.y, top, stroke.rect.h),
                              point.pressure});
    }
    return stroke;
}

QList<QPointF> pointsOf(const Stroke& stroke) {
    QList<QPointF> points;
    points.reserve(stroke.points.size());
    const double sx = double(stroke.rect.w) / StrokePoint::kFar;
    const double sy = double(stroke.rect.h) / StrokePoint::kFar;
    for (const StrokePoint& point : stroke.points)
        points.append({stroke.rect.x + point.x * sx, stroke.rect.y + point.y * sy});
    return points;
}

bool touches(const Stroke& stroke, QPointF at, double reach) {
    const double near = reach + stroke.width / 2.0;
    const Rect& rect = stroke.rect;
    if (at.x() < rect.left() - near || at.x() > rect.right() + near || at.y() < rect.top() - near ||
        at.y() > rect.bottom() + near)
        return false;
    const QList<QPointF> points = pointsOf(stroke);
    if (points.size() == 1)
        return distance(at, points.first(), points.first()) <= near;
    for (qsizetype i = 1; i < points.size(); ++i) {
        if (distance(at, points[i - 1], points[i]) <= near)
            return true;
    }
    return false;
}

} // namespace groundplan
