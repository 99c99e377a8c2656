#pragma once

#include "model/document/practice_session.h"
#include "model/document/sqlite.h"

namespace groundplan::sessionStore {

// The unrecorded tables session, session_step and session_event: timed runs beside the design.

/// The longest that a session's clock shows, and the most of each that a file is believed to hold.
inline constexpr qint64 kLongestClock = 7LL * 24 * 60 * 60 * 1000; // milliseconds
inline constexpr int kMostSessions = 1'000;
inline constexpr int kMostSteps = 100;
inline constexpr int kMostEvents = 5'000; ///< of one session
inline constexpr qsizetype kLongestName = 200;

/// All of the file by the time when they began, the latest last. A session of which a figure lies out of its
/// range (a file from a stranger) is left out, as is a single event like that; none from a file of an older
/// schema.
QList<PracticeSession> load(const sqlite::Connection& connection);

/// Takes the place of the one with that id; only rows that differ are written. To be called in a transaction,
/// on the current schema. False: SQLite refused.
bool write(sqlite::Connection& connection, const PracticeSession& session);

} // namespace groundplan::sessionStore
