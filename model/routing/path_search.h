#pragma once

#include "model/routing/patterns.h"

#include <optional>
#include <vector>

namespace groundplan::routing {

/// A port where a line may begin or end, and what choosing it costs beside the line itself.
struct SearchEnd {
    Port port;
    qint64 cost = 0;
    Coord bit = 0; ///< of a bare place: that the line goes straight on before it turns
};

struct Found {
    Path path;
    std::size_t source = 0; ///< index of the ends that were chosen
    std::size_t target = 0;
    qint64 cost = 0; ///< as costOf(), with the ends' own costs
};

/// Memory of one search, kept for the next: clearing it would take longer than most searches do.
struct SearchSpace {
    struct State {
        qint64 cost = 0;
        quint32 search = 0; ///< the rest counts only where this is the search's own number
        quint8 from = 0;
    };
    std::vector<State> states;
    std::vector<qint32> flat, upright; ///< by cell, for the edge to the next line: extra cost, or blocked
    quint32 search = 0;
};

/// Looks for the cheapest line that keeps `clearance` from everything and leaves and enters straight for at
/// least `stub` (what stands nearer to a bare end than that keeps as far from the line as from that end): A*
/// over the lines that run along the cleared borders of what stands about, in a window that grows when it
/// holds no way. The work is capped by counting; nothing when there is no way within that.
std::optional<Found> searchPath(SearchSpace& space, const Scene& scene, const Ends& ends,
                                const std::vector<SearchEnd>& sources, const std::vector<SearchEnd>& targets,
                                Coord clearance, Coord stub);

} // namespace groundplan::routing
