#pragma once

#include "model/document/history.h"
#include "model/document/sqlite.h"

#include <optional>

namespace groundplan {

/// The `history` table: append-only, but for the entry being continued.
namespace historyStore {

struct StoredEntry {
    HistoryEntry entry;
    QByteArray changeset; ///< empty for entries that invert another
};

/// Appends with its checksum; entry.number is the row's key.
bool append(sqlite::Connection& connection, const HistoryEntry& entry, const QByteArray& changeset);
/// Replaces time, digest, changeset and checksum of the entry with that number.
bool replace(sqlite::Connection& connection, const HistoryEntry& entry, const QByteArray& changeset);
/// Takes away the last entry, when what continued it has come back to where it began.
bool removeLast(sqlite::Connection& connection, qint64 number);
/// The entry with its changeset; nothing when it is missing, its checksum is wrong or its changeset is not
/// sound.
std::optional<StoredEntry> read(const sqlite::Connection& connection, qint64 number);
/// All entries without changesets, oldest first. `complete` is false when reading broke off.
QList<HistoryEntry> list(const sqlite::Connection& connection, bool* complete);

} // namespace historyStore

} // namespace groundplan
