#pragma once

#include "model/document/history.h"
#include "model/document/sqlite.h"

namespace groundplan::versionStore {

// The unrecorded table `version`: names for moments of the history.

inline constexpr int kMostVersions = 1'000; ///< a file is believed to hold
inline constexpr qsizetype kLongestName = 200;

/// By the moment, the latest last. One whose name or moment is out of range (a file from a stranger) is left
/// out; none from a file of an older schema.
QList<Version> load(const sqlite::Connection& connection);

// To be called in a transaction, on the current schema. False: SQLite refused.
/// Takes the place of the one with that id.
bool write(sqlite::Connection& connection, const Version& version);
bool remove(sqlite::Connection& connection, qint64 id);
/// With the history go the moments that the names are for.
bool clear(sqlite::Connection& connection);

} // namespace groundplan::versionStore
