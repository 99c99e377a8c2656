#include "app/canvas/board_view.h"

#include "app/canvas/live_ink.h"
#include "app/canvas/overlay.h"
#include "app/canvas/text_places.h"
#include "app/render/fonts.h"
#include "app/render/look.h"

#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>

#include <cmath>

namespace groundplan {

namespace {

/// More changed elements than these are not told apart: the whole viewport is painted.
constexpr qsizetype kMostApart = 64;
/// More separate areas than these are painted as the one around them.
constexpr int kMostParts = 4;
/// Above this many selected elements nobody looks for the groups among them.
constexpr qsizetype kMostGrouped = 400;

} // namespace

BoardView::BoardView(const Catalogue& catalogue, const Theme& theme, CanvasInput& input, QWidget* parent)
    : QAbstractScrollArea(parent)
    , input_(input)
    , painter_(catalogue, theme)
    , editor_(viewport()) {
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setAcceptDrops(true);
    setAccessibleName(tr("Board"));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    viewport()->setMouseTracking(true);
    viewport()->grabGesture(Qt::PinchGesture);
    edgeTimer_.setInterval(16);
    connect(&edgeTimer_, &QTimer::timeout, this, &BoardView::scrollAtEdge);
    connect(&editor_, &InPlaceEditor::edited, this, [this](const QString& text) {
        placeEditor();
        input_.textEdited(edited_, text);
    });
    connect(&editor_, &InPlaceEditor::committed, this, [this](const QString& text) {
        const ElementId id = std::exchange(edited_, {});
        updateElement(id);
        input_.textCommitted(id, text);
    });
    connect(&editor_, &InPlaceEditor::abandoned, this, [this] {
        const ElementId id = std::exchange(edited_, {});
        updateElement(id);
        input_.textAbandoned(id);
    });
    const auto updateLaser = [this] {
        viewport()->update(laser_.bounds(view_).toAlignedRect() & viewport()->rect());
    };
    connect(&laser_, &LaserTrail::changing, this, updateLaser);
    connect(&laser_, &LaserTrail::changed, this, updateLaser);
    setDesign(nullptr);
}

BoardView::~BoardView() = default;

void BoardView::setDesign(const Design* design) {
    endEditing();
    design_ = design;
    selection_.clear();
    groups_.clear();
    stops_.clear();
    hits_.clear();
    preview_ = {};
    held_.reset();
    pen_ = false;
    laser_.putOut();
    index_.rebuild(design ? *design : Design{});
    previewLayer_.set(design ? *design : Design{}, index_, painter_.catalogue(), preview_);
    setEnabled(design != nullptr);
    updateScrollBars();
    viewport()->update();
}

void BoardView::takeChanges(const ChangeSet& changes) {
    if (!design_)
        return;
    index_.update(*design_, changes);
    placeEditor();
    findGroups();
    previewLayer_.set(*design_, index_, painter_.catalogue(), preview_);
    updateScrollBars();
    viewport()->update();
}

void BoardView::setTheme(const Theme& theme) {
    painter_.setTheme(theme);
    placeEditor();
    viewport()->update();
}

void BoardView::setGridShown(bool shown) {
    gridShown_ = shown;
    viewport()->update();
}

void BoardView::setEditable(bool editable) {
    editable_ = editable;
    viewport()->update();
}

void BoardView::setToolCursor(const QCursor& cursor) {
    toolCursor_ = cursor;
    showCursor();
}

// What is shown

void BoardView::setSelection(const QSet<ElementId>& ids) {
    if (ids == selection_)
        return;
    const QSet<ElementId> before = std::exchange(selection_, ids);
    updateGroups();
    const QList<ElementId> stops = stops_;
    findGroups();
    updateGroups();
    if (stops != stops_)
        viewport()->update(); // they lie anywhere
    // With one selected its handles show, with two neither's do.
    const bool handles = before.size() <= 1 || ids.size() <= 1;
    const QSet<ElementId> changed = handles ? before | ids : (before - ids) | (ids - before);
    if (changed.size() > kMostApart) {
        viewport()->update();
        return;
    }
    for (const ElementId id : changed)
        updateElement(id);
}

void BoardView::setHits(const QSet<ElementId>& ids) {
    if (ids == hits_)
        return;
    hits_ = ids;
    viewport()->update();
}

void BoardView::setLit(std::optional<QSet<ElementId>> ids) {
    if (ids == lit_)
        return;
    lit_ = std::move(ids);
    viewport()->update();
}

void BoardView::setPreview(const Preview& preview) {
    if (preview == preview_)
        return;
    if (design_ && (preview.movedBy != preview_.movedBy || preview.resized != preview_.resized))
        updateGroups();
    const Preview before = std::exchange(preview_, preview);
    if (!design_)
        return;
    if (preview_.movedBy != before.movedBy || preview_.resized != before.resized)
        updateGroups();
    previewLayer_.set(*design_, index_, painter_.catalogue(), preview_);
    updatePreview(before, preview_);
    updatePreview(preview_, before);
    const bool hint = design_->elements.isEmpty() && preview_.isEmpty() != before.isEmpty();
    if (hint)
        viewport()->update();
}

void BoardView::findGroups() {
    groups_.clear();
    stops_.clear();
    if (!design_ || selection_.isEmpty() || selection_.size() > kMostGrouped)
        return;
    QHash<GroupId, qsizetype> places;
    bool anyStop = false;
    for (const ElementId id : std::as_const(selection_)) {
        const Element* element = design_->elements.find(id);
        anyStop = anyStop || (element && element->stop > 0);
        if (element && element->group && !places.contains(element->group))
            places.insert(element->group, places.size());
    }
    if (places.isEmpty() && !anyStop)
        return;
    groups_.resize(places.size());
    for (const Element& element : design_->elements) {
        if (anyStop && element.stop > 0)
            stops_.append(element.id);
        const auto place = element.group ? places.constFind(element.group) : places.cend();
        if (place != places.cend())
            groups_[*place].append(element.id);
    }
}

void BoardView::updateGroups() {
    for (const QList<ElementId>& members : std::as_const(groups_))
        updateAround(overlay().groupOutline(members));
}

Overlay BoardView::overlay() const {
    return {*design_, index_,   painter_.theme(), view_,  selection_,
            hits_,    preview_, groups_,          stops_, editable_};
}

void BoardView::updateAround(const QRectF& area, double more) {
    const double reach = kOverlayReach + look::kBlockReach * view_.zoom() + more;
    viewport()->update(area.adjusted(-reach, -reach, reach, reach).toAlignedRect() & viewport()->rect());
}

void BoardView::updateElement(ElementId id) {
    if (!design_)
        return;
    if (const auto rect = design_->rectOf(id))
        updateAround(view_.toView(*rect));
    else if (const Connection* connection = design_->connections.find(id))
        updateAround(view_.toView(design_->routeOf(*connection)),
                     points(connection->labelSize.w) * view_.zoom() / 2);
}

/// Marks for painting what `preview` shows, and what is stored where it did not show the same in `other`.
void BoardView::updatePreview(const Preview& preview, const Preview& other) {
    if (preview.moved.size() > kMostApart || preview.routes.size() > kMostApart) {
        viewport()->update();
        return;
    }
    const auto shifted = [&](ElementId id) {
        if (const auto rect = design_->rectOf(id)) {
            updateAround(view_.toView(rect->translated(preview.movedBy)));
        } else if (const Connection* connection = design_->connections.find(id)) {
            QList<Point> corners = design_->routeOf(*connection);
            for (Point& corner : corners)
                corner = corner + preview.movedBy;
            updateAround(view_.toView(corners), points(connection->labelSize.w) * view_.zoom() / 2);
        }
        if (!other.moved.contains(id))
            updateElement(id);
    };
    if (preview.movedBy != other.movedBy || preview.moved != other.moved) {
        for (const ElementId id : preview.moved)
            shifted(id);
    }
    for (auto it = preview.routes.cbegin(); it != preview.routes.cend(); ++it) {
        const auto same = other.routes.constFind(it.key());
        if (same != other.routes.cend() && *same == *it)
            continue;
        const Connection* connection = design_->connections.find(it.key());
        updateAround(view_.toView(*it), connection ? points(connection->labelSize.w) * view_.zoom() / 2 : 0);
        if (same == other.routes.cend())
            updateElement(it.key());
    }
    for (auto it = preview.resized.cbegin(); it != preview.resized.cend(); ++it) {
        updateAround(view_.toView(*it));
        updateElement(it.key());
    }
    for (auto it = preview.labelsAt.cbegin(); it != preview.labelsAt.cend(); ++it)
        updateElement(it.key());
    if (preview.rubberBand && preview.rubberBand != other.rubberBand)
        updateAround(view_.toView(*preview.rubberBand));
    if (preview.ghost && (preview.ghost != other.ghost || preview.ghostKind != other.ghostKind))
        updateAround(view_.toView(*preview.ghost));
    for (qsizetype i = 0; i < preview.ghosts.size(); ++i) {
        if (i >= other.ghosts.size() || preview.ghosts[i] != other.ghosts[i])
            updateAround(view_.toView(preview.ghosts[i].rect));
    }
    for (qsizetype i = 0; i < preview.ghostLines.size(); ++i) {
        const Preview::GhostLine& line = preview.ghostLines[i];
        if (i >= other.ghostLines.size() || line != other.ghostLines[i])
            updateAround(view_.toView(line.corners), points(measureLabel(line.label).w) * view_.zoom() / 2);
    }
    if (preview.shape && preview.shape != other.shape)
        updateAround(view_.toView(preview.shape->rect));
    if (preview.ink && preview.ink != other.ink)
        updateAround(view_.toView(changedPart(other.ink.value_or(Preview::Ink{}), *preview.ink)));
    for (const ElementId id : preview.fading) {
        if (!other.fading.contains(id))
            updateElement(id);
    }
    if (preview.connection != other.connection)
        updateAround(view_.toView(preview.connection));
    if (preview.grip && preview.grip != other.grip)
        updateAround(view_.toView(QList{*preview.grip}));
    if (preview.dropTarget != other.dropTarget)
        updateElement(preview.dropTarget);
    if (preview.hovered != other.hovered)
        updateElement(preview.hovered);
    if (preview.guides != other.guides) {
        for (const Preview::Line& guide : preview.guides)
            updateAround(view_.toView(QList{guide.from, guide.to}));
    }
    if (preview.gaps != other.gaps) {
        for (const Preview::Line& gap : preview.gaps)
            updateAround(view_.toView(QList{gap.from, gap.to}));
    }
}

// Painting

void BoardView::setOver(Over over) {
    over_ = std::move(over);
    viewport()->update();
}

void BoardView::paintPart(QPainter& painter, const QRect& part) const {
    painter.save();
    painter.setClipRect(part);
    if (!design_) {
        painter.fillRect(part, painter_.theme().canvas);
        painter.restore();
        return;
    }
    BoardPainter::Options options;
    options.grid = gridShown_;
    options.shadows = true;
    options.cached = true;
    options.scale = view_.zoom() * devicePixelRatioF();
    options.moved = &preview_.moved;
    options.movedBy = preview_.movedBy;
    options.routes = &preview_.routes;
    options.hidden = &previewLayer_.hidden();
    options.typed = edited_;
    options.lit = lit_ ? &*lit_ : nullptr;
    const QRectF area = view_.toPoints(QRectF(part.adjusted(-1, -1, 1, 1)));
    painter.translate(-QPointF(view_.offset()));
    painter.scale(view_.zoom(), view_.zoom());
    painter_.paint(painter, *design_, index_, area, options);
    options.lit = nullptr; // what is being changed is looked at
    previewLayer_.paint(painter, painter_, area, options);
    if (preview_.ink && preview_.ink->tool == StrokeTool::Pen) {
        const QString& colour = preview_.ink->colour;
        paintPenInk(painter, *preview_.ink, colour.isEmpty() ? painter_.theme().text : QColor(colour), area);
    }
    if (over_)
        over_(painter, painter_.theme());
    painter.restore();

    painter.save();
    painter.setClipRect(part);
    overlay().paint(painter, part);
    laser_.paint(painter, view_);
    if (design_->elements.isEmpty() && editable_ && preview_.isEmpty()) {
        QFont font = fonts::of(fonts::Role::Panel);
        font.setPixelSize(14);
        painter.setFont(font);
        painter.setPen(painter_.theme().muted);
        painter.drawText(viewport()->rect().adjusted(24, 24, -24, -24), Qt::AlignCenter | Qt::TextWordWrap,
                         tr("Drag a block here from the left, or press / and type what you need."));
    }
    if (focusRing_) {
        painter.setPen(QPen(painter_.theme().accent, 2));
        painter.setBrush(Qt::NoBrush);
        painter.setRenderHint(QPainter::Antialiasing, false);
        painter.drawRect(viewport()->rect().adjusted(1, 1, -1, -1));
    }
    painter.restore();
}

void BoardView::paintEvent(QPaintEvent* event) {
    painted_ = true;
    framing_ = nullptr;
    QPainter painter(viewport());
    const QRegion& region = event->region();
    if (region.rectCount() > kMostParts) {
        paintPart(painter, region.boundingRect());
        return;
    }
    for (const QRect& part : region)
        paintPart(painter, part);
}

// The view

void BoardView::moveTo(const ViewTransform& view) {
    const bool zoomed = view.zoom() != view_.zoom();
    const QPoint by = view_.offset() - view.offset();
    if (!zoomed && by.isNull())
        return;
    view_ = view;
    updateScrollBars();
    // Whole device pixels can be moved in the backing store; only what comes into sight is then painted.
    const double ratio = devicePixelRatioF();
    const bool fixed = focusRing_ || !design_ || design_->elements.isEmpty(); // the ring, the hint
    if (!zoomed && !fixed && ratio == std::floor(ratio))
        viewport()->scroll(by.x(), by.y(), viewport()->rect());
    else
        viewport()->update();
    editor_.place(view_);
    input_.viewChanged();
    if (zoomed)
        Q_EMIT zoomChanged();
}

void BoardView::updateScrollBars() {
    const QSize size = viewport()->size();
    // An empty board may be moved as if it were full.
    const QRectF shown =
        index_.bounds().isEmpty() ? QRectF(viewport()->rect()) : view_.toView(index_.bounds());
    const QRectF content = shown.translated(view_.offset());
    const ScrollRange x = scrollRange(content.left(), content.right(), size.width(), view_.offset().x());
    const ScrollRange y = scrollRange(content.top(), content.bottom(), size.height(), view_.offset().y());
    settingBars_ = true;
    const auto set = [](QScrollBar& bar, const ScrollRange& range, int page, int value) {
        bar.setRange(range.least, range.most);
        bar.setPageStep(page);
        bar.setSingleStep(40);
        bar.setValue(value);
    };
    set(*horizontalScrollBar(), x, size.width(), view_.offset().x());
    set(*verticalScrollBar(), y, size.height(), view_.offset().y());
    settingBars_ = false;
}

void BoardView::scrollContentsBy(int, int) {
    if (settingBars_)
        return;
    ViewTransform view = view_;
    view.setOffset({horizontalScrollBar()->value(), verticalScrollBar()->value()});
    moveTo(view);
}

void BoardView::zoomTo(double zoom, std::optional<QPointF> fixed) {
    ViewTransform view = view_;
    const double least = std::min({kLeastUsualZoom, view_.zoom(), fittingAll().zoom()});
    view.zoomTo(std::max(zoom, least), fixed.value_or(QRectF(viewport()->rect()).center()));
    moveTo(view);
}

void BoardView::scrollBy(QPointF pixels) {
    const QPoint wanted = view_.offset() - pixels.toPoint();
    ViewTransform view = view_;
    view.setOffset(
        {std::clamp(wanted.x(), horizontalScrollBar()->minimum(), horizontalScrollBar()->maximum()),
         std::clamp(wanted.y(), verticalScrollBar()->minimum(), verticalScrollBar()->maximum())});
    moveTo(view);
}

void BoardView::frame(std::function<void()> how) {
    if (!painted_)
        framing_ = how;
    how();
}

void BoardView::lookAt(QPointF centre, double zoom) {
    frame([this, centre, zoom] {
        ViewTransform view = view_;
        view.lookAt(centre, zoom, viewport()->size());
        moveTo(view);
    });
}

void BoardView::lookAgain(QPointF centre, double zoom, bool whole) {
    frame([this, centre, zoom, whole] {
        ViewTransform view = view_;
        view.lookAt(centre, zoom, viewport()->size());
        const Rect bounds = index_.bounds();
        const QRectF seen(viewport()->rect().adjusted(-1, -1, 1, 1)); // pixels are whole, the centre is not
        const QRectF board = view.toView(bounds);
        const bool sensible = bounds.isEmpty() || (whole ? seen.contains(board) : seen.intersects(board));
        moveTo(sensible ? view : fittingAll());
    });
}

void BoardView::lookAs(const ViewTransform& other) {
    frame([this, other] { moveTo(other); });
}

void BoardView::fit(const Rect& area, double most) {
    frame([this, area, most] {
        const QRectF board(points(area.x), points(area.y), points(area.w), points(area.h));
        moveTo(fitting(board, most));
    });
}

ViewTransform BoardView::fitting(const QRectF& board, double most) const {
    const auto within = [&](QSize size) {
        ViewTransform view = view_;
        view.lookAt(board.center(), zoomToFit(board.size(), size, most), size);
        return view;
    };
    const ViewTransform whole = within(viewport()->size());
    const QRectF there(whole.toView(board.topLeft()), board.size() * whole.zoom());
    if (covered_.isEmpty() || !there.intersects(covered_))
        return whole;
    // Above it or beside it, wherever it becomes larger.
    const ViewTransform above = within({viewport()->width(), covered_.top()});
    const ViewTransform beside = within({covered_.left(), viewport()->height()});
    return above.zoom() > beside.zoom() ? above : beside;
}

ViewTransform BoardView::fittingAll() const {
    const Rect bounds = index_.bounds();
    const QRectF board(points(bounds.x), points(bounds.y), points(bounds.w), points(bounds.h));
    ViewTransform view = view_;
    view.lookAt(board.center(),
                bounds.isEmpty() ? 1 : zoomToFit(board.size(), viewport()->size(), 1, fitMargin_),
                viewport()->size());
    return view;
}

void BoardView::fitAll() {
    frame([this] { moveTo(fittingAll()); });
}

void BoardView::bringIntoView(const Rect& area) {
    if (area.isEmpty())
        return;
    const QSize size = viewport()->size();
    const QSizeF room = QSizeF(size) - QSizeF(2 * kRevealMargin, 2 * kRevealMargin);
    const QRectF wanted = view_.toView(area);
    if (wanted.width() > room.width() || wanted.height() > room.height()) {
        if (!wanted.intersects(QRectF(viewport()->rect())) || wanted.width() > room.width() * 1.01 ||
            wanted.height() > room.height() * 1.01)
            fit(area, view_.zoom());
        return;
    }
    ViewTransform view = view_;
    view.scrollTo(area, size, covered_);
    moveTo(view);
}

void BoardView::comeNear(const Rect& area, double least) {
    const QRectF board(points(area.x), points(area.y), points(area.w), points(area.h));
    if (!area.isEmpty() && view_.zoom() < least && fitting(board, 1).zoom() > view_.zoom())
        fit(area, 1);
    else
        bringIntoView(area);
}

void BoardView::reveal(const ViewTransform& from, const QList<Rect>& wanted) {
    QList<QRectF> inPoints;
    for (const Rect& rect : wanted)
        inPoints.append({points(rect.x), points(rect.y), points(rect.w), points(rect.h)});
    ViewTransform view = from;
    if (view.zoom() < kSeenZoom && !inPoints.isEmpty())
        view.lookAt(inPoints.first().center(), 1, viewport()->size());
    view.reveal(inPoints, viewport()->size());
    moveTo(view);
}

QPointF BoardView::centre() const {
    return view_.toPoints(QRectF(viewport()->rect()).center());
}
QRectF BoardView::visibleArea() const {
    return view_.toPoints(QRectF(viewport()->rect()));
}
bool BoardView::isAllVisible() const {
    return !index_.bounds().isEmpty() && QRectF(viewport()->rect()).contains(view_.toView(index_.bounds()));
}

void BoardView::resizeEvent(QResizeEvent*) {
    if (framing_) {
        const auto how = framing_;
        how();
    }
    updateScrollBars();
    input_.viewChanged();
}

// Text in place

void BoardView::editText(ElementId id, const QString& text, const TextPlace& place) {
    endEditing();
    edited_ = id;
    editor_.open(text, place, view_);
    updateElement(id);
}

/// Over the text of the element as it is now; without the element there is nothing to type into.
void BoardView::placeEditor() {
    if (!editor_.isOpen())
        return;
    if (const auto text = editableTextOf(*design_, index_, painter_.theme(), edited_, editor_.text()))
        editor_.place(text->place, view_);
    else
        editor_.abandon();
}

void BoardView::endEditing() {
    editor_.commit();
}

} // namespace groundplan
