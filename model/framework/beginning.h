#pragma once

#include "model/document/editor.h"
#include "model/framework/framework.h"
#include "model/framework/practice_case.h"

namespace groundplan {

/// What a board begins with: the plan to follow (none: as it was) and the case to answer (none: no case). The
/// case's numbers become requirements that were given, in `language`, and are not shown on a task card; its
/// title becomes the board's, where that has none. The task stays to be said in one's own words.
void begin(Editor& editor, const Framework* framework, const PracticeCase* practice, const QString& language);

} // namespace groundplan
