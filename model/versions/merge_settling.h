#pragma once

#include "model/design/design.h"

#include <QStringList>

namespace groundplan {

// What a merged design still needs when its rows are together, so that it is sound.

/// Each way is that of a version that has both ends where they are now, of the one that changed it where both
/// have; without one it is forgotten, so that it is found anew.
void forgetStaleWays(Design& merged, const Design& ours, const Design& theirs);

/// Both may have given the same name to something new: theirs gets another one. What was done, one sentence
/// each.
QStringList makeNamesUnique(Design& merged, const Design& ours);

} // namespace groundplan
