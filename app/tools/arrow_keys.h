#pragma once

#include "app/tools/tool.h"

namespace groundplan::arrowKeys {

/// An arrow key walks from the selected element along its connections; with Alt it goes to the nearest
/// element in that direction, whatever joins them. With Ctrl it moves the selection by 8 points, with Ctrl
/// and Shift by 1; held, that is one continued edit. True when the key was used: without a selection plain
/// arrows are the view's.
bool pressed(ToolHost& host, const KeyPress& key);
void released(ToolHost& host, const KeyPress& key);
void lost(ToolHost& host); ///< no release will come

/// The block, frame or card that is nearest to `from` in a direction (one of dx, dy is 1 or -1, the other 0);
/// the one nearest to the board's top left when `from` is none.
ElementId nearest(const Design& design, ElementId from, int dx, int dy);
/// What a connection joins to `from` in a direction, nearest first: what lies there; else, to the right what
/// it leads to, to the left what leads to it; else, up and down, what hangs on the same neighbour. None:
/// there is nothing.
ElementId connected(const Design& design, ElementId from, int dx, int dy);

} // namespace groundplan::arrowKeys
