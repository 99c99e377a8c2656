#include "model/routing/engine.h"

#include "model/routing/nudge.h"
#include "model/routing/rooms.h"

#include <algorithm>

namespace groundplan::routing {

namespace {

qint64 distanceBetween(const Rect& a, const Rect& b) {
    const qint64 dx = std::max({0, b.left() - a.right(), a.left() - b.right()});
    const qint64 dy = std::max({0, b.top() - a.bottom(), a.top() - b.bottom()});
    return dx + dy;
}

/// A waypoint inside an end, which stands over it for now, is nothing to turn back for: nobody sees it.
void dropHiddenWaypoints(Job& job) {
    const Ends& ends = job.ends;
    job.via.removeIf([&](Point point) {
        return (!ends.targetInSource && ends.source.grown(-1).contains(point)) ||
               (!ends.sourceInTarget && ends.target.grown(-1).contains(point));
    });
}

} // namespace

Job jobFor(const Scene& scene, int link) {
    const IndexData& data = scene.data();
    const Link& row = data.links[std::size_t(link)];
    Job job;
    job.id = row.id;
    job.link = link;
    job.sourceId = data.nodes[std::size_t(row.source)].id;
    job.targetId = data.nodes[std::size_t(row.target)].id;
    job.ends = Ends(scene.rectOf(row.source), row.source, scene.rectOf(row.target), row.target);
    // Waypoints keep their place on the board while an end moves.
    const Point origin = data.nodes[std::size_t(row.source)].rect.topLeft();
    for (const Point point : row.waypoints)
        job.via.append(point + origin);
    return job;
}

void Engine::run() {
    for (Job& job : jobs_)
        dropHiddenWaypoints(job);
    sortJobs();
    collectPlaced();
    placeStraight();
    placeLoops();
    chooseSides();
    spreadEnds();
    findWays();
    // What follows only makes better what is whole by now.
    for (const auto stage : {&Engine::reconsider, &Engine::moveApart, &Engine::untangle, &Engine::settleEnds,
                             &Engine::nudgeAll}) {
        if (scene_.isTired())
            return;
        (this->*stage)();
    }
}

void Engine::nudgeAll() {
    nudgeAgain(scene_, jobs_);
}

void Engine::moveApart() {
    // The last one that came is found at once.
    for (auto job = jobs_.rbegin(); job != jobs_.rend(); ++job)
        scene_.removeRoute(job->path);
    nudge(scene_, jobs_);
    for (const Job& job : jobs_)
        scene_.addRoute(job.path);
}

void Engine::sortJobs() {
    // Near ones first: they have the least choice. Those between the same two elements lie side by side.
    const auto keyOfJob = [](const Job& job) {
        return std::tuple(distanceBetween(job.ends.source, job.ends.target),
                          std::min(job.sourceId, job.targetId), std::max(job.sourceId, job.targetId), job.id);
    };
    std::sort(jobs_.begin(), jobs_.end(),
              [&](const Job& a, const Job& b) { return keyOfJob(a) < keyOfJob(b); });
}

void Engine::place(int node, Way side, const Placed& end) {
    if (node >= 0)
        placed_[keyOf(node, side)].push_back(end);
}

/// The places on a side that are taken; `makingRoom`: but for those that will move aside.
std::vector<Coord> Engine::takenOn(int node, Way side, bool makingRoom) const {
    std::vector<Coord> taken;
    if (node < 0)
        return taken;
    const auto it = placed_.constFind(keyOf(node, side));
    if (it != placed_.cend()) {
        for (const Placed& end : *it) {
            if (!makingRoom || end.link < 0)
                taken.push_back(end.at);
        }
    }
    return taken;
}

/// Where a stored route ends, when it does so properly.
std::optional<Port> Engine::storedPort(int link, bool atTarget) const {
    const Link& row = scene_.data().links[std::size_t(link)];
    if (row.route.size() < 2)
        return std::nullopt;
    const Point origin = scene_.rectOf(row.source).topLeft();
    const Point at = (atTarget ? row.route.last() : row.route.first()) + origin;
    const Point next = (atTarget ? row.route.at(row.route.size() - 2) : row.route.at(1)) + origin;
    const Rect rect = scene_.rectOf(atTarget ? row.target : row.source);
    for (const Way side : kWays) {
        const Coord along = alongSide(at, side);
        if (pointOn(rect, side, along) == at && portRange(rect, side).contains(along) && at != next &&
            isHorizontal(wayFrom(at, next)) == isHorizontal(side))
            return Port{at, side, wayFrom(at, next)};
    }
    return std::nullopt;
}

void Engine::collectPlaced() {
    for (const Job& job : jobs_) {
        collectPlacedAt(job.ends.sourceNode);
        collectPlacedAt(job.ends.targetNode);
    }
}

/// The ends of stored routes at an element have their places; those of lines with bends may move along their
/// side.
void Engine::collectPlacedAt(int node) {
    if (node < 0 || collected_.contains(node))
        return;
    collected_.insert(node);
    scene_.data().visitLinks(node, [&](int link) {
        const Link& row = scene_.data().links[std::size_t(link)];
        if (scene_.isIgnored(link))
            return;
        const auto source = storedPort(link, false);
        const auto target = storedPort(link, true);
        if (!source || !target)
            return;
        const bool canMove = row.route.size() > 2 && row.source != row.target && !scene_.isPinned(link);
        if (row.source == node)
            place(node, source->side,
                  {alongSide(source->at, source->side), target->at, canMove ? link : -1, false});
        if (row.target == node)
            place(node, target->side,
                  {alongSide(target->at, target->side), source->at, canMove ? link : -1, true});
    });
}

qint64 Engine::crowding(int node, const Rect& rect, Way side) const {
    if (node < 0)
        return 0;
    const SideKey key = keyOf(node, side);
    const auto placed = placed_.constFind(key);
    const qint64 count = wanted_.value(key) + (placed == placed_.cend() ? 0 : qint64(placed->size()));
    const qint64 room = portRange(rect, side).length() / kPortSpacing;
    return count * kCrowdCost + (count > room ? kNoRoomCost : 0);
}

/// The place on a side next to the wanted one that keeps off the ends there; the wanted one where there is no
/// room.
Coord Engine::freePlace(int node, const Rect& rect, Way side, Coord wanted) const {
    const Range range = portRange(rect, side);
    const std::vector<Coord> taken = takenOn(node, side);
    const auto isFree = [&](Coord at) {
        return range.contains(at) && std::none_of(taken.begin(), taken.end(), [&](Coord other) {
                   return std::abs(other - at) < kPortSpacing;
               });
    };
    Coord best = wanted;
    bool found = isFree(wanted);
    for (const Coord other : taken) {
        for (const Coord at : {other - kPortSpacing, other + kPortSpacing}) {
            if (isFree(at) &&
                (!found || std::pair(std::abs(at - wanted), at) < std::pair(std::abs(best - wanted), best))) {
                best = at;
                found = true;
            }
        }
    }
    return best;
}

void Engine::unplace(int node, const Port& port) {
    if (node < 0)
        return;
    std::vector<Placed>& list = placed_[keyOf(node, port.side)];
    const auto it = std::find_if(list.begin(), list.end(),
                                 [&](const Placed& end) { return end.at == alongSide(port.at, port.side); });
    if (it != list.end())
        list.erase(it);
}

} // namespace groundplan::routing
