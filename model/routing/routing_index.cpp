#include "model/routing/routing_index.h"

#include "model/routing/index_data.h"
#include "model/routing/label_choice.h"
#include "model/routing/label_place.h"

#include <algorithm>

namespace groundplan {

namespace routing {

int IndexData::addNode(ElementId id, const Rect& rect, bool obstacle) {
    const int slot = int(nodes.size());
    nodes.push_back({id, rect, obstacle, -1, {}});
    nodeOf.insert(id, slot);
    gridOf(nodes.back()).insert(slot, rect);
    return slot;
}

void IndexData::addFrame(const Frame& frame) {
    nodes[std::size_t(addNode(frame.id, frame.rect, false))].words = FrameWords(frame);
}

void IndexData::addLink(const Connection& connection) {
    const int source = nodeOf.value(connection.source, -1);
    const int target = nodeOf.value(connection.target, -1);
    if (source < 0 || target < 0)
        return;
    const int slot = int(links.size());
    links.push_back({connection.id, source, target, -1, -1, {}, {}, {}, {}, false});
    setConnection(slot, connection);
    linkOf.insert(connection.id, slot);
    attach(slot);
    insertSegments(slot);
}

void IndexData::attach(int link) {
    Link& row = links[std::size_t(link)];
    row.nextAtSource = nodes[std::size_t(row.source)].firstLink;
    nodes[std::size_t(row.source)].firstLink = link;
    if (row.target != row.source) {
        row.nextAtTarget = nodes[std::size_t(row.target)].firstLink;
        nodes[std::size_t(row.target)].firstLink = link;
    }
}

void IndexData::detach(int link) {
    const auto drop = [this, link](int node) {
        int* here = &nodes[std::size_t(node)].firstLink;
        while (*here >= 0) {
            Link& row = links[std::size_t(*here)];
            int& next = node == row.source ? row.nextAtSource : row.nextAtTarget;
            if (*here == link) {
                *here = next;
                return;
            }
            here = &next;
        }
    };
    const Link& row = links[std::size_t(link)];
    drop(row.source);
    if (row.target != row.source)
        drop(row.target);
}

Rect IndexData::pillOf(int link, qint32 labelAt, Size size, Direction direction) const {
    const Link& row = links[std::size_t(link)];
    const Point origin = nodes[std::size_t(row.source)].rect.topLeft();
    QList<QPointF> corners;
    corners.reserve(row.route.size());
    for (const Point corner : row.route)
        corners.append({points(corner.x + origin.x), points(corner.y + origin.y)});
    const QRectF pill = placeLabel(corners, labelAt, {points(size.w), points(size.h)}, direction);
    return pill.isEmpty() ? Rect{} : Rect{units(pill.x()), units(pill.y()), size.w, size.h};
}

void IndexData::setConnection(int link, const Connection& connection) {
    Link& row = links[std::size_t(link)];
    row.route = connection.route;
    row.waypoints = connection.waypoints;
    row.label = connection.labelSize;
    row.pill = {};
    row.labelByHand = isLabelByHand(connection.labelAt);
    if (connection.labelSize.w > 0 && connection.labelSize.h > 0) {
        const Point origin = nodes[std::size_t(row.source)].rect.topLeft();
        row.pill = pillOf(link, connection.labelAt, connection.labelSize, connection.direction)
                       .translated({-origin.x, -origin.y});
    }
}

void IndexData::insertSegments(int link) {
    visitSegments(link, [&](Point a, Point b) { segments.insert(link, spanOf(a, b)); });
    visitPill(link, [&](const Rect& pill) {
        labels.insert(link, pill);
        labelsByHand += links[std::size_t(link)].labelByHand;
    });
}

void IndexData::removeSegments(int link) {
    visitSegments(link, [&](Point a, Point b) { segments.remove(link, spanOf(a, b)); });
    visitPill(link, [&](const Rect& pill) {
        labels.remove(link, pill);
        labelsByHand -= links[std::size_t(link)].labelByHand;
    });
}

void IndexData::build(const Design& design) {
    *this = IndexData();
    const qsizetype count = design.blocks.size() + design.frames.size() + design.cards.size();
    nodes.reserve(std::size_t(count));
    nodeOf.reserve(count);
    links.reserve(std::size_t(design.connections.size()));
    linkOf.reserve(design.connections.size());
    for (const Block& block : design.blocks)
        addNode(block.id, block.rect, true);
    for (const Frame& frame : design.frames)
        addFrame(frame);
    for (const Card& card : design.cards)
        addNode(card.id, card.rect, true);
    for (const Connection& connection : design.connections)
        addLink(connection);
}

void IndexData::update(const Design& design, const ChangeSet& changes) {
    if (changes.reset || changes.elements.size() > qsizetype(nodes.size() + links.size()) / 8 + 64) {
        build(design);
        return;
    }
    // Routes are relative to their source: segments leave the grid before anything moves and come back
    // afterwards.
    QSet<int> touched;
    for (const ElementId id : changes.elements) {
        if (const int node = nodeOf.value(id, -1); node >= 0)
            visitLinks(node, [&](int link) { touched.insert(link); });
        if (const int link = linkOf.value(id, -1); link >= 0)
            touched.insert(link);
    }
    for (const int link : std::as_const(touched)) {
        removeSegments(link);
        detach(link);
    }
    for (const ElementId id : changes.elements) {
        const int node = nodeOf.value(id, -1);
        const Frame* frame = design.frames.find(id);
        const bool stands = frame || design.blocks.contains(id) || design.cards.contains(id);
        const auto rect = stands ? design.rectOf(id) : std::nullopt;
        if (node < 0) {
            if (frame)
                addFrame(*frame);
            else if (rect)
                addNode(id, *rect, true);
            continue;
        }
        Node& row = nodes[std::size_t(node)];
        if (frame)
            row.words = FrameWords(*frame);
        if (rect && *rect == row.rect)
            continue;
        gridOf(row).remove(node, row.rect);
        if (rect) {
            row.rect = *rect;
            gridOf(row).insert(node, row.rect);
        } else {
            nodeOf.remove(id);
            row = Node();
        }
    }
    for (const int link : std::as_const(touched)) {
        Link& row = links[std::size_t(link)];
        const Connection* connection = design.connections.find(row.id);
        const int source = connection ? nodeOf.value(connection->source, -1) : -1;
        const int target = connection ? nodeOf.value(connection->target, -1) : -1;
        if (source < 0 || target < 0) {
            linkOf.remove(row.id);
            row = Link();
            continue;
        }
        row.source = source;
        row.target = target;
        setConnection(link, *connection);
        attach(link);
        insertSegments(link);
    }
    for (const ElementId id : changes.elements) {
        const Connection* connection = linkOf.contains(id) ? nullptr : design.connections.find(id);
        if (connection)
            addLink(*connection);
    }
}

} // namespace routing

RoutingIndex::RoutingIndex()
    : d(std::make_unique<routing::IndexData>()) {}
RoutingIndex::RoutingIndex(const Design& design)
    : RoutingIndex() {
    d->build(design);
}
RoutingIndex::~RoutingIndex() = default;
RoutingIndex::RoutingIndex(RoutingIndex&&) noexcept = default;
RoutingIndex& RoutingIndex::operator=(RoutingIndex&&) noexcept = default;

void RoutingIndex::rebuild(const Design& design) {
    d->build(design);
}

void RoutingIndex::update(const Design& design, const ChangeSet& changes) {
    d->update(design, changes);
}

QSet<ElementId> RoutingIndex::connectionsAt(const QSet<ElementId>& ids) const {
    QSet<ElementId> found;
    for (const ElementId id : ids) {
        if (const int node = d->nodeOf.value(id, -1); node >= 0)
            d->visitLinks(node, [&](int link) { found.insert(d->links[std::size_t(link)].id); });
    }
    return found;
}

QSet<ElementId> RoutingIndex::connectionsThrough(const QSet<ElementId>& ids) const {
    QSet<ElementId> found;
    for (const ElementId id : ids) {
        const int node = d->nodeOf.value(id, -1);
        if (node < 0)
            continue;
        d->visitLinksThrough(
            d->nodes[std::size_t(node)].rect, node, [&](int end) { return d->nodes[std::size_t(end)].rect; },
            [&](int link) { found.insert(d->links[std::size_t(link)].id); });
    }
    return found;
}

bool operator==(const RoutingIndex& a, const RoutingIndex& b) {
    const auto contents = [](const routing::IndexData& data) {
        QHash<ElementId, Rect> rects;
        QHash<ElementId, QList<Rect>> segments;
        QHash<ElementId, QList<ElementId>> atNode;
        QHash<ElementId, std::pair<Coord, Coord>> words;
        for (std::size_t i = 0; i < data.nodes.size(); ++i) {
            const routing::Node& node = data.nodes[i];
            if (!node.id)
                continue;
            rects.insert(node.id, node.rect);
            words.insert(node.id, {node.words.title, node.words.remark});
            QList<ElementId>& links = atNode[node.id];
            data.visitLinks(int(i), [&](int link) { links.append(data.links[std::size_t(link)].id); });
            std::sort(links.begin(), links.end());
            // The grids must agree with the rows: what is found by place goes into the picture as well.
            for (const routing::GridHash* grid : {&data.obstacles, &data.frames}) {
                grid->visit(node.rect, [&](int item, const Rect& rect) {
                    if (item == int(i))
                        segments[node.id].append(rect);
                });
            }
        }
        const Coord far = 4 * kMaxCoord;
        for (const routing::GridHash* grid : {&data.segments, &data.labels}) {
            grid->visit({-far, -far, 2 * far - 1, 2 * far - 1}, [&](int link, const Rect& rect) {
                segments[data.links[std::size_t(link)].id].append(rect);
            });
        }
        for (QList<Rect>& list : segments) {
            std::sort(list.begin(), list.end(), [](const Rect& p, const Rect& q) {
                return std::tie(p.x, p.y, p.w, p.h) < std::tie(q.x, q.y, q.w, q.h);
            });
        }
        return std::tuple(rects, words, segments, atNode, data.labelsByHand);
    };
    return contents(*a.d) == contents(*b.d);
}

} // namespace groundplan
