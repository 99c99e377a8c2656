#include "app/panels/fold_header.h"

#include "app/render/fonts.h"

#include <QKeyEvent>
#include <QPainter>

namespace groundplan {

FoldHeader::FoldHeader(Level level, const QString& title, QWidget* parent)
    : QAbstractButton(parent)
    , level_(level) {
    setText(title);
    setAccessibleName(title);
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    if (level == Level::Whole)
        setFont(fonts::of(fonts::Role::PanelTitle));
}

void FoldHeader::setDetail(const QString& detail) {
    detail_ = detail;
    setAccessibleDescription(detail);
    update();
}

QSize FoldHeader::minimumSizeHint() const {
    return {80, level_ == Level::Whole ? 32 : 28};
}

void FoldHeader::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QPalette& colours = palette();
    const QRectF area = QRectF(rect());
    if (underMouse()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(colours.color(QPalette::Light));
        painter.drawRoundedRect(area, 6, 6);
    }
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(colours.color(QPalette::Highlight), 1.5));
        painter.drawRoundedRect(area.adjusted(0.75, 0.75, -0.75, -0.75), 6, 6);
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(
        QPen(colours.color(QPalette::PlaceholderText), 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const QPointF middle(width() - 13, height() / 2.0);
    if (isChecked()) {
        const QPointF corners[] = {middle + QPointF(-4, -2), middle + QPointF(0, 2), middle + QPointF(4, -2)};
        painter.drawPolyline(corners, 3);
    } else {
        const QPointF corners[] = {middle + QPointF(-2, -4), middle + QPointF(2, 0), middle + QPointF(-2, 4)};
        painter.drawPolyline(corners, 3);
    }
    QFont small = fonts::of(fonts::Role::Panel);
    small.setPixelSize(11);
    const int wide = QFontMetrics(small).horizontalAdvance(detail_);
    const QRect inside = rect().adjusted(6, 0, -26, 0);
    painter.setFont(small);
    painter.drawText(inside, Qt::AlignRight | Qt::AlignVCenter, detail_);
    painter.setFont(font());
    painter.setPen(colours.color(QPalette::Text));
    painter.drawText(inside, Qt::AlignLeft | Qt::AlignVCenter,
                     fontMetrics().elidedText(text(), Qt::ElideRight, inside.width() - wide - 8));
}

void FoldHeader::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

} // namespace groundplan
