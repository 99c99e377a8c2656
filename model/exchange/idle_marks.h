#pragma once

#include "model/exchange/diagram.h"

namespace groundplan {

/// Takes away what a drawing has and that tells nothing: a group of one thing, a style that all lines have.
void dropWhatTellsNothing(Diagram& diagram);

} // namespace groundplan
