#pragma once

#include "model/design/geometry.h"

#include <QList>

namespace groundplan {

/// A box where another program drew it, and the size at which ours is readable (at least that of `rect`).
struct TightBox {
    Rect rect;
    Size wanted;
};

/// How much larger a drawing has to be so that all boxes can have the sizes they want without touching others
/// that they did not touch before: 1 (mostly) to 4. Some few may lack room where all would take more than
/// 2.5, and 1 is the answer when 4 does not help, either. Takes bounded time.
double enlargementFor(const QList<TightBox>& boxes);

/// What becomes of the boxes: each grows about its middle as far as its neighbours let it.
QList<Rect> grownBoxes(const QList<TightBox>& boxes);

} // namespace groundplan
