#include "model/design/flow_drawn.h"

#include "model/design/flow_between.h"

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

bool namesStream(const QString& label) {
    static const QRegularExpression streams(
        uR"((?<![\w-])(?:Kafka|Kinesis|Pulsar|Redpanda|Pub/?Sub|Event Hubs?|topics?)(?![\w-])(?! model))"_s,
        QRegularExpression::CaseInsensitiveOption);
    return streams.match(label.left(200)).hasMatch();
}

/// What is asked for one request: no batch, though the same blocks fill an index overnight.
bool namesLookup(const QString& label) {
    static const QRegularExpression lookups(
        uR"((?<![\w-])(?:look-?ups?|query|queries|search|top-?k|top[- ]\d+|k?NN|ANN|(?:user|query) (?:vector|embedding))(?![\w-]))"_s,
        QRegularExpression::CaseInsensitiveOption);
    return lookups.match(label.left(200)).hasMatch();
}

/// What has no kind of its own, or only a machine, sends events to a stream and asks it nothing.
bool publishes(const Catalogue& catalogue, const Block* source, const Block* target) {
    const Kind* from = source ? catalogue.kind(source->kind) : nullptr;
    const Kind* to = target ? catalogue.kind(target->kind) : nullptr;
    return from && to && (from->name == kPlainKind || from->hosts) && to->flowIn == Flow::Stream;
}

} // namespace

Flow flowDrawn(const Catalogue& catalogue, const Block* source, const Block* target, const QString& label,
               LineLook look) {
    const QString said = label.toLower().replace(u' ', u'-');
    if (const auto flow = fromWord<Flow>(said))
        return *flow;
    if (const auto flow = flowIn(label))
        return *flow;
    const Flow usual = flowBetween(catalogue, source, target);
    const auto isOffline = [](const Block* block) { return block && block->path == Path::Offline; };
    const bool plain = usual == Flow::Request || usual == Flow::Batch;
    if (plain && (namesStream(label) || publishes(catalogue, source, target)))
        return Flow::Stream;
    if (usual == Flow::Batch && !isOffline(source) && !isOffline(target) && namesLookup(label))
        return Flow::Request;
    const bool later = look == LineLook::Dashed && (isOffline(source) || isOffline(target));
    return usual == Flow::Request && later ? Flow::Batch : usual;
}

Flow flowLike(LineLook look) {
    switch (look) {
    case LineLook::Dashed:
        return Flow::Batch;
    case LineLook::Dotted:
        return Flow::Telemetry;
    case LineLook::Thick:
        return Flow::ModelArtifact;
    case LineLook::Plain:
        break;
    }
    return Flow::Request;
}

bool isDrawnLike(Flow flow, LineLook look) {
    switch (look) {
    case LineLook::Dashed:
        return flow == Flow::Batch || flow == Flow::TrainingData;
    case LineLook::Dotted:
        return flow == Flow::Feedback || flow == Flow::Telemetry;
    case LineLook::Thick:
        return flow == Flow::ModelArtifact;
    case LineLook::Plain:
        break;
    }
    return true;
}

} // namespace groundplan
