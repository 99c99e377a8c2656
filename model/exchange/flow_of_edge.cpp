#include "model/exchange/flow_of_edge.h"

#include "model/design/label_lines.h"
#include "model/design/recognition.h"
#include "model/exchange/drawing_rows.h"

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

QString labelOf(const Diagram::Edge& edge, const Connection* was) {
    return edge.flow || was ? edge.label.simplified() : labelOfLines(linesOf(edge.label));
}

} // namespace groundplan
