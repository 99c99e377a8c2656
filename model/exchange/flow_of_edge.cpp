#include "model/exchange/flow_of_edge.h"

namespace groundplan {

Flow flowOf(const Diagram::Edge& edge, const Connection& connection, const Connection* was,
            const Design& design, const Catalogue& catalogue) {
    if (edge.flow)
        return *edge.flow;
    if (was && edge.own.look)
        return was->flow;
    if (was && edge.line != LineLook::Plain)
        return flowLike(edge.line);
    return flowDrawn(catalogue, design.blocks.find(connection.source), design.blocks.find(connection.target),
                     connection.label, edge.line);
}

} // namespace groundplan
