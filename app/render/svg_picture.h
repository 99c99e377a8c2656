#pragma once

#include "model/design/catalogue.h"
#include "model/design/design.h"

#include <QByteArray>

namespace groundplan {

/// The whole of a design as an SVG file in the light theme, on no ground: for the clipboard. One unit is one
/// point. Empty for an empty design.
QByteArray svgPicture(const Design& design, const Catalogue& catalogue, const QString& title = {});

} // namespace groundplan
