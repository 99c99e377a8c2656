#pragma once

#include "app/panels/plan_panel.h"
#include "app/window/session_run.h"

namespace groundplan {

/// What the plan says of the minutes of the session that is under way: what each step may take, what that was
/// at the beginning where it is another ("10 → 8:40 min"), and what was used of those that are over.
PlanTimes planTimes(const SessionRun& run);

} // namespace groundplan
