#include "app/window/appearance.h"

#include <QApplication>
#include <QEvent>
#include <QPalette>
#include <QStyle>

namespace groundplan {
namespace {

/// By the palette that the platform hands out while ours is not set.
bool isPaletteDark() {
    const QPalette palette = QApplication::palette();
    return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
}

} // namespace

Appearance::Appearance(const Catalogue& catalogue, ThemeChoice choice, QObject* parent,
                       std::function<bool()> platformIsDark)
    : QObject(parent)
    , catalogue_(catalogue)
    , choice_(choice)
    , askPlatform_(platformIsDark ? std::move(platformIsDark) : isPaletteDark)
    , platformIsDark_(askPlatform_())
    , style_(new Style(wanted())) {
    QApplication::setStyle(style_);
    QApplication::setPalette(Style::paletteOf(style_->theme()));
    qApp->installEventFilter(this);
}

Theme Appearance::wanted() const {
    const bool dark = choice_ == ThemeChoice::Dark || (choice_ == ThemeChoice::System && platformIsDark_);
    return dark ? Theme::darkTheme(catalogue_) : Theme::light(catalogue_);
}

void Appearance::setChoice(ThemeChoice choice) {
    choice_ = choice;
    apply();
}

void Appearance::apply() {
    const Theme theme = wanted();
    if (theme.dark != style_->theme().dark)
        reload();
}

void Appearance::reload() {
    style_->setTheme(wanted());
    Q_EMIT themeChanged();
}

bool Appearance::eventFilter(QObject* watched, QEvent* event) {
    // Qt tells the windows, once each, not the application.
    if (event->type() == QEvent::ThemeChange && watched->isWindowType()) {
        // The platform's palette shows only while ours is taken off.
        QApplication::setPalette(QPalette());
        platformIsDark_ = askPlatform_();
        QApplication::setPalette(Style::paletteOf(style_->theme()));
        apply();
    }
    return QObject::eventFilter(watched, event);
}

} // namespace groundplan
