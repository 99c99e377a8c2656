#include "app/tools/arrow_keys.h"

#include "app/tools/moved_together.h"
#include "app/tools/targets.h"
#include "model/document/edit_names.h"
#include "model/operations/operations.h"

#include <limits>
#include <memory>
#include <optional>

namespace groundplan::arrowKeys {

namespace {

constexpr Coord kStep = 8 * kUnitsPerPoint;
constexpr Coord kFineStep = kUnitsPerPoint;
const QByteArray kToken = "arrow-keys";

bool isArrow(int key, Point* direction) {
    switch (key) {
    case Qt::Key_Left:
        *direction = {-1, 0};
        return true;
    case Qt::Key_Right:
        *direction = {1, 0};
        return true;
    case Qt::Key_Up:
        *direction = {0, -1};
        return true;
    case Qt::Key_Down:
        *direction = {0, 1};
        return true;
    default:
        return false;
    }
}

/// Of several selected elements, the one that lies furthest that way.
ElementId foremost(const ToolHost& host, Point direction) {
    ElementId from;
    for (const ElementId id : host.selection()) {
        const auto rect = host.design().rectOf(id);
        const auto best = host.design().rectOf(from);
        const auto reach = [&](const Rect& r) {
            return r.center().x * direction.x + r.center().y * direction.y;
        };
        if (rect && (!best || reach(*rect) > reach(*best) || (reach(*rect) == reach(*best) && id < from)))
            from = id;
    }
    return from;
}

bool select(ToolHost& host, ElementId id) {
    if (id) {
        host.setSelection({id});
        host.bringIntoView({id});
    }
    return true;
}

/// How far `to` is from `start` in a direction, less straight ways counting more; nothing when it lies
/// elsewhere.
std::optional<double> costOf(const Rect& start, const Rect& to, int dx, int dy) {
    const double x = double(to.center().x) - start.center().x;
    const double y = double(to.center().y) - start.center().y;
    const double along = x * dx + y * dy;
    const double across = std::abs(x * dy) + std::abs(y * dx);
    if (along <= 0 || across > 2 * along)
        return std::nullopt;
    return along + 2 * across;
}

/// The best of `ids` in a direction; with `anywhere` the nearest of all, where none lies there.
ElementId bestOf(const Design& design, const Rect& start, const QSet<ElementId>& ids, int dx, int dy,
                 bool anywhere) {
    ElementId best;
    double bestCost = std::numeric_limits<double>::max();
    for (const ElementId id : ids) {
        const auto rect = design.rectOf(id);
        auto cost = rect ? costOf(start, *rect, dx, dy) : std::nullopt;
        if (rect && !cost && anywhere) {
            constexpr double kBehindAll = 1e9; // what lies in the direction comes first
            const double x = double(rect->center().x) - start.center().x;
            const double y = double(rect->center().y) - start.center().y;
            cost = kBehindAll + std::abs(x) + std::abs(y);
        }
        if (cost && (*cost < bestCost || (*cost == bestCost && id < best))) {
            best = id;
            bestCost = *cost;
        }
    }
    return best;
}

} // namespace

ElementId nearest(const Design& design, ElementId from, int dx, int dy) {
    const auto start = design.rectOf(from);
    ElementId best;
    double bestCost = std::numeric_limits<double>::max();
    const auto consider = [&](ElementId id, const Rect& rect) {
        double cost = double(rect.center().x) + rect.center().y;
        if (start) {
            const auto there = costOf(*start, rect, dx, dy);
            if (!there)
                return;
            cost = *there;
        }
        if (id != from && (cost < bestCost || (cost == bestCost && id < best))) {
            best = id;
            bestCost = cost;
        }
    };
    for (const Block& block : design.blocks)
        consider(block.id, block.rect);
    for (const Card& card : design.cards)
        consider(card.id, card.rect);
    for (const Frame& frame : design.frames)
        consider(frame.id, frame.rect);
    return best;
}

ElementId connected(const Design& design, ElementId from, int dx, int dy) {
    const auto start = design.rectOf(from);
    if (!start)
        return {};
    QSet<ElementId> after, before, beside;
    for (const Connection& connection : design.connections) {
        if (connection.source == from && connection.target != from)
            after.insert(connection.target);
        else if (connection.target == from && connection.source != from)
            before.insert(connection.source);
    }
    const QSet<ElementId> both = after + before;
    if (const ElementId there = bestOf(design, *start, both, dx, dy, false))
        return there;
    if (dx != 0)
        return bestOf(design, *start, dx > 0 ? after : before, dx, dy, true);
    for (const Connection& connection : design.connections) {
        if (before.contains(connection.source) && connection.target != from)
            beside.insert(connection.target);
        if (after.contains(connection.target) && connection.source != from)
            beside.insert(connection.source);
    }
    return bestOf(design, *start, beside, dx, dy, false);
}

bool pressed(ToolHost& host, const KeyPress& key) {
    Point direction;
    if (!isArrow(key.key, &direction))
        return false;
    const ElementId from = foremost(host, direction);
    if (key.modifiers.testFlag(Qt::AltModifier))
        return select(host, nearest(host.design(), from, direction.x, direction.y));
    if (!key.modifiers.testFlag(Qt::ControlModifier))
        return from && select(host, connected(host.design(), from, direction.x, direction.y));
    const QSet<ElementId> ids = movableTops(host.design(), host.selection());
    if (ids.isEmpty() || host.isReadOnly())
        return false;
    const Coord step = key.modifiers.testFlag(Qt::ShiftModifier) ? kFineStep : kStep;
    const Point by{direction.x * step, direction.y * step};
    const auto together = std::make_shared<MovedTogether>(host, ids);
    host.editRouting({countedEdit("move", host.design(), ids),
                      [ids, by](Editor& editor) { return moveElements(editor, ids, by); }, together->routed(),
                      kToken, [together, by] { return together->preview(by); },
                      [&host, ids] { host.bringIntoView(ids); }});
    return true;
}

void released(ToolHost& host, const KeyPress& key) {
    Point direction;
    if (isArrow(key.key, &direction))
        lost(host);
}

void lost(ToolHost& host) {
    host.endContinued(kToken);
}

} // namespace groundplan::arrowKeys
