#pragma once

#include "app/render/board_painter.h"

#include <QFrame>

#include <functional>

class QLineEdit;

namespace groundplan {

class KindView;

/// The palette's list as a popup, made for the keyboard: typing narrows it, the arrow keys choose, Enter or a
/// click takes, Esc and a click elsewhere dismiss it. It deletes itself when it has closed.
class KindChooser : public QFrame {
    Q_OBJECT
public:
    KindChooser(const Catalogue& catalogue, const QString& language,
                std::function<const BoardPainter&()> painter, QWidget* parent);

    /// Shows it with its top left corner there (global pixels), within that screen; `current` (a kind's name)
    /// is marked, or the first kind.
    void openAt(const QPoint& global, const QString& current = {});
    KindView* view() const { return view_; }

Q_SIGNALS:
    /// Once, when it has closed: the chosen kind's name, or an empty one.
    void finished(const QString& kind);

protected:
    void hideEvent(QHideEvent* event) override;

private:
    void finish(const QString& kind);

    QLineEdit* search_;
    KindView* view_;
    bool finished_ = false;
};

} // namespace groundplan
