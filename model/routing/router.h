#pragma once

#include "model/design/design.h"
#include "model/routing/routing_index.h"

#include <QHash>
#include <QSet>

#include <memory>

namespace groundplan {

/// Finds orthogonal ways for connections: from a side of the source to a side of the target, round other
/// blocks, ends spread along a side. Deterministic: equal designs give equal routes in any insertion order;
/// no time limit decides. Pure: reads a design, returns routes (relative to the source end, as stored).
class Router {
public:
    /// Builds an index of its own: for an edit or the command line.
    explicit Router(const Design& design);
    /// Borrows an index that is kept up by its owner and shows the design to be routed.
    explicit Router(const RoutingIndex& index);
    ~Router();
    Router(const Router&) = delete;
    Router& operator=(const Router&) = delete;

    /// Routes for the given connections; those with a missing end are left out. Routes of all others stay as
    /// they are in the design and are taken into account.
    QHash<ElementId, Route> route(const QSet<ElementId>& connections) const;
    /// For previews while dragging: the route between two rectangles, either of which may be an element of
    /// the design (then named, so that it is no obstacle) or a bare point of size 0. Board coordinates.
    QList<Point> preview(const Rect& source, ElementId sourceId, const Rect& target,
                         ElementId targetId) const;

    const RoutingIndex& index() const { return *index_; }

private:
    std::unique_ptr<RoutingIndex> own_;
    const RoutingIndex* index_;
};

} // namespace groundplan
