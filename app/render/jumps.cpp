#include "app/render/jumps.h"

#include <algorithm>

namespace groundplan {

void Crossings::add(ElementId line, const QList<Point>& corners, Point by, double width) {
    for (qsizetype i = 1; i < corners.size(); ++i) {
        const Point a = corners.at(i - 1) + by, b = corners.at(i) + by;
        if (a.x == b.x && a.y != b.y)
            uprights_.push_back(
                {points(a.x), points(std::min(a.y, b.y)), points(std::max(a.y, b.y)), width, line});
    }
}

void Crossings::finish() {
    std::sort(uprights_.begin(), uprights_.end(),
              [](const Upright& a, const Upright& b) { return a.x < b.x; });
}

QList<Jump> Crossings::jumpsOf(ElementId line, const QList<QPointF>& corners, double width) const {
    const auto radiusOver = [width](const Upright& other) {
        const double wider = other.width - look::kLineWidth + (width - look::kLineWidth) / 2;
        return std::min(look::kJumpRadius + std::max(0.0, wider), look::kWidestJump);
    };
    QList<Jump> jumps;
    for (qsizetype i = 0; i + 1 < corners.size(); ++i) {
        const QPointF a = corners[i], b = corners[i + 1];
        if (a.y() != b.y())
            continue;
        const bool forward = b.x() > a.x();
        const double atA = i == 0 ? look::kHeadLength + 1 : look::kLineRadius;
        const double atB = i + 2 == corners.size() ? look::kHeadLength + 1 : look::kLineRadius;
        const double lo = (forward ? a.x() : b.x()) + (forward ? atA : atB);
        const double hi = (forward ? b.x() : a.x()) - (forward ? atB : atA);
        const auto crosses = [&](const Upright& other) {
            return other.line != line && a.y() > other.top + look::kLineRadius &&
                   a.y() < other.bottom - look::kLineRadius;
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
