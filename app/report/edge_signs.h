#pragma once

#include <QList>
#include <QMarginsF>
#include <QPolygonF>
#include <QRectF>

namespace groundplan::report {

enum class Edge { Left, Right, Top, Bottom };

/// A sign outside of an area, for lines that leave it there.
struct EdgeSign {
    Edge edge = Edge::Left;
    QList<double> at; ///< where its lines cross the edge: along it, ascending, at least one
    QSizeF size;
    double scale = 1; ///< below 1 where there are more than the edge holds
    QRectF place = {};
};

/// Places them, ordered by edge and along it, so that no two overlap and no leader crosses another or a
/// sign: left and right one below the other, each as close to its lines as the others let it; above and below
/// to the right of its leader, like flags, the further right the closer to the edge.
void placeSigns(QList<EdgeSign>& signs, const QRectF& area);

/// From where its lines cross the edge of `area` to the placed sign, one each.
QList<QPolygonF> leadersOf(const EdgeSign& sign, const QRectF& area);

/// What the placed ones need around `area`.
QMarginsF marginsOf(const QList<EdgeSign>& signs, const QRectF& area);

} // namespace groundplan::report
