#pragma once

#include <QObject>

class QKeyEvent;
class QWidget;

namespace groundplan {

/// The key that stands on a Latin (US) keyboard where this one was pressed, as Qt names it without Shift
/// (Qt::Key_N, Qt::Key_Slash), when the layout in use writes something else there that is not Latin:
/// Cyrillic, Greek, Hebrew, Arabic, kana, Chinese signs. 0: the key is Latin already, or its place is not
/// known.
int latinKeyOf(const QKeyEvent& event);

/// Shortcuts by the place of their key for those who write in other letters: a Russian keyboard's "т" is N on
/// the board, and Ctrl+"л" is Ctrl+K everywhere. Letters that are typed into a field are never taken. Where
/// the window system finds a Latin layout beside the one in use, Qt has carried out the shortcut before this
/// is asked; this is for when there is none. It also leaves plain keys to an open menu, whose letters they
/// are.
class LayoutKeys : public QObject {
    Q_OBJECT
public:
    explicit LayoutKeys(QWidget* window);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    static void keepForPopup(QObject* watched, QEvent* event);
    bool trigger(QWidget* focused, int key, Qt::KeyboardModifiers modifiers, bool repeated) const;

    QWidget* window_;
    bool sending_ = false;
};

} // namespace groundplan
