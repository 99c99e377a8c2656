#pragma once

#include "model/design/typed_metric.h"
#include "model/document/editor.h"

namespace groundplan {

/// A metric of that subject (none: the board) as it was typed, shown on its block or the task card. One that
/// it has under the same name, in whatever case, gets the target or the current value; its other columns
/// stay. Neither takes a value away.
MetricId putTypedMetric(Editor& editor, ElementId subject, const TypedMetric& typed);

} // namespace groundplan
