#pragma once

#include "model/design/metric_value.h"

#include <QPointF>
#include <QRectF>
#include <QSizeF>
#include <QString>

namespace groundplan {

/// Where the parts of a block's card lie, in points from its top left corner. What there is no room for is
/// empty: first chips go, then the technology, then the tile shrinks and goes; a title is elided.
struct BlockLayout {
    QRectF tile;
    QRectF pill; ///< "ML"
    QRectF title;
    QRectF technology;
    QRectF chips; ///< room for whole rows of chips
};

struct BlockParts {
    bool ml = false;
    bool technology = false;
    bool chips = false;
};

BlockLayout layoutBlock(QSizeF size, const BlockParts& parts);

/// What a verdict's dot takes of a chip.
inline constexpr double kVerdictWidth = 8;
/// Width of a chip with a text that wide.
double chipWidth(double textWidth, bool verdict);
/// Width of the ML pill.
double pillWidth();

/// Sizes at which nothing is dropped.
double fullBlockHeight(bool chips, int chipRows);

} // namespace groundplan
