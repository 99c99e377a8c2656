#pragma once

#include "tests/bench/routing_sets.h"

#include <QJsonObject>

namespace groundplan::bench {

/// What can be said of the routes stored in a design. Less is better throughout.
struct RouteFigures {
    int hits = 0;       ///< connections through a block that is none of their ends
    int needless = 0;   ///< of these, those that a free way exists for; counted only where looked for
    int intrusions = 0; ///< pairs of a connection and a frame that it enters without reason
    int bends = 0;
    int crossings = 0;
    double overlap = 0;         ///< points that lines of different connections lie on one another
    double border = 0;          ///< points that lines run within 7 points of a frame's border
    int struck = 0;             ///< titles and remarks of frames with a line over them, once for each line
    int labelOverlaps = 0;      ///< labels on a block, another label or another line
    int labelOverlapsDrawn = 0; ///< the same when the connections come one by one; counted only of small sets
    int closeEnds = 0;          ///< neighbours less than 12 points apart on a side with 16 for each
    int changed = 0;   ///< connections changed by moving an unrelated block and routing what that touches
    int unstable = 0;  ///< connections with another route in another insertion order
    double length = 0; ///< points
};

/// Routes all connections of the set and looks at the result.
RouteFigures figuresOf(const RoutingSet& set);
QJsonObject toJson(const RouteFigures& figures);

/// Times in milliseconds: everything of a grid of 1,000 and of 10,000 blocks, a frame of dragging one block
/// among 1,000 (the middle and the slowest of 50), a link right across 1,000 blocks.
QJsonObject routingTimes();

} // namespace groundplan::bench
