#pragma once

#include "model/exchange/loose_drawing.h"

#include <utility>

namespace groundplan {

/// A box and wordless ellipses upon its upper or lower edge, as wide and in its group, are a cylinder: the
/// box becomes one, the ellipses lose their places. So are a wordless ellipse that two plain lines lead down
/// from to another one or to an arc, and the texts at them, where nothing else is of their group: the upper
/// ellipse becomes it and takes the texts as its label, the lines become nothing. What has gone, each with
/// its cylinder.
QList<std::pair<qsizetype, qsizetype>> joinCylinders(QList<Diagram::Node>& nodes, QList<LooseLine>& lines);

} // namespace groundplan
