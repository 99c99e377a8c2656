#pragma once

#include "model/exchange/loose_drawing.h"

namespace groundplan {

/// Says of which lines that join nothing the dashes are lost: a drawn line of ours is whole.
void noteLostDashes(const QList<LooseLine>& lines, const QList<Diagram::Node>& nodes, NotTaken& notTaken);

} // namespace groundplan
