#pragma once

#include "model/design/design.h"

#include <QList>

namespace groundplan {

/// A box before and after it has grown.
struct GrownBox {
    Rect was;
    Rect now;
};

/// Drawn lines and arrows whose ends touched such a box from outside, or stood before it, and would now lie
/// within it end at its border. What lay deeper in it was drawn upon it and stays, and so does what a pen has
/// drawn.
void keepEndsOutside(Design& design, const QList<GrownBox>& boxes);

/// Small drawn shapes at the border of such a box, as the numbers of steps are, go along with that border
/// where they would lie upon the box otherwise.
void keepMarksBeside(Design& design, const QList<GrownBox>& boxes);

} // namespace groundplan
