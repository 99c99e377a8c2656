#include "app/canvas/view_transform.h"

#include <algorithm>
#include <cmath>

namespace groundplan {

namespace {

constexpr int kStaysVisible = 96; ///< pixels of the content that scrolling leaves in sight

QPoint rounded(QPointF p) {
    return {qRound(p.x()), qRound(p.y())};
}

} // namespace

QRectF ViewTransform::toView(const QList<Point>& corners) const {
    if (corners.isEmpty())
        return {};
    QPointF least = toView(corners.first());
    QPointF most = least;
    for (const Point corner : corners) {
        const QPointF p = toView(corner);
        least = {std::min(least.x(), p.x()), std::min(least.y(), p.y())};
        most = {std::max(most.x(), p.x()), std::max(most.y(), p.y())};
    }
    return {least, most};
}

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

namespace {

/// Where along one axis a viewport of that length should begin, at least from `now`, so that `from` to `to`
/// is in it, or it in that.
double beginFor(double now, double length, double from, double to) {
    return to - from <= length ? std::clamp(now, to - length, from) : std::clamp(now, from, to - length);
}

} // namespace

void ViewTransform::reveal(const QList<QRectF>& wanted, QSize viewport) {
    if (wanted.isEmpty())
        return;
    const QSizeF room(std::max(1, viewport.width() - 2 * kRevealMargin),
                      std::max(1, viewport.height() - 2 * kRevealMargin));
    const QSizeF all = wanted.first().size();
    const double fitting =
        std::min(room.width() / std::max(1.0, all.width()), room.height() / std::max(1.0, all.height()));
    if (fitting < zoom_)
        zoomTo(std::max(fitting, std::min(zoom_, kReadableZoom)),
               QPointF(viewport.width() / 2.0, viewport.height() / 2.0));
    const QPointF margin(kRevealMargin, kRevealMargin);
    QPointF now = QPointF(offset_) + margin;
    for (const QRectF& each : wanted) {
        const QRectF part(each.topLeft() * zoom_, each.size() * zoom_);
        now = {beginFor(now.x(), room.width(), part.left(), part.right()),
               beginFor(now.y(), room.height(), part.top(), part.bottom())};
    }
    offset_ = rounded(now - margin);
}

void ViewTransform::scrollTo(const Rect& area, QSize viewport, const QRect& covered) {
    const QRectF wanted = toView(area);
    const QRectF seen = QRectF(QPointF(0, 0), viewport)
                            .adjusted(kRevealMargin, kRevealMargin, -kRevealMargin, -kRevealMargin);
    QPointF by;
    if (wanted.left() < seen.left())
        by.setX(std::ceil(seen.left() - wanted.left()));
    else if (wanted.right() > seen.right())
        by.setX(std::floor(seen.right() - wanted.right()));
    if (wanted.top() < seen.top())
        by.setY(std::ceil(seen.top() - wanted.top()));
    else if (wanted.bottom() > seen.bottom())
        by.setY(std::floor(seen.bottom() - wanted.bottom()));
    // From under what covers it, by the shorter way on which it stays in sight.
    const QRectF then = wanted.translated(by);
    if (const QRectF hidden(covered); then.intersects(hidden)) {
        const double left = then.right() - hidden.left() + kRevealMargin / 2;
        const double up = then.bottom() - hidden.top() + kRevealMargin / 2;
        const bool mayLeft = then.left() - left >= 0;
        const bool mayUp = then.top() - up >= 0;
        if (mayLeft && (!mayUp || left <= up))
            by.rx() -= std::ceil(left);
        else if (mayUp)
            by.ry() -= std::ceil(up);
    }
    offset_ -= by.toPoint();
}

double zoomToFit(QSizeF size, QSize viewport, double most, int margin) {
    const double w = std::max(1, viewport.width() - 2 * margin) / std::max(1.0, size.width());
    const double h = std::max(1, viewport.height() - 2 * margin) / std::max(1.0, size.height());
    return std::clamp(std::min(w, h), kLeastZoom, std::max(most, kLeastZoom));
}

ScrollRange scrollRange(double contentFrom, double contentTo, int viewport, int now) {
    const int stays = std::min(kStaysVisible, viewport / 2);
    const int least = int(std::floor(contentFrom)) - viewport + stays;
    const int most = int(std::ceil(contentTo)) - stays;
    return {std::min({least, most, now}), std::max({least, most, now})};
}

} // namespace groundplan
