#pragma once

#include "model/routing/engine.h"
#include "model/routing/patterns.h"

#include <algorithm>
#include <vector>

namespace groundplan::routing {

// What the stages of the engine have in common.

/// A side longer than this has its ends where their lines come from, not spread about its middle.
inline constexpr Coord kLongSide = 240 * kUnitsPerPoint;
inline constexpr qint64 kCrowdCost = 14 * kUnitsPerPoint;
inline constexpr qint64 kNoRoomCost = 400 * kUnitsPerPoint;
inline constexpr qint64 kNowhere = std::numeric_limits<qint64>::max();

/// Of equally good sides the first one is taken: lines rather leave sideways, as text runs.
inline constexpr Way kSides[] = {Way::Right, Way::Left, Way::Down, Way::Up};

/// How much room lines are given, best first: rather close to a block than through a frame that neither end
/// is in.
struct Room {
    Coord clearance;
    Coord stub;
    bool frames; ///< frames are in the way
    bool isLast() const { return clearance == kTightClearance; }
};
inline constexpr Room kRooms[] = {
    {kClearance, kStub, true},  {kClearance, kClearance, true},  {kTightClearance, kTightClearance, true},
    {kClearance, kStub, false}, {kClearance, kClearance, false}, {kTightClearance, kTightClearance, false}};

/// Where a line to `other` would like to end on this side.
inline Coord wantedAlong(const Scene& scene, const Rect& rect, Way side, const Rect& other) {
    const Range range = portRange(rect, side);
    const bool isLong = sideOf(rect, side).length() > kLongSide;
    return besideWords(scene, rect, side, range,
                       isLong ? range.clamped(alongSide(other.center(), side)) : range.middle());
}

/// The place on this side from which a line goes straight to or past a waypoint.
inline std::optional<Coord> abreastOf(const Rect& rect, Way side, Point waypoint) {
    const Coord at = alongSide(waypoint, side);
    return portRange(rect, side).contains(at) ? std::optional(at) : std::nullopt;
}

/// That place, and in the last room others all along the side, and free ones next to them:
/// the middle may be covered.
inline std::vector<Coord> placesAlong(const Scene& scene, const Patterns& patterns, const Rect& rect,
                                      Way side, const Rect& other, const Room& room) {
    std::vector<Coord> places{wantedAlong(scene, rect, side, other)};
    if (!room.isLast())
        return places;
    const Range range = portRange(rect, side);
    const Point out = pointOn(rect, side, places.front()) + step(side, room.stub);
    const Coord from = isHorizontal(side) ? (isForward(side) ? rect.right() : rect.left())
                                          : (isForward(side) ? rect.bottom() : rect.top());
    const Coord to = isHorizontal(side) ? out.x : out.y;
    for (const Coord wanted :
         {places.front(), range.lo, range.lo + range.length() / 4, range.hi - range.length() / 4, range.hi}) {
        places.push_back(wanted);
        if (const auto at = patterns.freeLine(side, from, to, range, wanted, {}))
            places.push_back(*at);
    }
    std::sort(places.begin() + 1, places.end());
    places.erase(std::unique(places.begin() + 1, places.end()), places.end());
    return places;
}

/// The part of a line that lies hidden between a port and the middle of its element, so that a wide block
/// does not look nearer from its short sides; of a large frame only the first bit counts.
inline qint64 hidden(const Rect& rect, Way side) {
    const Coord half = (isHorizontal(side) ? rect.w : rect.h) / 2;
    return std::min(half, 100 * kUnitsPerPoint);
}

} // namespace groundplan::routing
