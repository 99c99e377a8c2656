#pragma once

#include <QPixmap>
#include <QTimer>
#include <QWidget>

namespace groundplan {

class BoardController;

/// The whole board in small, with the part that is seen: a click or drag moves the view there. Its picture is
/// made when nobody has touched the board for a moment and kept until the design or the theme changes. Hidden
/// while (nearly) everything is in sight.
class Minimap : public QWidget {
    Q_OBJECT
public:
    /// `board` must outlive it.
    Minimap(BoardController& board, QWidget* parent);

    void setWanted(bool wanted); ///< by the user
    void designChanged();        ///< or the theme
    void viewChanged();
    /// The part of the board that is seen, in this widget.
    QRectF seen() const;
    bool isPictureFresh() const { return !stale_; }
    /// Whether it lets what lies below it be seen: something is being dragged there.
    bool isFaded() const { return faded_; }

    QSize sizeHint() const override { return {188, 128}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void moveEvent(QMoveEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    bool isNearlyAllSeen() const;
    QRectF boardArea() const; ///< points
    double scale() const;     ///< pixels a point
    QPointF placeOf(QPointF points) const;
    void lookAt(QPointF here);
    void keepFree();
    void fade(bool faded);
    void makePicture();

    BoardController& board_;
    QPixmap picture_;
    QRectF pictured_; ///< the part of the board in the picture, points
    QTimer idle_;
    bool wanted_ = true;
    bool stale_ = true;
    bool dragging_ = false;
    bool faded_ = false;
};

} // namespace groundplan
