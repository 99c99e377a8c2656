#pragma once

#include "model/exchange/loose_drawing.h"

namespace groundplan {

/// An ellipse, or the dot of a library.
bool isRound(const Diagram::Node& node);

/// What becomes of small dots without words, which are no things: lines meet in them, begin or end.
struct Dots {
    QList<qsizetype> gone;  ///< lines lead through them now, with a corner there
    QList<qsizetype> drawn; ///< they stay dots, and what ends at them was drawn, too
    /// By line as they are now, what it was among the lines before; of several the last.
    QList<qsizetype> lines;
};

/// Changes the lines of a drawing: where it is clear what leads where (model/graphviz/junctions.h) they lead
/// through the dots, else they join nothing, which is said.
Dots leadThroughDots(const QList<Diagram::Node>& nodes, const QList<bool>& absorbed, QList<LooseLine>& lines,
                     NotTaken& notTaken);

} // namespace groundplan
