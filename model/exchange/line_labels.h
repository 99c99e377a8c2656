#pragma once

#include "model/exchange/loose_drawing.h"

#include <QHash>

namespace groundplan {

/// Which of `texts`, indices of nodes, stands upon which line that joins two things: by line, in bounded
/// time.
QHash<qsizetype, qsizetype> lineLabels(const QList<Diagram::Node>& nodes, const QList<qsizetype>& texts,
                                       const QList<LooseLine>& lines);

} // namespace groundplan
