#pragma once

#include "model/graphviz/dot.h"

namespace groundplan {

/// Places everything in rows, frame by frame, in the order of the request: no connection is looked at, and it
/// takes no time. For when dot fails or takes too long.
LayoutResult gridLayout(const LayoutRequest& request);

} // namespace groundplan
