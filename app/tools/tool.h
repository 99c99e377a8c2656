#pragma once

#include "app/render/board_index.h"
#include "app/render/pointer.h"
#include "model/design/catalogue.h"
#include "model/document/document.h"

#include <QCursor>
#include <QSet>

#include <optional>

namespace groundplan {

/// What a tool shows while a gesture lasts and nothing has been committed yet. Esc leaves no trace of it.
struct Preview {
    QSet<ElementId> moved; ///< these (and what hangs on them) are drawn shifted by `movedBy`
    Point movedBy;
    QHash<ElementId, QList<Point>> routes; ///< connections drawn along these corners (board units) meanwhile
    std::optional<Rect> rubberBand;
    std::optional<Rect> ghost; ///< outline of a block, frame or card about to be made or resized
    QList<Point> connection;   ///< corners of a connection being drawn
    ElementId dropTarget;      ///< highlighted: a connection's or a move's destination
    bool isEmpty() const;
};

/// All that a tool may want from the window: narrow, so that tests can play it.
class ToolHost {
public:
    virtual ~ToolHost() = default;

    virtual const Design& design() const = 0;
    virtual const BoardIndex& index() const = 0;
    virtual const Catalogue& catalogue() const = 0;
    virtual bool isReadOnly() const = 0;

    virtual QSet<ElementId> selection() const = 0;
    virtual void setSelection(const QSet<ElementId>& ids) = 0;

    /// Document::edit(); a failure is shown to the user by the host and returned.
    virtual Result<void> edit(const EditName& name, const EditFunction& function) = 0;

    virtual void setPreview(const Preview& preview) = 0;
    virtual void setCursor(const QCursor& cursor) = 0;
    virtual void scrollView(QPointF pixels) = 0;
    /// Opens the in-place editor for an element's title or label.
    virtual void startRename(ElementId id) = 0;
    /// Offers a list of kinds at a point; `chosen` is called with a kind's name, or not at all.
    virtual void offerKinds(Point at, std::function<void(const QString& kind)> chosen) = 0;
    /// A mark was clicked: show what hangs there.
    virtual void openMark(ElementId id, Hit::Part part) = 0;
    /// Back to the select tool (after a one-shot tool has done its work).
    virtual void finishTool() = 0;
    virtual void showMessage(const QString& sentence) = 0;
};

/// A tool owns the gestures of one mode of the pointer. Events come as plain data; all effects go through the host.
class Tool {
public:
    virtual ~Tool() = default;
    virtual void activate(ToolHost& host) { Q_UNUSED(host) }
    virtual void deactivate(ToolHost& host) { cancel(host); }
    virtual void pressed(ToolHost& host, const PointerEvent& event) = 0;
    virtual void moved(ToolHost& host, const PointerEvent& event) = 0;
    virtual void released(ToolHost& host, const PointerEvent& event) = 0;
    virtual void doubleClicked(ToolHost& host, const PointerEvent& event) { Q_UNUSED(host) Q_UNUSED(event) }
    /// True when the key was used.
    virtual bool keyPressed(ToolHost& host, const KeyPress& key) {
        Q_UNUSED(host) Q_UNUSED(key)
        return false;
    }
    /// Abandons the gesture in progress without a trace.
    virtual void cancel(ToolHost& host) = 0;
    /// Whether a gesture is in progress.
    virtual bool isBusy() const = 0;
};

} // namespace groundplan
