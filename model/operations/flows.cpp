#include "model/design/flow_between.h"
#include "model/operations/operations.h"

namespace groundplan {

Flow likelyFlow(const Catalogue& catalogue, const Block* source, const Block* target) {
    return flowBetween(catalogue, source, target);
}

Flow likelyFlow(const Design& design, const Catalogue& catalogue, ElementId source, ElementId target) {
    return likelyFlow(catalogue, design.blocks.find(source), design.blocks.find(target));
}

} // namespace groundplan
