#include "model/sketch/rough_shape.h"

#include <QRectF>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <optional>

namespace groundplan {

namespace {

constexpr double kDegree = std::numbers::pi / 180;
constexpr double kLeastLine = 24 * kUnitsPerPoint;
constexpr double kLeastWidth = 48 * kUnitsPerPoint;
constexpr double kLeastHeight = 28 * kUnitsPerPoint;
constexpr double kMostAspect = 10;

constexpr double kLeastStraight = 0.6;             ///< of a line: distance of its ends, in its lengths
constexpr double kMostLineTurning = 260 * kDegree; ///< in all; two corners and the tremor of a hand

constexpr double kEnds = 0.12;                ///< part of the line at either end in which it may close
constexpr double kMostGap = 0.16;             ///< between the ends, in diagonals
constexpr double kMostWound = 75 * kDegree;   ///< off one full turn
constexpr double kMostWobble = 200 * kDegree; ///< turned to and fro beyond the full turn
constexpr double kLeastFilled = 0.66; ///< of the rectangle around it: an ellipse has 0.79, a triangle 0.5
constexpr double kLeastConvex = 0.88; ///< of its convex hull
constexpr int kSamples = 40;

double length(QPointF way) {
    return std::hypot(way.x(), way.y());
}

double cross(QPointF a, QPointF b) {
    return a.x() * b.y() - a.y() * b.x();
}

double lengthOf(const QList<QPointF>& points) {
    double sum = 0;
    for (qsizetype i = 1; i < points.size(); ++i)
        sum += length(points[i] - points[i - 1]);
    return sum;
}

/// `count` points at equal distances along it, both ends among them.
QList<QPointF> resampled(const QList<QPointF>& points, int count) {
    const double step = lengthOf(points) / (count - 1);
    QList<QPointF> samples{points.first()};
    double left = step;
    for (qsizetype i = 1; i < points.size(); ++i) {
        QPointF from = points[i - 1];
        double way = length(points[i] - from);
        while (way >= left && samples.size() < count - 1) {
            from += (points[i] - from) * (left / way);
            samples.append(from);
            way -= left;
            left = step;
        }
        left -= way;
    }
    while (samples.size() < count)
        samples.append(points.last());
    return samples;
}

double turnAt(QPointF before, QPointF at, QPointF after) {
    const QPointF in = at - before;
    const QPointF out = after - at;
    return std::atan2(cross(in, out), QPointF::dotProduct(in, out));
}

/// Each point the middle of itself and its neighbours, which takes the tremor out; the ends stay.
QList<QPointF> smoothed(const QList<QPointF>& points, bool closed) {
    const qsizetype count = points.size();
    QList<QPointF> smooth = points;
    for (qsizetype i = closed ? 0 : 1; i < (closed ? count : count - 1); ++i)
        smooth[i] = (points[(i + count - 1) % count] + points[i] * 2 + points[(i + 1) % count]) / 4;
    return smooth;
}

double area(const QList<QPointF>& polygon) {
    double sum = 0;
    for (qsizetype i = 0; i < polygon.size(); ++i)
        sum += cross(polygon[i], polygon[(i + 1) % polygon.size()]);
    return std::abs(sum) / 2;
}

/// Andrew's monotone chain.
QList<QPointF> hullOf(QList<QPointF> points) {
    std::sort(points.begin(), points.end(),
              [](QPointF a, QPointF b) { return a.x() != b.x() ? a.x() < b.x() : a.y() < b.y(); });
    QList<QPointF> hull;
    const auto half = [&hull](auto begin, auto end) {
        const qsizetype start = hull.size();
        for (auto it = begin; it != end; ++it) {
            while (hull.size() >= start + 2 &&
                   cross(hull.last() - hull[hull.size() - 2], *it - hull.last()) <= 0)
                hull.removeLast();
            hull.append(*it);
        }
        hull.removeLast();
    };
    half(points.cbegin(), points.cend());
    half(points.crbegin(), points.crend());
    return hull;
}

QRectF boundsOf(const QList<QPointF>& points) {
    const auto [left, right] =
        std::minmax_element(points.begin(), points.end(), [](QPointF a, QPointF b) { return a.x() < b.x(); });
    const auto [top, bottom] =
        std::minmax_element(points.begin(), points.end(), [](QPointF a, QPointF b) { return a.y() < b.y(); });
    return {QPointF(left->x(), top->y()), QPointF(right->x(), bottom->y())};
}

/// Without what runs past the place where the line closes; empty when it does not close.
QList<QPointF> closedPart(const QList<QPointF>& samples) {
    const QRectF bounds = boundsOf(samples);
    const double diagonal = std::hypot(bounds.width(), bounds.height());
    const auto reach = qsizetype(kEnds * double(samples.size()));
    double best = kMostGap * diagonal;
    qsizetype from = -1;
    qsizetype to = -1;
    for (qsizetype i = 0; i <= reach; ++i) {
        for (qsizetype j = samples.size() - 1 - reach; j < samples.size(); ++j) {
            // Of places that are as near, those that keep more of the line.
            const double gap =
                length(samples[i] - samples[j]) + diagonal * 0.002 * double(i + samples.size() - 1 - j);
            if (gap < best) {
                best = gap;
                from = i;
                to = j;
            }
        }
    }
    return from < 0 ? QList<QPointF>() : samples.mid(from, to - from + 1);
}

bool isRound(const QList<QPointF>& loop) {
    const QList<QPointF> smooth = smoothed(smoothed(loop, true), true);
    const qsizetype count = smooth.size();
    double turned = 0;
    double wobbled = 0;
    for (qsizetype i = 0; i < count; ++i) {
        const double turn = turnAt(smooth[(i + count - 1) % count], smooth[i], smooth[(i + 1) % count]);
        turned += turn;
        wobbled += std::abs(turn);
    }
    constexpr double kFull = 360 * kDegree;
    return std::abs(std::abs(turned) - kFull) <= kMostWound && wobbled - kFull <= kMostWobble;
}

std::optional<Rect> closedShape(const QList<QPointF>& points) {
    const QList<QPointF> samples = closedPart(resampled(points, 4 * kSamples));
    if (samples.size() < kSamples)
        return std::nullopt;
    QList<QPointF> loop = resampled(samples, kSamples);
    if (length(loop.first() - loop.last()) < lengthOf(loop) / kSamples / 2)
        loop.removeLast(); // the same place twice
    const QRectF bounds = boundsOf(samples);
    const double w = bounds.width();
    const double h = bounds.height();
    if (w < kLeastWidth || h < kLeastHeight || std::max(w, h) > kMostAspect * std::min(w, h))
        return std::nullopt;
    const double filled = area(loop);
    if (filled < kLeastFilled * w * h || filled < kLeastConvex * area(hullOf(loop)) || !isRound(loop))
        return std::nullopt;
    return Rect{Coord(std::lround(bounds.x())), Coord(std::lround(bounds.y())), Coord(std::lround(w)),
                Coord(std::lround(h))};
}

bool isLine(const QList<QPointF>& points) {
    const double way = lengthOf(points);
    if (way < kLeastLine || length(points.last() - points.first()) < kLeastStraight * way)
        return false;
    const QList<QPointF> samples = smoothed(smoothed(resampled(points, kSamples / 2), false), false);
    double turned = 0;
    for (qsizetype i = 1; i + 1 < samples.size(); ++i)
        turned += std::abs(turnAt(samples[i - 1], samples[i], samples[i + 1]));
    return turned <= kMostLineTurning;
}

Point rounded(QPointF p) {
    return {Coord(std::lround(p.x())), Coord(std::lround(p.y()))};
}

} // namespace

RoughShape roughShapeOf(const QList<QPointF>& points) {
    RoughShape shape;
    if (points.size() < 2)
        return shape;
    if (isLine(points)) {
        shape.kind = RoughShape::Kind::Line;
        shape.from = rounded(points.first());
        shape.to = rounded(points.last());
    } else if (const auto bounds = closedShape(points)) {
        shape.kind = RoughShape::Kind::Closed;
        shape.bounds = *bounds;
    }
    return shape;
}

} // namespace groundplan
