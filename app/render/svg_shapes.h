#pragma once

#include <QPainterPath>
#include <QRectF>

#include <optional>

namespace groundplan {

struct RoundedRect {
    QRectF rect;
    double rx = 0, ry = 0;
};

/// The rectangle whose corners are rounded alike that the path is, as QPainterPath::addRoundedRect() makes
/// it; nothing when it is any other.
std::optional<RoundedRect> roundedRectIn(const QPainterPath& path);

/// Whether the path has more than one figure, so that the rule by which it is filled may matter.
bool isCompound(const QPainterPath& path);

} // namespace groundplan
