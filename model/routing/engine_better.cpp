#include "model/routing/faults.h"
#include "model/routing/path_search.h"
#include "model/routing/rooms.h"

// What is better known once all lines have a way.

namespace groundplan::routing {

namespace {

constexpr qint64 kDear = 2 * kBendCost;    ///< above what a line without anything in its way would cost
constexpr int kTangle = 2;                 ///< siblings crossed that make a line look again in earnest
constexpr qint64 kWorthIt = kBendCost / 2; ///< to be changed for

/// `path` with all between the segments that begin at `i` and `k` left out: they meet at one corner. Nothing
/// where they do not, or where an end segment would turn round or become shorter than `stub`.
std::optional<Path> shortcut(const Path& path, qsizetype i, qsizetype k, Coord stub) {
    const bool flat = path.at(i).y == path.at(i + 1).y;
    if (flat == (path.at(k).y == path.at(k + 1).y))
        return std::nullopt;
    const Point corner = flat ? Point{path.at(k).x, path.at(i).y} : Point{path.at(i).x, path.at(k).y};
    const auto keeps = [stub](Point end, Point before, Point now) {
        return now != end && wayFrom(end, now) == wayFrom(end, before) && lengthOf({end, now}) >= stub;
    };
    if (i == 0 && !keeps(path.first(), path.at(1), corner))
        return std::nullopt;
    if (k + 2 == path.size() && !keeps(path.last(), path.at(k), corner))
        return std::nullopt;
    Path shorter = path.first(i + 1);
    shorter.append(corner);
    shorter.append(path.sliced(k + 1));
    return simplified(shorter);
}

} // namespace

/// The search looks ahead more than it may, to be quick: a detour that it has left in is cut off here.
void Engine::straighten(Job& job) {
    const Patterns patterns(scene_, job.ends, job.clearance);
    while (job.path.size() >= 5) {
        qint64 least = costOf(scene_, job.path);
        Path best;
        for (qsizetype i = 0; i + 4 < job.path.size(); ++i) {
            for (qsizetype k = i + 3; k + 1 < job.path.size(); k += 2) {
                const auto shorter = shortcut(job.path, i, k, job.clearance);
                if (!shorter || shorter->size() >= job.path.size() || shorter->size() < 3)
                    continue;
                const qint64 cost = costOf(scene_, *shorter);
                if (cost < least && patterns.isClear(*shorter)) {
                    least = cost;
                    best = *shorter;
                }
            }
        }
        if (best.isEmpty())
            return;
        job.path = best;
    }
}

/// The same for a line with waypoints: what the search has put between two points of it that lie on one line,
/// or have one corner between them, goes where all waypoints are still passed.
void Engine::straightenThrough(Job& job) const {
    const Path before = job.path;
    const auto isOn = [](const Path& path, Point point) {
        for (qsizetype i = 1; i < path.size(); ++i) {
            if (spanOf(path.at(i - 1), path.at(i)).grown(1).contains(point))
                return true;
        }
        return false;
    };
    const auto leaves = [](Point end, Point next, Way way, qint64 was) {
        return next != end && wayFrom(end, next) == way &&
               lengthOf({end, next}) >= std::min<qint64>(kClearance, was);
    };
    const qint64 first = lengthOf(before.first(2)), last = lengthOf(before.last(2));
    // As clear as it was: a waypoint may lie where nothing is.
    std::vector<std::pair<Ends, Coord>> kept;
    for (const bool frames : {true, false}) {
        for (const Coord clearance : {kClearance, kTightClearance, kUnitsPerPoint}) {
            Ends ends = job.ends;
            ends.mindsFrames = frames;
            if (Patterns(scene_, ends, clearance).hitsNothing(before))
                kept.emplace_back(ends, clearance);
        }
    }
    const auto isSound = [&](const Path& path) {
        return path.size() >= 2 && leaves(path.first(), path.at(1), job.source.way, first) &&
               leaves(path.last(), path.at(path.size() - 2), job.target.way, last) &&
               std::all_of(job.via.begin(), job.via.end(), [&](Point at) { return isOn(path, at); }) &&
               std::all_of(kept.begin(), kept.end(), [&](const auto& room) {
                   return Patterns(scene_, room.first, room.second).hitsNothing(path);
               });
    };
    while (job.path.size() >= 4) {
        qint64 least = costOf(scene_, job.path);
        Path best;
        const auto consider = [&](const Path& path) {
            if (path.size() >= job.path.size() || !isSound(path))
                return;
            if (const qint64 cost = costOf(scene_, path); cost < least) {
                least = cost;
                best = path;
            }
        };
        for (qsizetype i = 0; i + 2 < job.path.size(); ++i) {
            for (qsizetype k = i + 2; k < job.path.size(); ++k) {
                const Point a = job.path.at(i), b = job.path.at(k);
                if ((a.x == b.x) != (a.y == b.y))
                    consider(simplified(job.path.first(i + 1) + job.path.sliced(k)));
                if (k + 1 < job.path.size()) {
                    if (const auto shorter = shortcut(job.path, i, k, kTightClearance))
                        consider(*shorter);
                }
            }
        }
        if (best.isEmpty())
            break;
        job.path = best;
    }
    // The search leaves straight for a bit; a waypoint before that is reached from right opposite.
    for (const bool atTarget : {false, true}) {
        const auto port = portAbreast(job, atTarget);
        if (!port)
            continue;
        Path path = atTarget ? Path(job.path.rbegin(), job.path.rend()) : job.path;
        const Point via = atTarget ? job.via.last() : job.via.first();
        const auto after = std::find_if(path.begin() + 1, path.end(), [&](const Point& corner) {
            return spanOf(*(&corner - 1), corner).grown(1).contains(via);
        });
        if (after == path.end())
            continue;
        path.erase(path.begin(), after);
        path.prepend(via);
        path.prepend(port->at);
        if (port->at == via || wayFrom(port->at, via) != port->way)
            continue;
        path = simplified(path);
        if (atTarget)
            std::reverse(path.begin(), path.end());
        if (path.size() < job.path.size() && isSound(path) &&
            costOf(scene_, path) < costOf(scene_, job.path)) {
            job.path = path;
            (atTarget ? job.target : job.source) = *port;
        }
    }
}

/// How many of the lines that are being routed and meet one of its ends a line crosses.
int Engine::siblingsCrossed(const Job& job, const QHash<int, std::size_t>& jobOf) const {
    constexpr std::size_t kMostSiblings = 64;
    int crossed = 0;
    for (const int node : {job.ends.sourceNode, job.ends.targetNode}) {
        std::vector<std::size_t> siblings;
        if (node >= 0) {
            scene_.data().visitLinks(node, [&](int link) {
                const auto it = jobOf.constFind(link);
                if (it != jobOf.cend() && link != job.link)
                    siblings.push_back(*it);
            });
        }
        if (siblings.size() > kMostSiblings)
            continue;
        for (const std::size_t sibling : siblings)
            crossed += crossingsOf(job.path, jobs_[sibling].path) > 0;
    }
    return crossed;
}

/// Beside and between the ends that a side has: there a line crosses others than in the middle.
std::vector<Coord> Engine::gapsOn(int node, const Rect& rect, Way side) const {
    constexpr std::size_t kMostEnds = 8;
    const Range range = portRange(rect, side);
    std::vector<Coord> taken = takenOn(node, side);
    if (taken.empty() || taken.size() > kMostEnds)
        return {};
    std::sort(taken.begin(), taken.end());
    std::vector<Coord> gaps;
    if (taken.front() - kPortSpacing >= range.lo)
        gaps.push_back(range.lo + (taken.front() - kPortSpacing - range.lo) / 2);
    if (taken.back() + kPortSpacing <= range.hi)
        gaps.push_back(range.hi - (range.hi - taken.back() - kPortSpacing) / 2);
    for (std::size_t i = 1; i < taken.size(); ++i) {
        if (taken[i] - taken[i - 1] >= 2 * kPortSpacing)
            gaps.push_back(taken[i - 1] + (taken[i] - taken[i - 1]) / 2);
    }
    return gaps;
}

/// Lines that took a dear way before the others had theirs look again, with all of them in sight.
void Engine::reconsider() {
    QHash<int, std::size_t> jobOf;
    for (std::size_t i = 0; i < jobs_.size(); ++i) {
        if (jobs_[i].link >= 0)
            jobOf.insert(jobs_[i].link, i);
    }
    for (Job& job : jobs_) {
        if (scene_.isTired())
            return;
        if (job.straight || job.ends.isLoop() || !job.via.isEmpty() || job.clearance < kClearance)
            continue;
        bool tangled = false;
        // Beside its siblings a line has less reason to mind how many they are than to keep from crossing
        // them.
        const auto crowdedBy = [&](int node, const Rect& rect, Way side) {
            return tangled ? crowding(node, rect, side) * 2 / 3 : crowding(node, rect, side);
        };
        const auto endsCost = [&](const Port& source, const Port& target) {
            return hidden(job.ends.source, source.side) +
                   crowdedBy(job.ends.sourceNode, job.ends.source, source.side) +
                   hidden(job.ends.target, target.side) +
                   crowdedBy(job.ends.targetNode, job.ends.target, target.side);
        };
        scene_.removeRoute(job.path);
        const qint64 lines = costOf(scene_, job.path);
        const qint64 least =
            lengthOf({job.source.at, {job.source.at.x, job.target.at.y}, job.target.at}) + kBendCost;
        if (lines <= least + kDear) {
            scene_.addRoute(job.path);
            continue;
        }
        tangled = siblingsCrossed(job, jobOf) >= kTangle;
        unplace(job.ends.sourceNode, job.source);
        unplace(job.ends.targetNode, job.target);
        const auto endsOf = [&](int node, const Rect& rect, const Rect& other, const Port& own,
                                const auto& portOn) {
            std::vector<SearchEnd> list;
            for (const Way side : kSides) {
                const Coord at = side == own.side
                                     ? alongSide(own.at, side)
                                     : freePlace(node, rect, side, wantedAlong(scene_, rect, side, other));
                const qint64 cost = hidden(rect, side) + crowdedBy(node, rect, side);
                list.push_back({portOn(side, at), cost});
                for (const Coord gap : gapsOn(node, rect, side)) {
                    if (gap != at)
                        list.push_back({portOn(side, gap), cost});
                }
            }
            return list;
        };
        const auto sources = endsOf(job.ends.sourceNode, job.ends.source, job.ends.target, job.source,
                                    [&](Way side, Coord at) { return job.ends.sourcePort(side, at); });
        const auto targets = endsOf(job.ends.targetNode, job.ends.target, job.ends.source, job.target,
                                    [&](Way side, Coord at) { return job.ends.targetPort(side, at); });
        if (const auto found = searchPath(space_, scene_, job.ends, sources, targets, job.clearance, kStub)) {
            const Port source = sources[found->source].port;
            const Port target = targets[found->target].port;
            if (found->path.size() <= job.path.size() &&
                costOf(scene_, found->path) + endsCost(source, target) + kWorthIt <
                    lines + endsCost(job.source, job.target)) {
                job.path = found->path;
                job.source = source;
                job.target = target;
            }
        }
        place(job.ends.sourceNode, job.source.side,
              {alongSide(job.source.at, job.source.side), job.target.at});
        place(job.ends.targetNode, job.target.side,
              {alongSide(job.target.at, job.target.side), job.source.at});
        straighten(job);
        slideEnds(job);
        dodge(job);
        scene_.addRoute(job.path);
    }
}

} // namespace groundplan::routing
