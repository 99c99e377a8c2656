#pragma once

#include <QColor>
#include <QRectF>

class QPainter;

namespace groundplan {

/// `share` of the way from `a` to `b`.
QColor blend(const QColor& a, const QColor& b, qreal share);

/// A filled round rectangle with a crisp outline of `width` logical pixels inside `rect`; a transparent
/// colour leaves its part out.
void roundRect(QPainter* painter, const QRectF& rect, qreal radius, const QColor& fill, const QColor& line,
               qreal width = 1);

} // namespace groundplan
