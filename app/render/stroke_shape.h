#pragma once

#include "model/design/rows.h"

#include <QPainterPath>
#include <QRectF>

namespace groundplan {

/// A stroke as it is painted, in points: a line of one width, an area, or both.
struct StrokeShape {
    QPainterPath line;
    double width = 0; ///< of `line`; 0: there is none
    QPainterPath area;
};

/// `offset`: board units. Curves pass through the middles between a pen's points and are bent by these, which
/// rounds off the jitter of a hand and of whole device pixels; where the pressure changes the line is an area
/// between two such curves.
StrokeShape shapeOf(const Stroke& stroke, Point offset = {});

/// How far it reaches beyond its rectangle at most, in units: width and heads.
Coord strokeReach(const Stroke& stroke);

/// How many times its width a pen's line is at that pressure.
double widthFactor(quint8 pressure);

/// Where a shape's text is, within `rect`.
QRectF captionRoom(const Shape& shape, const QRectF& rect);
/// The size in units at which a text shape shows its text without wrapping.
Size fittingShapeSize(const Shape& shape);
/// Likewise with lines at most `widest` wide, but for words that are wider.
Size fittingShapeSize(const Shape& shape, Coord widest);
/// Height of the em in which shapes' texts are laid out, in points; they are painted scaled to
/// Shape::textSize.
double textEm();

} // namespace groundplan
