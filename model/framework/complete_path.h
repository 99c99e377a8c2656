#pragma once

#include "model/design/catalogue.h"
#include "model/design/design.h"

namespace groundplan {

/// The shortest directed way from data, through something that learns, to what serves, by numbers of
/// connections and of equal ones that of the lowest ids: its blocks from the end to the beginning. Empty:
/// there is none.
///
/// Data is a block of a group with the role `data`, but not one that only answers online and gives out no
/// flow of its own (a client, a cache, a vector index): what comes from there is a request. Something learns
/// on the way where a block that does not serve needs machine learning, where training data or a model flows,
/// or where features that were made on the way come into a block that needs machine learning.
QList<ElementId> completePath(const Design& design, const Catalogue& catalogue);

} // namespace groundplan
