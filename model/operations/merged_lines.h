#pragma once

#include "model/document/editor.h"

#include <QHash>

namespace groundplan {

/// Routes what a merge of `ours` and `theirs` has left without a good way (settleMerge() says which), after
/// some elements of `before` were moved by `shifts`; frames may have grown as well.
void routeMergedLines(Editor& editor, const Design& ours, const Design& theirs, const Design& before,
                      const QHash<ElementId, Point>& shifts);

} // namespace groundplan
