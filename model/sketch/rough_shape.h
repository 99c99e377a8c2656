#pragma once

#include "model/design/geometry.h"

#include <QList>
#include <QPointF>

namespace groundplan {

/// What a line drawn by hand looks like.
struct RoughShape {
    enum class Kind {
        Nothing, ///< anything else: letters, scribbles, arrows, ticks
        Closed,  ///< goes once round a rectangle or an ellipse
        Line,    ///< leads from one place to another, without wandering about
    };
    Kind kind = Kind::Nothing;
    Rect bounds;    ///< Closed: what it goes round
    Point from, to; ///< Line
};

/// `points`: where the pen was, in board units, in order. Looks at the whole line: whether its ends meet, how
/// much it turns in all, how much of its surrounding rectangle and of its convex hull it fills. A closed
/// shape is at least 48 x 28 points, since smaller ones are letters; a line is at least 24 points long.
RoughShape roughShapeOf(const QList<QPointF>& points);

} // namespace groundplan
