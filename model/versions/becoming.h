#pragma once

#include "model/document/editor.h"

namespace groundplan {

/// Makes the design of an edit equal to `wanted`, row by row; rows that are equal already are not touched, so
/// that the edit records what differs and nothing else. For a merge, and for a version that is restored.
void become(Editor& editor, const Design& wanted);

} // namespace groundplan
