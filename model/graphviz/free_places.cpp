#include "model/graphviz/free_places.h"

#include "model/graphviz/frame_margins.h"

#include <algorithm>

namespace groundplan {

namespace {

constexpr Coord kFirstReach = 200 * kUnitsPerPoint;
constexpr Coord kLastReach = 400'000 * kUnitsPerPoint;
/// More neighbours than these give no further places to try: there are the square of them.
constexpr qsizetype kMostTried = 80;

qint64 squared(Point p) {
    return qint64(p.x) * p.x + qint64(p.y) * p.y;
}

void sortOnce(QList<Coord>& values) {
    std::sort(values.begin(), values.end());
    values.erase(std::unique(values.begin(), values.end()), values.end());
}

} // namespace

void FreePlaces::addFrame(ElementId frame, ElementId parent, const Rect& rect) {
    Frame& row = frames_[frame];
    row.parent = parent;
    row.rect = rect;
    row.fits = rect.isEmpty();
    if (!frame)
        return;
    frames_[parent].inside.append({frame, rect});
    if (!rect.isEmpty())
        grow(parent, rect, true);
}

void FreePlaces::setRoom(ElementId a, ElementId b, Size room) {
    Size& known = rooms_[std::minmax(a, b)];
    known = {std::max(known.w, room.w), std::max(known.h, room.h)};
}

Size FreePlaces::gapTo(const Box& box, ElementId id) const {
    if (!id || !box.id)
        return {gap_, gap_};
    const Size room = rooms_.value(std::minmax(id, box.id));
    return {std::max({gap_, gapOfNamed_.w, room.w}), std::max({gap_, gapOfNamed_.h, room.h})};
}

void FreePlaces::addObstacle(ElementId frame, const Rect& rect, ElementId id) {
    frames_[frame].inside.append({{}, rect, id});
    grow(frame, rect, true);
}

/// Frames grow around `inner`, from the inside out; with `onlyFitting` up to the first that has its own size.
void FreePlaces::grow(ElementId frame, Rect inner, bool onlyFitting) {
    for (ElementId around = frame; around; around = frames_[around].parent) {
        Frame& row = frames_[around];
        if (onlyFitting && !row.fits)
            return;
        row.rect = row.rect.united(withFrameMargins(inner));
        inner = row.rect;
        for (Box& box : frames_[row.parent].inside) {
            if (box.frame == around)
                box.rect = inner;
        }
    }
}

/// Whether nothing in `frame` but `growing` is there, and no frame around has to grow over something else.
bool FreePlaces::isFree(ElementId frame, const Rect& rect, ElementId id, bool mayCover,
                        ElementId growing) const {
    const auto it = frames_.constFind(frame);
    if (it == frames_.cend())
        return true;
    const Rect before = growing ? frames_.value(growing).rect.grown(gap_) : Rect{};
    for (const Box& box : it->inside) {
        if (growing && box.frame == growing)
            continue;
        const Size gap = gapTo(box, id);
        const Rect roomy{rect.x - gap.w, rect.y - gap.h, rect.w + 2 * gap.w, rect.h + 2 * gap.h};
        // What lay in the way before the frame grew is not its fault.
        if (box.rect.intersects(roomy) && !(growing && box.rect.intersects(before)))
            return false;
    }
    if (!frame || mayCover)
        return true;
    const Rect grown = it->rect.united(withFrameMargins(rect));
    return grown == it->rect || isFree(it->parent, grown, {}, false, frame);
}

/// A nearest free place lies at `wanted` or touches a neighbour: only such places are tried, nearest first.
std::optional<Rect> FreePlaces::nearest(ElementId frame, const Rect& wanted, ElementId id,
                                        bool mayCover) const {
    if (isFree(frame, wanted, id, mayCover))
        return wanted;
    for (Coord reach = kFirstReach; reach <= kLastReach; reach *= 3) {
        const Rect window = wanted.grown(reach);
        QList<Coord> xs{wanted.x};
        QList<Coord> ys{wanted.y};
        const auto beside = [&](const Rect& rect, Size gap, Coord side, Coord top) {
            if (!rect.intersects(window) || xs.size() > 2 * kMostTried)
                return;
            xs.append(snappedDown(rect.left() - gap.w - side - wanted.w));
            xs.append(snappedUp(rect.right() + gap.w + side));
            ys.append(snappedDown(rect.top() - gap.h - side - wanted.h));
            ys.append(snappedUp(rect.bottom() + gap.h + top));
        };
        Coord side = 0;
        Coord top = 0;
        for (ElementId around = frame;; around = frames_.value(around).parent) {
            const auto it = frames_.constFind(around);
            if (it == frames_.cend())
                break;
            for (const Box& box : it->inside)
                beside(box.rect, gapTo(box, id), side, top);
            if (!around)
                break;
            side += kFrameSide;
            top += kFrameTop;
            // The inner corners of the frame itself.
            xs.append(snappedUp(it->rect.left() + side));
            xs.append(snappedDown(it->rect.right() - side - wanted.w));
            ys.append(snappedUp(it->rect.top() + top));
            ys.append(snappedDown(it->rect.bottom() - side - wanted.h));
        }
        sortOnce(xs);
        sortOnce(ys);
        QList<Point> shifts;
        for (const Coord x : std::as_const(xs)) {
            for (const Coord y : std::as_const(ys)) {
                const Point shift{x - wanted.x, y - wanted.y};
                if (std::max(std::abs(shift.x), std::abs(shift.y)) <= reach)
                    shifts.append(shift);
            }
        }
        std::sort(shifts.begin(), shifts.end(), [](Point a, Point b) {
            return std::tuple(squared(a), a.x, a.y) < std::tuple(squared(b), b.x, b.y);
        });
        for (const Point shift : std::as_const(shifts)) {
            if (isFree(frame, wanted.translated(shift), id, mayCover))
                return wanted.translated(shift);
        }
    }
    return std::nullopt;
}

Rect FreePlaces::take(ElementId frame, const Rect& wanted, ElementId id) {
    std::optional<Rect> found = nearest(frame, wanted, id, false);
    if (!found)
        found = nearest(frame, wanted, id, true);
    const Rect rect = found.value_or(wanted);
    frames_[frame].inside.append({{}, rect, id});
    grow(frame, rect, false);
    return rect;
}

std::optional<Point> FreePlaces::shiftFor(ElementId frame, const QList<Rect>& wanted, Coord farthest) const {
    const auto allFree = [&](Point shift) {
        return std::all_of(wanted.begin(), wanted.end(), [&](const Rect& rect) {
            return isFree(frame, rect.translated(shift), {}, false);
        });
    };
    if (allFree({}))
        return Point{};
    Rect all;
    for (const Rect& rect : wanted)
        all = all.united(rect);
    const std::optional<Rect> place = nearest(frame, all, {}, false);
    if (!place)
        return std::nullopt;
    const Point shift{place->x - all.x, place->y - all.y};
    if (std::max(std::abs(shift.x), std::abs(shift.y)) > farthest)
        return std::nullopt;
    return shift;
}

} // namespace groundplan
