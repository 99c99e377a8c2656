#pragma once

#include "app/panels/kind_model.h"

#include <QStringList>
#include <QTreeView>

#include <functional>

class QLineEdit;

namespace groundplan {

class BoardPainter;

/// The list of kinds that the palette and the kind chooser share: group headings that fold, and rows with the
/// kind's tile.
class KindView : public QTreeView {
    Q_OBJECT
public:
    /// `painter` is asked whenever a row is painted, so that a change of theme shows at once.
    KindView(const Catalogue& catalogue, const QString& language,
             std::function<const BoardPainter&()> painter, QWidget* parent = nullptr);

    KindModel* kinds() const { return model_; }
    void setSearch(const QString& text);
    void reloadKinds(); ///< the catalogue has been filled anew
    /// Keys in `field` walk this list; letters typed into the list go to the field; Enter in the field
    /// activates the current row, or the first.
    void followSearch(QLineEdit* field);

    /// Whether the current row is marked while the keyboard is elsewhere and nothing is searched.
    void setMarksCurrent(bool marks) { marksCurrent_ = marks; }
    bool marksCurrent() const { return marksCurrent_; }
    QStringList foldedGroups() const { return folded_; } ///< names
    void setFoldedGroups(const QStringList& names);
    /// Selects a kind's row and scrolls to it.
    void showKind(const QString& name);

Q_SIGNALS:
    void kindActivated(const QString& kind); ///< double click or Enter
    void kindClicked(const QString& kind);
    void foldsChanged();
    void escaped(); ///< Esc with nothing to search any more

protected:
    bool event(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    bool viewportEvent(QEvent* event) override;
    void startDrag(Qt::DropActions actions) override;
    void drawBranches(QPainter* painter, const QRect& rect, const QModelIndex& index) const override;

private:
    void applyFolds();
    void setFolded(const QModelIndex& group, bool folded);
    void activateCurrent();
    QString kindAt(const QModelIndex& index) const;

    KindModel* model_;
    std::function<const BoardPainter&()> painter_;
    QLineEdit* search_ = nullptr;
    QStringList folded_;
    bool marksCurrent_ = false;
};

} // namespace groundplan
