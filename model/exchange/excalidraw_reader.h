#pragma once

#include "model/design/error.h"
#include "model/exchange/diagram.h"

#include <QByteArray>

#include <atomic>

namespace groundplan {

/// Reads a drawing of Excalidraw: `.excalidraw` of its versions 1 and 2, and the scene that its exports to
/// SVG and PNG keep. Everything has a place. Texts upon shapes label them, shapes around others become their
/// frames, and arrows join what they are bound to or end at (loose_drawing.h). Turned shapes, cut pictures
/// and the like are said in Diagram::notTaken. `sourceName` stands in the error's sentence. Takes time that
/// grows with the file, inside exchange_limits.h; `cancelled` may be null.
Result<Diagram> readExcalidraw(const QByteArray& bytes, const QString& sourceName,
                               const std::atomic<bool>* cancelled = nullptr);

} // namespace groundplan
