#include "model/routing/faults.h"
#include "model/routing/rooms.h"

#include <map>

// Lines that cross although they leave the same side: they change places there.

namespace groundplan::routing {

namespace {

constexpr Coord kShortLeg = 10 * kUnitsPerPoint;

/// Seen from one of its ends.
Path fromEnd(const Path& path, bool atTarget) {
    return atTarget ? Path(path.rbegin(), path.rend()) : path;
}

/// What two lines that leave the same side can exchange: their places on it, and the tracks in which they
/// then run along it.
enum class Swap { Places, Tracks, Both };

/// The line with the place and track of `other`, both as seen from that side.
Path exchanged(const Path& path, const Path& other, Way side, Swap swap) {
    Path result = path;
    const bool flat = isHorizontal(side);
    const auto along = [flat](Point& p) -> Coord& { return flat ? p.y : p.x; };
    const auto out = [flat](Point& p) -> Coord& { return flat ? p.x : p.y; };
    if (swap != Swap::Tracks) {
        Point place = other.first();
        along(result[0]) = along(place);
        along(result[1]) = along(place);
    }
    if (swap != Swap::Places) {
        Point track = other.at(1);
        out(result[1]) = out(track);
        out(result[2]) = out(track);
    }
    return result;
}

/// It goes the same ways, none of them too short to be seen.
bool isSound(const Path& path, const Path& before) {
    for (qsizetype i = 1; i < path.size(); ++i) {
        if (path.at(i - 1) == path.at(i) ||
            wayFrom(path.at(i - 1), path.at(i)) != wayFrom(before.at(i - 1), before.at(i)))
            return false;
        const bool isEnd = i == 1 || i + 1 == path.size();
        const qint64 least =
            std::min<qint64>(isEnd ? kClearance : kShortLeg, lengthOf({before.at(i - 1), before.at(i)}));
        if (lengthOf({path.at(i - 1), path.at(i)}) < least)
            return false;
    }
    return true;
}

} // namespace

/// Neighbours on a side that cross change places while that leaves fewer crossings. Lines that are not being
/// routed take part where they can be moved.
void Engine::untangle() {
    const std::size_t ours = jobs_.size();
    std::map<std::pair<ElementId, Way>, std::vector<SideLine>> sides;
    const auto add = [&](std::size_t index, bool atTarget) {
        const Job& job = jobs_[index];
        const Port& port = atTarget ? job.target : job.source;
        const ElementId element = atTarget ? job.targetId : job.sourceId;
        if ((atTarget ? job.ends.targetNode : job.ends.sourceNode) >= 0)
            sides[{element, port.side}].push_back({index, atTarget});
    };
    const auto mayMove = [](const Job& job) {
        return job.path.size() >= 3 && !job.ends.isLoop() && job.via.isEmpty();
    };
    for (std::size_t i = 0; i < ours; ++i) {
        if (mayMove(jobs_[i])) {
            add(i, false);
            add(i, true);
        }
    }
    for (auto& [side, lines] : sides)
        untangleSide(side.second, lines);
}

void Engine::untangleSide(Way side, std::vector<SideLine>& lines) {
    const auto placeOf = [&](const SideLine& line) {
        const Job& job = jobs_[line.job];
        return alongSide((line.atTarget ? job.target : job.source).at, side);
    };
    const auto sort = [&] {
        std::sort(lines.begin(), lines.end(), [&](const SideLine& a, const SideLine& b) {
            return std::tuple(placeOf(a), jobs_[a.job].id, a.atTarget) <
                   std::tuple(placeOf(b), jobs_[b.job].id, b.atTarget);
        });
    };
    for (std::size_t round = 0; round < lines.size() && !scene_.isTired(); ++round) {
        sort();
        bool any = false;
        for (std::size_t i = 1; i < lines.size() && !scene_.isTired(); ++i) {
            if (!swapNeighbours(side, lines[i - 1], lines[i]))
                continue;
            std::swap(lines[i - 1], lines[i]);
            any = true;
        }
        if (!any)
            return;
    }
}

/// True when they have changed places (or their tracks).
bool Engine::swapNeighbours(Way side, const SideLine& a, const SideLine& b) {
    Job& first = jobs_[a.job];
    Job& second = jobs_[b.job];
    if (a.job == b.job || crossingsOf(first.path, second.path) == 0)
        return false;
    const Path p = fromEnd(first.path, a.atTarget);
    const Path q = fromEnd(second.path, b.atTarget);
    scene_.removeRoute(first.path);
    scene_.removeRoute(second.path);
    const auto faultsOfBoth = [&](const Path& one, const Path& other) {
        Faults faults = faultsOf(scene_, one);
        scene_.addRoute(one);
        const Faults more = faultsOf(scene_, other);
        scene_.removeRoute(one);
        faults.crossings += more.crossings;
        faults.onOthers += more.onOthers;
        faults.beside += more.beside;
        faults.cost +=
            more.cost + lengthOf(one) + lengthOf(other) + frameCost(scene_, one) + frameCost(scene_, other);
        return faults;
    };
    const Faults now = faultsOfBoth(first.path, second.path);
    qint64 least = now.cost;
    Path bestFirst, bestSecond;
    for (const Swap swap : {Swap::Both, Swap::Places, Swap::Tracks}) {
        if (swap != Swap::Places && (p.size() < 4 || q.size() < 4))
            continue;
        const Path one = exchanged(p, q, side, swap);
        const Path other = exchanged(q, p, side, swap);
        if (!isSound(one, p) || !isSound(other, q))
            continue;
        const Path newFirst = fromEnd(one, a.atTarget);
        const Path newSecond = fromEnd(other, b.atTarget);
        const Faults then = faultsOfBoth(newFirst, newSecond);
        if (then.crossings >= now.crossings || then.onOthers > now.onOthers || then.cost >= least ||
            !staysClear(first, newFirst) || !staysClear(second, newSecond))
            continue;
        least = then.cost;
        bestFirst = newFirst;
        bestSecond = newSecond;
    }
    const bool better = !bestFirst.isEmpty();
    if (better) {
        const auto take = [&](Job& job, const Path& path) {
            unplace(job.ends.sourceNode, job.source);
            unplace(job.ends.targetNode, job.target);
            job.path = path;
            job.source.at = path.first();
            job.target.at = path.last();
            place(job.ends.sourceNode, job.source.side,
                  {alongSide(job.source.at, job.source.side), job.target.at});
            place(job.ends.targetNode, job.target.side,
                  {alongSide(job.target.at, job.target.side), job.source.at});
        };
        take(first, bestFirst);
        take(second, bestSecond);
    }
    scene_.addRoute(first.path);
    scene_.addRoute(second.path);
    return better;
}

} // namespace groundplan::routing
