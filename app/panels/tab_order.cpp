#include "app/panels/tab_order.h"

#include <QList>
#include <QWidget>

#include <algorithm>
#include <utility>

namespace groundplan {

void orderTabsByPlace(QWidget& panel, QWidget& content) {
    QList<std::pair<QPoint, QWidget*>> fields; // by their middles
    for (QWidget* widget : content.findChildren<QWidget*>()) {
        if ((widget->focusPolicy() & Qt::TabFocus) && widget->isVisible() && !widget->focusProxy())
            fields.append({widget->mapTo(&content, widget->rect().center()), widget});
    }
    const auto lineOf = [](QPoint middle) {
        constexpr int kSameLine = 12;
        return middle.y() / kSameLine;
    };
    std::sort(fields.begin(), fields.end(), [lineOf](const auto& a, const auto& b) {
        return lineOf(a.first) != lineOf(b.first) ? lineOf(a.first) < lineOf(b.first)
                                                  : a.first.x() < b.first.x();
    });
    QWidget* last = &panel;
    for (const auto& [place, field] : std::as_const(fields)) {
        QWidget::setTabOrder(last, field);
        last = field;
    }
}

} // namespace groundplan
