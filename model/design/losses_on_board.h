#pragma once

#include "model/design/design.h"
#include "model/design/not_taken.h"

#include <functional>

namespace groundplan {

/// Calls the things of a list by the titles that they have on the board, those of one title by what tells
/// them apart (titles_apart.h). `became`: the block or frame that a thing of the file is; none: it keeps its
/// words.
void callAsOnBoard(NotTaken& list, const Design& design,
                   const std::function<ElementId(const QString& id)>& became);

} // namespace groundplan
