#include "model/graphviz/cycles.h"

#include <algorithm>
#include <vector>

namespace groundplan {

namespace {

/// Keeps the nodes in an order in which all edges so far lead onwards (Pearce and Kelly): an edge that agrees
/// with it costs nothing, another only looks at what lies between its ends.
class GrowingOrder {
public:
    explicit GrowingOrder(std::size_t nodes)
        : places_(nodes)
        , next_(nodes)
        , before_(nodes)
        , seen_(nodes) {
        for (std::size_t i = 0; i < nodes; ++i)
            places_[i] = i;
    }

    /// False: the edge would close a cycle and was not added.
    bool add(std::size_t source, std::size_t target) {
        if (places_[source] > places_[target]) {
            const std::vector<std::size_t> after =
                reached(next_, target, [&](std::size_t i) { return places_[i] <= places_[source]; });
            const bool closes = seen_[source];
            forget(after);
            if (closes)
                return false;
            const std::vector<std::size_t> ahead =
                reached(before_, source, [&](std::size_t i) { return places_[i] >= places_[target]; });
            forget(ahead);
            reorder(ahead, after);
        }
        next_[source].push_back(target);
        before_[target].push_back(source);
        return true;
    }
    bool isTired() const { return looks_ > kMostLooks; }

private:
    using Edges = std::vector<std::vector<std::size_t>>;
    static constexpr std::size_t kMostLooks = 20'000'000;

    template <class Within>
    std::vector<std::size_t> reached(const Edges& edges, std::size_t from, Within within) {
        std::vector<std::size_t> found{from};
        seen_[from] = true;
        for (std::size_t at = 0; at < found.size(); ++at) {
            looks_ += edges[found[at]].size() + 1;
            for (const std::size_t i : edges[found[at]]) {
                if (seen_[i] || !within(i))
                    continue;
                seen_[i] = true;
                found.push_back(i);
            }
        }
        return found;
    }
    void forget(const std::vector<std::size_t>& nodes) {
        for (const std::size_t i : nodes)
            seen_[i] = false;
    }
    void reorder(std::vector<std::size_t> ahead, std::vector<std::size_t> after) {
        const auto byPlace = [this](std::size_t a, std::size_t b) { return places_[a] < places_[b]; };
        std::sort(ahead.begin(), ahead.end(), byPlace);
        std::sort(after.begin(), after.end(), byPlace);
        ahead.insert(ahead.end(), after.begin(), after.end());
        std::vector<std::size_t> places;
        for (const std::size_t i : ahead)
            places.push_back(places_[i]);
        std::sort(places.begin(), places.end());
        for (std::size_t i = 0; i < ahead.size(); ++i)
            places_[ahead[i]] = places[i];
    }

    std::vector<std::size_t> places_; ///< by node
    Edges next_, before_;
    std::vector<bool> seen_;
    std::size_t looks_ = 0;
};

} // namespace

void openCycles(LayoutRequest& request) {
    QHash<ElementId, ElementId> frames; // by what stands in them
    for (const LayoutRequest::Cluster& cluster : std::as_const(request.clusters))
        frames.insert(cluster.id, cluster.parent);
    // A frame is where the first node in it is, as in the layout.
    QHash<ElementId, std::size_t> numbers;
    std::size_t count = 0;
    for (const LayoutRequest::Node& node : std::as_const(request.nodes)) {
        numbers.insert(node.id, count);
        for (ElementId frame = node.frame; frame && !numbers.contains(frame); frame = frames.value(frame))
            numbers.insert(frame, count);
        frames.insert(node.id, node.frame);
        ++count;
    }
    const auto holds = [&frames](ElementId frame, ElementId id) {
        while (id && id != frame)
            id = frames.value(id);
        return id == frame;
    };
    GrowingOrder order(count);
    for (LayoutRequest::Edge& edge : request.edges) {
        const auto source = numbers.constFind(edge.source), target = numbers.constFind(edge.target);
        if (source == numbers.cend() || target == numbers.cend() || *source == *target ||
            holds(edge.source, edge.target) || holds(edge.target, edge.source))
            continue;
        if (order.isTired())
            return;
        if (!order.add(*source, *target)) {
            std::swap(edge.source, edge.target);
            order.add(*target, *source);
        }
    }
}

} // namespace groundplan
