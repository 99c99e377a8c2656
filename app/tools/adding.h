#pragma once

#include "app/tools/tool.h"

namespace groundplan {

/// Adds a block of that kind with its middle at `middle`, connected from `source` when one is given, as one
/// edit; selects it and opens its title for typing. Said to the user when it fails.
Result<ElementId> addBlockOfKind(ToolHost& host, const QString& kind, Point middle, ElementId source = {});

/// Where the middle of a new block goes when a connection from `source` was let go at `at`: the side that the
/// connection reaches lies there.
Point middleForDrop(const Rect& source, Point at);

} // namespace groundplan
