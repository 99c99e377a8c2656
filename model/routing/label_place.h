#pragma once

#include "model/design/rows.h"

#include <QPointF>
#include <QRectF>
#include <QSizeF>

#include <span>

namespace groundplan {

/// Where a label's pill lies on its connection: the middle at `thousandths` of the way, slid along it as
/// little as possible so that it lies on a straight piece with some line to be seen at both sides. On a level
/// piece at an end of the way that is too short it may reach over the corner. Where no piece is long enough
/// it lies beside the middle of one. Points; empty for an empty size or way.
QRectF placeLabel(std::span<const QPointF> corners, int thousandths, QSizeF size,
                  Direction direction = Direction::Forward);

/// What of a line's look the place of its label depends on, in points.
inline constexpr double kLineCornerRadius = 9;
inline constexpr double kArrowHeadLength = 9;

} // namespace groundplan
