#include "app/tools/arrow_keys.h"

#include "app/tools/targets.h"
#include "model/operations/operations.h"

#include <limits>

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

bool walk(ToolHost& host, Point direction) {
    const QSet<ElementId> selected = host.selection();
    ElementId from;
    for (const ElementId id : selected) { // of several, the one that lies furthest that way
        const auto rect = host.design().rectOf(id);
        const auto best = host.design().rectOf(from);
        const auto reach = [&](const Rect& r) {
            return r.center().x * direction.x + r.center().y * direction.y;
        };
        if (rect && (!best || reach(*rect) > reach(*best) || (reach(*rect) == reach(*best) && id < from)))
            from = id;
    }
    const ElementId next = nearest(host.design(), from, direction.x, direction.y);
    if (next) {
        host.setSelection({next});
        host.bringIntoView({next});
    }
    return true;
}

} // namespace

ElementId nearest(const Design& design, ElementId from, int dx, int dy) {
    const auto start = design.rectOf(from);
    ElementId best;
    double bestCost = std::numeric_limits<double>::max();
    const auto consider = [&](ElementId id, const Rect& rect) {
        double cost = double(rect.center().x) + rect.center().y;
        if (start) {
            const double x = double(rect.center().x) - start->center().x;
            const double y = double(rect.center().y) - start->center().y;
            const double along = x * dx + y * dy;
            const double across = std::abs(x * dy) + std::abs(y * dx);
            if (along <= 0 || across > 2 * along)
                return;
            cost = along + 2 * across;
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

bool pressed(ToolHost& host, const KeyPress& key) {
    Point direction;
    if (!isArrow(key.key, &direction) || key.modifiers.testFlag(Qt::AltModifier))
        return false;
    if (key.modifiers.testFlag(Qt::ControlModifier))
        return walk(host, direction);
    const QSet<ElementId> ids = movableTops(host.design(), host.selection());
    if (ids.isEmpty() || host.isReadOnly())
        return false;
    const Coord step = key.modifiers.testFlag(Qt::ShiftModifier) ? kFineStep : kStep;
    const Point by{direction.x * step, direction.y * step};
    const auto done = host.editContinued({"move", {QString::number(ids.size())}}, kToken,
                                         [ids, by](Editor& editor) { return moveElements(editor, ids, by); });
    if (done)
        host.bringIntoView(ids);
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
