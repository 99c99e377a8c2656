#pragma once

#include "app/window/board_controller.h"

#include <QList>
#include <QWidget>

class QAbstractButton;
class QBoxLayout;
class QButtonGroup;

namespace groundplan {

class Actions;

/// The tools that draw by hand, with inks and widths, over the upper edge of the canvas while one of them is
/// in use. In one row, or in two where the canvas is narrow.
class DrawingBar : public QWidget {
    Q_OBJECT
public:
    DrawingBar(BoardController& board, const Actions& actions, QWidget* parent);
    /// Another tool or lock: shows, hides, offers that tool's colours.
    void toolChanged();
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void styleChanged();
    void arrange();

    BoardController& board_;
    QWidget* canvas_; ///< the viewport that it floats over
    QBoxLayout* rows_;
    QWidget* tools_;
    QWidget* style_;
    QWidget* between_ = nullptr; ///< the line between both in one row
    QButtonGroup* inks_;
    QButtonGroup* widths_;
};

} // namespace groundplan
