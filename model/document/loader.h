#pragma once

#include "model/design/design.h"
#include "model/design/error.h"
#include "model/document/sqlite.h"

#include <QStringList>

#include <optional>

namespace groundplan {

/// How the tables of a file compare with the schema of this version.
struct SchemaComparison {
    qint32 version = 0;         ///< user_version
    bool exact = false;         ///< every table of that version is there, word for word, and nothing else
    bool codeInside = false;    ///< a trigger or a view
    QStringList missingTables;  ///< recorded tables that are not there
    QStringList newerTables;    ///< ours that came after the file's version: it cannot have them
    QStringList unknownTables;  ///< tables, indexes, virtual tables, triggers and views that we do not know
    QStringList unknownColumns; ///< "block.shade": of known tables
    QStringList missingColumns; ///< of known tables; an older version's lack the newest
};
SchemaComparison compareSchema(const sqlite::Connection& connection);

/// A design as read from a file, with the digest of what was read.
struct LoadedDesign {
    Design design;
    quint64 digest = 0;
};

/// Reads all rows of the recorded tables, with the range checks of schema.cpp and the limits of validate.h.
/// Columns that the file does not have get their defaults. The error holds no sentence but its end ("the
/// value of ... is out of range").
Result<LoadedDesign> loadDesign(const sqlite::Connection& connection, const SchemaComparison& schema);

/// The digest that the file claims; nothing when its row is missing.
std::optional<quint64> storedDigest(const sqlite::Connection& connection);

/// Creates all tables, the board's row, and the marks of the file, in one transaction.
bool createSchema(sqlite::Connection& connection);

} // namespace groundplan
