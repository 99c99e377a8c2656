#pragma once

#include "model/design/design.h"

namespace groundplan {

/// The sizes of labels that have none.
void measureLabels(Design& design);

/// Gives connections what only a program with fonts can: the size of their labels and, where they have none,
/// a route, with its label where it covers nothing. For designs that come from outside an edit (imports).
void finishConnections(Design& design);

} // namespace groundplan
