#include "model/routing/path_search.h"
#include "model/routing/rooms.h"

#include <array>

// Ways through the points that the user wants a line to pass.

namespace groundplan::routing {

namespace {

Rect spot(Point p) {
    return {p.x, p.y, 0, 0};
}

constexpr Way kAnyWay = Way::Right; ///< of the last leg: its target says how it arrives

/// Of a line that passes a waypoint: the ways in which it may go on from there, and its cost until then.
struct Departure {
    SearchEnd end;
    std::size_t arrival; ///< the way in which it came
};

using Arrivals = std::array<std::optional<Found>, 4>; ///< by the way in which a line comes to a waypoint

/// A line goes on or turns at a waypoint, but never back. It goes on for a bit: turning on the spot, twice,
/// would be turning back.
std::vector<Departure> departuresFrom(Point at, const Arrivals& arrivals) {
    std::vector<Departure> list;
    for (const Way way : kWays) {
        qint64 least = kNowhere;
        std::size_t cheapest = 0;
        for (const Way arrival : kWays) {
            const auto& found = arrivals[std::size_t(arrival)];
            const qint64 turn = arrival == way ? 0 : kBendCost;
            if (found && arrival != opposite(way) && found->cost + turn < least) {
                least = found->cost + turn;
                cheapest = std::size_t(arrival);
            }
        }
        if (least == kNowhere)
            continue;
        // A short bit is for where something stands near, and costs what it saves.
        for (const Coord bit : {kClearance, kTightClearance})
            list.push_back({{{at, way, way}, least + 2 * (kClearance - bit), bit}, cheapest});
    }
    return list;
}

bool turnsBack(const Path& path) {
    for (qsizetype i = 2; i < path.size(); ++i) {
        if (wayFrom(path.at(i - 2), path.at(i - 1)) == opposite(wayFrom(path.at(i - 1), path.at(i))))
            return true;
    }
    return false;
}

/// The cheapest leg with one corner that minds nothing: never fails.
Found anyLeg(const Ends& ends, const std::vector<SearchEnd>& sources, const std::vector<SearchEnd>& targets) {
    Found best;
    best.cost = kNowhere;
    for (std::size_t s = 0; s < sources.size(); ++s) {
        for (std::size_t t = 0; t < targets.size(); ++t) {
            const Port& source = sources[s].port;
            const Port& target = targets[t].port;
            const Point out = source.at + step(source.way, ends.source.isEmpty() ? sources[s].bit : kStub);
            const Point in = target.at + step(target.way, ends.target.isEmpty() ? 0 : kStub);
            for (const Point corner : {Point{in.x, out.y}, Point{out.x, in.y}}) {
                Path path;
                for (const Point point : {source.at, out, corner, in, target.at}) {
                    if (path.isEmpty() || path.last() != point)
                        path.append(point);
                }
                const qint64 cost = lengthOf(path) + kBendCost * path.size() + sources[s].cost +
                                    targets[t].cost + (turnsBack(path) ? kNoRoomCost : 0);
                if (cost < best.cost)
                    best = {path, s, t, cost};
            }
        }
    }
    return best;
}

} // namespace

/// A free place on the side of an end from which a line goes straight to or past its waypoint: that spares a
/// jog. The job's own ends are not in their places.
std::optional<Port> Engine::portAbreast(const Job& job, bool atTarget) const {
    const Way side = (atTarget ? job.target : job.source).side;
    const auto at = abreastOf(atTarget ? job.ends.target : job.ends.source, side,
                              atTarget ? job.via.last() : job.via.first());
    if (!at)
        return std::nullopt;
    for (const Coord other : takenOn(atTarget ? job.ends.targetNode : job.ends.sourceNode, side)) {
        if (std::abs(other - *at) < kPortSpacing)
            return std::nullopt;
    }
    return atTarget ? job.ends.targetPort(side, *at) : job.ends.sourcePort(side, *at);
}

void Engine::findWayThrough(Job& job) {
    unplace(job.ends.sourceNode, job.source);
    unplace(job.ends.targetNode, job.target);
    std::vector<SearchEnd> sources{{job.source, 0}}, targets{{job.target, 0}};
    if (const auto port = portAbreast(job, false))
        sources.push_back({*port, 0});
    if (const auto port = portAbreast(job, true))
        targets.push_back({*port, 0});
    const Found found = wayThrough(job, sources, targets);
    job.path = found.path;
    job.source = sources[found.source].port;
    job.target = targets[found.target].port;
    straightenThrough(job);
    place(job.ends.sourceNode, job.source.side, {alongSide(job.source.at, job.source.side), job.target.at});
    place(job.ends.targetNode, job.target.side, {alongSide(job.target.at, job.target.side), job.source.at});
}

/// Leg by leg, for each way in which a waypoint can be passed the cheapest line so far. Each leg takes the
/// best room that it finds a way in; only one that has none at all minds nothing. Where the ends are of no
/// use they become others.
Found Engine::wayThrough(const Job& job, std::vector<SearchEnd>& sources, std::vector<SearchEnd>& targets) {
    Arrivals arrivals;
    for (qsizetype leg = 0; leg <= job.via.size(); ++leg) {
        const bool isFirst = leg == 0;
        const bool isLast = leg == job.via.size();
        Ends ends(isFirst ? job.ends.source : spot(job.via.at(leg - 1)), isFirst ? job.ends.sourceNode : -1,
                  isLast ? job.ends.target : spot(job.via.at(leg)), isLast ? job.ends.targetNode : -1);
        std::vector<Departure> departures;
        std::vector<SearchEnd> from = sources;
        if (!isFirst) {
            departures = departuresFrom(job.via.at(leg - 1), arrivals);
            from.clear();
            for (const Departure& departure : departures)
                from.push_back(departure.end);
        }
        const auto arrivalsBy = [&](Way arrival) -> std::vector<SearchEnd> {
            return {{{job.via.at(leg), opposite(arrival), opposite(arrival)}, 0}};
        };
        Arrivals next;
        const auto keep = [&](std::optional<Found> found, Way arrival) {
            if (!found || found->path.size() < 2)
                return;
            // It may have arrived otherwise and turned on the spot; the turn is then still to come.
            if (!isLast) {
                const Way really = wayFrom(found->path.at(found->path.size() - 2), found->path.last());
                found->cost -= really == arrival ? 0 : kBendCost;
                arrival = really;
            }
            std::optional<Found>& best = next[std::size_t(arrival)];
            if (best && best->cost <= found->cost)
                return;
            if (!isFirst) {
                const Found& until = *arrivals[departures[found->source].arrival];
                found->path = until.path + found->path;
                found->source = until.source;
            }
            best = std::move(found);
        };
        const auto look = [&](const Room& room) {
            ends.mindsFrames = room.frames;
            if (isLast) {
                keep(searchPath(space_, scene_, ends, from, targets, room.clearance, room.stub), kAnyWay);
                return;
            }
            for (const Way arrival : kWays)
                keep(searchPath(space_, scene_, ends, from, arrivalsBy(arrival), room.clearance, room.stub),
                     arrival);
        };
        const auto isFound = [&next] {
            return std::any_of(next.begin(), next.end(), [](const auto& found) { return found.has_value(); });
        };
        for (const Room& room : kRooms) {
            if (room.frames && !scene_.hasFrames())
                continue;
            look(room);
            if (!isFound() && isFirst)
                from = sources = otherEnds(job, false, room);
            if (!isFound() && isLast)
                targets = otherEnds(job, true, room);
            if (!isFound() && (isFirst || isLast))
                look(room);
            if (isFound())
                break;
        }
        if (!isFound() && isLast)
            keep(anyLeg(ends, from, targets), kAnyWay);
        for (const Way arrival : kWays) {
            if (!isFound() && !isLast)
                keep(anyLeg(ends, from, arrivalsBy(arrival)), arrival);
        }
        arrivals = std::move(next);
    }
    Found whole = std::move(*arrivals[std::size_t(kAnyWay)]);
    whole.path = simplified(whole.path);
    return whole;
}

} // namespace groundplan::routing
