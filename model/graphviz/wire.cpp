#include "model/graphviz/wire.h"

#include <concepts>
#include <utility>

namespace groundplan::wire {

namespace {

class Out {
public:
    explicit Out(Status status) { byte(std::uint8_t(status)); }
    Out() = default;

    void byte(std::uint8_t value) { bytes_.push_back(char(value)); }
    template <std::integral Number>
    void number(Number value) {
        auto rest = std::make_unsigned_t<Number>(value);
        for (std::size_t i = 0; i < sizeof(Number); ++i, rest = decltype(rest)(rest >> 8))
            byte(std::uint8_t(rest & 0xff));
    }
    void count(std::size_t value) { number(std::uint32_t(value)); }
    void text(std::string_view value) {
        count(value.size());
        bytes_.append(value);
    }
    void attributes(const Attributes& list) {
        count(list.size());
        for (const Attribute& attribute : list) {
            number(attribute.name);
            byte(attribute.html);
            text(attribute.value);
        }
    }
    std::string take() { return std::move(bytes_); }

private:
    std::string bytes_;
};

/// Reads until something does not fit; from then on everything is zero and empty, and finished() is false.
class In {
public:
    explicit In(std::string_view bytes)
        : rest_(bytes) {}

    bool failed() const { return failed_; }
    bool finished() const { return !failed_ && rest_.empty(); }
    void fail() { failed_ = true; }

    std::uint8_t byte() { return std::uint8_t(take(1)[0]); }
    bool flag() {
        const std::uint8_t value = byte();
        if (value > 1)
            fail();
        return value == 1;
    }
    template <std::integral Number>
    Number number() {
        const std::string_view bytes = take(sizeof(Number));
        std::make_unsigned_t<Number> value = 0;
        for (std::size_t i = sizeof(Number); i-- > 0;)
            value = decltype(value)((std::uint64_t(value) << 8) | std::uint8_t(bytes[i]));
        return Number(value);
    }
    /// A count of entries, each of which takes at least `least` bytes.
    std::uint32_t count(std::size_t least) {
        const auto value = number<std::uint32_t>();
        if (value > rest_.size() / least) {
            fail();
            return 0;
        }
        return value;
    }
    /// A number below `limit`, or kNone where that is allowed.
    std::uint32_t index(std::size_t limit, bool orNone = false) {
        const auto value = number<std::uint32_t>();
        if (value < limit || (orNone && value == kNone))
            return value;
        fail();
        return 0;
    }
    std::string_view text() { return take(count(1)); }
    Attributes attributes(std::size_t names) {
        Attributes list(count(9));
        for (Attribute& attribute : list) {
            attribute.name = index(names);
            attribute.html = flag();
            attribute.value = text();
        }
        return list;
    }

private:
    std::string_view take(std::size_t size) {
        static constexpr std::string_view kZeros("\0\0\0\0\0\0\0\0", 8);
        if (failed_ || size > rest_.size()) {
            failed_ = true;
            return kZeros.substr(0, size);
        }
        const std::string_view taken = rest_.substr(0, size);
        rest_.remove_prefix(size);
        return taken;
    }

    std::string_view rest_;
    bool failed_ = false;
};

template <class Value>
std::optional<Value> whole(const In& in, Value value) {
    if (!in.finished())
        return std::nullopt;
    return value;
}

} // namespace

std::string writeFailure(const Failure& failure) {
    Out out(failure.status);
    out.number(failure.line);
    out.number(failure.limit);
    out.text(failure.near);
    return out.take();
}

std::optional<Failure> readFailure(std::string_view answer) {
    In in(answer);
    Failure failure;
    const std::uint8_t status = in.byte();
    if (in.failed() || status > std::uint8_t(Status::BadRequest))
        return std::nullopt;
    failure.status = Status(status);
    if (failure.status == Status::Done)
        return failure;
    failure.line = in.number<std::uint64_t>();
    failure.limit = in.number<std::uint64_t>();
    failure.near = in.text();
    return whole(in, failure);
}

std::string writeGraph(const Graph& graph) {
    Out out(Status::Done);
    out.text(graph.name);
    out.byte(graph.directed);
    out.byte(graph.strict);
    out.byte(graph.moreGraphs);
    out.count(graph.names.size());
    for (const std::string_view name : graph.names)
        out.text(name);
    out.attributes(graph.attributes);
    out.attributes(graph.nodeDefaults);
    out.attributes(graph.edgeDefaults);
    out.count(graph.clusters.size());
    for (const Cluster& cluster : graph.clusters) {
        out.text(cluster.name);
        out.number(cluster.parent);
        out.attributes(cluster.attributes);
    }
    out.count(graph.nodes.size());
    for (const Node& node : graph.nodes) {
        out.text(node.name);
        out.number(node.cluster);
        out.attributes(node.attributes);
    }
    out.count(graph.edges.size());
    for (const Edge& edge : graph.edges) {
        out.number(edge.tail);
        out.number(edge.head);
        out.text(edge.key);
        out.attributes(edge.attributes);
    }
    return out.take();
}

std::optional<Graph> readGraph(std::string_view answer) {
    In in(answer);
    if (Status(in.byte()) != Status::Done)
        in.fail();
    Graph graph;
    graph.name = in.text();
    graph.directed = in.flag();
    graph.strict = in.flag();
    graph.moreGraphs = in.flag();
    graph.names.resize(in.count(4));
    for (std::string_view& name : graph.names)
        name = in.text();
    const std::size_t names = graph.names.size();
    graph.attributes = in.attributes(names);
    graph.nodeDefaults = in.attributes(names);
    graph.edgeDefaults = in.attributes(names);
    graph.clusters.resize(in.count(12));
    for (std::size_t i = 0; i < graph.clusters.size() && !in.failed(); ++i) {
        Cluster& cluster = graph.clusters[i];
        cluster.name = in.text();
        cluster.parent = in.index(i, true);
        cluster.attributes = in.attributes(names);
    }
    graph.nodes.resize(in.count(12));
    for (Node& node : graph.nodes) {
        node.name = in.text();
        node.cluster = in.index(graph.clusters.size(), true);
        node.attributes = in.attributes(names);
        if (in.failed())
            break;
    }
    graph.edges.resize(in.count(16));
    for (Edge& edge : graph.edges) {
        edge.tail = in.index(graph.nodes.size());
        edge.head = in.index(graph.nodes.size());
        edge.key = in.text();
        edge.attributes = in.attributes(names);
        if (in.failed())
            break;
    }
    return whole(in, std::move(graph));
}

std::string writeLayoutGraph(const LayoutGraph& graph) {
    Out out;
    out.byte(graph.leftToRight);
    out.byte(graph.hurried);
    out.count(graph.clusterParents.size());
    for (const std::uint32_t parent : graph.clusterParents)
        out.number(parent);
    out.count(graph.nodes.size());
    for (const LayoutNode& node : graph.nodes) {
        out.number(node.width);
        out.number(node.height);
        out.number(node.cluster);
    }
    out.count(graph.edges.size());
    for (const LayoutEdge& edge : graph.edges) {
        out.number(edge.tail);
        out.number(edge.head);
        out.number(edge.labelWidth);
        out.number(edge.labelHeight);
    }
    return out.take();
}

std::optional<LayoutGraph> readLayoutGraph(std::string_view request) {
    In in(request);
    LayoutGraph graph;
    graph.leftToRight = in.flag();
    graph.hurried = in.flag();
    graph.clusterParents.resize(in.count(4));
    for (std::size_t i = 0; i < graph.clusterParents.size(); ++i)
        graph.clusterParents[i] = in.index(i, true);
    graph.nodes.resize(in.count(12));
    for (LayoutNode& node : graph.nodes) {
        node.width = in.number<std::int32_t>();
        node.height = in.number<std::int32_t>();
        node.cluster = in.index(graph.clusterParents.size(), true);
        if (node.width <= 0 || node.height <= 0)
            in.fail();
    }
    graph.edges.resize(in.count(16));
    for (LayoutEdge& edge : graph.edges) {
        edge.tail = in.index(graph.nodes.size());
        edge.head = in.index(graph.nodes.size());
        edge.labelWidth = in.number<std::int32_t>();
        edge.labelHeight = in.number<std::int32_t>();
        if (edge.labelWidth < 0 || edge.labelHeight < 0)
            in.fail();
    }
    return whole(in, std::move(graph));
}

std::string writePlaces(const Places& places) {
    Out out(Status::Done);
    out.count(places.size());
    for (const Place& place : places) {
        out.number(place.x);
        out.number(place.y);
    }
    return out.take();
}

std::optional<Places> readPlaces(std::string_view answer) {
    In in(answer);
    if (Status(in.byte()) != Status::Done)
        in.fail();
    Places places(in.count(8));
    for (Place& place : places) {
        place.x = in.number<std::int32_t>();
        place.y = in.number<std::int32_t>();
    }
    return whole(in, std::move(places));
}

} // namespace groundplan::wire
