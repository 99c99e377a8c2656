#include "model/exchange/places_in_drawing.h"

#include <algorithm>
#include <cmath>

namespace groundplan::indrawing {

double areaOf(const Rect& rect) {
    return double(rect.w) * rect.h;
}
double distance(const Rect& rect, Point at) {
    const double dx = std::max({double(rect.left()) - at.x, 0.0, double(at.x) - rect.right()});
    const double dy = std::max({double(rect.top()) - at.y, 0.0, double(at.y) - rect.bottom()});
    return std::hypot(dx, dy);
}
Coord depth(const Rect& rect, Point at) {
    return std::max(
        0, std::min({at.x - rect.left(), rect.right() - at.x, at.y - rect.top(), rect.bottom() - at.y}));
}
Rect spanOf(const QList<Point>& points) {
    if (points.isEmpty())
        return {};
    Point least = points.first(), most = least;
    for (const Point at : points) {
        least = {std::min(least.x, at.x), std::min(least.y, at.y)};
        most = {std::max(most.x, at.x), std::max(most.y, at.y)};
    }
    return {least.x, least.y, most.x - least.x + 1, most.y - least.y + 1};
}
double shareWithin(const Rect& inner, const Rect& outer) {
    const double w = double(std::min(inner.right(), outer.right())) - std::max(inner.x, outer.x);
    const double h = double(std::min(inner.bottom(), outer.bottom())) - std::max(inner.y, outer.y);
    return w <= 0 || h <= 0 ? 0 : w * h / std::max(1.0, areaOf(inner));
}

Point pointAt(const QList<Point>& points, double part) {
    const qsizetype most = std::min<qsizetype>(points.size(), 1'000);
    const auto length = [&points](qsizetype i) {
        return std::hypot(double(points[i].x) - points[i - 1].x, double(points[i].y) - points[i - 1].y);
    };
    double whole = 0;
    for (qsizetype i = 1; i < most; ++i)
        whole += length(i);
    double left = whole * part;
    for (qsizetype i = 1; i < most; ++i) {
        const double step = length(i);
        if (left <= step && step > 0) {
            const auto between = [&](Coord a, Coord b) {
                return a + Coord(std::lround((double(b) - a) * left / step));
            };
            return {between(points[i - 1].x, points[i].x), between(points[i - 1].y, points[i].y)};
        }
        left -= step;
    }
    return points[most - 1];
}
void leave(const std::optional<Rect>& box, Point& from, Point to) {
    if (!box || !box->contains(from) || box->contains(to))
        return;
    const double dx = double(to.x) - from.x, dy = double(to.y) - from.y;
    const double across = dx > 0 ? (box->right() - from.x) / dx : dx < 0 ? (box->x - from.x) / dx : 2;
    const double down = dy > 0 ? (box->bottom() - from.y) / dy : dy < 0 ? (box->y - from.y) / dy : 2;
    const double part = std::min(across, down);
    from = {from.x + Coord(std::lround(dx * part)), from.y + Coord(std::lround(dy * part))};
}

} // namespace groundplan::indrawing
