#pragma once

#include "model/design/design.h"

#include <QByteArray>

namespace groundplan::bench {

/// The blocks and connections of a design as a drawing of Dia (its XML, uncompressed): a box and its title a
/// block, a line with an arrow a connection, at the same places. Its picture has `scale` pixels a point.
QByteArray diaText(const Design& design, double scale = 1);

} // namespace groundplan::bench
