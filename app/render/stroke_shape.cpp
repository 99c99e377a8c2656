#include "app/render/stroke_shape.h"

#include "model/design/stroke.h"

#include <QList>
#include <QPointF>

#include <algorithm>
#include <cmath>

namespace groundplan {

namespace {

constexpr double kHeadLength = 4;   ///< of an arrow, in widths; at least kLeastHead points
constexpr double kHeadHalf = 2;     ///< half its breadth, likewise
constexpr double kLeastHead = 12;   ///< points
constexpr quint8 kEvenPressure = 8; ///< differences up to this are none

QList<QPointF> pointsInPoints(const Stroke& stroke, Point offset) {
    QList<QPointF> points = pointsOf(stroke);
    for (QPointF& point : points)
        point = (point + QPointF(offset.x, offset.y)) / kUnitsPerPoint;
    return points;
}

/// Appends a curve through the middles of neighbours.
void curve(QPainterPath& path, const QList<QPointF>& points) {
    if (points.size() == 2) {
        path.lineTo(points[1]);
        return;
    }
    for (qsizetype i = 1; i + 1 < points.size(); ++i) {
        const bool last = i + 2 == points.size();
        path.quadTo(points[i], last ? points[i + 1] : (points[i] + points[i + 1]) / 2);
    }
}

QPainterPath smooth(const QList<QPointF>& points) {
    QPainterPath path(points.first());
    if (points.size() == 1)
        path.lineTo(points.first() + QPointF(0.01, 0)); // round caps make a dot of it
    else
        curve(path, points);
    return path;
}

bool isEven(const Stroke& stroke) {
    const auto [low, high] = std::minmax_element(
        stroke.points.begin(), stroke.points.end(),
        [](const StrokePoint& a, const StrokePoint& b) { return a.pressure < b.pressure; });
    return high->pressure - low->pressure <= kEvenPressure;
}

/// The area that a pen covers whose width changes on the way.
QPainterPath swept(const Stroke& stroke, const QList<QPointF>& points) {
    const double half = groundplan::points(stroke.width) / 2;
    QPainterPath area;
    area.setFillRule(Qt::WindingFill);
    QList<QPointF> left, right;
    for (qsizetype i = 0; i < points.size(); ++i) {
        const QPointF before = points[std::max<qsizetype>(0, i - 1)];
        const QPointF after = points[std::min(points.size() - 1, i + 1)];
        const QPointF way = after - before;
        const double length = std::hypot(way.x(), way.y());
        const double radius = half * widthFactor(stroke.points[i].pressure);
        if (i == 0 || i + 1 == points.size())
            area.addEllipse(points[i], radius, radius);
        if (length < 1e-6)
            continue;
        // Turns the body the way QPainterPath turns ellipses: opposite windings would make holes of the ends.
        const QPointF across(way.y() / length * radius, -way.x() / length * radius);
        left.append(points[i] + across);
        right.prepend(points[i] - across);
    }
    if (left.size() < 2)
        return area;
    QPainterPath body(left.first());
    curve(body, left);
    body.lineTo(right.first());
    curve(body, right);
    body.closeSubpath();
    area.addPath(body);
    return area;
}

QPainterPath straight(const QList<QPointF>& points) {
    QPainterPath path(points.first());
    for (qsizetype i = 1; i < points.size(); ++i)
        path.lineTo(points[i]);
    return path;
}

/// The head of an arrow; takes the line's end back to its base, so that the tip stays sharp.
QPainterPath head(QList<QPointF>& points, double width) {
    const QPointF tip = points.last();
    QPointF from = points.first();
    for (qsizetype i = points.size() - 1; i-- > 0;) {
        from = points[i];
        if (std::hypot(tip.x() - from.x(), tip.y() - from.y()) > 1)
            break;
    }
    const QPointF way = tip - from;
    const double length = std::hypot(way.x(), way.y());
    if (length < 1e-6)
        return {};
    const QPointF along = way / length;
    const QPointF across(-along.y(), along.x());
    const double long_ = std::min(std::max(kHeadLength * width, kLeastHead), std::max(length, width));
    const double half = long_ * kHeadHalf / kHeadLength;
    const QPointF base = tip - along * long_;
    QPainterPath head(tip);
    head.lineTo(base + across * half);
    head.lineTo(base - across * half);
    head.closeSubpath();
    points.last() = base;
    return head;
}

} // namespace

Coord strokeReach(const Stroke& stroke) {
    // Half of an arrow's breadth, or a pen pressed hard.
    return std::max(Coord(stroke.width * kHeadHalf), units(kLeastHead * kHeadHalf / kHeadLength)) +
           kUnitsPerPoint;
}

double widthFactor(quint8 pressure) {
    return 0.4 + 0.6 * pressure / 128.0;
}

StrokeShape shapeOf(const Stroke& stroke, Point offset) {
    StrokeShape shape;
    QList<QPointF> points = pointsInPoints(stroke, offset);
    if (points.isEmpty())
        return shape;
    const double width = groundplan::points(stroke.width);
    switch (stroke.tool) {
    case StrokeTool::Pen:
        if (points.size() > 1 && !isEven(stroke)) {
            shape.area = swept(stroke, points);
            return shape;
        }
        shape.line = smooth(points);
        shape.width = width * widthFactor(stroke.points.first().pressure);
        return shape;
    case StrokeTool::Highlighter:
        shape.line = smooth(points);
        shape.width = width;
        return shape;
    case StrokeTool::Arrow:
        if (points.size() > 1)
            shape.area = head(points, width);
        [[fallthrough]];
    case StrokeTool::Line:
        shape.line = points.size() > 1 ? straight(points) : smooth(points);
        shape.width = width;
        return shape;
    }
    return shape;
}

} // namespace groundplan
