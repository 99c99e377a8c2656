#include "app/render/label_spread.h"

#include "app/render/label_place.h"
#include "app/render/look.h"
#include "app/render/route_shape.h"
#include "app/render/text_layout.h"

#include <QHash>

#include <cmath>

namespace groundplan {

namespace {

/// Rectangles to be kept clear of, in cells of a grid.
class Obstacles {
public:
    void add(const QRectF& rect) {
        if (rect.width() > kLarge || rect.height() > kLarge)
            large_.append(rect);
        else
            forCells(rect, [&](quint64 cell) { cells_[cell].append(rect); });
    }
    /// The area of `rect` that is taken, more than once where several lie there.
    double covered(const QRectF& rect) const {
        double area = 0;
        const auto take = [&](const QList<QRectF>& others) {
            for (const QRectF& other : others) {
                const QRectF shared = rect.intersected(other);
                area += shared.width() * shared.height();
            }
        };
        take(large_);
        forCells(rect, [&](quint64 cell) {
            if (const auto found = cells_.constFind(cell); found != cells_.cend())
                take(*found);
        });
        return area;
    }

private:
    static constexpr double kLarge = 10'000;

    template <class Visit>
    static void forCells(const QRectF& rect, Visit visit) {
        constexpr double kCell = 256;
        const auto cellOf = [](double at) { return qint32(std::floor(at / kCell)); };
        for (qint32 y = cellOf(rect.top()); y <= cellOf(rect.bottom()); ++y) {
            for (qint32 x = cellOf(rect.left()); x <= cellOf(rect.right()); ++x)
                visit(quint64(quint32(x)) << 32 | quint32(y));
        }
    }

    QHash<quint64, QList<QRectF>> cells_;
    QList<QRectF> large_;
};

QRectF titleOf(const Frame& frame) {
    constexpr double kSquare = 16; ///< before the title
    const double width = fitLine(frame.title, fonts::Role::FrameTitle, points(frame.rect.w)).width;
    return {points(frame.rect.x), points(frame.rect.y), look::kFramePadding + kSquare + width,
            look::kFrameTitleBand};
}

} // namespace

void spreadLabels(Design& design, const QSet<ElementId>& connections) {
    constexpr double kAir = 3;
    constexpr int kMiddle = 500, kStep = 50, kMost = 450; ///< thousandths of the way
    Obstacles obstacles;
    for (const Block& block : design.blocks)
        obstacles.add(toRectF(block.rect));
    for (const Card& card : design.cards)
        obstacles.add(toRectF(card.rect));
    for (const Frame& frame : design.frames)
        obstacles.add(titleOf(frame));

    for (const Connection* row : design.connections.sorted()) {
        const QSizeF size(points(row->labelSize.w), points(row->labelSize.h));
        QList<QPointF> corners;
        for (const Point corner : design.routeOf(*row))
            corners.append(toPointF(corner));
        if (size.isEmpty() || corners.size() < 2)
            continue;
        const auto rectAt = [&](int at) { return placeLabel(corners, at, size, row->direction); };
        int best = row->labelAt;
        if (connections.contains(row->id) && best == kMiddle) {
            double least = -1;
            for (int off = 0; off <= kMost && least != 0; off = off > 0 ? -off : -off + kStep) {
                const double taken =
                    obstacles.covered(rectAt(kMiddle + off).adjusted(-kAir, -kAir, kAir, kAir));
                if (least < 0 || taken < least) {
                    least = taken;
                    best = kMiddle + off;
                }
            }
        }
        obstacles.add(rectAt(best));
        if (best == row->labelAt)
            continue;
        Connection moved = *row;
        moved.labelAt = best;
        design.connections.put(moved);
    }
}

} // namespace groundplan
