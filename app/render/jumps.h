#pragma once

#include "app/render/flow_style.h"
#include "app/render/route_shape.h"
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
    void add(ElementId line, const QList<Point>& corners, Point by, Flow flow = Flow::Request,
             Direction direction = Direction::Forward);
    void finish();
    /// The jumps of a line (corners in points), in the order of its way, the larger the wider the lines are.
    /// There is none where there is no room: in the curve of a corner or an arrow head of either line, right
    /// at an end, or where another one begins.
    QList<Jump> jumpsOf(ElementId line, const QList<QPointF>& corners, const LineLook& drawn) const;

    /// What lies farther from a picture than this, in points, changes no jump in it.
    static constexpr double kReach = 16;

private:
    struct Upright {
        double x, width;
        double top, bottom; ///< between which a bow over it finds room
        ElementId line;
    };
    std::vector<Upright> uprights_; ///< by x
};

} // namespace groundplan
