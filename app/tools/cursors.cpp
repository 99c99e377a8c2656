#include "app/tools/cursors.h"

#include <QPainter>
#include <QPixmap>

namespace groundplan {

namespace {

constexpr int kSide = 24;

template <class Paint>
QCursor painted(Paint paint) {
    QPixmap picture(kSide, kSide);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    paint(painter, QPointF(kSide / 2.0, kSide / 2.0));
    painter.end();
    return QCursor(picture, kSide / 2, kSide / 2);
}

} // namespace

QCursor eraserCursor() {
    return painted([](QPainter& painter, QPointF middle) {
        // Dark within light: seen on every ground.
        painter.setPen(QPen(Qt::white, 3.5));
        painter.drawEllipse(middle, kEraserRadius, kEraserRadius);
        painter.setPen(QPen(QColor(0x1B, 0x1F, 0x27), 1.5));
        painter.drawEllipse(middle, kEraserRadius, kEraserRadius);
    });
}

QCursor laserCursor() {
    return painted([](QPainter& painter, QPointF middle) {
        painter.setPen(QPen(Qt::white, 1.5));
        painter.setBrush(QColor(0xE5, 0x2B, 0x20));
        painter.drawEllipse(middle, 4.5, 4.5);
    });
}

} // namespace groundplan
