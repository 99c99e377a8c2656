#pragma once

#include "model/routing/scene.h"

#include <optional>

namespace groundplan::routing {

// What a good line is, in units. Costs are lengths: a bend weighs as much as that many points of way.
inline constexpr Coord kClearance = 12 * kUnitsPerPoint;     ///< between a line and a block
inline constexpr Coord kTightClearance = 5 * kUnitsPerPoint; ///< where there is no room for that
inline constexpr Coord kStub = 18 * kUnitsPerPoint;          ///< wanted from a side to the first bend
inline constexpr Coord kShortest = 12 * kUnitsPerPoint;      ///< a straight line, arrow head included
inline constexpr Coord kShortestLeg = 24 * kUnitsPerPoint;   ///< of a line with one bend, where there is room
inline constexpr Coord kPortSpacing = 8 * kUnitsPerPoint;    ///< between two ends on one side, at least
inline constexpr qint32 kBendCost = 60 * kUnitsPerPoint;
inline constexpr qint32 kCrossingCost = 30 * kUnitsPerPoint;
/// A line that passes under a label is not seen to go on behind it.
inline constexpr qint32 kLabelCost = 60 * kUnitsPerPoint;
/// Each point along the border of a frame costs so many times its length, more the nearer it is, and each
/// over the words of one: no line crosses a title that can come in beside it.
inline constexpr qint32 kBorderPart = 4;
inline constexpr qint32 kWordsPart = 20;
/// Lying on another line costs its length divided by this: little, because lines are moved apart in the end.
inline constexpr Coord kOverlapPart = 8;

/// Finds lines of at most two bends between given ports that keep `clearance` from everything, where there
/// are any; the middle segment of a line with two bends lies in the middle of the free channel.
class Patterns {
public:
    Patterns(const Scene& scene, const Ends& ends, Coord clearance)
        : scene_(scene)
        , ends_(ends)
        , clearance_(clearance) {}

    /// The shortest line that may join the ends: a bare point (the pointer) can be reached from any distance.
    static Coord shortest(const Ends& ends) {
        return ends.source.isEmpty() || ends.target.isEmpty() ? 1 : kShortest;
    }

    /// Whether a whole path keeps the clearance, its ends but for the segments at them.
    bool isClear(const Path& path) const;
    /// The same but for borders and words.
    bool hitsNothing(const Path& path) const;
    std::optional<Path> between(const Port& source, const Port& target) const;

    /// The coordinate in `range` next to `wanted` where a line from `from` to `to` (coordinates in the way's
    /// axis) crosses nothing and keeps `spacing` from those in `taken`.
    std::optional<Coord> freeLine(Way way, Coord from, Coord to, Range range, Coord wanted,
                                  const std::vector<Coord>& taken, Coord spacing = kPortSpacing) const;

private:
    bool keepsOffFrames(const Path& path) const;
    void blockFrames(const Turn& turn, Range along, const Rect& area, std::vector<Range>& blocked) const;
    bool isClear(const Turn& turn, Point a, Point b, std::optional<Part> own,
                 std::optional<Part> alsoOwn) const;
    Coord reach(const Turn& turn, Point from, Coord limit, Part own) const;
    Coord reachBack(const Turn& turn, Point from, Coord limit, Part own) const;
    std::optional<Path> facing(const Turn& turn, Point s, Point t) const;
    std::optional<Path> sameWay(const Turn& turn, Point s, Point t) const;
    std::optional<Path> corner(const Turn& turn, Point s, Point t, bool up) const;

    const Scene& scene_;
    const Ends& ends_;
    Coord clearance_;
};

/// The coordinate next to `wanted` in `range` along a side of `rect` where a line that leaves it passes
/// beside the words right before it, `spacing` from those in `taken`; `wanted` where there is none.
Coord besideWords(const Scene& scene, const Rect& rect, Way side, Range range, Coord wanted,
                  const std::vector<Coord>& taken = {}, Coord spacing = kPortSpacing);

/// A line between the ports that minds nothing but its own ends, and not even these when they overlap: never
/// fails.
Path anyway(const Ends& ends, const Port& source, const Port& target);

/// A quick line between sides that face each other, minding nothing.
Path roughPath(const Ends& ends);

/// What `length` in a strip of visitBorders() costs for a line at `at`, across the strip.
qint64 borderCost(const Rect& strip, bool flat, Coord at, Coord length);
/// What running along borders of frames and over their words costs.
qint64 frameCost(const Scene& scene, const Path& path);

/// How a line of these corners compares: length, bends, and what it crosses and covers in the scene.
qint64 costOf(const Scene& scene, const Path& path);

} // namespace groundplan::routing
