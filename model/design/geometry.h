#pragma once

#include <QtGlobal>

#include <algorithm>
#include <cmath>

namespace groundplan {

/// Board coordinates are whole eighths of a point; one point is one logical pixel at 100 %. y grows
/// downwards. Whole numbers make positions exact in the file, in DOT and on every machine; there is no NaN to
/// guard against.
using Coord = qint32;

inline constexpr Coord kUnitsPerPoint = 8;
/// Positions lie in [-kMaxCoord, kMaxCoord]: ten million points to each side.
inline constexpr Coord kMaxCoord = 10'000'000 * kUnitsPerPoint;
/// Widths and heights lie in [kMinSize, kMaxSize].
inline constexpr Coord kMinSize = 8 * kUnitsPerPoint;
inline constexpr Coord kMaxSize = 1'000'000 * kUnitsPerPoint;

/// Points to units, rounded to the nearest eighth and clamped to the board.
inline Coord units(double points) {
    const double scaled = std::round(points * kUnitsPerPoint);
    return Coord(std::clamp(scaled, double(-kMaxCoord), double(kMaxCoord)));
}
constexpr double points(Coord value) {
    return double(value) / kUnitsPerPoint;
}

struct Point {
    Coord x = 0;
    Coord y = 0;
    friend constexpr bool operator==(Point, Point) = default;
    friend constexpr Point operator+(Point a, Point b) { return {a.x + b.x, a.y + b.y}; }
    friend constexpr Point operator-(Point a, Point b) { return {a.x - b.x, a.y - b.y}; }
};

struct Size {
    Coord w = 0;
    Coord h = 0;
    friend constexpr bool operator==(Size, Size) = default;
};

struct Rect {
    Coord x = 0;
    Coord y = 0;
    Coord w = 0;
    Coord h = 0;

    constexpr Coord left() const { return x; }
    constexpr Coord top() const { return y; }
    constexpr Coord right() const { return x + w; }
    constexpr Coord bottom() const { return y + h; }
    constexpr Point topLeft() const { return {x, y}; }
    constexpr Point center() const { return {x + w / 2, y + h / 2}; }
    constexpr bool isEmpty() const { return w <= 0 || h <= 0; }
    constexpr bool contains(Point p) const {
        return p.x >= x && p.x <= right() && p.y >= y && p.y <= bottom();
    }
    constexpr bool contains(const Rect& r) const {
        return r.x >= x && r.y >= y && r.right() <= right() && r.bottom() <= bottom();
    }
    constexpr bool intersects(const Rect& r) const {
        return r.x < right() && x < r.right() && r.y < bottom() && y < r.bottom();
    }
    constexpr Rect translated(Point by) const { return {x + by.x, y + by.y, w, h}; }
    constexpr Rect grown(Coord by) const { return {x - by, y - by, w + 2 * by, h + 2 * by}; }
    /// The smallest rectangle around both; an empty rectangle counts for nothing.
    constexpr Rect united(const Rect& r) const {
        if (isEmpty())
            return r;
        if (r.isEmpty())
            return *this;
        const Coord l = std::min(x, r.x);
        const Coord t = std::min(y, r.y);
        return {l, t, std::max(right(), r.right()) - l, std::max(bottom(), r.bottom()) - t};
    }
    friend constexpr bool operator==(const Rect&, const Rect&) = default;
};

} // namespace groundplan
