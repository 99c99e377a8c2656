#include "app/render/look.h"
#include "app/render/paint_context.h"

#include <QPainter>
#include <QPainterPath>

#include <cmath>

namespace groundplan {

double PaintContext::snappedX(double x) const {
    if (!bitmaps)
        return x;
    const double view = toView.m11() * x + toView.dx();
    return (std::round(view * ratio) / ratio - toView.dx()) / toView.m11();
}

double PaintContext::snappedY(double y) const {
    if (!bitmaps)
        return y;
    const double view = toView.m22() * y + toView.dy();
    return (std::round(view * ratio) / ratio - toView.dy()) / toView.m22();
}

QRectF PaintContext::snapped(const QRectF& r) const {
    return {QPointF(snappedX(r.left()), snappedY(r.top())),
            QPointF(snappedX(r.right()), snappedY(r.bottom()))};
}

void paintCardShape(QPainter& painter, const QRectF& rect, const QColor& fill, const QColor& border) {
    // The hairline lies inside the rectangle, so that neighbours on a grid do not touch.
    painter.setPen(Qt::NoPen);
    const double r = std::min({look::kCardRadius, rect.width() / 2, rect.height() / 2});
    painter.setBrush(fill);
    painter.setPen(QPen(border, 1));
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), r - 0.5, r - 0.5);
}

void paintBar(QPainter& painter, const QRectF& room, const QColor& colour) {
    constexpr double kHeight = 3, kOpacity = 0.4;
    QColor faint = colour;
    faint.setAlphaF(kOpacity);
    painter.fillRect(QRectF(room.left(), room.center().y() - kHeight / 2, room.width(), kHeight), faint);
}

void paintShadow(QPainter& painter, const QRectF& rect, double radius, const QColor& colour) {
    // A blur in steps: rounded rectangles from wide to narrow whose alphas add up to a smooth edge, moved
    // down a little.
    constexpr int kSteps = 10;
    constexpr double kBlur = 9;
    QColor ring = colour;
    ring.setAlphaF(colour.alphaF() / kSteps);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ring);
    for (int i = 0; i < kSteps; ++i) {
        const double grow = kBlur * (0.5 - (i + 0.5) / kSteps);
        const QRectF r = rect.adjusted(-grow, -grow, grow, grow).translated(0, 2.5);
        if (!r.isEmpty())
            painter.drawRoundedRect(r, std::max(1.0, radius + grow), std::max(1.0, radius + grow));
    }
}

void paintFront(const PaintContext& context, const FrontEntry& entry, Point offset) {
    if (entry.block)
        paintBlock(context, entry, offset);
    else if (entry.card)
        paintCard(context, entry, offset);
    else
        paintDrawing(context, entry, offset);
}

} // namespace groundplan
