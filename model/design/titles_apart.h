#pragma once

#include "model/design/design.h"

namespace groundplan {

/// What blocks and frames are called whose title another one has, too, by what can be seen of them: with the
/// nearest frame around them in which no other of that title lies, "Ranking (Online path)"; else with a
/// technology that none of the others has, "Ranking (XGBoost)"; those that are still alike are counted in the
/// order in which the report tells them, "Ranking (1)", "Ranking (2)". A single one that is left keeps the
/// title alone. Those with a title of their own are not in it; all that is said differs.
QHash<ElementId, QString> titlesApart(const Design& design);

} // namespace groundplan
