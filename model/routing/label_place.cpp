#include "model/routing/label_place.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace groundplan {

namespace {

double distance(QPointF a, QPointF b) {
    return std::hypot(b.x() - a.x(), b.y() - a.y());
}

QPointF pointOn(std::span<const QPointF> corners, double along) {
    for (std::size_t i = 1; i < corners.size(); ++i) {
        const double length = distance(corners[i - 1], corners[i]);
        if (along <= length && length > 0)
            return corners[i - 1] + (corners[i] - corners[i - 1]) * (std::max(0.0, along) / length);
        along -= length;
    }
    return corners.back();
}

} // namespace

QRectF placeLabel(std::span<const QPointF> corners, int thousandths, QSizeF size, Direction direction) {
    if (corners.size() < 2 || size.isEmpty())
        return {};
    constexpr double kShow = 4; ///< of the line beside the pill; at a corner its curve, too
    constexpr double kCorner = kLineCornerRadius;
    const double startHead = direction == Direction::Both ? kArrowHeadLength : 0;
    const double endHead = direction == Direction::None ? 0 : kArrowHeadLength;
    double length = 0;
    for (std::size_t i = 1; i < corners.size(); ++i)
        length += distance(corners[i - 1], corners[i]);
    const double wanted = length * thousandths / 1000.0;
    double best = std::numeric_limits<double>::infinity(), place = wanted;
    double start = 0, besideAt = wanted; ///< the middle of the piece on which the wanted place lies
    bool level = true;                   ///< the piece on which the wanted place lies
    bool overhang =
        false; ///< it is an end piece too short for the pill, and the pill reaches over its corner
    for (std::size_t i = 1; i < corners.size(); ++i) {
        const QPointF way = corners[i] - corners[i - 1];
        const double piece = std::hypot(way.x(), way.y());
        const bool isLevel = std::abs(way.x()) >= std::abs(way.y());
        const double half = (isLevel ? size.width() : size.height()) / 2 + kShow;
        // Heads stay in sight, too.
        const double from = start + half + (i == 1 ? startHead : kCorner);
        const double to = start + piece - half - (i + 1 == corners.size() ? endHead : kCorner);
        if (wanted >= start && wanted <= start + piece) {
            level = isLevel;
            besideAt = start + piece / 2;
            overhang = isLevel && from > to &&
                       ((i == 1 && wanted >= from) || (i + 1 == corners.size() && wanted <= to));
        }
        if (from <= to) {
            const double nearest = std::clamp(wanted, from, to);
            if (std::abs(nearest - wanted) < best - 1e-6) {
                best = std::abs(nearest - wanted);
                place = nearest;
            }
        }
        start += piece;
    }
    const bool beside = std::isinf(best) && !overhang;
    if (overhang)
        place = wanted;
    else if (beside)
        place = besideAt; // beside a corner it would belong to neither piece
    QPointF middle = pointOn(corners, place);
    if (beside)
        middle += level ? QPointF(0, size.height() / 2 + 4) : QPointF(size.width() / 2 + 5, 0);
    return {middle - QPointF(size.width(), size.height()) / 2, size};
}

} // namespace groundplan
