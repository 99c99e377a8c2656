#pragma once

#include "model/design/geometry.h"

#include <QList>

#include <optional>

/// Where things lie in what was drawn by hand and mouse.
namespace groundplan::indrawing {

double areaOf(const Rect& rect);
/// How far `at` lies outside of `rect`; 0 within it.
double distance(const Rect& rect, Point at);
/// How deep it lies within; 0 outside.
Coord depth(const Rect& rect, Point at);
/// What a way covers; never without width or height, unless it has no points.
Rect spanOf(const QList<Point>& points);
/// How much of `inner` lies within `outer`, 0 to 1.
double shareWithin(const Rect& inner, const Rect& outer);
/// The point after that part of the length of a way.
Point pointAt(const QList<Point>& points, double part);
/// A line that has lost its other end begins at the border of a box, not in the middle of its words.
void leave(const std::optional<Rect>& box, Point& from, Point to);

} // namespace groundplan::indrawing
