#pragma once

#include "model/design/design.h"
#include "model/design/words_text.h"

#include <QList>
#include <QPen>

namespace groundplan {

/// How a flow's line looks beside its colour, so that flows can be told apart in black and white too.
struct FlowStyle {
    double width = 0;    ///< points
    QList<qreal> dashes; ///< in widths, as QPen has them; empty: solid
    Qt::PenCapStyle cap = Qt::FlatCap;
    bool chevrons = false; ///< ">>" on the way
    double headScale = 1;
};

const FlowStyle& styleOf(Flow flow);
QPen penOf(Flow flow, const QColor& colour);

/// How one line is drawn, in points: how wide, and how long its arrow heads are (0: none there). On a very
/// short line heads shrink rather than overlap.
struct LineLook {
    double width = 0;
    double startHead = 0;
    double endHead = 0;
};
LineLook lineLookOf(Flow flow, Direction direction, double length);
/// The flows of a design's connections, each once, in the order of the enumeration.
QList<Flow> flowsIn(const Design& design);

} // namespace groundplan
