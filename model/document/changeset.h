#pragma once

#include "model/document/schema.h"

#include <QList>

#include <functional>
#include <optional>

namespace groundplan {

/// One row's change inside a changeset. The views point into the changeset's bytes.
struct RowChange {
    enum class Operation { Insert, Update, Delete };
    Operation operation = Operation::Update;
    int table = 0; ///< index into schemaTables()
    qint64 key = 0;
    /// By column; `before` for Update and Delete, `after` for Insert and Update. In an Update both are
    /// Undefined where nothing changed, and the key's `after` is Undefined.
    QList<CellView> before;
    QList<CellView> after;
};

/// Reads a changeset of SQLite's session extension (https://www.sqlite.org/session/changeset format: "T",
/// column count, key flags, table name; then records) and checks it on the way: SQLite 3.40 can loop for ever
/// on a damaged one, so nothing is given to it that did not pass here. Known tables with exactly our keys, no
/// more columns than the schema has (fewer: written before a migration), every record whole, storage classes
/// as declared, ends exactly at the end. Calls `visit` for each change in order; false when the bytes are not
/// such a changeset (some changes may have been visited by then).
bool readChangeset(const QByteArray& changeset, const std::function<void(const RowChange&)>& visit);

/// How many rows a changeset changes, or nothing when it is damaged.
std::optional<qint64> countChanges(const QByteArray& changeset);

/// What takes back a sound changeset; nothing when SQLite refuses.
std::optional<QByteArray> invertedChangeset(const QByteArray& changeset);

/// The difference that a changeset makes to the design's digest (modulo 2^64). The changeset must be sound.
quint64 digestDelta(const QByteArray& changeset);

/// Takes a sound changeset into a design, row by row, and says what that touched. False when a value is out
/// of range or a row that it changes is not there: the design is then unusable and must be loaded anew.
bool applyToDesign(const QByteArray& changeset, Design& design, ChangeSet& changes);

} // namespace groundplan
