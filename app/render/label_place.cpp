#include "app/render/label_place.h"

#include "app/render/look.h"
#include "app/render/route_shape.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace groundplan {

QRectF placeLabel(std::span<const QPointF> corners, int thousandths, QSizeF size, Direction direction) {
    if (corners.size() < 2 || size.isEmpty())
        return {};
    constexpr double kShow = 4; ///< of the line beside the pill; at a corner its curve, too
    constexpr double kCorner = look::kLineRadius;
    const double startHead = direction == Direction::Both ? look::kHeadLength : 0;
    const double endHead = direction == Direction::None ? 0 : look::kHeadLength;
    const double length = lengthOf(corners);
    const double wanted = length * thousandths / 1000.0;
    double best = std::numeric_limits<double>::infinity(), place = wanted;
    double start = 0;
    bool level = true; ///< the piece on which the wanted place lies
    for (std::size_t i = 1; i < corners.size(); ++i) {
        const QPointF way = corners[i] - corners[i - 1];
        const double piece = std::hypot(way.x(), way.y());
        const bool isLevel = std::abs(way.x()) >= std::abs(way.y());
        if (wanted >= start && wanted <= start + piece)
            level = isLevel;
        const double half = (isLevel ? size.width() : size.height()) / 2 + kShow;
        // Heads stay in sight, too.
        const double from = start + half + (i == 1 ? startHead : kCorner);
        const double to = start + piece - half - (i + 1 == corners.size() ? endHead : kCorner);
        if (from <= to) {
            const double nearest = std::clamp(wanted, from, to);
            if (std::abs(nearest - wanted) < best - 1e-6) {
                best = std::abs(nearest - wanted);
                place = nearest;
            }
        }
        start += piece;
    }
    QPointF middle = pointAlong(corners, place);
    if (std::isinf(best))
        middle += level ? QPointF(0, size.height() / 2 + 4) : QPointF(size.width() / 2 + 5, 0);
    return {middle - QPointF(size.width(), size.height()) / 2, size};
}

} // namespace groundplan
