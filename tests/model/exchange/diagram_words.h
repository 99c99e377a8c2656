#pragma once

#include "model/exchange/diagram.h"

#include <QHash>
#include <QStringList>

#include <array>

namespace groundplan {

/// A diagram as tests say it: a line for each node and edge, lengths in points.
///   block "Model server" in "Serving" cylinder 120x60 at 40,80 #dae8fc (lambda) [description] <link>
///   "Gateway" -> "Model server" dashed "label" by 10,20 30,40
inline QStringList wordsOf(const Diagram& diagram) {
    using Node = Diagram::Node;
    static constexpr std::array kTypes{"block",     "frame",   "sticky", "text",
                                       "rectangle", "ellipse", "image",  "stroke"};
    static constexpr std::array kLines{"", " dashed", " dotted", " thick"};
    QHash<QString, QString> labels;
    const auto quoted = [](QString text) { return QChar(u'"') + text.replace(u'\n', u'|') + QChar(u'"'); };
    for (const Node& node : diagram.nodes)
        labels.insert(node.id, quoted(node.label.isEmpty() ? node.id : node.label));
    const auto at = [](Point point) {
        return QStringLiteral(" %1,%2").arg(points(point.x), 0, 'g', 8).arg(points(point.y), 0, 'g', 8);
    };
    QStringList words;
    for (const Node& node : diagram.nodes) {
        QString line = QLatin1String(kTypes[size_t(node.type)]);
        if (!node.label.isEmpty())
            line += u' ' + quoted(node.label);
        if (!node.parent.isEmpty())
            line += QStringLiteral(" in ") + labels.value(node.parent, QStringLiteral("NOTHING"));
        if (!node.shape.isEmpty())
            line += u' ' + node.shape;
        if (node.rect) {
            line += QStringLiteral(" %1x%2 at")
                        .arg(points(node.rect->w), 0, 'g', 8)
                        .arg(points(node.rect->h), 0, 'g', 8);
            line += at(node.rect->topLeft());
        }
        for (const Point point : node.points)
            line += at(point);
        if (!node.colour.isEmpty())
            line += u' ' + node.colour;
        if (!node.hints.isEmpty())
            line += QStringLiteral(" (%1)").arg(node.hints.join(QStringLiteral(", ")));
        if (!node.description.isEmpty())
            line += QStringLiteral(" [%1]").arg(QString(node.description).replace(u'\n', u'|'));
        if (!node.link.isEmpty())
            line += QStringLiteral(" <%1>").arg(node.link);
        if (node.locked)
            line += QStringLiteral(" locked");
        if (!node.group.isEmpty())
            line += QStringLiteral(" group ") + node.group;
        words << line;
    }
    for (const Diagram::Edge& edge : diagram.edges) {
        QString line = labels.value(edge.source, QStringLiteral("NOTHING"));
        line += edge.direction == Direction::Forward ? QStringLiteral(" -> ")
                : edge.direction == Direction::Both  ? QStringLiteral(" <-> ")
                                                     : QStringLiteral(" -- ");
        line +=
            labels.value(edge.target, QStringLiteral("NOTHING")) + QLatin1String(kLines[size_t(edge.line)]);
        if (!edge.label.isEmpty())
            line += u' ' + quoted(edge.label);
        if (!edge.remark.isEmpty())
            line += QStringLiteral(" [%1]").arg(QString(edge.remark).replace(u'\n', u'|'));
        if (!edge.waypoints.isEmpty())
            line += QStringLiteral(" by");
        for (const Point point : edge.waypoints)
            line += at(point);
        words << line;
    }
    return words;
}

} // namespace groundplan
