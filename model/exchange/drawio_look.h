#pragma once

#include "model/exchange/diagram.h"
#include "model/exchange/drawio_file.h"
#include "model/exchange/drawio_style.h"

namespace groundplan::drawio {

/// Colour, fill, outline and size of letters of a box.
void readLook(const Style& style, Diagram::Node& node);
/// The rectangle on the page of a shape within a parent of that size.
QRectF rectOf(const Geometry& geometry, bool folded, QPointF origin, QSizeF parent);
/// Where a free text is held.
void readAlignment(const Style& style, Diagram::Node& node);

} // namespace groundplan::drawio
