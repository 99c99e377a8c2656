#include "app/window/done_typing.h"

#include <QApplication>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTextEdit>

namespace groundplan {
namespace {

template <class... Fields>
bool isOneOf(const QWidget* widget) {
    return (qobject_cast<const Fields*>(widget) || ...);
}

} // namespace

bool DoneTyping::isTyping(const QWidget& window) {
    // Also while another window is in front: the keys come back to it.
    const QWidget* focused = window.focusWidget();
    return focused && focused->isVisible() && isOneOf<QLineEdit, QTextEdit, QPlainTextEdit>(focused);
}

DoneTyping::DoneTyping(QWidget& window)
    : QObject(&window)
    , window_(window) {
    // Queued: on its way from one field to the next the focus may be nowhere.
    connect(qApp, &QApplication::focusChanged, this, &DoneTyping::look, Qt::QueuedConnection);
}

void DoneTyping::look() {
    if (isDone_ || isTyping(window_))
        return;
    isDone_ = true;
    Q_EMIT done();
}

} // namespace groundplan
