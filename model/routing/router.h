#pragma once

#include "model/design/design.h"
#include "model/routing/routing_index.h"

#include <QHash>
#include <QSet>

#include <atomic>
#include <memory>

namespace groundplan {

namespace routing {
struct Budget;
}

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

    /// Routes for the given connections; those with a missing end are left out. Routes of all others are
    /// taken into account and stay as they are, but for those with bends that end on a side where these come
    /// to: they make room there, and their new routes are among the result. The `pinned` ones do not.
    QHash<ElementId, Route> route(const QSet<ElementId>& connections,
                                  const QSet<ElementId>& pinned = {}) const;
    /// The same for what comes in from outside, in bounds: once so much has been looked at as thousands of
    /// lines about a few blocks need, what has no way yet gets a rough one, which minds nothing. Counted, so
    /// that the same design gets the same routes everywhere. Nothing when `cancelled` becomes true.
    QHash<ElementId, Route> routeInBounds(const QSet<ElementId>& connections,
                                          const std::atomic<bool>* cancelled) const;
    /// Routes for connections that go round one of these places, in which a frame stood until now, and that
    /// are better through it: shorter, a bend counted as so much way.
    QHash<ElementId, Route> routeThrough(const QList<Rect>& freed) const;
    /// Those at one of these elements whose stored route runs along the border of a frame or over its words,
    /// as older versions laid them, but for those that pass a waypoint.
    QSet<ElementId> onBorders(const QSet<ElementId>& ends) const;
    /// For previews while dragging: the route between two rectangles, either of which may be an element of
    /// the design (then named, so that it is no obstacle) or a bare point of size 0. Board coordinates.
    QList<Point> preview(const Rect& source, ElementId sourceId, const Rect& target,
                         ElementId targetId) const;

    /// The route that a connection of the design would get with these waypoints. Board coordinates; empty
    /// when there is no such connection.
    QList<Point> previewThrough(ElementId connection, const QList<Point>& waypoints) const;

    const RoutingIndex& index() const { return *index_; }

private:
    QHash<ElementId, Route> route(const QSet<ElementId>& connections, const QSet<ElementId>& pinned,
                                  const routing::Budget& budget) const;

    std::unique_ptr<RoutingIndex> own_;
    const RoutingIndex* index_;
};

/// Routes as they will be when elements have moved, without an edit: what a canvas draws while they are
/// dragged. Given the same places, Router finds the same on the changed design. Making one takes time that
/// grows with what moves; each frame only with the connections between what moves and what stays.
class RoutePreview {
public:
    /// All that moves together, with what frames hold (movableOf() in model/operations). `index` shows the
    /// design as it is and must outlive this and stay as it is.
    RoutePreview(const RoutingIndex& index, const QSet<ElementId>& moved);
    /// Elements that get another place and size.
    RoutePreview(const RoutingIndex& index, const QHash<ElementId, Rect>& resized);
    ~RoutePreview();
    RoutePreview(const RoutePreview&) = delete;
    RoutePreview& operator=(const RoutePreview&) = delete;

    /// Board coordinates, for all of it shifted by `by`: connections with one end among what moves (both,
    /// where their ends do not keep their places to each other), and those whose stored route would be
    /// covered. Beyond kMostRouted connections the rest is drawn simply, minding no obstacle; final routes
    /// come with the edit.
    QHash<ElementId, QList<Point>> routes(Point by = {}) const;
    static constexpr int kMostRouted = 150;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace groundplan
