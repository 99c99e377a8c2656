#include "app/canvas/live_ink.h"

#include "app/render/stroke_shape.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace groundplan {

namespace {

QPointF placeOf(const PenPoint& point) {
    return {points(point.at.x), points(point.at.y)};
}

QRectF around(QPointF a, QPointF b, QPointF c, double reach) {
    const auto [left, right] = std::minmax({a.x(), b.x(), c.x()});
    const auto [top, bottom] = std::minmax({a.y(), b.y(), c.y()});
    return QRectF(QPointF(left, top), QPointF(right, bottom)).adjusted(-reach, -reach, reach, reach);
}

} // namespace

void paintPenInk(QPainter& painter, const Preview::Ink& ink, const QColor& colour, const QRectF& area) {
    const qsizetype count = ink.points.size();
    if (count == 0)
        return;
    const double width = points(ink.width);
    QPen pen(colour, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    QPainterPath path;
    double pathWidth = 0;
    const auto flush = [&] {
        if (path.isEmpty())
            return;
        pen.setWidthF(pathWidth);
        painter.strokePath(path, pen);
        path = {};
    };
    const auto piece = [&](QPointF from, QPointF control, QPointF to, double factor) {
        const double wanted = width * factor;
        if (!around(from, control, to, wanted).intersects(area)) {
            flush();
            return;
        }
        if (wanted != pathWidth)
            flush();
        if (path.isEmpty()) {
            path.moveTo(from);
            pathWidth = wanted;
        }
        path.quadTo(control, to);
    };
    const auto factor = [&](qsizetype i) { return widthFactor(ink.points[i].pressure); };
    if (count < 3) {
        const QPointF from = placeOf(ink.points.first());
        const QPointF to = count == 1 ? from + QPointF(0.01, 0) : placeOf(ink.points.last());
        piece(from, (from + to) / 2, to, factor(0));
    }
    for (qsizetype i = 1; i + 1 < count; ++i) {
        const QPointF control = placeOf(ink.points[i]);
        const QPointF before = placeOf(ink.points[i - 1]);
        const QPointF after = placeOf(ink.points[i + 1]);
        piece(i == 1 ? before : (before + control) / 2, control,
              i + 2 == count ? after : (control + after) / 2, factor(i));
    }
    flush();
    painter.restore();
}

Rect changedPart(const Preview::Ink& before, const Preview::Ink& after) {
    // A line grows at its end, where the last piece was a straight one for the time being.
    constexpr qsizetype kTail = 3;
    const bool grown = before.tool == after.tool && !before.points.isEmpty() && !after.points.isEmpty() &&
                       before.points.first() == after.points.first();
    const qsizetype same =
        grown ? std::max<qsizetype>(0, std::min(before.points.size(), after.points.size()) - kTail) : 0;
    Rect bounds;
    for (const auto* ink : {&before, &after}) {
        for (qsizetype i = same; i < ink->points.size(); ++i) {
            const Point at = ink->points[i].at;
            bounds = bounds.isEmpty() ? Rect{at.x, at.y, 1, 1} : bounds.united({at.x, at.y, 1, 1});
        }
    }
    // Half an arrow's head, or a pen that is pressed hard, with the rim of its line.
    constexpr Coord kWidths = 2;
    constexpr Coord kLeast = 8 * kUnitsPerPoint;
    return bounds.isEmpty() ? bounds : bounds.grown(std::max(before.width, after.width) * kWidths + kLeast);
}

} // namespace groundplan
