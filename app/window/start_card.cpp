#include "app/window/start_card.h"

#include "app/panels/controls.h"

#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace groundplan {
namespace {

constexpr int kWidth = 244;
constexpr int kPictureHeight = 138;
constexpr int kHeight = kPictureHeight + 54;
constexpr int kExampleHeight = kPictureHeight + 84; // with up to three lines of what it is about

/// One that comes with the program or with a case: a line says what it is about, and no file is the user's.
bool isDesign(const StartItem& item) {
    return item.sort == StartItem::Sort::Example || item.sort == StartItem::Sort::Reference;
}

/// As many words as there is room for; all of them are in the tool tip.
QString fittingText(const QString& text, const QSize& room, const QFontMetrics& metrics) {
    const auto fits = [&](const QString& tried) {
        return metrics.boundingRect(QRect({}, room), Qt::TextWordWrap, tried).height() <= room.height();
    };
    QString shown = text;
    for (qsizetype end = text.size(); !fits(shown) && end > 0;) {
        end = text.lastIndexOf(u' ', end - 1);
        shown = text.left(std::max<qsizetype>(end, 0)) + u'…';
    }
    return shown;
}

} // namespace

StartCard::StartCard(const StartItem& item, QWidget* parent)
    : QAbstractButton(parent)
    , item_(item) {
    setFixedSize(sizeHint());
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setTitle(item.title);
    setAccessibleDescription(item.missing ? tr("The file is not there any more") : item.detail);
    setToolTip(isDesign(item) ? item.detail : item.path);
    if (item.sort == StartItem::Sort::Recent) {
        remove_ = iconButton(u"close"_s, tr("Take this file off the list (the file itself stays)"), this);
        remove_->setFixedSize(24, 24);
        remove_->setIconSize({12, 12});
        remove_->move(kWidth - 30, 6);
        remove_->setAutoFillBackground(true);
        remove_->setVisible(item.missing);
        connect(remove_, &QToolButton::clicked, this, &StartCard::removeWanted);
    }
}

QSize StartCard::pictureSize() {
    return {kWidth - 2, kPictureHeight};
}
QSize StartCard::sizeHint() const {
    return {kWidth, isDesign(item_) ? kExampleHeight : kHeight};
}

void StartCard::setPicture(const QPixmap& picture) {
    picture_ = picture;
    update();
}

void StartCard::setTitle(const QString& title) {
    item_.title = title;
    setAccessibleName(title);
    update();
}

void StartCard::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QPalette& colours = palette();
    const QRectF area = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    QPainterPath outline;
    outline.addRoundedRect(area, 10, 10);
    painter.fillPath(outline, colours.color(QPalette::Base));
    painter.setClipPath(outline);
    const QRect picture(1, 1, kWidth - 2, kPictureHeight);
    painter.setOpacity(item_.missing ? 0.45 : 1);
    painter.fillRect(picture, colours.color(QPalette::AlternateBase));
    if (!picture_.isNull())
        painter.drawPixmap(picture, picture_);
    painter.fillRect(QRect(0, kPictureHeight + 1, kWidth, 1), colours.color(QPalette::Mid));

    QFont strong = font();
    strong.setPixelSize(13);
    strong.setWeight(QFont::DemiBold);
    painter.setFont(strong);
    painter.setPen(colours.color(QPalette::Text));
    const int width = kWidth - 24;
    painter.drawText(QRect(12, kPictureHeight + 9, width, 20), Qt::AlignVCenter | Qt::TextSingleLine,
                     QFontMetrics(strong).elidedText(item_.title, Qt::ElideRight, width));
    QFont small = font();
    small.setPixelSize(11);
    painter.setFont(small);
    painter.setPen(colours.color(QPalette::PlaceholderText));
    const QString detail = item_.missing ? tr("not there any more · %1").arg(item_.detail) : item_.detail;
    const QRect lines(12, kPictureHeight + 30, width, height() - kPictureHeight - 36);
    if (isDesign(item_))
        painter.drawText(lines, Qt::TextWordWrap, fittingText(detail, lines.size(), QFontMetrics(small)));
    else
        painter.drawText(lines, Qt::TextSingleLine,
                         QFontMetrics(small).elidedText(detail, Qt::ElideMiddle, width));
    painter.setOpacity(1);
    painter.setClipping(false);

    const bool strongLine = hasFocus() || (underMouse() && !item_.missing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(
        QPen(colours.color(strongLine ? QPalette::Highlight : QPalette::Dark), hasFocus() ? 2 : 1));
    const qreal inset = hasFocus() ? 0.5 : 0;
    painter.drawRoundedRect(area.adjusted(inset, inset, -inset, -inset), 10 - inset, 10 - inset);
}

void StartCard::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        click();
        return;
    }
    if (event->key() == Qt::Key_Delete && remove_) {
        Q_EMIT removeWanted();
        return;
    }
    // Arrows walk the page; the page knows where the neighbours are.
    if (event->key() >= Qt::Key_Left && event->key() <= Qt::Key_Down) {
        event->ignore();
        return;
    }
    QAbstractButton::keyPressEvent(event);
}

void StartCard::showRemove() {
    if (remove_)
        remove_->setVisible(item_.missing || underMouse() || hasFocus() || remove_->hasFocus());
}

void StartCard::enterEvent(QEnterEvent* event) {
    QAbstractButton::enterEvent(event);
    showRemove();
}
void StartCard::leaveEvent(QEvent* event) {
    QAbstractButton::leaveEvent(event);
    showRemove();
}
void StartCard::focusInEvent(QFocusEvent* event) {
    QAbstractButton::focusInEvent(event);
    showRemove();
}
void StartCard::focusOutEvent(QFocusEvent* event) {
    QAbstractButton::focusOutEvent(event);
    showRemove();
}

} // namespace groundplan
