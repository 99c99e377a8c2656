#include "app/panels/plan_parts.h"

#include "app/panels/controls.h"
#include "app/panels/shapes.h"
#include "app/render/fonts.h"

#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <array>

namespace groundplan {
namespace {

constexpr int kPadding = 6;
constexpr int kMark = 16;
constexpr int kMarkGap = 8;
constexpr int kSmall = 11; // pixels
constexpr int kWordFlags = Qt::TextWordWrap | Qt::AlignLeft | Qt::AlignTop;

void paintTick(QPainter& painter, const QRectF& area, const QColor& colour) {
    QPainterPath path;
    path.moveTo(area.left() + area.width() * 0.28, area.top() + area.height() * 0.53);
    path.lineTo(area.left() + area.width() * 0.44, area.top() + area.height() * 0.68);
    path.lineTo(area.left() + area.width() * 0.73, area.top() + area.height() * 0.35);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colour, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(path);
}

QFont small(QFont font) {
    font.setPixelSize(kSmall);
    font.setWeight(QFont::Normal);
    return font;
}

bool isEnter(const QKeyEvent* event) {
    return event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
}

} // namespace

void paintPromptMark(QPainter& painter, const QRectF& area, PromptMark mark, const Theme& theme) {
    const QRectF circle = area.adjusted(1.5, 1.5, -1.5, -1.5);
    painter.setBrush(mark == PromptMark::Shown ? QBrush(theme.good) : QBrush(Qt::NoBrush));
    painter.setPen(QPen(mark == PromptMark::Open ? theme.muted : theme.good, 1.3));
    painter.drawEllipse(circle);
    if (mark != PromptMark::Open)
        paintTick(painter, area, mark == PromptMark::Shown ? theme.panel : theme.good);
}

void paintProgressRing(QPainter& painter, const QRectF& area, int done, int of, const Theme& theme) {
    if (of > 0 && done >= of) {
        paintPromptMark(painter, area, PromptMark::Shown, theme);
        return;
    }
    const QRectF circle = area.adjusted(2, 2, -2, -2);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(done > 0 ? QPen(theme.fieldBorder, 2.4) : QPen(theme.muted, 1.3));
    painter.drawEllipse(circle);
    if (done <= 0)
        return;
    painter.setPen(QPen(theme.accent, 2.4, Qt::SolidLine, Qt::RoundCap));
    painter.drawArc(circle, 90 * 16, -360 * 16 * done / of);
}

void paintRadio(QPainter& painter, const QRectF& area, bool chosen, const Theme& theme) {
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(chosen ? theme.accent : theme.muted, 1.3));
    painter.drawEllipse(area.adjusted(2, 2, -2, -2));
    if (!chosen)
        return;
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.accent);
    painter.drawEllipse(area.adjusted(5, 5, -5, -5));
}

// --- PlanButton ---

PlanButton::PlanButton(const QString& text, QWidget* parent)
    : QAbstractButton(parent) {
    setText(text);
    setAccessibleName(text);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred); // Fixed would cut what wraps
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void PlanButton::setMark(PaintMark paint) {
    paintMark_ = std::move(paint);
    updateGeometry();
    update();
}

void PlanButton::setRemark(const QString& remark) {
    if (remark == remark_)
        return;
    remark_ = remark;
    setAccessibleDescription(remark);
    updateGeometry();
    update();
}

void PlanButton::setStrong(bool strong) {
    if (strong == strong_)
        return;
    strong_ = strong;
    updateGeometry();
    update();
}

void PlanButton::setFramed(bool framed) {
    framed_ = framed;
    update();
}

void PlanButton::setChevron(bool chevron) {
    chevron_ = chevron;
    updateGeometry();
    update();
}

void PlanButton::setStripe(bool stripe) {
    stripe_ = stripe;
    update();
}

void PlanButton::setCompact(bool compact) {
    compact_ = compact;
    updateGeometry();
}

QFont PlanButton::textFont() const {
    if (compact_)
        return remarkFont();
    return strong_ ? fonts::of(fonts::Role::PanelTitle) : fonts::of(fonts::Role::Panel);
}

QFont PlanButton::remarkFont() const {
    return small(fonts::of(fonts::Role::Panel));
}

PlanButton::Places PlanButton::placesFor(int width) const {
    const int padding = framed_ && !compact_ ? 10 : kPadding;
    const int left = padding + (paintMark_ ? kMark + kMarkGap : 0);
    const int room = std::max(40, width - left - padding - (chevron_ ? kMark : 0));
    const auto heightOf = [room](const QFont& font, const QString& text) {
        return QFontMetrics(font).boundingRect(QRect(0, 0, room, 100'000), kWordFlags, text).height();
    };
    Places places;
    places.text = QRect(left, padding, room, heightOf(textFont(), text()));
    int bottom = places.text.bottom() + 1;
    if (!remark_.isEmpty()) {
        places.remark = QRect(left, bottom + 2, room, heightOf(remarkFont(), remark_));
        bottom = places.remark.bottom() + 1;
    }
    places.height = bottom + padding;
    return places;
}

int PlanButton::heightForWidth(int width) const {
    return placesFor(width).height;
}
QSize PlanButton::sizeHint() const {
    constexpr int kUsual = 216;
    const int width = this->width() > 40 ? this->width() : kUsual;
    return {kUsual, heightForWidth(width)};
}
QSize PlanButton::minimumSizeHint() const {
    return {80, 24};
}

void PlanButton::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QPalette& colours = palette();
    const QPalette::ColorGroup group = isEnabled() ? QPalette::Active : QPalette::Disabled;
    const bool hovered = underMouse() && isEnabled();
    QColor ground = hovered ? colours.color(QPalette::Light) : QColor(Qt::transparent);
    if (framed_ && !hovered)
        ground = colours.color(QPalette::Base);
    const QColor line = hasFocus() ? colours.color(QPalette::Highlight)
                        : framed_  ? colours.color(QPalette::Mid)
                                   : QColor(Qt::transparent);
    roundRect(&painter, rect(), framed_ ? 8 : 6, ground, line, hasFocus() ? 1.5 : 1);
    if (stripe_) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(colours.color(QPalette::Highlight));
        painter.drawRoundedRect(QRectF(0, 6, 3, height() - 12), 1.5, 1.5);
    }
    const Places places = placesFor(width());
    painter.setFont(textFont());
    painter.setPen(colours.color(group, QPalette::Text));
    painter.drawText(places.text, kWordFlags, text());
    if (!remark_.isEmpty()) {
        painter.setFont(remarkFont());
        painter.setPen(colours.color(group, QPalette::PlaceholderText));
        painter.drawText(places.remark, kWordFlags, remark_);
    }
    if (chevron_) {
        const int used = QFontMetrics(textFont()).boundingRect(places.text, kWordFlags, text()).width();
        const QPointF at(places.text.left() + used + 9, places.text.center().y() + 1);
        const std::array<QPointF, 3> down{at + QPointF(-3.5, -2), at + QPointF(0, 1.5),
                                          at + QPointF(3.5, -2)};
        painter.setPen(
            QPen(colours.color(QPalette::PlaceholderText), 1.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.drawPolyline(down.data(), 3);
    }
    if (paintMark_) {
        const int line1 = QFontMetrics(textFont()).height();
        const qreal top = places.text.top() + (line1 - kMark) / 2.0;
        paintMark_(painter, QRectF(framed_ ? 10 : kPadding, top, kMark, kMark));
    }
}

void PlanButton::keyPressEvent(QKeyEvent* event) {
    if (isEnter(event))
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

// --- Chip ---

Chip::Chip(const QString& text, QWidget* parent)
    : QAbstractButton(parent) {
    setText(text);
    setAccessibleName(text);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setFont(small(fonts::of(fonts::Role::Panel)));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize Chip::sizeHint() const {
    constexpr int kWidest = 184;
    const int icon = this->icon().isNull() ? 0 : 20;
    return {std::min(kWidest, fontMetrics().horizontalAdvance(text()) + 22 + icon), 24};
}

void Chip::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QPalette& colours = palette();
    const bool hovered = underMouse() && isEnabled();
    roundRect(&painter, rect(), height() / 2.0,
              colours.color(isDown()  ? QPalette::Midlight
                            : hovered ? QPalette::Light
                                      : QPalette::AlternateBase),
              colours.color(hasFocus() ? QPalette::Highlight : QPalette::Mid), hasFocus() ? 1.5 : 1);
    QRect area = rect().adjusted(10, 0, -8, 0);
    if (!icon().isNull()) {
        icon().paint(&painter, QRect(area.left() - 2, (height() - 16) / 2, 16, 16));
        area.setLeft(area.left() + 18);
    }
    painter.setFont(font());
    painter.setPen(colours.color(isEnabled() ? QPalette::Active : QPalette::Disabled, QPalette::Text));
    painter.drawText(area, Qt::AlignVCenter | Qt::TextSingleLine,
                     fontMetrics().elidedText(text(), Qt::ElideRight, area.width()));
}

void Chip::keyPressEvent(QKeyEvent* event) {
    if (isEnter(event))
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

// --- ProgressLine ---

ProgressLine::ProgressLine(QWidget* parent)
    : QWidget(parent) {
    setFixedHeight(4);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ProgressLine::setProgress(int done, int of) {
    done_ = done;
    of_ = of;
    update();
}

void ProgressLine::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(palette().color(QPalette::Mid));
    painter.drawRoundedRect(rect(), 2, 2);
    if (done_ <= 0 || of_ <= 0)
        return;
    painter.setBrush(palette().color(QPalette::Highlight));
    painter.drawRoundedRect(
        QRectF(0, 0, std::max(4.0, width() * std::min(1.0, double(done_) / of_)), height()), 2, 2);
}

QLabel* smallLabel(const QString& text) {
    QLabel* label = mutedLabel(text);
    label->setFont(small(fonts::of(fonts::Role::Panel)));
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

} // namespace groundplan
