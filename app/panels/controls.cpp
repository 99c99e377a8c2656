#include "app/panels/controls.h"

#include "app/panels/icons.h"
#include "app/panels/shapes.h"

#include <QAbstractItemView>
#include <QColorDialog>
#include <QCoreApplication>
#include <QFontMetrics>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QStyle>
#include <QToolButton>
#include <QToolTip>
#include <QWheelEvent>

#include <array>

using namespace Qt::StringLiterals;

namespace groundplan {
namespace {

constexpr int kFieldHeight = 30;
constexpr qreal kRadius = 8;

struct OwnColour {
    const char* colour;
    const char* name;
};
/// Told apart by the common sorts of colour blindness as far as eight can be, and readable on both canvases.
constexpr std::array<OwnColour, 8> kSwatches{{
    {"#0f766e", QT_TRANSLATE_NOOP("Colours", "Teal")},
    {"#1d4ed8", QT_TRANSLATE_NOOP("Colours", "Blue")},
    {"#6d28d9", QT_TRANSLATE_NOOP("Colours", "Violet")},
    {"#be185d", QT_TRANSLATE_NOOP("Colours", "Pink")},
    {"#b91c1c", QT_TRANSLATE_NOOP("Colours", "Red")},
    {"#b45309", QT_TRANSLATE_NOOP("Colours", "Amber")},
    {"#15803d", QT_TRANSLATE_NOOP("Colours", "Green")},
    {"#475569", QT_TRANSLATE_NOOP("Colours", "Slate")},
}};
constexpr int kSwatchSide = 20;
constexpr int kSwatchStep = 25;

} // namespace

// --- SegmentedControl ---

SegmentedControl::SegmentedControl(const QStringList& options, QWidget* parent)
    : QWidget(parent)
    , options_(options) {
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void SegmentedControl::setCurrent(int index) {
    current_ = index;
    update();
}

QSize SegmentedControl::sizeHint() const {
    int widest = 0;
    for (const QString& option : options_)
        widest = std::max(widest, fontMetrics().horizontalAdvance(option));
    return {int(options_.size()) * (widest + 18), kFieldHeight};
}

QRect SegmentedControl::segment(int index) const {
    const int count = int(options_.size());
    const int left = width() * index / count;
    return {left, 0, width() * (index + 1) / count - left, height()};
}

int SegmentedControl::segmentAt(const QPoint& at) const {
    for (int i = 0; i < options_.size(); ++i) {
        if (segment(i).contains(at))
            return i;
    }
    return -1;
}

void SegmentedControl::choose(int index) {
    if (index == current_) {
        if (!allowNone_)
            return;
        index = -1;
    }
    setCurrent(index);
    Q_EMIT chosen(index);
}

void SegmentedControl::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QPalette& colours = palette();
    roundRect(&painter, rect(), kRadius, colours.color(QPalette::AlternateBase),
              colours.color(hasFocus() ? QPalette::Highlight : QPalette::Dark), hasFocus() ? 1.5 : 1);
    for (int i = 0; i < options_.size(); ++i) {
        const QRectF area = QRectF(segment(i)).adjusted(2, 2, -2, -2);
        const bool on = i == current_;
        if (on)
            roundRect(&painter, area, kRadius - 2, colours.color(QPalette::Base),
                      colours.color(QPalette::Mid));
        else if (i == hovered_ && isEnabled())
            roundRect(&painter, area, kRadius - 2, colours.color(QPalette::Light), Qt::transparent);
        QFont font = this->font();
        font.setWeight(on ? QFont::DemiBold : QFont::Normal);
        painter.setFont(font);
        painter.setPen(isEnabled() ? colours.color(on ? QPalette::Text : QPalette::PlaceholderText)
                                   : colours.color(QPalette::Disabled, QPalette::Text));
        painter.drawText(area, Qt::AlignCenter, options_[i]);
    }
}

void SegmentedControl::mousePressEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton && segmentAt(event->pos()) >= 0)
        choose(segmentAt(event->pos()));
}

void SegmentedControl::mouseMoveEvent(QMouseEvent* event) {
    hovered_ = segmentAt(event->pos());
    update();
}

void SegmentedControl::leaveEvent(QEvent*) {
    hovered_ = -1;
    update();
}

void SegmentedControl::keyPressEvent(QKeyEvent* event) {
    const int last = int(options_.size()) - 1;
    switch (event->key()) {
    case Qt::Key_Left:
        if (current_ != 0)
            choose(current_ < 0 ? last : current_ - 1);
        break;
    case Qt::Key_Right:
        if (current_ != last)
            choose(current_ + 1);
        break;
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        if (allowNone_ && current_ >= 0)
            choose(current_);
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

// --- Switch ---

Switch::Switch(const QString& text, QWidget* parent)
    : QAbstractButton(parent) {
    setText(text);
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

QSize Switch::sizeHint() const {
    return {fontMetrics().horizontalAdvance(text()) + 52, 24};
}
QSize Switch::minimumSizeHint() const {
    return sizeHint();
}

void Switch::setMixed(bool mixed) {
    mixed_ = mixed;
    update();
}

void Switch::nextCheckState() {
    setChecked(mixed_ || !isChecked());
    mixed_ = false;
}

void Switch::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QPalette& colours = palette();
    painter.setPen(colours.color(isEnabled() ? QPalette::Active : QPalette::Disabled, QPalette::WindowText));
    painter.drawText(rect().adjusted(0, 0, -44, 0), Qt::AlignVCenter | Qt::TextShowMnemonic, text());
    const QRectF track(width() - 36, (height() - 20) / 2.0, 36, 20);
    QColor fill =
        isChecked() || mixed_ ? colours.color(QPalette::Highlight) : colours.color(QPalette::PlaceholderText);
    if (mixed_)
        fill = blend(fill, colours.color(QPalette::Window), 0.5);
    if (!isEnabled())
        fill = blend(fill, colours.color(QPalette::Window), 0.6);
    if (underMouse() && isEnabled())
        fill = blend(fill, Qt::black, 0.08);
    roundRect(&painter, track, 10, fill, Qt::transparent);
    const qreal x = mixed_ ? track.center().x() - 8 : isChecked() ? track.right() - 18 : track.left() + 2;
    roundRect(&painter, QRectF(x, track.top() + 2, 16, 16), 8, Qt::white, Qt::transparent);
    if (hasFocus())
        roundRect(&painter, track.adjusted(-3, -2, 0, 2).intersected(QRectF(rect())), 11, Qt::transparent,
                  colours.color(QPalette::Text), 1.5);
}

// --- ColourRow ---

ColourRow::ColourRow(QWidget* parent)
    : QWidget(parent) {
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Colour"));
    for (const OwnColour& own : kSwatches)
        swatches_.append({QString::fromLatin1(own.colour), QCoreApplication::translate("Colours", own.name)});
    none_ = tr("No colour of its own");
}

void ColourRow::setSwatches(const QList<Swatch>& swatches, const QString& none) {
    swatches_ = swatches;
    none_ = none;
    updateGeometry();
    update();
}

int ColourRow::count() const {
    return int(swatches_.size()) + 2;
}
QSize ColourRow::sizeHint() const {
    return {count() * kSwatchStep, 26};
}
QRectF ColourRow::swatch(int index) const {
    return QRectF(index * kSwatchStep + 3, 3, kSwatchSide, kSwatchSide);
}

int ColourRow::currentIndex() const {
    if (colour_.isEmpty())
        return 0;
    for (int i = 0; i < int(swatches_.size()); ++i) {
        if (colour_ == swatches_[i].colour)
            return i + 1;
    }
    return count() - 1;
}

void ColourRow::setColour(const QString& colour) {
    colour_ = colour.toLower();
    cursor_ = currentIndex();
    update();
}

void ColourRow::activate(int index) {
    QString colour;
    if (index == count() - 1) {
        const QColor picked =
            QColorDialog::getColor(colour_.isEmpty() ? QColor(0x47, 0x55, 0x69) : QColor(colour_), window());
        if (!picked.isValid())
            return;
        colour = picked.name();
    } else if (index > 0) {
        colour = swatches_[index - 1].colour;
    }
    if (colour == colour_)
        return;
    setColour(colour);
    Q_EMIT chosen(colour);
}

void ColourRow::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QPalette& colours = palette();
    const int current = currentIndex();
    for (int i = 0; i < count(); ++i) {
        const QRectF area = swatch(i);
        if (i == 0) {
            roundRect(&painter, area, area.width() / 2, colours.color(QPalette::Base),
                      colours.color(QPalette::PlaceholderText));
            painter.setPen(QPen(colours.color(QPalette::PlaceholderText), 1.25));
            painter.drawLine(area.topRight() + QPointF(-4, 4), area.bottomLeft() + QPointF(4, -4));
        } else if (i < count() - 1) {
            QColor fill(swatches_[i - 1].colour);
            if (!isEnabled())
                fill = blend(fill, colours.color(QPalette::Window), 0.6);
            roundRect(&painter, area, area.width() / 2, fill, Qt::transparent);
        } else if (i == current) {
            roundRect(&painter, area, area.width() / 2, QColor(colour_), Qt::transparent);
        } else {
            roundRect(&painter, area, area.width() / 2, colours.color(QPalette::Base),
                      colours.color(QPalette::PlaceholderText));
            painter.setPen(QPen(colours.color(QPalette::PlaceholderText), 1.5, Qt::SolidLine, Qt::RoundCap));
            painter.drawLine(area.center() - QPointF(4, 0), area.center() + QPointF(4, 0));
            painter.drawLine(area.center() - QPointF(0, 4), area.center() + QPointF(0, 4));
        }
        if (i == current)
            roundRect(&painter, area.adjusted(-3, -3, 3, 3), area.width() / 2 + 3, Qt::transparent,
                      colours.color(QPalette::Highlight), 1.75);
        if (hasFocus() && i == cursor_ && i != current)
            roundRect(&painter, area.adjusted(-3, -3, 3, 3), area.width() / 2 + 3, Qt::transparent,
                      colours.color(QPalette::Text), 1.25);
    }
}

void ColourRow::mousePressEvent(QMouseEvent* event) {
    for (int i = 0; i < count(); ++i) {
        if (swatch(i).adjusted(-2.5, -3, 2.5, 3).contains(event->position())) {
            cursor_ = i;
            activate(i);
            return;
        }
    }
}

void ColourRow::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
    case Qt::Key_Left:
        cursor_ = std::max(0, cursor_ - 1);
        break;
    case Qt::Key_Right:
        cursor_ = std::min(count() - 1, cursor_ + 1);
        break;
    case Qt::Key_Space:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        activate(cursor_);
        break;
    default:
        QWidget::keyPressEvent(event);
        return;
    }
    update();
}

void ColourRow::focusInEvent(QFocusEvent* event) {
    cursor_ = currentIndex();
    QWidget::focusInEvent(event);
}

bool ColourRow::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        for (int i = 0; i < count(); ++i) {
            if (!swatch(i).contains(help->pos()))
                continue;
            const QString text = i == 0             ? none_
                                 : i == count() - 1 ? tr("Any other colour")
                                                    : swatches_[i - 1].name;
            QToolTip::showText(help->globalPos(), text, this);
            return true;
        }
        QToolTip::hideText();
        return true;
    }
    return QWidget::event(event);
}

// --- Choice ---

Choice::Choice(const QStringList& options, QWidget* parent)
    : QComboBox(parent) {
    addItems(options);
    setSizeAdjustPolicy(AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(6);
    setMaxVisibleItems(14);
}

void Choice::wheelEvent(QWheelEvent* event) {
    event->ignore();
}

void Choice::showPopup() {
    // The list is as wide as the box otherwise, and its longer words are cut.
    constexpr int kBesideText = 24;
    view()->setMinimumWidth(view()->sizeHintForColumn(modelColumn()) + kBesideText);
    QComboBox::showPopup();
}

// --- ElidedLabel, Hairline ---

void ElidedLabel::setElideMode(Qt::TextElideMode mode) {
    mode_ = mode;
    update();
}

QSize ElidedLabel::minimumSizeHint() const {
    return {24, QLabel::minimumSizeHint().height()};
}

void ElidedLabel::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setPen(palette().color(isEnabled() ? QPalette::Active : QPalette::Disabled, foregroundRole()));
    painter.drawText(contentsRect(), int(alignment()) | Qt::TextSingleLine,
                     fontMetrics().elidedText(text(), mode_, contentsRect().width()));
}

bool ElidedLabel::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip && toolTip().isEmpty()) {
        if (fontMetrics().horizontalAdvance(text()) > contentsRect().width())
            QToolTip::showText(static_cast<QHelpEvent*>(event)->globalPos(), text(), this);
        return true;
    }
    return QLabel::event(event);
}

Hairline::Hairline(Qt::Orientation orientation, QWidget* parent)
    : QWidget(parent) {
    if (orientation == Qt::Horizontal)
        setFixedHeight(1);
    else
        setFixedWidth(1);
}

void Hairline::paintEvent(QPaintEvent*) {
    QPainter(this).fillRect(rect(), palette().color(QPalette::Mid));
}

QLabel* mutedLabel(const QString& text, QWidget* parent) {
    auto* label = new QLabel(text, parent);
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

QToolButton* iconButton(const QString& iconName, const QString& text, QWidget* parent) {
    auto* button = new QToolButton(parent);
    button->setIcon(icon(iconName));
    button->setIconSize({16, 16});
    button->setFixedSize(26, 26);
    button->setToolTip(text);
    button->setAccessibleName(text);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

} // namespace groundplan
