#include "app/tools/alignment.h"

#include <array>

namespace groundplan {

namespace {

/// How far around the dragged rectangle others count.
constexpr Coord kSurroundings = 480 * kUnitsPerPoint;
/// Among more than these, lines are everywhere and would only tug.
constexpr qsizetype kMostNeighbours = 200;

/// One axis of a rectangle: near edge, middle, far edge.
struct Span {
    Coord from, to;
    std::array<Coord, 3> lines() const { return {from, from + (to - from) / 2, to}; }
    bool overlaps(Span other) const { return from < other.to && other.from < to; }
    Span shifted(Coord by, Pulled pulled) const {
        return {pulled == Pulled::Far ? from : from + by, pulled == Pulled::Near ? to : to + by};
    }
};
Span across(const Rect& r) {
    return {r.left(), r.right()};
}
Span down(const Rect& r) {
    return {r.top(), r.bottom()};
}
using Axis = Span (*)(const Rect&);

void takeNearer(std::optional<Coord>& best, Coord shift, Coord reach) {
    if (std::abs(shift) <= reach && (!best || std::abs(shift) < std::abs(*best)))
        best = shift;
}

/// The shift with the smallest distance that brings a line of what is pulled onto one of `others`: the same
/// line for the whole, either side for a side.
std::optional<Coord> lineShift(Span span, const QList<Rect>& others, Axis axis, Pulled pulled, Coord reach) {
    std::optional<Coord> best;
    for (const Rect& rect : others) {
        const Span other = axis(rect);
        if (pulled == Pulled::Whole) {
            for (std::size_t line = 0; line < 3; ++line)
                takeNearer(best, other.lines()[line] - span.lines()[line], reach);
        } else {
            const Coord side = pulled == Pulled::Near ? span.from : span.to;
            takeNearer(best, other.from - side, reach);
            takeNearer(best, other.to - side, reach);
        }
    }
    return best;
}

/// The next two on each side of a rectangle along an axis, of those that lie abreast of it.
struct Row {
    const Rect* before = nullptr; ///< the next one on the near side
    const Rect* before2 = nullptr;
    const Rect* after = nullptr;
    const Rect* after2 = nullptr;
};

const Rect* nextBefore(const QList<Rect>& others, Axis axis, Axis other, Coord side, Span abreast) {
    const Rect* best = nullptr;
    for (const Rect& rect : others) {
        if (other(rect).overlaps(abreast) && axis(rect).to <= side &&
            (!best || axis(rect).to > axis(*best).to))
            best = &rect;
    }
    return best;
}

const Rect* nextAfter(const QList<Rect>& others, Axis axis, Axis other, Coord side, Span abreast) {
    const Rect* best = nullptr;
    for (const Rect& rect : others) {
        if (other(rect).overlaps(abreast) && axis(rect).from >= side &&
            (!best || axis(rect).from < axis(*best).from))
            best = &rect;
    }
    return best;
}

Row rowOf(const Rect& rect, const QList<Rect>& others, Axis axis, Axis other) {
    Row row;
    row.before = nextBefore(others, axis, other, axis(rect).from, other(rect));
    row.after = nextAfter(others, axis, other, axis(rect).to, other(rect));
    if (row.before)
        row.before2 = nextBefore(others, axis, other, axis(*row.before).from, other(rect));
    if (row.after)
        row.after2 = nextAfter(others, axis, other, axis(*row.after).to, other(rect));
    return row;
}

/// The distances in a row; negative: none.
struct Gaps {
    Coord before2 = -1, before = -1, after = -1, after2 = -1;
};

Gaps gapsOf(Span span, const Row& row, Axis axis) {
    Gaps gaps;
    if (row.before)
        gaps.before = span.from - axis(*row.before).to;
    if (row.before2)
        gaps.before2 = axis(*row.before).from - axis(*row.before2).to;
    if (row.after)
        gaps.after = axis(*row.after).from - span.to;
    if (row.after2)
        gaps.after2 = axis(*row.after2).from - axis(*row.after).to;
    return gaps;
}

/// The smallest shift that makes two neighbouring distances equal.
std::optional<Coord> spacingShift(Span span, const Row& row, Axis axis, Pulled pulled, Coord reach) {
    const Gaps gaps = gapsOf(span, row, axis);
    std::optional<Coord> best;
    if (gaps.before > 0 && gaps.after > 0)
        takeNearer(best, (gaps.after - gaps.before) / (pulled == Pulled::Whole ? 2 : 1), reach);
    if (gaps.before > 0 && gaps.before2 > 0 && pulled != Pulled::Far)
        takeNearer(best, gaps.before2 - gaps.before, reach);
    if (gaps.after > 0 && gaps.after2 > 0 && pulled != Pulled::Near)
        takeNearer(best, gaps.after - gaps.after2, reach);
    return best;
}

/// Halving an odd number of units leaves one over.
bool isSame(Coord a, Coord b) {
    return a > 0 && b > 0 && std::abs(a - b) <= 1;
}

/// The distance from one rectangle to the next, drawn where both lie abreast.
Preview::Line gapBetween(const Rect& first, const Rect& second, Axis axis, Axis other) {
    const Coord from = std::max(other(first).from, other(second).from);
    const Coord to = std::min(other(first).to, other(second).to);
    const Coord level = from < to ? from + (to - from) / 2 : other(second).lines()[1];
    const Coord start = axis(first).to;
    const Coord end = axis(second).from;
    return axis == across ? Preview::Line{{start, level}, {end, level}}
                          : Preview::Line{{level, start}, {level, end}};
}

void appendGaps(QList<Preview::Line>& gaps, const Rect& placed, const QList<Rect>& others, Axis axis,
                Axis other) {
    const Row row = rowOf(placed, others, axis, other);
    const Gaps size = gapsOf(axis(placed), row, axis);
    const bool middle = isSame(size.before, size.after);
    const bool before = isSame(size.before, size.before2);
    const bool after = isSame(size.after, size.after2);
    if (before)
        gaps.append(gapBetween(*row.before2, *row.before, axis, other));
    if (before || middle)
        gaps.append(gapBetween(*row.before, placed, axis, other));
    if (after || middle)
        gaps.append(gapBetween(placed, *row.after, axis, other));
    if (after)
        gaps.append(gapBetween(*row.after, *row.after2, axis, other));
}

/// One guide a line, from the first to the last rectangle that lies on it.
void appendGuides(QList<Preview::Line>& guides, const Rect& placed, const QList<Rect>& others, Axis axis,
                  Pulled pulled) {
    const auto lineOf = [&](Coord at, const auto& isOn) {
        Rect all;
        for (const Rect& rect : others) {
            if (isOn(axis(rect)))
                all = all.united(rect);
        }
        if (all.isEmpty())
            return;
        all = all.united(placed);
        guides.append(axis == across ? Preview::Line{{at, all.top()}, {at, all.bottom()}}
                                     : Preview::Line{{all.left(), at}, {all.right(), at}});
    };
    if (pulled == Pulled::Whole) {
        for (std::size_t line = 0; line < 3; ++line) {
            const Coord at = axis(placed).lines()[line];
            lineOf(at, [&](Span other) { return other.lines()[line] == at; });
        }
        return;
    }
    const Coord side = pulled == Pulled::Near ? axis(placed).from : axis(placed).to;
    lineOf(side, [&](Span other) { return other.from == side || other.to == side; });
}

Rect rectFrom(Span x, Span y) {
    return {x.from, y.from, x.to - x.from, y.to - y.from};
}

} // namespace

Alignment alignmentOf(const Design& design, const BoardIndex& index, const Rect& rect, Coord reach,
                      const QSet<ElementId>& except, Pulled alongX, Pulled alongY) {
    QList<Rect> neighbours;
    for (ElementId id : index.inArea(rect.grown(kSurroundings))) {
        if (except.contains(id) || design.strokes.contains(id)) // nobody means the outermost points of a line
            continue;
        if (const auto other = design.rectOf(id))
            neighbours.append(*other);
    }
    Alignment found;
    if (neighbours.isEmpty() || neighbours.size() > kMostNeighbours)
        return found;

    // Being in line comes before being at the same distance.
    const auto shiftAlong = [&](Axis axis, Axis other, Pulled pulled) -> std::optional<Coord> {
        if (pulled == Pulled::Nothing)
            return std::nullopt;
        const auto line = lineShift(axis(rect), neighbours, axis, pulled, reach);
        const Row row = rowOf(rect, neighbours, axis, other);
        const auto spacing = spacingShift(axis(rect), row, axis, pulled, reach);
        return line && (!spacing || std::abs(*line) <= std::abs(*spacing)) ? line : spacing;
    };
    found.shiftX = shiftAlong(across, down, alongX);
    found.shiftY = shiftAlong(down, across, alongY);
    const Rect placed = rectFrom(across(rect).shifted(found.shiftX.value_or(0), alongX),
                                 down(rect).shifted(found.shiftY.value_or(0), alongY));
    if (found.shiftX) {
        appendGuides(found.guides, placed, neighbours, across, alongX);
        appendGaps(found.gaps, placed, neighbours, across, down);
    }
    if (found.shiftY) {
        appendGuides(found.guides, placed, neighbours, down, alongY);
        appendGaps(found.gaps, placed, neighbours, down, across);
    }
    return found;
}

} // namespace groundplan
