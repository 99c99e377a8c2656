#pragma once

#include "model/design/geometry.h"

#include <QList>
#include <QPoint>
#include <QPointF>
#include <QRect>
#include <QRectF>
#include <QSize>

namespace groundplan {

/// At this one the whole range of coordinates fits into the smallest window.
inline constexpr double kLeastZoom = 5e-6;
/// Where zooming out by hand ends, on boards that are all seen by then.
inline constexpr double kLeastUsualZoom = 0.02;
inline constexpr double kMostZoom = 8;
/// Below this scale the titles of blocks are hard to read.
inline constexpr double kReadableZoom = 0.6;
/// Below this one the small words are, too: of marks, labels and changes.
inline constexpr double kSmallReadableZoom = 0.7;
/// Below this one a block is a speck.
inline constexpr double kSeenZoom = 0.1;
inline constexpr int kRevealMargin = 24; ///< pixels around what is brought into view

/// How the board lies in the viewport: a scale and a whole number of pixels. Whole, so that a picture that
/// has been scrolled there equals one painted there.
class ViewTransform {
public:
    double zoom() const { return zoom_; }
    /// Where the viewport's top left corner lies, in pixels from the board's origin.
    QPoint offset() const { return offset_; }
    void setOffset(QPoint offset) { offset_ = offset; }
    /// Clamped to [kLeastZoom, kMostZoom]; the board point under `fixed` (viewport pixels) stays there. Step
    /// by step about the same place does not drift: the board point is remembered as long as nothing else
    /// moves the view.
    void zoomTo(double zoom, QPointF fixed);
    /// Puts `centre` (points) into the middle of a viewport of that size.
    void lookAt(QPointF centre, double zoom, QSize viewport);

    /// Moves as little as needed to have the first of `wanted` (points) in sight, and zooms out if that is
    /// needed, but not below kReadableZoom (a view that is there already stays as it is): then at least the
    /// next one, which is a part of it, or the one after that, with as much of the rest as there is room for.
    void reveal(const QList<QRectF>& wanted, QSize viewport);

    /// Moves as little as needed to have `area`, for which there is room, in sight, and from under `covered`
    /// (viewport pixels, its lower right corner; empty for nothing) where there is a place for it.
    void scrollTo(const Rect& area, QSize viewport, const QRect& covered);

    QPointF toView(QPointF points) const { return points * zoom_ - QPointF(offset_); }
    QPointF toView(Point at) const { return toView(QPointF(points(at.x), points(at.y))); }
    QRectF toView(const Rect& rect) const {
        return {toView(rect.topLeft()), QSizeF(points(rect.w), points(rect.h)) * zoom_};
    }
    /// The rectangle around a line's corners; none: empty.
    QRectF toView(const QList<Point>& corners) const;
    QPointF toPoints(QPointF view) const { return (view + QPointF(offset_)) / zoom_; }
    QRectF toPoints(const QRectF& view) const { return {toPoints(view.topLeft()), view.size() / zoom_}; }
    Point toBoard(QPointF view) const {
        const QPointF p = toPoints(view);
        return {units(p.x()), units(p.y())};
    }
    /// Board units as long as `pixels` on screen, at least one.
    Coord unitsFor(double pixels) const { return std::max<Coord>(1, units(pixels / zoom_)); }

    /// Whether both show the same.
    friend bool operator==(const ViewTransform& a, const ViewTransform& b) {
        return a.zoom_ == b.zoom_ && a.offset_ == b.offset_;
    }

private:
    double zoom_ = 1;
    QPoint offset_;
    struct Anchor {
        QPointF view, board;
        QPoint offset; ///< as zoomTo() has left it; another one means that the view has been moved since
    } anchor_;
};

inline constexpr int kFitMargin = 48; ///< pixels around what is fitted, where nothing else is said
/// The zoom at which `size` (points) fits into a viewport with a margin, at most `most`.
double zoomToFit(QSizeF size, QSize viewport, double most, int margin = kFitMargin);

/// From where to where the offset may go along one axis, so that some of the content stays in sight; always
/// holds `now`, so that a change of the content never moves the view.
struct ScrollRange {
    int least = 0;
    int most = 0;
};
ScrollRange scrollRange(double contentFrom, double contentTo, int viewport, int now);

} // namespace groundplan
