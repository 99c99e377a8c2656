#pragma once

#include <QEvent>
#include <QInputMethodEvent>
#include <QObject>

namespace groundplan {

/// Knows whether an input method is in the middle of a word in a field: what is shown underlined is not in
/// the field's text yet, and Enter, Tab, Esc and the arrow keys are about that word, not about the field.
/// Belongs to the field.
class Composing : public QObject {
public:
    explicit Composing(QObject* field)
        : QObject(field) {
        field->installEventFilter(this);
    }
    explicit operator bool() const { return !preedit_.isEmpty(); }
    /// What is being composed; empty: nothing.
    QString preedit() const { return preedit_; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override {
        if (event->type() == QEvent::InputMethod)
            preedit_ = static_cast<QInputMethodEvent*>(event)->preeditString();
        else if (event->type() == QEvent::FocusOut)
            preedit_.clear(); // the focus takes it along
        return QObject::eventFilter(watched, event);
    }

private:
    QString preedit_;
};

} // namespace groundplan
