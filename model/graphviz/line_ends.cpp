#include "model/graphviz/line_ends.h"

#include "model/design/box_index.h"
#include "model/design/stroke.h"

#include <algorithm>
#include <cmath>

namespace groundplan {

namespace {

/// Larger shapes have a place of their own.
constexpr Coord kLargestMark = 40 * kUnitsPerPoint;

/// How far the border has moved that `at` lies beyond or near; nothing for what is between both of them.
Coord movedWith(Coord at, Coord low, Coord high, Coord lowNow, Coord highNow) {
    const Coord near = (high - low) / 4;
    return at <= low + near ? lowNow - low : at >= high - near ? highNow - high : 0;
}

/// How deep an end may lie in a box that it only touches.
constexpr Coord kTouch = 6 * kUnitsPerPoint;

Point rounded(QPointF at) {
    return {Coord(std::lround(at.x())), Coord(std::lround(at.y()))};
}
bool isWithin(const Rect& rect, QPointF at) {
    return at.x() > rect.left() && at.x() < rect.right() && at.y() > rect.top() && at.y() < rect.bottom();
}
/// Where the way from within a box to a point outside of it crosses its border.
QPointF crossing(const Rect& box, QPointF inside, QPointF outside) {
    const QPointF way = outside - inside;
    const auto share = [](double from, double by, double least, double most) {
        return by > 0 ? (most - from) / by : by < 0 ? (least - from) / by : 2.0;
    };
    return inside + way * std::min(share(inside.x(), way.x(), box.left(), box.right()),
                                   share(inside.y(), way.y(), box.top(), box.bottom()));
}

/// Takes away what lies within the box at the way's beginning; false: there is nothing else.
bool cutStart(QList<QPointF>& way, const Rect& box) {
    const auto outside =
        std::find_if(way.cbegin(), way.cend(), [&](QPointF at) { return !isWithin(box, at); });
    if (outside == way.cbegin() || outside == way.cend())
        return false;
    const qsizetype first = outside - way.cbegin();
    way.remove(0, first - 1);
    way[0] = crossing(box, way[0], way[1]);
    return true;
}

} // namespace

void keepEndsOutside(Design& design, const QList<GrownBox>& boxes) {
    BoxIndex grown;
    for (qsizetype i = 0; i < boxes.size(); ++i) {
        if (boxes[i].was != boxes[i].now)
            grown.add(i, boxes[i].now);
    }
    for (const Stroke& stroke : Table<Stroke>(design.strokes)) {
        if (stroke.tool == StrokeTool::Pen || stroke.points.size() < 2)
            continue;
        QList<QPointF> way = pointsOf(stroke);
        bool cut = false;
        for (int end = 0; end < 2; ++end) {
            const Point at = rounded(way.first());
            grown.at(at, [&](qsizetype box, const Rect& now) {
                if (!boxes[box].was.grown(-kTouch).contains(at) && isWithin(now, way.first()))
                    cut = cutStart(way, now) || cut;
            });
            std::reverse(way.begin(), way.end());
        }
        if (!cut)
            continue;
        QList<PenPoint> points;
        for (const QPointF corner : std::as_const(way))
            points.append({rounded(corner), stroke.points.first().pressure});
        Stroke shorter = strokeThrough(points, stroke.tool, stroke.colour, stroke.width);
        shorter.id = stroke.id;
        design.strokes.put(shorter);
    }
}

void keepMarksBeside(Design& design, const QList<GrownBox>& boxes) {
    BoxIndex grown;
    for (qsizetype i = 0; i < boxes.size(); ++i) {
        if (boxes[i].was != boxes[i].now)
            grown.add(i, boxes[i].now.grown(kLargestMark / 2));
    }
    for (Shape shape : Table<Shape>(design.shapes)) {
        if (std::max(shape.rect.w, shape.rect.h) > kLargestMark)
            continue;
        Point by;
        const Point at = shape.rect.center();
        grown.at(at, [&](qsizetype box, const Rect&) {
            const auto& [was, now] = boxes[box];
            if (by == Point() && now.intersects(shape.rect))
                by = {movedWith(at.x, was.left(), was.right(), now.left(), now.right()),
                      movedWith(at.y, was.top(), was.bottom(), now.top(), now.bottom())};
        });
        if (by == Point())
            continue;
        shape.rect = shape.rect.translated(by);
        design.shapes.put(shape);
    }
}

} // namespace groundplan
