#include "model/routing/router.h"

#include "model/routing/engine.h"

namespace groundplan {

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

QHash<ElementId, Route> Router::route(const QSet<ElementId>& connections) const {
    const IndexData& data = index_->data();
    Scene scene(data);
    std::vector<Job> jobs;
    jobs.reserve(std::size_t(connections.size()));
    for (const ElementId id : connections) {
        const int link = data.linkOf.value(id, -1);
        if (link < 0)
            continue;
        scene.ignoreLink(link);
        const routing::Link& row = data.links[std::size_t(link)];
        Job job;
        job.id = id;
        job.link = link;
        job.sourceId = data.nodes[std::size_t(row.source)].id;
        job.targetId = data.nodes[std::size_t(row.target)].id;
        job.ends = Ends(scene.rectOf(row.source), row.source, scene.rectOf(row.target), row.target);
        jobs.push_back(std::move(job));
    }
    Engine(scene, jobs).run();
    QHash<ElementId, Route> routes;
    routes.reserve(qsizetype(jobs.size()));
    for (Job& job : jobs) {
        const Point origin = job.ends.source.topLeft();
        for (Point& corner : job.path)
            corner = corner - origin;
        routes.insert(job.id, std::move(job.path));
    }
    return routes;
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

} // namespace groundplan
