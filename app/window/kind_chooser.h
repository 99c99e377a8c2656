#pragma once

#include "app/render/board_painter.h"
#include "model/design/catalogue.h"

#include <QFrame>

class QLineEdit;
class QListWidget;

namespace groundplan {

/// A small list of the catalogue's kinds over the board, made for the keyboard: typing narrows it, the arrow
/// keys choose, Enter takes, Esc and a click elsewhere dismiss it.
class KindChooser : public QFrame {
    Q_OBJECT
public:
    KindChooser(const Catalogue& catalogue, const BoardPainter& painter, const QString& language,
                QWidget* parent);

    /// Shows it beside a point of the screen, within that screen.
    void openAt(QPoint global);

Q_SIGNALS:
    /// Once, when it has closed: the chosen kind's name, or an empty one.
    void finished(const QString& kind);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void narrow(const QString& text);
    void finish(const QString& kind);
    void take();

    const Catalogue& catalogue_;
    const BoardPainter& painter_;
    QString language_;
    QLineEdit* search_;
    QListWidget* list_;
    bool finished_ = false;
};

} // namespace groundplan
