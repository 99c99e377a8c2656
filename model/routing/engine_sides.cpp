#include "model/routing/rooms.h"
#include "model/routing/spread.h"

#include <deque>

// Which side of its elements each line takes, and where on it.

namespace groundplan::routing {

namespace {

constexpr Coord kParallelSpacing = 16 * kUnitsPerPoint;
constexpr Coord kLabelAir = 6 * kUnitsPerPoint;     ///< between a line and the label of another
constexpr Coord kBesideLabel = 20 * kUnitsPerPoint; ///< of its line that a label leaves to be seen

/// How far upright lines of that length between the two ends of this one lie apart so that no label covers
/// another line; labels too tall for them lie beside them anyway.
Coord labelSpacing(const Scene& scene, const Job& job, Coord length) {
    Coord widest = 0;
    if (job.link < 0)
        return 0;
    scene.data().visitLinks(job.ends.sourceNode, [&](int link) {
        const Link& row = scene.data().links[std::size_t(link)];
        if ((row.source == job.ends.targetNode || row.target == job.ends.targetNode) &&
            row.label.h + kBesideLabel <= length)
            widest = std::max(widest, row.label.w);
    });
    return widest > 0 ? widest / 2 + kLabelAir : 0;
}

} // namespace

void Engine::placeStraight() {
    for (std::size_t first = 0; first < jobs_.size();) {
        std::size_t last = first + 1;
        const auto pair = [](const Job& job) {
            return std::pair(std::min(job.sourceId, job.targetId), std::max(job.sourceId, job.targetId));
        };
        while (last < jobs_.size() && jobs_[first].link >= 0 && pair(jobs_[last]) == pair(jobs_[first]))
            ++last;
        if (!jobs_[first].ends.isLoop() && !scene_.isHalfTired())
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
        const Coord widest = std::max(kParallelSpacing,
                                      isHorizontal(way) ? 0 : labelSpacing(scene_, jobs_[first], chance.gap));
        const Coord spacing =
            count > 1 ? std::clamp(chance.range.length() / (count - 1), kPortSpacing, widest) : 0;
        const Coord spread = spacing * (count - 1);
        const Coord begin =
            spread <= chance.range.length()
                ? Range{chance.range.lo, chance.range.hi - spread}.clamped(shorter.middle() - spread / 2)
                : chance.range.lo;
        bool any = false;
        for (std::size_t i = first; i < last; ++i) {
            Job& job = jobs_[i];
            if (!job.via.isEmpty())
                continue;
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
                for (const Coord apart : {count > 1 ? spacing : widest, kParallelSpacing, kPortSpacing}) {
                    if (count > 1 && apart > spacing)
                        continue;
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

void Engine::chooseSides() {
    for (Job& job : jobs_) {
        if (job.found)
            continue;
        if (scene_.isHalfTired()) {
            goRoughly(job);
            continue;
        }
        chooseSides(job);
        if (job.ends.sourceNode >= 0)
            ++wanted_[keyOf(job.ends.sourceNode, job.source.side)];
        if (job.ends.targetNode >= 0)
            ++wanted_[keyOf(job.ends.targetNode, job.target.side)];
    }
}

void Engine::chooseSides(Job& job) {
    Ends& ends = job.ends;
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
    const auto findEnds = [&](const Patterns& patterns, const Room& room) {
        sources.clear();
        targets.clear();
        // Seen from the source a waypoint is what the target is otherwise.
        const auto spot = [](Point p) { return Rect{p.x, p.y, 0, 0}; };
        const Rect ahead = job.via.isEmpty() ? ends.target : spot(job.via.first());
        const Rect behind = job.via.isEmpty() ? ends.source : spot(job.via.last());
        for (const Way side : kSides) {
            for (const Coord at : placesAlong(scene_, patterns, ends.source, side, ahead, room))
                sources.push_back({ends.sourcePort(side, at), endCost(ends.sourceNode, ends.source, side)});
            for (const Coord at : placesAlong(scene_, patterns, ends.target, side, behind, room))
                targets.push_back({ends.targetPort(side, at), endCost(ends.targetNode, ends.target, side)});
        }
    };
    // What a line without anything in its way would cost, and how much worse one of few bends may be before a
    // way round is looked for.
    const Point apart = ends.target.center() - ends.source.center();
    const qint64 ideal = std::abs(apart.x) + std::abs(apart.y) + kBendCost;
    const qint64 good = ideal + ideal / 2 + 3 * kBendCost;
    if (!job.via.isEmpty()) {
        findEnds(Patterns(scene_, ends, kClearance), kRooms[0]);
        for (const Way side : kSides) {
            if (const auto at = abreastOf(ends.source, side, job.via.first()))
                sources.push_back({ends.sourcePort(side, *at), endCost(ends.sourceNode, ends.source, side)});
            if (const auto at = abreastOf(ends.target, side, job.via.last()))
                targets.push_back({ends.targetPort(side, *at), endCost(ends.targetNode, ends.target, side)});
        }
        const Found found = wayThrough(job, sources, targets);
        job.source = sources[found.source].port;
        job.target = targets[found.target].port;
        return;
    }
    for (const Room& room : kRooms) {
        if (room.frames && !scene_.hasFrames())
            continue;
        ends.mindsFrames = room.frames;
        const Patterns patterns(scene_, ends, room.clearance);
        findEnds(patterns, room);
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

/// Ends that lie under words change to a place beside them, in the order they have.
void Engine::keepOffWords(const Rect& rect, Way side, const std::vector<FixedEnd>& fixed, SideEnd* ends,
                          std::size_t count) const {
    if (!scene_.hasWords())
        return;
    const Range range = portRange(rect, side);
    const auto placeOf = [side](const SideEnd* end) { return alongSide(*end->at, side); };
    std::vector<SideEnd*> covered;
    std::vector<Coord> taken;
    for (const FixedEnd& end : fixed)
        taken.push_back(end.at);
    qint64 shift = 0;
    for (SideEnd* end = ends; end < ends + count; ++end) {
        const Coord to = besideWords(scene_, rect, side, range, placeOf(end));
        shift += to - placeOf(end);
        if (to != placeOf(end))
            covered.push_back(end);
        else
            taken.push_back(to);
    }
    // The first in the way that they go gets the nearest place.
    std::sort(covered.begin(), covered.end(), [&](const SideEnd* a, const SideEnd* b) {
        return shift > 0 ? placeOf(a) < placeOf(b) : placeOf(a) > placeOf(b);
    });
    for (SideEnd* end : covered) {
        Coord to = besideWords(scene_, rect, side, range, placeOf(end), taken);
        if (to == placeOf(end)) // rather near its neighbour than through the words
            to = besideWords(scene_, rect, side, range, to, taken, kPortSpacing / 2);
        *end->at = pointOn(rect, side, to);
        taken.push_back(to);
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
            open.push_back({job.ends.sourceNode, job.source.side, job.sourceLeadsTo(), job.id, lowFirst,
                            &job.source.at});
        if (job.ends.targetNode >= 0)
            open.push_back({job.ends.targetNode, job.target.side, job.targetLeadsTo(), job.id, !lowFirst,
                            &job.target.at});
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
        keepOffWords(rect, side, fixed, &open[first], last - first);
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

} // namespace groundplan::routing
