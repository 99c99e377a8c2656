#pragma once

#include "model/design/design.h"

#include <QByteArray>

namespace groundplan::bench {

/// The blocks and connections of a design as a drawing of Dia (its XML, uncompressed): a box and its title a
/// block, a line with an arrow a connection, at the same places.
QByteArray diaText(const Design& design);

} // namespace groundplan::bench
