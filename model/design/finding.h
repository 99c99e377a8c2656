#pragma once

#include "model/design/design.h"

namespace groundplan {

/// The elements that hold `text` (in any case, anywhere) in their title, label, name, technology,
/// description, remark or card text, or in a note, decision (options, pros and cons too) or metric on them,
/// as one reads: from top to bottom, then from left to right. ElementId{} stands for the board itself, before
/// all others: what hangs on it and is shown by no card. A text of nothing but spaces is found nowhere.
QList<ElementId> findElements(const Design& design, const QString& text);

} // namespace groundplan
