#pragma once

#include "app/panels/plan_panel.h"
#include "app/window/session_run.h"

namespace groundplan {

/// What the plan says of the minutes of the session that is under way: what each step may take, what that was
/// at the beginning where it is another ("10 → 8:40 min"), and what was used of those that are over.
PlanTimes planTimes(const SessionRun& run);

/// From which later steps the extra time of the current one comes: "“Clarify” has 7 min now. Taken from: Deep
/// dive 15 → 14:10 min, ...". Empty: no session.
QString takenText(const SessionRun& run, const QString& language);

} // namespace groundplan
