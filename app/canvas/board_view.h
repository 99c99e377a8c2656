#pragma once

#include "app/canvas/canvas_input.h"
#include "app/canvas/in_place_editor.h"
#include "app/canvas/laser_trail.h"
#include "app/canvas/preview_layer.h"
#include "app/canvas/view_transform.h"
#include "app/render/board_index.h"
#include "app/render/board_painter.h"
#include "model/document/document.h"

#include <QAbstractScrollArea>
#include <QTimer>

#include <functional>
#include <optional>

class QGestureEvent;
class QNativeGestureEvent;
class QSinglePointEvent;
class QTabletEvent;

namespace groundplan {

struct Overlay;

/// The canvas: paints the design that it is given straight through the board painter, one way at every scale,
/// with what a gesture previews over it, and pans and zooms. It owns no state of the design or of gestures:
/// events go to its CanvasInput as plain data, and what to show comes back through the setters.
class BoardView : public QAbstractScrollArea {
    Q_OBJECT
public:
    BoardView(const Catalogue& catalogue, const Theme& theme, CanvasInput& input, QWidget* parent = nullptr);
    ~BoardView() override;

    /// Not owned; must stay where it is until the next call. nullptr: an empty, disabled board.
    void setDesign(const Design* design);
    /// The design has become another one; to be called before anything else reads index().
    void takeChanges(const ChangeSet& changes);
    const BoardIndex& index() const { return index_; }
    const BoardPainter& painter() const { return painter_; }
    void setTheme(const Theme& theme);
    void setGridShown(bool shown);
    void setEditable(bool editable); ///< without: no handles

    void setSelection(const QSet<ElementId>& ids);
    void setPreview(const Preview& preview);
    const Preview& preview() const { return preview_; }
    void setHits(const QSet<ElementId>& ids);        ///< outlined: what a search has found
    void setLit(std::optional<QSet<ElementId>> ids); ///< all else is dimmed; nothing: no lens
    bool isDimmed() const { return lit_.has_value(); }
    /// A part of the viewport (pixels, at its lower right) over which something else lies: what is fitted or
    /// brought into view keeps out of it where there is room beside it.
    void setCovered(const QRect& part) { covered_ = part; }
    void setFitMargin(int pixels) { fitMargin_ = pixels; } ///< around all, when that is fitted
    /// Painted over the design, in its coordinates (points); nothing: no more.
    using Over = std::function<void(QPainter&, const Theme&)>;
    void setOver(Over over);
    void setToolCursor(const QCursor& cursor);
    /// The laser pointer's light, see LaserTrail.
    void shine(Point at, bool begins) { laser_.shine(at, begins); }
    const LaserTrail& laser() const { return laser_; }

    const ViewTransform& transform() const { return view_; }
    double zoom() const { return view_.zoom(); }
    /// `fixed`: the viewport point whose board point stays; the middle by default.
    void zoomTo(double zoom, std::optional<QPointF> fixed = std::nullopt);
    void scrollBy(QPointF pixels); ///< the board moves by `pixels`
    /// Until the view has been painted for the first time, these are carried out again when its size
    /// changes.
    void lookAt(QPointF centre, double zoom);
    /// As lookAt(); but fits all when nothing of the design would be seen, or when `whole` is asked for and
    /// some of it would not.
    void lookAgain(QPointF centre, double zoom, bool whole);
    /// Exactly what another view of the same size shows.
    void lookAs(const ViewTransform& other);
    void fit(const Rect& area, double most);
    void fitAll();
    /// Scrolls as little as needed, and zooms out only if it would not fit.
    void bringIntoView(const Rect& area);
    /// Likewise, and from a scale below `least` comes as near as it fits, at most to 100 %.
    void comeNear(const Rect& area, double least);
    /// Goes from there to where these are seen, see ViewTransform::reveal(); from where they would be specks
    /// it comes near.
    void reveal(const ViewTransform& from, const QList<Rect>& wanted);
    QPointF centre() const;     ///< points
    QRectF visibleArea() const; ///< points
    bool isAllVisible() const;  ///< not of an empty design
    /// Where a pointer there would be, as tools see it.
    PointerEvent pointerAt(QPointF viewAt) const;

    void editText(ElementId id, const QString& text, const TextPlace& place);
    const InPlaceEditor& editor() const { return editor_; }
    void endEditing(); ///< commits

Q_SIGNALS:
    void zoomChanged();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    bool viewportEvent(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void keyReleaseEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragMoveEvent(QDragMoveEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void paintPart(QPainter& painter, const QRect& part) const;
    void moveTo(const ViewTransform& view);
    ViewTransform fittingAll() const;
    ViewTransform fitting(const QRectF& board, double most) const;
    void updateScrollBars();
    void frame(std::function<void()> how);
    void updateAround(const QRectF& area, double more = 0);
    void updateElement(ElementId id);
    void placeEditor();
    void updatePreview(const Preview& preview, const Preview& other);
    void findGroups();
    void updateGroups();
    Overlay overlay() const;
    PointerEvent pointerFrom(const QSinglePointEvent& event) const;
    void press(const PointerEvent& event);
    void move(const PointerEvent& event);
    void release(const PointerEvent& event);
    bool tablet(const QTabletEvent& event);
    void startPan(QPointF at);
    void endPan();
    void showCursor();
    void scrollAtEdge();
    bool nativeGesture(const QNativeGestureEvent& event);
    bool pinch(const QGestureEvent& event);
    bool viewKey(const QKeyEvent& event);

    CanvasInput& input_;
    const Design* design_ = nullptr;
    BoardIndex index_;
    BoardPainter painter_;
    ViewTransform view_;
    QSet<ElementId> selection_;
    QList<QList<ElementId>> groups_; ///< members of those of which one is selected
    QList<ElementId> stops_;         ///< of the presentation, while one of them is selected
    QSet<ElementId> hits_;
    std::optional<QSet<ElementId>> lit_;
    QRect covered_;
    int fitMargin_ = kFitMargin;
    Over over_;
    Preview preview_;
    PreviewLayer previewLayer_;
    LaserTrail laser_;
    InPlaceEditor editor_;
    ElementId edited_;
    QCursor toolCursor_;
    bool pen_ = false;                  ///< a tablet's pen is down, and its events come here
    std::optional<QPointF> pannedFrom_; ///< last pointer position while the board is being dragged
    std::optional<PointerEvent> held_;  ///< last pointer event while the left button is down
    QTimer edgeTimer_;
    std::function<void()> framing_; ///< until the first paint
    bool painted_ = false;
    bool space_ = false;
    bool settingBars_ = false;
    bool gridShown_ = true;
    bool editable_ = true;
    bool focusRing_ = false;
};

} // namespace groundplan
