#pragma once

#include "model/design/catalogue.h"
#include "model/exchange/diagram.h"

namespace groundplan {

/// The flow of a connection that a drawing shows; `connection` has its ends, which are in the design, and its
/// label. `was`: the same in the design of ours that the drawing was made from, if it was; who draws a line
/// of that otherwise means the flow that looks so.
Flow flowOf(const Diagram::Edge& edge, const Connection& connection, const Connection* was,
            const Design& design, const Catalogue& catalogue);

/// What a connection says, on one line; what our own drawings say is left as it was.
QString labelOf(const Diagram::Edge& edge, const Connection* was);

/// Lists colour, dashes and width of a connection called `name` that has become one of `flow`, where they are
/// not seen any more.
void noteLostLook(const Diagram::Edge& edge, Flow flow, const QString& name, NotTaken& notTaken);

} // namespace groundplan
