#pragma once

#include "model/design/error.h"

#include <QString>

#include <functional>

class QIODevice;

namespace groundplan {

/// Runs `write` into a temporary file beside `path` and renames it over a regular file; onto a pipe or device
/// it is written straight through. On failure the target is as it was. A document is refused: *.gplan, and
/// by device and inode any that is open in this process.
Result<void> writeFileWhole(const QString& path, const std::function<Result<void>(QIODevice&)>& write);

} // namespace groundplan
