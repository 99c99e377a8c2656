#pragma once

#include "model/exchange/mermaid_parts.h"

namespace groundplan::mermaid {

/// What is written between two nodes of a flowchart.
struct Link {
    QString id; ///< "e1" of "e1@-->"; empty: none
    QString text;
    markuptext::Besides besides; ///< what the text holds beside its words
    Diagram::Edge::Line line = Diagram::Edge::Line::Plain;
    Direction direction = Direction::Forward;
    bool backwards = false;
    bool invisible = false;
    QString marks; ///< "x", "o", "o x": at its ends, where they are no arrow heads
};

/// Reads the link that begins at the cursor ("-->", "-. text .->", "<==>|text|"), which then stands behind
/// it.
Result<Link> readLink(const Source& source, TextCursor& in);

/// How linkStyle draws a link ("stroke-dasharray:2 3"); `otherwise` when it does not say.
Diagram::Edge::Line lineStyled(const QHash<QString, QString>& properties, Diagram::Edge::Line otherwise);

} // namespace groundplan::mermaid
