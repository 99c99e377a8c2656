#pragma once

#include "app/render/theme.h"

#include <QProxyStyle>

class QApplication;

namespace groundplan {

/// The look of every widget, drawn from render's theme over Fusion: 1 px hairlines, fields and buttons with
/// round corners, focus rings in the accent. The palette carries the theme's colours, so that a widget that
/// paints itself asks its palette and follows a change of theme without being told:
///   Window panel, Base bordered fields, Text and WindowText text, PlaceholderText muted, Highlight accent,
///   Mid hairline, Dark border of fields, AlternateBase quiet fields, Light hover, Midlight pressed,
///   BrightText bad.
class Style : public QProxyStyle {
    Q_OBJECT
public:
    explicit Style(const Theme& theme);

    /// Sets the application's palette too.
    void setTheme(const Theme& theme);
    const Theme& theme() const { return theme_; }
    static QPalette paletteOf(const Theme& theme);

    /// How a button or a field is meant; Plain is a bordered one. A tool button that is Quiet does not show
    /// that it is checked.
    enum class Variant { Plain, Primary, Quiet, Danger, Search };
    Q_ENUM(Variant)
    static void setVariant(QWidget* widget, Variant variant);

    void polish(QWidget* widget) override;
    using QProxyStyle::polish;
    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override;
    void drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                     const QWidget* widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                            const QWidget* widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl part,
                         const QWidget* widget) const override;
    QRect subElementRect(SubElement element, const QStyleOption* option,
                         const QWidget* widget) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                           const QWidget* widget) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override;
    QIcon standardIcon(StandardPixmap which, const QStyleOption* option,
                       const QWidget* widget) const override;
    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                  QStyleHintReturn* data) const override;

private:
    Theme theme_;
};

} // namespace groundplan
