#include "model/exchange/flow_of_edge.h"

#include "model/design/flow_between.h"
#include "model/design/recognition.h"

#include <QRegularExpression>

#include <array>

using namespace Qt::StringLiterals;

namespace groundplan {

namespace {

/// The one flow that the words of a label name among others ("batch, 15 min"). Requests are named for much
/// ("request log").
std::optional<Flow> flowIn(const QString& label) {
    static const QRegularExpression named(
        uR"((?<![\w-])(?:(batch)|(stream(?:ing)?)|(feedback)|(telemetry)|(training data)|(model artifacts?))(?![\w-]))"_s,
        QRegularExpression::CaseInsensitiveOption);
    constexpr std::array kFlows{Flow::Batch,     Flow::Stream,       Flow::Feedback,
                                Flow::Telemetry, Flow::TrainingData, Flow::ModelArtifact};
    std::optional<Flow> flow;
    for (auto words = named.globalMatch(label.left(200)); words.hasNext();) {
        const Flow next = kFlows[size_t(words.next().lastCapturedIndex() - 1)];
        if (flow && flow != next)
            return std::nullopt;
        flow = next;
    }
    return flow;
}

} // namespace

Flow flowOf(const Diagram::Edge& edge, const Connection& connection, const Design& design,
            const Catalogue& catalogue) {
    if (edge.flow)
        return *edge.flow;
    const QString said = connection.label.toLower().replace(u' ', u'-');
    if (const auto flow = fromWord<Flow>(said))
        return *flow;
    if (const auto flow = flowIn(connection.label))
        return *flow;
    const Block* source = design.blocks.find(connection.source);
    const Block* target = design.blocks.find(connection.target);
    const Flow usual = flowBetween(catalogue, source, target);
    if (edge.line == Diagram::Edge::Line::Plain)
        return usual;
    // Many draw thick what is important, and dashed what happens later: what both ends say is surer.
    const auto isKnown = [](const Block* block) { return block && block->kind != kPlainKind; };
    const bool known = isKnown(source) && isKnown(target);
    if (edge.line == Diagram::Edge::Line::Thick)
        return known || usual == Flow::Stream ? usual : Flow::ModelArtifact;
    const bool sure = usual != Flow::Request && usual != Flow::Stream && usual != Flow::ModelArtifact;
    if (sure || (known && usual != Flow::Request))
        return usual;
    return edge.line == Diagram::Edge::Line::Dashed ? Flow::Batch : Flow::Telemetry;
}

} // namespace groundplan
