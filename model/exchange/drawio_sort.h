#pragma once

#include "model/exchange/drawio_label.h"
#include "model/exchange/drawio_style.h"

namespace groundplan::drawio {

/// What a shape is, as far as it alone tells.
enum class Sort { Box, Frame, Group, Text, Sticky, Picture, Line };
/// `linked`: a connector ends at it.
Sort sortOf(const Style& style, const Label& label, bool linked);

} // namespace groundplan::drawio
