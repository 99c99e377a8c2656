#include "app/window/board_controller.h"

#include "app/render/fit_sizes.h"
#include "app/tools/connect_tool.h"
#include "app/tools/eraser_tool.h"
#include "app/tools/frame_tool.h"
#include "app/tools/hand_tool.h"
#include "app/tools/laser_tool.h"
#include "app/tools/line_tool.h"
#include "app/tools/note_tool.h"
#include "app/tools/pen_tool.h"
#include "app/tools/select_tool.h"
#include "app/tools/shape_tool.h"
#include "app/tools/text_tool.h"
#include "app/window/board_private.h"

#include <QCoreApplication>

#include <algorithm>

namespace groundplan {

namespace {

constexpr double kZoomStep = 1.25;
constexpr double kMostSelectionZoom = 2;
constexpr int kViewStateAfter = 1000; ///< ms without a move, then the file keeps where one looks
constexpr int kRoutesAfter = 50;      ///< ms without anything to do, then the routing index is made
/// More changed elements than these, and the routing index is made anew, later, when nobody waits for it.
constexpr qsizetype kMostRoutesUpdated = 500;
constexpr qsizetype kLongestTrail = 20; ///< selections that an undo may come back to
constexpr qsizetype kMostNamed = 5;     ///< captions in the spoken description

} // namespace

BoardController::Private::Private(BoardController& controller, const Catalogue& catalogueOfKinds,
                                  const Theme& theme, QWidget* parent)
    : q(controller)
    , kinds(catalogueOfKinds)
    , view(catalogueOfKinds, theme, *this, parent)
    , typing(controller)
    , tools{std::make_unique<SelectTool>(),
            std::make_unique<HandTool>(),
            std::make_unique<ConnectTool>(),
            std::make_unique<FrameTool>(),
            std::make_unique<NoteTool>(),
            std::make_unique<PenTool>(StrokeTool::Pen),
            std::make_unique<PenTool>(StrokeTool::Highlighter),
            std::make_unique<EraserTool>(),
            std::make_unique<ShapeTool>(ShapeKind::Rectangle),
            std::make_unique<ShapeTool>(ShapeKind::Ellipse),
            std::make_unique<LineTool>(StrokeTool::Line),
            std::make_unique<LineTool>(StrokeTool::Arrow),
            std::make_unique<TextTool>(),
            std::make_unique<LaserTool>()} {
    viewStateTimer.setSingleShot(true);
    viewStateTimer.setInterval(kViewStateAfter);
    QObject::connect(&viewStateTimer, &QTimer::timeout, &q, [this] { keepViewState(); });
    routesTimer.setSingleShot(true);
    routesTimer.setInterval(kRoutesAfter);
    QObject::connect(&routesTimer, &QTimer::timeout, &q, [this] { routing(); });
    setUpTidy();
}

BoardController::Private::~Private() = default;

BoardController::BoardController(const Catalogue& catalogue, const Theme& theme, QWidget* parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, catalogue, theme, parent)) {
    connect(&d->view, &BoardView::zoomChanged, this, &BoardController::zoomChanged);
    d->tool().activate(*d);
    d->describe();
}

BoardController::~BoardController() {
    setDocument(nullptr);
}

BoardView* BoardController::view() const {
    return &d->view;
}
Document* BoardController::document() const {
    return d->document;
}
QSet<ElementId> BoardController::selection() const {
    return d->selected;
}
ToolId BoardController::tool() const {
    return d->current;
}
double BoardController::zoom() const {
    return d->view.zoom();
}

void BoardController::setTheme(const Theme& theme) {
    d->view.setTheme(theme);
}
void BoardController::setTemplates(const Templates& templates) {
    d->templates = &templates;
}

void BoardController::setLanguage(const QString& language) {
    d->titleLanguage = language;
    d->words.reset();
}
void BoardController::setGridShown(bool shown) {
    d->view.setGridShown(shown);
}

// The document

void BoardController::setDocument(Document* document) {
    if (d->document) {
        d->settle();
        if (d->viewStateTimer.isActive())
            d->keepViewState();
        d->document->disconnect(this);
    }
    d->document = document;
    if (document) {
        connect(document, &Document::changed, this,
                [this](const ChangeSet& changes) { d->changed(changes); });
        connect(document, &Document::fileChanged, this, [this] { d->view.setEditable(!d->isReadOnly()); });
        connect(document, &QObject::destroyed, this, [this] {
            d->document = nullptr;
            d->showDocument();
        });
    }
    d->showDocument();
}

void BoardController::kindsWereReplaced() {
    d->words.reset();
}

void BoardController::Private::showDocument() {
    words.reset();
    unkept.reset();
    followed.reset();
    endRouting();
    tidyRun.cancel();
    glide.stop();
    tool().cancel(*this);
    prepareRoutes();
    selected.clear();
    view.setDesign(document ? &document->design() : nullptr);
    view.setEditable(!isReadOnly());
    if (document) {
        const ViewState state = document->viewState();
        if (state.zoom > 0)
            view.lookAgain({state.x, state.y}, state.zoom, state.whole);
        else
            view.fitAll();
    }
    viewStateTimer.stop();
    describe();
    Q_EMIT q.selectionChanged();
    ChangeSet all;
    all.reset = true;
    Q_EMIT q.documentChanged(all);
}

void BoardController::Private::keepViewState() {
    viewStateTimer.stop();
    if (document)
        document->setViewState({view.centre().x(), view.centre().y(), view.zoom(), view.isAllVisible()});
}

void BoardController::Private::prepareRoutes() {
    // A gesture in progress borrows it.
    if (tool().isBusy())
        tool().cancel(*this);
    routesTimer.start();
}

void BoardController::Private::changed(const ChangeSet& changes) {
    words.reset();
    approach.reset();
    if (unkept && (changes.elements.contains(unkept->id) || !design().elements.contains(unkept->id)))
        unkept.reset();
    if (changes.reset)
        tool().cancel(*this);
    if (changes.reset || changes.elements.size() > kMostRoutesUpdated)
        prepareRoutes();
    glide.stop();
    if (watched)
        watched = changes;
    view.takeChanges(changes);
    QSet<ElementId> left = selected;
    left.removeIf([this](ElementId id) { return !document->design().elements.contains(id); });
    if (left != selected) {
        q.setSelection(left);
        if (left.isEmpty())
            trail.removeLast(); // it went; nobody let go of it
    } else {
        describe();
    }
    Q_EMIT q.documentChanged(changes);
}

EditFunction BoardController::Private::fitting(const EditFunction& function) const {
    return [function](Editor& editor) -> Result<void> {
        const Design before = editor.design();
        if (const auto done = function(editor); !done)
            return done;
        return fitSizes(editor, before);
    };
}

Result<void> BoardController::Private::report(Result<void> done) {
    if (!done && done.error().code == ErrorCode::NotWritten)
        Q_EMIT q.notWritten(done.error().sentence);
    else if (!done)
        showMessage(done.error().sentence);
    return done;
}

Result<void> BoardController::edit(const EditName& name, const EditFunction& function) {
    return d->edit(name, function);
}

Result<void> BoardController::editContinued(const EditName& name, const QByteArray& token,
                                            const EditFunction& function) {
    return d->editContinued(name, token, function);
}

void BoardController::endContinued(const QByteArray& token) {
    d->endContinued(token);
}

void BoardController::undo() {
    if (!d->document)
        return;
    d->settle();
    d->watched = ChangeSet();
    const Design before = d->design();
    const auto approach = std::exchange(d->approach, std::nullopt);
    const bool stayed = approach && approach->shown == d->view.transform();
    const auto done = d->report(d->document->undo());
    const ChangeSet changes = *std::exchange(d->watched, std::nullopt);
    if (done)
        d->selectChanged(changes, before);
    if (done && stayed)
        d->view.reveal(approach->before, {});
}

void BoardController::redo() {
    if (!d->document)
        return;
    d->settle();
    d->watched = ChangeSet();
    const Design before = d->design();
    const auto done = d->report(d->document->redo());
    const ChangeSet changes = *std::exchange(d->watched, std::nullopt);
    if (done)
        d->selectChanged(changes, before);
}

namespace {

/// Whether a connection is there now and differs from before in more than where it runs.
bool isOtherThanItsWay(const Connection* before, const Connection* now) {
    if (!before || !now)
        return now != nullptr;
    Connection same = *before;
    same.route = now->route;
    same.labelAt = now->labelAt;
    return !(same == *now) || before->waypoints != now->waypoints;
}

} // namespace

/// What an undo or redo has changed is selected and brought into view: blocks, frames and cards, and of those
/// the outermost; connections only where nothing else changed and more of them than their way, since they
/// follow most edits. Where there is nothing of that, what was selected last and is still there: nothing,
/// where that was so.
void BoardController::Private::selectChanged(const ChangeSet& changes, const Design& before) {
    const Design& now = design();
    QSet<ElementId> nodes;
    QSet<ElementId> connections;
    for (const ElementId id : changes.elements) {
        if (now.rectOf(id))
            nodes.insert(id);
        else if (isOtherThanItsWay(before.connections.find(id), now.connections.find(id)))
            connections.insert(id);
    }
    const QSet<ElementId> all = nodes;
    nodes.removeIf([&](ElementId id) {
        const Element* element = now.elements.find(id);
        return element && element->parent && all.contains(element->parent);
    });
    QSet<ElementId> shown = nodes.isEmpty() ? connections : nodes;
    if (shown.isEmpty()) {
        const auto last = std::find_if(trail.crbegin(), trail.crend(), [&now](const QSet<ElementId>& ids) {
            return std::all_of(ids.begin(), ids.end(),
                               [&now](ElementId id) { return now.elements.contains(id); });
        });
        if (last != trail.crend())
            shown = *last;
    }
    q.setSelection(shown);
    q.bringIntoView(shown);
    // What was looked at may be gone (a design that came in beside), and no more than an edge of the rest be
    // in sight.
    QRectF seen = view.visibleArea();
    seen.adjust(seen.width() / 8, seen.height() / 8, -seen.width() / 8, -seen.height() / 8);
    const Rect area{units(seen.left()), units(seen.top()), units(seen.width()), units(seen.height())};
    if (shown.isEmpty() && !design().elements.isEmpty() && index().inArea(area).isEmpty())
        view.fitAll();
}

void BoardController::Private::settle() {
    finishRouting();
    glide.stop();
    tool().cancel(*this);
    view.endEditing();
}

// Selection

void BoardController::setSelection(const QSet<ElementId>& ids) {
    QSet<ElementId> known = ids;
    known.removeIf([this](ElementId id) { return !d->design().elements.contains(id); });
    if (known == d->selected)
        return;
    d->selected = known;
    d->trail.append(known); // that nothing was selected is worth coming back to as well
    if (d->trail.size() > kLongestTrail)
        d->trail.removeFirst();
    d->view.setSelection(known);
    d->describe();
    Q_EMIT selectionChanged();
}

/// What is selected, for a screen reader.
void BoardController::Private::describe() {
    QString sentence;
    if (!document) {
        sentence = tr("No board is open.");
    } else if (selected.isEmpty()) {
        sentence = tr("Nothing is selected.");
    } else if (selected.size() > kMostNamed) {
        sentence = tr("%1 elements are selected.").arg(selected.size());
    } else {
        QStringList captions;
        for (const ElementId id : std::as_const(selected))
            captions.append(design().captionOf(id));
        captions.sort();
        sentence = tr("Selected: %1.").arg(captions.join(tr(", ")));
    }
    if (sentence != view.accessibleDescription())
        view.setAccessibleDescription(sentence);
}

Rect BoardController::Private::boundsOf(const QSet<ElementId>& ids) const {
    Rect bounds;
    for (const ElementId id : ids) {
        if (const auto rect = design().rectOf(id)) {
            bounds = bounds.united(*rect);
        } else if (const Connection* connection = design().connections.find(id)) {
            for (const Point corner : design().routeOf(*connection))
                bounds = bounds.united({corner.x, corner.y, 1, 1});
        }
    }
    return bounds;
}

void BoardController::bringIntoView(const QSet<ElementId>& ids) {
    d->view.bringIntoView(d->boundsOf(ids));
}

void BoardController::comeNear(const QSet<ElementId>& ids, double least) {
    d->view.comeNear(d->boundsOf(ids), least);
}

void BoardController::Private::showAdded(const QSet<ElementId>& added) {
    const ViewTransform before = view.transform();
    q.setSelection(added);
    q.comeNear(added, kSeenZoom);
    if (!(view.transform() == before))
        approach = {before, view.transform()};
}

void BoardController::selectAll() {
    QSet<ElementId> all;
    all.reserve(d->design().elements.size());
    for (const Element& element : d->design().elements)
        all.insert(element.id);
    setSelection(all);
}

// Tools and view

void BoardController::setTool(ToolId tool) {
    if (tool == d->current)
        return;
    d->tool().deactivate(*d);
    d->current = tool;
    d->toolLocked = false;
    d->tool().activate(*d);
    // A line drawn by hand wants every place where the pen was, however busy the machine is.
    QCoreApplication::setAttribute(Qt::AA_CompressHighFrequencyEvents,
                                   tool != ToolId::Pen && tool != ToolId::Highlighter);
    Q_EMIT toolChanged();
}

bool BoardController::isToolLocked() const {
    return d->toolLocked;
}

void BoardController::setToolLocked(bool locked) {
    if (locked == d->toolLocked)
        return;
    d->toolLocked = locked;
    Q_EMIT toolChanged();
}

const DrawingStyle& BoardController::drawingStyle() const {
    return d->style;
}

void BoardController::setDrawingStyle(const DrawingStyle& style) {
    if (style == d->style)
        return;
    d->style = style;
    Q_EMIT drawingStyleChanged();
}

void BoardController::zoomIn() {
    d->view.zoomTo(zoom() * kZoomStep);
}
void BoardController::zoomOut() {
    d->view.zoomTo(zoom() / kZoomStep);
}
void BoardController::zoomTo(double factor) {
    d->view.zoomTo(factor);
}
void BoardController::fitAll() {
    d->view.fitAll();
}

void BoardController::fitSelection() {
    const Rect bounds = d->boundsOf(d->selected);
    if (bounds.isEmpty())
        fitAll();
    else
        d->view.fit(bounds, kMostSelectionZoom);
}

} // namespace groundplan
