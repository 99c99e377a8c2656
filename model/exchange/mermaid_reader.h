#pragma once

#include "model/design/error.h"
#include "model/exchange/diagram.h"

#include <atomic>

namespace groundplan {

/// Reads a Mermaid flowchart (`flowchart`, `graph`), an `architecture-beta` or a C4 diagram, alone or as the
/// first
/// ```mermaid block of a Markdown file. `sourceName` stands in the error's sentence, with the line. Takes
/// time that grows with the text, inside exchange_limits.h; `cancelled` may be null. Nothing has a place.
Result<Diagram> readMermaid(const QString& text, const QString& sourceName,
                            const std::atomic<bool>* cancelled = nullptr);

} // namespace groundplan
