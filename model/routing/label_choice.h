#pragma once

#include "model/design/label_place.h"
#include "model/routing/routing_index.h"

namespace groundplan {

/// New places (thousandths) for labels of these connections that nobody has put elsewhere, and for those that
/// one of `placed` or a route of `connections` now covers, or that make room for these: as near to the middle
/// of the way as can be where they cover no block or card, no other label, no other line or piece of their
/// own, no arrow head and no title of a frame; else where they cover least. Those that stay are left out.
/// `index` shows the design. Deterministic: those with the least choice first, then in the order of ids.
QHash<ElementId, qint32> chooseLabelPlaces(const Design& design, const RoutingIndex& index,
                                           const QSet<ElementId>& connections,
                                           const QSet<ElementId>& placed = {});

} // namespace groundplan
