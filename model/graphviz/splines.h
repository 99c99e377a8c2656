#pragma once

#include "model/design/rows.h"

#include <QByteArray>
#include <QList>

#include <optional>

namespace groundplan::splines {

/// gp_route: "x,y x,y ..." in points.
QByteArray writeRoute(const Route& route);
/// Nothing when `text` is no such list.
std::optional<Route> readRoute(QByteArrayView text);

/// Whether a route leads from the border of its source to that of its target, give or take a point.
bool fits(const Route& route, const Rect& source, const Rect& target);

/// A polyline in board coordinates as Graphviz writes edges: a chain of cubics in points with y upwards, the
/// line ending where an arrow head begins ("e,x,y ..."). Empty when all corners are the same point.
QByteArray writePos(const QList<Point>& corners, Direction direction);

/// The point at `thousandths` of the way along a polyline; the origin when it has no corner.
Point pointAt(const QList<Point>& corners, int thousandths);

} // namespace groundplan::splines
