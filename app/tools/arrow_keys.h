#pragma once

#include "app/tools/tool.h"

namespace groundplan::arrowKeys {

/// An arrow key moves the selection by 8 points, with Shift by 1; held, it is one continued edit. With Ctrl
/// it selects the nearest element in that direction. True when the key was used.
bool pressed(ToolHost& host, const KeyPress& key);
void released(ToolHost& host, const KeyPress& key);
void lost(ToolHost& host); ///< no release will come

/// The block, frame or card that is nearest to `from` in a direction (one of dx, dy is 1 or -1, the other 0);
/// the one nearest to the board's top left when `from` is none.
ElementId nearest(const Design& design, ElementId from, int dx, int dy);

} // namespace groundplan::arrowKeys
