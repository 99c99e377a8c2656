#pragma once

#include "model/design/error.h"

#include <QString>

#include <functional>

namespace groundplan {

/// The name of what SQLite would take for a part of the database at `path`: a rollback journal or a
/// write-ahead log that is not empty; none: an empty text. Beside a file that is only now to be made it is a
/// stranger's.
QString strayJournalOf(const QString& path);

/// Why no file can be made in the folder of `path`, as the end of a sentence; none: an empty text. It asks
/// before anything is written, since SQLite only says that a file cannot be opened.
QString faultOfFolder(const QString& path);

/// Makes or replaces the file at `target` whole or not at all: `write` fills a file that does not exist yet,
/// beside the target; it is then synced to disk and renamed over it, and the folder is synced. A symbolic
/// link is followed; a replaced file's permissions are kept. Where a journal of SQLite lies beside the target
/// the target is refused: opening the new file would roll that journal back into it. On failure the target is
/// as it was and nothing is left beside it.
Result<void> replaceFile(const QString& target,
                         const std::function<Result<void>(const QString& temporary)>& write);

} // namespace groundplan
