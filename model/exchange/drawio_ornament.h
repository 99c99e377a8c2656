#pragma once

#include "model/exchange/drawio_style.h"
#include "model/exchange/loose_drawing.h"

#include <QList>
#include <QPointF>
#include <QRectF>

namespace groundplan::drawio {

/// The line that a figure is which means nothing where it is neither labelled nor linked: a brace, a bracket,
/// an arrow. Empty: the style shows none of them.
struct OrnamentLine {
    QList<QPointF> points;
    bool arrow = false;
};
OrnamentLine ornamentLine(const Style& style, const QRectF& rect);

/// draw.io writes the title of a lying pool at its left, so that its lanes begin at its top; here titles
/// stand at the top: frames grow upwards over those in them.
void freeTitles(LooseDrawing& drawing);

} // namespace groundplan::drawio
