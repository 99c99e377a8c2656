#include "model/routing/faults.h"
#include "model/routing/rooms.h"

// Ends that find a better place on their side once every line lies where it will.

namespace groundplan::routing {

namespace {

constexpr Coord kWidePorts = 16 * kUnitsPerPoint; ///< between two ends on one side, where there is room
constexpr Coord kShortLeg = 10 * kUnitsPerPoint;
constexpr Coord kFarthest = 96 * kUnitsPerPoint; ///< that an end moves
constexpr std::size_t kMostPlaces = 24;          ///< that are tried for one end
constexpr int kRounds = 2;

/// One end of a job, seen from the element that it is at.
struct End {
    Job& job;
    bool atTarget;

    Port& port() const { return atTarget ? job.target : job.source; }
    int node() const { return atTarget ? job.ends.targetNode : job.ends.sourceNode; }
    const Rect& rect() const { return atTarget ? job.ends.target : job.ends.source; }
    /// The corner `i` steps from this end.
    qsizetype corner(qsizetype i) const { return atTarget ? job.path.size() - 1 - i : i; }
    Point point(qsizetype i) const { return job.path.at(corner(i)); }
};

/// Of the two stretches that move with an end.
Faults faultsAt(const Scene& scene, const End& end, Point at, Point corner, Point next) {
    Faults faults;
    addFaults(scene, corner, at, true, faults);
    addFaults(scene, corner, next, end.job.path.size() == 3, faults);
    return faults;
}

/// How much nearer than they should the ends beside one lie: worth a detour only where there are such.
qint64 crowdedAt(Coord at, const std::vector<Coord>& others) {
    qint64 cost = 0;
    for (const Coord other : others)
        cost += std::max(0, kWidePorts - std::abs(other - at));
    return cost;
}

} // namespace

/// The line keeps off what stands about as well as it did.
bool Engine::staysClear(const Job& job, const Path& path) const {
    if (Patterns(scene_, job.ends, kClearance).isClear(path))
        return true;
    return !Patterns(scene_, job.ends, kClearance).isClear(job.path) &&
           Patterns(scene_, job.ends, kTightClearance).isClear(path);
}

/// Ends that lie too near to others of their side, lines that lie on others at their ends or are crossed
/// there: each looks for a better place on its side, the rest of its line staying where it is.
void Engine::settleEnds() {
    std::vector<Job*> byId;
    for (Job& job : jobs_) {
        if (job.path.size() >= 3 && !job.ends.isLoop() && job.via.isEmpty())
            byId.push_back(&job);
    }
    std::sort(byId.begin(), byId.end(), [](const Job* a, const Job* b) { return a->id < b->id; });
    for (int round = 0; round < kRounds; ++round) {
        bool any = false;
        for (Job* job : byId) {
            if (scene_.isTired())
                return;
            any = settleEnd(*job, false) || any;
            any = settleEnd(*job, true) || any;
        }
        if (!any)
            return;
    }
}

bool Engine::settleEnd(Job& job, bool atTarget) {
    const End end{job, atTarget};
    const int node = end.node();
    if (node < 0)
        return false;
    const Port port = end.port();
    const Way side = port.side;
    const Coord from = alongSide(port.at, side);
    const Range range = portRange(end.rect(), side);
    std::vector<Coord> others = takenOn(node, side);
    if (const auto own = std::find(others.begin(), others.end(), from); own != others.end())
        others.erase(own);

    const Point corner = end.point(1);
    const Point next = end.point(2);
    scene_.removeRoute(job.path);
    const Faults now = faultsAt(scene_, end, port.at, corner, next);
    const qint64 crowdedNow = crowdedAt(from, others);
    if (now.cost == 0 && crowdedNow == 0) {
        scene_.addRoute(job.path);
        return false;
    }

    // Beside the ends there, between them, and beside the lines that this one lies on.
    std::vector<Coord> places;
    const auto offer = [&](Coord at) {
        if (range.contains(at) && at != from && std::abs(at - from) <= kFarthest)
            places.push_back(at);
    };
    std::sort(others.begin(), others.end());
    for (const Coord other : others) {
        offer(other - kWidePorts);
        offer(other + kWidePorts);
    }
    for (std::size_t i = 1; i < others.size(); ++i)
        offer(others[i - 1] + (others[i] - others[i - 1]) / 2);
    offer(range.lo);
    offer(range.hi);
    if (now.cost > 0) {
        const bool flat = isHorizontal(side);
        scene_.visitSegments(spanOf(port.at, corner).grown(3 * kLinesApart), [&](const Rect& span) {
            if ((span.h == 0) != flat || (span.w == 0 && span.h == 0))
                return;
            const Coord line = flat ? span.y : span.x;
            for (const Coord off : {kLinesApart, kLinesApart * 3 / 4, kSeenAsTwo}) {
                offer(line - off);
                offer(line + off);
            }
        });
    }
    std::sort(places.begin(), places.end(), [from](Coord a, Coord b) {
        return std::pair(std::abs(a - from), a) < std::pair(std::abs(b - from), b);
    });
    places.erase(std::unique(places.begin(), places.end()), places.end());
    if (places.size() > kMostPlaces)
        places.resize(kMostPlaces);

    const auto nearestTo = [&others](Coord at) {
        Coord least = kSeenAsTwo;
        for (const Coord other : others)
            least = std::min(least, std::abs(other - at));
        return least;
    };
    const qint64 costNow = now.cost + 4 * crowdedNow;
    qint64 least = costNow - kUnitsPerPoint;
    Path best;
    Point bestAt;
    for (const Coord to : places) {
        const qint64 crowded = crowdedAt(to, others);
        const qint64 shift = std::abs(to - from) / 4;
        if (4 * crowded + shift >= least || nearestTo(to) < nearestTo(from))
            continue;
        const Point at = pointOn(end.rect(), side, to);
        const Point turned = isHorizontal(side) ? Point{corner.x, to} : Point{to, corner.y};
        // The second stretch runs along the side and goes on the way it went, long enough to be seen.
        const Coord leg = end.job.path.size() == 3 ? kShortestLeg : kShortLeg;
        if (turned == next || wayFrom(turned, next) != wayFrom(corner, next) ||
            (lengthOf({turned, next}) < leg && lengthOf({turned, next}) < lengthOf({corner, next})))
            continue;
        const Faults then = faultsAt(scene_, end, at, turned, next);
        if (then.crossings > now.crossings || then.onOthers > now.onOthers || then.beside > now.beside)
            continue;
        const qint64 cost = then.cost + 4 * crowded + shift;
        if (cost >= least)
            continue;
        Path path = job.path;
        path[end.corner(0)] = at;
        path[end.corner(1)] = turned;
        if (!staysClear(job, path) || frameCost(scene_, path) > frameCost(scene_, job.path))
            continue;
        least = cost;
        best = path;
        bestAt = at;
    }
    if (!best.isEmpty()) {
        unplace(node, port);
        job.path = best;
        end.port().at = bestAt;
        place(node, side, {alongSide(bestAt, side), atTarget ? job.source.at : job.target.at});
    }
    scene_.addRoute(job.path);
    return !best.isEmpty();
}

} // namespace groundplan::routing
