#include "model/graphviz/splines.h"

#include "model/graphviz/dot_text.h"

#include <algorithm>
#include <cmath>

namespace groundplan::splines {

namespace {

void appendPoint(QByteArray& text, Point p) {
    dottext::appendDecimal(text, p.x, 3);
    text += ',';
    dottext::appendDecimal(text, -qint64(p.y), 3);
}

double distance(Point a, Point b) {
    return std::hypot(double(a.x) - b.x, double(a.y) - b.y);
}

Point between(Point a, Point b, double share) {
    return {Coord(std::lround(a.x + (double(b.x) - a.x) * share)),
            Coord(std::lround(a.y + (double(b.y) - a.y) * share))};
}

bool isOnBorder(Point p, const Rect& rect) {
    constexpr Coord kTolerance = kUnitsPerPoint;
    const Rect inner = rect.grown(-kTolerance);
    return rect.grown(kTolerance).contains(p) &&
           (inner.isEmpty() || !inner.contains(p) || inner.left() == p.x || inner.right() == p.x ||
            inner.top() == p.y || inner.bottom() == p.y);
}

/// Where a line that comes from `from` and has an arrow head with its tip at `tip` ends.
Point arrowBase(Point tip, Point from) {
    constexpr double kHead = 8 * kUnitsPerPoint; // arrowsize 0.8
    const double length = distance(tip, from);
    return between(tip, from, std::min(kHead / length, 0.5));
}

} // namespace

QByteArray writeRoute(const Route& route) {
    QByteArray text;
    for (const Point corner : route) {
        if (!text.isEmpty())
            text += ' ';
        appendPoint(text, {corner.x, -corner.y});
    }
    return text;
}

std::optional<Route> readRoute(QByteArrayView text) {
    const auto list = dottext::numbers(text);
    if (!list || list->size() % 2 != 0)
        return std::nullopt;
    Route route;
    for (qsizetype i = 0; i < list->size(); i += 2) {
        const double x = std::round(list->at(i) * kUnitsPerPoint);
        const double y = std::round(list->at(i + 1) * kUnitsPerPoint);
        // Relative to the source, a corner can be two boards away.
        if (std::abs(x) > 2.0 * kMaxCoord || std::abs(y) > 2.0 * kMaxCoord)
            return std::nullopt;
        route.append({Coord(x), Coord(y)});
    }
    return route;
}

bool fits(const Route& route, const Rect& source, const Rect& target) {
    return !route.isEmpty() && isOnBorder(source.topLeft() + route.first(), source) &&
           isOnBorder(source.topLeft() + route.last(), target);
}

QByteArray writePos(const QList<Point>& corners, Direction direction) {
    QList<Point> line;
    for (const Point corner : corners) {
        if (line.isEmpty() || line.last() != corner)
            line.append(corner);
    }
    if (line.size() < 2)
        return {};
    QByteArray text;
    if (direction == Direction::Both) {
        text += "s,";
        appendPoint(text, line.first());
        text += ' ';
        line.first() = arrowBase(line.first(), line[1]);
    }
    if (direction != Direction::None) {
        text += "e,";
        appendPoint(text, line.last());
        text += ' ';
        line.last() = arrowBase(line.last(), line[line.size() - 2]);
    }
    appendPoint(text, line.first());
    for (qsizetype i = 1; i < line.size(); ++i) {
        for (const Point control : {line[i - 1], line[i], line[i]}) {
            text += ' ';
            appendPoint(text, control);
        }
    }
    return text;
}

Point pointAt(const QList<Point>& corners, int thousandths) {
    if (corners.isEmpty())
        return {};
    double length = 0;
    for (qsizetype i = 1; i < corners.size(); ++i)
        length += distance(corners[i - 1], corners[i]);
    double rest = length * thousandths / 1000;
    for (qsizetype i = 1; i < corners.size(); ++i) {
        const double segment = distance(corners[i - 1], corners[i]);
        if (segment > 0 && rest <= segment)
            return between(corners[i - 1], corners[i], rest / segment);
        rest -= segment;
    }
    return corners.last();
}

} // namespace groundplan::splines
