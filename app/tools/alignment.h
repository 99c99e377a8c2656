#pragma once

#include "app/render/board_index.h"
#include "app/render/preview.h"

namespace groundplan {

/// Where a dragged rectangle should go instead of `rect`, to be in line with others or as far from them as
/// they are from each other.
struct Alignment {
    std::optional<Coord> shiftX; ///< to be added to what moves along x; nothing: no line is near enough
    std::optional<Coord> shiftY;
    QList<Preview::Line> guides; ///< the lines it is then in, from one to the other
    QList<Preview::Line> gaps;   ///< the equal distances, from side to side
};

/// Which part of the rectangle follows the pointer along an axis.
enum class Pulled {
    Nothing,
    Whole, ///< it is being moved
    Near,  ///< its left or upper side alone
    Far,   ///< its right or lower side alone
};

/// Looks for edges and middles of all but strokes around `rect` that lie within `reach` of its own,
/// and for distances to its neighbours that can be made equal. `except` are not looked at (what is being
/// dragged).
Alignment alignmentOf(const Design& design, const BoardIndex& index, const Rect& rect, Coord reach,
                      const QSet<ElementId>& except, Pulled alongX = Pulled::Whole,
                      Pulled alongY = Pulled::Whole);

} // namespace groundplan
