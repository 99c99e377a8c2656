#pragma once

#include "model/design/design.h"
#include "model/sketch/layered_layout.h"

#include <QHash>

#include <optional>

namespace groundplan {

/// A block or frame of a sketch that wants a place.
struct PlacedUnit {
    ElementId id;
    Size size; ///< of a frame: found from its content
    bool isFrame = false;
    int inside = -1;  ///< the new frame that holds it, as an index; -1: none of the new ones
    ElementId parent; ///< the frame of the design that holds it; set by placing where `parentIsFree`
    bool parentIsFree =
        true;           ///< not written inside braces: may go into the frame of what it is connected with
    bool there = false; ///< a block of the design that is written into a frame; stands at `rect` until now
    Rect rect;          ///< the result
};

/// A connection of a sketch between new and existing elements.
struct PlacedLink {
    ElementId from, to;
    Coord room = 0; ///< width of its label
};

struct Placing {
    QList<PlacedUnit> units;
    QHash<ElementId, Rect> grown; ///< frames of the design that must become larger
};

/// Finds places for the units of a sketch: each group that hangs together is laid out in layers
/// (layered_layout.h) and set beside what it is connected with, else with its middle at `at` (inside `seen`,
/// or at its left and top where it is larger), else below all there is; moved up or down to where nothing
/// lies. A new frame goes round blocks that are there, where they stand, if nothing foreign lies between;
/// else they are moved into it. A frame of the design takes them in where it has room, and grows. Nothing
/// else that was there ever moves.
Placing placeUnits(const Design& design, QList<PlacedUnit> units, const QList<PlacedLink>& links,
                   std::optional<Point> at, const std::optional<Rect>& seen = std::nullopt);

} // namespace groundplan
