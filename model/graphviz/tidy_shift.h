#pragma once

#include "model/graphviz/tidy_parts.h"

namespace groundplan {

/// By how much the middles of `to` lie on average beyond those of `from`, on whole steps.
Point meanShift(const QList<Rect>& from, const QList<Rect>& to);

/// By how much a layout is moved as a whole, on whole steps, where some of its boxes stay. Where these agree,
/// as far as they say; else inside of `container` as most of what stays in it says, and on the board (no
/// container) so that as many as possible of all boxes stay where they are. `layout`: where boxes lie in it.
Point shiftAmongFixed(const TidyParts& parts, const QHash<ElementId, Rect>& layout, ElementId container);

} // namespace groundplan
