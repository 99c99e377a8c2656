#pragma once

#include "app/render/exports.h"
#include "model/versions/comparison.h"

namespace groundplan {

/// One picture of two versions: what is in either, with what was added outlined in green and marked "+", what
/// was removed dashed in red and marked "−" (and named beside it where something else is now), what changed
/// in amber and marked "≠" with what changed below it, and what only moved faintly dotted and marked "→".
/// Each is told by its line and sign without its colour. Below it stands how many there are of each, and what
/// differs about the board itself. Labels stay clear. `differences` are compare(before, after). To be handed
/// to exportDesign() as a picture. `words`: where it says what changed, by what that is about, in units.
ExportRequest differencePicture(const Design& before, const Design& after,
                                const QList<Difference>& differences,
                                QHash<ElementId, Rect>* words = nullptr);

} // namespace groundplan
