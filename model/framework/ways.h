#pragma once

#include "model/design/catalogue.h"
#include "model/design/design.h"

namespace groundplan {

/// The blocks of a shortest way along the connections, in the order in which it passes them, through a block
/// of each of these sets of kinds and groups in turn; other blocks may stand between. A connection that
/// points both ways, or neither, can be gone either way; one that ends at a frame ends at each block in it.
/// Nothing: there is no such way.
QList<ElementId> wayThrough(const QList<QStringList>& stations, const Design& design,
                            const Catalogue& catalogue);

} // namespace groundplan
