#pragma once

#include "app/render/theme.h"
#include "model/design/design.h"

namespace groundplan {

/// A frame in a frame is told from it by its ground: the frame's and the canvas's, in turns.
const QColor& frameFillOf(const Theme& theme, const Design& design, ElementId frame);

} // namespace groundplan
