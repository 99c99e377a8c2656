#include "model/exchange/diagram_junctions.h"

#include "model/exchange/markup_text.h"
#include "model/graphviz/junctions.h"

#include <QHash>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace groundplan {

Diagram::Edge joinedEdges(const QList<const Diagram::Edge*>& way, const QList<Point>& corners) {
    Diagram::Edge joined = *way.last();
    joined.source = way.first()->source;
    if (way.size() < 2)
        return joined;
    joined.own = {};
    joined.route.clear();
    joined.waypoints.clear();
    QStringList labels;
    joined.remark.clear();
    for (qsizetype i = 0; i < way.size(); ++i) {
        const Diagram::Edge& part = *way[i];
        if (!part.label.isEmpty() && !labels.contains(part.label))
            labels << part.label;
        if (!part.remark.isEmpty())
            markuptext::addLine(joined.remark, part.remark);
        // A head at the point leads on through it.
        if (part.direction == Direction::Both || joined.direction == Direction::None)
            joined.direction = part.direction;
        if (joined.line == LineLook::Plain)
            joined.line = part.line;
        if (!joined.flow)
            joined.flow = part.flow;
        joined.waypoints += part.waypoints;
        if (i < corners.size())
            joined.waypoints << corners[i];
    }
    joined.label = labels.join(u", "_s);
    return joined;
}

Diagram withoutJunctions(Diagram diagram) {
    QList<qsizetype> points;
    for (qsizetype i = 0; i < diagram.nodes.size(); ++i) {
        const Diagram::Node& node = diagram.nodes[i];
        if (node.type == Diagram::NodeType::Block && node.shape == "point"_L1 && !node.exact &&
            (node.label.isEmpty() || node.label == node.name))
            points << i;
    }
    if (points.isEmpty())
        return diagram;
    QHash<QString, qsizetype> byId;
    for (qsizetype i = 0; i < diagram.nodes.size(); ++i)
        byId.insert(diagram.nodes[i].id, i);
    QList<Junctions::Line> lines;
    QSet<qsizetype> begins, ends; // what arrows leave and come to
    for (const Diagram::Edge& edge : std::as_const(diagram.edges)) {
        const Junctions::Line line{byId.value(edge.source, -1), byId.value(edge.target, -1)};
        lines << line;
        if (edge.direction != Direction::None) {
            begins << line.source;
            ends << line.target;
        }
    }
    const Junctions led = leadThrough(lines, points);
    QList<Diagram::Edge> edges;
    for (const QList<qsizetype>& way : led.ways) {
        QList<const Diagram::Edge*> parts;
        for (const qsizetype part : way)
            parts << &std::as_const(diagram.edges)[part];
        edges << joinedEdges(parts);
    }
    diagram.edges = edges;
    QSet<QString> gone;
    for (qsizetype i = 0; i < points.size(); ++i) {
        Diagram::Node& node = diagram.nodes[points[i]];
        if (led.gone[i])
            gone << node.id;
        else
            node.label = junctionTitle(ends.contains(points[i]), begins.contains(points[i]));
    }
    diagram.nodes.removeIf([&gone](const Diagram::Node& node) { return gone.contains(node.id); });
    return diagram;
}

} // namespace groundplan
