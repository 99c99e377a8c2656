#pragma once

#include "model/document/editor.h"
#include "model/framework/framework.h"
#include "model/framework/practice_case.h"

namespace groundplan {

/// What an empty board gets when a case is begun on it: its title, case and framework, what was given as
/// requirements, and an empty task card; the task is to be said in one's own words.
Result<void> beginCase(Editor& editor, const PracticeCase& practice, const Framework& framework,
                       const QString& language);

/// Puts what the interviewer said on the board: into the requirement of that topic, or with that question,
/// below an answer that it has; else as a new one.
Result<void> takeAnswer(Editor& editor, const Fact& fact, const QString& question, const QString& language);
/// The requirement that holds the assumption on a question that the interviewer left open: the one that asks
/// it already, else a new one. `topic` may be empty.
RequirementId addAssumption(Editor& editor, const QString& question, const QString& topic);

} // namespace groundplan
