#pragma once

#include "model/exchange/drawio_style.h"

#include <QString>

namespace groundplan::drawio {

/// The style of a block whose kind has that shape in Graphviz. Figures whose outline reaches the rectangle at
/// every side, where our connections end.
QString figureOf(const QString& dotShape);
/// What a style looks like, by its outline or icon, so that two can be compared.
QString seenAs(const Style& style);

} // namespace groundplan::drawio
