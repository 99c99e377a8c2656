#include "model/graphviz/helper/parse.h"

#include "model/graphviz/dot_limits.h"
#include "model/graphviz/helper/lexer.h"
#include "model/graphviz/helper/precheck.h"
#include "model/graphviz/wire.h"

#include <graphviz/cgraph.h>

#include <strings.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>
#include <unordered_map>
#include <vector>

namespace groundplan {

namespace {

// cgraph reports to a function without a closure, and a message in several pieces: "Error", ": ", the text.
std::string libraryMessage;

int collectMessage(char* piece) {
    constexpr std::size_t kLongest = 4'096;
    if (libraryMessage.size() < kLongest)
        libraryMessage += piece;
    return 0;
}

/// The first error among the messages, without "Error: " and without the line, which is returned apart.
wire::Failure libraryFailure() {
    wire::Failure failure{wire::Status::Graphviz, 0, 0, {}};
    constexpr std::string_view kError = "Error: ";
    constexpr std::string_view kInLine = " in line ";
    std::string_view message = libraryMessage;
    if (const std::size_t at = message.find(kError); at != std::string_view::npos)
        message.remove_prefix(at + kError.size());
    message = message.substr(0, message.find('\n'));
    if (const std::size_t at = message.find(kInLine); at != std::string_view::npos) {
        const char* digits = message.data() + at + kInLine.size();
        std::from_chars(digits, message.data() + message.size(), failure.line);
        message = message.substr(0, at);
    }
    failure.near = std::string(message.substr(0, 200));
    return failure;
}

/// Attributes that make Graphviz open a file.
bool namesAFile(const char* attribute) {
    static constexpr std::array<std::string_view, 6> kNames = {"image",    "shapefile",   "imagepath",
                                                               "fontpath", "_background", "stylesheet"};
    return std::find(kNames.begin(), kNames.end(), attribute) != kNames.end();
}

/// As dot decides it.
bool isCluster(Agraph_t* graph) {
    return strncasecmp(agnameof(graph), "cluster", 7) == 0;
}

/// Carries a graph of cgraph over into the form of the wire. Texts stay where they are in cgraph's memory.
class Carrier {
public:
    explicit Carrier(Agraph_t* root)
        : root_(root) {}

    const wire::Graph& carry() {
        // A graph without a name is called %1 or so, in a buffer that the next such call overwrites.
        const std::string_view name = viewOf(agnameof(root_));
        graph_.name = name.substr(0, 1) == "%" ? std::string_view() : name;
        graph_.directed = agisdirected(root_) != 0;
        graph_.strict = agisstrict(root_) != 0;
        graph_.attributes = defaults(AGRAPH);
        graph_.nodeDefaults = defaults(AGNODE);
        graph_.edgeDefaults = defaults(AGEDGE);
        carryNodes();
        carryClusters(root_, wire::kNone);
        carryEdges();
        return graph_;
    }

private:
    static std::string_view viewOf(const char* text) {
        return text ? std::string_view(text) : std::string_view();
    }

    /// Of an icon's file, without where it lies and without its ending: it says what is shown, and opens
    /// nothing.
    static std::string_view bareName(std::string_view path) {
        path.remove_prefix(path.find_last_of("/\\") + 1);
        return path.substr(0, path.rfind('.'));
    }

    std::uint32_t nameIndex(const char* name) {
        const auto [place, isNew] = names_.try_emplace(name, std::uint32_t(graph_.names.size()));
        if (isNew)
            graph_.names.push_back(name);
        return place->second;
    }
    wire::Attribute attribute(const char* name, char* value) {
        if (std::string_view(name) == "image")
            return {nameIndex(name), false, bareName(viewOf(value))};
        if (namesAFile(name))
            return {nameIndex(name), false, {}};
        return {nameIndex(name), aghtmlstr(value) != 0, viewOf(value)};
    }
    wire::Attributes defaults(int kind) {
        wire::Attributes list;
        for (Agsym_t* symbol = agnxtattr(root_, kind, nullptr); symbol;
             symbol = agnxtattr(root_, kind, symbol)) {
            if (*symbol->defval)
                list.push_back(attribute(symbol->name, symbol->defval));
        }
        return list;
    }
    /// What an object has that differs from the graph's final defaults, empty values included.
    wire::Attributes attributesOf(void* object, int kind) {
        wire::Attributes list;
        for (Agsym_t* symbol = agnxtattr(root_, kind, nullptr); symbol;
             symbol = agnxtattr(root_, kind, symbol)) {
            char* value = agxget(object, symbol);
            if (value && value != symbol->defval && std::strcmp(value, symbol->defval) != 0)
                list.push_back(attribute(symbol->name, value));
        }
        return list;
    }

    void carryNodes() {
        for (Agnode_t* node = agfstnode(root_); node; node = agnxtnode(root_, node)) {
            nodeIndex_.emplace(AGID(node), std::uint32_t(graph_.nodes.size()));
            graph_.nodes.push_back({viewOf(agnameof(node)), wire::kNone, attributesOf(node, AGNODE)});
        }
    }

    /// cgraph orders subgraphs by the address of their names.
    static std::vector<Agraph_t*> subgraphsOf(Agraph_t* graph) {
        std::vector<Agraph_t*> list;
        for (Agraph_t* sub = agfstsubg(graph); sub; sub = agnxtsubg(sub))
            list.push_back(sub);
        std::sort(list.begin(), list.end(), [](Agraph_t* a, Agraph_t* b) { return AGSEQ(a) < AGSEQ(b); });
        return list;
    }

    void carryClusters(Agraph_t* graph, std::uint32_t around) {
        for (Agraph_t* sub : subgraphsOf(graph)) {
            std::uint32_t cluster = around;
            if (isCluster(sub)) {
                cluster = std::uint32_t(graph_.clusters.size());
                graph_.clusters.push_back({viewOf(agnameof(sub)), around, attributesOf(sub, AGRAPH)});
            }
            carryClusters(sub, cluster);
            if (cluster == around)
                continue;
            // Inner clusters have taken theirs already.
            for (Agnode_t* node = agfstnode(sub); node; node = agnxtnode(sub, node)) {
                wire::Node& carried = graph_.nodes[nodeIndex_.at(AGID(node))];
                if (carried.cluster == wire::kNone)
                    carried.cluster = cluster;
            }
        }
    }

    void carryEdges() {
        for (Agnode_t* node = agfstnode(root_); node; node = agnxtnode(root_, node)) {
            for (Agedge_t* edge = agfstout(root_, node); edge; edge = agnxtout(root_, edge)) {
                edges_.push_back(edge);
                graph_.edges.push_back({nodeIndex_.at(AGID(agtail(edge))), nodeIndex_.at(AGID(aghead(edge))),
                                        viewOf(agnameof(edge)), attributesOf(edge, AGEDGE)});
            }
        }
        std::vector<std::size_t> order(edges_.size());
        for (std::size_t i = 0; i < order.size(); ++i)
            order[i] = i;
        std::sort(order.begin(), order.end(),
                  [this](std::size_t a, std::size_t b) { return AGSEQ(edges_[a]) < AGSEQ(edges_[b]); });
        std::vector<wire::Edge> sorted;
        sorted.reserve(order.size());
        for (const std::size_t i : order)
            sorted.push_back(std::move(graph_.edges[i]));
        graph_.edges = std::move(sorted);
    }

    Agraph_t* root_;
    wire::Graph graph_;
    std::unordered_map<std::string, std::uint32_t> names_;
    std::unordered_map<IDTYPE, std::uint32_t> nodeIndex_;
    std::vector<Agedge_t*> edges_;
};

} // namespace

std::string parseDot(std::string_view bytes) {
    if (bytes.size() > dotlimits::kInputBytes)
        return wire::writeFailure({wire::Status::TooLarge, 0, dotlimits::kInputBytes, {}});
    std::string text;
    bool moreGraphs = false;
    wire::Failure failure = toUtf8(bytes, text);
    if (failure.status == wire::Status::Done)
        failure = precheckDot(text, moreGraphs);
    if (failure.status != wire::Status::Done)
        return wire::writeFailure(failure);

    agseterr(AGWARN);
    agseterrf(collectMessage);
    // Without this a node that says label="" could not be told from one that says nothing.
    static char label[] = "label";
    static char nodeName[] = "\\N";
    agattr(nullptr, AGNODE, label, nodeName);
    agreseterrors();
    libraryMessage.clear();
    Agraph_t* root = agmemread(text.c_str());
    // An overflow of the parser leaves half a graph behind: what counts is the errors, not the pointer.
    if (agerrors() >= AGERR)
        return wire::writeFailure(libraryFailure());
    if (!root)
        return wire::writeFailure({wire::Status::Empty, 1, 0, {}});
    Carrier carrier(root);
    wire::Graph graph = carrier.carry();
    graph.moreGraphs = moreGraphs;
    std::string answer = wire::writeGraph(graph);
    agclose(root);
    return answer;
}

} // namespace groundplan
