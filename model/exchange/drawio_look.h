#pragma once

#include "model/exchange/diagram.h"
#include "model/exchange/drawio_style.h"

namespace groundplan::drawio {

/// Colour, fill, outline and size of letters of a box.
void readLook(const Style& style, Diagram::Node& node);
/// Where a free text is held.
void readAlignment(const Style& style, Diagram::Node& node);

} // namespace groundplan::drawio
