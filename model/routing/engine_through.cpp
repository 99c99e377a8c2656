#include "model/routing/path_search.h"
#include "model/routing/rooms.h"

#include <array>

// Ways through the points that the user wants a line to pass.

namespace groundplan::routing {

namespace {

Rect spot(Point p) {
    return {p.x, p.y, 0, 0};
}

} // namespace

std::optional<Found> Engine::search(const Job& job, const std::vector<SearchEnd>& sources,
                                    const std::vector<SearchEnd>& targets, const Room& room) {
    if (!job.via.isEmpty())
        return searchThrough(job, sources, targets, room);
    return searchPath(space_, scene_, job.ends, sources, targets, room.clearance, room.stub);
}

/// Leg by leg, for each way in which a waypoint can be passed the cheapest line so far: a line goes on or
/// turns there, but never back.
std::optional<Found> Engine::searchThrough(const Job& job, const std::vector<SearchEnd>& sources,
                                           const std::vector<SearchEnd>& targets, const Room& room) {
    std::array<std::optional<Found>, 4> so; // by the way in which the line arrives at the last waypoint
    for (qsizetype leg = 0; leg <= job.via.size(); ++leg) {
        const bool isFirst = leg == 0;
        const bool isLast = leg == job.via.size();
        Ends ends(isFirst ? job.ends.source : spot(job.via.at(leg - 1)), isFirst ? job.ends.sourceNode : -1,
                  isLast ? job.ends.target : spot(job.via.at(leg)), isLast ? job.ends.targetNode : -1);
        ends.mindsFrames = room.frames;
        std::vector<SearchEnd> from = sources;
        std::array<std::size_t, 4> before{}; // by departure: the arrival that it continues
        if (!isFirst) {
            from.clear();
            for (const Way way : kWays) {
                qint64 cost = kNowhere;
                for (const Way arrival : kWays) {
                    const auto& found = so[std::size_t(arrival)];
                    const qint64 turn = arrival == way ? 0 : kBendCost;
                    if (found && arrival != opposite(way) && found->cost + turn < cost) {
                        cost = found->cost + turn;
                        before[from.size()] = std::size_t(arrival);
                    }
                }
                // It goes on for a bit: turning on the spot, twice, would be turning back.
                if (cost != kNowhere)
                    from.push_back(
                        {{job.via.at(leg - 1) + step(way, kClearance), way, way}, cost + kClearance});
            }
        }
        const auto continued = [&](Found found) {
            if (!isFirst) {
                const Found& until = *so[before[found.source]];
                found.path = until.path + found.path;
                found.source = until.source;
            }
            return found;
        };
        if (isLast) {
            auto found = searchPath(space_, scene_, ends, from, targets, room.clearance, room.stub);
            if (!found)
                return std::nullopt;
            Found whole = continued(std::move(*found));
            whole.path = simplified(whole.path);
            return whole;
        }
        std::array<std::optional<Found>, 4> next;
        for (const Way arrival : kWays) {
            const Port port{job.via.at(leg), opposite(arrival), opposite(arrival)};
            auto found = searchPath(space_, scene_, ends, from, {{port, 0}}, room.clearance, room.stub);
            if (!found || found->path.size() < 2)
                continue;
            // It may have arrived otherwise and turned on the spot; the turn is then still to come.
            const Way really = wayFrom(found->path.at(found->path.size() - 2), found->path.last());
            if (really != arrival)
                found->cost -= kBendCost;
            std::optional<Found>& best = next[std::size_t(really)];
            if (!best || found->cost < best->cost)
                best = continued(std::move(*found));
        }
        so = std::move(next);
    }
    return std::nullopt;
}

/// From point to point with one corner each, minding nothing.
Path anywayThrough(const Job& job) {
    Path path{job.source.at, job.source.at + step(job.source.way, kStub)};
    QList<Point> points = job.via;
    points.append(job.target.at + step(job.target.way, kStub));
    for (const Point point : points) {
        const Point last = path.last();
        const bool flat = wayFrom(path.at(path.size() - 2), last) == Way::Right ||
                          wayFrom(path.at(path.size() - 2), last) == Way::Left;
        path.append(flat ? Point{point.x, last.y} : Point{last.x, point.y});
        if (path.last() == path.at(path.size() - 2))
            path.removeLast();
        if (path.last() != point)
            path.append(point);
    }
    path.append(job.target.at);
    const Path whole = simplified(path);
    return whole.size() > 1 ? whole : anyway(job.ends, job.source, job.target);
}

} // namespace groundplan::routing
