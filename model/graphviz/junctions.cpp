#include "model/graphviz/junctions.h"

#include <QCoreApplication>
#include <QHash>

namespace groundplan {

Junctions leadThrough(const QList<Junctions::Line>& lines, const QList<qsizetype>& points) {
    constexpr qsizetype kLongest = 64; // lines of a way, in a hostile file
    struct Way {
        QList<qsizetype> lines;
        qsizetype source, target;
        bool dissolved = false;
    };
    struct Point {
        QList<qsizetype> in, out;
    };
    QList<Way> ways;
    QHash<qsizetype, Point> met;
    for (const qsizetype point : points)
        met.insert(point, {});
    const auto add = [&](const Way& way) {
        if (const auto point = met.find(way.source); point != met.end())
            point->out << ways.size();
        if (const auto point = met.find(way.target); point != met.end())
            point->in << ways.size();
        ways << way;
    };
    for (qsizetype i = 0; i < lines.size(); ++i)
        add({{i}, lines[i].source, lines[i].target});
    Junctions junctions;
    for (const qsizetype point : points) {
        Point at = met.value(point);
        bool clear = true;
        const auto leave = [&](QList<qsizetype>& indices) {
            indices.removeIf([&](qsizetype way) { return ways[way].dissolved; });
            for (const qsizetype way : std::as_const(indices))
                clear =
                    clear && ways[way].source != ways[way].target && ways[way].lines.size() < kLongest / 2;
        };
        leave(at.in);
        leave(at.out);
        clear = clear && !at.in.isEmpty() && !at.out.isEmpty() && (at.in.size() == 1 || at.out.size() == 1);
        junctions.gone << clear;
        if (!clear)
            continue;
        for (const qsizetype in : std::as_const(at.in)) {
            for (const qsizetype out : std::as_const(at.out)) {
                ways[in].dissolved = ways[out].dissolved = true;
                add({ways[in].lines + ways[out].lines, ways[in].source, ways[out].target});
            }
        }
    }
    for (const Way& way : std::as_const(ways)) {
        if (!way.dissolved)
            junctions.ways << way.lines;
    }
    return junctions;
}

QString junctionTitle(bool come, bool leave) {
    const auto tr = [](const char* text) { return QCoreApplication::translate("Exchange", text); };
    return come == leave ? tr("Junction") : come ? tr("End") : tr("Start");
}

} // namespace groundplan
