#include "app/panels/chip_field.h"

#include "app/panels/shapes.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>

namespace groundplan {
namespace {

constexpr int kHeight = 24;
constexpr int kGap = 5;
constexpr int kBeside = 9; ///< of the text, within its chip

} // namespace

ChipField::ChipField(const QList<Chip>& chips, Mode mode, QWidget* parent)
    : QWidget(parent)
    , own_(chips)
    , chips_(chips)
    , mode_(mode) {
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    place();
}

void ChipField::setNames(const QStringList& names) {
    if (names == names_)
        return;
    QList<Chip> chips = own_;
    QStringList sorted;
    for (const Chip& chip : own_) {
        if (names.contains(chip.name))
            sorted.append(chip.name);
    }
    for (const QString& name : names) {
        if (sorted.contains(name))
            continue;
        chips.append({name, name, {}});
        sorted.append(name);
    }
    names_ = sorted;
    chips_ = chips;
    cursor_ = std::min(cursor_, int(chips_.size()) - 1);
    QStringList titles;
    for (const Chip& chip : std::as_const(chips_)) {
        if (names_.contains(chip.name))
            titles.append(chip.title);
    }
    setAccessibleDescription(titles.join(QStringLiteral(", ")));
    place();
}

void ChipField::place() {
    const int room = std::max(width(), 60);
    places_.clear();
    int x = 0;
    int y = 0;
    for (const Chip& chip : std::as_const(chips_)) {
        const int wide = std::min(room, fontMetrics().horizontalAdvance(chip.title) + 2 * kBeside);
        if (x > 0 && x + wide > room) {
            x = 0;
            y += kHeight + kGap;
        }
        places_.append({x, y, wide, kHeight});
        x += wide + kGap;
    }
    height_ = places_.isEmpty() ? 0 : y + kHeight;
    if (minimumHeight() != height_ || maximumHeight() != height_)
        setFixedHeight(height_);
    update();
}

QSize ChipField::sizeHint() const {
    return {200, height_};
}

int ChipField::chipAt(const QPoint& at) const {
    for (int i = 0; i < places_.size(); ++i) {
        if (places_[i].contains(at))
            return i;
    }
    return -1;
}

/// The chip above or below whose middle is nearest.
int ChipField::beside(int index, int lines) const {
    const QRect from = places_.value(index);
    const int y = from.center().y() + lines * (kHeight + kGap);
    int best = index;
    int distance = -1;
    for (int i = 0; i < places_.size(); ++i) {
        if (y < places_[i].top() || y > places_[i].bottom())
            continue;
        const int away = std::abs(places_[i].center().x() - from.center().x());
        if (distance < 0 || away < distance) {
            best = i;
            distance = away;
        }
    }
    return best;
}

void ChipField::choose(int index) {
    const QString name = chips_.at(index).name;
    cursor_ = index;
    if (mode_ == Mode::Suggest) {
        Q_EMIT chosen({name});
        return;
    }
    QStringList names = names_;
    const bool was = names.removeAll(name) > 0;
    if (mode_ == Mode::One)
        names = was ? QStringList() : QStringList{name};
    else if (!was)
        names.append(name);
    setNames(names);
    Q_EMIT chosen(names_);
}

bool ChipField::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const int index = chipAt(help->pos());
        QString text = index < 0 ? toolTip() : chips_.at(index).hint;
        if (index >= 0 && fontMetrics().horizontalAdvance(chips_.at(index).title) + 2 * kBeside >
                              places_.at(index).width() + 1)
            text = chips_.at(index).title + (text.isEmpty() ? QString() : QStringLiteral(": ") + text);
        if (text.isEmpty())
            QToolTip::hideText();
        else
            QToolTip::showText(help->globalPos(), text, this);
        return true;
    }
    return QWidget::event(event);
}

void ChipField::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto group = isEnabled() ? QPalette::Active : QPalette::Disabled;
    const auto colour = [&](QPalette::ColorRole role) { return palette().color(group, role); };
    for (int i = 0; i < chips_.size(); ++i) {
        const QRectF area = QRectF(places_[i]);
        const bool on = names_.contains(chips_[i].name);
        const bool hovered = i == hovered_ && isEnabled();
        QColor fill = on ? colour(QPalette::Highlight) : colour(hovered ? QPalette::Light : QPalette::Base);
        if (on && !isEnabled())
            fill = blend(fill, colour(QPalette::Window), 0.5);
        roundRect(&painter, area, kHeight / 2.0, fill, on ? QColor(Qt::transparent) : colour(QPalette::Dark));
        painter.setPen(colour(on ? QPalette::HighlightedText : QPalette::Text));
        const QRectF inside = area.adjusted(kBeside, 0, -kBeside + 1, 0);
        painter.drawText(inside, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                         fontMetrics().elidedText(chips_[i].title, Qt::ElideRight, int(inside.width())));
        if (hasFocus() && i == cursor_) {
            const QRectF ring = on ? area.adjusted(2, 2, -2, -2) : area;
            roundRect(&painter, ring, ring.height() / 2, Qt::transparent,
                      colour(on ? QPalette::HighlightedText : QPalette::Highlight), 1.5);
        }
    }
}

void ChipField::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    if (event->oldSize().width() != width())
        place();
}

void ChipField::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        place();
}

void ChipField::mousePressEvent(QMouseEvent* event) {
    const int index = chipAt(event->pos());
    if (event->button() == Qt::LeftButton && index >= 0)
        choose(index);
}

void ChipField::mouseMoveEvent(QMouseEvent* event) {
    hovered_ = chipAt(event->pos());
    update();
}

void ChipField::leaveEvent(QEvent*) {
    hovered_ = -1;
    update();
}

void ChipField::keyPressEvent(QKeyEvent* event) {
    const int last = int(chips_.size()) - 1;
    switch (event->key()) {
    case Qt::Key_Left:
        cursor_ = std::max(0, cursor_ - 1);
        break;
    case Qt::Key_Right:
        cursor_ = std::min(last, cursor_ + 1);
        break;
    case Qt::Key_Up:
        cursor_ = beside(cursor_, -1);
        break;
    case Qt::Key_Down:
        cursor_ = beside(cursor_, 1);
        break;
    case Qt::Key_Home:
        cursor_ = 0;
        break;
    case Qt::Key_End:
        cursor_ = last;
        break;
    case Qt::Key_Space:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (cursor_ >= 0 && cursor_ <= last)
            choose(cursor_);
        break;
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        if (!names_.isEmpty()) {
            setNames({});
            Q_EMIT chosen({});
        }
        break;
    default:
        QWidget::keyPressEvent(event);
        return;
    }
    update();
}

} // namespace groundplan
