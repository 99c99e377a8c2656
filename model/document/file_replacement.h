#pragma once

#include "model/design/error.h"

#include <QString>

#include <functional>

namespace groundplan {

/// Makes or replaces the file at `target` whole or not at all: `write` fills a file that does not exist yet, beside the
/// target; it is then synced to disk and renamed over it, and the folder is synced. A symbolic link is followed; a
/// replaced file's permissions are kept. On failure the target is as it was and nothing is left beside it.
Result<void> replaceFile(const QString& target, const std::function<Result<void>(const QString& temporary)>& write);

} // namespace groundplan
