#include "app/render/jumps.h"

#include "app/render/look.h"
#include "app/render/route_shape.h"

#include <QLineF>
#include <QVarLengthArray>

#include <algorithm>

namespace groundplan {

namespace {

constexpr double kAir = 1; ///< between a bow and an end or a head

/// The corner of a line, counted from 0, is rounded this far to both sides.
double curveAt(std::span<const QPointF> corners, std::size_t i) {
    const auto half = [&](std::size_t a) { return QLineF(corners[a], corners[a + 1]).length() / 2; };
    return std::min({look::kLineRadius, half(i - 1), half(i)});
}

/// What of the piece behind corner `i` is taken at its beginning and at its end.
struct Taken {
    double begin, end;
};
Taken takenOf(std::span<const QPointF> corners, std::size_t i, const LineLook& drawn) {
    return {i == 0 ? drawn.startHead + kAir : curveAt(corners, i),
            i + 2 == corners.size() ? drawn.endHead + kAir : curveAt(corners, i + 1)};
}

} // namespace

void Crossings::add(ElementId line, const QList<Point>& corners, Point by, Flow flow, Direction direction) {
    const auto way = toPointsF<QVarLengthArray<QPointF, 12>>(corners, by);
    const LineLook drawn = lineLookOf(flow, direction, lengthOf({way.data(), std::size_t(way.size())}));
    for (qsizetype i = 0; i + 1 < way.size(); ++i) {
        const QPointF a = way[i], b = way[i + 1];
        if (corners.at(i).x != corners.at(i + 1).x || corners.at(i).y == corners.at(i + 1).y)
            continue;
        const bool down = b.y() > a.y();
        const Taken taken = takenOf({way.data(), std::size_t(way.size())}, std::size_t(i), drawn);
        // A bow rises above the level line that it is part of: at an end more room is wanted under it.
        const double above = (down ? i == 0 : i + 2 == way.size()) ? look::kJumpRadius : 0;
        uprights_.push_back({a.x(), drawn.width,
                             std::min(a.y(), b.y()) + (down ? taken.begin : taken.end) + above,
                             std::max(a.y(), b.y()) - (down ? taken.end : taken.begin), line});
    }
}

void Crossings::finish() {
    std::sort(uprights_.begin(), uprights_.end(),
              [](const Upright& a, const Upright& b) { return a.x < b.x; });
}

QList<Jump> Crossings::jumpsOf(ElementId line, const QList<QPointF>& corners, const LineLook& drawn) const {
    const auto radiusOver = [&drawn](const Upright& other) {
        const double wider = other.width - look::kLineWidth + (drawn.width - look::kLineWidth) / 2;
        return std::min(look::kJumpRadius + std::max(0.0, wider), look::kWidestJump);
    };
    QList<Jump> jumps;
    for (qsizetype i = 0; i + 1 < corners.size(); ++i) {
        const QPointF a = corners[i], b = corners[i + 1];
        if (a.y() != b.y())
            continue;
        const bool forward = b.x() > a.x();
        const Taken taken = takenOf(corners, std::size_t(i), drawn);
        const double lo = (forward ? a.x() : b.x()) + (forward ? taken.begin : taken.end);
        const double hi = (forward ? b.x() : a.x()) - (forward ? taken.end : taken.begin);
        const auto crosses = [&](const Upright& other) {
            return other.line != line && a.y() > other.top && a.y() < other.bottom;
        };
        const qsizetype first = jumps.size();
        auto it = std::lower_bound(uprights_.begin(), uprights_.end(), lo - look::kWidestJump,
                                   [](const Upright& u, double x) { return u.x < x; });
        double before = -1e18; ///< where the bow over the last one ends
        for (; it != uprights_.end() && it->x <= hi; ++it) {
            if (!crosses(*it))
                continue;
            // The one before is looked at whether it is jumped or not: what decides lies near by.
            const double radius = radiusOver(*it);
            if (it->x - radius >= lo && it->x + radius <= hi && it->x - radius >= before)
                jumps.append({{it->x, a.y()}, radius});
            before = it->x + radius;
        }
        if (!forward)
            std::reverse(jumps.begin() + first, jumps.end());
    }
    return jumps;
}

} // namespace groundplan
