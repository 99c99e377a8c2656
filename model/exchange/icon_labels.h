#pragma once

#include "model/design/geometry.h"

#include <QList>
#include <QString>

#include <utility>

namespace groundplan {

/// A wordless icon of a drawing, or a text that stands there by itself.
struct IconPlace {
    qsizetype which = -1; ///< the caller's number of it
    Rect rect;
    QString parent;
    qsizetype holder = -1; ///< what it lies upon
    double heldAcross = 0; ///< of a text: where its letters are aligned to, as Diagram::Node says it
};

/// Which text is the label of which icon, (icon, text): the one that stands below it, else above or right of
/// it, close by and aligned with it, and upon the same. Each text is used once; what is about as near to two
/// icons belongs to none.
QList<std::pair<qsizetype, qsizetype>> iconLabels(const QList<IconPlace>& icons,
                                                  const QList<IconPlace>& texts);

} // namespace groundplan
