#pragma once

#include "model/design/design.h"

#include <atomic>

namespace groundplan {

/// The sizes of labels that have none.
void measureLabels(Design& design);
/// So that they are measured anew.
void forgetLabelSizes(Design& design);

/// Gives connections what only a program with fonts can: the size of their labels and, where they have none,
/// a route, with its label where it covers nothing. For designs that come from outside an edit (imports):
/// in bounds, and false when `cancelled` became true before all was done.
bool finishConnections(Design& design, const std::atomic<bool>* cancelled = nullptr);

} // namespace groundplan
