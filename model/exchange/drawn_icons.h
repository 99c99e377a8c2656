#pragma once

#include "model/exchange/loose_drawing.h"

#include <QHash>

namespace groundplan {

/// What is drawn into the box of an icon.
struct Ornaments {
    QList<qsizetype> nodes, lines;
    qsizetype caption = -1; ///< the one text of its group, near the box; none: it has to be found
};

/// Icons as libraries of drawings have them, by their boxes: groups of one box without words and figures and
/// strokes in it that nothing is linked to. One text may belong to the group, outside of the box.
QHash<qsizetype, Ornaments> drawnIcons(const QList<Diagram::Node>& nodes, const QList<LooseLine>& lines,
                                       const QList<bool>& linked);
void dropOrnaments(const Ornaments& ornaments, QList<bool>& absorbed, QList<LooseLine>& lines);

} // namespace groundplan
