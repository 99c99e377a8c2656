#pragma once

#include "model/exchange/diagram.h"
#include "model/exchange/drawio_carried.h"
#include "model/exchange/drawio_label.h"

#include <optional>

namespace groundplan::drawio {

// Cells that Groundplan has written, or copies of them: what they show now beside what they showed then.

/// Which element a cell is, and what it still shows of it. `written` is Carried::written(), not null.
Diagram::Own ownOf(const Carried& carried, const Cell& cell, const Cell& written, const Page& page);

/// Makes of a box what it was; `node` has been read as another program's. Of a title that was typed anew the
/// rest of the label is told apart as far as its letters or its words do so.
void readOwnBox(Diagram::Node& node, const Cell& cell, const Cell& written);

/// The stroke that a line still is, of the same form; nothing: it was bent, or joins something. `origin` is
/// its parent's corner.
std::optional<Diagram::Node> ownStroke(const Diagram::Own& own, const Cell& cell, const Cell& written,
                                       QPointF origin);

/// All of the way that a connection takes between two boxes.
void readOwnWay(Diagram::Edge& edge, const Cell& cell, const Cell& written, QPointF origin,
                const Rect& source, const Rect& target);

} // namespace groundplan::drawio
