#include "model/exchange/asked_blocks.h"

#include "model/design/asked_block.h"

namespace groundplan {

void routeRequests(const Diagram& diagram, const QHash<QString, qsizetype>& nodes,
                   const QList<ElementId>& ids, const Catalogue& catalogue, Design& design) {
    const auto blockOf = [&](const QString& id) {
        const qsizetype node = nodes.value(id, -1);
        return node < 0 ? nullptr : design.blocks.find(ids[node]);
    };
    for (const Diagram::Edge& edge : diagram.edges) {
        const Block* source = blockOf(edge.source);
        const Block* target = blockOf(edge.target);
        if (!source || !target || edge.flow)
            continue;
        const Diagram::Node& node = diagram.nodes[nodes[edge.target]];
        const auto asked = askedBlock(*source, *target, catalogue);
        if (asked && node.kind.isEmpty() && !node.own)
            design.blocks.put(*asked);
    }
}

} // namespace groundplan
