#include "model/exchange/dots.h"

#include "model/exchange/diagram_junctions.h"
#include "model/exchange/places_in_drawing.h"
#include "model/graphviz/junctions.h"

#include <QCoreApplication>
#include <QHash>
#include <QSet>

using namespace Qt::StringLiterals;

namespace groundplan {

namespace {

bool isDot(const Diagram::Node& node) {
    constexpr Coord kSmall = 20 * kUnitsPerPoint, kSign = 40 * kUnitsPerPoint; // a library's are larger
    const Coord most = node.shape == u"point"_s ? kSign : kSmall;
    return node.type == Diagram::NodeType::Block && isRound(node) && node.rect && node.rect->w <= most &&
           node.rect->h <= most && !node.exact && node.label.isEmpty() && node.hints.isEmpty() &&
           node.description.isEmpty() && node.link.isEmpty();
}

/// The line as it was drawn, which joins nothing any more.
void draw(LooseLine& line, const std::optional<Rect>& source, const std::optional<Rect>& target) {
    if (line.points.size() < 2 && source && target)
        line.points = QList<Point>{source->center()} + line.edge.waypoints + QList<Point>{target->center()};
    const qsizetype last = line.points.size() - 1;
    if (last > 0) {
        indrawing::leave(source, line.points[0], line.points.at(1));
        indrawing::leave(target, line.points[last], line.points.at(last - 1));
    }
    line.edge.source.clear();
    line.edge.target.clear();
}

} // namespace

bool isRound(const Diagram::Node& node) {
    return node.shape == u"ellipse"_s || node.shape == u"doublecircle"_s || node.shape == u"point"_s;
}

Dots leadThroughDots(const QList<Diagram::Node>& nodes, const QList<bool>& absorbed, QList<LooseLine>& lines,
                     NotTaken& notTaken) {
    QHash<QString, qsizetype> byId;
    for (qsizetype i = 0; i < nodes.size(); ++i)
        byId.insert(nodes[i].id, i);
    QList<Junctions::Line> ends;
    QSet<qsizetype> seen;
    QList<qsizetype> points;
    for (const LooseLine& line : std::as_const(lines)) {
        const Junctions::Line end{byId.value(line.edge.source, -1), byId.value(line.edge.target, -1)};
        ends << end;
        for (const qsizetype i : {end.source, end.target}) {
            if (i >= 0 && !seen.contains(i) && !absorbed[i] && isDot(nodes[i]))
                points << i;
            seen << i;
        }
    }
    const Junctions led = leadThrough(ends, points);
    Dots dots;
    QSet<qsizetype> stay;
    for (qsizetype i = 0; i < points.size(); ++i) {
        (led.gone[i] ? dots.gone : dots.drawn) << points[i];
        if (!led.gone[i])
            stay << points[i];
    }
    const auto called = [&](qsizetype i) {
        return i < 0 || stay.contains(i) ? QString() : NotTaken::thing(nodes[i].id, nodes[i].title());
    };
    const auto rectOf = [&](qsizetype i) { return i < 0 ? std::nullopt : nodes[i].rect; };
    QList<LooseLine> after;
    for (const QList<qsizetype>& way : led.ways) {
        QList<const Diagram::Edge*> parts;
        QList<Point> corners;
        for (const qsizetype part : way) {
            parts << &std::as_const(lines)[part].edge;
            if (part != way.last())
                corners << nodes[ends[part].target].rect->center();
        }
        LooseLine line = lines[way.last()];
        line.edge = joinedEdges(parts, corners);
        const qsizetype source = ends[way.first()].source, target = ends[way.last()].target;
        if (stay.contains(source) || stay.contains(target)) {
            notTaken.add(QCoreApplication::translate(
                             "Exchange", "Lines that begin or end at a mere dot became drawn ones: %1."),
                         NotTaken::link(called(source), called(target), line.edge.label));
            draw(line, rectOf(source), rectOf(target));
        }
        after << line;
        dots.lines << way.last();
    }
    lines = after;
    return dots;
}

} // namespace groundplan
