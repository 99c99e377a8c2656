#pragma once

#include "model/exchange/diagram.h"
#include "model/exchange/drawio_carried.h"
#include "model/exchange/drawio_label.h"

#include <optional>

namespace groundplan::drawio {

// Cells that Groundplan has written, or copies of them: what they show now beside what they showed then.

/// Which element a cell is, and what it still shows of it. `written` is Carried::written(), not null.
Diagram::Own ownOf(const Carried& carried, const Cell& cell, const Cell& written, const Page& page);

/// The words of a tooltip that were not written there: of a block its new description, unless `own.hangs`
/// says that it is the old one. `lost`: some of what hangs on it is not said any more.
QString wordsOf(const Cell& cell, const Cell& written, Diagram::Own& own, bool& lost);

/// Makes of a box what its mark says, or what it was (then `written` is not null and `node.own` set); `node`
/// has been read as another program's. Title, remark and technology are told apart as far as letters, data
/// or known words do so. False: no mark.
bool readMarkedBox(Diagram::Node& node, const Cell& cell, const Cell* written);

/// Takes what the data of another program's shape say in our words.
void readData(Diagram::Node& node, const Cell& cell);

/// The stroke that a line still is, of the same form; nothing: it was bent, or joins something. `origin` is
/// its parent's corner.
std::optional<Diagram::Node> ownStroke(const Diagram::Own& own, const Cell& cell, const Cell& written,
                                       QPointF origin);

/// All of the way that a connection takes between two boxes.
void readOwnWay(Diagram::Edge& edge, const Cell& cell, const Cell& written, QPointF origin,
                const Rect& source, const Rect& target);

} // namespace groundplan::drawio
