#include "model/exchange/stick_figures.h"

#include "model/exchange/places_in_drawing.h"

#include <QHash>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace groundplan {

namespace {

using namespace indrawing;
using Node = Diagram::Node;
using NodeType = Diagram::NodeType;

struct Figure {
    QList<qsizetype> nodes, lines;
    qsizetype head = -1, name = -1;
    bool other = false; ///< holds what no person has
};

void noteNode(Figure& figure, const Node& node, qsizetype i) {
    figure.nodes << i;
    if (node.type == NodeType::Block && node.shape == u"ellipse"_s && node.label.isEmpty() && node.rect &&
        figure.head < 0)
        figure.head = i;
    else if (node.type == NodeType::Text && figure.name < 0)
        figure.name = i;
    else if (node.type != NodeType::Stroke)
        figure.other = true;
}
void noteLine(Figure& figure, const LooseLine& line, qsizetype i) {
    figure.lines << i;
    if (line.arrow || line.points.size() < 2 || !line.edge.label.isEmpty() || !line.edge.source.isEmpty() ||
        !line.edge.target.isEmpty())
        figure.other = true;
}

} // namespace

void joinStickFigures(LooseDrawing& drawing) {
    QHash<QString, Figure> figures;
    for (qsizetype i = 0; i < drawing.nodes.size(); ++i) {
        if (!drawing.nodes[i].group.isEmpty())
            noteNode(figures[drawing.nodes[i].group], drawing.nodes[i], i);
    }
    for (qsizetype i = 0; i < drawing.lines.size(); ++i) {
        if (!drawing.lines[i].group.isEmpty())
            noteLine(figures[drawing.lines[i].group], drawing.lines[i], i);
    }
    QSet<QString> ends;
    for (const LooseLine& line : std::as_const(drawing.lines))
        ends << line.edge.source << line.edge.target;
    QHash<QString, QString> instead; // heads by the ids of their names
    QList<qsizetype> gone;
    for (const Figure& figure : std::as_const(figures)) {
        constexpr qsizetype kMostParts = 12;
        if (figure.other || figure.head < 0 || figure.nodes.size() + figure.lines.size() > kMostParts)
            continue;
        Node& head = drawing.nodes[figure.head];
        Rect body;
        for (const qsizetype i : figure.lines)
            body = body.united(spanOf(drawing.lines[i].points));
        for (const qsizetype i : figure.nodes)
            body = body.united(spanOf(drawing.nodes[i].points));
        const bool below = !body.isEmpty() && body.center().y > head.rect->bottom();
        const bool linked = ends.contains(head.id);
        const bool flat = head.rect->w > 1.5 * head.rect->h; // the upper end of a cylinder
        if (!below || flat || head.rect->h > body.h || (figure.name < 0 && !linked))
            continue;
        head.rect = head.rect->united(body);
        head.shape.clear();
        head.hints << u"actor"_s;
        if (figure.name >= 0) {
            head.label = drawing.nodes[figure.name].label;
            instead.insert(drawing.nodes[figure.name].id, head.id);
        }
        for (const qsizetype i : figure.nodes) {
            if (i != figure.head)
                gone << i;
        }
        for (const qsizetype i : figure.lines) {
            drawing.lines[i] = LooseLine();
            drawing.lines[i].leftOut = true;
        }
    }
    for (LooseLine& line : drawing.lines) {
        line.edge.source = instead.value(line.edge.source, line.edge.source);
        line.edge.target = instead.value(line.edge.target, line.edge.target);
    }
    std::sort(gone.begin(), gone.end());
    for (LooseLine& line : drawing.lines) // as many lie below it as are left there
        line.above -= std::lower_bound(gone.begin(), gone.end(), line.above) - gone.begin();
    QList<Node> left;
    left.reserve(drawing.nodes.size() - gone.size());
    for (qsizetype i = 0, next = 0; i < drawing.nodes.size(); ++i) {
        if (next < gone.size() && gone[next] == i)
            ++next;
        else
            left << std::move(drawing.nodes[i]);
    }
    drawing.nodes = std::move(left);
}

} // namespace groundplan
