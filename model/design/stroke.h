#pragma once

#include "model/design/rows.h"

#include <QPointF>

namespace groundplan {

/// Where a pen was, and how hard it pressed.
struct PenPoint {
    Point at;              ///< in board units
    quint8 pressure = 128; ///< as StrokePoint::pressure
    friend bool operator==(const PenPoint&, const PenPoint&) = default;
};

/// A stroke (without an id) that goes through these points, thinned to at most limits::kStrokePoints. A tap
/// is a stroke of one point. Its rectangle is that of the points, made larger about its middle where it would
/// be smaller than kMinSize.
Stroke strokeThrough(const QList<PenPoint>& points, StrokeTool tool, const QString& colour, Coord width);

/// Where a stroke's points are on the board, in units (not rounded: a pen's line would become jagged).
QList<QPointF> pointsOf(const Stroke& stroke);

/// Whether the stroke comes nearer to `at` than `reach` units, its own width counted.
bool touches(const Stroke& stroke, QPointF at, double reach);

} // namespace groundplan
