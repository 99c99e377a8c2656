#include "model/graphviz/sibling_order.h"

#include "model/graphviz/frame_margins.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace groundplan {

namespace {

/// Between two that stand this close there is room for nothing else, not even for an edge that passes: dot
/// leaves 36 points at both of its sides.
constexpr Coord kNext = 72 * kUnitsPerPoint;

} // namespace

/// Around a node, or around all in a cluster.
struct SiblingOrder::Box {
    std::uint32_t first = wire::kNone; ///< of its nodes, as they were told
    Coord left = kMaxCoord;
    Coord right = -kMaxCoord;
    Coord firstRank = kMaxCoord; ///< middles of nodes
    Coord lastRank = -kMaxCoord;

    void add(const Box& box, Coord margin) {
        first = std::min(first, box.first);
        left = std::min(left, box.left - margin);
        right = std::max(right, box.right + margin);
        firstRank = std::min(firstRank, box.firstRank);
        lastRank = std::max(lastRank, box.lastRank);
    }
};

SiblingOrder::SiblingOrder(const wire::LayoutGraph& graph)
    : graph_(graph)
    , joined_(graph.clusterParents.size() + graph.nodes.size())
    , depths_(joined_.size()) {
    for (std::uint32_t unit = 0; unit < depths_.size(); ++unit)
        depths_[unit] = depthOf(above(unit)) + 1; // parents come before children
}

std::uint32_t SiblingOrder::above(std::uint32_t unit) const {
    const auto clusters = std::uint32_t(graph_.clusterParents.size());
    return unit < clusters ? graph_.clusterParents[unit] : graph_.nodes[unit - clusters].cluster;
}

std::uint32_t SiblingOrder::depthOf(std::uint32_t unit) const {
    return unit == wire::kNone ? 0 : depths_[unit];
}

/// An edge within a cluster leaves the cluster as free as it was.
void SiblingOrder::join(std::uint32_t one, std::uint32_t other) {
    while (one != other) {
        std::uint32_t& deeper = depthOf(one) < depthOf(other) ? other : one;
        joined_[deeper] = true;
        deeper = above(deeper);
    }
}

QList<SiblingOrder::Box> SiblingOrder::boxesOf(const wire::Places& places) const {
    QList<Box> boxes(qsizetype(joined_.size()));
    for (std::uint32_t node = 0; node < graph_.nodes.size(); ++node) {
        const wire::Place middle = places[node];
        const Coord half = graph_.nodes[node].width / 2;
        boxes[ofNode(node)] = {node, middle.x - half, middle.x + half, middle.y, middle.y};
        if (const std::uint32_t cluster = graph_.nodes[node].cluster; cluster != wire::kNone)
            boxes[cluster].add(boxes[ofNode(node)], kFrameTop);
    }
    // Parents come before children: backwards, each is complete when it is added.
    for (std::size_t cluster = graph_.clusterParents.size(); cluster-- > 0;) {
        if (const std::uint32_t parent = graph_.clusterParents[cluster]; parent != wire::kNone)
            boxes[parent].add(boxes[qsizetype(cluster)], kFrameTop);
    }
    return boxes;
}

wire::Places SiblingOrder::inOrder(wire::Places places) const {
    const QList<Box> boxes = boxesOf(places);
    std::map<std::tuple<std::uint32_t, Coord, Coord>, std::vector<std::uint32_t>> rows;
    for (std::uint32_t unit = 0; unit < joined_.size(); ++unit) {
        const std::uint32_t around = above(unit);
        const Box& box = boxes[unit];
        if (!joined_[unit] && around != wire::kNone)
            rows[{around, box.firstRank, box.lastRank}].push_back(unit);
    }
    std::vector<Coord> shifts(joined_.size());
    const auto putRun = [&](auto begin, auto end) {
        const std::vector<std::uint32_t> stood(begin, end);
        std::sort(begin, end, [&](auto a, auto b) { return boxes[a].first < boxes[b].first; });
        Coord at = boxes[stood.front()].left;
        for (std::size_t i = 0; i < stood.size(); ++i, ++begin) {
            shifts[*begin] = at - boxes[*begin].left;
            at += boxes[*begin].right - boxes[*begin].left;
            if (i + 1 < stood.size())
                at += boxes[stood[i + 1]].left - boxes[stood[i]].right; // the gap that was there
        }
    };
    for (auto& [where, row] : rows) {
        std::sort(row.begin(), row.end(), [&](auto a, auto b) { return boxes[a].left < boxes[b].left; });
        for (auto begin = row.begin(); begin != row.end();) {
            auto end = begin + 1;
            while (end != row.end() && boxes[*end].left - boxes[*(end - 1)].right < kNext)
                ++end;
            putRun(begin, end);
            begin = end;
        }
    }
    for (std::uint32_t unit = 0; unit < shifts.size(); ++unit) {
        if (above(unit) != wire::kNone)
            shifts[unit] += shifts[above(unit)];
    }
    for (std::uint32_t node = 0; node < graph_.nodes.size(); ++node)
        places[node].x += shifts[ofNode(node)];
    return places;
}

} // namespace groundplan
