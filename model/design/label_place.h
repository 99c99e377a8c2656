#pragma once

#include <QtGlobal>

namespace groundplan {

/// Labels that the router places lie at multiples of this many thousandths of the way, and those that
/// somebody has put somewhere lie between: so a place by hand is known, and stays.
inline constexpr qint32 kLabelStep = 50;
constexpr bool isLabelByHand(qint32 labelAt) {
    return labelAt % kLabelStep != 0;
}
/// The next place to it that counts as chosen by hand.
constexpr qint32 labelByHand(qint32 labelAt) {
    return isLabelByHand(labelAt) ? labelAt : labelAt < 500 ? labelAt + 1 : labelAt - 1;
}

} // namespace groundplan
