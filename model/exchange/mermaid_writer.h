#pragma once

#include "model/design/catalogue.h"
#include "model/design/design.h"

#include <QByteArray>

namespace groundplan {

/// The blocks, frames and connections of a design as a Mermaid flowchart (mermaid.js.org, 10 and newer):
/// frames are subgraphs, kinds say shapes and colours, flows the styles of lines. Mermaid places them itself
/// and has no word for the rest. Equal designs give equal bytes; safe for any text.
QByteArray writeMermaid(const Design& design, const Catalogue& catalogue);

/// What Mermaid counts before it draws. A diagram of more is shown nowhere as it is: only the page that shows
/// it can raise the limits (its settings maxEdges and maxTextSize), a diagram cannot.
struct MermaidSize {
    static constexpr qsizetype kMostConnections = 500;
    static constexpr qsizetype kMostCharacters = 50'000;
    qsizetype connections = 0;
    qsizetype characters = 0; ///< UTF-16 units
    bool isShown() const { return connections <= kMostConnections && characters <= kMostCharacters; }
};
/// The size of what writeMermaid() wrote of a design.
MermaidSize mermaidSize(const Design& design, const QByteArray& written);

} // namespace groundplan
