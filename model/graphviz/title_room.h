#pragma once

#include "model/design/design.h"

#include <QList>

namespace groundplan {

/// Where other programs draw frames with less room above what they hold than a title takes here.
class TitleRoom {
public:
    /// `design` must outlive this.
    explicit TitleRoom(const Design& design);

    /// A frame of that rectangle, so much higher that its title line, `width` from its left border on, is not
    /// covered by what lies in it; as it is where it would come to lie on something else by that.
    Rect made(ElementId frame, const Rect& rect, Coord width);

private:
    bool isFree(ElementId frame, const Rect& strip);

    const Design& design_;
    QHash<ElementId, QList<ElementId>> inside_; ///< by frame
    qint64 looks_ = 20'000'000;                 ///< left, of a hostile file
};

} // namespace groundplan
