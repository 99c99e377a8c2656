#include "model/routing/faults.h"

#include <algorithm>

namespace groundplan::routing {

namespace {

constexpr Coord kHead = 16 * kUnitsPerPoint; ///< of a line that its arrow head and a jump before it take

bool cross(const Rect& flat, const Rect& upright) {
    return upright.x > flat.left() && upright.x < flat.right() && flat.y > upright.top() &&
           flat.y < upright.bottom();
}

} // namespace

void addFaults(const Scene& scene, Point a, Point b, bool head, Faults& faults) {
    const Rect mine = spanOf(a, b);
    const bool flat = mine.h == 0;
    scene.visitSegments(mine.grown(kLinesApart - 1), [&](const Rect& span) {
        if (span.w == 0 && span.h == 0)
            return;
        if ((span.h == 0) == flat) {
            const qint64 along =
                flat ? std::min(mine.right(), span.right()) - std::max(mine.left(), span.left())
                     : std::min(mine.bottom(), span.bottom()) - std::max(mine.top(), span.top());
            const Coord off = std::abs(flat ? span.y - mine.y : span.x - mine.x);
            if (along <= 0 || off >= kLinesApart)
                return;
            if (off == 0)
                faults.onOthers += along;
            if (off < kSeenAsTwo)
                faults.beside += along * (kSeenAsTwo - off) / kSeenAsTwo;
            faults.cost += off < kSeenAsTwo ? along + kBendCost : along / 4;
            return;
        }
        const bool crosses = flat ? cross(mine, span) : cross(span, mine);
        if (!crosses)
            return;
        ++faults.crossings;
        faults.cost += kCrossingCost;
        const Coord fromEnd = flat ? std::abs(span.x - b.x) : std::abs(span.y - b.y);
        if (head && fromEnd < kHead)
            faults.cost += kCrossingCost;
    });
}

Faults faultsOf(const Scene& scene, const Path& path) {
    Faults faults;
    for (qsizetype i = 1; i < path.size(); ++i) {
        if (i == 1 && path.size() > 2)
            addFaults(scene, path.at(1), path.at(0), true, faults);
        else
            addFaults(scene, path.at(i - 1), path.at(i), i + 1 == path.size(), faults);
    }
    return faults;
}

int crossingsOf(const Path& a, const Path& b) {
    int count = 0;
    for (qsizetype i = 1; i < a.size(); ++i) {
        const Rect mine = spanOf(a.at(i - 1), a.at(i));
        for (qsizetype k = 1; k < b.size(); ++k) {
            const Rect other = spanOf(b.at(k - 1), b.at(k));
            if ((mine.h == 0) != (other.h == 0))
                count += mine.h == 0 ? cross(mine, other) : cross(other, mine);
        }
    }
    return count;
}

} // namespace groundplan::routing
