#include "app/window/input_queue.h"

#include <QApplication>
#include <QMouseEvent>
#include <QWidget>
#include <QWindow>

namespace groundplan {

namespace {

/// What a user does. QEvent::ShortcutOverride only asks, before a key is handed on, who wants it.
bool isInput(QEvent::Type type) {
    switch (type) {
    case QEvent::MouseButtonPress:
    case QEvent::MouseButtonRelease:
    case QEvent::MouseButtonDblClick:
    case QEvent::MouseMove:
    case QEvent::Wheel:
    case QEvent::NativeGesture:
    case QEvent::TouchBegin:
    case QEvent::TouchUpdate:
    case QEvent::TouchEnd:
    case QEvent::TouchCancel:
    case QEvent::TabletPress:
    case QEvent::TabletMove:
    case QEvent::TabletRelease:
    case QEvent::KeyPress:
    case QEvent::KeyRelease:
    case QEvent::Shortcut:
    case QEvent::InputMethod:
    case QEvent::ContextMenu:
        return true;
    default:
        return false;
    }
}

bool isHover(const QEvent& event) {
    return event.type() == QEvent::MouseMove &&
           static_cast<const QMouseEvent&>(event).buttons() == Qt::NoButton;
}

} // namespace

InputQueue::InputQueue(QObject* parent)
    : QObject(parent) {}

InputQueue::~InputQueue() = default;

void InputQueue::hold(QWidget* window) {
    window_ = window;
    if (!holding_ && kept_.empty())
        QCoreApplication::instance()->installEventFilter(this);
    holding_ = true;
}

void InputQueue::release() {
    if (!holding_)
        return;
    holding_ = false;
    handOn();
}

void InputQueue::handOn() {
    if (holding_)
        return;
    if (kept_.empty()) {
        QCoreApplication::instance()->removeEventFilter(this);
        return;
    }
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (holding_ || kept_.empty())
                return;
            const Kept next = std::move(kept_.front());
            kept_.pop_front();
            handOn(); // before the event: it may open a dialog, and the next one may be meant for that
            const bool nested = std::exchange(handing_, true);
            if (next.receiver)
                QCoreApplication::sendEvent(next.receiver, next.event.get());
            handing_ = nested;
        },
        Qt::QueuedConnection);
}

bool InputQueue::isOurs(QObject* receiver) const {
    if (receiver->isWindowType())
        return window_ && receiver == window_->windowHandle();
    for (QObject* object = receiver; object; object = object->parent()) {
        if (object == window_)
            return true;
        if (object->isWidgetType() && static_cast<QWidget*>(object)->isWindow())
            return false; // a dialog or a menu of that window goes on
    }
    return false;
}

bool InputQueue::eventFilter(QObject* watched, QEvent* event) {
    if (handing_ || !isInput(event->type()))
        return false;
    // A shortcut goes to an action, which may belong to anybody.
    const bool ours = event->type() == QEvent::Shortcut ? window_ && QApplication::activeWindow() == window_
                                                        : isOurs(watched);
    if (!ours)
        return false;
    // Only the last of many places that the pointer passed.
    if (isHover(*event) && !kept_.empty() && isHover(*kept_.back().event) && kept_.back().receiver == watched)
        kept_.pop_back();
    kept_.push_back({watched, std::unique_ptr<QEvent>(event->clone())});
    return true;
}

} // namespace groundplan
