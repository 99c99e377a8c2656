#pragma once

#include "model/design/geometry.h"

#include <QList>

#include <cstdlib>

namespace groundplan::routing {

/// The four ways a line can go, clockwise; also the sides of a rectangle, by the way they face.
enum class Way : quint8 { Right, Down, Left, Up };
inline constexpr Way kWays[] = {Way::Right, Way::Down, Way::Left, Way::Up};

constexpr Way opposite(Way way) {
    return Way((int(way) + 2) % 4);
}
constexpr bool isHorizontal(Way way) {
    return way == Way::Right || way == Way::Left;
}
constexpr bool isForward(Way way) {
    return way == Way::Right || way == Way::Down;
}

constexpr Point step(Way way, Coord by) {
    switch (way) {
    case Way::Right:
        return {by, 0};
    case Way::Down:
        return {0, by};
    case Way::Left:
        return {-by, 0};
    case Way::Up:
        break;
    }
    return {0, -by};
}
/// The way from `a` to `b`, which lie on one horizontal or vertical line and are not the same.
constexpr Way wayFrom(Point a, Point b) {
    if (a.y == b.y)
        return b.x > a.x ? Way::Right : Way::Left;
    return b.y > a.y ? Way::Down : Way::Up;
}

/// Board coordinates seen so that `forward` points to the right: patterns are then written for one way only.
class Turn {
public:
    constexpr explicit Turn(Way forward)
        : forward_(forward) {}
    constexpr Point in(Point p) const {
        switch (forward_) {
        case Way::Right:
            return p;
        case Way::Down:
            return {p.y, -p.x};
        case Way::Left:
            return {-p.x, -p.y};
        case Way::Up:
            break;
        }
        return {-p.y, p.x};
    }
    constexpr Point out(Point p) const {
        switch (forward_) {
        case Way::Right:
            return p;
        case Way::Down:
            return {-p.y, p.x};
        case Way::Left:
            return {-p.x, -p.y};
        case Way::Up:
            break;
        }
        return {p.y, -p.x};
    }
    constexpr Rect in(const Rect& r) const {
        return between(in(r.topLeft()), in(Point{r.right(), r.bottom()}));
    }
    constexpr Rect out(const Rect& r) const {
        return between(out(r.topLeft()), out(Point{r.right(), r.bottom()}));
    }
    constexpr Way in(Way way) const { return Way((int(way) + 4 - int(forward_)) % 4); }

private:
    static constexpr Rect between(Point a, Point b) {
        return {std::min(a.x, b.x), std::min(a.y, b.y), std::max(a.x, b.x) - std::min(a.x, b.x),
                std::max(a.y, b.y) - std::min(a.y, b.y)};
    }
    Way forward_;
};

/// Where a line meets an element: on which side, where, and the way it goes from there (inwards when the
/// other end lies inside this one).
struct Port {
    Point at;
    Way side = Way::Right;
    Way way = Way::Right;
};

constexpr Coord kCornerMargin = 14 * kUnitsPerPoint;

/// A stretch of one coordinate, both ends included; empty when lo > hi.
struct Range {
    Coord lo = 0;
    Coord hi = 0;
    constexpr bool isEmpty() const { return lo > hi; }
    constexpr Coord length() const { return hi - lo; }
    constexpr Coord middle() const { return lo + (hi - lo) / 2; }
    constexpr Coord clamped(Coord v) const { return std::clamp(v, lo, hi); }
    constexpr bool contains(Coord v) const { return v >= lo && v <= hi; }
    constexpr Range met(Range r) const { return {std::max(lo, r.lo), std::min(hi, r.hi)}; }
};

/// The whole length of a side, as coordinates along it.
constexpr Range sideOf(const Rect& rect, Way side) {
    return isHorizontal(side) ? Range{rect.top(), rect.bottom()} : Range{rect.left(), rect.right()};
}
/// Where on a side lines may end: away from the corners (of a short side, its middle third).
constexpr Range portRange(const Rect& rect, Way side) {
    const Range whole = sideOf(rect, side);
    const Coord margin = std::min(kCornerMargin, whole.length() / 3);
    return {whole.lo + margin, whole.hi - margin};
}
constexpr Point pointOn(const Rect& rect, Way side, Coord along) {
    switch (side) {
    case Way::Right:
        return {rect.right(), along};
    case Way::Down:
        return {along, rect.bottom()};
    case Way::Left:
        return {rect.left(), along};
    case Way::Up:
        break;
    }
    return {along, rect.top()};
}
constexpr Coord alongSide(Point p, Way side) {
    return isHorizontal(side) ? p.y : p.x;
}

using Path = QList<Point>;

/// Without corners that are none: equal neighbours, straight runs and spikes are merged.
Path simplified(const Path& path);
qint64 lengthOf(const Path& path);

} // namespace groundplan::routing
