#include "model/routing/engine.h"

#include "model/routing/nudge.h"
#include "model/routing/path_search.h"
#include "model/routing/spread.h"

#include <algorithm>
#include <deque>

namespace groundplan::routing {

namespace {

constexpr Coord kParallelSpacing = 16 * kUnitsPerPoint;
/// A side longer than this has its ends where their lines come from, not spread about its middle.
constexpr Coord kLongSide = 240 * kUnitsPerPoint;
constexpr qint64 kCrowdCost = 14 * kUnitsPerPoint;
constexpr qint64 kNoRoomCost = 400 * kUnitsPerPoint;
constexpr qint64 kNowhere = std::numeric_limits<qint64>::max();

/// Of equally good sides the first one is taken: lines rather leave sideways, as text runs.
constexpr Way kSides[] = {Way::Right, Way::Left, Way::Down, Way::Up};

/// How much room lines are given, best first.
struct Room {
    Coord clearance;
    Coord stub;
};
constexpr Room kRooms[] = {{kClearance, kStub}, {kClearance, kClearance}, {kTightClearance, kTightClearance}};

qint64 distanceBetween(const Rect& a, const Rect& b) {
    const qint64 dx = std::max({0, b.left() - a.right(), a.left() - b.right()});
    const qint64 dy = std::max({0, b.top() - a.bottom(), a.top() - b.bottom()});
    return dx + dy;
}

/// Where a line to `other` would like to end on this side.
Coord wantedAlong(const Rect& rect, Way side, const Rect& other) {
    const Range range = portRange(rect, side);
    if (sideOf(rect, side).length() <= kLongSide)
        return range.middle();
    return range.clamped(alongSide(other.center(), side));
}

/// The part of a line that lies hidden between a port and the middle of its element, so that a wide block
/// does not look nearer from its short sides; of a large frame only the first bit counts.
qint64 hidden(const Rect& rect, Way side) {
    const Coord half = (isHorizontal(side) ? rect.w : rect.h) / 2;
    return std::min(half, 100 * kUnitsPerPoint);
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
    return job;
}

void Engine::run() {
    sortJobs();
    collectPlaced();
    placeStraight();
    placeLoops();
    chooseSides();
    spreadEnds();
    findWays();
    nudge(scene_, jobs_);
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

void Engine::placeStraight() {
    for (std::size_t first = 0; first < jobs_.size();) {
        std::size_t last = first + 1;
        const auto pair = [](const Job& job) {
            return std::pair(std::min(job.sourceId, job.targetId), std::max(job.sourceId, job.targetId));
        };
        while (last < jobs_.size() && jobs_[first].link >= 0 && pair(jobs_[last]) == pair(jobs_[first]))
            ++last;
        if (!jobs_[first].ends.isLoop())
            placeStraightGroup(first, last);
        first = last;
    }
}

/// Straight lines side by side for connections between the same two elements, as many as find room.
void Engine::placeStraightGroup(std::size_t first, std::size_t last) {
    const Rect a = jobs_[first].ends.source;
    const Rect b = jobs_[first].ends.target;
    struct Chance {
        Coord gap;
        Way way;
        Range range;
    };
    std::vector<Chance> chances;
    for (const Way way : kWays) {
        const Port s =
            jobs_[first].ends.sourcePort(jobs_[first].ends.targetInSource ? opposite(way) : way, 0);
        const Port t =
            jobs_[first].ends.targetPort(jobs_[first].ends.sourceInTarget ? way : opposite(way), 0);
        const Coord from = isHorizontal(way) ? s.at.x : s.at.y;
        const Coord to = isHorizontal(way) ? t.at.x : t.at.y;
        const Coord gap = isForward(way) ? to - from : from - to;
        const Range range = portRange(a, s.side).met(portRange(b, t.side));
        if (gap >= Patterns::shortest(jobs_[first].ends) && !range.isEmpty())
            chances.push_back({gap, way, range});
    }
    std::stable_sort(chances.begin(), chances.end(),
                     [](const Chance& p, const Chance& q) { return p.gap < q.gap; });
    for (const Chance& chance : chances) {
        const Way way = chance.way;
        const Coord count = Coord(last - first);
        const Range shorter =
            sideOf(a, way).length() <= sideOf(b, way).length() ? sideOf(a, way) : sideOf(b, way);
        const Coord spacing =
            count > 1 ? std::clamp(chance.range.length() / (count - 1), kPortSpacing, kParallelSpacing) : 0;
        const Coord spread = spacing * (count - 1);
        const Coord begin =
            spread <= chance.range.length()
                ? Range{chance.range.lo, chance.range.hi - spread}.clamped(shorter.middle() - spread / 2)
                : chance.range.lo;
        bool any = false;
        for (std::size_t i = first; i < last; ++i) {
            Job& job = jobs_[i];
            // The group's lines run both ways; each sees the chance from its own source.
            const bool turned = job.sourceId != jobs_[first].sourceId;
            const Way own = turned ? opposite(way) : way;
            const Way sourceSide = job.ends.targetInSource ? opposite(own) : own;
            const Way targetSide = job.ends.sourceInTarget ? own : opposite(own);
            const Port s = job.ends.sourcePort(sourceSide, 0);
            const Port t = job.ends.targetPort(targetSide, 0);
            std::vector<Coord> taken = takenOn(job.ends.sourceNode, sourceSide, true);
            const std::vector<Coord> there = takenOn(job.ends.targetNode, targetSide, true);
            taken.insert(taken.end(), there.begin(), there.end());
            const Coord from = isHorizontal(way) ? s.at.x : s.at.y;
            const Coord to = isHorizontal(way) ? t.at.x : t.at.y;
            const Coord wanted = begin + spacing * Coord(i - first);
            std::optional<Coord> at;
            for (const Coord clearance : {kClearance, kTightClearance}) {
                for (const Coord apart : {count > 1 ? spacing : kParallelSpacing, kPortSpacing}) {
                    if (!at)
                        at = Patterns(scene_, job.ends, clearance)
                                 .freeLine(way, from, to, chance.range, wanted, taken, apart);
                }
            }
            if (!at)
                continue;
            any = true;
            job.straight = true;
            job.found = true;
            job.source = job.ends.sourcePort(sourceSide, *at);
            job.target = job.ends.targetPort(targetSide, *at);
            job.path = {job.source.at, job.target.at};
            place(job.ends.sourceNode, sourceSide, {*at, job.target.at});
            place(job.ends.targetNode, targetSide, {*at, job.source.at});
            scene_.addRoute(job.path);
        }
        if (any)
            return;
    }
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

void Engine::chooseSides() {
    for (Job& job : jobs_) {
        if (job.found)
            continue;
        chooseSides(job);
        if (job.ends.sourceNode >= 0)
            ++wanted_[keyOf(job.ends.sourceNode, job.source.side)];
        if (job.ends.targetNode >= 0)
            ++wanted_[keyOf(job.ends.targetNode, job.target.side)];
    }
}

void Engine::chooseSides(Job& job) {
    const Ends& ends = job.ends;
    const auto endCost = [this](int node, const Rect& rect, Way side) {
        return hidden(rect, side) + crowding(node, rect, side);
    };
    qint64 best = kNowhere;
    const auto consider = [&](qint64 cost, const Port& s, const Port& t) {
        if (cost < best) {
            best = cost;
            job.source = s;
            job.target = t;
        }
    };
    std::vector<SearchEnd> sources, targets;
    for (const Way side : kSides) {
        sources.push_back({ends.sourcePort(side, wantedAlong(ends.source, side, ends.target)),
                           endCost(ends.sourceNode, ends.source, side)});
        targets.push_back({ends.targetPort(side, wantedAlong(ends.target, side, ends.source)),
                           endCost(ends.targetNode, ends.target, side)});
    }
    // What a line without anything in its way would cost, and how much worse one of few bends may be before a
    // way round is looked for.
    const Point apart = ends.target.center() - ends.source.center();
    const qint64 ideal = std::abs(apart.x) + std::abs(apart.y) + kBendCost;
    const qint64 good = ideal + ideal / 2 + 3 * kBendCost;
    for (const Room& room : kRooms) {
        const Patterns patterns(scene_, ends, room.clearance);
        for (const SearchEnd& s : sources) {
            for (const SearchEnd& t : targets) {
                if (const auto path = patterns.between(s.port, t.port))
                    consider(costOf(scene_, *path) + s.cost + t.cost, s.port, t.port);
            }
        }
        if (best > good) {
            if (const auto found =
                    searchPath(space_, scene_, ends, sources, targets, room.clearance, room.stub))
                consider(found->cost, sources[found->source].port, targets[found->target].port);
        }
        if (best != kNowhere)
            return;
    }
    for (const SearchEnd& s : sources) {
        for (const SearchEnd& t : targets) {
            // Nothing is free: keep at least out of the ends themselves.
            const bool covered =
                (!ends.sourceInTarget && !ends.target.isEmpty() && ends.target.contains(s.port.at)) ||
                (!ends.targetInSource && !ends.source.isEmpty() && ends.source.contains(t.port.at));
            consider(costOf(scene_, anyway(ends, s.port, t.port)) + s.cost + t.cost +
                         (covered ? 100 * kBendCost : 0),
                     s.port, t.port);
        }
    }
}

void Engine::spreadEnds() {
    std::vector<SideEnd> open;
    QSet<SideKey> sides; // that something new comes to
    for (Job& job : jobs_) {
        sides.insert(keyOf(job.ends.sourceNode, job.source.side));
        sides.insert(keyOf(job.ends.targetNode, job.target.side));
        if (job.found)
            continue;
        const bool lowFirst = job.sourceId <= job.targetId;
        if (job.ends.sourceNode >= 0)
            open.push_back(
                {job.ends.sourceNode, job.source.side, job.target.at, job.id, lowFirst, &job.source.at});
        if (job.ends.targetNode >= 0)
            open.push_back(
                {job.ends.targetNode, job.target.side, job.source.at, job.id, !lowFirst, &job.target.at});
    }
    // Stored routes with an end on one of these sides make room.
    std::deque<Job> movers; // ends point into it
    QHash<int, Job*> moverOf;
    for (const SideKey side : std::as_const(sides)) {
        const auto it = placed_.find(side);
        if (it == placed_.end())
            continue;
        std::vector<Placed>& list = *it;
        for (const Placed& end : list) {
            if (end.link < 0)
                continue;
            Job*& mover = moverOf[end.link];
            if (!mover)
                mover = &movers.emplace_back(jobFor(scene_, end.link));
            const bool forward = (mover->sourceId <= mover->targetId) != end.atTarget;
            open.push_back({int(side / 4), Way(side % 4), end.toward, mover->id, forward,
                            end.atTarget ? &mover->target.at : &mover->source.at});
        }
        list.erase(std::remove_if(list.begin(), list.end(), [](const Placed& end) { return end.link >= 0; }),
                   list.end());
    }
    for (auto it = moverOf.cbegin(); it != moverOf.cend(); ++it) {
        (*it)->source = *storedPort(it.key(), false);
        (*it)->target = *storedPort(it.key(), true);
    }
    std::sort(open.begin(), open.end(), [](const SideEnd& a, const SideEnd& b) {
        return std::tuple(a.node, a.side, a.id, a.forward) < std::tuple(b.node, b.side, b.id, b.forward);
    });
    for (std::size_t first = 0; first < open.size();) {
        std::size_t last = first;
        while (last < open.size() && open[last].node == open[first].node &&
               open[last].side == open[first].side)
            ++last;
        const int node = open[first].node;
        const Way side = open[first].side;
        std::vector<FixedEnd> fixed;
        for (const Placed& end : placed_.value(keyOf(node, side)))
            fixed.push_back({end.at, end.toward});
        const Rect rect = scene_.rectOf(node);
        spreadAlong(rect, side, sideOf(rect, side).length() > kLongSide, fixed, &open[first], last - first);
        for (std::size_t i = first; i < last; ++i)
            place(node, side, {alongSide(*open[i].at, side), open[i].toward});
        first = last;
    }
    // Those whose ends have moved get a new way; the others stay as they are.
    std::vector<Job> moved;
    for (Job& mover : movers) {
        if (mover.source.at != storedPort(mover.link, false)->at ||
            mover.target.at != storedPort(mover.link, true)->at)
            moved.push_back(std::move(mover));
    }
    std::sort(moved.begin(), moved.end(), [](const Job& a, const Job& b) { return a.id < b.id; });
    for (const Job& job : moved)
        scene_.ignoreLink(job.link);
    for (Job& job : moved) {
        const auto placeAt = [this](int node, const Port& port, Point toward) {
            if (!collected_.contains(node))
                place(node, port.side, {alongSide(port.at, port.side), toward});
        };
        placeAt(job.ends.sourceNode, job.source, job.target.at);
        placeAt(job.ends.targetNode, job.target, job.source.at);
        jobs_.push_back(std::move(job));
    }
    collectPlaced();
}

void Engine::placeLoops() {
    QHash<int, int> loops;
    for (Job& job : jobs_) {
        if (!job.ends.isLoop())
            continue;
        loop(job, loops[job.ends.sourceNode]++);
        job.found = true;
        place(job.ends.sourceNode, job.source.side,
              {alongSide(job.source.at, job.source.side), job.source.at});
        place(job.ends.targetNode, job.target.side,
              {alongSide(job.target.at, job.target.side), job.target.at});
        scene_.addRoute(job.path);
    }
}

void Engine::findWays() {
    for (Job& job : jobs_) {
        if (job.found)
            continue;
        findWay(job);
        slideEnds(job);
        dodge(job);
        job.found = true;
        scene_.addRoute(job.path);
    }
}

void Engine::findWay(Job& job) {
    const auto otherEnds = [&](int node, const auto& portOn, const Rect& rect, const Rect& other) {
        std::vector<SearchEnd> list;
        for (const Way side : kSides) {
            const Coord at = freePlace(node, rect, side, wantedAlong(rect, side, other));
            list.push_back({portOn(side, at), hidden(rect, side) + crowding(node, rect, side)});
        }
        return list;
    };
    for (const Room& room : kRooms) {
        if (const auto path = Patterns(scene_, job.ends, room.clearance).between(job.source, job.target)) {
            job.path = *path;
            return;
        }
        if (const auto found = searchPath(space_, scene_, job.ends, {{job.source, 0}}, {{job.target, 0}},
                                          room.clearance, room.stub)) {
            job.path = found->path;
            return;
        }
        // The places that spreading gave are blocked: any others.
        unplace(job.ends.sourceNode, job.source);
        unplace(job.ends.targetNode, job.target);
        const auto sources = otherEnds(
            job.ends.sourceNode, [&](Way side, Coord at) { return job.ends.sourcePort(side, at); },
            job.ends.source, job.ends.target);
        const auto targets = otherEnds(
            job.ends.targetNode, [&](Way side, Coord at) { return job.ends.targetPort(side, at); },
            job.ends.target, job.ends.source);
        const auto found = searchPath(space_, scene_, job.ends, sources, targets, room.clearance, room.stub);
        if (found) {
            job.path = found->path;
            job.source = sources[found->source].port;
            job.target = targets[found->target].port;
        }
        place(job.ends.sourceNode, job.source.side,
              {alongSide(job.source.at, job.source.side), job.target.at});
        place(job.ends.targetNode, job.target.side,
              {alongSide(job.target.at, job.target.side), job.source.at});
        if (found)
            return;
    }
    job.path = anyway(job.ends, job.source, job.target);
}

/// A jog right after leaving or before entering goes, where the end can move along its side instead, without
/// passing another end.
void Engine::slideEnds(Job& job) {
    const auto slide = [this, &job](Path& path, Port& port, int node, const Rect& rect) {
        if (path.size() < 4 || wayFrom(path.at(0), path.at(1)) != wayFrom(path.at(2), path.at(3)))
            return;
        const Coord from = alongSide(port.at, port.side);
        const Coord to = alongSide(path.at(2), port.side);
        if (!portRange(rect, port.side).contains(to))
            return;
        for (const Coord other : takenOn(node, port.side)) {
            if (other != from && other > std::min(from, to) - kPortSpacing &&
                other < std::max(from, to) + kPortSpacing)
                return;
        }
        const Point at = pointOn(rect, port.side, to);
        const Way way = port.way;
        const Coord begin = isHorizontal(way) ? at.x : at.y;
        const Coord end = isHorizontal(way) ? path.at(3).x : path.at(3).y;
        if (!Patterns(scene_, job.ends, kClearance).freeLine(way, begin, end, {to, to}, to, {}))
            return;
        unplace(node, port);
        place(node, port.side, {to, path.last()});
        port.at = at;
        path.remove(0, 3);
        path.prepend(at);
    };
    slide(job.path, job.source, job.ends.sourceNode, job.ends.source);
    std::reverse(job.path.begin(), job.path.end());
    slide(job.path, job.target, job.ends.targetNode, job.ends.target);
    std::reverse(job.path.begin(), job.path.end());
}

/// An end segment that lies on a line of another connection moves aside with its end, a few steps at most.
void Engine::dodge(Job& job) {
    const auto lies = [this](Point a, Point b) {
        const Rect mine = spanOf(a, b);
        const bool flat = mine.h == 0;
        bool found = false;
        scene_.visitSegments(mine.grown(kPortSpacing - 1), [&](const Rect& span) {
            // Touching sideways or end to end looks like one line; crossing does not.
            found = found || ((span.h == 0) == flat && (span.w > 0 || span.h > 0));
        });
        return found;
    };
    const auto move = [&](Path& path, Port& port, int node, const Rect& rect) {
        if (path.size() < 3 || !lies(path.at(0), path.at(1)))
            return;
        const Coord from = alongSide(port.at, port.side);
        const Range range = portRange(rect, port.side);
        const std::vector<Coord> taken = takenOn(node, port.side);
        for (const int steps : {1, -1, 2, -2, 3, -3}) {
            const Coord to = from + steps * kPortSpacing;
            const bool free =
                range.contains(to) && std::none_of(taken.begin(), taken.end(), [&](Coord other) {
                    return other != from && other > std::min(from, to) - kPortSpacing &&
                           other < std::max(from, to) + kPortSpacing;
                });
            if (!free)
                continue;
            const Point at = pointOn(rect, port.side, to);
            const Point corner = isHorizontal(port.side) ? Point{path.at(1).x, to} : Point{to, path.at(1).y};
            // The second segment runs along the side and must go on the way it goes.
            if (corner == path.at(2) || wayFrom(corner, path.at(2)) != wayFrom(path.at(1), path.at(2)) ||
                lies(at, corner))
                continue;
            const Coord begin = isHorizontal(port.side) ? at.x : at.y;
            const Coord end = isHorizontal(port.side) ? corner.x : corner.y;
            if (!Patterns(scene_, job.ends, kClearance).freeLine(port.side, begin, end, {to, to}, to, {}))
                continue;
            unplace(node, port);
            place(node, port.side, {to, path.last()});
            port.at = at;
            path[0] = at;
            path[1] = corner;
            return;
        }
    };
    move(job.path, job.source, job.ends.sourceNode, job.ends.source);
    std::reverse(job.path.begin(), job.path.end());
    move(job.path, job.target, job.ends.targetNode, job.ends.target);
    std::reverse(job.path.begin(), job.path.end());
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

/// Round a corner of the element: the top right one, or another where that is not free or other lines would
/// have to be crossed; further loops lie outside the first.
void Engine::loop(Job& job, int nth) {
    const Rect rect = job.ends.source;
    const int node = job.ends.sourceNode;
    const Coord out = (20 + 12 * nth) * kUnitsPerPoint;
    struct Corner {
        Way side, end;
    };
    constexpr Corner corners[] = {
        {Way::Right, Way::Up}, {Way::Right, Way::Down}, {Way::Left, Way::Up}, {Way::Left, Way::Down}};
    qint64 best = kNowhere;
    for (const Corner corner : corners) {
        // On both sides near the corner, which is where the other side faces.
        const auto portOn = [&](Way side, Way towards) {
            const Range range = portRange(rect, side);
            const Coord inward = std::min((4 + 10 * nth) * kUnitsPerPoint, range.length() / 2);
            const Coord at =
                freePlace(node, rect, side, isForward(towards) ? range.hi - inward : range.lo + inward);
            return Port{pointOn(rect, side, at), side, side};
        };
        const Port source = portOn(corner.side, corner.end);
        const Port target = portOn(corner.end, corner.side);
        const auto inside = [&](const Port& port, Way towards) {
            const std::vector<Coord> taken = takenOn(node, port.side);
            const Coord at = alongSide(port.at, port.side);
            return std::count_if(taken.begin(), taken.end(),
                                 [&](Coord other) { return isForward(towards) ? other > at : other < at; });
        };
        const Point outside = source.at + step(corner.side, out);
        const Point above = target.at + step(corner.end, out);
        bool free = true;
        const Rect box = spanOf(outside, above);
        scene_.visitObstacles(job.ends, box.grown(kTightClearance), [&](const Rect& other, Part part) {
            free = free && (part != Part::Other || !other.grown(kTightClearance).intersects(box));
        });
        // Loops made before lie inside this one and are not crossed.
        const qint64 crossed = std::max<qint64>(0, inside(source, corner.end) - nth) +
                               std::max<qint64>(0, inside(target, corner.side) - nth);
        const qint64 cost = (free ? 0 : kNoRoomCost) + crossed * kCrossingCost;
        if (cost < best) {
            best = cost;
            job.path = {source.at, outside, {outside.x, above.y}, above, target.at};
            job.source = source;
            job.target = target;
        }
    }
}

} // namespace groundplan::routing
