#include "model/exchange/touched_things.h"

#include "model/exchange/places_in_drawing.h"

#include <cmath>
#include <utility>

using namespace Qt::StringLiterals;

namespace groundplan {

namespace {

using namespace indrawing;
using NodeType = Diagram::NodeType;

/// How far from a thing an arrow may end that is meant to touch it.
constexpr Coord kReach = 16 * kUnitsPerPoint;

/// Long, straight along an axis, dashed, without a head: it parts what lies on its two sides.
bool isDivider(const LooseLine& line) {
    constexpr Coord kLeast = 300 * kUnitsPerPoint, kStraight = 4 * kUnitsPerPoint;
    const Rect span = spanOf(line.points);
    const bool dashed = line.edge.line == LineLook::Dashed || line.edge.line == LineLook::Dotted;
    return dashed && !line.arrow && line.edge.direction == Direction::None &&
           std::max(span.w, span.h) >= kLeast && std::min(span.w, span.h) <= kStraight;
}
/// Beside its way, not before its end.
bool liesBeside(const Rect& words, const LooseLine& line) {
    const Rect span = spanOf(line.points);
    return span.w > span.h ? words.top() > span.bottom() || words.bottom() < span.top()
                           : words.left() > span.right() || words.right() < span.left();
}

} // namespace

TouchedThings::TouchedThings(const QList<Diagram::Node>& nodes, const QList<bool>& absorbed)
    : nodes_(nodes) {
    for (qsizetype i = 0; i < nodes.size(); ++i) {
        if (nodes[i].rect && !absorbed[i] && nodes[i].type != NodeType::Stroke)
            reach_.add(i, nodes[i].rect->grown(kReach));
    }
}

QString TouchedThings::at(Point end, const LooseLine& line) const {
    qsizetype best = -1;
    std::pair<double, double> bestRank;
    const bool divider = isDivider(line);
    reach_.at(end, [&](qsizetype i, const Rect&) {
        const Diagram::Node& node = nodes_[i];
        const Rect rect = node.rect.value_or(Rect());
        // What an arrow within a frame points at is not the frame; a bare line touches or means nothing.
        const bool large = node.type == NodeType::Frame;
        if ((large || !line.arrow) && depth(rect, end) > kReach)
            return;
        if (divider && node.type == NodeType::Text && liesBeside(rect, line))
            return;
        // Texts and pictures only where nothing else is.
        const bool weak = node.type == NodeType::Text || node.type == NodeType::Image;
        const double away = distance(rect, end) + (weak ? double(kReach) : 0) + (large ? kReach / 4.0 : 0);
        const std::pair rank(away, areaOf(rect));
        if (best < 0 || rank < bestRank) {
            best = i;
            bestRank = rank;
        }
    });
    return best < 0 ? QString() : nodes_[best].id;
}

} // namespace groundplan
