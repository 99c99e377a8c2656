#pragma once

#include "model/exchange/loose_drawing.h"

#include <QList>

#include <utility>

namespace groundplan {

/// Which of the texts is the label of which of the wordless icons, (icon, text), both of `nodes`: the one
/// that stands below it, else above or right of it, close by and aligned with it, and upon the same
/// (`holders`: what each node lies upon). Each text is used once; what is about as near to two icons belongs
/// to none, and neither does what stands beside one and upon its line or as near to something else.
QList<std::pair<qsizetype, qsizetype>>
iconLabels(const QList<Diagram::Node>& nodes, const QList<qsizetype>& icons, const QList<qsizetype>& texts,
           const QList<qsizetype>& holders, const QList<LooseLine>& lines);

} // namespace groundplan
