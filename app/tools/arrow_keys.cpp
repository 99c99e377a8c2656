#include "app/tools/arrow_keys.h"

#include "app/tools/moved_together.h"
#include "app/tools/targets.h"
#include "model/document/edit_names.h"
#include "model/operations/operations.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <memory>
#include <numbers>
#include <optional>

namespace groundplan {

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

/// Where an element lies; of a connection the middle of its way.
std::optional<Rect> placeOf(const Design& design, ElementId id) {
    const Connection* connection = design.connections.find(id);
    if (!connection)
        return design.rectOf(id);
    const QList<Point> corners = design.routeOf(*connection);
    if (corners.isEmpty())
        return std::nullopt;
    const qsizetype middle = corners.size() / 2;
    const Point a = corners.at(std::max<qsizetype>(0, middle - 1)), b = corners.at(middle);
    return Rect{(a.x + b.x) / 2, (a.y + b.y) / 2, 1, 1};
}

/// Of several selected elements, the one that lies furthest that way.
ElementId foremost(const ToolHost& host, Point direction) {
    ElementId from;
    for (const ElementId id : host.selection()) {
        const auto rect = placeOf(host.design(), id);
        const auto best = placeOf(host.design(), from);
        const auto reach = [&](const Rect& r) {
            return r.center().x * direction.x + r.center().y * direction.y;
        };
        if (rect && (!best || reach(*rect) > reach(*best) || (reach(*rect) == reach(*best) && id < from)))
            from = id;
    }
    return from;
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

/// The end of a connection that lies in a direction of the other; where neither does, the target to the right
/// and below.
ElementId endOf(const Design& design, const Connection& connection, int dx, int dy) {
    const Point source = design.rectOf(connection.source).value_or(Rect{}).center();
    const Point target = design.rectOf(connection.target).value_or(Rect{}).center();
    const qint64 way = qint64(target.x - source.x) * dx + qint64(target.y - source.y) * dy;
    const bool forward = way != 0 ? way > 0 : dx + dy > 0;
    return forward ? connection.target : connection.source;
}

} // namespace

namespace arrowKeys {

ElementId nearest(const Design& design, ElementId from, int dx, int dy) {
    const auto start = placeOf(design, from);
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
    for (const Stroke& stroke : design.strokes)
        consider(stroke.id, stroke.rect);
    for (const Shape& shape : design.shapes)
        consider(shape.id, shape.rect);
    for (const Image& image : design.images)
        consider(image.id, image.rect);
    return best;
}

ElementId connected(const Design& design, ElementId from, int dx, int dy) {
    if (const Connection* connection = design.connections.find(from))
        return endOf(design, *connection, dx, dy);
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

QList<ElementId> connectionsAround(const Design& design, ElementId id) {
    const Point centre = design.rectOf(id).value_or(Rect{}).center();
    QList<std::pair<double, ElementId>> ways;
    for (const Connection& connection : design.connections) {
        if (connection.source != id && connection.target != id)
            continue;
        const ElementId other = connection.source == id ? connection.target : connection.source;
        const Point there = design.rectOf(other).value_or(Rect{}).center();
        const double angle = std::atan2(double(there.x) - centre.x, double(centre.y) - there.y);
        ways.append({angle < 0 ? angle + 2 * std::numbers::pi : angle, connection.id});
    }
    std::sort(ways.begin(), ways.end());
    QList<ElementId> ids;
    for (const auto& [angle, connection] : std::as_const(ways))
        ids.append(connection);
    return ids;
}

} // namespace arrowKeys

/// Somebody may have selected something else since the last key.
void ArrowKeys::follow(const ToolHost& host, Point direction) {
    if (host.selection() == selected_)
        return;
    selected_ = host.selection();
    kept_.clear();
    with_.clear();
    at_ = foremost(host, direction);
}

bool ArrowKeys::walkTo(ToolHost& host, ElementId id, bool adding) {
    if (!id)
        return true;
    with_ = adding ? host.selection() : QSet<ElementId>{};
    at_ = id;
    host.setSelection(kept_ | with_ | QSet{id});
    host.bringIntoView({id});
    selected_ = host.selection();
    return true;
}

bool ArrowKeys::keep(ToolHost& host) {
    follow(host, {1, 0});
    if (!at_)
        return false;
    if (!kept_.contains(at_)) {
        kept_ = host.selection() | QSet{at_};
    } else {
        kept_.remove(at_);
        with_.remove(at_);
    }
    host.setSelection(kept_ | with_);
    selected_ = host.selection();
    return true;
}

bool ArrowKeys::walkConnections(ToolHost& host, int step, bool adding) {
    follow(host, {1, 0});
    const Design& design = host.design();
    const Connection* at = design.connections.find(at_);
    if (!at)
        around_ = at_;
    else if (around_ != at->source && around_ != at->target)
        around_ = at->source;
    const QList<ElementId> ids = arrowKeys::connectionsAround(design, around_);
    if (ids.isEmpty())
        return false;
    const qsizetype next = at ? ids.indexOf(at_) + step : step > 0 ? 0 : -1;
    return walkTo(host, ids.at((next + ids.size()) % ids.size()), adding);
}

bool ArrowKeys::move(ToolHost& host, Point by) {
    if (grips_.move(host, by, kToken))
        return true;
    const QSet<ElementId> ids = movableTops(host.design(), host.selection());
    if (ids.isEmpty() || host.isReadOnly())
        return false;
    const auto together = std::make_shared<MovedTogether>(host, ids);
    host.editRouting({countedEdit("move", host.design(), ids),
                      [ids, by](Editor& editor) { return moveElements(editor, ids, by); }, together->routed(),
                      kToken, [together, by] { return together->preview(by); },
                      [&host, ids] { host.bringIntoView(ids); }});
    return true;
}

bool ArrowKeys::pressed(ToolHost& host, const KeyPress& key) {
    if (grips_.pressed(host, key))
        return true;
    const bool alt = key.modifiers.testFlag(Qt::AltModifier);
    const bool control = key.modifiers.testFlag(Qt::ControlModifier);
    const bool shift = key.modifiers.testFlag(Qt::ShiftModifier);
    if ((key.key == Qt::Key_Space && control) || key.key == Qt::Key_Insert)
        return keep(host);
    if (alt && (key.key == Qt::Key_PageDown || key.key == Qt::Key_PageUp))
        return walkConnections(host, key.key == Qt::Key_PageDown ? 1 : -1, shift);
    Point direction;
    if (!isArrow(key.key, &direction))
        return false;
    if (control && !alt) {
        const Coord step = shift ? kFineStep : kStep;
        return move(host, {direction.x * step, direction.y * step});
    }
    follow(host, direction);
    if (alt)
        return walkTo(host, arrowKeys::nearest(host.design(), at_, direction.x, direction.y), shift);
    return at_ && walkTo(host, arrowKeys::connected(host.design(), at_, direction.x, direction.y), shift);
}

void ArrowKeys::released(ToolHost& host, const KeyPress& key) {
    Point direction;
    if (isArrow(key.key, &direction))
        lost(host);
}

void ArrowKeys::lost(ToolHost& host) {
    host.endContinued(kToken);
}

} // namespace groundplan
