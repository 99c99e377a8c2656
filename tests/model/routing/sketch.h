#pragma once

#include "model/routing/router.h"

#include <QList>
#include <QSet>

#include <initializer_list>
#include <random>

namespace groundplan::test {

/// The corners in points, for messages.
inline QString text(const QList<Point>& path) {
    QStringList corners;
    for (const Point p : path)
        corners << QStringLiteral("%1,%2").arg(points(p.x)).arg(points(p.y));
    return corners.join(QLatin1Char(' '));
}

/// Builds designs for the router's tests in points; ids are given out as 1, 2, 3, ... or chosen.
class Sketch {
public:
    ElementId block(double x, double y, double w = 176, double h = 64, qint64 id = 0) {
        Block row;
        row.id = put(ElementType::Block, id);
        row.kind = QStringLiteral("block");
        row.name = QStringLiteral("b%1").arg(row.id.value());
        row.rect = {units(x), units(y), units(w), units(h)};
        design.blocks.put(row);
        return row.id;
    }
    ElementId frame(double x, double y, double w, double h, qint64 id = 0) {
        Frame row;
        row.id = put(ElementType::Frame, id);
        row.name = QStringLiteral("f%1").arg(row.id.value());
        row.rect = {units(x), units(y), units(w), units(h)};
        design.frames.put(row);
        return row.id;
    }
    ElementId card(double x, double y, double w, double h) {
        Card row;
        row.id = put(ElementType::Card, 0);
        row.rect = {units(x), units(y), units(w), units(h)};
        design.cards.put(row);
        return row.id;
    }
    ElementId connect(ElementId source, ElementId target, qint64 id = 0) {
        Connection row;
        row.id = put(ElementType::Connection, id);
        row.source = source;
        row.target = target;
        design.connections.put(row);
        return row.id;
    }
    /// Routes these (all) and stores the routes; returns whose.
    QSet<ElementId> route(const QList<ElementId>& ids = {}) {
        QSet<ElementId> wanted(ids.begin(), ids.end());
        if (ids.isEmpty()) {
            for (const Connection& connection : design.connections)
                wanted.insert(connection.id);
        }
        return store(Router(design).route(wanted));
    }
    QSet<ElementId> store(const QHash<ElementId, Route>& routes) {
        for (auto it = routes.cbegin(); it != routes.cend(); ++it) {
            Connection row = *design.connections.find(it.key());
            row.route = it.value();
            design.connections.put(row);
        }
        return QSet<ElementId>(routes.keyBegin(), routes.keyEnd());
    }
    void moveBlock(ElementId id, double dx, double dy) {
        Block row = *design.blocks.find(id);
        row.rect = row.rect.translated({units(dx), units(dy)});
        design.blocks.put(row);
    }
    /// The stored route in board coordinates.
    QList<Point> path(ElementId connection) const {
        return design.routeOf(*design.connections.find(connection));
    }
    int bends(ElementId connection) const { return int(path(connection).size()) - 2; }

    Design design;

private:
    ElementId put(ElementType type, qint64 id) {
        Element row;
        row.id = ElementId(id != 0 ? id : next_++);
        row.type = type;
        design.elements.put(row);
        return row.id;
    }
    qint64 next_ = 1;
};

/// Blocks strewn over a sheet with at least `gap` points between them, and connections among near ones: the
/// same for the same seed on every machine.
inline Sketch strewnBlocks(int blocks, int connections, unsigned seed, double gap = 28,
                           double sheetPerBlock = 50'000) {
    std::mt19937 generator(seed);
    const auto below = [&](unsigned n) { return unsigned(generator() % n); };
    Sketch board;
    const auto side = unsigned(std::sqrt(blocks * sheetPerBlock));
    QList<ElementId> ids;
    QList<Rect> rects;
    for (int attempts = 0; ids.size() < blocks && attempts < 1000 * blocks; ++attempts) {
        const Rect rect{units(below(side)), units(below(side)), units(100 + below(100)),
                        units(48 + below(60))};
        if (std::any_of(rects.begin(), rects.end(),
                        [&](const Rect& r) { return r.grown(units(gap)).intersects(rect); }))
            continue;
        rects.append(rect);
        ids.append(board.block(points(rect.x), points(rect.y), points(rect.w), points(rect.h)));
    }
    for (int i = 0; i < connections; ++i) {
        const auto from = qsizetype(below(unsigned(ids.size())));
        qsizetype to = from;
        qint64 nearest = std::numeric_limits<qint64>::max();
        for (int choice = 0; choice < 4; ++choice) {
            const auto other = qsizetype(below(unsigned(ids.size())));
            const Point apart = rects.at(other).center() - rects.at(from).center();
            const qint64 distance = std::abs(apart.x) + std::abs(apart.y);
            if (other != from && distance < nearest) {
                nearest = distance;
                to = other;
            }
        }
        if (to != from)
            board.connect(ids.at(from), ids.at(to));
    }
    return board;
}

/// What can be said of a set of routes.
struct Figures {
    int connections = 0;
    int bends = 0;
    int hits = 0; ///< connections that run through a block or card which holds none of their ends
    int crossings = 0;
    double length = 0;  ///< points
    double overlap = 0; ///< points that different connections lie on one another
    QStringList faults; ///< what may never be, whatever the layout
};

inline Figures figuresOf(const Design& design) {
    Figures figures;
    struct Piece {
        ElementId id;
        Rect span;
    };
    QList<Piece> pieces;
    const RoutingIndex index(design);
    QSet<ElementId> obstacles;
    for (const Block& block : design.blocks)
        obstacles.insert(block.id);
    for (const Card& card : design.cards)
        obstacles.insert(card.id);
    figures.hits = int(index.connectionsThrough(obstacles).size());
    for (const Connection* connection : design.connections.sorted()) {
        const QList<Point> path = design.routeOf(*connection);
        const auto fault = [&](const QString& what) {
            QString corners;
            for (const Point p : path)
                corners += QStringLiteral(" %1,%2").arg(points(p.x)).arg(points(p.y));
            figures.faults
                << QStringLiteral("connection %1 %2:%3").arg(connection->id.value()).arg(what, corners);
        };
        ++figures.connections;
        if (path.size() < 2) {
            fault(QStringLiteral("is not routed"));
            continue;
        }
        figures.bends += int(path.size()) - 2;
        for (qsizetype i = 1; i < path.size(); ++i) {
            const Point a = path.at(i - 1);
            const Point b = path.at(i);
            if (a == b)
                fault(QStringLiteral("has a segment of no length"));
            if (a.x != b.x && a.y != b.y)
                fault(QStringLiteral("has a slanted segment"));
            if (i > 1 && (a.x == b.x) == (path.at(i - 2).x == a.x))
                fault(QStringLiteral("goes on or back at a corner"));
            figures.length += points(std::abs(a.x - b.x) + std::abs(a.y - b.y));
            pieces.append(
                {connection->id,
                 {std::min(a.x, b.x), std::min(a.y, b.y), std::abs(a.x - b.x), std::abs(a.y - b.y)}});
        }
        // Ends lie on their element's border, off its corners, and the line meets the side at a right angle.
        const auto checkEnd = [&](ElementId id, Point port, Point next, const QString& which) {
            const Rect rect = *design.rectOf(id);
            const auto margin = [](Coord length) { return std::min(units(14), length / 3); };
            const bool upright = port.x == rect.left() || port.x == rect.right();
            const bool flat = port.y == rect.top() || port.y == rect.bottom();
            const bool onUpright = upright && port.y >= rect.top() + margin(rect.h) &&
                                   port.y <= rect.bottom() - margin(rect.h) && next.y == port.y;
            const bool onFlat = flat && port.x >= rect.left() + margin(rect.w) &&
                                port.x <= rect.right() - margin(rect.w) && next.x == port.x;
            if (!onUpright && !onFlat)
                fault(which);
        };
        checkEnd(connection->source, path.first(), path.at(1), QStringLiteral("leaves its source badly"));
        checkEnd(connection->target, path.last(), path.at(path.size() - 2),
                 QStringLiteral("enters its target badly"));
    }
    for (qsizetype i = 0; i < pieces.size(); ++i) {
        for (qsizetype k = i + 1; k < pieces.size(); ++k) {
            const Rect& a = pieces.at(i).span;
            const Rect& b = pieces.at(k).span;
            if (pieces.at(i).id == pieces.at(k).id)
                continue;
            if ((a.w == 0) != (b.w == 0)) {
                figures.crossings += a.left() < b.right() && b.left() < a.right() && a.top() < b.bottom() &&
                                     b.top() < a.bottom();
            } else if (a.w == 0 ? a.x == b.x : a.y == b.y) {
                const Coord common = a.w == 0 ? std::min(a.bottom(), b.bottom()) - std::max(a.top(), b.top())
                                              : std::min(a.right(), b.right()) - std::max(a.left(), b.left());
                figures.overlap += points(std::max(0, common));
            }
        }
    }
    return figures;
}

} // namespace groundplan::test
