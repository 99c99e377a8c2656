#pragma once

#include "model/design/catalogue.h"
#include "model/exchange/diagram.h"

#include <QHash>

namespace groundplan {

/// A canary or shadow that requests come to is no step of a release: it hands the requests on, as a load
/// balancer does, unless its words say that it deploys. `nodes`: places of the nodes by their ids; `ids`:
/// what they have become.
void routeRequests(const Diagram& diagram, const QHash<QString, qsizetype>& nodes,
                   const QList<ElementId>& ids, const Catalogue& catalogue, Design& design);

} // namespace groundplan
