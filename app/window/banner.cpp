#include "app/window/banner.h"

#include "app/panels/controls.h"
#include "app/panels/icons.h"
#include "app/panels/style.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace groundplan {

class BannerArea::Banner : public QWidget {
public:
    Banner(Tone tone, const QString& about, const QString& sentence, const QList<Button>& buttons)
        : subject(about)
        , tone_(tone)
        , text_(new QLabel(sentence)) {
        text_->setWordWrap(true);
        text_->setTextFormat(Qt::PlainText);
        text_->setTextInteractionFlags(Qt::TextSelectableByMouse);
        auto* sign = new QLabel;
        sign->setPixmap(icon(tone == Tone::Info ? u"info"_s : u"warning"_s).pixmap(18, 18));
        close = iconButton(u"close"_s, BannerArea::tr("Close this message"));
        auto* row = new QHBoxLayout(this);
        row->setContentsMargins(16, 6, 10, 7);
        row->setSpacing(10);
        row->addWidget(sign, 0, Qt::AlignVCenter);
        row->addWidget(text_, 1);
        first = close;
        for (const Button& each : buttons) {
            auto* button = new QPushButton(each.text);
            row->addWidget(button);
            if (first == close)
                first = button;
            connect(button, &QPushButton::clicked, this, each.clicked);
        }
        row->addWidget(close);
        setAccessibleName(sentence);
    }

    QString sentence() const { return text_->text(); }

    const QString subject;
    QToolButton* close;
    QWidget* first; ///< of its buttons
    std::function<void()> closed;

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        QColor tint = palette().color(tone_ == Tone::Info ? QPalette::Highlight : QPalette::BrightText);
        tint.setAlphaF(0.10F);
        painter.fillRect(rect(), palette().color(QPalette::Window));
        painter.fillRect(rect(), tint);
        painter.fillRect(0, height() - 1, width(), 1, palette().color(QPalette::Mid));
        tint.setAlphaF(1);
        painter.fillRect(0, 0, 3, height() - 1, tint);
    }

private:
    Tone tone_;
    QLabel* text_;
};

BannerArea::BannerArea(QWidget* parent)
    : QWidget(parent)
    , layout_(new QVBoxLayout(this)) {
    layout_->setContentsMargins(0, 0, 0, 0);
    layout_->setSpacing(0);
    setVisible(false);
}

void BannerArea::show(Tone tone, const QString& subject, const QString& sentence,
                      const QList<Button>& buttons, const std::function<void()>& closed) {
    clear(subject);
    auto* banner = new Banner(tone, subject, sentence, buttons);
    banner->closed = closed;
    banners_.append(banner);
    layout_->addWidget(banner);
    connect(banner->close, &QToolButton::clicked, this, [this, banner] { close(*banner); });
    setVisible(true);
}

void BannerArea::close(const Banner& banner) {
    const auto closed = banner.closed;
    clear(banner.subject);
    if (closed)
        closed();
}

void BannerArea::clear(const QString& subject) {
    const QList<Banner*> old = banners_;
    for (Banner* banner : old) {
        if (banner->subject != subject)
            continue;
        banners_.removeAll(banner);
        layout_->removeWidget(banner);
        banner->hide();
        banner->deleteLater(); // it may be its own button that asks
    }
    setVisible(!banners_.isEmpty());
}

void BannerArea::clear() {
    const QStringList subjects = [this] {
        QStringList all;
        for (const Banner* banner : banners_)
            all.append(banner->subject);
        return all;
    }();
    for (const QString& subject : subjects)
        clear(subject);
}

bool BannerArea::closeLast(const QStringList& standing) {
    if (!isVisible())
        return false;
    const auto last = std::find_if(banners_.crbegin(), banners_.crend(), [&standing](const Banner* banner) {
        return !standing.contains(banner->sentence());
    });
    if (last == banners_.crend())
        return false;
    close(**last);
    return true;
}

bool BannerArea::takeFocus() {
    if (!isVisible())
        return false;
    banners_.last()->first->setFocus(Qt::ShortcutFocusReason);
    return true;
}

QStringList BannerArea::sentences() const {
    QStringList all;
    for (const Banner* banner : banners_)
        all.append(banner->sentence());
    return all;
}

} // namespace groundplan
