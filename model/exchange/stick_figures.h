#pragma once

#include "model/exchange/loose_drawing.h"

namespace groundplan {

/// A head, a body of lines and perhaps a name in one group, as libraries of shapes have them, become one
/// block with the hint "actor" where it has a name or something is linked to it; else they stay drawn.
void joinStickFigures(LooseDrawing& drawing);

} // namespace groundplan
