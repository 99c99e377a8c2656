#pragma once

#include "app/tools/tool.h"

namespace groundplan {

/// Takes a stroke that has just been drawn for what it may mean, as one edit of its own: a closed shape in
/// the open becomes a block of the plain kind, one around blocks a frame (titles are then typed), a line from
/// a block to another a connection. Anything else stays a stroke: false.
bool becomeTyped(ToolHost& host, ElementId stroke);

} // namespace groundplan
