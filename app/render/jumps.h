#pragma once

#include "model/design/geometry.h"
#include "model/design/id.h"

#include <QList>
#include <QPointF>

#include <vector>

namespace groundplan {

/// Where the lines of one picture cross. The level one of two jumps over the upright one: geometry alone
/// decides, so that a crossing looks the same whatever else is in the picture.
class Crossings {
public:
    /// A line of the picture: its corners in board units, shifted by `by`.
    void add(ElementId line, const QList<Point>& corners, Point by);
    void finish();
    /// The middles of the jumps of a line (corners in points), in the order of its way. There is none where
    /// there is no room: near a corner or an end of either line, or where another one begins.
    QList<QPointF> jumpsOf(ElementId line, const QList<QPointF>& corners) const;

    /// What lies farther from a picture than this, in points, changes no jump in it.
    static constexpr double kReach = 16;

private:
    struct Upright {
        double x, top, bottom;
        ElementId line;
    };
    std::vector<Upright> uprights_; ///< by x
};

} // namespace groundplan
