#include "model/design/flow_between.h"

#include "model/design/catalogue.h"

#include <algorithm>

namespace groundplan {

namespace {

/// Which of two proposals wins: the later one. templates/catalog/README.md tells authors of kinds.
constexpr Flow kByWeight[] = {Flow::Batch,    Flow::Stream,  Flow::TrainingData, Flow::ModelArtifact,
                              Flow::Feedback, Flow::Request, Flow::Telemetry};

} // namespace

Flow flowBetween(const Catalogue& catalogue, const Block* source, const Block* target) {
    const auto kindOf = [&](const Block* block) { return block ? catalogue.kind(block->kind) : nullptr; };
    const Kind* sourceKind = kindOf(source);
    const Kind* targetKind = kindOf(target);
    if (sourceKind && targetKind) {
        if (const std::optional<Flow> usual = catalogue.usualFlow(sourceKind->name, targetKind->name))
            return *usual;
    }
    const std::optional<Flow> out = sourceKind ? sourceKind->flowOut : std::nullopt;
    const std::optional<Flow> in = targetKind ? targetKind->flowIn : std::nullopt;
    if (!out && !in)
        return source && source->path == Path::Offline ? Flow::Batch : Flow::Request;
    if (!out || !in)
        return out ? *out : *in;
    const auto weight = [](Flow flow) { return std::find(std::begin(kByWeight), std::end(kByWeight), flow); };
    return weight(*out) > weight(*in) ? *out : *in;
}

} // namespace groundplan
