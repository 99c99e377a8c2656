#include "app/tools/live_routes.h"

#include "model/routing/router.h"

#include <QElapsedTimer>

namespace groundplan {

namespace {

/// Above this many connections a frame has no time for real routes.
constexpr qsizetype kMostRouted = 24;
/// A frame that spent longer on routes, in milliseconds, is the last one of the drag to have real ones.
constexpr qint64 kBudget = 5;

} // namespace

QList<Point> elbow(const Rect& source, const Rect& target) {
    const Point a = source.center();
    const Point b = target.center();
    const bool right = target.left() >= source.right();
    const bool left = target.right() <= source.left();
    if (right || left) {
        const Point from{right ? source.right() : source.left(), a.y};
        const Point to{right ? target.left() : target.right(), b.y};
        const Coord middle = from.x + (to.x - from.x) / 2;
        if (from.y == to.y)
            return {from, to};
        return {from, {middle, from.y}, {middle, to.y}, to};
    }
    const bool down = b.y >= a.y;
    const Point from{a.x, down ? source.bottom() : source.top()};
    const Point to{b.x, down ? target.top() : target.bottom()};
    const Coord middle = from.y + (to.y - from.y) / 2;
    if (from.x == to.x)
        return {from, to};
    return {from, {from.x, middle}, {to.x, middle}, to};
}

LiveRoutes::LiveRoutes(const Design& design, const RoutingIndex& routing, const QSet<ElementId>& changing) {
    for (const ElementId id : routing.connectionsAt(changing)) {
        const Connection* connection = design.connections.find(id);
        if (!connection)
            continue;
        if (changing.contains(connection->source) && changing.contains(connection->target))
            carried_.insert(id);
        else
            stretched_.append(id);
    }
    std::sort(stretched_.begin(), stretched_.end());
    if (!stretched_.isEmpty() && stretched_.size() <= kMostRouted)
        router_ = std::make_unique<Router>(routing);
}

LiveRoutes::~LiveRoutes() = default;

QList<Point> LiveRoutes::routeOf(const Design& design, const Connection& connection,
                                 const RectNow& rectNow) const {
    const auto source = design.rectOf(connection.source);
    const auto target = design.rectOf(connection.target);
    if (!source || !target)
        return {};
    const Rect from = rectNow(connection.source, *source);
    const Rect to = rectNow(connection.target, *target);
    return router_ ? router_->preview(from, connection.source, to, connection.target) : elbow(from, to);
}

QHash<ElementId, QList<Point>> LiveRoutes::routes(const Design& design, const RectNow& rectNow, bool all) {
    QHash<ElementId, QList<Point>> found;
    QElapsedTimer clock;
    clock.start();
    const auto add = [&](ElementId id) {
        if (const Connection* connection = design.connections.find(id))
            found.insert(id, routeOf(design, *connection, rectNow));
    };
    for (ElementId id : std::as_const(stretched_))
        add(id);
    if (all) {
        for (ElementId id : std::as_const(carried_))
            add(id);
    }
    if (clock.elapsed() > kBudget)
        router_.reset();
    return found;
}

} // namespace groundplan
