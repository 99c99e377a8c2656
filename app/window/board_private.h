#pragma once

#include "app/canvas/board_view.h"
#include "app/render/picture.h"
#include "app/window/board_controller.h"
#include "app/window/clipboard_data.h"
#include "app/window/glide.h"
#include "app/window/in_place_typing.h"
#include "app/window/input_queue.h"
#include "app/window/motion.h"
#include "app/window/routing_run.h"
#include "app/window/tidy_run.h"

#include <QTimer>

#include <array>

namespace groundplan {

class MeaningChooser;

/// The inside of BoardController: the tools' host and the canvas' listener.
class BoardController::Private : public ToolHost, public CanvasInput {
public:
    Private(BoardController& controller, const Catalogue& kinds, const Theme& theme, QWidget* parent);
    ~Private() override;

    BoardController& q;
    const Catalogue& kinds;
    BoardView view;
    InPlaceTyping typing;
    struct Unkept {
        ElementId id;
        QString text;
    };
    std::optional<Unkept> unkept; ///< typed in place and not written: its editor comes back with it
    Document* document = nullptr;
    QString titleLanguage;
    const Templates* templates = nullptr;
    QSet<ElementId> selected;
    QList<QSet<ElementId>> trail; ///< what was selected before, the last one at the end
    std::array<std::unique_ptr<Tool>, kToolCount> tools; ///< by ToolId
    ToolId current = ToolId::Select;
    bool toolLocked = false;
    /// While the view follows a line that is being typed: where it was before, and where it has gone.
    struct Followed {
        ViewTransform before;
        QSize viewport; ///< its size then
        ViewTransform shown;
    };
    std::optional<Followed> followed;
    /// Where the view has gone to show what was just added, and where it was: an undo goes back.
    struct Approach {
        ViewTransform before, shown;
    };
    std::optional<Approach> approach;
    /// While a pen is turned round: the tool that was in hand, and its lock.
    std::optional<std::pair<ToolId, bool>> beforeEraser;
    DrawingStyle style;
    QTimer routesTimer;                       ///< has the document's routing index ready when there is time
    mutable std::optional<WordMatcher> words; ///< see boardWords()
    std::optional<ChangeSet> watched;         ///< collects what an undo or redo changes
    MeaningChooser* chooser = nullptr;        ///< while it is open
    Preview previewAfterChooser;
    QTimer viewStateTimer; ///< the view has been still for a while
    InputQueue input;
    std::unique_ptr<RoutingRun> routingRun; ///< while ways are being found
    Preview previewAfterRouting;
    TidyRun tidyRun;
    QByteArray tidyName; ///< of the edit that the run becomes
    Motion motion;
    Glide glide{[this](const Preview& preview) { view.setPreview(preview); }};

    Tool& tool() const { return *tools[std::size_t(current)]; }
    void showDocument();
    void changed(const ChangeSet& changes);
    void prepareRoutes();
    void describe();
    void keepViewState();
    /// Cancels a gesture and commits what is being typed: a command is about to run.
    void settle();
    Rect boundsOf(const QSet<ElementId>& ids) const;
    void selectChanged(const ChangeSet& changes, const Design& before);
    /// Selects what an edit has just added and brings it into view, near enough to be seen.
    void showAdded(const QSet<ElementId>& added);
    /// The top left corner of a free place for something of that size, with its middle near that of the view,
    /// or to `near`.
    Point freePlace(Size size, std::optional<Point> near = std::nullopt) const;
    EditFunction fitting(const EditFunction& function) const;
    Result<void> report(Result<void> done);
    /// `frame`: the title of one around the part; empty: none.
    void insert(const Design& part, Point by, const char* key, const QString& frame = {});
    Point freeOffset(const Design& part, Point by) const;
    void pasteText(const QString& text);
    /// `why`: what is said beside it; empty: nothing.
    void pasteCard(const QString& text, const QString& why);
    void pasteDiagram(const CopiedDiagram& diagram);
    void insertDiagram(const QString& name, const Import& import);
    struct NamedPicture {
        Picture picture;
        QString name; ///< of its file
    };
    void addPictures(const QList<NamedPicture>& pictures, std::optional<Point> at);
    Point pictureMiddle(Size size, std::optional<Point> at) const;
    Point shiftToMiddle(const Rect& bounds) const;
    bool commandKey(const KeyPress& key);
    SketchContext sketchContext() const;
    /// Knows the catalogue and what is on the board; made when it is asked for after a change.
    const WordMatcher& boardWords() const;
    void showGhost(const SketchPlan& plan);
    /// The view goes where the end of the line is seen, with as much of the rest as can be read.
    void followSketch(const SketchPlan& plan, const QHash<ElementId, Rect>& rects, const Rect& ways);
    /// The view in which a line is understood: the present one, or that from before it followed the line.
    const ViewTransform& sketchView() const;
    /// `first`: what the line means on the board as it is. A failure has been shown.
    Result<void> carryOutSketch(const QString& line, const SketchContext& context, const SketchPlan& first);
    /// Asks for a block behind (or before) the one that is selected, and adds it there, connected.
    bool offerNext(bool upstream);

    // board_routing.cpp
    /// Makes the edit that is waiting for its ways, if there is one: something else is about to begin.
    void finishRouting();
    void endRouting();
    void carryOut(const RoutingEdit& edit, const EditFunction& function);

    // board_tidy.cpp
    void setUpTidy();
    void takeTidy(const Design& before, const Result<TidyResult>& result);

    // ToolHost
    const Design& design() const override;
    const BoardIndex& index() const override { return view.index(); }
    const RoutingIndex& routing() const override;
    const Catalogue& catalogue() const override { return kinds; }
    QString language() const override { return titleLanguage; }
    bool isReadOnly() const override { return !document || document->isReadOnly(); }
    QSet<ElementId> selection() const override { return selected; }
    void setSelection(const QSet<ElementId>& ids) override { q.setSelection(ids); }
    Result<void> edit(const EditName& name, const EditFunction& function) override;
    Result<void> editContinued(const EditName& name, const QByteArray& token,
                               const EditFunction& function) override;
    void endContinued(const QByteArray& token) override;
    void editRouting(const RoutingEdit& edit) override;
    void setPreview(const Preview& preview) override;
    void setCursor(const QCursor& cursor) override { view.setToolCursor(cursor); }
    void scrollView(QPointF pixels) override { view.scrollBy(pixels); }
    void bringIntoView(const QSet<ElementId>& ids) override { q.bringIntoView(ids); }
    void startRename(ElementId id) override;
    void offerKinds(Point at, ElementId neighbour, Beside side,
                    std::function<void(const BlockChoice& choice)> done) override;
    void openMark(ElementId id, Hit::Part part) override;
    void finishTool() override {
        if (!toolLocked)
            q.setTool(ToolId::Select);
    }
    DrawingStyle drawingStyle() const override { return style; }
    void shine(Point at, bool begins) override { view.shine(at, begins); }
    void showMessage(const QString& sentence) override { Q_EMIT q.message(sentence); }

    // CanvasInput
    void pointerPressed(const PointerEvent& event) override;
    void pointerMoved(const PointerEvent& event) override { tool().moved(*this, event); }
    void pointerReleased(const PointerEvent& event) override;
    void pointerDoubleClicked(const PointerEvent& event) override { tool().doubleClicked(*this, event); }
    void pointerLeft() override;
    bool keyPressed(const KeyPress& key) override;
    bool tabPressed(bool back) override { return offerNext(back); }
    void keyReleased(const KeyPress& key) override;
    void focusLost() override;
    void contextMenu(const PointerEvent& event, QPoint global) override;
    bool scrollsAtEdge() const override { return tool().scrollsAtEdge(); }
    bool wantsPressure() const override { return tool().wantsPressure(); }
    void kindDragged(const QString& kind, Point at) override;
    void kindDropped(const QString& kind, Point at) override;
    void kindDragLeft() override { setPreview({}); }
    void textEdited(ElementId, const QString& text) override { typing.edited(text); }
    void textCommitted(ElementId id, const QString& text) override;
    void textAbandoned(ElementId) override {
        unkept.reset();
        typing.abandoned();
    }
    void viewChanged() override {
        viewStateTimer.start();
        Q_EMIT q.viewChanged();
    }
};

} // namespace groundplan
