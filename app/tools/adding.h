#pragma once

#include "app/tools/tool.h"

namespace groundplan {

/// Adds a block with its middle at `middle`, connected from (or to) `neighbour` when one is given, as one
/// edit; selects it and, unless it came with one, opens its title for typing. Said to the user when it fails.
Result<ElementId> addChosenBlock(ToolHost& host, const BlockChoice& choice, Point middle,
                                 ElementId neighbour = {}, Beside side = Beside::Behind);

/// Where the middle of a new block goes when a connection from `source` was let go at `at`: the side that the
/// connection reaches lies there, right abreast of the source where it nearly is.
Point middleForDrop(const Rect& source, Point at);

} // namespace groundplan
