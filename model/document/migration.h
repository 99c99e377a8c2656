#pragma once

#include "model/document/sqlite.h"

namespace groundplan {

/// Brings the tables of a file that an older version wrote up to kSchemaVersion: tables that are missing are
/// made, columns that are missing are added at the end with their defaults, which the digest does not count
/// and older changesets do not name. To be called inside a transaction, before anything is recorded in it;
/// `version` is the file's user_version. False when SQLite refused; the transaction is then to be rolled
/// back.
bool migrate(sqlite::Connection& connection, qint32 version);

} // namespace groundplan
