#pragma once

#include "model/design/design.h"

#include <QFrame>

class QLabel;
class QLineEdit;
class QToolButton;

namespace groundplan {

class BoardController;

/// The slim bar of Ctrl+F over the canvas: what is typed is looked for in all that stands on the board or
/// hangs on it, all hits are outlined, the current one is selected and brought into view.
class FindBar : public QFrame {
    Q_OBJECT
public:
    /// `board` must outlive it.
    FindBar(BoardController& board, QWidget* parent);

    void open();  ///< shows it with the keyboard in its field
    void close(); ///< and gives the keyboard back to the board
    void next() { step(1); }
    void previous() { step(-1); }
    /// The design has become another one.
    void searchAgain();

    QLineEdit* field() const { return field_; }
    QString count() const;
    QList<ElementId> hits() const { return hits_; }

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void search();
    void step(int by);
    void showCurrent();
    void showCount();

    BoardController& board_;
    QLineEdit* field_;
    QLabel* count_;
    QToolButton* previous_;
    QToolButton* next_;
    QList<ElementId> hits_;
    qsizetype current_ = -1;
};

} // namespace groundplan
