#include "model/routing/nudge.h"

#include <algorithm>
#include <numeric>
#include <optional>

namespace groundplan::routing {

namespace {

constexpr Coord kApart = 8 * kUnitsPerPoint;           ///< between parallel lines
constexpr Coord kNearer = 6 * kUnitsPerPoint;          ///< where there is no room for that
constexpr Coord kNearest = 4 * kUnitsPerPoint;         ///< to be seen as two
constexpr Coord kFarthest = 48 * kUnitsPerPoint;       ///< that a segment moves to make room
constexpr Coord kWidestChannel = 400 * kUnitsPerPoint; ///< in whose middle a jog looks for its place
constexpr Coord kLabelAir = 6 * kUnitsPerPoint;        ///< between a line and the label of another
constexpr Coord kBesideLabel = 26 * kUnitsPerPoint;    ///< of its line that a label leaves to be seen
constexpr Coord kWidestLabel = 64 * kUnitsPerPoint;    ///< half of one that room is made for, with air
constexpr Coord kShortLeg = 10 * kUnitsPerPoint;
constexpr Coord kTightStub =
    8 * kUnitsPerPoint; ///< at an end where there is little room: most of an arrow head is seen

/// A segment of a path, seen along one axis: `at` is its coordinate across, [lo, hi] its extent along.
struct Segment {
    const Path* path = nullptr;
    Path* own = nullptr; ///< the path to change; nullptr where it must stay
    qsizetype index = 0; ///< from corner index to index + 1
    std::size_t job = 0; ///< of this run, for the order of equals; stored routes come last
    Coord at = 0;
    Coord lo = 0;
    Coord hi = 0;
};

Coord across(Point p, bool flat) {
    return flat ? p.y : p.x;
}
Coord along(Point p, bool flat) {
    return flat ? p.x : p.y;
}
void setAcross(Point& p, bool flat, Coord v) {
    (flat ? p.y : p.x) = v;
}

Segment segmentOf(const Path& path, qsizetype index, bool flat) {
    const Point a = path.at(index);
    const Point b = path.at(index + 1);
    Segment segment;
    segment.path = &path;
    segment.index = index;
    segment.at = across(a, flat);
    segment.lo = std::min(along(a, flat), along(b, flat));
    segment.hi = std::max(along(a, flat), along(b, flat));
    return segment;
}

bool isFlat(const Path& path, qsizetype index) {
    return path.at(index).y == path.at(index + 1).y;
}

class Nudger {
public:
    Nudger(const Scene& scene, std::vector<Job>& jobs)
        : scene_(scene)
        , jobs_(jobs) {}

    void separateAll() {
        // Moving apart in one axis changes how long the segments of the other are: twice settles nearly
        // everything.
        for (int round = 0; round < 2; ++round) {
            separate(true);
            separate(false);
        }
    }

    void run() {
        for (Job& job : jobs_) {
            if (job.path.size() >= 4 && !job.ends.isLoop())
                centreJogs(job);
        }
        separateAll();
        for (Job& job : jobs_)
            job.path = simplified(job.path);
    }

    /// Upright segments side by side move apart, as far as there is room, where one's label would cover the
    /// other. None passes another, so that nothing crosses that did not before.
    void makeRoomForLabels() {
        if (!scene_.hasLabels())
            return;
        std::vector<Coord> halves;
        for (const Job& job : jobs_)
            halves.push_back(job.link < 0 ? 0 : labelHalf(scene_.labelOf(job.link), job.path));
        GridHash fresh; // the upright segments of this run, by job
        const auto eachUpright = [](const Path& path, auto&& found) {
            for (qsizetype i = 0; i + 1 < path.size(); ++i) {
                if (!isFlat(path, i))
                    found(spanOf(path.at(i), path.at(i + 1)));
            }
        };
        for (std::size_t j = 0; j < jobs_.size(); ++j)
            eachUpright(jobs_[j].path, [&](const Rect& span) { fresh.insert(int(j), span); });
        for (std::size_t j = 0; j < jobs_.size(); ++j) {
            Path& path = jobs_[j].path;
            for (qsizetype i = 1; i + 2 < path.size() && !jobs_[j].ends.isLoop(); ++i) {
                // A turn round something would become longer.
                const bool turn = (path.at(i - 1).x < path.at(i).x) == (path.at(i + 2).x < path.at(i + 1).x);
                if (isFlat(path, i) || turn || holdsWaypoint(jobs_[j], i))
                    continue;
                const Segment segment = segmentOf(path, i, false);
                const Rect mine = spanOf(path.at(i), path.at(i + 1));
                // Free of all, and where labels leave it free.
                Range order{segment.at - kWidestLabel, segment.at + kWidestLabel}, wanted = order;
                const auto keepOff = [&](const Rect& span, Coord half) {
                    if (span.w > 0)
                        return;
                    const Coord apart = std::max({kApart, halves[j], half});
                    if (span.x < segment.at) {
                        order.lo = std::max(order.lo, std::min(segment.at, span.x + kApart));
                        wanted.lo = std::max(wanted.lo, span.x + apart);
                    } else {
                        order.hi = std::min(order.hi, std::max(segment.at, span.x - kApart));
                        wanted.hi = std::min(wanted.hi, span.x - apart);
                    }
                };
                const Rect area{mine.x - kWidestLabel, mine.y - kApart, 2 * kWidestLabel,
                                mine.h + 2 * kApart};
                scene_.visitStoredLinks(area, [&](int link, const Rect& span) {
                    const Link& row = scene_.data().links[std::size_t(link)];
                    keepOff(span, labelHalf(row.label, row.route));
                });
                fresh.visit(area, [&](int other, const Rect& span) {
                    if (std::size_t(other) != j)
                        keepOff(span, halves[std::size_t(other)]);
                });
                if (wanted.contains(segment.at) || order.isEmpty())
                    continue;
                const Range room = roomFor(jobs_[j], i, kFarthest).met(order);
                if (room.isEmpty())
                    continue;
                const Coord at =
                    room.clamped(wanted.isEmpty() ? wanted.middle() : wanted.clamped(segment.at));
                eachUpright(path, [&](const Rect& span) { fresh.remove(int(j), span); });
                moveTo(path, i, false, at);
                eachUpright(path, [&](const Rect& span) { fresh.insert(int(j), span); });
            }
        }
    }

private:
    /// Where a middle segment may lie: clear of what stands about, its neighbours not turned round or cut too
    /// short.
    Range roomFor(const Job& job, qsizetype index, Coord farthest, Coord clearance = kClearance) const {
        const Path& path = job.path;
        const bool flat = isFlat(path, index);
        const Segment segment = segmentOf(path, index, flat);
        Range room{segment.at - farthest, segment.at + farthest};
        const auto keepBefore = [&](Coord neighbour, Coord gap) {
            // The neighbour's far corner lies on one side; the segment stays on its own.
            gap = std::min(gap, std::abs(segment.at - neighbour));
            if (neighbour < segment.at)
                room.lo = std::max(room.lo, neighbour + gap);
            else
                room.hi = std::min(room.hi, neighbour - gap);
        };
        const Coord stub = clearance < kClearance ? kTightStub : kClearance;
        keepBefore(across(path.at(index - 1), flat), index == 1 ? stub : kShortLeg);
        keepBefore(across(path.at(index + 2), flat), index + 3 == path.size() ? stub : kShortLeg);
        // Nor are they cut off before a waypoint on them.
        for (const Point point : job.via) {
            if (isOn(point, path.at(index - 1), path.at(index)) ||
                isOn(point, path.at(index + 1), path.at(index + 2)))
                keepBefore(across(point, flat), 0);
        }
        Rect area{segment.lo, room.lo, segment.hi - segment.lo, room.length()};
        if (!flat)
            area = {area.y, area.x, area.h, area.w};
        scene_.visitObstacles(job.ends, area.grown(clearance), [&](const Rect& board, Part) {
            const Rect rect = flat ? board : Rect{board.y, board.x, board.h, board.w};
            if (rect.left() - clearance >= segment.hi || rect.right() + clearance <= segment.lo)
                return;
            if (rect.top() >= segment.at)
                room.hi = std::min(room.hi, std::max(segment.at, rect.top() - clearance));
            else if (rect.bottom() <= segment.at)
                room.lo = std::max(room.lo, std::min(segment.at, rect.bottom() + clearance));
            else
                room = {segment.at, segment.at};
        });
        // From borders and words of frames it keeps off, too, or goes no nearer.
        const auto keepOff = [&](const Rect& board) {
            const Rect rect = flat ? board : Rect{board.y, board.x, board.h, board.w};
            if (rect.left() >= segment.hi || rect.right() <= segment.lo)
                return;
            if (rect.center().y >= segment.at)
                room.hi = std::min(room.hi, std::max(segment.at, rect.top()));
            else
                room.lo = std::max(room.lo, std::min(segment.at, rect.bottom()));
        };
        if (scene_.hasWords()) {
            scene_.visitBorders(area, [&](const Rect& strip, bool isFlat) {
                if (isFlat == flat)
                    keepOff(strip);
            });
            scene_.visitWords(area, keepOff);
        }
        return {std::min(room.lo, segment.at), std::max(room.hi, segment.at)};
    }

    static void moveTo(Path& path, qsizetype index, bool flat, Coord at) {
        setAcross(path[index], flat, at);
        setAcross(path[index + 1], flat, at);
    }

    static bool isOn(Point p, Point a, Point b) { return spanOf(a, b).contains(p); }
    /// The user wants the line just there.
    static bool holdsWaypoint(const Job& job, qsizetype index) {
        return std::any_of(job.via.begin(), job.via.end(),
                           [&](Point p) { return isOn(p, job.path.at(index), job.path.at(index + 1)); });
    }

    void centreJogs(Job& job) {
        for (qsizetype i = 1; i + 2 < job.path.size(); ++i) {
            if (holdsWaypoint(job, i))
                continue;
            const bool flat = isFlat(job.path, i);
            const Coord at = across(job.path.at(i), flat);
            const Coord before = across(job.path.at(i - 1), flat);
            const Coord after = across(job.path.at(i + 2), flat);
            if ((before < at) == (after < at))
                continue; // a turn round something: moving it off makes it longer
            const Range room = roomFor(job, i, kWidestChannel);
            if (room.lo > at - kWidestChannel && room.hi < at + kWidestChannel)
                moveTo(job.path, i, flat, room.middle());
        }
    }

    void separate(bool flat) {
        std::vector<Segment> segments;
        std::vector<Path> stored; // of other routes: two corners each
        for (std::size_t j = 0; j < jobs_.size(); ++j) {
            Path& path = jobs_[j].path;
            for (qsizetype i = 0; i + 1 < path.size(); ++i) {
                if (isFlat(path, i) != flat)
                    continue;
                Segment segment = segmentOf(path, i, flat);
                segment.job = j;
                if (i > 0 && i + 2 < path.size() && !jobs_[j].ends.isLoop() && !holdsWaypoint(jobs_[j], i))
                    segment.own = &path;
                segments.push_back(segment);
            }
        }
        if (std::none_of(segments.begin(), segments.end(), [](const Segment& s) { return s.own; }))
            return;
        addStored(segments, stored, flat);
        std::sort(segments.begin(), segments.end(), [](const Segment& a, const Segment& b) {
            return std::tie(a.at, a.lo, a.hi, a.job, a.index) < std::tie(b.at, b.lo, b.hi, b.job, b.index);
        });

        // Neighbours that lie on one another, directly or by others between, share a channel.
        std::vector<std::size_t> channel(segments.size());
        std::iota(channel.begin(), channel.end(), std::size_t(0));
        const auto find = [&](std::size_t i) {
            while (channel[i] != i)
                i = channel[i] = channel[channel[i]];
            return i;
        };
        for (std::size_t i = 0; i < segments.size(); ++i) {
            for (std::size_t k = i + 1; k < segments.size() && segments[k].at - segments[i].at < kApart;
                 ++k) {
                const Segment& a = segments[i];
                const Segment& b = segments[k];
                if ((a.own || b.own) && a.path != b.path && a.lo - kApart / 2 < b.hi &&
                    b.lo - kApart / 2 < a.hi)
                    channel[find(k)] = find(i);
            }
        }
        std::vector<std::vector<std::size_t>> groups(segments.size());
        for (std::size_t i = 0; i < segments.size(); ++i)
            groups[find(i)].push_back(i);
        for (const std::vector<std::size_t>& group : groups) {
            if (group.size() > 1)
                spreadChannel(segments, group, flat);
        }
    }

    /// How far other upright lines keep from one whose label can lie on its upright pieces only: nothing for
    /// those with a level piece that has room for it.
    static Coord labelHalf(const Size& label, const Path& path) {
        if (label.w <= 0)
            return 0;
        for (qsizetype i = 0; i + 1 < path.size(); ++i) {
            if (isFlat(path, i) && std::abs(path.at(i + 1).x - path.at(i).x) >= label.w + kBesideLabel)
                return 0;
        }
        return label.w / 2 + kLabelAir <= kWidestLabel ? label.w / 2 + kLabelAir : 0;
    }

    void addStored(std::vector<Segment>& segments, std::vector<Path>& stored, bool flat) {
        std::vector<Rect> spans;
        for (const Segment& segment : segments) {
            if (!segment.own)
                continue;
            Rect area{segment.lo, segment.at, segment.hi - segment.lo, 0};
            if (!flat)
                area = {area.y, area.x, area.h, area.w};
            scene_.visitStoredSegments(area.grown(kFarthest), [&](const Rect& span) {
                if ((span.h == 0) == flat && (span.w > 0 || span.h > 0))
                    spans.push_back(span);
            });
        }
        const auto key = [](const Rect& r) { return std::tie(r.x, r.y, r.w, r.h); };
        std::sort(spans.begin(), spans.end(), [&](const Rect& a, const Rect& b) { return key(a) < key(b); });
        spans.erase(std::unique(spans.begin(), spans.end()), spans.end());
        stored.reserve(spans.size()); // segments point into it
        for (const Rect& span : spans) {
            stored.push_back({span.topLeft(), {span.right(), span.bottom()}});
            Segment segment = segmentOf(stored.back(), 0, flat);
            segment.job = jobs_.size();
            segments.push_back(segment);
        }
    }

    /// Walks both paths from segments that lie on one another, `forward` along `a`, until they part: +1 when
    /// `a` goes off to the left of `b`, -1 to the right, 0 when they do not part before one of them ends.
    static int parting(const Segment& a, const Segment& b, bool forward) {
        const auto cornerAt = [](const Path& path, qsizetype i) { return i >= 0 && i < path.size(); };
        qsizetype i = forward ? a.index + 1 : a.index;
        const int stepA = forward ? 1 : -1;
        Way way = wayFrom(a.path->at(i - stepA), a.path->at(i));
        // Which end of b's segment lies ahead.
        const Way wayOfB = wayFrom(b.path->at(b.index), b.path->at(b.index + 1));
        const int stepB = wayOfB == way ? 1 : -1;
        qsizetype k = stepB > 0 ? b.index + 1 : b.index;
        while (true) {
            const Point p = a.path->at(i);
            const Point q = b.path->at(k);
            const Coord ahead = isForward(way) ? 1 : -1;
            const Coord lead = ahead * (isHorizontal(way) ? p.x - q.x : p.y - q.y);
            const bool aEnds = !cornerAt(*a.path, i + stepA);
            const bool bEnds = !cornerAt(*b.path, k + stepB);
            const auto turnOf = [&](const Path& path, qsizetype at, int step_) {
                const Way next = wayFrom(path.at(at), path.at(at + step_));
                return next == Way((int(way) + 3) % 4) ? 1
                                                       : -1; // left of a way is the one before it clockwise
            };
            if (lead < -kApart)
                return aEnds ? 0 : turnOf(*a.path, i, stepA);
            if (lead > kApart)
                return bEnds ? 0 : -turnOf(*b.path, k, stepB);
            if (aEnds || bEnds)
                return 0;
            const int turnA = turnOf(*a.path, i, stepA);
            const int turnB = turnOf(*b.path, k, stepB);
            if (turnA != turnB)
                return turnA > turnB ? 1 : -1;
            way = wayFrom(p, a.path->at(i + stepA));
            i += stepA;
            k += stepB;
        }
    }

    /// Positive when `a` should have the larger coordinate across, by where both come from and go to.
    static int preference(const Segment& a, const Segment& b, bool flat) {
        const Way way = wayFrom(a.path->at(a.index), a.path->at(a.index + 1));
        // Left of a line to the right is up, which is the smaller y; left of a line down is the larger x.
        const bool leftIsLarger = flat ? way == Way::Left : way == Way::Down;
        const int left = parting(a, b, true) - parting(a, b, false);
        return leftIsLarger ? left : -left;
    }

    struct Track {
        const Segment* segment;
        Coord at;
        Range room;
        bool moves;
        int rank;
    };

    static bool isAmong(const std::vector<Track>& tracks, const Segment& segment) {
        return std::any_of(tracks.begin(), tracks.end(),
                           [&](const Track& track) { return track.segment == &segment; });
    }

    /// Where the order leaves no place between its neighbours, a line crosses one rather than lie on it: the
    /// nearest place in its room that is off all others, or the one it has.
    /// `segments` are all of this axis, by their place before anything moved.
    static Coord freeOf(const std::vector<Segment>& segments, const std::vector<Track>& tracks,
                        const Track& track, Coord apart) {
        const auto isFree = [&](Coord at) {
            if (!track.room.contains(at))
                return false;
            for (const Track& other : tracks) {
                if (&other != &track && meet(*other.segment, *track.segment) &&
                    std::abs(other.at - at) < apart)
                    return false;
            }
            const auto from = std::upper_bound(segments.begin(), segments.end(), at - apart,
                                               [](Coord v, const Segment& s) { return v < s.at; });
            for (auto it = from; it != segments.end() && it->at < at + apart; ++it) {
                if (it->path != track.segment->path && meet(*it, *track.segment) && !isAmong(tracks, *it))
                    return false;
            }
            return true;
        };
        if (isFree(track.at))
            return track.at;
        std::optional<Coord> best;
        const auto nearBy = [&](const Segment& other) {
            return std::abs(other.at - track.at) <= kFarthest && meet(other, *track.segment);
        };
        for (const Segment& other : segments) {
            if (!nearBy(other))
                continue;
            for (const Coord at : {other.at - apart, other.at + apart}) {
                if (isFree(at) && (!best || std::pair(std::abs(at - track.at), at) <
                                                std::pair(std::abs(*best - track.at), *best)))
                    best = at;
            }
        }
        return best.value_or(track.at);
    }

    void spreadChannel(const std::vector<Segment>& segments, const std::vector<std::size_t>& group,
                       bool flat) {
        if (group.size() > kMostTracks)
            return;
        std::vector<Track> tracks = tracksOf(segments, group, flat, kClearance, kApart);
        // Rather nearer to a block than on another line, and rather nearer to one another.
        int met = conflictsIn(tracks, segments);
        for (const Coord apart : {kApart, kNearer, kNearest}) {
            if (met == 0)
                break;
            std::vector<Track> closer = tracksOf(segments, group, flat, kTightClearance, apart);
            if (const int left = conflictsIn(closer, segments); left < met) {
                tracks = std::move(closer);
                met = left;
            }
        }
        for (const Track& track : tracks) {
            if (track.moves && track.at != track.segment->at)
                moveTo(*track.segment->own, track.segment->index, flat, track.at);
        }
    }

    /// Pairs that still lie on one another, or so near that they look like one line.
    static int conflictsIn(const std::vector<Track>& tracks, const std::vector<Segment>& segments) {
        int conflicts = 0;
        // A line that has moved may have come to one that was not beside it.
        for (const Track& track : tracks) {
            if (!track.moves || track.at == track.segment->at)
                continue;
            const auto from = std::upper_bound(segments.begin(), segments.end(), track.at - kNearest,
                                               [](Coord v, const Segment& s) { return v < s.at; });
            for (auto it = from; it != segments.end() && it->at < track.at + kNearest; ++it)
                conflicts +=
                    it->path != track.segment->path && meet(*it, *track.segment) && !isAmong(tracks, *it);
        }
        for (std::size_t i = 0; i < tracks.size(); ++i) {
            for (std::size_t k = i + 1; k < tracks.size(); ++k)
                conflicts += (tracks[i].moves || tracks[k].moves) &&
                             meet(*tracks[i].segment, *tracks[k].segment) &&
                             std::abs(tracks[i].at - tracks[k].at) < kNearest;
        }
        return conflicts;
    }

    /// Where the segments of one channel go, in their order.
    std::vector<Track> tracksOf(const std::vector<Segment>& segments, const std::vector<std::size_t>& group,
                                bool flat, Coord clearance, Coord apart) const {
        std::vector<Track> tracks;
        for (const std::size_t i : group) {
            const Segment& segment = segments[i];
            // Of one path only one moves at a time: the room of the other was found with this one where it
            // is.
            const bool moves =
                segment.own && std::none_of(tracks.begin(), tracks.end(), [&](const Track& other) {
                    return other.segment->path == segment.path;
                });
            const Range room = moves ? roomFor(jobs_[segment.job], segment.index, kFarthest, clearance)
                                     : Range{segment.at, segment.at};
            tracks.push_back({&segment, segment.at, room, moves, 0});
        }
        for (std::size_t i = 0; i < tracks.size(); ++i) {
            for (std::size_t k = i + 1; k < tracks.size(); ++k) {
                const Segment& a = *tracks[i].segment;
                const Segment& b = *tracks[k].segment;
                if (a.lo - kApart / 2 >= b.hi || b.lo - kApart / 2 >= a.hi)
                    continue;
                int vote = preference(a, b, flat);
                if (vote == 0 || (!a.own && !b.own))
                    vote = a.at - b.at;
                if (vote == 0)
                    vote = a.job < b.job ? -1 : 1;
                tracks[i].rank += vote > 0 ? 1 : -1;
                tracks[k].rank -= vote > 0 ? 1 : -1;
            }
        }
        std::stable_sort(tracks.begin(), tracks.end(), [](const Track& a, const Track& b) {
            return std::tie(a.rank, a.at, a.segment->job, a.segment->index) <
                   std::tie(b.rank, b.at, b.segment->job, b.segment->index);
        });
        // Evenly about where they lie, as wide as the room that all of them have.
        const auto count = Coord(tracks.size());
        Coord middle = 0;
        Range common = tracks.front().room;
        bool anyFixed = false;
        {
            qint64 sum = 0;
            for (const Track& track : tracks) {
                sum += track.at;
                anyFixed = anyFixed || !track.moves;
                if (track.moves)
                    common = common.isEmpty() ? common : common.met(track.room);
            }
            middle = Coord(sum / count);
        }
        if (!anyFixed && !common.isEmpty())
            apart = std::min(apart, common.length() / std::max(1, count - 1));
        for (Coord i = 0; i < count; ++i) {
            Track& track = tracks[std::size_t(i)];
            if (track.moves)
                track.at = middle - apart * (count - 1) / 2 + apart * i;
        }
        // Each in its own room and off its neighbours, first from below, then from above.
        for (std::size_t i = 0; i < tracks.size(); ++i) {
            Track& track = tracks[i];
            Coord least = track.room.lo;
            for (std::size_t k = 0; k < i; ++k) {
                if (meet(*tracks[k].segment, *track.segment))
                    least = std::max(least, tracks[k].at + apart);
            }
            track.at = std::clamp(std::max(track.at, least), track.room.lo, track.room.hi);
        }
        for (std::size_t i = tracks.size(); i-- > 0;) {
            Track& track = tracks[i];
            Coord most = track.room.hi;
            for (std::size_t k = i + 1; k < tracks.size(); ++k) {
                if (meet(*tracks[k].segment, *track.segment))
                    most = std::min(most, tracks[k].at - apart);
            }
            track.at = std::clamp(std::min(track.at, most), track.room.lo, track.room.hi);
        }
        for (Track& track : tracks) {
            if (track.moves)
                track.at = freeOf(segments, tracks, track, apart);
        }
        return tracks;
    }

    static bool meet(const Segment& a, const Segment& b) {
        return a.lo - kApart / 2 < b.hi && b.lo - kApart / 2 < a.hi;
    }

    static constexpr std::size_t kMostTracks = 400; ///< ordering them compares each with each
    const Scene& scene_;
    std::vector<Job>& jobs_;
};

} // namespace

void nudge(const Scene& scene, std::vector<Job>& jobs) {
    Nudger(scene, jobs).run();
}

void nudgeAgain(const Scene& scene, std::vector<Job>& jobs) {
    Nudger nudger(scene, jobs);
    nudger.separateAll();
    nudger.makeRoomForLabels();
    for (Job& job : jobs)
        job.path = simplified(job.path);
}

} // namespace groundplan::routing
