#include "model/graphviz/tidy_shift.h"

#include "model/graphviz/snap.h"

#include <algorithm>
#include <cmath>

namespace groundplan {

namespace {

Coord onStep(double value) {
    return Coord(std::lround(value / kSnap)) * kSnap;
}

Coord medianOf(QList<Coord> values) {
    const auto middle = values.begin() + (values.size() - 1) / 2;
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

bool isInside(const TidyParts& parts, const TidyBox& box, ElementId container) {
    QHash<ElementId, ElementId> parents;
    for (const TidyFrame& frame : parts.frames)
        parents.insert(frame.id, frame.parent);
    ElementId around = box.frame;
    while (around && around != container)
        around = parents.value(around);
    return around == container;
}

} // namespace

Point meanShift(const QList<Rect>& from, const QList<Rect>& to) {
    double x = 0;
    double y = 0;
    for (qsizetype i = 0; i < from.size(); ++i) {
        x += to[i].center().x - from[i].center().x;
        y += to[i].center().y - from[i].center().y;
    }
    const double count = std::max<qsizetype>(1, from.size());
    return {onStep(x / count), onStep(y / count)};
}

Point shiftAmongFixed(const TidyParts& parts, const QHash<ElementId, Rect>& layout, ElementId container) {
    QList<Point> fixed;
    QList<Point> voices;
    QList<Point> all;
    for (const TidyBox& box : parts.boxes) {
        if (!layout.contains(box.id))
            continue;
        const Point shift = box.rect.topLeft() - layout.value(box.id).topLeft();
        all.append(shift);
        if (box.isFree)
            continue;
        fixed.append(shift);
        if (container && isInside(parts, box, container))
            voices.append(shift);
    }
    // Where all that stays agrees, not even the steps count: what was in line with it still is.
    if (!fixed.isEmpty() &&
        std::all_of(fixed.begin(), fixed.end(), [&](Point one) { return one == fixed.first(); }))
        return fixed.first();
    if (voices.isEmpty())
        voices = all;
    // The median of what is moved: no other shift leaves less way in sum, and one that stands far out pulls
    // no more than any other.
    QList<Coord> x;
    QList<Coord> y;
    for (const Point voice : std::as_const(voices)) {
        x.append(voice.x);
        y.append(voice.y);
    }
    return x.isEmpty() ? Point{} : Point{onStep(medianOf(x)), onStep(medianOf(y))};
}

} // namespace groundplan
