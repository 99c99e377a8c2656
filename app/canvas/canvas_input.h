#pragma once

#include "app/render/kind_mime.h"
#include "app/render/pointer.h"
#include "model/design/id.h"

#include <QPoint>
#include <QString>

namespace groundplan {

/// What a canvas tells whoever owns it: events as plain data, in board coordinates. Panning and zooming it
/// does itself.
class CanvasInput {
public:
    virtual void pointerPressed(const PointerEvent& event) = 0;
    virtual void pointerMoved(const PointerEvent& event) = 0; ///< with or without a button down
    virtual void pointerReleased(const PointerEvent& event) = 0;
    virtual void pointerDoubleClicked(const PointerEvent& event) = 0;
    virtual void pointerLeft() = 0;
    /// True when the key was used; arrows, page and zoom keys that are not move the view.
    virtual bool keyPressed(const KeyPress& key) = 0;
    /// Tab (or Shift+Tab, `back`) on the canvas; false: it moves the focus out of it.
    virtual bool tabPressed(bool back) = 0;
    virtual void keyReleased(const KeyPress& key) = 0;
    /// Keys no longer come here: whatever was held is over.
    virtual void focusLost() = 0;
    /// With the right button, or by key (no button): then it is about the selection.
    virtual void contextMenu(const PointerEvent& event, QPoint global) = 0;
    /// Whether the board should scroll while the pointer is held at the edge of the view.
    virtual bool scrollsAtEdge() const = 0;
    /// Whether a pen's own events, with its pressure, are wanted.
    virtual bool wantsPressure() const = 0;

    /// A block kind from the palette over the board, dropped on it, or gone again.
    virtual void kindDragged(const QString& kind, Point at) = 0;
    virtual void kindDropped(const QString& kind, Point at) = 0;
    virtual void kindDragLeft() = 0;

    /// The in-place editor: on each change, then once at its end.
    virtual void textEdited(ElementId id, const QString& text) = 0;
    virtual void textCommitted(ElementId id, const QString& text) = 0;
    virtual void textAbandoned(ElementId id) = 0;

    /// Another part of the board is seen, or at another scale.
    virtual void viewChanged() = 0;

protected:
    ~CanvasInput() = default;
};

} // namespace groundplan
