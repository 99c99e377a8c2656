#pragma once

#include "model/graphviz/wire.h"

#include <string>
#include <string_view>

namespace groundplan {

/// Brings DOT into UTF-8: a byte order mark goes; a text that is no UTF-8 but says charset=latin1 is
/// converted.
wire::Failure toUtf8(std::string_view bytes, std::string& text);

/// Reads the whole text as Graphviz's grammar has it, without building anything, and counts: a text that
/// passes parses in bounded time and memory. Exact for nodes; for edges an upper bound, since edges between
/// the same nodes can merge. `moreGraphs`: something follows the graph.
wire::Failure precheckDot(std::string_view text, bool& moreGraphs);

} // namespace groundplan
