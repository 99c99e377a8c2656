#pragma once

#include "model/design/error.h"

#include <QString>

#include <functional>

class QIODevice;

namespace groundplan::cli {

/// To standard output, straight through: behind what is said there nothing is buffered.
Result<void> writeStandardOutput(const std::function<Result<void>(QIODevice&)>& write);

/// To a file (writeFileWhole()), or to standard output for "-".
Result<void> writeOutput(const QString& path, const std::function<Result<void>(QIODevice&)>& write);

} // namespace groundplan::cli
