#pragma once

#include "model/exchange/diagram.h"

namespace groundplan {

/// A small ring with a number, if nothing is linked to it: the step that a picture's description counts.
bool isStepNumber(const Diagram::Node& node);
/// The ring and the number, as they were drawn.
QList<Diagram::Node> drawnStep(Diagram::Node ring);

} // namespace groundplan
