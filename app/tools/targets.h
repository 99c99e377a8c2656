#pragma once

#include "app/tools/tool.h"

namespace groundplan {

// What a gesture may take hold of, asked of the design and of what lies under the pointer.

/// The nearest block or frame under the pointer that a connection can end at; none over empty board and
/// cards.
ElementId connectableAt(const ToolHost& host, const PointerEvent& event);

/// Those of `ids` that a drag or an arrow key takes hold of: blocks, frames and cards that are not locked,
/// without those inside another one of them (they go along with it). Empty: nothing would move.
QSet<ElementId> movableTops(const Design& design, const QSet<ElementId>& ids);

bool isLocked(const Design& design, ElementId id);

} // namespace groundplan
