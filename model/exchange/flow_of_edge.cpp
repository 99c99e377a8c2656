#include "model/exchange/flow_of_edge.h"

#include "model/design/flow_between.h"
#include "model/design/recognition.h"

namespace groundplan {

Flow flowOf(const Diagram::Edge& edge, const Connection& connection, const Design& design,
            const Catalogue& catalogue) {
    if (edge.flow)
        return *edge.flow;
    const QString said = connection.label.toLower().replace(u' ', u'-');
    if (const auto flow = fromWord<Flow>(said))
        return *flow;
    const Block* source = design.blocks.find(connection.source);
    const Block* target = design.blocks.find(connection.target);
    const Flow usual = flowBetween(catalogue, source, target);
    if (edge.line == Diagram::Edge::Line::Plain)
        return usual;
    // Many draw thick what is important.
    if (edge.line == Diagram::Edge::Line::Thick) {
        const auto isKnown = [](const Block* block) { return block && block->kind != kPlainKind; };
        const bool known = isKnown(source) && isKnown(target);
        return known || usual == Flow::Stream ? usual : Flow::ModelArtifact;
    }
    if (usual != Flow::Request && usual != Flow::Stream && usual != Flow::ModelArtifact)
        return usual;
    return edge.line == Diagram::Edge::Line::Dashed ? Flow::Batch : Flow::Telemetry;
}

} // namespace groundplan
