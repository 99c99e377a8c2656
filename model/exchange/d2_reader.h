#pragma once

#include "model/design/error.h"
#include "model/exchange/diagram.h"

#include <atomic>

namespace groundplan {

/// Reads the common subset of D2 (d2lang.com): shapes, containers, connections, labels, styles, classes,
/// variables, places and sizes where it has them. Imports, globs and boards (layers, scenarios, steps) are
/// said in Diagram::notTaken. `sourceName` stands in the error's sentence, with the line. Takes time that
/// grows with the text, inside exchange_limits.h; `cancelled` may be null. `firstLine` is where the text
/// begins in its file.
Result<Diagram> readD2(const QString& text, const QString& sourceName,
                       const std::atomic<bool>* cancelled = nullptr, qsizetype firstLine = 1);

} // namespace groundplan
