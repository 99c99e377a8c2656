#pragma once

#include "app/panels/style.h"
#include "app/window/settings.h"

#include <QObject>

#include <functional>

namespace groundplan {

/// The theme in force: the user's choice, or the platform's. Owns nothing but the decision; the style belongs
/// to the application.
class Appearance : public QObject {
    Q_OBJECT
public:
    /// Gives the application its style and palette. `platformIsDark` is asked at once and whenever the
    /// platform says that its theme has changed; by default it looks at the platform's palette.
    Appearance(const Catalogue& catalogue, ThemeChoice choice, QObject* parent = nullptr,
               std::function<bool()> platformIsDark = {});

    ThemeChoice choice() const { return choice_; }
    void setChoice(ThemeChoice choice);
    /// Makes the theme anew: the catalogue's groups have other colours.
    void reload();
    const Theme& theme() const { return style_->theme(); }

Q_SIGNALS:
    void themeChanged();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    Theme wanted() const;
    void apply();

    const Catalogue& catalogue_;
    ThemeChoice choice_;
    std::function<bool()> askPlatform_;
    bool platformIsDark_;
    Style* style_;
};

} // namespace groundplan
