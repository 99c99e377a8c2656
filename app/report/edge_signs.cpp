#include "app/report/edge_signs.h"

#include <algorithm>
#include <numeric>

namespace groundplan::report {
namespace {

constexpr double kLeader = 16;    ///< from the edge to the nearest signs
constexpr double kAir = 3;        ///< between signs, and between a leader and what it leads to
constexpr double kDeepest = 0.75; ///< of the area's height: what flags above or below it may take

bool isUpright(Edge edge) {
    return edge == Edge::Left || edge == Edge::Right;
}

double middleOf(const EdgeSign& sign) {
    return std::accumulate(sign.at.begin(), sign.at.end(), 0.0) / double(sign.at.size());
}

using Signs = QList<EdgeSign>::iterator;

/// Each at its lines; those that would overlap share the way that they are moved by.
void placeBeside(Signs from, Signs to, const QRectF& area) {
    double needed = 0;
    for (Signs each = from; each != to; ++each)
        needed += each->size.height() + kAir;
    const double scale = std::min(1.0, area.height() / needed);
    struct Stack {
        Signs first;
        int count;
        double wanted; ///< the sum of where each would have the top of the stack
        double height;
        double top;
    };
    QList<Stack> stacks;
    for (Signs each = from; each != to; ++each) {
        each->scale = scale;
        const double height = (each->size.height() + kAir) * scale;
        Stack stack{each, 1, middleOf(*each) - height / 2, height, 0};
        for (;; stacks.removeLast()) {
            const double last = std::max(area.top(), area.bottom() - stack.height);
            stack.top = std::clamp(stack.wanted / stack.count, area.top(), last);
            if (stacks.isEmpty() || stacks.constLast().top + stacks.constLast().height <= stack.top)
                break;
            const Stack& above = stacks.constLast();
            stack = {above.first, above.count + stack.count,
                     above.wanted + stack.wanted - above.height * stack.count, above.height + stack.height,
                     0};
        }
        stacks.append(stack);
    }
    for (const Stack& stack : std::as_const(stacks)) {
        double top = stack.top;
        for (Signs each = stack.first; each != stack.first + stack.count; ++each) {
            const QSizeF size = each->size * scale;
            const double left =
                each->edge == Edge::Left ? area.left() - kLeader - size.width() : area.right() + kLeader;
            each->place = {QPointF(left, top + kAir * scale / 2), size};
            top += size.height() + kAir * scale;
        }
    }
}

/// Above the leaders of all that its text passes.
void placeFlags(Signs from, Signs to, const QRectF& area) {
    const auto stack = [&](double scale) {
        double deepest = 0;
        for (Signs each = to; each != from;) {
            --each;
            each->scale = scale;
            const QSizeF size = each->size * scale;
            const double left = each->at.constFirst() + kAir;
            double off = kLeader;
            for (Signs other = each + 1; other != to && other->at.constFirst() < left + size.width() + kAir;
                 ++other) {
                const bool above = other->edge == Edge::Top;
                off = std::max(off, kAir * scale + (above ? area.top() - other->place.top()
                                                          : other->place.bottom() - area.bottom()));
            }
            const double top =
                each->edge == Edge::Top ? area.top() - off - size.height() : area.bottom() + off;
            each->place = {QPointF(left, top), size};
            deepest = std::max(deepest, off + size.height());
        }
        return deepest;
    };
    const double deepest = stack(1), most = std::max(area.height() * kDeepest, 2 * kLeader);
    if (deepest > most)
        stack((most - kLeader) / (deepest - kLeader));
}

} // namespace

void placeSigns(QList<EdgeSign>& signs, const QRectF& area) {
    for (Signs from = signs.begin(); from != signs.end();) {
        const Edge edge = from->edge;
        const Signs to =
            std::find_if(from, signs.end(), [edge](const EdgeSign& each) { return each.edge != edge; });
        if (isUpright(edge))
            placeBeside(from, to, area);
        else
            placeFlags(from, to, area);
        from = to;
    }
}

QList<QPolygonF> leadersOf(const EdgeSign& sign, const QRectF& area) {
    QList<QPolygonF> leaders;
    for (const double at : sign.at) {
        if (isUpright(sign.edge)) {
            const bool left = sign.edge == Edge::Left;
            const double edge = left ? area.left() : area.right();
            const double end = left ? sign.place.right() + kAir : sign.place.left() - kAir;
            // Out of the way of the next line first, then to the sign.
            const double knee = edge + (end - edge) * 0.2;
            leaders.append(QPolygonF({{edge, at}, {knee, at}, {end, sign.place.center().y()}}));
        } else {
            const bool above = sign.edge == Edge::Top;
            // The first one is the flag's pole.
            const bool pole = at == sign.at.constFirst();
            const double near = above ? sign.place.bottom() : sign.place.top(),
                         far = above ? sign.place.top() : sign.place.bottom();
            leaders.append(QPolygonF({{at, above ? area.top() : area.bottom()}, {at, pole ? far : near}}));
        }
    }
    return leaders;
}

QMarginsF marginsOf(const QList<EdgeSign>& signs, const QRectF& area) {
    QRectF all = area;
    for (const EdgeSign& sign : signs)
        all = all.united(sign.place);
    return {area.left() - all.left(), area.top() - all.top(), all.right() - area.right(),
            all.bottom() - area.bottom()};
}

} // namespace groundplan::report
