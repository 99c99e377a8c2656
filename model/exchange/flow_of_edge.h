#pragma once

#include "model/design/catalogue.h"
#include "model/exchange/diagram.h"

namespace groundplan {

/// The flow of a connection that a drawing shows; `connection` has its ends, which are in the design, and its
/// label. What the file says counts; then a label that names a flow; then the line, where the kinds at its
/// ends do not say which of the flows drawn like that is usual; else the kinds alone.
Flow flowOf(const Diagram::Edge& edge, const Connection& connection, const Design& design,
            const Catalogue& catalogue);

} // namespace groundplan
