#pragma once

#include "model/design/geometry.h"

#include <QList>

namespace groundplan {

/// An edge of a graph to be laid out: indexes of units; `room` is the width that its label needs.
struct LayoutEdge {
    int from = 0;
    int to = 0;
    Coord room = 0;
};

/// Places of rectangles so that edges lead from left to right: in layers by the longest way (Sugiyama, Tagawa
/// and Toda 1981, https://doi.org/10.1109/TSMC.1981.4308636), cycles broken at the edge that leads back in
/// the order given, each layer ordered by the medians of its neighbours; what follows each other in a long
/// chain stands at one height (in the manner of Brandes and Koepf 2001,
/// https://doi.org/10.1007/3-540-45848-4_3), the rest in the middle of its neighbours. Parts that no edge
/// joins stand below each other. Deterministic, in-process and quick (a ghost follows every keystroke);
/// results lie on a grid of four points. Top left corners, from (0, 0).
QList<Point> layeredLayout(const QList<Size>& sizes, const QList<LayoutEdge>& edges);

/// Room between neighbours, in units.
inline constexpr Coord kLayerGap = 88 * kUnitsPerPoint;
inline constexpr Coord kRowGap = 40 * kUnitsPerPoint;

} // namespace groundplan
