#pragma once

#include <QByteArray>
#include <QList>

#include <deque>
#include <utility>

namespace groundplan {

/// A directed graph on its way into DOT text. Objects are written in the order in which they were added,
/// attributes by name; the text is made by cgraph, so that quoting is Graphviz's own. Values must not end in
/// a backslash nor have one before a quote: DOT cannot hold those (see dottext::encodeLabel() and
/// encodeValue()).
class DotBuilder {
public:
    /// Name and value. Names are compared by address first: use the constants of dialect.h, or intern().
    using Attributes = QList<std::pair<const char*, QByteArray>>;
    static constexpr int kRoot = -1;

    explicit DotBuilder(QByteArray graphName)
        : graphName_(std::move(graphName)) {}

    /// Attributes of the graph; subgraphs inherit them. Subgraphs do not inherit from each other.
    void setGraph(Attributes attributes) { graph_ = std::move(attributes); }
    /// What nodes and edges have where they do not say otherwise.
    void setNodeDefaults(Attributes attributes) { nodeDefaults_ = std::move(attributes); }
    void setEdgeDefaults(Attributes attributes) { edgeDefaults_ = std::move(attributes); }

    /// Names must be unique among subgraphs, and among nodes. Both return what others name them by.
    int addSubgraph(int parent, QByteArray name, Attributes attributes);
    int addNode(int subgraph, QByteArray name, Attributes attributes);
    void addEdge(int tail, int head, QByteArray key, Attributes attributes);

    /// A name of an attribute that lives as long as this object.
    const char* intern(const QByteArray& name);

    /// The text, in UTF-8. cgraph has globals: one thread at a time is let in.
    QByteArray write() const;

private:
    struct Subgraph {
        int parent;
        QByteArray name;
        Attributes attributes;
    };
    struct Node {
        int subgraph;
        QByteArray name;
        Attributes attributes;
    };
    struct Edge {
        int tail;
        int head;
        QByteArray key;
        Attributes attributes;
    };
    class Graph;

    QByteArray graphName_;
    Attributes graph_;
    Attributes nodeDefaults_;
    Attributes edgeDefaults_;
    QList<Subgraph> subgraphs_;
    QList<Node> nodes_;
    QList<Edge> edges_;
    std::deque<QByteArray> interned_;
};

} // namespace groundplan
