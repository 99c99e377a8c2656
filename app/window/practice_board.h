#pragma once

#include "model/document/editor.h"
#include "model/framework/framework.h"
#include "model/framework/practice_case.h"

namespace groundplan {

/// What an empty board gets when a case is begun on it: its title, case and framework, what was given as
/// requirements, and an empty task card; the task is to be said in one's own words.
Result<void> beginCase(Editor& editor, const PracticeCase& practice, const Framework& framework,
                       const QString& language);

/// Whether a requirement of that topic holds what was told.
bool isTaken(const Design& design, const QString& topic, const QString& told);
/// Puts what the interviewer told on the board: into the requirement of that topic (may be empty), or with
/// that question, below an answer that it has; else as a new one, as beside a figure that was given.
Result<void> takeAnswer(Editor& editor, const QString& topic, const QString& question, const QString& told);
/// The requirement that holds the assumption on a question that the interviewer left open: the one that asks
/// it already, else a new one. `topic` may be empty.
RequirementId addAssumption(Editor& editor, const QString& question, const QString& topic);

} // namespace groundplan
