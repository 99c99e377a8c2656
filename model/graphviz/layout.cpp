#include "model/graphviz/dot.h"

#include "model/graphviz/dot_limits.h"
#include "model/graphviz/frame_margins.h"
#include "model/graphviz/helper_failure.h"
#include "model/graphviz/helper_process.h"
#include "model/graphviz/layout_work.h"
#include "model/graphviz/packing.h"
#include "model/graphviz/placement.h"
#include "model/graphviz/sibling_order.h"
#include "model/graphviz/snap.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QLocale>

#include <algorithm>
#include <numeric>

namespace groundplan {

namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("Dot", text);
}

/// What hangs together in a graph, numbered in the order of its nodes.
class Parts {
public:
    explicit Parts(const wire::LayoutGraph& graph)
        : above_(qsizetype(graph.nodes.size()))
        , numbers_(qsizetype(graph.nodes.size()), -1) {
        std::iota(above_.begin(), above_.end(), 0);
        for (const wire::LayoutEdge& edge : graph.edges)
            join(edge.tail, edge.head);
        QHash<std::uint32_t, std::uint32_t> first; // of the nodes within each outermost cluster
        for (std::uint32_t node = 0; node < graph.nodes.size(); ++node) {
            std::uint32_t cluster = graph.nodes[node].cluster;
            while (cluster != wire::kNone && graph.clusterParents[cluster] != wire::kNone)
                cluster = graph.clusterParents[cluster];
            if (cluster != wire::kNone)
                join(node, first.contains(cluster) ? first[cluster] : (first[cluster] = node));
        }
        for (qsizetype node = 0; node < above_.size(); ++node) {
            qsizetype& number = numbers_[top(std::uint32_t(node))];
            if (number < 0)
                number = count_++;
        }
    }
    qsizetype count() const { return count_; }
    qsizetype ofNode(std::uint32_t node) { return numbers_[top(node)]; }

private:
    std::uint32_t top(std::uint32_t node) {
        while (above_[node] != node)
            node = above_[node] = above_[above_[node]];
        return node;
    }
    void join(std::uint32_t a, std::uint32_t b) { above_[top(a)] = top(b); }

    QList<std::uint32_t> above_;
    QList<qsizetype> numbers_; ///< by topmost node
    qsizetype count_ = 0;
};

/// A request in numbers, and its answer back in ids.
class Layout {
public:
    explicit Layout(const LayoutRequest& request)
        : request_(request) {
        graph_.leftToRight = request.leftToRight;
        for (const LayoutRequest::Cluster& cluster : request.clusters) {
            const auto parent = clusters_.value(cluster.parent, wire::kNone);
            clusters_.insert(cluster.id, std::uint32_t(graph_.clusterParents.size()));
            graph_.clusterParents.push_back(parent);
        }
        inCluster_.fill(wire::kNone, request.clusters.size());
        for (const LayoutRequest::Node& node : request.nodes)
            nodes_.insert(node.id, addNode(node.size, clusters_.value(node.frame, wire::kNone)));
        fillEmptyClusters();
        order_.emplace(graph_);
        for (const LayoutRequest::Edge& edge : request.edges)
            addEdge(edge);
    }

    const wire::LayoutGraph& graph() const { return graph_; }
    void hurry() { graph_.hurried = true; }

    LayoutResult resultOf(const wire::Places& drawn) const {
        const wire::Places places = request_.leftToRight ? drawn : order_->inOrder(drawn);
        LayoutResult result;
        QList<Rect> boxes(request_.clusters.size());
        for (qsizetype i = 0; i < qsizetype(graph_.nodes.size()); ++i) {
            const wire::LayoutNode& node = graph_.nodes[std::size_t(i)];
            const wire::Place middle = places[std::size_t(i)];
            const Rect rect{snappedDown(middle.x - node.width / 2), snappedDown(middle.y - node.height / 2),
                            node.width, node.height};
            if (i < request_.nodes.size())
                result.rects.insert(request_.nodes[i].id, rect);
            if (node.cluster != wire::kNone)
                boxes[node.cluster] = boxes[node.cluster].united(rect);
        }
        // Parents come before children: backwards, each box is complete when it is put around.
        for (qsizetype i = boxes.size() - 1; i >= 0; --i) {
            const Rect inside = boxes[i];
            const Rect frame = hollow_.contains(std::uint32_t(i)) ? inside : withFrameMargins(inside);
            result.rects.insert(request_.clusters[i].id, frame);
            const std::uint32_t parent = graph_.clusterParents[std::size_t(i)];
            if (parent != wire::kNone)
                boxes[parent] = boxes[parent].united(frame);
        }
        packParts(result);
        return result;
    }

private:
    std::uint32_t addNode(Size size, std::uint32_t cluster) {
        const auto index = std::uint32_t(graph_.nodes.size());
        graph_.nodes.push_back(
            {std::clamp(size.w, kMinSize, kMaxSize), std::clamp(size.h, kMinSize, kMaxSize), cluster});
        // The first node in a cluster stands for it where an edge ends there.
        for (std::uint32_t around = cluster; around != wire::kNone; around = graph_.clusterParents[around]) {
            if (inCluster_[around] == wire::kNone)
                inCluster_[around] = index;
        }
        return index;
    }
    /// dot drops empty clusters: a node as large as the frame holds their place.
    void fillEmptyClusters() {
        for (qsizetype i = inCluster_.size() - 1; i >= 0; --i) {
            if (inCluster_[i] == wire::kNone) {
                addNode(kImportedFrame, std::uint32_t(i));
                hollow_.insert(std::uint32_t(i));
            }
        }
    }

    bool isInside(std::uint32_t node, std::uint32_t cluster) const {
        std::uint32_t around = graph_.nodes[node].cluster;
        while (around != wire::kNone && around != cluster)
            around = graph_.clusterParents[around];
        return around == cluster;
    }
    void addEdge(const LayoutRequest::Edge& edge) {
        const auto nodeFor = [this](ElementId id) {
            if (const auto node = nodes_.constFind(id); node != nodes_.cend())
                return *node;
            const auto cluster = clusters_.constFind(id);
            return cluster == clusters_.cend() ? wire::kNone : inCluster_[*cluster];
        };
        const std::uint32_t tail = nodeFor(edge.source);
        const std::uint32_t head = nodeFor(edge.target);
        if (tail == wire::kNone || head == wire::kNone || tail == head)
            return;
        const auto unitFor = [this](ElementId id) {
            const auto cluster = clusters_.constFind(id);
            return cluster == clusters_.cend() ? order_->ofNode(nodes_.value(id))
                                               : order_->ofCluster(*cluster);
        };
        order_->join(unitFor(edge.source), unitFor(edge.target));
        // Between a frame and what it holds nothing is to be ranked.
        const auto holds = [this](ElementId frame, std::uint32_t node) {
            const auto cluster = clusters_.constFind(frame);
            return cluster != clusters_.cend() && isInside(node, *cluster);
        };
        if (!holds(edge.source, head) && !holds(edge.target, tail))
            graph_.edges.push_back(
                {tail, head, std::clamp(edge.label.w, 0, kMaxSize), std::clamp(edge.label.h, 0, kMaxSize)});
    }

    /// What hangs together nowhere, neither by an edge nor by a frame, lies close together.
    void packParts(LayoutResult& result) const {
        constexpr Coord kGap = 48 * kUnitsPerPoint;
        Parts parts(graph_);
        QList<Rect> boxes;
        const auto forEachRect = [&](const auto& each) {
            for (qsizetype i = 0; i < request_.nodes.size(); ++i)
                each(result.rects[request_.nodes[i].id], parts.ofNode(std::uint32_t(i)));
            for (qsizetype i = 0; i < request_.clusters.size(); ++i)
                each(result.rects[request_.clusters[i].id], parts.ofNode(inCluster_[i]));
        };
        boxes.resize(parts.count());
        forEachRect([&boxes](const Rect& rect, qsizetype part) { boxes[part] = boxes[part].united(rect); });
        QList<Size> sizes;
        for (const Rect& box : std::as_const(boxes))
            sizes.append({box.w, box.h});
        const QList<Point> corners = packed(sizes, kGap);
        forEachRect([&](Rect& rect, qsizetype part) {
            rect = rect.translated(corners[part] - boxes[part].topLeft());
        });
    }

    const LayoutRequest& request_;
    wire::LayoutGraph graph_;
    QHash<ElementId, std::uint32_t> nodes_;
    QHash<ElementId, std::uint32_t> clusters_;
    QList<std::uint32_t> inCluster_; ///< by cluster: its first node
    QSet<std::uint32_t> hollow_;     ///< clusters that hold nothing
    std::optional<SiblingOrder> order_;
};

Result<LayoutResult> layOutOnce(const LayoutRequest& request, int timeoutMs,
                                const std::atomic<bool>* cancelled) {
    Layout layout(request);
    const QString subject = tr("The layout of %1 blocks").arg(QLocale().toString(request.nodes.size()));
    if (request.inBounds) {
        using namespace dotlimits;
        const LayoutWork work = workOf(layout.graph());
        if (work.passed > kLayoutPassed || work.pairs > kLayoutPairs)
            return fail(ErrorCode::Refused, tr("%1: it is too tangled to be laid out.").arg(subject));
        if (work.passed > kLayoutManyPassed || work.pairs > kLayoutManyPairs)
            layout.hurry();
    }
    HelperProcess helper(HelperProcess::Task::Layout, subject);
    const std::string bytes = wire::writeLayoutGraph(layout.graph());
    if (const Result<void> started = helper.start(QByteArray::fromStdString(bytes)); !started)
        return Failure(started.error());
    const Result<QByteArray> answer = helper.wait(timeoutMs, cancelled);
    if (!answer)
        return Failure(answer.error());
    const std::string_view view(answer->constData(), std::size_t(answer->size()));
    const auto failure = wire::readFailure(view);
    if (failure && failure->status != wire::Status::Done)
        return fail(ErrorCode::Refused, sentenceOf(*failure, subject));
    const auto places = wire::readPlaces(view);
    if (!places || places->size() != layout.graph().nodes.size())
        return fail(ErrorCode::Unreadable, sentenceOf({wire::Status::BadRequest, 0, 0, {}}, subject));
    return layout.resultOf(*places);
}

} // namespace

Result<LayoutResult> layOut(const LayoutRequest& request, int timeoutMs, const std::atomic<bool>* cancelled) {
    QElapsedTimer clock;
    clock.start();
    Result<LayoutResult> layout = layOutOnce(request, timeoutMs, cancelled);
    const bool labelled = std::any_of(request.edges.begin(), request.edges.end(),
                                      [](const LayoutRequest::Edge& edge) { return edge.label != Size{}; });
    const int left = timeoutMs - int(clock.elapsed());
    if (layout || layout.error().code == ErrorCode::Cancelled || !labelled || left <= 0)
        return layout;
    // dot (2.43) gives up on some graphs with clusters when edges have labels; better without room for these
    // than not at all.
    LayoutRequest bare = request;
    for (LayoutRequest::Edge& edge : bare.edges)
        edge.label = {};
    return layOutOnce(bare, left, cancelled);
}

} // namespace groundplan
