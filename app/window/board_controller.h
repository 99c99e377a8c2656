#pragma once

#include "app/render/theme.h"
#include "app/tools/tool.h"
#include "model/operations/operations.h"
#include "model/sketch/sketch_plan.h"

#include <QObject>

#include <memory>

class QPoint;
class QMimeData;
class QWidget;

namespace groundplan {

class BoardView;
class ImportRun;
struct Import;
class Motion;
class Templates;
/// In the order of their actions; from Pen on they draw by hand.
enum class ToolId {
    Select,
    Hand,
    Connect,
    Frame,
    Note,
    Pen,
    Highlighter,
    Eraser,
    Rectangle,
    Ellipse,
    Line,
    Arrow,
    Text,
    Laser
};
inline constexpr int kToolCount = int(ToolId::Laser) + 1;
constexpr bool draws(ToolId tool) {
    return tool >= ToolId::Pen;
}

/// Binds one document to one canvas: owns the tools and the selection, is the tools' host, and offers the
/// commands of the Edit, View and Insert menus. Panels and menus talk to the board through this alone.
class BoardController : public QObject {
    Q_OBJECT
    Q_MOC_INCLUDE("app/window/import_run.h")
public:
    BoardController(const Catalogue& catalogue, const Theme& theme, QWidget* parent);
    ~BoardController() override;

    BoardView* view() const;              ///< the canvas widget (app/canvas/board_view.h)
    void setDocument(Document* document); ///< not owned; nullptr: empty, disabled board
    Document* document() const;
    void setTheme(const Theme& theme);
    void setLanguage(const QString& language); ///< for the titles of new blocks
    /// What is pasted may name cases, frameworks and sheets. Not owned.
    void setTemplates(const Templates& templates);

    QSet<ElementId> selection() const;
    void setSelection(const QSet<ElementId>& ids);
    /// Scrolls (and zooms out if need be) until they are seen.
    void bringIntoView(const QSet<ElementId>& ids);
    /// Likewise, and zooms in where the scale is below `least`, at most to 100 %.
    void comeNear(const QSet<ElementId>& ids, double least);

    ToolId tool() const;
    void setTool(ToolId tool);
    /// A locked tool stays after its work is done; choosing another one takes the lock off.
    bool isToolLocked() const;
    void setToolLocked(bool locked);
    const DrawingStyle& drawingStyle() const;
    void setDrawingStyle(const DrawingStyle& style);

    /// Adds a block of that kind with its middle at `at` (default: near the middle of the view, where nothing
    /// lies), selects it and opens its title for typing.
    void addKind(const QString& kind, std::optional<Point> at = std::nullopt);
    /// As addKind(), with that technology (empty: none) and where nothing lies: near `at`, by default near
    /// the middle of the view.
    void addNear(const QString& kind, const QString& technology, std::optional<Point> at);
    /// Where the pointer is on the board; nothing while it is elsewhere.
    std::optional<Point> pointerOnBoard() const;
    void addCard(CardKind kind, DecisionId decision = {});

    // A line of the sketch language (model/sketch) about this board: at the pointer where it is over the
    // canvas, else in the middle of the view, and about what is selected.

    /// Shows what the line would make as a ghost and says it in words ("3 blocks, 2 connections"; empty: it
    /// would change nothing); what cannot be read shows nothing and is returned.
    tl::expected<QString, SketchError> previewSketch(const QString& line);
    void endSketchPreview();
    /// Carries it out as one edit and selects the block that it ends with. Nothing when it was done; an edit
    /// that fails is shown as with every edit, and returned.
    std::optional<SketchError> sketch(const QString& line);
    /// Asks for the kind of a block behind (`upstream`: before) the one selected block, the usual ones first,
    /// and adds it there, connected and selected. False when not just one block is selected.
    bool offerNext(bool upstream = false);
    /// What words of a line may stand for, what is on the board included; best first.
    QList<Meaning> completionsFor(const QString& words, int most) const;
    /// How one of them is written in a line, so that it means just that.
    QString writtenFor(const Meaning& meaning) const;
    /// The catalogue has been filled anew.
    void kindsWereReplaced();
    /// Opens the title, label or text of the one selected element for typing.
    void startRename();
    void endEditing(); ///< commits what is being typed on the board
    /// Whether a text that was typed on the board could not be written; its editor offers it again.
    bool hasUnkeptText() const;
    /// No gesture lasts, nothing is typed on the board or asked for, and no ways or places are being found.
    bool isAtRest() const;
    /// The title that a block has while its user gives it none: its kind's. Empty for anything else.
    QString defaultTitleOf(ElementId id) const;
    void deleteSelection();
    void cut();
    void copy();
    void paste(); ///< elements, DOT, pictures, or other text as a sticky card
    /// Pictures from these files, beside each other, as one edit: with their middle at `at`, else at the
    /// pointer where it is over the canvas, else in the middle of the view. One that cannot be taken is said
    /// by pictureRefused(), the others come.
    void addPictures(const QStringList& files, std::optional<Point> at = std::nullopt);
    /// Likewise a picture from the clipboard or a drop; false: there is none in it.
    bool addPictureIn(const QMimeData& data, std::optional<Point> at = std::nullopt);
    void duplicate();
    void selectAll();
    void frameSelection();
    void group();
    void ungroup();
    void addStops(); ///< of the presentation: the selection
    void removeStops();
    void arrange(Arrangement how); ///< the selection
    void reorder(Depth depth);
    void setLocked(bool locked);
    void setPinned(bool pinned); ///< whether Tidy leaves the selection where it is
    /// Of the selected connections.
    void setFlow(Flow flow);
    void setDirection(Direction direction);
    void straighten(); ///< the selected connections forget their waypoints
    void undo();
    void redo();

    enum class Tidy { All, Selection, New };
    /// Arranges the blocks beside the window; what comes of it is one edit, and they glide to their places.
    /// When the layout changes in another way meanwhile, nothing is moved. `keepPlaced`: of these only the
    /// new ones.
    void tidy(Tidy what, bool leftToRight, bool keepPlaced);
    void cancelTidy();
    bool isTidying() const;
    Motion& motion() const;

    void zoomIn();
    void zoomOut();
    void zoomTo(double factor);
    void setGridShown(bool shown);
    void fitAll();
    void fitSelection();
    double zoom() const;

    /// Document::edit() with failures shown as message() or notWritten(). Labels whose text the edit changes
    /// are measured, and blocks that get more to show grow so that it is seen.
    Result<void> edit(const EditName& name, const EditFunction& function);
    /// Likewise Document::editContinued() and endContinued(), for typing, held keys and sliders.
    Result<void> editContinued(const EditName& name, const QByteArray& token, const EditFunction& function);
    void endContinued(const QByteArray& token);

Q_SIGNALS:
    void selectionChanged();
    void toolChanged(); ///< or its lock
    void drawingStyleChanged();
    void pictureRefused(const QString& sentence);
    void pasteBegun(groundplan::ImportRun* run); ///< of a diagram: it is read meanwhile, and can be cancelled
    void pasted(const QString& name, const groundplan::Import& import); ///< what diagram `name` has become
    void filesPasted(const QStringList& paths); ///< which are no pictures: to be opened, or imported
    void descriptionWanted();                   ///< of the one selected image
    void zoomChanged();
    void tidyRunningChanged();
    void viewChanged(); ///< another part of the board is seen, or at another scale
    void documentChanged(const groundplan::ChangeSet& changes); ///< after the canvas has taken it in
    void message(const QString& sentence);
    void notWritten(const QString& sentence); ///< instead of message(): the file did not take what was done
    void lensUnwanted();                      ///< Esc with nothing else to leave
    void lineWanted();                        ///< Enter with nothing selected: the line field, please
    void markActivated(groundplan::ElementId id, groundplan::Hit::Part part);
    /// The menu of the selection (or of the board, without one) is wanted there, by mouse or key; global
    /// pixels.
    void contextMenuRequested(const QPoint& at);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace groundplan
