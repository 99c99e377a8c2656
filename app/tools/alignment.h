#pragma once

#include "app/render/board_index.h"
#include "app/render/preview.h"

namespace groundplan {

/// Where a dragged rectangle should go instead of `rect`, to be in line with others.
struct Alignment {
    std::optional<Coord> shiftX; ///< to be added to rect.x; nothing: no line is near enough
    std::optional<Coord> shiftY;
    QList<Preview::Line> guides; ///< the lines it is then in, from one to the other
};

/// Looks for edges and middles of blocks, frames and cards around `rect` that lie within `reach` of its own.
/// `except` are not looked at (what is being dragged).
Alignment alignmentOf(const Design& design, const BoardIndex& index, const Rect& rect, Coord reach,
                      const QSet<ElementId>& except);

} // namespace groundplan
