#include "app/panels/shapes.h"

#include <QPainter>

namespace groundplan {

QColor blend(const QColor& a, const QColor& b, qreal share) {
    return QColor::fromRgbF(float(a.redF() * (1 - share) + b.redF() * share),
                            float(a.greenF() * (1 - share) + b.greenF() * share),
                            float(a.blueF() * (1 - share) + b.blueF() * share));
}

void roundRect(QPainter* painter, const QRectF& rect, qreal radius, const QColor& fill, const QColor& line,
               qreal width) {
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(fill.alpha() == 0 ? Qt::NoBrush : QBrush(fill));
    painter->setPen(line.alpha() == 0 ? QPen(Qt::NoPen) : QPen(line, width));
    const qreal inset = line.alpha() == 0 ? 0 : width / 2;
    painter->drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius - inset, radius - inset);
    painter->restore();
}

} // namespace groundplan
