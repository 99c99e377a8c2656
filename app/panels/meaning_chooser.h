#pragma once

#include "model/design/catalogue.h"
#include "model/sketch/word_matching.h"

#include <QFrame>

class QLineEdit;
class QListView;
class QStandardItemModel;

namespace groundplan {

class BoardPainter;

/// A popup that asks for the next block: what usually comes there, likeliest first, then every other kind; typing narrows it
/// to what the words may stand for, products included. Made for the keyboard (arrow keys, Enter, Esc), clicks do as well. It
/// deletes itself when it has closed.
class MeaningChooser : public QFrame {
    Q_OBJECT
public:
    MeaningChooser(const Catalogue& catalogue, const QString& language, const BoardPainter& painter,
                   const QList<const Kind*>& first, QWidget* parent);

    static constexpr int kWidth = 300; ///< pixels
    /// Shows it with its top left corner there (global pixels), within that screen.
    void openAt(const QPoint& global);
    QLineEdit* field() const { return field_; }
    QListView* list() const { return list_; }

Q_SIGNALS:
    /// Once, when it has closed; `meaning` has no kind when nothing was chosen.
    void finished(const groundplan::Meaning& meaning);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void refresh();
    void finish(const Meaning& meaning);
    void choose(int row);

    const Catalogue& catalogue_;
    const QString language_;
    const BoardPainter& painter_;
    const QList<const Kind*> first_;
    const WordMatcher matcher_;
    QLineEdit* field_;
    QListView* list_;
    QStandardItemModel* model_;
    QList<Meaning> meanings_; ///< by row
    bool finished_ = false;
};

} // namespace groundplan
