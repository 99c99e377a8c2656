#include "model/graphviz/layout_work.h"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace groundplan {

namespace {

/// Ranks by longest ways, over the edges that do not close a cycle for a search in the order of the nodes.
std::vector<std::size_t> ranksOf(const wire::LayoutGraph& graph) {
    std::vector<std::vector<std::uint32_t>> next(graph.nodes.size());
    for (const wire::LayoutEdge& edge : graph.edges)
        next[edge.tail].push_back(edge.head);
    enum class State : std::uint8_t { New, Open, Done };
    struct Step {
        std::uint32_t node;
        std::size_t edge = 0;
    };
    std::vector<State> states(graph.nodes.size(), State::New);
    std::vector<std::uint32_t> done; // what follows a node comes before it
    std::vector<Step> open;
    for (std::uint32_t first = 0; first < graph.nodes.size(); ++first) {
        if (states[first] != State::New)
            continue;
        open.push_back({first});
        states[first] = State::Open;
        while (!open.empty()) {
            auto& [node, edge] = open.back();
            if (edge == next[node].size()) {
                states[node] = State::Done;
                done.push_back(node);
                open.pop_back();
                continue;
            }
            std::uint32_t& head = next[node][edge++];
            if (states[head] == State::New) {
                states[head] = State::Open;
                open.push_back({head});
            } else if (states[head] == State::Open) {
                head = node; // closes a cycle
            }
        }
    }
    std::vector<std::size_t> ranks(graph.nodes.size());
    for (auto node = done.rbegin(); node != done.rend(); ++node) {
        for (const std::uint32_t head : next[*node]) {
            if (head != *node)
                ranks[head] = std::max(ranks[head], ranks[*node] + 1);
        }
    }
    return ranks;
}

} // namespace

LayoutWork workOf(const wire::LayoutGraph& graph) {
    const std::vector<std::size_t> ranks = ranksOf(graph);
    std::vector<std::int64_t> changes(graph.nodes.size() + 1); // of how many edges pass, by rank
    for (const wire::LayoutEdge& edge : graph.edges) {
        const auto [first, last] = std::minmax(ranks[edge.tail], ranks[edge.head]);
        ++changes[first];
        --changes[last];
    }
    LayoutWork work;
    std::int64_t passing = 0;
    for (const std::int64_t change : changes) {
        passing += change;
        work.passed += std::size_t(passing);
        work.pairs += std::size_t(passing) * std::size_t(passing);
    }
    return work;
}

} // namespace groundplan
