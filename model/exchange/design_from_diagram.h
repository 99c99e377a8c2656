#pragma once

#include "model/design/catalogue.h"
#include "model/design/error.h"
#include "model/design/import.h"
#include "model/exchange/diagram.h"

#include <atomic>

namespace groundplan {

/// The design that another program's drawing means; valid, whatever the drawing holds. Kinds, technologies
/// and flows are recognised (model/design/recognition.h). What has a place keeps it, its middle where a block
/// has to become larger to be read; what has none is laid out by Graphviz in the helper, or put below the
/// rest when some have one. Frames that have no place or are too small go around what they hold.
///
/// Whatever an edge ends at becomes a block, even if the reader called it a text, a sticky, a figure or an
/// image; only edges at strokes, and at ids that no node has, are left out. What could not be taken over is
/// said in `notTaken`, after what the reader says itself. `sourceName` stands in error sentences. Blocks up
/// to `timeoutMs` milliseconds, or until `cancelled` (may be null) becomes true: ErrorCode::Cancelled. Any
/// thread. Connections come without routes and labels without sizes.
Result<Import> designFromDiagram(const Diagram& diagram, const QString& sourceName,
                                 const Catalogue& catalogue, const ImportContext& context, int timeoutMs,
                                 const std::atomic<bool>* cancelled = nullptr);

} // namespace groundplan
