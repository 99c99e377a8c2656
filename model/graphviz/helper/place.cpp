#include "model/graphviz/helper/place.h"

#include "model/graphviz/dot_limits.h"
#include "model/graphviz/wire.h"

#include <graphviz/gvc.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <string>
#include <vector>

namespace groundplan {

namespace {

constexpr double kUnitsPerPoint = 8;
constexpr double kPointsPerInch = 72;

std::string decimal(double value) {
    std::array<char, 64> buffer{};
    const auto end =
        std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::fixed, 6).ptr;
    return {buffer.data(), end};
}

std::string numbered(const char* word, std::size_t number) {
    std::string name(word);
    name += std::to_string(number);
    return name;
}

/// The C interface takes `char*` throughout.
char* mutableText(const std::string& text) {
    return const_cast<char*>(text.c_str());
}

class Layout {
public:
    explicit Layout(const wire::LayoutGraph& request)
        : request_(request)
        , context_(gvContext())
        , root_(agopen(mutableText("g"), Agdirected, nullptr)) {
        set(AGRAPH, "rankdir", request.leftToRight ? "LR" : "TB");
        set(AGRAPH, "nodesep", decimal(36 / kPointsPerInch));
        // dot finds each label a place of its own, at ten times the cost for thousands of them; then all
        // ranks are as far apart as the widest needs.
        const auto labels = std::count_if(request.edges.begin(), request.edges.end(), hasLabel);
        placeLabels_ = labels <= kLabelsPlaced;
        set(AGRAPH, "ranksep",
            decimal((placeLabels_ ? kRankGap : std::max(kRankGap, widestOf(request) + 40)) / kPointsPerInch));
        // Only places are wanted; the lines are drawn by our own router.
        set(AGRAPH, "splines", "false");
        // Room for the title of a frame; our own margins lie within it.
        set(AGRAPH, "margin", request.clusterParents.empty() ? "0" : "36");
        set(AGNODE, "shape", "box");
        set(AGNODE, "label", "");
        set(AGNODE, "fixedsize", "true");
        // Parts that hang together nowhere are laid out by themselves; who asks puts them beside each other.
        // Not with labels: dot keeps ranks for those between the others, and puts what is in them 5 points
        // apart, but in a part of a graph it takes every other rank of blocks for one of labels.
        if (!placeLabels_ || labels == 0) {
            set(AGRAPH, "pack", "36");
            set(AGRAPH, "packmode", "array");
        }
        // The network simplex takes half the time of a large graph for the last percent.
        if (request.nodes.size() > 2'000) {
            set(AGRAPH, "nslimit", "0.01");
            set(AGRAPH, "nslimit1", "0.01");
        }
        if (request.hurried) {
            set(AGRAPH, "nslimit", "0.01");
            set(AGRAPH, "nslimit1", "0.01");
            set(AGRAPH, "mclimit", "0.1");
        }
        fill();
    }
    Layout(const Layout&) = delete;
    Layout& operator=(const Layout&) = delete;
    ~Layout() {
        agclose(root_);
        gvFreeContext(context_);
    }

    bool run(wire::Places& places) {
        if (gvLayout(context_, root_, "dot") != 0)
            return false;
        for (Agnode_t* node : nodes_) {
            const pointf middle = ND_coord(node);
            places.push_back({std::int32_t(std::lround(middle.x * kUnitsPerPoint)),
                              std::int32_t(std::lround(-middle.y * kUnitsPerPoint))});
        }
        gvFreeLayout(context_, root_);
        return true;
    }

private:
    static constexpr int kLabelsPlaced = 500;
    static constexpr double kRankGap = 64; ///< points

    static bool hasLabel(const wire::LayoutEdge& edge) { return edge.labelWidth > 0 && edge.labelHeight > 0; }
    /// Along the ranks, in points.
    static double widestOf(const wire::LayoutGraph& request) {
        std::int32_t widest = 0;
        for (const wire::LayoutEdge& edge : request.edges)
            widest = std::max(widest, request.leftToRight ? edge.labelWidth : edge.labelHeight);
        return widest / kUnitsPerPoint;
    }

    void set(int kind, const std::string& name, const std::string& value) {
        agattr(root_, kind, mutableText(name), mutableText(value));
    }

    void fill() {
        std::vector<Agraph_t*> clusters;
        for (const std::uint32_t parent : request_.clusterParents) {
            Agraph_t* around = parent == wire::kNone ? root_ : clusters[parent];
            clusters.push_back(agsubg(around, mutableText(numbered("cluster", clusters.size())), 1));
        }
        Agsym_t* width = agattr(root_, AGNODE, mutableText("width"), mutableText("1"));
        Agsym_t* height = agattr(root_, AGNODE, mutableText("height"), mutableText("1"));
        for (const wire::LayoutNode& node : request_.nodes) {
            Agraph_t* graph = node.cluster == wire::kNone ? root_ : clusters[node.cluster];
            nodes_.push_back(agnode(graph, mutableText(numbered("n", nodes_.size())), 1));
            agxset(nodes_.back(), width, mutableText(decimal(node.width / kUnitsPerPoint / kPointsPerInch)));
            agxset(nodes_.back(), height,
                   mutableText(decimal(node.height / kUnitsPerPoint / kPointsPerInch)));
        }
        for (const wire::LayoutEdge& edge : request_.edges) {
            Agedge_t* drawn = agedge(root_, nodes_[edge.tail], nodes_[edge.head], nullptr, 1);
            if (placeLabels_ && hasLabel(edge))
                setLabel(drawn, edge);
        }
    }

    /// An empty table as large as the label: no font is asked, and all of it is left free.
    void setLabel(Agedge_t* drawn, const wire::LayoutEdge& edge) {
        if (!label_)
            label_ = agattr(root_, AGEDGE, mutableText("label"), mutableText(""));
        const auto pointsOf = [](std::int32_t length) {
            return std::to_string(std::lround(length / kUnitsPerPoint));
        };
        const std::string table = "<TABLE BORDER=\"0\" FIXEDSIZE=\"TRUE\" WIDTH=\"" +
                                  pointsOf(edge.labelWidth) + "\" HEIGHT=\"" + pointsOf(edge.labelHeight) +
                                  "\"><TR><TD></TD></TR></TABLE>";
        char* html = agstrdup_html(root_, mutableText(table));
        agxset(drawn, label_, html);
        agstrfree(root_, html);
    }

    const wire::LayoutGraph& request_;
    GVC_t* context_;
    Agraph_t* root_;
    std::vector<Agnode_t*> nodes_;
    Agsym_t* label_ = nullptr;
    bool placeLabels_ = false;
};

} // namespace

std::string placeGraph(std::string_view request) {
    const auto graph = wire::readLayoutGraph(request);
    if (!graph)
        return wire::writeFailure({wire::Status::BadRequest, 0, 0, {}});
    if (graph->nodes.size() > dotlimits::kLayoutNodes)
        return wire::writeFailure({wire::Status::TooManyNodes, 0, dotlimits::kLayoutNodes, {}});
    if (graph->edges.size() > dotlimits::kLayoutEdges)
        return wire::writeFailure({wire::Status::TooManyEdges, 0, dotlimits::kLayoutEdges, {}});
    if (graph->clusterParents.size() > dotlimits::kLayoutClusters)
        return wire::writeFailure({wire::Status::TooManyGroups, 0, dotlimits::kLayoutClusters, {}});
    wire::Places places;
    if (!graph->nodes.empty() && !Layout(*graph).run(places))
        return wire::writeFailure({wire::Status::Graphviz, 0, 0, {}});
    return wire::writePlaces(places);
}

} // namespace groundplan
