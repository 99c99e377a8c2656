#include "model/graphviz/dot_builder.h"

#include <graphviz/cgraph.h>

#include <QHash>
#include <QMutex>
#include <QMutexLocker>
#include <QSet>

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <memory>
#include <vector>

namespace groundplan {

namespace {

/// The C interface takes `char*` throughout and writes to none of them.
char* mutableText(const char* text) {
    return const_cast<char*>(text);
}
char* mutableText(const QByteArray& text) {
    return mutableText(text.constData());
}

} // namespace

/// The graph in cgraph. Ids are our own numbers, counted up: cgraph's own are addresses, and subgraphs are
/// written by id, so that with them the order of frames would change from run to run.
class DotBuilder::Graph {
public:
    explicit Graph(const DotBuilder& builder)
        : builder_(builder) {
        disc_.mem = &memory_;
        disc_.id = &ids_;
        disc_.io = &io_;
        opening_ = this;
        root_ = agopen(mutableText(builder.graphName_), Agdirected, &disc_);
        opening_ = nullptr;
        fill();
    }
    ~Graph() { agclose(root_); }
    Graph(const Graph&) = delete;
    Graph& operator=(const Graph&) = delete;

    QByteArray text() {
        QByteArray text;
        agwrite(root_, &text);
        return text;
    }

private:
    using Symbols = QHash<const char*, Agsym_t*>;

    void fill() {
        declareAll();
        std::vector<Agraph_t*> subgraphs;
        subgraphs.reserve(std::size_t(builder_.subgraphs_.size()));
        // A subgraph gets what the one around it says, unless it says something itself, be it the empty text.
        QList<QSet<const char*>> said;
        for (const Subgraph& subgraph : builder_.subgraphs_) {
            Agraph_t* parent = subgraph.parent == kRoot ? root_ : subgraphs[std::size_t(subgraph.parent)];
            subgraphs.push_back(agidsubg(parent, IDTYPE(subgraphs.size() + 2), 1));
            said.append(subgraph.parent == kRoot ? QSet<const char*>() : said[subgraph.parent]);
            for (const char* name : said.last())
                agxset(subgraphs.back(), graphSymbols_.value(name), mutableText(""));
            for (const auto& [name, value] : subgraph.attributes) {
                agxset(subgraphs.back(), graphSymbols_.value(name), mutableText(value));
                said.last().insert(name);
            }
        }
        std::vector<Agnode_t*> nodes;
        nodes.reserve(std::size_t(builder_.nodes_.size()));
        for (const Node& node : builder_.nodes_) {
            Agraph_t* graph = node.subgraph == kRoot ? root_ : subgraphs[std::size_t(node.subgraph)];
            nodes.push_back(agidnode(graph, IDTYPE(nodes.size() + 1), 1));
            set(nodes.back(), nodeSymbols_, node.attributes);
        }
        IDTYPE edgeId = 0;
        for (const Edge& edge : builder_.edges_) {
            Agedge_t* e =
                agidedge(root_, nodes[std::size_t(edge.tail)], nodes[std::size_t(edge.head)], ++edgeId, 1);
            set(e, edgeSymbols_, edge.attributes);
        }
    }

    /// Attributes are declared before there are objects: later, each one would touch all of them.
    void declareAll() {
        declare(AGRAPH, graphSymbols_, builder_.graph_, true);
        declare(AGNODE, nodeSymbols_, builder_.nodeDefaults_, true);
        declare(AGEDGE, edgeSymbols_, builder_.edgeDefaults_, true);
        // Keeps cgraph from breaking long strings.
        agattr(root_, AGRAPH, mutableText("linelength"), mutableText("0"));
        for (const Subgraph& subgraph : builder_.subgraphs_)
            declare(AGRAPH, graphSymbols_, subgraph.attributes, false);
        for (const Node& node : builder_.nodes_)
            declare(AGNODE, nodeSymbols_, node.attributes, false);
        for (const Edge& edge : builder_.edges_)
            declare(AGEDGE, edgeSymbols_, edge.attributes, false);
    }
    void declare(int kind, Symbols& symbols, const Attributes& attributes, bool withValue) {
        for (const auto& [name, value] : attributes) {
            Agsym_t*& symbol = symbols[name];
            if (symbol)
                continue;
            // The same name from another address: its default stays.
            symbol = withValue ? nullptr : agattr(root_, kind, mutableText(name), nullptr);
            if (!symbol)
                symbol =
                    agattr(root_, kind, mutableText(name), withValue ? mutableText(value) : mutableText(""));
        }
    }
    static void set(void* object, const Symbols& symbols, const Attributes& attributes) {
        for (const auto& [name, value] : attributes) {
            Agsym_t* symbol = symbols.value(name);
            if (std::strcmp(symbol->defval, value.constData()) != 0)
                agxset(object, symbol, mutableText(value));
        }
    }

    char* nameOf(int type, IDTYPE id) const {
        if (type == AGRAPH)
            return mutableText(id == 1 ? builder_.graphName_ : builder_.subgraphs_[qsizetype(id) - 2].name);
        if (type == AGNODE)
            return mutableText(builder_.nodes_[qsizetype(id) - 1].name);
        return mutableText(builder_.edges_[qsizetype(id) - 1].key);
    }

    // The graph lives for one write(): its memory comes in large blocks, and goes with them.
    static void* openMemory(Agdisc_t*) { return opening_; }
    static void* allocate(void* self, size_t size) { return static_cast<Graph*>(self)->take(size); }
    static void* resize(void* self, void* old, size_t oldSize, size_t size) {
        if (size <= oldSize)
            return old;
        void* grown = allocate(self, size);
        if (old)
            std::memcpy(grown, old, oldSize);
        return grown;
    }
    static void release(void*, void*) {}
    /// Zeroed, as cgraph expects.
    void* take(size_t size) {
        constexpr size_t kBlock = 1 << 20;
        constexpr size_t kAlign = alignof(std::max_align_t);
        size = (size + kAlign - 1) / kAlign * kAlign;
        if (size > free_) {
            free_ = std::max(size, kBlock);
            blocks_.push_back(std::make_unique<char[]>(free_));
            next_ = blocks_.back().get();
        }
        char* memory = next_;
        next_ += size;
        free_ -= size;
        return memory;
    }

    static void* openIds(Agraph_t*, Agdisc_t*) { return opening_; }
    /// Only asked for the name of the graph itself: all else is made by id.
    static long mapId(void*, int, char*, IDTYPE* id, int) {
        *id = 1;
        return 1;
    }
    static long allocateId(void*, int, IDTYPE) { return 1; }
    static void freeId(void*, int, IDTYPE) {}
    static char* printId(void* self, int type, IDTYPE id) {
        return static_cast<Graph*>(self)->nameOf(type, id);
    }
    static void closeIds(void*) {}
    static void registerId(void*, int, void*) {}

    static int putText(void* out, const char* text) {
        static_cast<QByteArray*>(out)->append(text);
        return 0;
    }
    static int flush(void*) { return 0; }

    inline static thread_local Graph* opening_ = nullptr;

    const DotBuilder& builder_;
    Agmemdisc_t memory_{openMemory, allocate, resize, release, nullptr};
    Agiddisc_t ids_{openIds, mapId, allocateId, freeId, printId, closeIds, registerId};
    Agiodisc_t io_{nullptr, putText, flush};
    Agdisc_t disc_{};
    std::vector<std::unique_ptr<char[]>> blocks_;
    char* next_ = nullptr;
    size_t free_ = 0;
    Agraph_t* root_ = nullptr;
    Symbols graphSymbols_;
    Symbols nodeSymbols_;
    Symbols edgeSymbols_;
};

int DotBuilder::addSubgraph(int parent, QByteArray name, Attributes attributes) {
    subgraphs_.append({parent, std::move(name), std::move(attributes)});
    return int(subgraphs_.size() - 1);
}

int DotBuilder::addNode(int subgraph, QByteArray name, Attributes attributes) {
    nodes_.append({subgraph, std::move(name), std::move(attributes)});
    return int(nodes_.size() - 1);
}

void DotBuilder::addEdge(int tail, int head, QByteArray key, Attributes attributes) {
    edges_.append({tail, head, std::move(key), std::move(attributes)});
}

const char* DotBuilder::intern(const QByteArray& name) {
    for (const QByteArray& known : interned_) {
        if (known == name)
            return known.constData();
    }
    interned_.push_back(name);
    return interned_.back().constData();
}

QByteArray DotBuilder::write() const {
    static QMutex mutex;
    const QMutexLocker lock(&mutex);
    return Graph(*this).text();
}

} // namespace groundplan
