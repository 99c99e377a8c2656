#pragma once

#include "model/document/editor.h"

namespace groundplan {

/// What only render can measure, done at the end of an edit that began with `before`: pills of labels that
/// the edit has changed get their size, and blocks that have got more to show (metrics, a technology) grow so
/// that it is seen, and with them the frames that held them.
Result<void> fitSizes(Editor& editor, const Design& before);

} // namespace groundplan
