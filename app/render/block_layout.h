#pragma once

#include "app/render/text_layout.h"
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
    QRectF pill;            ///< "ML"
    QRectF title;           ///< room for titleLines
    int titleLines = 1;     ///< as many as the title needs or the height allows
    double titleSpared = 0; ///< what the first line of the title leaves to the pill
    QRectF technology;
    QRectF chips; ///< room for whole rows of chips
};

struct BlockParts {
    bool ml = false;
    bool technology = false;
    bool chips = false;
    QString title = {}; ///< decides how many lines it gets and where the pill goes
};

/// Lines that a title gets at most.
inline constexpr int kMostTitleLines = 3;

/// Texts are measured through `texts`.
BlockLayout layoutBlock(QSizeF size, const BlockParts& parts, TextCache& texts);
/// Whether a block of that size shows its title whole, with no word of it broken.
bool showsTitle(QSizeF size, const BlockParts& parts);

/// What a verdict's tick or cross takes of a chip.
inline constexpr double kVerdictWidth = 8;
/// Width of a chip with a text that wide.
double chipWidth(double textWidth, bool verdict);
/// Width of the ML pill.
double pillWidth();

/// The height at which a block of that width drops nothing and shows its title, if that fits at all.
double fullBlockHeight(double width, const BlockParts& parts, int chipRows);
/// The smallest width, at least `least`, at which the title fits into two lines without a word being broken;
/// a title that fits into none is as wide as blocks grow for titles.
double fullBlockWidth(double least, const BlockParts& parts);
/// The size that is least larger than `least` at which a block without chips drops nothing of `parts`, has a
/// tile, and shows its title whole; blocks whose title fits into none are as large as they grow for titles.
QSizeF leastBlockSize(QSizeF least, const BlockParts& parts);
/// The smallest width, at least that of `least`, at which a block as high as that shows its technology whole;
/// where blocks do not grow as wide, or are too low for it, that of `least`.
double widthForTechnology(QSizeF least, const BlockParts& parts, const QString& technology);

} // namespace groundplan
