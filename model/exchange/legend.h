#pragma once

#include "model/design/geometry.h"

#include <QList>

namespace groundplan {

/// Whether a box that holds these and nothing else explains the signs of a drawing: two or more short lines
/// or small wordless boxes, each of which has a text on one side, and only there. `looks`: at how many pairs
/// it may still look, for all boxes of a file.
bool isLegend(const QList<Rect>& samples, const QList<Rect>& texts, qint64& looks);

} // namespace groundplan
