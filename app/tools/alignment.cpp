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
};
Span across(const Rect& r) {
    return {r.left(), r.right()};
}
Span down(const Rect& r) {
    return {r.top(), r.bottom()};
}

/// The shift with the smallest distance that brings a line of `span` onto the same line of one of `others`.
std::optional<Coord> bestShift(Span span, const QList<Span>& others, Coord reach) {
    std::optional<Coord> best;
    for (const Span& other : others) {
        for (std::size_t line = 0; line < 3; ++line) {
            const Coord shift = other.lines()[line] - span.lines()[line];
            if (std::abs(shift) <= reach && (!best || std::abs(shift) < std::abs(*best)))
                best = shift;
        }
    }
    return best;
}

} // namespace

Alignment alignmentOf(const Design& design, const BoardIndex& index, const Rect& rect, Coord reach,
                      const QSet<ElementId>& except) {
    QList<Rect> neighbours;
    for (ElementId id : index.inArea(rect.grown(kSurroundings))) {
        if (except.contains(id))
            continue;
        if (const auto other = design.rectOf(id))
            neighbours.append(*other);
    }
    Alignment found;
    if (neighbours.isEmpty() || neighbours.size() > kMostNeighbours)
        return found;

    QList<Span> columns;
    QList<Span> rows;
    for (const Rect& other : std::as_const(neighbours)) {
        columns.append(across(other));
        rows.append(down(other));
    }
    found.shiftX = bestShift(across(rect), columns, reach);
    found.shiftY = bestShift(down(rect), rows, reach);
    const Rect placed = rect.translated({found.shiftX.value_or(0), found.shiftY.value_or(0)});

    // One guide a line, from the first to the last rectangle that lies on it.
    for (std::size_t line = 0; line < 3; ++line) {
        const Coord x = across(placed).lines()[line];
        const Coord y = down(placed).lines()[line];
        Rect column;
        Rect row;
        for (const Rect& other : std::as_const(neighbours)) {
            if (found.shiftX && across(other).lines()[line] == x)
                column = column.united(other);
            if (found.shiftY && down(other).lines()[line] == y)
                row = row.united(other);
        }
        if (!column.isEmpty()) {
            column = column.united(placed);
            found.guides.append(Preview::Line{{x, column.top()}, {x, column.bottom()}});
        }
        if (!row.isEmpty()) {
            row = row.united(placed);
            found.guides.append(Preview::Line{{row.left(), y}, {row.right(), y}});
        }
    }
    return found;
}

} // namespace groundplan
