#pragma once

#include "model/exchange/drawio_style.h"
#include "model/exchange/loose_drawing.h"

namespace groundplan::drawio {

/// How a connector is drawn.
Diagram::Edge::Line lineOf(const Style& style);
/// What a mark at an end of a connector ("classic", "diamond") is; `usual` where none is said.
EndMark markOf(const QString& mark, EndMark usual);
/// How many things an end stands for ("0..*" of a crow's foot); empty: the mark does not say.
QString cardinalityOf(const QString& mark);

} // namespace groundplan::drawio
