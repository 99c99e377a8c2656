#pragma once

#include "model/graphviz/placement.h"

#include <QList>

namespace groundplan {

/// A label that is to find room between two blocks or frames.
struct LabelNeed {
    ElementId source;
    ElementId target;
    Size label;
};

/// All that lies at `from` or behind it has moved on by `by`, to the right or downwards.
struct RoomMade {
    bool across = true; ///< to the right
    Coord from = 0;
    Coord by = 0;

    Point moved(Point at) const {
        if ((across ? at.x : at.y) >= from)
            (across ? at.x : at.y) += by;
        return at;
    }
};

/// Where two ends face each other and their label is wider or higher than what lies between them, all that
/// begins behind the nearer one moves on, and frames around both become larger: whatever lay beside something
/// else still does. Not beyond twice the drawing's own width and height. Steps in the order in which they
/// were taken.
QList<RoomMade> makeRoomForLabels(const Design& design, Placement& placement, const QList<LabelNeed>& needs);

} // namespace groundplan
