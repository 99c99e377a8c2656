#pragma once

#include "model/sketch/completion.h"

#include <QLineEdit>

class QFrame;
class QLabel;
class QListView;
class QStandardItemModel;

namespace groundplan {

class BoardController;
class Composing;
class PanelHost;

/// The line in the top bar: blocks and connections, or facts about what is selected, in words (model/sketch).
/// While one types, the board shows a ghost of the result, and a list offers what the word at the cursor may
/// stand for: Tab takes the marked one, Up and Down choose another, Enter carries the line out. What cannot
/// be read is said with its column and stays.
class LineField : public QLineEdit {
    Q_OBJECT
public:
    explicit LineField(PanelHost& host, QWidget* parent = nullptr);
    /// Whose board the lines are about; nullptr: none.
    void setBoard(BoardController* board);

    static constexpr int kUsualWidth = 320; ///< pixels; it grows with its text where there is room
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {120, 30}; }
    /// What stands below the field: a summary of what Enter would do, or what is wrong.
    QString hint() const;

Q_SIGNALS:
    void finished(); ///< a line was carried out, or given up: back to the board

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void refresh();
    void showRows(const QString& words);
    void makePopup();
    void hidePopup();
    bool popupOpen() const;
    void place();
    void choose(int step);
    /// The ghost and the sentence: of the line as typed, or as Enter would write it once a row is chosen.
    void showResult();
    struct Completed {
        QString line;
        qsizetype end; ///< of what was written into it
    };
    Completed completed(int row) const;
    /// Puts the completion of a row in place of the words at the cursor; false when there is none.
    bool complete(int row);
    void carryOut();

    PanelHost& host_;
    BoardController* board_ = nullptr;
    Composing* composing_; ///< a word of an input method that is not in the text yet
    QFrame* popup_ = nullptr;
    QListView* list_ = nullptr;
    QLabel* hint_ = nullptr;
    QStandardItemModel* model_ = nullptr;
    QList<Meaning> meanings_; ///< what the rows of the list stand for
    TextSpan words_;          ///< what a completion replaces
    QString shownText_;       ///< that the list and the ghost are about
    int shownCursor_ = 0;
    bool chosen_ = false; ///< a row was chosen with the arrow keys
};

} // namespace groundplan
