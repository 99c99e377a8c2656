#pragma once

#include "model/design/design.h"
#include "model/routing/frame_words.h"
#include "model/routing/grid_hash.h"

#include <QHash>

#include <vector>

namespace groundplan::routing {

/// A block, frame or card.
struct Node {
    ElementId id; ///< none: the slot is free
    Rect rect;
    bool obstacle = false; ///< blocks and cards are, frames are not
    int firstLink = -1;    ///< head of the list of connections here
    FrameWords words;      ///< of a frame
};

/// A connection whose both ends exist.
struct Link {
    ElementId id; ///< none: the slot is free
    int source = -1;
    int target = -1;
    int nextAtSource = -1; ///< list of the source node (a self-loop is in it once)
    int nextAtTarget = -1;
    Route route;
    Route waypoints;          ///< relative as the route is
    Size label;               ///< none: empty
    Rect pill;                ///< of the label, relative as the route is; empty without one
    bool labelByHand = false; ///< somebody has put it there: it makes no room for a line

    int next(int node) const { return node == source ? nextAtSource : nextAtTarget; }
};

/// Whether they have some inside in common; an end may be a bare point, whose inside is itself.
constexpr bool overlaps(const Rect& a, const Rect& end) {
    return a.contains(end.topLeft()) || a.intersects(end);
}

/// The inside of RoutingIndex. Slots are numbered as they come and mean nothing: whatever decides must go by
/// id.
struct IndexData {
    std::vector<Node> nodes;
    std::vector<Link> links;
    QHash<ElementId, int> nodeOf;
    QHash<ElementId, int> linkOf;
    GridHash obstacles;   ///< of node slots: blocks and cards
    GridHash frames;      ///< of node slots: the others
    GridHash segments;    ///< of link slots, one flat rectangle a segment, in board coordinates
    GridHash labels;      ///< of link slots: the pills
    int labelsByHand = 0; ///< how many of them are

    void build(const Design& design);
    void update(const Design& design, const ChangeSet& changes);

    int addNode(ElementId id, const Rect& rect, bool obstacle);
    void addFrame(const Frame& frame);
    void addLink(const Connection& connection);
    /// Where the label would lie, in board coordinates.
    Rect pillOf(int link, qint32 labelAt, Size size, Direction direction) const;
    GridHash& gridOf(const Node& node) { return node.obstacle ? obstacles : frames; }
    void setConnection(int link, const Connection& connection);
    void attach(int link);
    void detach(int link);
    void insertSegments(int link);
    void removeSegments(int link);

    template <class Found>
    void visitLinks(int node, Found&& found) const {
        for (int i = nodes[std::size_t(node)].firstLink; i >= 0; i = links[std::size_t(i)].next(node))
            found(i);
    }
    /// Calls found(a, b) for each segment of a link's stored route, in board coordinates.
    template <class Found>
    void visitSegments(int link, Found&& found) const {
        const Link& row = links[std::size_t(link)];
        const Point origin = nodes[std::size_t(row.source)].rect.topLeft();
        for (qsizetype i = 1; i < row.route.size(); ++i)
            found(row.route.at(i - 1) + origin, row.route.at(i) + origin);
    }

    /// Calls found(rect) for a link's label, if it has one, in board coordinates.
    template <class Found>
    void visitPill(int link, Found&& found) const {
        const Link& row = links[std::size_t(link)];
        if (!row.pill.isEmpty())
            found(row.pill.translated(nodes[std::size_t(row.source)].rect.topLeft()));
    }

    /// Calls found(link) for stored routes through the inside of `rect`, where element `node` is or will be,
    /// but for those that end at it or at something that lies in it (of a frame: partly in it). `rectOf` says
    /// where an end is.
    template <class RectOf, class Found>
    void visitLinksThrough(const Rect& rect, int node, RectOf&& rectOf, Found&& found) const {
        segments.visit(rect.grown(-1), [&](int link, const Rect&) {
            const Link& row = links[std::size_t(link)];
            const bool frame = !nodes[std::size_t(node)].obstacle;
            const auto holds = [&](int end) {
                return end == node || (frame ? overlaps(rect, rectOf(end)) : rect.contains(rectOf(end)));
            };
            if (!holds(row.source) && !holds(row.target))
                found(link);
        });
    }
};

/// The flat rectangle between two corners.
constexpr Rect spanOf(Point a, Point b) {
    const Coord x = std::min(a.x, b.x);
    const Coord y = std::min(a.y, b.y);
    return {x, y, std::max(a.x, b.x) - x, std::max(a.y, b.y) - y};
}

} // namespace groundplan::routing
