#pragma once

#include "app/render/board_index.h"
#include "app/render/drawing_style.h"
#include "app/render/pointer.h"
#include "app/render/preview.h"
#include "model/design/catalogue.h"
#include "model/document/document.h"
#include "model/routing/routing_index.h"

#include <QCursor>
#include <QSet>

#include <functional>

namespace groundplan {

/// A block that is to be added.
struct BlockChoice {
    QString kind;       ///< empty: nothing was chosen
    QString technology; ///< empty: none
    QString title;      ///< empty: the kind's
};

/// Where something new comes: at the end of a connection from what is there, or at the beginning of one to
/// it.
enum class Beside { Behind, Before };

/// The token of edits by typing in place, see Document::editContinued().
inline constexpr auto kTypingToken = "in-place";

/// An edit after which many connections may want another way.
struct RoutingEdit {
    EditName name;
    EditFunction function;                 ///< may run on another thread: it holds what it needs by value
    qsizetype routed = 0;                  ///< how many connections; an estimate
    QByteArray token = {};                 ///< as with editContinued(); empty: an edit of its own
    std::function<Preview()> preview = {}; ///< shows it meanwhile, where the preview does not yet
    std::function<void()> then = {};       ///< called when it has been made, not when it was refused
};

/// All that a tool may want from the window: narrow, so that tests can play it.
class ToolHost {
public:
    virtual ~ToolHost() = default;

    virtual const Design& design() const = 0;
    virtual const BoardIndex& index() const = 0;
    virtual const RoutingIndex& routing() const = 0; ///< of design(): for routes while something is dragged
    virtual const Catalogue& catalogue() const = 0;
    virtual QString language() const = 0; ///< of the titles of new blocks
    virtual bool isReadOnly() const = 0;

    virtual QSet<ElementId> selection() const = 0;
    virtual void setSelection(const QSet<ElementId>& ids) = 0;

    /// Document::edit(); a failure is shown to the user by the host and returned.
    virtual Result<void> edit(const EditName& name, const EditFunction& function) = 0;
    /// Document::editContinued(), for held keys; ends with endContinued() or with any other edit.
    virtual Result<void> editContinued(const EditName& name, const QByteArray& token,
                                       const EditFunction& function) = 0;
    virtual void endContinued(const QByteArray& token) = 0;

    /// As edit(), or editContinued(). With many connections the ways are found beside the window: what the
    /// preview shows stays until the edit is made, and what the user does meanwhile waits and then follows.
    virtual void editRouting(const RoutingEdit& edit) = 0;

    virtual void setPreview(const Preview& preview) = 0;
    virtual void setCursor(const QCursor& cursor) = 0;
    virtual void scrollView(QPointF pixels) = 0; ///< what lies on the board moves by `pixels`
    virtual void bringIntoView(const QSet<ElementId>& ids) = 0;
    /// Opens the in-place editor for an element's title, label or text. What is typed continues an edit of
    /// kTypingToken that came before: both are one undo step.
    virtual void startRename(ElementId id) = 0;
    /// Offers a list of kinds and their products at a point, first what usually comes behind (or before)
    /// `neighbour` (none: nothing leads there). `done` is called once, when the list has closed, with what
    /// was chosen. What the preview showed at the time of the call stays visible until then.
    virtual void offerKinds(Point at, ElementId neighbour, Beside side,
                            std::function<void(const BlockChoice& choice)> done) = 0;
    /// A mark was clicked: show what hangs there.
    virtual void openMark(ElementId id, Hit::Part part) = 0;
    /// Back to the select tool (after a one-shot tool has done its work), unless the user has locked the
    /// tool.
    virtual void finishTool() = 0;
    virtual DrawingStyle drawingStyle() const = 0;
    /// Light of the laser pointer there; it fades by itself. `begins`: no trail leads to it from the last
    /// one.
    virtual void shine(Point at, bool begins) = 0;
    virtual void showMessage(const QString& sentence) = 0;
};

/// A tool owns the gestures of one mode of the pointer. Events come as plain data; all effects go through the
/// host.
class Tool {
public:
    virtual ~Tool() = default;
    virtual void activate(ToolHost& host) = 0; ///< sets its cursor
    virtual void deactivate(ToolHost& host) { cancel(host); }
    virtual void pressed(ToolHost& host, const PointerEvent& event) = 0;
    virtual void moved(ToolHost& host, const PointerEvent& event) = 0; ///< with or without a button down
    virtual void released(ToolHost& host, const PointerEvent& event) = 0;
    virtual void doubleClicked(ToolHost& host, const PointerEvent& event) {
        Q_UNUSED(host)
        Q_UNUSED(event)
    }
    virtual void left(ToolHost& host) { Q_UNUSED(host) } ///< the pointer has left the canvas
    /// True when the key was used.
    virtual bool keyPressed(ToolHost& host, const KeyPress& key) {
        Q_UNUSED(host)
        Q_UNUSED(key)
        return false;
    }
    virtual void keyReleased(ToolHost& host, const KeyPress& key) {
        Q_UNUSED(host)
        Q_UNUSED(key)
    }
    /// The keyboard has gone elsewhere: no release will come of what is held.
    virtual void keysLost(ToolHost& host) { Q_UNUSED(host) }
    /// Abandons the gesture in progress without a trace.
    virtual void cancel(ToolHost& host) = 0;
    /// Whether a gesture is in progress.
    virtual bool isBusy() const = 0;
    /// Whether the board should scroll by itself while the pointer is held at the edge of the view.
    virtual bool scrollsAtEdge() const { return isBusy(); }
    /// Whether it wants to know how hard a pen presses.
    virtual bool wantsPressure() const { return false; }
};

} // namespace groundplan
