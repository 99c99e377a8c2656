#pragma once

#include <QWidget>

namespace groundplan {

/// Six dots by which one of several boxes is dragged to another place among them; with the keyboard on it, up
/// and down move the box by one.
class MoveGrip : public QWidget {
    Q_OBJECT
public:
    explicit MoveGrip(QWidget* parent = nullptr);
    QSize sizeHint() const override { return {14, 24}; }

Q_SIGNALS:
    void moveRequested(int step); ///< -1: up, 1: down
    void dragged(int y);          ///< in global pixels, each time the mouse moves
    void dropped(int y);
    void cancelled(); ///< by Esc: it stays where it was

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    bool held_ = false;
    bool moved_ = false;
    int from_ = 0; ///< y where it was taken hold of
};

} // namespace groundplan
