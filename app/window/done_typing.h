#pragma once

#include <QWidget>

namespace groundplan {

/// Tells when nobody types in a window any more: what comes late is not to take the keys from what is being
/// written, nor what is selected and seen.
class DoneTyping : public QObject {
    Q_OBJECT
public:
    /// Whether a field of the window has the keys.
    static bool isTyping(const QWidget& window);

    explicit DoneTyping(QWidget& window); ///< its child

Q_SIGNALS:
    void done(); ///< once

private:
    void look();
    QWidget& window_;
    bool isDone_ = false;
};

} // namespace groundplan
