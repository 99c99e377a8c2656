#pragma once

#include "model/design/catalogue.h"
#include "model/design/not_taken.h"
#include "model/exchange/diagram.h"

namespace groundplan {

// What becomes of the parts of a drawing that mean nothing: rows without ids. Rectangles are those of the
// nodes; a node without one gets a fitting size at (0, 0).

Card cardOf(const Diagram::Node& node, NotTaken& notTaken);
Shape shapeOf(const Diagram::Node& node, ShapeKind kind, NotTaken& notTaken);
/// The node must have a point.
Stroke strokeOf(const Diagram::Node& node);
/// What a node says that only blocks have room for: "technology: Redis", a line each.
QString dataOf(const Diagram::Node& node);
/// All that a node says, for what has one text only.
QString textOf(const Diagram::Node& node);

/// Lines of a label, none of them empty, blanks at their ends gone.
QStringList linesOf(const QString& label);
/// "#rrggbb" in lower case, or nothing for a grey and for what is no such colour.
QString colourOfNode(const QString& colour);
/// Nothing where the kind's group has that colour anyway, as in what Groundplan has exported.
QString colourUnless(const Catalogue& catalogue, const QString& kind, const QString& colour);
/// A text with one more line; either may be empty.
QString withLine(const QString& text, const QString& line);

} // namespace groundplan
