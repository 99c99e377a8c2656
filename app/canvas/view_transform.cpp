#include "app/canvas/view_transform.h"

#include <algorithm>
#include <cmath>

namespace groundplan {

namespace {

constexpr int kFitMargin = 48;    ///< pixels around what is fitted
constexpr int kStaysVisible = 96; ///< pixels of the content that scrolling leaves in sight

QPoint rounded(QPointF p) {
    return {qRound(p.x()), qRound(p.y())};
}

} // namespace

void ViewTransform::zoomTo(double zoom, QPointF fixed) {
    if (anchor_.view != fixed || anchor_.offset != offset_)
        anchor_ = {fixed, toPoints(fixed), offset_};
    zoom_ = std::clamp(zoom, kLeastZoom, kMostZoom);
    offset_ = rounded(anchor_.board * zoom_ - fixed);
    anchor_.offset = offset_;
}

void ViewTransform::lookAt(QPointF centre, double zoom, QSize viewport) {
    zoom_ = std::clamp(zoom, kLeastZoom, kMostZoom);
    offset_ = rounded(centre * zoom_ - QPointF(viewport.width() / 2.0, viewport.height() / 2.0));
}

double zoomToFit(QSizeF size, QSize viewport, double most) {
    const double w = std::max(1, viewport.width() - 2 * kFitMargin) / std::max(1.0, size.width());
    const double h = std::max(1, viewport.height() - 2 * kFitMargin) / std::max(1.0, size.height());
    return std::clamp(std::min(w, h), kLeastZoom, std::max(most, kLeastZoom));
}

ScrollRange scrollRange(double contentFrom, double contentTo, int viewport, int now) {
    const int stays = std::min(kStaysVisible, viewport / 2);
    const int least = int(std::floor(contentFrom)) - viewport + stays;
    const int most = int(std::ceil(contentTo)) - stays;
    return {std::min({least, most, now}), std::max({least, most, now})};
}

} // namespace groundplan
