#include "app/render/visible.h"

#include <cmath>

namespace groundplan {

namespace {

/// The units around an area; clamped, since a view may look far beyond the board.
Rect unitsAround(const QRectF& area) {
    const Coord l = units(std::floor(area.left())), t = units(std::floor(area.top()));
    const Coord r = units(std::ceil(area.right())), b = units(std::ceil(area.bottom()));
    return {l, t, r - l, b - t};
}

} // namespace

Visible::Visible(const BoardPainter::Options& options, const QRectF& area)
    : area_(unitsAround(area))
    , movedArea_(area_.translated({-options.movedBy.x, -options.movedBy.y}))
    , by_(options.movedBy)
    , only_(options.only)
    , hidden_(options.hidden)
    , moved_(options.moved && !options.moved->isEmpty() ? options.moved : nullptr)
    , always_(options.routes && !options.routes->isEmpty() ? options.routes : nullptr)
    , lit_(options.lit) {}

} // namespace groundplan
