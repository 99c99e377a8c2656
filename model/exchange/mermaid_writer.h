#pragma once

#include "model/design/catalogue.h"
#include "model/design/design.h"

#include <QByteArray>

namespace groundplan {

/// The blocks, frames and connections of a design as a Mermaid flowchart (mermaid.js.org, 10 and newer):
/// frames are subgraphs, kinds say shapes and colours, flows the styles of lines. Mermaid places them itself
/// and has no word for the rest. Equal designs give equal bytes; safe for any text.
QByteArray writeMermaid(const Design& design, const Catalogue& catalogue);

} // namespace groundplan
