#pragma once

#include "model/exchange/diagram.h"

namespace groundplan {

/// One connection in place of edges that go on as each other: between the outermost ends, with all that they
/// say. `corners`: places on the way, one between each two; empty: they have none.
Diagram::Edge joinedEdges(const QList<const Diagram::Edge*>& way, const QList<Point>& corners = {});

/// A block of the shape "point" that has no title of its own is where lines meet. Where it is clear what
/// leads where (model/graphviz/junctions.h), connections lead past it; else it stays, and is called by what
/// it is instead of an id.
Diagram withoutJunctions(Diagram diagram);

} // namespace groundplan
