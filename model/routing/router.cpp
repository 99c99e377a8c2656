#include "model/routing/router.h"

#include "model/routing/engine.h"

#include <algorithm>

namespace groundplan {

using routing::Budget;
using routing::Ends;
using routing::Engine;
using routing::IndexData;
using routing::Job;
using routing::Scene;

Router::Router(const Design& design)
    : own_(std::make_unique<RoutingIndex>(design))
    , index_(own_.get()) {}

Router::Router(const RoutingIndex& index)
    : index_(&index) {}

Router::~Router() = default;

QHash<ElementId, Route> Router::route(const QSet<ElementId>& connections,
                                      const QSet<ElementId>& pinned) const {
    return route(connections, pinned, Budget());
}

QHash<ElementId, Route> Router::routeInBounds(const QSet<ElementId>& connections,
                                              const std::atomic<bool>* cancelled) const {
    constexpr qint64 kLooks = 30'000'000; // about two seconds
    return route(connections, {}, {kLooks, cancelled});
}

QHash<ElementId, Route> Router::route(const QSet<ElementId>& connections, const QSet<ElementId>& pinned,
                                      const Budget& budget) const {
    const IndexData& data = index_->data();
    Scene scene(data, nullptr, budget);
    std::vector<Job> jobs;
    jobs.reserve(std::size_t(connections.size()));
    for (const ElementId id : connections) {
        const int link = data.linkOf.value(id, -1);
        if (link < 0)
            continue;
        scene.ignoreLink(link);
        jobs.push_back(jobFor(scene, link));
    }
    for (const ElementId id : pinned) {
        if (const int link = data.linkOf.value(id, -1); link >= 0)
            scene.pinLink(link);
    }
    Engine(scene, jobs).run();
    QHash<ElementId, Route> routes;
    if (scene.isCancelled())
        return routes;
    routes.reserve(qsizetype(jobs.size()));
    for (Job& job : jobs) {
        const Point origin = job.ends.source.topLeft();
        for (Point& corner : job.path)
            corner = corner - origin;
        routes.insert(job.id, job.path);
    }
    return routes;
}

QHash<ElementId, Route> Router::routeThrough(const QList<Rect>& freed) const {
    const IndexData& data = index_->data();
    const auto costOf = [](const Route& route) {
        return routing::lengthOf(route) + routing::kBendCost * std::max<qsizetype>(0, route.size() - 2);
    };
    const auto meets = [&freed](const Rect& area) {
        return std::any_of(freed.begin(), freed.end(),
                           [&](const Rect& place) { return place.intersects(area); });
    };
    QSet<ElementId> roundIt;
    for (const routing::Link& link : data.links) {
        if (!link.id || link.route.size() < 3 || link.source == link.target)
            continue;
        const Point origin = data.nodes[std::size_t(link.source)].rect.topLeft();
        // What lies between the line and its ends, or beside it within its bends.
        Rect box =
            data.nodes[std::size_t(link.source)].rect.united(data.nodes[std::size_t(link.target)].rect);
        const Point apart = link.route.last() - link.route.first();
        if (costOf(link.route) <= std::abs(apart.x) + std::abs(apart.y) + routing::kBendCost)
            continue; // goes straight there
        for (const Point corner : link.route)
            box = box.united(routing::spanOf(corner, corner).translated(origin).grown(1));
        if (meets(box))
            roundIt.insert(link.id);
    }
    if (roundIt.isEmpty())
        return {};
    const QHash<ElementId, Route> tried = route(roundIt);
    QSet<ElementId> better;
    for (const ElementId id : std::as_const(roundIt)) {
        const routing::Link& link = data.links[std::size_t(data.linkOf.value(id))];
        const Point origin = data.nodes[std::size_t(link.source)].rect.topLeft();
        const Route now = tried.value(id);
        bool through = false;
        for (qsizetype i = 1; i < now.size(); ++i)
            through = through || meets(routing::spanOf(now.at(i - 1) + origin, now.at(i) + origin));
        if (through && costOf(now) < costOf(link.route))
            better.insert(id);
    }
    return better.size() == roundIt.size() ? tried : route(better);
}

QSet<ElementId> Router::onBorders(const QSet<ElementId>& ends) const {
    const IndexData& data = index_->data();
    const Scene scene(data);
    QSet<ElementId> found;
    if (!scene.hasFrames())
        return found;
    for (const ElementId id : index_->connectionsAt(ends)) {
        const routing::Link& link = data.links[std::size_t(data.linkOf.value(id))];
        if (!link.waypoints.isEmpty())
            continue;
        const Point origin = data.nodes[std::size_t(link.source)].rect.topLeft();
        routing::Path path = link.route;
        for (Point& corner : path)
            corner = corner + origin;
        if (routing::frameCost(scene, path) > 0)
            found.insert(id);
    }
    return found;
}

QList<Point> Router::preview(const Rect& source, ElementId sourceId, const Rect& target,
                             ElementId targetId) const {
    const IndexData& data = index_->data();
    Scene scene(data);
    std::vector<Job> jobs(1);
    jobs[0].sourceId = sourceId;
    jobs[0].targetId = targetId;
    jobs[0].ends = Ends(source, data.nodeOf.value(sourceId, -1), target, data.nodeOf.value(targetId, -1));
    Engine(scene, jobs).run();
    return jobs[0].path;
}

QList<Point> Router::previewThrough(ElementId connection, const QList<Point>& waypoints) const {
    const IndexData& data = index_->data();
    const int link = data.linkOf.value(connection, -1);
    if (link < 0)
        return {};
    Scene scene(data);
    scene.ignoreLink(link);
    std::vector<Job> jobs{jobFor(scene, link)};
    jobs[0].via = waypoints;
    Engine(scene, jobs).run();
    const auto own =
        std::find_if(jobs.begin(), jobs.end(), [&](const Job& job) { return job.id == connection; });
    return own->path;
}

struct RoutePreview::Private {
    const IndexData& data;
    routing::Overlay overlay;
    std::vector<int> attached; ///< links with one end that moves
    std::vector<int> lifted;   ///< obstacles that move; left empty when they are too many to look under

    explicit Private(const IndexData& index)
        : data(index) {}

    void lift(const QHash<ElementId, Rect>& places, bool together) {
        constexpr qsizetype kMostUnder = 200;
        overlay.liftedNode.assign(data.nodes.size(), 0);
        overlay.liftedLink.assign(data.links.size(), 0);
        overlay.rects.reserve(places.size());
        for (auto it = places.cbegin(); it != places.cend(); ++it) {
            const int node = data.nodeOf.value(it.key(), -1);
            if (node < 0)
                continue;
            overlay.liftedNode[std::size_t(node)] = 1;
            overlay.rects.insert(node, it.value());
            (data.nodes[std::size_t(node)].obstacle ? overlay.obstacles : overlay.frames)
                .insert(node, it.value());
            if (places.size() <= kMostUnder)
                lifted.push_back(node);
        }
        for (auto it = overlay.rects.cbegin(); it != overlay.rects.cend(); ++it) {
            data.visitLinks(it.key(), [&](int link) {
                char& seen = overlay.liftedLink[std::size_t(link)];
                if (seen)
                    return;
                seen = 1;
                const routing::Link& row = data.links[std::size_t(link)];
                const bool both = overlay.liftedNode[std::size_t(row.source)] &&
                                  overlay.liftedNode[std::size_t(row.target)];
                if (both && together)
                    data.visitSegments(link, [&](Point a, Point b) {
                        overlay.segments.insert(link, routing::spanOf(a, b));
                    });
                else
                    attached.push_back(link);
            });
        }
    }
};

RoutePreview::RoutePreview(const RoutingIndex& index, const QSet<ElementId>& moved)
    : d(std::make_unique<Private>(index.data())) {
    QHash<ElementId, Rect> places;
    places.reserve(moved.size());
    for (const ElementId id : moved) {
        if (const int node = d->data.nodeOf.value(id, -1); node >= 0)
            places.insert(id, d->data.nodes[std::size_t(node)].rect);
    }
    d->lift(places, true);
}

RoutePreview::RoutePreview(const RoutingIndex& index, const QHash<ElementId, Rect>& resized)
    : d(std::make_unique<Private>(index.data())) {
    d->lift(resized, false);
}

RoutePreview::~RoutePreview() = default;

QHash<ElementId, QList<Point>> RoutePreview::routes(Point by) const {
    const IndexData& data = d->data;
    d->overlay.by = by;
    Scene scene(data, &d->overlay);
    std::vector<int> links = d->attached;
    QSet<int> covered;
    for (const int node : d->lifted) {
        data.visitLinksThrough(
            scene.rectOf(node), node, [&](int end) { return scene.rectOf(end); },
            [&](int link) {
                if (!d->overlay.liftedLink[std::size_t(link)])
                    covered.insert(link);
            });
    }
    links.insert(links.end(), covered.cbegin(), covered.cend());
    std::sort(links.begin(), links.end(),
              [&](int a, int b) { return data.links[std::size_t(a)].id < data.links[std::size_t(b)].id; });
    QHash<ElementId, QList<Point>> routes;
    std::vector<Job> jobs;
    for (const int link : links) {
        scene.ignoreLink(link);
        Job job = jobFor(scene, link);
        if (jobs.size() < kMostRouted)
            jobs.push_back(std::move(job));
        else
            routes.insert(job.id, routing::roughPath(job.ends));
    }
    Engine(scene, jobs).run();
    for (Job& job : jobs)
        routes.insert(job.id, job.path);
    return routes;
}

} // namespace groundplan
