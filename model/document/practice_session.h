#pragma once

#include "model/design/words.h"

#include <QDateTime>
#include <QList>
#include <QString>

namespace groundplan {

enum class SessionState { Running, Paused, Ended };
template <>
struct Words<SessionState> {
    static constexpr std::array words = {"running", "paused", "ended"};
};

/// What happened at a moment of a session.
enum class SessionEventKind {
    First,    ///< something appeared on the board for the first time; name: what ("metric", "path")
    Fact,     ///< a fact of the case was asked for; name: the fact
    FollowUp, ///< one was dealt out; name: the follow-up
    Step,     ///< a step was begun; name: the step
    Paused,
    Resumed,
};
template <>
struct Words<SessionEventKind> {
    static constexpr std::array words = {"first", "fact", "follow-up", "step", "paused", "resumed"};
};

struct SessionEvent {
    SessionEventKind kind = SessionEventKind::First;
    QString name;
    qint64 at = 0; ///< milliseconds on the session's clock
    friend bool operator==(const SessionEvent&, const SessionEvent&) = default;
};

struct SessionStep {
    QString name;       ///< of the framework's step
    qint64 planned = 0; ///< milliseconds
    qint64 used = 0;    ///< milliseconds up to the last beat
    friend bool operator==(const SessionStep&, const SessionStep&) = default;
};

/// One timed run of a case with a framework, as the document keeps it beside the design: not part of it, not
/// undone, and still there in a copy without history. model/framework/session_clock.h lets it run.
struct PracticeSession {
    qint64 id = 0;     ///< random, positive
    QString practice;  ///< name of the case; empty: none
    QString framework; ///< name
    int minutes = 45;  ///< planned length
    QDateTime started; ///< UTC
    SessionState state = SessionState::Running;
    qint64 elapsed = 0; ///< milliseconds on the clock at the last beat
    QDateTime beat;     ///< UTC: when the clock was last kept
    int step = 0;       ///< index of the current one
    QList<SessionStep> steps;
    QList<SessionEvent> events; ///< in the order in which they happened
    friend bool operator==(const PracticeSession&, const PracticeSession&) = default;
};

} // namespace groundplan
