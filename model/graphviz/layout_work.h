#pragma once

#include "model/graphviz/wire.h"

#include <cstddef>

namespace groundplan {

/// What dot would have to look at for a layout, counted before it is asked.
struct LayoutWork {
    std::size_t passed = 0; ///< ranks that edges pass, each edge by itself
    std::size_t pairs = 0;  ///< of edges that pass the same rank
};

/// With each node as far down as the longest way to it, which is about where dot puts it. Edges that close a
/// cycle lead backwards and are counted the other way round.
LayoutWork workOf(const wire::LayoutGraph& graph);

} // namespace groundplan
