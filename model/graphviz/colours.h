#pragma once

#include <QByteArrayView>
#include <QString>

namespace groundplan {

/// "#rrggbb" of a colour as Graphviz writes it: a name of the X11 scheme, #rgb, #rrggbb, #rrggbbaa or three
/// numbers from 0 to 1 for hue, saturation and value; of a list ("red:blue;0.3") the first. Empty for no
/// colour (none, transparent), for Brewer schemes and for what is no colour.
QString colourOf(QByteArrayView value);

} // namespace groundplan
