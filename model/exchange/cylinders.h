#pragma once

#include "model/exchange/diagram.h"

#include <utility>

namespace groundplan {

/// A box and wordless ellipses upon its upper or lower edge, as wide and in its group, are a cylinder: the box
/// becomes one, the ellipses lose their places. The ellipses, each with its box.
QList<std::pair<qsizetype, qsizetype>> joinCylinders(QList<Diagram::Node>& nodes);

} // namespace groundplan
