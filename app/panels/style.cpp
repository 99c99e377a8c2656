#include "app/panels/style.h"

#include "app/panels/icons.h"
#include "app/panels/shapes.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QPainterPath>
#include <QPushButton>
#include <QScrollBar>
#include <QStyleFactory>
#include <QStyleOption>
#include <QToolButton>

namespace groundplan {
namespace {

constexpr const char* kVariantProperty = "groundplanVariant";
constexpr qreal kRadius = 8;
constexpr int kFieldHeight = 30;
constexpr int kScrollBar = 10;
constexpr int kDialogMargin = 18;

Style::Variant variantOf(const QWidget* widget) {
    return widget ? Style::Variant(widget->property(kVariantProperty).toInt()) : Style::Variant::Plain;
}

void chevron(QPainter* painter, const QPointF& middle, const QColor& colour, qreal half = 3.5) {
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(colour, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const QPointF corners[] = {middle + QPointF(-half, -half / 2), middle + QPointF(0, half / 2),
                               middle + QPointF(half, -half / 2)};
    painter->drawPolyline(corners, 3);
    painter->restore();
}

void tick(QPainter* painter, const QRectF& box, const QColor& colour) {
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(colour, 1.75, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const qreal side = box.width();
    const QPointF corners[] = {box.topLeft() + QPointF(side * 0.25, side * 0.52),
                               box.topLeft() + QPointF(side * 0.43, side * 0.70),
                               box.topLeft() + QPointF(side * 0.76, side * 0.32)};
    painter->drawPolyline(corners, 3);
    painter->restore();
}

} // namespace

Style::Style(const Theme& theme)
    : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion")))
    , theme_(theme) {}

void Style::setTheme(const Theme& theme) {
    theme_ = theme;
    QApplication::setPalette(paletteOf(theme));
}

QPalette Style::paletteOf(const Theme& theme) {
    QPalette palette;
    const auto all = [&palette](QPalette::ColorRole role, const QColor& colour) {
        palette.setColor(QPalette::All, role, colour);
    };
    all(QPalette::Window, theme.panel);
    all(QPalette::WindowText, theme.text);
    all(QPalette::Base, theme.panel);
    all(QPalette::AlternateBase, theme.field);
    all(QPalette::Text, theme.text);
    all(QPalette::PlaceholderText, theme.muted);
    all(QPalette::Button, theme.panel);
    all(QPalette::ButtonText, theme.text);
    all(QPalette::Highlight, theme.accent);
    all(QPalette::HighlightedText, theme.onAccent);
    all(QPalette::Link, theme.accent);
    all(QPalette::LinkVisited, theme.accent);
    all(QPalette::BrightText, theme.bad);
    all(QPalette::Light, theme.hover);
    all(QPalette::Midlight, theme.pressed);
    all(QPalette::Mid, theme.hairline);
    all(QPalette::Dark, theme.fieldBorder);
    all(QPalette::Shadow, theme.shadow);
    all(QPalette::ToolTipBase, theme.panel);
    all(QPalette::ToolTipText, theme.text);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, blend(theme.muted, theme.panel, 0.35));
    return palette;
}

void Style::setVariant(QWidget* widget, Variant variant) {
    widget->setProperty(kVariantProperty, int(variant));
    widget->update();
}

void Style::polish(QWidget* widget) {
    QProxyStyle::polish(widget);
    if (qobject_cast<QAbstractButton*>(widget) || qobject_cast<QComboBox*>(widget) ||
        qobject_cast<QScrollBar*>(widget) || qobject_cast<QLineEdit*>(widget))
        widget->setAttribute(Qt::WA_Hover);
    if (const auto* field = qobject_cast<QLineEdit*>(widget); field && variantOf(field) != Variant::Plain)
        widget->setAttribute(Qt::WA_OpaquePaintEvent, false);
}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                          const QWidget* widget) const {
    const bool enabled = option->state & State_Enabled;
    const bool hovered = enabled && (option->state & State_MouseOver);
    const bool focused = option->state & State_HasFocus;
    const QRectF rect = option->rect;
    const QPalette& palette = option->palette;
    switch (element) {
    case PE_PanelLineEdit: {
        const Variant variant = variantOf(widget);
        if (const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
            frame && frame->lineWidth == 0)
            return; // the editor inside a combo box or a title that looks like text: its owner draws
        if (variant == Variant::Search) {
            roundRect(painter, rect, kRadius, palette.color(QPalette::AlternateBase),
                      focused ? palette.color(QPalette::Highlight) : QColor(Qt::transparent), 1.5);
            return;
        }
        if (variant == Variant::Quiet) {
            if (focused || hovered)
                roundRect(painter, rect, 6,
                          focused ? palette.color(QPalette::Base) : palette.color(QPalette::Light),
                          focused ? palette.color(QPalette::Highlight) : QColor(Qt::transparent), 1.5);
            return;
        }
        const QColor line = focused ? palette.color(QPalette::Highlight)
                            : hovered
                                ? blend(palette.color(QPalette::Dark), palette.color(QPalette::Text), 0.25)
                                : palette.color(QPalette::Dark);
        roundRect(painter, rect, kRadius, palette.color(enabled ? QPalette::Base : QPalette::AlternateBase),
                  line, focused ? 1.5 : 1);
        return;
    }
    case PE_FrameLineEdit: // drawn with the panel
    case PE_PanelScrollAreaCorner:
        return;
    case PE_PanelButtonCommand: {
        const bool down = option->state & (State_Sunken | State_On);
        const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
        Variant variant = variantOf(widget);
        if (variant == Variant::Plain && button && (button->features & QStyleOptionButton::DefaultButton))
            variant = Variant::Primary;
        if (variant == Variant::Primary || variant == Variant::Danger) {
            QColor fill =
                palette.color(variant == Variant::Primary ? QPalette::Highlight : QPalette::BrightText);
            if (!enabled)
                fill = blend(fill, palette.color(QPalette::Window), 0.55);
            else if (down)
                fill = blend(fill, Qt::black, 0.16);
            else if (hovered)
                fill = blend(fill, Qt::black, 0.08);
            roundRect(painter, rect, kRadius, fill, Qt::transparent);
        } else {
            const QColor fill = down                        ? palette.color(QPalette::Midlight)
                                : hovered                   ? palette.color(QPalette::Light)
                                : variant == Variant::Quiet ? QColor(Qt::transparent)
                                                            : palette.color(QPalette::Base);
            roundRect(painter, rect, kRadius, fill,
                      variant == Variant::Quiet ? QColor(Qt::transparent) : palette.color(QPalette::Dark));
        }
        return;
    }
    case PE_PanelButtonTool: {
        QColor fill(Qt::transparent);
        if (option->state & State_On && variantOf(widget) != Variant::Quiet)
            fill = blend(palette.color(QPalette::Window), palette.color(QPalette::Highlight), 0.16);
        else if (enabled && (option->state & State_Sunken))
            fill = palette.color(QPalette::Midlight);
        else if (hovered)
            fill = palette.color(QPalette::Light);
        roundRect(painter, rect, 7, fill, Qt::transparent);
        return;
    }
    case PE_FrameFocusRect: {
        const bool solid = variantOf(widget) == Variant::Primary || variantOf(widget) == Variant::Danger;
        roundRect(painter, solid ? rect.adjusted(2, 2, -2, -2) : rect, solid ? kRadius - 2 : kRadius - 1,
                  Qt::transparent, palette.color(solid ? QPalette::HighlightedText : QPalette::Highlight),
                  1.5);
        return;
    }
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck: {
        const bool on = option->state & State_On;
        roundRect(painter, rect, 4, on ? palette.color(QPalette::Highlight) : palette.color(QPalette::Base),
                  on ? QColor(Qt::transparent)
                     : palette.color(hovered ? QPalette::Highlight : QPalette::PlaceholderText),
                  1.25);
        if (on)
            tick(painter, rect, palette.color(QPalette::HighlightedText));
        return;
    }
    case PE_IndicatorRadioButton: {
        const bool on = option->state & State_On;
        roundRect(painter, rect, rect.width() / 2, palette.color(QPalette::Base),
                  palette.color(on || hovered ? QPalette::Highlight : QPalette::PlaceholderText),
                  on ? 5 : 1.25);
        return;
    }
    case PE_IndicatorMenuCheckMark:
        tick(painter, rect, palette.color(QPalette::Highlight));
        return;
    case PE_PanelMenu:
        painter->fillRect(option->rect, palette.color(QPalette::Window));
        return;
    case PE_FrameMenu:
    case PE_PanelTipLabel:
        if (element == PE_PanelTipLabel)
            painter->fillRect(option->rect, palette.color(QPalette::ToolTipBase));
        painter->setPen(palette.color(QPalette::Dark));
        painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        return;
    case PE_Frame:
        if (const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
            frame && frame->lineWidth > 0) {
            const bool inside = focused || (widget && widget->hasFocus());
            const bool quiet = variantOf(widget) == Variant::Quiet;
            if (quiet && !inside && !hovered)
                return;
            const QColor fill = quiet ? palette.color(inside ? QPalette::Base : QPalette::Light)
                                      : palette.color(enabled ? QPalette::Base : QPalette::AlternateBase);
            const QColor line = inside  ? palette.color(QPalette::Highlight)
                                : quiet ? QColor(Qt::transparent)
                                        : palette.color(QPalette::Dark);
            roundRect(painter, rect, quiet ? 6 : kRadius, fill, line, inside ? 1.5 : 1);
        }
        return;
    case PE_PanelItemViewItem:
    case PE_PanelItemViewRow: {
        if (element == PE_PanelItemViewRow)
            return;
        const auto* item = qstyleoption_cast<const QStyleOptionViewItem*>(option);
        const bool selected = item && (item->state & State_Selected);
        if (selected || hovered)
            roundRect(painter, rect.adjusted(2, 0, -2, 0), 6,
                      selected
                          ? blend(palette.color(QPalette::Window), palette.color(QPalette::Highlight), 0.16)
                          : palette.color(QPalette::Light),
                      Qt::transparent);
        return;
    }
    case PE_IndicatorArrowDown:
        chevron(painter, rect.center() + QPointF(0, 0.5), palette.color(QPalette::PlaceholderText));
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void Style::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                        const QWidget* widget) const {
    switch (element) {
    case CE_PushButtonBevel: {
        proxy()->drawPrimitive(PE_PanelButtonCommand, option, painter, widget);
        return;
    }
    case CE_PushButtonLabel: {
        const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
        if (!button)
            break;
        const Variant variant = variantOf(widget);
        const bool solid =
            variant == Variant::Primary || variant == Variant::Danger ||
            (variant == Variant::Plain && (button->features & QStyleOptionButton::DefaultButton));
        QStyleOptionButton label = *button;
        label.features &= ~QStyleOptionButton::HasMenu;
        if (solid)
            label.palette.setColor(QPalette::All, QPalette::ButtonText,
                                   option->palette.color(QPalette::HighlightedText));
        if (button->features & QStyleOptionButton::HasMenu) {
            label.rect.adjust(0, 0, -14, 0);
            chevron(painter, QPointF(option->rect.right() - 14, option->rect.center().y() + 1),
                    label.palette.color(solid ? QPalette::ButtonText : QPalette::PlaceholderText), 3);
        }
        QProxyStyle::drawControl(element, &label, painter, widget);
        return;
    }
    case CE_ItemViewItem:
        if (const auto* item = qstyleoption_cast<const QStyleOptionViewItem*>(option)) {
            QStyleOptionViewItem plain = *item;
            plain.palette.setColor(QPalette::All, QPalette::HighlightedText,
                                   item->palette.color(QPalette::Text));
            plain.state &= ~State_HasFocus;
            QProxyStyle::drawControl(element, &plain, painter, widget);
            return;
        }
        break;
    case CE_MenuItem: {
        const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option);
        if (!item)
            break;
        if (item->menuItemType == QStyleOptionMenuItem::Separator) {
            painter->fillRect(
                QRect(option->rect.left() + 10, option->rect.center().y(), option->rect.width() - 20, 1),
                option->palette.color(QPalette::Mid));
            return;
        }
        const bool enabled = item->state & State_Enabled;
        const bool selected = enabled && (item->state & State_Selected);
        if (selected)
            roundRect(painter, QRectF(option->rect).adjusted(4, 0, -4, 0), 6,
                      option->palette.color(QPalette::Light), Qt::transparent);
        const QRect area = option->rect.adjusted(12, 0, -12, 0);
        const QRect mark(area.left(), area.center().y() - 7, 16, 16);
        if (item->checkType != QStyleOptionMenuItem::NotCheckable && item->checked)
            tick(painter, mark, option->palette.color(QPalette::Highlight));
        else if (!item->icon.isNull())
            item->icon.paint(painter, mark, Qt::AlignCenter, enabled ? QIcon::Normal : QIcon::Disabled);
        const qsizetype tab = item->text.indexOf(u'\t');
        const QString text = tab < 0 ? item->text : item->text.left(tab);
        painter->setFont(item->font);
        const QPalette::ColorGroup group = enabled ? QPalette::Active : QPalette::Disabled;
        painter->setPen(option->palette.color(group, QPalette::Text));
        painter->drawText(area.adjusted(26, 0, 0, 0),
                          Qt::AlignVCenter | Qt::TextShowMnemonic | Qt::TextSingleLine, text);
        if (tab >= 0) {
            painter->setPen(
                option->palette.color(group, enabled ? QPalette::PlaceholderText : QPalette::Text));
            painter->drawText(area.adjusted(0, 0, -8, 0),
                              Qt::AlignVCenter | Qt::AlignRight | Qt::TextSingleLine,
                              item->text.mid(tab + 1));
        }
        if (item->menuItemType == QStyleOptionMenuItem::SubMenu) {
            painter->save();
            painter->translate(area.right() - 2, area.center().y() + 1);
            painter->rotate(-90);
            chevron(painter, {0, 0}, option->palette.color(QPalette::PlaceholderText), 3);
            painter->restore();
        }
        return;
    }
    case CE_ShapedFrame:
        if (const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
            frame && frame->frameShape == QFrame::Box) { // of lists that pop up
            painter->setPen(option->palette.color(QPalette::Dark));
            painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
            return;
        }
        break;
    case CE_MenuEmptyArea:
        return;
    case CE_Splitter:
        painter->fillRect(
            option->rect,
            option->palette.color(option->state & State_MouseOver ? QPalette::Highlight : QPalette::Mid));
        return;
    case CE_ToolButtonLabel: {
        const auto* tool = qstyleoption_cast<const QStyleOptionToolButton*>(option);
        if (!tool)
            break;
        QStyleOptionToolButton plain = *tool;
        plain.features &= ~QStyleOptionToolButton::HasMenu;
        plain.state &= ~(State_Sunken | State_Raised); // Fusion would shift the label
        if (variantOf(widget) == Variant::Quiet)
            plain.state &= ~State_On;
        QProxyStyle::drawControl(element, &plain, painter, widget);
        return;
    }
    default:
        break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                               const QWidget* widget) const {
    const bool enabled = option->state & State_Enabled;
    const bool hovered = enabled && (option->state & State_MouseOver);
    const QPalette& palette = option->palette;
    switch (control) {
    case CC_ToolButton:
        if (const auto* tool = qstyleoption_cast<const QStyleOptionToolButton*>(option)) {
            proxy()->drawPrimitive(PE_PanelButtonTool, tool, painter, widget);
            QStyleOptionToolButton label = *tool;
            proxy()->drawControl(CE_ToolButtonLabel, &label, painter, widget);
            if (option->state & State_KeyboardFocusChange && option->state & State_HasFocus)
                proxy()->drawPrimitive(PE_FrameFocusRect, option, painter, widget);
            return;
        }
        break;
    case CC_ComboBox:
        if (const auto* combo = qstyleoption_cast<const QStyleOptionComboBox*>(option)) {
            const bool focused =
                (option->state & State_HasFocus) ||
                (combo->editable && widget && widget->focusProxy() && widget->focusProxy()->hasFocus());
            if (variantOf(widget) == Variant::Quiet) {
                if (hovered || focused)
                    roundRect(painter, option->rect, 6,
                              hovered ? palette.color(QPalette::Light) : QColor(Qt::transparent),
                              focused ? palette.color(QPalette::Highlight) : QColor(Qt::transparent), 1.5);
            } else {
                const QColor line =
                    focused   ? palette.color(QPalette::Highlight)
                    : hovered ? blend(palette.color(QPalette::Dark), palette.color(QPalette::Text), 0.25)
                              : palette.color(QPalette::Dark);
                roundRect(painter, option->rect, kRadius,
                          palette.color(enabled ? QPalette::Base : QPalette::AlternateBase), line,
                          focused ? 1.5 : 1);
            }
            chevron(painter, QPointF(option->rect.right() - 12, option->rect.center().y() + 1),
                    palette.color(QPalette::PlaceholderText));
            return;
        }
        break;
    case CC_ScrollBar:
        if (const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option)) {
            if (bar->minimum == bar->maximum)
                return;
            const QRectF handle = proxy()->subControlRect(control, option, SC_ScrollBarSlider, widget);
            const bool active = hovered || (option->state & State_Sunken);
            const qreal inset = active ? 2 : 3;
            const QRectF shape = handle.adjusted(inset, inset, -inset, -inset);
            roundRect(painter, shape, std::min(shape.width(), shape.height()) / 2,
                      blend(palette.color(QPalette::Dark), palette.color(QPalette::PlaceholderText),
                            active ? 0.7 : 0.1),
                      Qt::transparent);
            return;
        }
        break;
    default:
        break;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl part,
                            const QWidget* widget) const {
    if (control == CC_ScrollBar) {
        if (part == SC_ScrollBarAddLine || part == SC_ScrollBarSubLine)
            return {};
        if (part == SC_ScrollBarGroove)
            return option->rect;
        const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option);
        if (!bar)
            return {};
        const bool flat = bar->orientation == Qt::Horizontal;
        const int length = flat ? bar->rect.width() : bar->rect.height();
        const int range = bar->maximum - bar->minimum;
        int handle = length;
        if (range > 0)
            handle = std::clamp(int(qint64(length) * bar->pageStep / (range + qint64(bar->pageStep))), 28,
                                std::max(28, length));
        const int at = sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition,
                                               length - handle, bar->upsideDown);
        const auto span = [&](int from, int to) {
            return flat ? QRect(bar->rect.x() + from, bar->rect.y(), to - from, bar->rect.height())
                        : QRect(bar->rect.x(), bar->rect.y() + from, bar->rect.width(), to - from);
        };
        if (part == SC_ScrollBarSlider)
            return span(at, at + handle);
        if (part == SC_ScrollBarSubPage)
            return span(0, at);
        if (part == SC_ScrollBarAddPage)
            return span(at + handle, length);
        return {};
    }
    if (control == CC_ComboBox) {
        const QRect rect = option->rect;
        if (part == SC_ComboBoxEditField)
            return rect.adjusted(9, 1, -24, -1);
        if (part == SC_ComboBoxArrow)
            return {rect.right() - 24, rect.top(), 25, rect.height()};
    }
    return QProxyStyle::subControlRect(control, option, part, widget);
}

QRect Style::subElementRect(SubElement element, const QStyleOption* option, const QWidget* widget) const {
    switch (element) {
    case SE_LineEditContents:
        if (const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
            frame && frame->lineWidth > 0)
            return option->rect.adjusted(7, 1, -7, -1);
        return option->rect;
    case SE_PushButtonFocusRect:
        return option->rect;
    default:
        return QProxyStyle::subElementRect(element, option, widget);
    }
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                              const QWidget* widget) const {
    switch (type) {
    case CT_LineEdit:
        if (const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
            frame && frame->lineWidth > 0)
            return {size.width() + 16, std::max(kFieldHeight, size.height() + 8)};
        return size;
    case CT_ComboBox:
        return {size.width() + 36,
                variantOf(widget) == Variant::Quiet ? 24 : std::max(kFieldHeight, size.height() + 8)};
    case CT_PushButton: {
        const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
        const int menu = button && (button->features & QStyleOptionButton::HasMenu) ? 14 : 0;
        return {std::max(size.width() + 28 + menu, button && button->text.isEmpty() ? 0 : 72),
                std::max(kFieldHeight, size.height() + 10)};
    }
    case CT_MenuItem: {
        const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option);
        if (!item)
            break;
        if (item->menuItemType == QStyleOptionMenuItem::Separator)
            return {10, 9};
        const QFontMetrics metrics(item->font);
        const qsizetype tab = item->text.indexOf(u'\t');
        const QString text = tab < 0 ? item->text : item->text.left(tab);
        int width = 12 + 26 + metrics.size(Qt::TextShowMnemonic, text).width() + 28;
        // Fusion's QMenu adds the widest shortcut column itself.
        if (item->menuItemType == QStyleOptionMenuItem::SubMenu)
            width += 12;
        return {std::max(width, 140), 28};
    }
    case CT_ItemViewItem: {
        const QSize base = QProxyStyle::sizeFromContents(type, option, size, widget);
        return {base.width(), std::max(base.height(), 26)};
    }
    default:
        break;
    }
    return QProxyStyle::sizeFromContents(type, option, size, widget);
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const {
    switch (metric) {
    case PM_ScrollBarExtent:
        return kScrollBar;
    case PM_ScrollView_ScrollBarSpacing:
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
    case PM_MenuHMargin:
    case PM_ComboBoxFrameWidth:
    case PM_ButtonDefaultIndicator:
    case PM_MenuButtonIndicator:
        return 0;
    case PM_MenuVMargin:
        return 5;
    case PM_MenuPanelWidth:
    case PM_SplitterWidth:
        return 1;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
        return 16;
    case PM_ToolTipLabelFrameWidth:
        return 6;
    case PM_CheckBoxLabelSpacing:
        return 8;
    case PM_LayoutLeftMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutBottomMargin:
        if (widget && widget->inherits("QDialog"))
            return kDialogMargin;
        return QProxyStyle::pixelMetric(metric, option, widget);
    case PM_MessageBoxIconSize:
        return 24;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

QIcon Style::standardIcon(StandardPixmap which, const QStyleOption* option, const QWidget* widget) const {
    if (which == SP_MessageBoxWarning || which == SP_MessageBoxCritical)
        return icon(QStringLiteral("warning"));
    if (which == SP_MessageBoxInformation || which == SP_MessageBoxQuestion)
        return icon(QStringLiteral("info"));
    return QProxyStyle::standardIcon(which, option, widget);
}

int Style::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                     QStyleHintReturn* data) const {
    switch (hint) {
    case SH_ComboBox_Popup:
    case SH_DialogButtonBox_ButtonsHaveIcons:
    case SH_EtchDisabledText:
    case SH_ScrollBar_Transient:
    case SH_ItemView_ShowDecorationSelected:
    case SH_Widget_Animation_Duration:
        return 0;
    case SH_ToolTip_WakeUpDelay:
        return 500;
    case SH_Menu_SubMenuPopupDelay:
        return 120;
    default:
        return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

} // namespace groundplan
