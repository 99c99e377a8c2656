#include "model/exchange/flow_of_edge.h"

#include "model/design/recognition.h"

#include <QCoreApplication>

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

void noteLostLook(const Diagram::Edge& edge, Flow flow, const QString& name, NotTaken& notTaken) {
    const auto tr = [](const char* text) { return QCoreApplication::translate("Exchange", text); };
    if (edge.flow)
        return;
    if (!isDrawnLike(flow, edge.line))
        notTaken.add(tr("Dashes and widths of lines were left out, the flow says theirs: %1."), name);
    if (!edge.colour.isEmpty() && !Recognition::visible(edge.colour).isEmpty())
        notTaken.add(tr("Colours of connections were left out, the flow says theirs: %1."), name);
}

} // namespace groundplan
