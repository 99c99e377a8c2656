#pragma once

#include "model/exchange/loose_drawing.h"

namespace groundplan {

/// What lies wholly within a frame of the file belongs to the innermost such frame, though the file has it
/// beside that: a box that was drawn last around the things of a lane, the words upon them. Only frames that
/// lie in what the thing lies in count, so nothing leaves its parent.
void enterFrames(LooseDrawing& drawing);

} // namespace groundplan
