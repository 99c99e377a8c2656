#pragma once

#include "model/graphviz/dot.h"

namespace groundplan {

/// Turns round, for the layout only, each edge that closes a cycle of those before it: whoever writes a file
/// writes what feeds back after what it feeds back from. dot opens cycles wherever it comes upon them. Takes
/// time in proportion to the edges that run against the order of the nodes; in a hostile graph the last
/// edges stay as they are.
void openCycles(LayoutRequest& request);

} // namespace groundplan
