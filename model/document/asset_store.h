#pragma once

#include "model/design/assets.h"
#include "model/design/error.h"
#include "model/document/sqlite.h"

#include <QSet>

namespace groundplan {

/// The `asset` table: the bytes of pictures. Nothing in it is recorded or changed; it only grows, until what
/// nobody needs any more is swept out of a copy, or when the history is forgotten. A file without that table
/// has no pictures.
namespace assetStore {

/// False when SQLite could not write it; the reason is the connection's last code.
bool add(sqlite::Connection& connection, const QByteArray& bytes);
/// All bytes that fit their key: an image that lacks its bytes then fails the validator. The error, beyond
/// the limits of validate.h, holds no sentence but its end.
Result<Assets> load(const sqlite::Connection& connection);
/// The keys of the pictures that are on the board once this changeset has been applied, and were not before
/// it.
QSet<QString> broughtBy(const QByteArray& changeset);
/// Removes what neither an image nor any changeset kept in this file names.
bool sweep(sqlite::Connection& connection);

} // namespace assetStore

} // namespace groundplan
