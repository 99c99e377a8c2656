#pragma once

#include "model/design/id.h"
#include "model/routing/way.h"

#include <vector>

namespace groundplan::routing {

/// An end on a side that needs its place.
struct SideEnd {
    int node = -1;
    Way side = Way::Right;
    Point toward; ///< where its line leads
    ElementId id; ///< of the connection: orders lines that lead to the same place
    bool forward =
        true; ///< by ascending id clockwise; its other end the other way round, so that the two do not cross
    Point* at = nullptr; ///< the result
};

/// An end on the same side that has its place.
struct FixedEnd {
    Coord at = 0;
    Point toward;
};

/// Gives `count` ends of one side their places: in the order of the directions that they leave to, in the
/// gaps that the fixed ones leave, evenly (on a `longSide` as near as can be to where they lead).
void spreadAlong(const Rect& rect, Way side, bool longSide, const std::vector<FixedEnd>& fixed, SideEnd* ends,
                 std::size_t count);

} // namespace groundplan::routing
