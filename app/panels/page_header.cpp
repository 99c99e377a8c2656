#include "app/panels/page_header.h"

#include "app/panels/controls.h"
#include "app/panels/growing_text_edit.h"
#include "app/render/fonts.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace groundplan {
namespace {

void paintRing(QPainter& painter, const QRectF& rect, const QPalette& colours, qreal radius) {
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colours.color(QPalette::Highlight), 1.5));
    painter.drawRoundedRect(rect.adjusted(0.75, 0.75, -0.75, -0.75), radius, radius);
}

} // namespace

class PageHeader::Tile : public QAbstractButton {
public:
    Tile() {
        setFixedSize(36, 36);
        setAttribute(Qt::WA_Hover);
    }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const QSize size = iconSize();
        if (size.width() < width() &&
            size.height() < height()) { // a bare icon gets the ground of a kind's tile
            painter.setPen(Qt::NoPen);
            painter.setBrush(palette().color(QPalette::AlternateBase));
            painter.drawRoundedRect(rect(), 9, 9);
        }
        icon().paint(&painter,
                     QRect(QPoint((width() - size.width()) / 2, (height() - size.height()) / 2), size));
        if (isEnabled() && (hasFocus() || underMouse()) && focusPolicy() != Qt::NoFocus)
            paintRing(painter, rect(), palette(), 9);
    }
};

class PageHeader::Subtitle : public QAbstractButton {
public:
    Subtitle() {
        setAttribute(Qt::WA_Hover);
        QFont small = font();
        small.setPixelSize(11);
        setFont(small);
        setFixedHeight(20);
        setSizePolicy(QSizePolicy::Preferred,
                      QSizePolicy::Fixed); // a long line is cut, never the panel widened
    }

protected:
    QSize sizeHint() const override { return {fontMetrics().horizontalAdvance(text()) + 24, 20}; }
    QSize minimumSizeHint() const override { return {24, 20}; }

    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const bool choosable = focusPolicy() != Qt::NoFocus && isEnabled();
        const QRectF area(0, 0, width(), height());
        if (choosable && underMouse()) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(palette().color(QPalette::Light));
            painter.drawRoundedRect(area, 6, 6);
        }
        if (hasFocus())
            paintRing(painter, area, palette(), 6);
        painter.setPen(palette().color(QPalette::PlaceholderText));
        const QString shown =
            fontMetrics().elidedText(text(), Qt::ElideRight, width() - (choosable ? 22 : 8));
        painter.drawText(rect().adjusted(5, 0, 0, 0), Qt::AlignVCenter, shown);
        if (!choosable)
            return;
        const qreal x = std::min(5.0 + fontMetrics().horizontalAdvance(shown) + 8, width() - 10.0);
        painter.setPen(QPen(palette().color(QPalette::PlaceholderText), 1.4, Qt::SolidLine, Qt::RoundCap,
                            Qt::RoundJoin));
        const QPointF corners[] = {{x - 3, 9}, {x, 12}, {x + 3, 9}};
        painter.drawPolyline(corners, 3);
    }
};

PageHeader::PageHeader(PanelHost& host, const QString& titlePlaceholder, QWidget* parent)
    : QWidget(parent)
    , host_(host)
    , title_(quietField(host, titlePlaceholder))
    , tile_(new Tile)
    , subtitle_(new Subtitle) {
    title_.widget->setFont(fonts::of(fonts::Role::InspectorTitle));
    title_.widget->setReturnFinishes(true);
    title_.widget->setAccessibleName(tr("Title"));
    title_.widget->setQuiet();
    connect(title_.widget, &GrowingTextEdit::returnPressed, this, [this] { host_.focusBoard(); });
    tile_->setAccessibleName(tr("Change the kind"));
    tile_->setToolTip(tr("Change the kind"));
    auto* words = new QVBoxLayout;
    words->setContentsMargins(0, 0, 0, 0);
    words->setSpacing(0);
    words->addWidget(title_.widget);
    words->addWidget(subtitle_);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(tile_, 0, Qt::AlignTop);
    row->addLayout(words, 1);
    row->setAlignment(words, Qt::AlignVCenter);
    connect(tile_, &QAbstractButton::clicked, this, &PageHeader::kindClicked);
    connect(subtitle_, &QAbstractButton::clicked, this, &PageHeader::kindClicked);
    setKindChoosable(false);
}

void PageHeader::setIcon(const QIcon& icon, const QSize& size) {
    tile_->setIcon(icon);
    tile_->setIconSize(size);
    tile_->update();
}

void PageHeader::setHeading(const QString& text) {
    if (!heading_) {
        auto* heading = new ElidedLabel;
        heading->setFont(fonts::of(fonts::Role::InspectorTitle));
        heading->setContentsMargins(5, 0, 0, 0);
        heading_ = heading;
        static_cast<QVBoxLayout*>(layout()->itemAt(1)->layout())->insertWidget(0, heading);
        title_.widget->hide();
    }
    static_cast<ElidedLabel*>(heading_)->setText(text);
}

void PageHeader::setSubtitle(const QString& text) {
    subtitle_->setText(text);
    subtitle_->setAccessibleName(text);
    subtitle_->setToolTip(text); // it may be cut
    subtitle_->setVisible(!text.isEmpty());
    subtitle_->update();
}

void PageHeader::setKindChoosable(bool choosable) {
    for (QAbstractButton* button :
         {static_cast<QAbstractButton*>(tile_), static_cast<QAbstractButton*>(subtitle_)}) {
        button->setFocusPolicy(choosable && button == subtitle_ ? Qt::StrongFocus : Qt::NoFocus);
        button->setAttribute(Qt::WA_TransparentForMouseEvents, !choosable);
        button->update();
    }
    tile_->setFocusPolicy(choosable ? Qt::ClickFocus : Qt::NoFocus); // one stop of the tab key is enough
}

QWidget* PageHeader::kindButton() const {
    return subtitle_;
}

} // namespace groundplan
