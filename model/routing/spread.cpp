#include "model/routing/spread.h"

#include <algorithm>

namespace groundplan::routing {

namespace {

constexpr Coord kWidestStep = 60 * kUnitsPerPoint;
constexpr Coord kLeastStep = 8 * kUnitsPerPoint;

/// Order of directions seen from a side that faces right: from up over right to down, what leads backwards
/// outermost.
int compareDirections(Point a, Point b) {
    const auto half = [](Point p) { return p.y < 0 ? 0 : p.y == 0 && p.x > 0 ? 1 : p.y > 0 ? 2 : 3; };
    if (half(a) != half(b))
        return half(a) < half(b) ? -1 : 1;
    const qint64 cross = qint64(a.x) * b.y - qint64(a.y) * b.x;
    return cross > 0 ? -1 : cross < 0 ? 1 : 0;
}

struct Open {
    SideEnd* end;
    Point direction; ///< turned
    Coord wanted;    ///< turned coordinate along the side
};

struct Fixed {
    Coord at; ///< turned
    Point direction;
};

/// Evenly between two bounds; a bound is another end (kept off) or the end of the side, `range` where ends
/// may be.
void placeEvenly(Open* first, std::size_t count, Coord lower, Coord upper, Range range, bool whole,
                 const auto& assign) {
    Coord step = (upper - lower) / Coord(count + 1);
    Coord begin = lower + step;
    if (whole && step > kWidestStep) {
        step = kWidestStep;
        begin = range.middle() - step * Coord(count - 1) / 2;
    }
    const Coord end = begin + step * Coord(count - 1);
    if (begin < range.lo || end > range.hi) {
        begin = range.clamped(begin);
        const Coord last = std::max(begin, std::min(end, range.hi));
        if (count == 1) {
            assign(first[0], range.clamped((lower + upper) / 2));
            return;
        }
        for (std::size_t i = 0; i < count; ++i)
            assign(first[i], begin + Coord(qint64(last - begin) * qint64(i) / qint64(count - 1)));
        return;
    }
    for (std::size_t i = 0; i < count; ++i)
        assign(first[i], begin + step * Coord(i));
}

/// Each as near to its wanted place as order and spacing allow.
void placeAsWanted(Open* first, std::size_t count, Range range, const auto& assign) {
    const Coord spacing = count > 1 ? std::min(2 * kLeastStep, range.length() / Coord(count - 1)) : 0;
    std::vector<Coord> at(count);
    for (std::size_t i = 0; i < count; ++i)
        at[i] = std::max(range.clamped(first[i].wanted), i == 0 ? range.lo : at[i - 1] + spacing);
    Coord limit = range.hi;
    for (std::size_t i = count; i-- > 0; limit = at[i] - spacing)
        at[i] = std::min(at[i], limit);
    for (std::size_t i = 0; i < count; ++i)
        assign(first[i], std::max(at[i], range.lo));
}

} // namespace

void spreadAlong(const Rect& rect, Way side, bool longSide, const std::vector<FixedEnd>& fixedEnds,
                 SideEnd* ends, std::size_t count) {
    // Seen from the side turned to face right, clockwise is downwards.
    const Turn turn(side);
    const Rect turned = turn.in(rect);
    const Point middle{turned.right(), turned.center().y};
    const Range whole = sideOf(turned, Way::Right);
    const Range range = portRange(turned, Way::Right);

    std::vector<Fixed> fixed;
    fixed.reserve(fixedEnds.size());
    for (const FixedEnd& end : fixedEnds)
        fixed.push_back({turn.in(pointOn(rect, side, end.at)).y, turn.in(end.toward) - middle});
    std::sort(fixed.begin(), fixed.end(), [](const Fixed& a, const Fixed& b) { return a.at < b.at; });

    std::vector<Open> open;
    open.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        const Point toward = turn.in(ends[i].toward);
        open.push_back({&ends[i], toward - middle, toward.y});
    }
    std::sort(open.begin(), open.end(), [longSide](const Open& a, const Open& b) {
        if (longSide && a.wanted != b.wanted)
            return a.wanted < b.wanted;
        if (const int order = compareDirections(a.direction, b.direction))
            return order < 0;
        const auto rank = [](const SideEnd& end) { return end.forward ? end.id.value() : -end.id.value(); };
        return rank(*a.end) < rank(*b.end);
    });

    // The gap between fixed ends that puts the fewest lines on the wrong side of each other.
    const auto gapFor = [&](const Open& end, std::size_t least) {
        std::size_t best = least;
        int fewest = -1;
        for (std::size_t gap = least; gap <= fixed.size(); ++gap) {
            int wrong = 0;
            for (std::size_t i = 0; i < fixed.size(); ++i) {
                const int order = compareDirections(fixed[i].direction, end.direction);
                wrong += (i < gap ? order > 0 : order < 0) ? 1 : 0;
            }
            // What is left between the neighbours, each kept off; less than nothing is no place.
            const auto width = [&](std::size_t g) {
                const Coord lo = g == 0 ? range.lo : fixed[g - 1].at + kLeastStep;
                const Coord hi = g == fixed.size() ? range.hi : fixed[g].at - kLeastStep;
                return hi - lo;
            };
            if (width(gap) < 0)
                wrong += 100;
            if (fewest < 0 || wrong < fewest || (wrong == fewest && width(gap) > width(best))) {
                fewest = wrong;
                best = gap;
            }
        }
        return best;
    };
    const auto assign = [&](const Open& end, Coord at) {
        *end.end->at = turn.out(Point{turned.right(), at});
    };

    std::size_t gap = 0;
    for (std::size_t first = 0; first < open.size();) {
        gap = gapFor(open[first], gap);
        std::size_t last = first + 1;
        while (last < open.size() && gapFor(open[last], gap) == gap)
            ++last;
        const bool atStart = gap == 0;
        const bool atEnd = gap == fixed.size();
        const Coord lower = atStart ? whole.lo : fixed[gap - 1].at;
        const Coord upper = atEnd ? whole.hi : fixed[gap].at;
        const Coord keep = std::min(kLeastStep, (upper - lower) / Coord(last - first + 1));
        const Range here{atStart ? range.lo : lower + keep, atEnd ? range.hi : upper - keep};
        const Range within{std::min(here.lo, range.hi), std::max(here.hi, range.lo)};
        const Range allowed =
            within.isEmpty() ? Range{range.clamped(within.middle()), range.clamped(within.middle())} : within;
        if (longSide)
            placeAsWanted(&open[first], last - first, allowed, assign);
        else
            placeEvenly(&open[first], last - first, lower, upper, allowed, atStart && atEnd, assign);
        first = last;
    }
}

} // namespace groundplan::routing
