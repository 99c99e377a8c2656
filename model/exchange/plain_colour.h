#pragma once

#include <QString>

namespace groundplan {

/// "#rrggbb" of a colour as web programs write it: a name, #rgb, #rrggbb, #rrggbbaa, rgb(...), or the first
/// of light-dark(...). Empty for what is no colour or cannot be seen (none, transparent), and for black,
/// white and greys, which tell no block from another.
QString plainColour(QStringView text);

} // namespace groundplan
