#pragma once

#include "app/canvas/view_transform.h"
#include "model/design/design.h"

#include <QObject>
#include <QTimer>
#include <QVariantAnimation>

#include <optional>

class QMouseEvent;

namespace groundplan {

class BoardController;
class PresenterCaption;

/// Shows the board stop by stop (presentationOf(); all of it where there is none). Right, space and a click
/// go on, left goes back, Esc ends. It takes the keyboard and the mouse of the canvas, and changes nothing.
class Presenter : public QObject {
    Q_OBJECT
public:
    /// Both must outlive it.
    Presenter(BoardController& board, QWidget* captionParent);
    ~Presenter() override;

    void start();
    void stop();
    bool isOn() const { return on_; }
    int current() const { return current_; } ///< from 0
    qsizetype count() const { return std::max<qsizetype>(1, stops_.size()); }
    QString caption() const; ///< "3 / 7  Online path"
    /// Without motion the view is there at once; by default as the system asks.
    void setMotion(bool motion) { motion_ = motion; }

Q_SIGNALS:
    void changed(bool on);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void key(int key);
    void mouse(const QMouseEvent& event);
    void goTo(int number, bool glide = true);
    void look(bool glide);
    void light();

    BoardController& board_;
    PresenterCaption* caption_;
    QList<ElementId> stops_;
    int current_ = 0;
    bool on_ = false;
    bool motion_;
    std::optional<QPointF> pressed_; ///< where the button went down
    bool pointing_ = false;          ///< it has been dragged since
    ViewTransform before_;
    QSet<ElementId> selection_;
    QVariantAnimation glide_;
};

} // namespace groundplan
