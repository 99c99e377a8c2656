#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace groundplan::wire {

// What goes over the pipes between the program and its helper groundplan-graphviz. Plain C++: the helper has
// no Qt. All numbers are 32 or 64 bits, little endian; texts are a length and UTF-8 bytes; lists a count and
// their entries. Readers trust nothing: whatever does not fit exactly is nullopt. Views point into the bytes
// that were read.

/// How a request ended.
enum class Status : std::uint8_t {
    Done,
    Empty,           ///< no graph in the text
    TooLarge,        ///< limit: bytes
    NotUtf8,         ///< line, limit: offset of the first wrong byte
    NulByte,         ///< line
    Syntax,          ///< line, near: the token that makes no sense there (empty: the end of the text)
    WrongArrow,      ///< line, near: -> in an undirected graph or -- in a directed one
    OpenText,        ///< line: where a quoted text begins that never ends
    OpenHtml,        ///< line: where a <...> begins that never ends
    OpenComment,     ///< line: where a comment begins that never ends
    OpenBrace,       ///< line: where a brace opens that is never closed
    TooDeep,         ///< line, limit: braces inside braces
    ChainTooLong,    ///< line, limit: links of one a -> b -> c -> ...
    TokenTooLong,    ///< line, limit: bytes of one text, name or comment line
    TooManyParts,    ///< line, limit: of one "a" + "b" + ...
    TooManyNodes,    ///< line, limit
    TooManyEdges,    ///< line, limit: edges, with those implied by {a b} -> {c d}
    TooManyElements, ///< line, limit: nodes and edges together
    TooManyGroups,   ///< line, limit: subgraphs
    TooManyFields,   ///< line, limit: different names of attributes
    TooMuchNesting,  ///< line, limit: memberships of nodes and edges in subgraphs
    TooMuchTogether, ///< line, limit: objects times attributes
    Graphviz,        ///< line (0: unknown), near: what the library said
    OutOfMemory,
    BadRequest, ///< the request itself makes no sense
};

struct Failure {
    Status status = Status::Done;
    std::uint64_t line = 0;
    std::uint64_t limit = 0;
    std::string near;
};

struct Attribute {
    std::uint32_t name = 0; ///< index into Graph::names
    bool html = false;      ///< an HTML-like label: the value is what stood between < and >
    std::string_view value;
};
using Attributes = std::vector<Attribute>;

inline constexpr std::uint32_t kNone = 0xffffffff;

struct Cluster {
    std::string_view name; ///< "cluster_x"
    std::uint32_t parent = kNone;
    Attributes attributes; ///< those that differ from the graph's
};
struct Node {
    std::string_view name;
    std::uint32_t cluster =
        kNone;             ///< the innermost; of several that share no other the first, as dot does it
    Attributes attributes; ///< those that differ from the defaults
};
struct Edge {
    std::uint32_t tail = 0;
    std::uint32_t head = 0;
    std::string_view key;
    Attributes attributes; ///< those that differ from the defaults
};
/// A parsed graph. Subgraphs that are no clusters leave no trace but their nodes, edges and attributes.
/// Attributes that name files (image, shapefile, ...) come with an empty value.
struct Graph {
    std::string_view name;
    bool directed = true;
    bool strict = false;
    bool moreGraphs = false; ///< the text goes on behind the graph; only the first is read
    std::vector<std::string_view> names;
    Attributes attributes;   ///< of the graph, with what it gives to clusters
    Attributes nodeDefaults; ///< what nodes have that do not say otherwise
    Attributes edgeDefaults;
    std::vector<Cluster> clusters; ///< outer ones before inner ones, as they were opened
    std::vector<Node> nodes;       ///< as they were first named
    std::vector<Edge> edges;       ///< as they were made
};

struct LayoutNode {
    std::int32_t width = 0; ///< eighths of a point
    std::int32_t height = 0;
    std::uint32_t cluster = kNone;
};
struct LayoutEdge {
    std::uint32_t tail = 0; ///< index of a node
    std::uint32_t head = 0;
    std::int32_t labelWidth = 0; ///< eighths of a point; 0: no label
    std::int32_t labelHeight = 0;
};
struct LayoutGraph {
    bool leftToRight = true;
    bool hurried = false; ///< fewer orders are tried
    std::vector<LayoutNode> nodes;
    std::vector<std::uint32_t> clusterParents; ///< by cluster; a parent comes before its children
    std::vector<LayoutEdge> edges;
};
/// The middle of a node in eighths of a point, y downwards.
struct Place {
    std::int32_t x = 0;
    std::int32_t y = 0;
};
using Places = std::vector<Place>;

/// Answers begin with a status; a failure follows when it is not Done.
std::string writeFailure(const Failure& failure);
std::optional<Failure> readFailure(std::string_view answer); ///< status Done: no failure, read the rest

std::string writeGraph(const Graph& graph);
std::optional<Graph> readGraph(std::string_view answer);

std::string writeLayoutGraph(const LayoutGraph& graph);
std::optional<LayoutGraph> readLayoutGraph(std::string_view request);

std::string writePlaces(const Places& places);
std::optional<Places> readPlaces(std::string_view answer);

} // namespace groundplan::wire
