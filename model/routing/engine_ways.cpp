#include "model/routing/path_search.h"
#include "model/routing/rooms.h"

// The way of each line between its places.

namespace groundplan::routing {

void Engine::placeLoops() {
    QHash<int, int> loops;
    for (Job& job : jobs_) {
        if (!job.ends.isLoop() || !job.via.isEmpty())
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

void Engine::goRoughly(Job& job) {
    job.path = roughPath(job.ends);
    job.found = true;
}

void Engine::findWays() {
    for (Job& job : jobs_) {
        if (job.found)
            continue;
        if (scene_.isTired()) {
            goRoughly(job);
            continue;
        }
        if (!job.via.isEmpty()) {
            findWayThrough(job);
        } else {
            findWay(job);
            straighten(job);
            slideEnds(job);
            dodge(job);
        }
        job.found = true;
        scene_.addRoute(job.path);
    }
}

/// Any places on the sides of an end, for where those that spreading gave are blocked.
std::vector<SearchEnd> Engine::otherEnds(const Job& job, bool atTarget, const Room& room) const {
    const Ends& ends = job.ends;
    const int node = atTarget ? ends.targetNode : ends.sourceNode;
    const Rect rect = atTarget ? ends.target : ends.source;
    const Rect other = atTarget ? ends.source : ends.target;
    const auto portOn = [&](Way side, Coord at) {
        return atTarget ? ends.targetPort(side, at) : ends.sourcePort(side, at);
    };
    std::vector<SearchEnd> list;
    for (const Way side : kSides) {
        for (const Coord wanted :
             placesAlong(scene_, Patterns(scene_, ends, room.clearance), rect, side, other, room)) {
            const qint64 cost = hidden(rect, side) + crowding(node, rect, side);
            const Coord at = freePlace(node, rect, side, wanted);
            list.push_back({portOn(side, at), cost});
            // Rather next to another end, or on it, than through a block.
            if (room.isLast() && at != wanted)
                list.push_back({portOn(side, wanted), cost + kNoRoomCost});
        }
    }
    return list;
}

void Engine::findWay(Job& job) {
    for (const Room& room : kRooms) {
        if (room.frames && !scene_.hasFrames())
            continue;
        job.ends.mindsFrames = room.frames;
        job.clearance = room.clearance;
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
        const auto sources = otherEnds(job, false, room);
        const auto targets = otherEnds(job, true, room);
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
