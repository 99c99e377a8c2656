#pragma once

#include "model/design/error.h"

#include <QString>

namespace groundplan {

/// The paths (device and inode) that are open as documents in this process. Nothing else may open such a file: closing
/// any other handle would drop SQLite's locks (engine-notes A4).
namespace openDocuments {
/// Whether `path` is the same file as one of the open documents.
bool contains(const QString& path);
} // namespace openDocuments

/// What salvage could read of a damaged file.
struct SalvageReport {
    QString path;            ///< the new document
    QString summary;         ///< "120 of 124 blocks, 200 of 201 connections, ... were read."
    qint64 read = 0;         ///< rows taken over
    qint64 missing = 0;      ///< rows known to be lost: unreadable, out of range, or hanging on a lost one
};

/// Reads row by row what can be read of a damaged document into a new one at `target`, without history. The source is
/// only read (through a private copy). Fails when not one row can be read.
Result<SalvageReport> salvage(const QString& source, const QString& target);

/// Is this file sound? Runs every check of opening and the whole history; the sentence says what is wrong.
/// Success holds a sentence for people ("sound: 12 blocks, ..., 40 edits").
Result<QString> checkFile(const QString& path);

} // namespace groundplan
