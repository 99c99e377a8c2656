#pragma once

#include "model/design/error.h"
#include "model/exchange/diagram.h"

#include <QByteArray>

#include <atomic>

namespace groundplan {

/// Reads a drawing of draw.io (diagrams.net): `.drawio` and `.xml`, plain or compressed, a bare mxGraphModel,
/// and the drawing that its exports to SVG and PNG keep. Everything has a place. Of several pages each
/// becomes a frame. Hidden layers and cells, turned shapes and pictures that stand elsewhere are said in
/// Diagram::notTaken. `sourceName` stands in the error's sentence. Takes time that grows with the file,
/// inside exchange_limits.h; `cancelled` may be null.
Result<Diagram> readDrawio(const QByteArray& bytes, const QString& sourceName,
                           const std::atomic<bool>* cancelled = nullptr);

} // namespace groundplan
