#include "app/window/floating.h"

#include <QEvent>
#include <QStyle>

namespace groundplan {

Floating::Floating(QWidget* widget, QWidget* over, Qt::Alignment where, int margin)
    : QObject(widget)
    , widget_(widget)
    , over_(over)
    , where_(where)
    , margin_(margin) {
    over->installEventFilter(this);
    widget->installEventFilter(this);
    place();
}

void Floating::place() {
    if (!over_)
        return;
    const QRect room = over_->geometry().adjusted(margin_, margin_, -margin_, -margin_);
    const QSize size = widget_->sizeHint().expandedTo(widget_->minimumSize()).boundedTo(room.size());
    widget_->setGeometry(QStyle::alignedRect(Qt::LeftToRight, where_, size, room));
    widget_->raise();
}

bool Floating::eventFilter(QObject* watched, QEvent* event) {
    const auto type = event->type();
    if (watched == over_ ? type == QEvent::Resize || type == QEvent::Move
                         : type == QEvent::Resize || type == QEvent::Show)
        place();
    return QObject::eventFilter(watched, event);
}

} // namespace groundplan
