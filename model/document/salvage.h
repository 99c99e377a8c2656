#pragma once

#include "model/design/error.h"

#include <QString>

namespace groundplan {

/// What salvage could read of a damaged file.
struct SalvageReport {
    QString summary;    ///< sentences for people: what was read, what is missing
    qint64 read = 0;    ///< rows taken over
    qint64 missing = 0; ///< rows known to be lost: unreadable, out of range, or hanging on a lost one
    qint64 rebuilt = 0; ///< of these, rows made again with defaults: elements without their frame and order
};

/// Reads row by row what can be read of a damaged document into a new one at `target` (which must not exist),
/// without history. The source is only read, through a private copy. Fails when nothing of a design can be
/// read.
Result<SalvageReport> salvage(const QString& source, const QString& target);

/// Is this file sound? Runs every check of opening and the whole history. Success holds a sentence for people
/// ("“x.gplan” is sound: 12 blocks, 3 frames, 14 connections, 40 history entries.").
Result<QString> checkFile(const QString& path);

} // namespace groundplan
