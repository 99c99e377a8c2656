#include "model/routing/patterns.h"

#include <algorithm>

namespace groundplan::routing {

namespace {

/// Closed stretches of `range` that no open interval of `blocked` covers; sorts `blocked`.
template <class Found>
void visitFree(std::vector<Range>& blocked, Range range, Found&& found) {
    std::sort(blocked.begin(), blocked.end(),
              [](Range a, Range b) { return a.lo != b.lo ? a.lo < b.lo : a.hi < b.hi; });
    Coord lo = range.lo;
    for (const Range block : blocked) {
        if (block.lo >= lo && lo <= range.hi)
            found(Range{lo, std::min(block.lo, range.hi)});
        lo = std::max(lo, block.hi);
    }
    if (lo <= range.hi)
        found(Range{lo, range.hi});
}

Coord distanceTo(Range range, Coord v) {
    return std::abs(range.clamped(v) - v);
}

/// The free stretch next to `wanted`, the lower of two equally near.
std::optional<Range> nearestFree(std::vector<Range>& blocked, Range range, Coord wanted) {
    std::optional<Range> best;
    visitFree(blocked, range, [&](Range free) {
        if (!best || distanceTo(free, wanted) < distanceTo(*best, wanted))
            best = free;
    });
    return best;
}

} // namespace

/// Whether the line between two turned points keeps the clearance from all but those parts.
bool Patterns::isClear(const Turn& turn, Point a, Point b, std::optional<Part> own,
                       std::optional<Part> alsoOwn) const {
    const Rect line = spanOf(a, b);
    bool clear = true;
    scene_.visitObstacles(ends_, turn.out(line.grown(clearance_)), [&](const Rect& board, Part part) {
        if (part == own || part == alsoOwn)
            return;
        const Rect rect = turn.in(board).grown(clearance_);
        clear = clear && !(rect.left() < line.right() && rect.right() > line.left() &&
                           rect.top() < line.bottom() && rect.bottom() > line.top());
    });
    return clear;
}

/// Whether a line runs along no border of a frame and over none of its words. Right across a border it may.
bool Patterns::keepsOffFrames(const Path& path) const {
    return !scene_.hasWords() || frameCost(scene_, path) == 0;
}

/// Where an upright line (in turned coordinates), over `along`, would run so.
void Patterns::blockFrames(const Turn& turn, Range along, const Rect& area,
                           std::vector<Range>& blocked) const {
    if (!scene_.hasWords())
        return;
    const auto block = [&](const Rect& board) {
        const Rect rect = turn.in(board);
        if (rect.top() < along.hi && rect.bottom() > along.lo)
            blocked.push_back({rect.left(), rect.right()});
    };
    const bool flat = turn.in(Way::Right) == Way::Down || turn.in(Way::Right) == Way::Up;
    scene_.visitBorders(turn.out(area), [&](const Rect& board, bool isFlat) {
        if (isFlat == flat)
            block(board);
    });
    scene_.visitWords(turn.out(area), block);
}

bool Patterns::isClear(const Path& path) const {
    return keepsOffFrames(path) && hitsNothing(path);
}

bool Patterns::hitsNothing(const Path& path) const {
    const Turn asItIs(Way::Right);
    for (qsizetype i = 1; i < path.size(); ++i) {
        const std::optional<Part> source = i == 1 ? std::optional(Part::Source) : std::nullopt;
        const std::optional<Part> target = i + 1 == path.size() ? std::optional(Part::Target) : std::nullopt;
        if (!isClear(asItIs, path.at(i - 1), path.at(i), source, target))
            return false;
    }
    return true;
}

/// How far a line from `from` gets to the right (all in turned coordinates), at most to `limit`.
Coord Patterns::reach(const Turn& turn, Point from, Coord limit, Part own) const {
    Coord far = limit;
    const Rect strip{from.x, from.y - clearance_, limit - from.x + clearance_, 2 * clearance_};
    scene_.visitObstacles(ends_, turn.out(strip), [&](const Rect& board, Part part) {
        if (part == own)
            return;
        const Rect rect = turn.in(board).grown(clearance_);
        if (rect.top() < from.y && rect.bottom() > from.y && rect.right() > from.x)
            far = std::min(far, std::max(rect.left(), from.x));
    });
    return far;
}

/// The same to the left: the smallest x that is reached, at least `limit`.
Coord Patterns::reachBack(const Turn& turn, Point from, Coord limit, Part own) const {
    Coord far = limit;
    const Rect strip{limit - clearance_, from.y - clearance_, from.x - limit + clearance_, 2 * clearance_};
    scene_.visitObstacles(ends_, turn.out(strip), [&](const Rect& board, Part part) {
        if (part == own)
            return;
        const Rect rect = turn.in(board).grown(clearance_);
        if (rect.top() < from.y && rect.bottom() > from.y && rect.left() < from.x)
            far = std::max(far, std::min(rect.right(), from.x));
    });
    return far;
}

std::optional<Coord> Patterns::freeLine(Way way, Coord from, Coord to, Range range, Coord wanted,
                                        const std::vector<Coord>& taken, Coord spacing) const {
    const Coord lo = std::min(from, to);
    const Coord hi = std::max(from, to);
    std::vector<Range> blocked;
    blocked.reserve(taken.size());
    for (const Coord at : taken)
        blocked.push_back({at - spacing, at + spacing});
    Rect area{lo, range.lo, hi - lo, range.length()};
    if (!isHorizontal(way))
        area = {area.y, area.x, area.h, area.w};
    scene_.visitObstacles(ends_, area.grown(clearance_), [&](const Rect& board, Part part) {
        if (part != Part::Other)
            return;
        const Rect rect = board.grown(clearance_);
        const Range along =
            isHorizontal(way) ? Range{rect.left(), rect.right()} : Range{rect.top(), rect.bottom()};
        const Range across =
            isHorizontal(way) ? Range{rect.top(), rect.bottom()} : Range{rect.left(), rect.right()};
        if (along.lo < hi && along.hi > lo)
            blocked.push_back(across);
    });
    if (scene_.hasWords()) {
        const bool flat = isHorizontal(way);
        const auto block = [&](const Rect& rect) {
            const Range along = flat ? Range{rect.left(), rect.right()} : Range{rect.top(), rect.bottom()};
            if (along.lo < hi && along.hi > lo)
                blocked.push_back(flat ? Range{rect.top(), rect.bottom()} : Range{rect.left(), rect.right()});
        };
        scene_.visitBorders(area, [&](const Rect& rect, bool isFlat) {
            if (isFlat == flat)
                block(rect);
        });
        scene_.visitWords(area, block);
    }
    const auto free = nearestFree(blocked, range, wanted);
    if (!free)
        return std::nullopt;
    return free->clamped(wanted);
}

/// Ports that look at each other: straight, or with a jog in the middle of the channel between them.
std::optional<Path> Patterns::facing(const Turn& turn, Point s, Point t) const {
    const Coord gap = t.x - s.x;
    if (s.y == t.y) {
        if (gap < shortest(ends_) || !isClear(turn, s, t, Part::Source, Part::Target))
            return std::nullopt;
        return Path{s, t};
    }
    if (gap < 2 * clearance_)
        return std::nullopt;
    const Coord stub = std::max(clearance_, std::min(kStub, gap / 3));
    const Coord hi = reach(turn, s, t.x - stub, Part::Source);
    const Coord lo = reachBack(turn, t, s.x + stub, Part::Target);
    if (lo > hi)
        return std::nullopt;
    std::vector<Range> blocked;
    const Range span{std::min(s.y, t.y), std::max(s.y, t.y)};
    const Rect area = Rect{lo, span.lo, hi - lo, span.length()}.grown(clearance_);
    scene_.visitObstacles(ends_, turn.out(area), [&](const Rect& board, Part) {
        const Rect rect = turn.in(board).grown(clearance_);
        if (rect.top() < span.hi && rect.bottom() > span.lo)
            blocked.push_back({rect.left(), rect.right()});
    });
    blockFrames(turn, span, area, blocked);
    const auto free = nearestFree(blocked, {lo, hi}, s.x + gap / 2);
    if (!free)
        return std::nullopt;
    const Coord x = free->middle();
    return Path{s, {x, s.y}, {x, t.y}, t};
}

/// Ports that look the same way: out beyond both, along, and back.
std::optional<Path> Patterns::sameWay(const Turn& turn, Point s, Point t) const {
    if (s.y == t.y)
        return std::nullopt;
    constexpr Coord kFarthest = 2000 * kUnitsPerPoint;
    const Coord nearest = std::max(s.x, t.x) + std::max(clearance_, kStub);
    const Coord farthest = nearest + kFarthest;
    const Coord hi = std::min(reach(turn, s, farthest, Part::Source), reach(turn, t, farthest, Part::Target));
    if (hi < nearest)
        return std::nullopt;
    std::vector<Range> blocked;
    const Range span{std::min(s.y, t.y), std::max(s.y, t.y)};
    const Rect area = Rect{nearest, span.lo, hi - nearest, span.length()}.grown(clearance_);
    scene_.visitObstacles(ends_, turn.out(area), [&](const Rect& board, Part) {
        const Rect rect = turn.in(board).grown(clearance_);
        if (rect.top() < span.hi && rect.bottom() > span.lo)
            blocked.push_back({rect.left(), rect.right()});
    });
    blockFrames(turn, span, area, blocked);
    const auto free = nearestFree(blocked, {nearest, hi}, nearest);
    if (!free)
        return std::nullopt;
    return Path{s, {free->lo, s.y}, {free->lo, t.y}, t};
}

/// One bend: the target looks up or down, at the line that leaves the source.
std::optional<Path> Patterns::corner(const Turn& turn, Point s, Point t, bool up) const {
    const Coord leg = clearance_ < kClearance ? clearance_ : kShortestLeg;
    const Coord first = ends_.source.isEmpty() ? 1 : leg;
    const Coord last = ends_.target.isEmpty() ? 1 : leg;
    const Point bend{t.x, s.y};
    if (bend.x - s.x < first || (up ? t.y - bend.y : bend.y - t.y) < last)
        return std::nullopt;
    if (!isClear(turn, s, bend, Part::Source, Part::Source) ||
        !isClear(turn, bend, t, Part::Target, Part::Target))
        return std::nullopt;
    return Path{s, bend, t};
}

std::optional<Path> Patterns::between(const Port& source, const Port& target) const {
    const Turn turn(source.way);
    const Point s = turn.in(source.at);
    const Point t = turn.in(target.at);
    std::optional<Path> path;
    switch (turn.in(target.way)) {
    case Way::Left:
        path = facing(turn, s, t);
        break;
    case Way::Right:
        path = sameWay(turn, s, t);
        break;
    case Way::Up:
        path = corner(turn, s, t, true);
        break;
    case Way::Down:
        path = corner(turn, s, t, false);
        break;
    }
    if (path) {
        for (Point& point : *path)
            point = turn.out(point);
        if (!keepsOffFrames(*path))
            return std::nullopt;
    }
    return path;
}

Coord besideWords(const Scene& scene, const Rect& rect, Way side, Range range, Coord wanted,
                  const std::vector<Coord>& taken, Coord spacing) {
    if (!scene.hasWords())
        return wanted;
    constexpr Coord kBefore = 40 * kUnitsPerPoint; // the title of a frame round the element is nearer
    const Rect strip =
        spanOf(pointOn(rect, side, range.lo), pointOn(rect, side, range.hi) + step(side, kBefore));
    std::vector<Range> blocked;
    scene.visitWords(strip, [&](const Rect& words) {
        if (words.intersects(strip))
            blocked.push_back(sideOf(words, side));
    });
    if (std::none_of(blocked.begin(), blocked.end(),
                     [wanted](Range block) { return block.lo < wanted && wanted < block.hi; }))
        return wanted;
    for (const Coord at : taken)
        blocked.push_back({at - spacing, at + spacing});
    const auto free = nearestFree(blocked, range, wanted);
    return free ? free->clamped(wanted) : wanted;
}

Path anyway(const Ends& ends, const Port& source, const Port& target) {
    const Point s = source.at + step(source.way, kStub);
    const Point t = target.at + step(target.way, kStub);
    // Of the two ways round the corner between the stubs, the one that does not turn back into an end.
    const auto backwards = [&](Point corner) {
        const Point out = corner - s;
        const Point in = corner - t;
        const Point a = step(source.way, 1);
        const Point b = step(target.way, 1);
        int bad = 0;
        bad += qint64(out.x) * a.x + qint64(out.y) * a.y < 0 ? 2 : 0;
        bad += qint64(in.x) * b.x + qint64(in.y) * b.y < 0 ? 2 : 0;
        bad += ends.source.contains(corner) || ends.target.contains(corner) ? 1 : 0;
        return bad;
    };
    const Point first{t.x, s.y};
    const Point second{s.x, t.y};
    const Point bend = backwards(second) < backwards(first) ? second : first;
    const Path path = simplified({source.at, s, bend, t, target.at});
    return path.size() > 1 ? path : Path{source.at, s};
}

Path roughPath(const Ends& ends) {
    const Point apart = ends.target.center() - ends.source.center();
    const bool flat = std::abs(apart.x) - (ends.source.w + ends.target.w) / 2 >=
                      std::abs(apart.y) - (ends.source.h + ends.target.h) / 2;
    const Way way = flat ? (apart.x >= 0 ? Way::Right : Way::Left) : (apart.y >= 0 ? Way::Down : Way::Up);
    const Port s = ends.sourcePort(way, sideOf(ends.source, way).middle());
    const Port t = ends.targetPort(opposite(way), sideOf(ends.target, way).middle());
    const Point middle{s.at.x + (t.at.x - s.at.x) / 2, s.at.y + (t.at.y - s.at.y) / 2};
    if (flat)
        return simplified({s.at, {middle.x, s.at.y}, {middle.x, t.at.y}, t.at});
    return simplified({s.at, {s.at.x, middle.y}, {t.at.x, middle.y}, t.at});
}

qint64 frameCost(const Scene& scene, const Path& path) {
    qint64 cost = 0;
    for (qsizetype i = 1; i < path.size(); ++i) {
        const Rect mine = spanOf(path.at(i - 1), path.at(i));
        const bool flat = mine.h == 0;
        const auto common = [&](const Rect& zone) {
            const Range across = flat ? Range{zone.top(), zone.bottom()} : Range{zone.left(), zone.right()};
            const Coord at = flat ? mine.y : mine.x;
            if (at <= across.lo || at >= across.hi)
                return 0;
            return std::max(0,
                            flat ? std::min(zone.right(), mine.right()) - std::max(zone.left(), mine.left())
                                 : std::min(zone.bottom(), mine.bottom()) - std::max(zone.top(), mine.top()));
        };
        scene.visitBorders(mine, [&](const Rect& strip, bool isFlat) {
            if (isFlat == flat)
                cost += borderCost(strip, flat, flat ? mine.y : mine.x, common(strip));
        });
        scene.visitWords(mine, [&](const Rect& words) { cost += qint64(common(words)) * kWordsPart; });
    }
    return cost;
}

qint64 borderCost(const Rect& strip, bool flat, Coord at, Coord length) {
    const Coord off = std::abs(at - (flat ? strip.center().y : strip.center().x));
    return qint64(length) * (1 + (kBorderPart - 1) * (Scene::kBorderKeep - off) / Scene::kBorderKeep);
}

qint64 costOf(const Scene& scene, const Path& path) {
    constexpr Coord kTouching = 4 * kUnitsPerPoint;
    qint64 cost = lengthOf(path) + kBendCost * std::max<qsizetype>(0, path.size() - 2);
    if (scene.hasWords())
        cost += frameCost(scene, path);
    for (qsizetype i = 1; i < path.size(); ++i) {
        const Rect mine = spanOf(path.at(i - 1), path.at(i));
        const bool flat = mine.h == 0;
        scene.visitSegments(mine.grown(kTouching), [&](const Rect& span) {
            if ((span.h == 0) != flat) {
                if (span.left() < mine.right() && span.right() > mine.left() && span.top() < mine.bottom() &&
                    span.bottom() > mine.top())
                    cost += kCrossingCost;
                return;
            }
            const Coord common =
                flat ? std::min(span.right(), mine.right()) - std::max(span.left(), mine.left())
                     : std::min(span.bottom(), mine.bottom()) - std::max(span.top(), mine.top());
            if (common > 0)
                cost += kCrossingCost / 2 + common / kOverlapPart;
        });
        scene.visitLabels(mine, [&](const Rect& label) {
            const Range across =
                flat ? Range{label.top(), label.bottom()} : Range{label.left(), label.right()};
            const Coord at = flat ? mine.y : mine.x;
            cost += at > across.lo && at < across.hi ? kLabelCost : 0;
        });
    }
    return cost;
}

} // namespace groundplan::routing
