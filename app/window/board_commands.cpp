#include "app/panels/element_edits.h"
#include "app/render/board_layers.h"
#include "app/render/board_painter.h"
#include "app/render/flow_style.h"
#include "app/render/look.h"
#include "app/tools/adding.h"
#include "app/tools/gesture.h"
#include "app/window/board_private.h"
#include "app/window/clipboard_data.h"
#include "app/window/picture_files.h"
#include "model/design/validate.h"
#include "model/document/edit_names.h"
#include "model/exchange/d2_likeness.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>

#include <algorithm>
#include <cmath>
#include <vector>

// The commands of the Edit and Insert menus.

namespace groundplan {

namespace {

constexpr Coord kCascade = 16 * kUnitsPerPoint;   ///< from one paste to the next
constexpr Coord kBreathing = 12 * kUnitsPerPoint; ///< around something new
constexpr Coord kTallestPasted = 480 * kUnitsPerPoint;

Point onGrid(Point p) {
    return {snapped(p.x), snapped(p.y)};
}

} // namespace

// Adding

namespace {

/// What a new element must not lie on, within an area: looked up once, asked for many places.
class Occupied {
public:
    Occupied(const BoardLayers& layers, const Rect& area) {
        eachIn(layers.fronts, area, [this](const FrontEntry& entry) { rects_.append(entry.rect()); });
        eachIn(layers.connections, area, [this](const ConnectionEntry& entry) {
            if (!entry.label.isEmpty())
                rects_.append(entry.label);
            const Route& route = entry.connection->route;
            for (qsizetype i = 1; i < route.size(); ++i)
                rects_.append(lineBetween(route[i - 1] + entry.origin, route[i] + entry.origin));
        });
        eachIn(layers.frames, area, [this](const FrameEntry& entry) { frames_.append(entry.frame->rect); });
    }

    bool isFree(const Rect& rect) const {
        return std::none_of(rects_.begin(), rects_.end(),
                            [&](const Rect& other) { return other.intersects(rect); }) &&
               std::all_of(frames_.begin(), frames_.end(), [&](const Rect& frame) {
                   return !frame.intersects(rect) || contentOf(frame).contains(rect);
               });
    }

private:
    template <class Layer, class Visit>
    static void eachIn(const Layer& layer, const Rect& area, Visit visit) {
        for (std::size_t i = 0; i < layer.entries.size(); ++i) {
            if (layer.bounds[i].intersects(area))
                visit(layer.entries[i]);
        }
    }
    /// A straight piece of a connection; never without an area, which would meet nothing.
    static Rect lineBetween(Point a, Point b) {
        return Rect{std::min(a.x, b.x), std::min(a.y, b.y), std::abs(a.x - b.x), std::abs(a.y - b.y)}.grown(
            1);
    }
    static Rect contentOf(const Rect& frame) {
        const Coord band = units(look::kFrameTitleBand);
        return {frame.x, frame.y + band, frame.w, frame.h - band};
    }

    QList<Rect> rects_;
    QList<Rect> frames_;
};

} // namespace

/// The place nearest to `near`, or to the middle of the view, where an element of that size covers nothing,
/// lies in no line's way, and is wholly inside or outside of every frame; where one sees it, if there is such
/// a place.
Point BoardController::Private::freePlace(Size size, std::optional<Point> near) const {
    constexpr int kSteps = 48; // of a quarter of its size, each way
    constexpr Coord kLeastStep = 8 * kUnitsPerPoint;
    const QPointF centre = view.centre();
    const Point middle = near.value_or(Point{units(centre.x()), units(centre.y())});
    const Point start = onGrid({middle.x - size.w / 2, middle.y - size.h / 2});
    const Coord stepX = std::max(kLeastStep, snapped(size.w / 4));
    const Coord stepY = std::max(kLeastStep, snapped(size.h / 4));
    const QRectF visible = view.visibleArea();
    const Rect seen{units(visible.x()), units(visible.y()), units(visible.width()), units(visible.height())};

    struct Place {
        Rect rect;
        bool hidden;
        double distance;
    };
    std::vector<Place> places;
    places.reserve((2 * kSteps + 1) * (2 * kSteps + 1));
    Rect area;
    for (int y = -kSteps; y <= kSteps; ++y) {
        for (int x = -kSteps; x <= kSteps; ++x) {
            const Rect rect =
                Rect{start.x + x * stepX, start.y + y * stepY, size.w, size.h}.grown(kBreathing);
            places.push_back({rect, !seen.contains(rect), std::hypot(double(x) * stepX, double(y) * stepY)});
            area = area.united(rect);
        }
    }
    std::stable_sort(places.begin(), places.end(), [](const Place& a, const Place& b) {
        return a.hidden != b.hidden ? b.hidden : a.distance < b.distance;
    });
    const Occupied occupied(index().layers(), area);
    const auto free = std::find_if(places.begin(), places.end(),
                                   [&](const Place& place) { return occupied.isFree(place.rect); });
    return free == places.end() ? start : free->rect.topLeft() + Point{kBreathing, kBreathing};
}

void BoardController::addKind(const QString& kind, std::optional<Point> at) {
    d->settle();
    if (!at) {
        const Point place = d->freePlace(kBlockSize);
        at = Point{place.x + kBlockSize.w / 2, place.y + kBlockSize.h / 2};
    }
    setTool(ToolId::Select);
    addChosenBlock(*d, {kind, {}, {}}, *at);
}

void BoardController::addNear(const QString& kind, const QString& technology, std::optional<Point> at) {
    d->settle();
    const Point place = d->freePlace(kBlockSize, at);
    setTool(ToolId::Select);
    addChosenBlock(*d, {kind, technology, {}}, {place.x + kBlockSize.w / 2, place.y + kBlockSize.h / 2});
}

void BoardController::addCard(CardKind kind, DecisionId decision) {
    d->settle();
    Card sample;
    sample.kind = kind;
    sample.decision = decision;
    sample.rect = {0, 0, kCardSize.w, kCardSize.h};
    const Size size{kCardSize.w, std::max(kCardSize.h, fittingCardSize(d->design(), sample).h)};
    const Point place = d->freePlace(size);
    ElementId added;
    const auto done = edit({"add-card", {}}, [&](Editor& editor) -> Result<void> {
        const auto card = groundplan::addCard(editor, kind, {place.x, place.y, size.w, size.h}, {}, decision);
        if (!card)
            return Failure(card.error());
        added = *card;
        return {};
    });
    if (!done)
        return;
    d->showAdded({added});
    if (kind == CardKind::Text)
        d->startRename(added);
}

// Changing

QString BoardController::defaultTitleOf(ElementId id) const {
    const Block* block = d->design().blocks.find(id);
    const Kind* kind = block ? d->kinds.kind(block->kind) : nullptr;
    return kind ? kind->title.in(d->titleLanguage) : QString();
}

void BoardController::startRename() {
    if (d->selected.size() == 1)
        d->startRename(*d->selected.begin());
}

void BoardController::endEditing() {
    d->view.endEditing();
}

bool BoardController::hasUnkeptText() const {
    return d->unkept.has_value();
}

bool BoardController::isAtRest() const {
    return !d->tool().isBusy() && !d->view.editor().isOpen() && !d->chooser && !d->routingRun && !isTidying();
}

void BoardController::deleteSelection() {
    // Of what is held just now (a waypoint), not of all that is selected.
    if (d->tool().keyPressed(*d, KeyPress{Qt::Key_Delete, Qt::NoModifier, {}, false}))
        return;
    d->settle();
    const QSet<ElementId> ids = d->selected;
    if (!ids.isEmpty())
        edit(countedEdit("delete", d->design(), ids),
             [ids](Editor& editor) { return deleteElements(editor, ids); });
}

void BoardController::frameSelection() {
    d->settle();
    QSet<ElementId> ids = d->selected;
    ids.removeIf([this](ElementId id) { return !d->design().rectOf(id); });
    if (ids.isEmpty())
        return;
    ElementId added;
    const auto done =
        edit(countedEdit("frame-around", d->design(), ids), [&](Editor& editor) -> Result<void> {
            const auto frame = frameAround(editor, ids, tr("Frame"));
            if (!frame)
                return Failure(frame.error());
            added = *frame;
            return {};
        });
    if (!done)
        return;
    setSelection({added});
    d->startRename(added);
}

void BoardController::group() {
    d->settle();
    const QSet<ElementId> ids = d->selected;
    if (ids.isEmpty())
        return;
    QSet<ElementId> placed = ids;
    placed.removeIf([this](ElementId id) { return !d->design().rectOf(id); });
    if (edit(countedEdit("group", d->design(), placed),
             [ids](Editor& editor) { return groupElements(editor, ids); }))
        setSelection(withGroups(d->design(), ids));
}

void BoardController::ungroup() {
    d->settle();
    const QSet<ElementId> ids = d->selected;
    if (!ids.isEmpty())
        edit({"ungroup", {}}, [ids](Editor& editor) { return ungroupElements(editor, ids); });
}

void BoardController::addStops() {
    d->settle();
    const QSet<ElementId> ids = d->selected;
    if (!ids.isEmpty())
        edit({"add-stop", {}}, [ids](Editor& editor) { return groundplan::addStops(editor, ids); });
}

void BoardController::removeStops() {
    d->settle();
    const QSet<ElementId> ids = d->selected;
    if (!ids.isEmpty())
        edit({"remove-stop", {}}, [ids](Editor& editor) { return groundplan::removeStops(editor, ids); });
}

void BoardController::arrange(Arrangement how) {
    d->settle();
    const QSet<ElementId> ids = d->selected;
    if (!ids.isEmpty())
        d->editRouting({{Words<Arrangement>::words[std::size_t(how)], {}},
                        [ids, how](Editor& editor) { return arrangeElements(editor, ids, how); },
                        d->design().connectionsAt(ids).size()});
}

void BoardController::reorder(Depth depth) {
    d->settle();
    const QSet<ElementId> ids = d->selected;
    if (!ids.isEmpty())
        edit({"reorder", {}}, [ids, depth](Editor& editor) { return reorderElements(editor, ids, depth); });
}

void BoardController::setLocked(bool locked) {
    d->settle();
    const QSet<ElementId> ids = d->selected;
    if (!ids.isEmpty())
        edit({locked ? "lock" : "unlock", {}},
             [ids, locked](Editor& editor) { return groundplan::setLocked(editor, ids, locked); });
}

namespace {

/// Those of `ids` that are still there; it refuses when none is.
Result<void> changeConnections(Editor& editor, const QSet<ElementId>& ids,
                               const std::function<void(Connection&)>& change) {
    bool found = false;
    for (const ElementId id : ids) {
        if (!editor.design().connections.contains(id))
            continue;
        found = true;
        if (const auto changed = changeRow<Connection>(editor, id, change); !changed)
            return changed;
    }
    return found ? Result<void>{} : Failure(subjectGone());
}

} // namespace

void BoardController::setFlow(Flow flow) {
    d->settle();
    edit({"change-flow", {textOf(flow)}}, [ids = d->selected, flow](Editor& editor) {
        return changeConnections(editor, ids, [flow](Connection& row) { row.flow = flow; });
    });
}

void BoardController::setDirection(Direction direction) {
    d->settle();
    edit({"change-direction", {}}, [ids = d->selected, direction](Editor& editor) {
        return changeConnections(editor, ids, [direction](Connection& row) { row.direction = direction; });
    });
}

void BoardController::straighten() {
    d->settle();
    const QSet<ElementId> ids = d->selected;
    if (!ids.isEmpty())
        d->editRouting(
            {{"straighten", {}}, [ids](Editor& editor) { return forgetWaypoints(editor, ids); }, ids.size()});
}

// Clipboard

void BoardController::copy() {
    d->view.endEditing();
    const Design part = selectionOf(d->design(), d->selected);
    if (part.elements.isEmpty())
        return;
    QGuiApplication::clipboard()->setMimeData(new ClipboardData(part, d->kinds));
}

void BoardController::cut() {
    d->settle();
    const QSet<ElementId> ids = d->selected;
    if (ids.isEmpty() || d->isReadOnly())
        return;
    copy();
    edit(countedEdit("cut", d->design(), ids), [ids](Editor& editor) { return deleteElements(editor, ids); });
}

/// `by`, or cascading from there, the first offset at which the part hides nothing of what is there already:
/// no block or card lies on another but for a margin, no frame exactly on a frame.
Point BoardController::Private::freeOffset(const Design& part, Point by) const {
    constexpr double kHidden = 0.75; ///< of the smaller one's area; a step of the cascade leaves less
    const auto hides = [&](ElementId there, bool frame, const Rect& rect) {
        const auto other = design().rectOf(there);
        if (!other || design().frames.contains(there) != frame)
            return false;
        if (frame)
            return *other == rect;
        const double w = std::min(other->right(), rect.right()) - std::max(other->left(), rect.left());
        const double h = std::min(other->bottom(), rect.bottom()) - std::max(other->top(), rect.top());
        const double smaller = std::min(double(other->w) * other->h, double(rect.w) * rect.h);
        return w > 0 && h > 0 && w * h >= kHidden * smaller;
    };
    constexpr qsizetype kLookedAt = 200; // of a larger part these tell whether it lies upon its original
    const QList<const Element*> elements = part.elements.sorted().mid(0, kLookedAt);
    const auto covers = [&](Point offset) {
        return std::any_of(elements.begin(), elements.end(), [&](const Element* row) {
            const Element& element = *row;
            auto rect = part.rectOf(element.id);
            if (!rect)
                return false;
            rect = rect->translated(offset);
            const QList<ElementId> there = index().inArea(*rect);
            return std::any_of(there.begin(), there.end(), [&](ElementId id) {
                return hides(id, part.frames.contains(element.id), *rect);
            });
        });
    };
    for (int i = 0; i < 1000 && covers(by); ++i)
        by = by + Point{kCascade, kCascade};
    return by;
}

void BoardController::Private::insert(const Design& part, Point by, const char* key, const QString& frame) {
    QSet<ElementId> added;
    const Point offset = freeOffset(part, by);
    QSet<ElementId> placed;
    for (const Element& element : part.elements) {
        if (element.type != ElementType::Connection)
            placed.insert(element.id);
    }
    const auto done = edit(countedEdit(key, part, placed), [&](Editor& editor) -> Result<void> {
        const auto inserted = insertDesign(editor, part, offset);
        if (!inserted)
            return Failure(inserted.error());
        added = *inserted;
        if (frame.isEmpty())
            return {};
        const auto around = frameAround(editor, added, frame);
        if (!around)
            return Failure(around.error());
        added = {*around};
        return {};
    });
    if (!done)
        return;
    showAdded(added);
}

void BoardController::paste() {
    d->settle();
    const QMimeData* data = QGuiApplication::clipboard()->mimeData();
    if (!data || !d->document)
        return;
    if (!data->hasFormat(QLatin1StringView(kClipboardMimeType))) {
        if (const auto diagram = diagramIn(*data))
            d->pasteDiagram(*diagram);
        else if (const QStringList files = diagramFilesIn(*data); !files.isEmpty())
            Q_EMIT filesPasted(files);
        else if (addPictureIn(*data))
            return;
        else if (data->hasText())
            d->pasteText(data->text());
        return;
    }
    const auto part = fromClipboard(data->data(QLatin1StringView(kClipboardMimeType)));
    if (!part) {
        Q_EMIT message(part.error().sentence);
        return;
    }
    // Where it came from, when that can be seen here; else in the middle of the view, or beside what is
    // there.
    const Point middle = part->bounds().center();
    const bool seen = d->view.visibleArea().contains(QPointF(points(middle.x), points(middle.y)));
    d->insert(*part, seen ? Point{} : d->shiftToMiddle(part->bounds()), "paste");
}

Point BoardController::Private::shiftToMiddle(const Rect& bounds) const {
    return onGrid(freePlace({bounds.w, bounds.h}) - bounds.topLeft());
}

void BoardController::duplicate() {
    d->settle();
    const Design part = selectionOf(d->design(), d->selected);
    if (!part.elements.isEmpty())
        d->insert(part, {kCascade, kCascade}, "duplicate");
}

void BoardController::Private::pasteText(const QString& text) {
    // A chain in words is sketched; what cannot be read as one is a text like any other, and why is said.
    QString notSketched;
    if (plainSigns(text).contains(u'>')) {
        const SketchContext context = sketchContext();
        const auto plan = planSketch(design(), kinds, text, context);
        if (plan) {
            carryOutSketch(text, context, *plan);
            return;
        }
        notSketched = BoardController::tr("Pasted as a text, since it cannot be sketched. %1")
                          .arg(plan.error().sentence);
    }
    if (isLikeD2(text)) {
        pasteDiagram({text.toUtf8(), ImportFormat::D2, BoardController::tr("The D2 on the clipboard"), true});
        return;
    }
    pasteCard(text, notSketched);
}

void BoardController::Private::pasteCard(const QString& text, const QString& why) {
    Card sample;
    sample.text = text.trimmed().left(limits::kTextLength);
    if (sample.text.isEmpty())
        return;
    sample.rect = {0, 0, kCardSize.w, kCardSize.h};
    const Size size{kCardSize.w,
                    std::clamp(fittingCardSize(design(), sample).h, kCardSize.h, kTallestPasted)};
    const Point place = freePlace(size);
    ElementId added;
    const auto done = edit({"paste", {QString::number(1)}}, [&](Editor& editor) -> Result<void> {
        const auto card =
            groundplan::addCard(editor, CardKind::Text, {place.x, place.y, size.w, size.h}, sample.text);
        if (!card)
            return Failure(card.error());
        added = *card;
        return {};
    });
    if (!done)
        return;
    showAdded({added});
    if (!why.isEmpty())
        showMessage(why);
}

} // namespace groundplan
