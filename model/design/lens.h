#pragma once

#include "model/design/design.h"

namespace groundplan {

/// What a lens leaves bright; the flows follow in their own order.
enum class Lens {
    None,
    Online,  ///< blocks of the online path
    Offline, ///< of the offline path
    MachineLearning,
    NoMetrics, ///< blocks on which no metric hangs
    Flow,      ///< the first flow; Flow + 1 the second, and so on
};
constexpr Lens lensOf(Flow flow) {
    return Lens(int(Lens::Flow) + int(flow));
}
inline constexpr int kLensCount = int(Lens::Flow) + int(wordCount<Flow>());

/// The elements that stay bright: the blocks the lens is about and the connections between two of them, or
/// the connections of a flow with their ends; and the frames around any of them. Empty for none.
QSet<ElementId> litBy(const Design& design, Lens lens);

} // namespace groundplan
