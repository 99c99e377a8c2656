#pragma once

#include "model/design/error.h"
#include "model/exchange/diagram.h"

#include <atomic>

namespace groundplan {

/// Reads a Mermaid flowchart (`flowchart`, `graph`), an `architecture-beta` or a C4 diagram, alone or as the
/// diagrams of a Markdown file, among which those of D2 are read, too. `sourceName` stands in the error's
/// sentence, with the line. Takes time that grows with the text, inside exchange_limits.h; `cancelled` may be
/// null. Nothing has a place.
Result<Diagram> readMermaid(const QString& text, const QString& sourceName,
                            const std::atomic<bool>* cancelled = nullptr);

/// Whether a text that nobody has called Mermaid begins as a diagram of a type that cannot be read: with its
/// word alone on a line ("sequenceDiagram"), and goes on.
bool isOtherMermaid(const QString& text);

} // namespace groundplan
