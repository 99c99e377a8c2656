#pragma once

#include "model/design/design.h"

#include <QStringList>

namespace groundplan {

// What a merged design still needs when its rows are together, so that it is sound.

/// A way counts from its source: where an end lies elsewhere than in the version that the way comes from, it
/// is found anew.
void forgetStaleWays(Design& merged, const Design& ours, const Design& theirs);

/// Both may have given the same name to something new: theirs gets another one. What was done, one sentence
/// each.
QStringList makeNamesUnique(Design& merged, const Design& ours);

} // namespace groundplan
