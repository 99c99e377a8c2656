#include "app/window/past_view.h"

#include "app/render/route_shape.h"

#include <QEvent>

#include <algorithm>

namespace groundplan {
namespace {

constexpr int kAir = 20; // pixels: what is only looked at is to be as large as there is room

} // namespace

PastView::PastView(const Catalogue& catalogue, const Theme& theme, QObject* parent)
    : QObject(parent)
    , view_(catalogue, theme, *this) {
    view_.setEditable(false);
    view_.setFitMargin(kAir);
    view_.viewport()->installEventFilter(this);
    view_.setAccessibleName(tr("The board as it was"));
}

PastView::~PastView() = default;

void PastView::show(const Design& design, BoardView::Over over) {
    design_ = design;
    const ViewTransform where = view_.transform();
    view_.setDesign(&design_);
    view_.setOver(std::move(over));
    // Kept, so that the eye can compare; but nothing of what came is to be missed while nobody has zoomed.
    const bool isSeen = QRectF(view_.rect()).contains(where.toView(design_.bounds()));
    if (fitted_ && (isSeen || !(*fitted_ == where)))
        view_.lookAs(where);
    else
        fitAll();
    QSet<ElementId> still;
    for (const ElementId id : std::as_const(selection_)) {
        if (design_.elements.contains(id))
            still.insert(id);
    }
    const bool same = still == selection_;
    selection_ = still;
    view_.setSelection(selection_);
    Q_EMIT designChanged();
    if (!same)
        Q_EMIT selectionChanged();
}

void PastView::fitAll() {
    view_.fitAll();
    fitted_ = view_.transform();
}

/// While nobody has moved it, all of the design is seen in whatever room there is.
bool PastView::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Resize && fitted_ && *fitted_ == view_.transform())
        fitAll();
    return QObject::eventFilter(watched, event);
}

void PastView::setSelection(const QSet<ElementId>& ids) {
    if (ids == selection_)
        return;
    selection_ = ids;
    view_.setSelection(ids);
    Q_EMIT selectionChanged();
}

void PastView::bringIntoView(const QSet<ElementId>& ids) {
    Rect area;
    for (const ElementId id : ids) {
        if (const auto rect = design_.rectOf(id))
            area = area.united(*rect);
        else if (const Connection* connection = design_.connections.find(id)) {
            for (const Point& corner : design_.routeOf(*connection))
                area = area.united({corner.x, corner.y, 1, 1});
        }
    }
    if (!area.isEmpty())
        view_.bringIntoView(area);
}

void PastView::comeNear(ElementId id, const Rect& also) {
    constexpr Size kHead{200 * kUnitsPerPoint, 60 * kUnitsPerPoint};
    Rect all;
    Rect head;
    if (const auto rect = design_.rectOf(id)) {
        all = *rect;
        head = {all.x, all.y, std::min(all.w, kHead.w), std::min(all.h, kHead.h)};
    } else if (const Connection* connection = design_.connections.find(id)) {
        const QList<Point> way = design_.routeOf(*connection);
        for (const Point& corner : way)
            all = all.united({corner.x, corner.y, 1, 1});
        const QList<QPointF> corners = toPointsF(way);
        const QPointF middle = pointAlong(corners, lengthOf(corners) / 2);
        head = {units(middle.x()) - kHead.w / 2, units(middle.y()) - kHead.h / 2, kHead.w, kHead.h};
    }
    if (all.isEmpty())
        return;
    ViewTransform from = view_.transform();
    const QSize size = view_.viewport()->size();
    if (from.zoom() < kSmallReadableZoom) {
        const Rect both = all.united(also);
        const double fitting = zoomToFit({points(both.w), points(both.h)}, size, 1, kRevealMargin);
        from.lookAt({points(both.center().x), points(both.center().y)}, std::max(fitting, kSmallReadableZoom),
                    size);
    }
    const QSizeF room = QSizeF(size) - QSizeF(2 * kRevealMargin, 2 * kRevealMargin);
    const QList<Rect> choices{all.united(also), all, head.united(also), also, head};
    for (const Rect& rect : choices) {
        const QSizeF wanted = from.toView(rect).size();
        if (!rect.isEmpty() && wanted.width() <= room.width() && wanted.height() <= room.height()) {
            view_.reveal(from, {rect});
            return;
        }
    }
}

void PastView::pointerPressed(const PointerEvent& event) {
    const QList<Hit> hits = hitsAt(design_, view_.index(), event.at, event.tolerance, {});
    setSelection(hits.isEmpty() ? QSet<ElementId>{} : QSet<ElementId>{hits.first().element});
}

bool PastView::keyPressed(const KeyPress& key) {
    if (key.key != Qt::Key_Escape)
        return false;
    if (selection_.isEmpty())
        Q_EMIT leaveWanted();
    else
        setSelection({});
    return true;
}

} // namespace groundplan
