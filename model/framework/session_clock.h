#pragma once

#include "model/document/practice_session.h"
#include "model/framework/framework.h"

namespace groundplan {

// How a session runs. Everything takes the time of day, so that a test has its own; times before the last
// beat (a clock that was set back) count as none.

/// A session that begins now: the framework's steps, their minutes in proportion to the length (whole
/// seconds, the last step takes what is left over). Steps without minutes get none. 1 to 24 * 60 minutes.
PracticeSession beginSession(const Framework& framework, const QString& practice, int minutes,
                             const QDateTime& now);

/// Takes in the time since the last beat, when it runs.
void beat(PracticeSession& session, const QDateTime& now);
void pause(PracticeSession& session, const QDateTime& now);
void resume(PracticeSession& session, const QDateTime& now);
/// Begins another step; an index out of range changes nothing.
void goToStep(PracticeSession& session, int step, const QDateTime& now);
void endSession(PracticeSession& session, const QDateTime& now);
/// Gives the current step more (or, negative, less) time; the later ones lose it in proportion.
void extendStep(PracticeSession& session, qint64 ms, const QDateTime& now);
/// Notes something once: a kind and name that are there already stay as they are. False then.
bool note(PracticeSession& session, SessionEventKind kind, const QString& name, const QDateTime& now);

/// Milliseconds on the clock.
qint64 elapsedAt(const PracticeSession& session, const QDateTime& now);
/// Of one step.
qint64 usedAt(const PracticeSession& session, int step, const QDateTime& now);
/// What each step may take now: what is left of the whole is shared by this step and the later ones in
/// proportion to their plan, so that time left over by an earlier step is theirs, and time taken beyond a
/// plan is taken from them. Steps that are done keep their plan.
QList<qint64> budgetsAt(const PracticeSession& session, const QDateTime& now);
/// What is left of the current step; negative: it takes longer than its budget.
qint64 leftOfStep(const PracticeSession& session, const QDateTime& now);
qint64 leftOfAll(const PracticeSession& session, const QDateTime& now);

/// A session that was running when the program ended without stopping it: it is paused at its last beat. How
/// long it stood still; nothing when it was not running.
std::optional<qint64> recover(PracticeSession& session, const QDateTime& now);
/// The time that it stood still counts after all: as if it had run on.
void countPause(PracticeSession& session, qint64 ms);

} // namespace groundplan
