#pragma once

#include <QWidget>

namespace groundplan {

/// A score from 1 to 5 as dots, or none. A click on a dot gives that score, on the last filled one takes it
/// back; so do the digits, Delete and 0; + and - change it; the arrow keys ask to go to a neighbour.
class ScoreCell : public QWidget {
    Q_OBJECT
public:
    explicit ScoreCell(QWidget* parent = nullptr);

    void setValue(int value); ///< 0: none; says nothing
    int value() const { return value_; }
    QRect dotRect(int score) const; ///< where a click gives that score
    QSize sizeHint() const override { return {108, 28}; }
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void chosen(int value); ///< by the user; 0: none
    void moveRequested(int columns, int rows);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    int scoreAt(const QPoint& at) const;
    void choose(int value);

    int value_ = 0;
    int hovered_ = 0;
};

} // namespace groundplan
