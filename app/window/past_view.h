#pragma once

#include "app/canvas/board_view.h"

#include <QSet>

#include <optional>

namespace groundplan {

/// A canvas on a design that is only looked at: it is panned and zoomed, a click selects, and nothing can be
/// changed.
class PastView : public QObject, private CanvasInput {
    Q_OBJECT
public:
    PastView(const Catalogue& catalogue, const Theme& theme, QObject* parent = nullptr);
    ~PastView() override;

    BoardView* view() { return &view_; }
    const Design& design() const { return design_; }
    /// In place of the one before: what is selected stays so where it is still there, and the view stays
    /// where it is.
    void show(const Design& design, BoardView::Over over = {});
    void setTheme(const Theme& theme) { view_.setTheme(theme); }

    QSet<ElementId> selection() const { return selection_; }
    void setSelection(const QSet<ElementId>& ids);
    void bringIntoView(const QSet<ElementId>& ids);
    /// Goes to where an element is, and comes near where its words and those of `also` are too small to be
    /// read. Of what is too large for that its head is shown, or else `also`. Never zooms out.
    void comeNear(ElementId id, const Rect& also = {});

Q_SIGNALS:
    void designChanged();
    void selectionChanged();
    void linkActivated(const QString& link);
    void leaveWanted(); ///< Esc

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void pointerPressed(const PointerEvent& event) override;
    void pointerMoved(const PointerEvent&) override {}
    void pointerReleased(const PointerEvent&) override {}
    void pointerDoubleClicked(const PointerEvent&) override {}
    void pointerLeft() override {}
    bool keyPressed(const KeyPress& key) override;
    bool tabPressed(bool) override { return false; }
    void keyReleased(const KeyPress&) override {}
    void focusLost() override {}
    void contextMenu(const PointerEvent&, QPoint) override {}
    bool scrollsAtEdge() const override { return false; }
    bool wantsPressure() const override { return false; }
    void kindDragged(const QString&, Point) override {}
    void kindDropped(const QString&, Point) override {}
    void kindDragLeft() override {}
    void textEdited(ElementId, const QString&) override {}
    void textCommitted(ElementId, const QString&) override {}
    void textAbandoned(ElementId) override {}
    void viewChanged() override {}

    Design design_;
    QSet<ElementId> selection_;
    BoardView view_;
    void fitAll();

    std::optional<ViewTransform> fitted_; ///< as all was seen last; nothing: no design was shown before
};

} // namespace groundplan
