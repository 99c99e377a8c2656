#include "app/window/lens_chip.h"

#include <QPainter>

namespace groundplan {

namespace {

constexpr int kHeight = 28;
constexpr int kSide = 12;
constexpr int kCross = 8; ///< side of the cross
constexpr int kGap = 8;

} // namespace

LensChip::LensChip(QWidget* parent)
    : QAbstractButton(parent) {
    setObjectName(QStringLiteral("lens-chip"));
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    hide();
}

void LensChip::setLensText(const QString& text) {
    setText(text.isEmpty() ? QString() : tr("Lens: %1").arg(text));
    setAccessibleName(text.isEmpty() ? QString() : tr("Switch the lens off: %1").arg(text));
    setToolTip(tr("Switch the lens off"));
    resize(sizeHint());
    setVisible(!text.isEmpty());
    update();
}

QSize LensChip::sizeHint() const {
    return {2 * kSide + fontMetrics().horizontalAdvance(text()) + kGap + kCross + 2, kHeight};
}

void LensChip::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor ink = palette().color(QPalette::HighlightedText);
    QColor fill = palette().color(QPalette::Highlight);
    if (underMouse() || isDown())
        fill = fill.darker(isDown() ? 125 : 112);
    const QRectF shape = QRectF(rect()).adjusted(1, 1, -1, -1);
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    painter.drawRoundedRect(shape, shape.height() / 2, shape.height() / 2);
    if (hasFocus()) {
        painter.setPen(QPen(ink, 1.5));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(shape.adjusted(2.5, 2.5, -2.5, -2.5), shape.height() / 2, shape.height() / 2);
    }
    painter.setPen(ink);
    painter.drawText(rect().adjusted(kSide, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, text());
    const QPointF middle(width() - kSide - kCross / 2.0, height() / 2.0);
    const double half = kCross / 2.0;
    painter.setPen(QPen(ink, 1.6, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(middle + QPointF(-half, -half), middle + QPointF(half, half));
    painter.drawLine(middle + QPointF(-half, half), middle + QPointF(half, -half));
}

} // namespace groundplan
