#pragma once

#include "model/design/geometry.h"

#include <QList>
#include <QString>

#include <utility>

namespace groundplan {

/// A box that was drawn around things and that no text inside, above them, names.
struct UntitledFrame {
    qsizetype which = 0;
    Rect rect;
    Coord last = 0; ///< the bottom of the things in it
    QString parent;
    qsizetype holder = -1; ///< the box around it; -1: none
};
/// A text of one line that nothing else has taken.
struct FreeText {
    qsizetype which = 0;
    Rect rect;
    QString parent;
    qsizetype holder = -1;
};

/// Of which frame which text is the name: the one that stands on its upper border, at its left edge or in the
/// middle; else the only one at its bottom, below all that it holds. In bounded time.
QList<std::pair<qsizetype, qsizetype>> frameTitles(const QList<UntitledFrame>& frames,
                                                   const QList<FreeText>& texts);

} // namespace groundplan
