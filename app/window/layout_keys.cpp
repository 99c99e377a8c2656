#include "app/window/layout_keys.h"

#include <QAction>
#include <QApplication>
#include <QKeyEvent>
#include <QScopedValueRollback>
#include <QWidget>

#include <array>

namespace groundplan {
namespace {

/// Of the native scan codes of X11 and Wayland, which are those of evdev plus 8: the rows of a US keyboard.
struct Row {
    quint32 first;
    const char* plain;
    const char* shifted;
};
constexpr std::array kRows{Row{10, "1234567890-=", "!@#$%^&*()_+"}, Row{24, "QWERTYUIOP[]", "QWERTYUIOP{}"},
                           Row{38, "ASDFGHJKL;'`", "ASDFGHJKL:\"~"}, Row{51, "\\ZXCVBNM,./", "|ZXCVBNM<>?"}};
constexpr quint32 kSlashPlace = 61;
constexpr char16_t kFullWidthFirst = 0xFF01; ///< "！"; the ASCII signs in their order
constexpr char16_t kFullWidthLast = 0xFF5E;

char16_t signAt(quint32 place, bool shifted) {
    for (const Row& row : kRows) {
        const char* signs = shifted ? row.shifted : row.plain;
        if (place >= row.first && place < row.first + qstrlen(signs))
            return char16_t(signs[place - row.first]);
    }
    return 0;
}

bool isOfAnotherScript(QChar letter) {
    if (letter.unicode() >= 0x3000 && letter.unicode() <= 0x303F)
        return true; // "、", "。", "【": signs of Chinese and Japanese
    if (!letter.isLetterOrNumber())
        return false;
    const QChar::Script script = letter.script();
    return script != QChar::Script_Latin && script != QChar::Script_Common &&
           script != QChar::Script_Inherited;
}

QChar writtenBy(const QKeyEvent& event) {
    const QString text = event.text();
    if (text.size() == 1 && text.front().isPrint())
        return text.front();
    // With Ctrl there is no text, or a control character.
    return event.key() > 0 && event.key() <= 0xFFFF ? QChar(char16_t(event.key())) : QChar();
}

} // namespace

int latinKeyOf(const QKeyEvent& event) {
    const QChar written = writtenBy(event);
    if (written.unicode() >= kFullWidthFirst && written.unicode() <= kFullWidthLast) {
        const QChar plain(char16_t(written.unicode() - kFullWidthFirst + u'!'));
        return plain.toUpper().unicode();
    }
    const quint32 place = event.nativeScanCode();
    // The only sign that shortcuts need and Russian and Hebrew keyboards have elsewhere: full stop and comma
    // stand there.
    const bool slash = place == kSlashPlace && (written == u'.' || written == u',');
    return slash || isOfAnotherScript(written) ? int(signAt(place, false)) : 0;
}

LayoutKeys::LayoutKeys(QWidget* window)
    : QObject(window)
    , window_(window) {
    qApp->installEventFilter(this);
}

/// Qt asks the shortcuts of the window below before a menu gets a letter, which may be a tool's, or Delete.
/// The event goes on to the popup: the list of a choice takes Return from it.
void LayoutKeys::keepForPopup(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::ShortcutOverride || !watched->isWidgetType() ||
        !QApplication::activePopupWidget())
        return;
    const auto& key = static_cast<const QKeyEvent&>(*event);
    if (!(key.modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier)))
        event->accept();
}

bool LayoutKeys::eventFilter(QObject* watched, QEvent* event) {
    keepForPopup(watched, event);
    if (event->type() != QEvent::KeyPress || sending_)
        return false;
    auto* focused = qobject_cast<QWidget*>(watched);
    if (!focused || focused->window() != window_ || focused != QApplication::focusWidget())
        return false;
    const auto& key = static_cast<const QKeyEvent&>(*event);
    const int latin = latinKeyOf(key);
    if (latin == 0)
        return false;
    const Qt::KeyboardModifiers modifiers = key.modifiers() & ~Qt::KeypadModifier;
    const bool types = focused->testAttribute(Qt::WA_InputMethodEnabled);
    if (types && !(modifiers & (Qt::ControlModifier | Qt::MetaModifier)))
        return false; // a letter of a text
    const QScopedValueRollback<bool> sending(sending_, true);
    const auto send = [&](QEvent::Type type) {
        QKeyEvent instead(type, latin, modifiers, key.nativeScanCode(), key.nativeVirtualKey(),
                          key.nativeModifiers(), QString(), key.isAutoRepeat());
        instead.ignore();
        QCoreApplication::sendEvent(focused, &instead);
        return instead.isAccepted();
    };
    // As Qt does it: a field may want the key for itself (Ctrl+Z in a text), else a shortcut has it, else the
    // widget.
    if (send(QEvent::ShortcutOverride) || !trigger(focused, latin, modifiers, key.isAutoRepeat()))
        send(QEvent::KeyPress);
    return true;
}

bool LayoutKeys::trigger(QWidget* focused, int key, Qt::KeyboardModifiers modifiers, bool repeated) const {
    QList<QKeySequence> wanted{QKeySequence(QKeyCombination(modifiers, Qt::Key(key)))};
    if (modifiers.testFlag(Qt::ShiftModifier)) {
        // A sign that is written with Shift is named without it: "?", "Ctrl+}".
        for (const Row& row : kRows) {
            for (std::size_t i = 0; i < qstrlen(row.plain); ++i) {
                if (row.plain[i] == key && row.shifted[i] != key)
                    wanted.append(QKeySequence(
                        QKeyCombination(modifiers & ~Qt::ShiftModifier, Qt::Key(row.shifted[i]))));
            }
        }
    }
    for (QWidget* widget = focused; widget; widget = widget->parentWidget()) {
        const QList<QAction*> actions = widget->actions();
        for (QAction* action : actions) {
            if (!action->isEnabled() || (repeated && !action->autoRepeat()))
                continue;
            const QList<QKeySequence> keys = action->shortcuts();
            const bool fits = std::any_of(wanted.begin(), wanted.end(),
                                          [&keys](const QKeySequence& one) { return keys.contains(one); });
            if (!fits)
                continue;
            action->trigger();
            return true;
        }
        if (widget->isWindow())
            break;
    }
    return false;
}

} // namespace groundplan
