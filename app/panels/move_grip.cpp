#include "app/panels/move_grip.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <cstdlib>

namespace groundplan {

MoveGrip::MoveGrip(QWidget* parent)
    : QWidget(parent) {
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::OpenHandCursor);
    setAttribute(Qt::WA_Hover);
    setFixedSize(sizeHint());
    setToolTip(tr("Drag it to another place, or Alt with up and down"));
}

void MoveGrip::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF area = rect();
    if (!isEnabled())
        return;
    if (hasFocus()) {
        painter.setPen(QPen(palette().color(QPalette::Highlight), 1.5));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(area.adjusted(0.75, 1.75, -0.75, -1.75), 4, 4);
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(palette().color(underMouse() || held_ ? QPalette::Text : QPalette::PlaceholderText));
    for (const double x : {-2.0, 2.0}) {
        for (const double y : {-4.0, 0.0, 4.0})
            painter.drawEllipse(area.center() + QPointF(x, y), 1.1, 1.1);
    }
}

void MoveGrip::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton)
        return;
    held_ = true;
    moved_ = false;
    from_ = int(event->globalPosition().y());
    setCursor(Qt::ClosedHandCursor);
    setFocus(Qt::MouseFocusReason); // for Esc
}

void MoveGrip::mouseMoveEvent(QMouseEvent* event) {
    const int y = int(event->globalPosition().y());
    if (!held_)
        return;
    moved_ = moved_ || std::abs(y - from_) >= QApplication::startDragDistance();
    if (moved_)
        Q_EMIT dragged(y);
}

void MoveGrip::mouseReleaseEvent(QMouseEvent* event) {
    setCursor(Qt::OpenHandCursor);
    const bool drop = held_ && moved_;
    held_ = false;
    if (drop)
        Q_EMIT dropped(int(event->globalPosition().y()));
}

void MoveGrip::keyPressEvent(QKeyEvent* event) {
    if (held_ && event->key() == Qt::Key_Escape) {
        held_ = false;
        setCursor(Qt::OpenHandCursor);
        Q_EMIT cancelled();
    } else if (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down) {
        Q_EMIT moveRequested(event->key() == Qt::Key_Up ? -1 : 1);
    } else {
        QWidget::keyPressEvent(event);
    }
}

void MoveGrip::focusInEvent(QFocusEvent* event) {
    QWidget::focusInEvent(event);
    update();
}

void MoveGrip::focusOutEvent(QFocusEvent* event) {
    QWidget::focusOutEvent(event);
    update();
}

} // namespace groundplan
