#pragma once

#include "model/design/design.h"
#include "model/routing/routing_index.h"

#include <QHash>
#include <QList>

#include <functional>
#include <memory>

namespace groundplan {

class Router;

/// A quick way from one rectangle to another with at most two bends, past nothing: a preview where a real
/// route would take too long. Either may be a bare point of size 0.
QList<Point> elbow(const Rect& source, const Rect& target);

/// Lets connections follow what a drag moves or resizes before anything is committed. A few connections get
/// real routes, many get elbows; which of the two is settled at the start of the drag, so that lines do not
/// flicker.
class LiveRoutes {
public:
    /// `changing`: what is moved or resized, with all that frames among it hold.
    /// `routing` stays where it is and unchanged while this lives.
    LiveRoutes(const Design& design, const RoutingIndex& routing, const QSet<ElementId>& changing);
    ~LiveRoutes();

    /// Connections with both ends among what changes: on a move they come along as they are.
    const QSet<ElementId>& carried() const { return carried_; }
    /// Connections that are stretched: with one end among what changes.
    const QList<ElementId>& stretched() const { return stretched_; }

    using RectNow = std::function<Rect(ElementId id, const Rect& stored)>;
    /// Corners, in board units, of the stretched connections (and of the carried ones with `all`) when
    /// elements lie where `rectNow` says. `design` is the one given to the constructor.
    QHash<ElementId, QList<Point>> routes(const Design& design, const RectNow& rectNow, bool all = false);

private:
    QList<Point> routeOf(const Design& design, const Connection& connection, const RectNow& rectNow) const;

    QSet<ElementId> carried_;
    QList<ElementId> stretched_;
    std::unique_ptr<Router> router_; ///< none: elbows
};

} // namespace groundplan
