#pragma once

#include "app/render/board_painter.h"
#include "model/document/document.h"
#include "model/framework/evidence.h"
#include "model/framework/templates.h"

#include <QObject>
#include <QSet>

#include <functional>

namespace groundplan {

/// All that a panel may want of the window and its board: the window fills it from its BoardController, a
/// test from a bare document. Panels never keep rows: they read design() again whenever changed() comes.
class PanelHost : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    virtual const Design& design() const = 0; ///< an empty one while no document is open
    virtual const Catalogue& catalogue() const = 0;
    virtual const Templates& templates() const = 0;
    virtual const BoardPainter& painter() const = 0; ///< in the current theme: icons, samples of lines
    virtual QString language() const = 0;
    virtual QString documentTitle() const = 0; ///< of a design without a title of its own: its file's name
    virtual bool isReadOnly() const = 0;       ///< true while no document is open

    virtual QSet<ElementId> selection() const = 0;
    virtual void setSelection(const QSet<ElementId>& ids) = 0;

    /// Selects them and brings them into view; none: the design itself, with its page in the inspector.
    virtual void showOnBoard(const QSet<ElementId>& ids) = 0;
    /// Selects what it is about (the design itself for none) and brings its entry in the inspector into view.
    virtual void showEntry(const BoardRow& entry) = 0;

    /// As Document::edit() and so on; a failure is shown to the user and returned. In the same edit labels
    /// that it has changed are measured, and blocks that show more than before grow.
    virtual Result<void> edit(const EditName& name, const EditFunction& function) = 0;
    virtual Result<void> editContinued(const EditName& name, const QByteArray& token,
                                       const EditFunction& function) = 0;
    virtual void endContinued(const QByteArray& token) = 0;
    virtual void undo() = 0;
    virtual void redo() = 0;
    virtual bool canUndo() const = 0;
    virtual bool canRedo() const = 0;

    /// Adds a block of that kind near the middle of the view and opens its title for typing.
    virtual void addKind(const QString& kind) = 0;
    virtual void addCard(CardKind kind, DecisionId decision = {}) = 0;
    virtual void setLocked(bool locked) = 0; ///< of the selection
    virtual void openLink(const QString& link) = 0;
    /// Gives the keyboard back to the board.
    virtual void focusBoard() = 0;

    /// In a practice session: asks the interviewer about a topic, which fills in its requirement. The answer
    /// is false where the case leaves it open. Empty: there is nobody to ask.
    using Ask = std::function<bool(const QString& topic)>;
    const Ask& ask() const { return ask_; }
    void setAsk(Ask ask) { ask_ = std::move(ask); }
    /// There is somebody to ask, and no more than the figure that was given from the start is known.
    bool waitsForInterviewer(const QString& topic) const;

Q_SIGNALS:
    void changed(const groundplan::ChangeSet& changes);
    void selectionChanged();
    void documentReset(); ///< another document, or it became read-only
    /// Fields write what has been typed so far: something is about to read or undo the document.
    void commitRequested();
    void themeChanged();
    /// catalogue() and templates() have other entries; those of before must not be used any more.
    void kindsReplaced();

private:
    Ask ask_;
};

} // namespace groundplan
