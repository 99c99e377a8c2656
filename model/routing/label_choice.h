#pragma once

#include "model/routing/routing_index.h"

namespace groundplan {

/// Labels that the router places lie at multiples of this many thousandths of the way, and those that
/// somebody has put somewhere lie between: so a place by hand is known, and stays.
inline constexpr qint32 kLabelStep = 50;
constexpr bool isLabelByHand(qint32 labelAt) {
    return labelAt % kLabelStep != 0;
}
/// The next place to it that counts as chosen by hand.
constexpr qint32 labelByHand(qint32 labelAt) {
    return isLabelByHand(labelAt) ? labelAt : labelAt < 500 ? labelAt + 1 : labelAt - 1;
}

/// New places (thousandths) for labels of these connections that nobody has put elsewhere, and for those that
/// one of `placed` or a route of `connections` now covers, or that make room for these: as near to the middle
/// of the way as can be where they cover no block or card, no other label, no other line or piece of their
/// own, no arrow head and no title of a frame; else where they cover least. Those that stay are left out.
/// `index` shows the design. Deterministic: those with the least choice first, then in the order of ids.
QHash<ElementId, qint32> chooseLabelPlaces(const Design& design, const RoutingIndex& index,
                                           const QSet<ElementId>& connections,
                                           const QSet<ElementId>& placed = {});

} // namespace groundplan
