#pragma once

#include "app/render/look.h"
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
    /// A line of the picture: its corners in board units, shifted by `by`, and how wide it is drawn.
    void add(ElementId line, const QList<Point>& corners, Point by, double width = look::kLineWidth);
    void finish();
    /// The jumps of a line (corners in points), in the order of its way, the larger the wider the lines are.
    /// There is none where there is no room: near a corner or an end of either line, or where another one
    /// begins.
    QList<Jump> jumpsOf(ElementId line, const QList<QPointF>& corners, double width = look::kLineWidth) const;

    /// What lies farther from a picture than this, in points, changes no jump in it.
    static constexpr double kReach = 16;

private:
    struct Upright {
        double x, top, bottom, width;
        ElementId line;
    };
    std::vector<Upright> uprights_; ///< by x
};

} // namespace groundplan
