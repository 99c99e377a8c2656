#pragma once

#include "app/window/palette_entries.h"

#include <QPointer>
#include <QWidget>

#include <functional>

class QLabel;
class QLineEdit;
class QListView;

namespace groundplan {

class BoardPainter;
class Composing;
class PaletteModel;

/// The list of Ctrl+K over the window: what is typed is looked for among all actions, all that stands on the
/// board or hangs on it, and all kinds. Up and Down choose, Enter or a click takes, Esc and a click beside it
/// give the keyboard back to where it was. It belongs to its window and covers it while it is open.
class CommandPalette : public QWidget {
    Q_OBJECT
public:
    /// `painter`: of the tiles of the kinds, asked for when they are painted; nullptr while there is no
    /// board.
    CommandPalette(std::function<const BoardPainter*()> painter, QWidget* window);

    /// `asks`: what is to be chosen, in place of the usual words.
    void open(PaletteEntries entries, const QString& asks = {});
    /// Closes it and gives the keyboard back.
    void close();

    QLineEdit* field() const { return field_; }
    QListView* list() const { return list_; }
    QList<PaletteEntry> found() const;
    QLabel* nothing() const { return nothing_; } ///< says that nothing was found; hidden otherwise
    QLabel* hint() const { return hint_; }

Q_SIGNALS:
    void chosen(const groundplan::PaletteEntry& entry); ///< it has closed

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;

private:
    void refresh();
    void place();
    void take(int row);
    bool keyPressed(const QKeyEvent& key);

    QWidget* window_;
    QWidget* card_;
    QLineEdit* field_;
    Composing* composing_;
    QListView* list_;
    QLabel* nothing_; ///< in place of the list when nothing was found
    QLabel* hint_;
    PaletteModel* model_;
    PaletteEntries entries_;
    QPointer<QWidget> before_; ///< had the keyboard
    bool closing_ = false;
};

} // namespace groundplan
