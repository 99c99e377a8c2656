#include "app/panels/score_cell.h"

#include "app/panels/shapes.h"
#include "model/design/rows.h"

#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

namespace groundplan {
namespace {

constexpr int kStep = 17; ///< from dot to dot
constexpr qreal kRadius = 5;
constexpr int kLeft = 8;

} // namespace

ScoreCell::ScoreCell(QWidget* parent)
    : QWidget(parent) {
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ScoreCell::setValue(int value) {
    value_ = value;
    setAccessibleDescription(value > 0 ? tr("%1 of %2").arg(value).arg(kBestScore) : tr("no score"));
    update();
}

QRect ScoreCell::dotRect(int score) const {
    return {kLeft + (score - 1) * kStep, 0, kStep, height()};
}

int ScoreCell::scoreAt(const QPoint& at) const {
    for (int score = 1; score <= kBestScore; ++score) {
        if (dotRect(score).contains(at))
            return score;
    }
    return 0;
}

void ScoreCell::choose(int value) {
    const int wanted = std::clamp(value, 0, int(kBestScore));
    if (wanted == value_)
        return;
    setValue(wanted);
    Q_EMIT chosen(wanted);
}

void ScoreCell::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QPalette& colours = palette();
    if (hasFocus())
        roundRect(&painter, QRectF(rect()), 6, Qt::transparent, colours.color(QPalette::Highlight), 1.5);
    const QColor on = colours.color(isEnabled() ? QPalette::Highlight : QPalette::Mid);
    for (int score = 1; score <= kBestScore; ++score) {
        const QPointF middle = QRectF(dotRect(score)).center();
        if (score <= value_) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(on);
        } else {
            QColor ring = colours.color(QPalette::PlaceholderText);
            painter.setPen(QPen(isEnabled() && score <= hovered_ ? on : ring, 1.25));
            painter.setBrush(Qt::NoBrush);
        }
        painter.drawEllipse(middle, kRadius - 0.5, kRadius - 0.5);
    }
}

void ScoreCell::mousePressEvent(QMouseEvent* event) {
    const int score = scoreAt(event->pos());
    if (event->button() == Qt::LeftButton && score > 0)
        choose(score == value_ ? 0 : score);
}

void ScoreCell::mouseMoveEvent(QMouseEvent* event) {
    hovered_ = scoreAt(event->pos());
    update();
}

void ScoreCell::leaveEvent(QEvent*) {
    hovered_ = 0;
    update();
}

void ScoreCell::keyPressEvent(QKeyEvent* event) {
    const int key = event->key();
    if (key >= Qt::Key_0 && key <= Qt::Key_0 + kBestScore)
        return choose(key - Qt::Key_0);
    switch (key) {
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        return choose(0);
    case Qt::Key_Plus:
        return choose(value_ + 1);
    case Qt::Key_Minus:
        return choose(value_ - 1);
    case Qt::Key_Left:
        Q_EMIT moveRequested(-1, 0);
        break;
    case Qt::Key_Right:
        Q_EMIT moveRequested(1, 0);
        break;
    case Qt::Key_Up:
        Q_EMIT moveRequested(0, -1);
        break;
    case Qt::Key_Down:
        Q_EMIT moveRequested(0, 1);
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

} // namespace groundplan
