#include "model/exchange/asked_blocks.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace groundplan {

namespace {

/// People start deployments, too; a gateway never does.
bool isStarted(const Block& source, const Block& target) {
    static const QRegularExpression steps(u"deploy|releas|roll.?(?:out|back)"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    return source.kind == "user-client"_L1 && steps.match(target.title).hasMatch();
}

} // namespace

void routeRequests(const Diagram& diagram, const QHash<QString, qsizetype>& nodes,
                   const QList<ElementId>& ids, const Catalogue& catalogue, Design& design) {
    const Kind* router = catalogue.kind(u"load-balancer"_s);
    const auto blockOf = [&](const QString& id) {
        const qsizetype node = nodes.value(id, -1);
        return node < 0 ? nullptr : design.blocks.find(ids[node]);
    };
    for (const Diagram::Edge& edge : diagram.edges) {
        const Block* source = blockOf(edge.source);
        const Block* target = blockOf(edge.target);
        const bool released = target && (target->kind == "canary"_L1 || target->kind == "shadow"_L1);
        if (!source || !released || !router || edge.flow)
            continue;
        const Diagram::Node& node = diagram.nodes[nodes[edge.target]];
        if (!node.kind.isEmpty() || node.own || isStarted(*source, *target) ||
            catalogue.usualFlow(source->kind, router->name) != Flow::Request)
            continue;
        Block block = *target;
        block.kind = router->name;
        block.ml = router->ml;
        block.path = router->path;
        design.blocks.put(block);
    }
}

} // namespace groundplan
