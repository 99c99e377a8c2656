#pragma once

#include "model/design/catalogue.h"
#include "model/sketch/word_matching.h"

#include <QFrame>

class QLineEdit;
class QListView;

namespace groundplan {

class BoardPainter;
class Composing;
class MeaningModel;

/// A popup that asks for the next block: what usually comes there, likeliest first, then every other kind by
/// group, each with its usual products as chips; typing narrows it to what the words may stand for. A click
/// on a row takes the kind, one on a chip the product too; arrow keys (Right and Left: the chips), Enter and
/// Esc do the same. It deletes itself when it has closed.
class MeaningChooser : public QFrame {
    Q_OBJECT
public:
    /// What is asked for: a block anywhere, the one behind another, or the one before it.
    enum class Asks { Any, Next, Before };
    /// `first`: what usually comes there.
    MeaningChooser(const Catalogue& catalogue, const QString& language, const BoardPainter& painter,
                   Asks asks, const QList<const Kind*>& first, QWidget* parent);

    static constexpr int kWidth = 560; ///< pixels
    /// Shows it with its top left corner there (global pixels), within that screen.
    void openAt(const QPoint& global);
    QLineEdit* field() const { return field_; }
    QListView* list() const { return list_; }
    /// Where a kind's row, or the chip of one of its products, lies on the list's viewport; empty: it is not
    /// in sight.
    QRect placeOf(const QString& kind, const QString& technology = {}) const;

Q_SIGNALS:
    /// Once, when it has closed; `meaning` has no kind when nothing was chosen.
    void finished(const groundplan::Meaning& meaning);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void refresh();
    void fitHeight();
    bool keyPressed(const QKeyEvent& key);
    void pointAt(const QPoint& at);
    void choose(int row, int chip);
    void finish(const Meaning& meaning);

    const Catalogue& catalogue_;
    const QString language_;
    const Asks asks_;
    const QList<const Kind*> first_;
    const WordMatcher matcher_;
    QLineEdit* field_;
    Composing* composing_;
    QListView* list_;
    MeaningModel* model_;
    int most_ = 0; ///< height that there is room for; 0: not open yet
    bool finished_ = false;
};

} // namespace groundplan
