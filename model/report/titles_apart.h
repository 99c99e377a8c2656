#pragma once

#include "model/design/design.h"

namespace groundplan::report {

/// What blocks and frames are called whose title another one has, too: with the frame around them in which
/// no other of that title lies, "Ranking (Online path)", else with their name, "Ranking (ranking_2)". One of
/// them may keep the title alone. Those with a title of their own are not in it.
QHash<ElementId, QString> titlesApart(const Design& design);

} // namespace groundplan::report
