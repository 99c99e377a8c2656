#include "model/exchange/drawn_icons.h"

#include "model/exchange/places_in_drawing.h"

#include <algorithm>

namespace groundplan {

namespace {

using namespace indrawing;
using Node = Diagram::Node;
using NodeType = Diagram::NodeType;

struct Group {
    QList<qsizetype> figures, texts, lines;
    bool other = false; ///< holds what no icon has
};

Rect placeOf(const Node& node) {
    return node.type == NodeType::Stroke ? spanOf(node.points) : node.rect.value_or(Rect());
}
bool isWordless(const Node& node) {
    return node.label.isEmpty() && node.hints.isEmpty() && node.link.isEmpty() &&
           node.description.isEmpty() && !node.exact && !placeOf(node).isEmpty();
}
void noteNode(Group& group, const Node& node, qsizetype i) {
    if (node.type == NodeType::Text)
        group.texts << i;
    else if ((node.type == NodeType::Block || node.type == NodeType::Stroke) && isWordless(node))
        group.figures << i;
    else
        group.other = true;
}
void noteLine(Group& group, const LooseLine& line, qsizetype i) {
    group.lines << i;
    if (line.arrow || line.leftOut || line.points.size() < 2 || !line.edge.label.isEmpty() ||
        !line.edge.source.isEmpty() || !line.edge.target.isEmpty())
        group.other = true;
}

} // namespace

QHash<qsizetype, Ornaments> drawnIcons(const QList<Node>& nodes, const QList<LooseLine>& lines,
                                       const QList<bool>& linked) {
    constexpr qsizetype kMostParts = 60;
    constexpr Coord kLargest = 160 * kUnitsPerPoint; // more is a drawing
    constexpr double kMostly = 0.9;
    QHash<QString, Group> groups;
    for (qsizetype i = 0; i < nodes.size(); ++i) {
        if (!nodes[i].group.isEmpty())
            noteNode(groups[nodes[i].group], nodes[i], i);
    }
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (!lines[i].group.isEmpty())
            noteLine(groups[lines[i].group], lines[i], i);
    }
    QHash<qsizetype, Ornaments> icons;
    for (const Group& group : std::as_const(groups)) {
        const qsizetype parts = group.figures.size() + group.lines.size();
        if (group.other || group.texts.size() > 1 || group.figures.isEmpty() || parts < 2 ||
            parts > kMostParts)
            continue;
        const qsizetype box =
            *std::max_element(group.figures.begin(), group.figures.end(), [&nodes](qsizetype a, qsizetype b) {
                return areaOf(placeOf(nodes[a])) < areaOf(placeOf(nodes[b]));
            });
        const Rect around = placeOf(nodes[box]);
        const auto isWithin = [&](qsizetype i) {
            return i == box || (!linked[i] && shareWithin(placeOf(nodes[i]), around) >= kMostly);
        };
        const auto isDrawnIn = [&](qsizetype i) {
            return shareWithin(spanOf(lines[i].points), around) >= kMostly;
        };
        const auto isCaption = [&](qsizetype i) {
            constexpr qsizetype kLongest = 80;
            const Rect words = placeOf(nodes[i]);
            return !words.isEmpty() && !nodes[i].exact && nodes[i].label.size() <= kLongest &&
                   shareWithin(words, around) < 0.5 && words.intersects(around.grown(around.h / 2));
        };
        if (nodes[box].type != NodeType::Block || std::max(around.w, around.h) > kLargest ||
            !std::all_of(group.figures.begin(), group.figures.end(), isWithin) ||
            !std::all_of(group.lines.begin(), group.lines.end(), isDrawnIn) ||
            !std::all_of(group.texts.begin(), group.texts.end(), isCaption))
            continue;
        Ornaments ornaments{group.figures, group.lines};
        ornaments.nodes.removeOne(box);
        for (const qsizetype text : group.texts)
            ornaments.caption = text;
        icons.insert(box, ornaments);
    }
    return icons;
}

void dropOrnaments(const Ornaments& ornaments, QList<bool>& absorbed, QList<LooseLine>& lines) {
    for (const qsizetype i : ornaments.nodes)
        absorbed[i] = true;
    LooseLine gone;
    gone.leftOut = true;
    for (const qsizetype i : ornaments.lines)
        lines[i] = gone;
}

} // namespace groundplan
