#pragma once

#include "model/design/box_index.h"
#include "model/exchange/loose_drawing.h"

namespace groundplan {

/// What the ends of lines are drawn at.
class TouchedThings {
public:
    /// Of the nodes that are not `absorbed`. Both must outlive this.
    TouchedThings(const QList<Diagram::Node>& nodes, const QList<bool>& absorbed);

    /// The id of what lies at an end of the line, empty: nothing. A line that divides the drawing is not
    /// joined to the words beside it.
    QString at(Point end, const LooseLine& line) const;

private:
    const QList<Diagram::Node>& nodes_;
    BoxIndex reach_;
};

} // namespace groundplan
