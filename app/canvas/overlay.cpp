#include "app/canvas/overlay.h"

#include "app/render/board_layers.h"
#include "app/render/fonts.h"
#include "app/render/look.h"
#include "app/render/marks.h"
#include "app/render/route_shape.h"
#include "model/routing/label_place.h"

#include <QPainter>
#include <QPainterPath>

#include <array>
#include <cmath>

namespace groundplan {

namespace {

constexpr double kRingGap = 2; ///< between a card and its selection ring
constexpr double kRingWidth = 2;
constexpr double kHandle = 8; ///< side of a resize handle
constexpr double kDotRadius = 4.5;
constexpr double kEndRadius = 5;
constexpr double kGroupGap = 9;    ///< between the members of a group and its outline
constexpr double kStopHeight = 18; ///< of the badge with a stop's number
constexpr double kGapFoot = 5;     ///< half a foot of the bar that shows an equal distance
constexpr double kWaypointRadius = 6;
constexpr double kGripRadius = 9; ///< larger than any handle that it stands on
constexpr double kHalo = 7;       ///< width of the light band along a selected connection
/// Above this many selected elements rings lose their corners and connections their halo: nobody could tell,
/// and a frame has no time for them.
constexpr qsizetype kManySelected = 400;
/// A side handle needs a side of this length, in pixels, to stand clear of those at the corners.
constexpr double kSideForHandle = 56;

QColor withAlpha(QColor colour, int alpha) {
    colour.setAlpha(alpha);
    return colour;
}

QPen ringPen(const QColor& colour) {
    QPen pen(colour, kRingWidth);
    pen.setJoinStyle(Qt::RoundJoin);
    return pen;
}

/// The eight handles of a rectangle, clockwise from the top left.
std::array<QPointF, 8> handlesOf(const QRectF& r) {
    const QPointF c = r.center();
    return {r.topLeft(),     {c.x(), r.top()},    r.topRight(),   {r.right(), c.y()},
            r.bottomRight(), {c.x(), r.bottom()}, r.bottomLeft(), {r.left(), c.y()}};
}

} // namespace

bool Overlay::hasHandles(ElementId id) const {
    const Element* element = design.elements.find(id);
    return editable && element && !element->locked && selection.size() == 1 && selection.contains(id);
}

QRectF Overlay::shownRect(ElementId id) const {
    const auto rect = design.rectOf(id);
    if (!rect)
        return {};
    if (const auto it = preview.resized.constFind(id); it != preview.resized.cend())
        return view.toView(*it);
    return view.toView(preview.moved.contains(id) ? rect->translated(preview.movedBy) : *rect);
}

QList<QPointF> Overlay::shownRoute(ElementId id) const {
    QList<Point> corners;
    if (const auto it = preview.routes.constFind(id); it != preview.routes.cend()) {
        corners = *it;
    } else if (const Connection* connection = design.connections.find(id)) {
        corners = design.routeOf(*connection);
        if (preview.moved.contains(id)) {
            for (Point& corner : corners)
                corner = corner + preview.movedBy;
        }
    }
    QList<QPointF> shown;
    shown.reserve(corners.size());
    for (const Point corner : std::as_const(corners))
        shown.append(view.toView(corner));
    return shown;
}

QRectF Overlay::shownLabel(ElementId id, const QList<QPointF>& corners) const {
    const Connection* connection = design.connections.find(id);
    if (!connection || connection->label.isEmpty())
        return {};
    QList<QPointF> route;
    route.reserve(corners.size());
    for (const QPointF corner : corners)
        route.append(view.toPoints(corner));
    const QRectF pill = placeLabel(route, preview.labelsAt.value(id, connection->labelAt),
                                   QSizeF(points(connection->labelSize.w), points(connection->labelSize.h)),
                                   connection->direction);
    return {view.toView(pill.topLeft()), pill.size() * view.zoom()};
}

/// The pills that are shown there.
QRegion Overlay::labelsIn(const QRectF& area) const {
    QRegion pills;
    const QRectF board = view.toPoints(area);
    const Rect near{units(board.x()), units(board.y()), units(board.width()), units(board.height())};
    const auto& connections = index.layers().connections;
    for (std::size_t i = 0; i < connections.entries.size(); ++i) {
        const ConnectionEntry& entry = connections.entries[i];
        const bool elsewhere = preview.moved.contains(entry.id) || preview.routes.contains(entry.id);
        if (entry.label.isEmpty() || !(elsewhere || connections.bounds[i].intersects(near)))
            continue;
        const QRectF pill = shownLabel(entry.id, shownRoute(entry.id));
        if (pill.intersects(area))
            pills += pill.toAlignedRect();
    }
    return pills;
}

void Overlay::paintRing(QPainter& painter, const QRect& part, ElementId id, const QColor& colour) const {
    const QRectF rect = shownRect(id);
    if (rect.isEmpty())
        return;
    const bool frame = design.frames.contains(id);
    const double radius = (frame ? look::kFrameRadius : look::kCardRadius) * view.zoom() + kRingGap;
    const double out = kRingGap + kRingWidth / 2;
    // Marks and labels of connections sit on the edge and stay in front of the ring.
    const Marks marks = marksOf(design, index.attached(id));
    const QRectF around = rect.adjusted(-2 * out, -2 * out, 2 * out, 2 * out);
    const QRegion labels = frame || selection.size() == 1 ? labelsIn(around) : QRegion();
    painter.save();
    if (!marks.isEmpty() || !labels.isEmpty()) {
        QRegion clip = QRegion(part) - labels;
        const QRectF board(view.toPoints(rect));
        for (int i = 0; i < int(marks.size()); ++i) {
            const double reach = look::kMarkRadius * view.zoom();
            const QPointF centre = view.toView(markCentre(board, i));
            clip -=
                QRegion(QRectF(centre.x() - reach, centre.y() - reach, 2 * reach, 2 * reach).toAlignedRect(),
                        QRegion::Ellipse);
        }
        painter.setClipRegion(clip);
    }
    painter.setPen(ringPen(colour));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(rect.adjusted(-out, -out, out, out), radius, radius);
    painter.restore();
}

void Overlay::paintHandles(QPainter& painter, ElementId id) const {
    const QRectF rect = shownRect(id);
    if (rect.isEmpty())
        return;
    const double out = kRingGap + kRingWidth / 2;
    const auto handles = handlesOf(rect.adjusted(-out, -out, out, out));
    painter.setPen(QPen(theme.accent, 1.5));
    painter.setBrush(theme.panel);
    for (std::size_t i = 0; i < handles.size(); ++i) {
        // A block's sides are where its connection dots are; its corners do for both directions.
        const bool corner = i % 2 == 0;
        if (!corner && design.blocks.contains(id))
            continue;
        if (!corner && (i % 4 == 1 ? rect.width() : rect.height()) < kSideForHandle)
            continue;
        painter.drawRoundedRect(
            QRectF(handles[i].x() - kHandle / 2, handles[i].y() - kHandle / 2, kHandle, kHandle), 2, 2);
    }
}

void Overlay::paintSelectedConnection(QPainter& painter, const QRect& part, ElementId id, bool ends) const {
    const QList<QPointF> corners = shownRoute(id);
    if (corners.size() < 2)
        return;
    QPen halo(withAlpha(theme.accent, 80), kHalo);
    halo.setCapStyle(Qt::RoundCap);
    halo.setJoinStyle(Qt::RoundJoin);
    // The band runs round the label, which gets a ring instead.
    const QRectF label = shownLabel(id, corners);
    painter.save();
    if (!label.isEmpty())
        painter.setClipRegion(QRegion(part) - QRegion(label.toAlignedRect()));
    painter.strokePath(roundedPath(corners, look::kLineRadius * view.zoom()), halo);
    painter.restore();
    if (!label.isEmpty()) {
        painter.setPen(QPen(theme.accent, 1.5));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(label, label.height() / 2, label.height() / 2);
    }
    if (!ends)
        return;
    paintWaypoints(painter, id);
    painter.setPen(QPen(theme.accent, 2));
    painter.setBrush(theme.panel);
    painter.drawEllipse(corners.first(), kEndRadius, kEndRadius);
    painter.drawEllipse(corners.last(), kEndRadius, kEndRadius);
}

QRectF Overlay::groupOutline(const QList<ElementId>& members) const {
    QRectF all;
    for (const ElementId id : members)
        all |= shownRect(id);
    return all.adjusted(-kGroupGap, -kGroupGap, kGroupGap, kGroupGap);
}

void Overlay::paintGroups(QPainter& painter) const {
    if (groups.isEmpty())
        return;
    QPen pen(theme.accent, 1);
    pen.setDashPattern({4, 4});
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    for (const QList<ElementId>& members : groups)
        painter.drawRoundedRect(groupOutline(members), look::kCardRadius, look::kCardRadius);
}

void Overlay::paintStops(QPainter& painter) const {
    QFont font = fonts::of(fonts::Role::Chip);
    font.setWeight(QFont::DemiBold);
    const QFontMetricsF metrics(font);
    for (const ElementId id : stops) {
        const QRectF rect = shownRect(id);
        const QString number = QString::number(design.elements.at(id).stop);
        const double width = std::max(kStopHeight, metrics.horizontalAdvance(number) + 10);
        const QRectF badge(rect.left() - width / 2, rect.top() - kStopHeight / 2, width, kStopHeight);
        painter.setPen(QPen(theme.canvas, 1.5));
        painter.setBrush(theme.accent);
        painter.drawRoundedRect(badge, kStopHeight / 2, kStopHeight / 2);
        painter.setFont(font);
        painter.setPen(theme.onAccent);
        painter.drawText(badge, Qt::AlignCenter, number);
    }
}

void Overlay::paintHits(QPainter& painter, const QRect& part) const {
    if (hits.isEmpty())
        return;
    const QRectF seen = QRectF(part).adjusted(-kOverlayReach, -kOverlayReach, kOverlayReach, kOverlayReach);
    QColor band = withAlpha(theme.warning, 110);
    QList<QRectF> many;
    for (const ElementId id : hits) {
        const QRectF rect = shownRect(id);
        if (rect.isEmpty()) {
            const QList<QPointF> corners = shownRoute(id);
            if (corners.size() > 1 && hits.size() <= kManySelected)
                painter.strokePath(roundedPath(corners, look::kLineRadius * view.zoom()),
                                   QPen(band, kHalo, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        } else if (rect.intersects(seen)) {
            if (hits.size() <= kManySelected && !selection.contains(id))
                paintRing(painter, part, id, theme.warning);
            else if (!selection.contains(id))
                many.append(rect.adjusted(-2, -2, 1, 1));
        }
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(QPen(theme.warning, 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRects(many);
    painter.setRenderHint(QPainter::Antialiasing, true);
}

/// Squares standing on a corner, so that they are told from the round ends and the upright handles of a
/// block.
void Overlay::paintWaypoints(QPainter& painter, ElementId id) const {
    QList<Point> points = preview.waypoints.value(id);
    const Connection* connection = design.connections.find(id);
    if (points.isEmpty() && connection) {
        const Point origin = design.rectOf(connection->source).value_or(Rect{}).topLeft();
        for (const Point point : connection->waypoints)
            points.append(point + origin);
    }
    painter.setPen(QPen(theme.panel, 1.5));
    painter.setBrush(theme.accent);
    for (const Point point : std::as_const(points)) {
        const QPointF at = view.toView(point);
        const std::array<QPointF, 4> diamond{
            at - QPointF(0, kWaypointRadius), at + QPointF(kWaypointRadius, 0),
            at + QPointF(0, kWaypointRadius), at - QPointF(kWaypointRadius, 0)};
        painter.drawConvexPolygon(diamond.data(), int(diamond.size()));
    }
}

void Overlay::paintSelection(QPainter& painter, const QRect& part) const {
    if (selection.isEmpty())
        return;
    if (selection.size() > kManySelected) {
        // One batch of plain rectangles.
        QList<QRectF> rings;
        for (const ElementId id : selection) {
            const QRectF ring = shownRect(id).adjusted(-2, -2, 1, 1);
            if (ring.width() > 3 && ring.intersects(QRectF(part)))
                rings.append(ring);
        }
        painter.setRenderHint(QPainter::Antialiasing, false);
        painter.setPen(QPen(theme.accent, view.zoom() < 0.5 ? 1 : 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRects(rings);
        painter.setRenderHint(QPainter::Antialiasing, true);
        return;
    }
    for (const ElementId id : selection) {
        const Element* element = design.elements.find(id);
        if (!element)
            continue;
        const bool handles = hasHandles(id);
        if (element->type == ElementType::Connection) {
            paintSelectedConnection(painter, part, id, handles);
            continue;
        }
        if (!shownRect(id)
                 .adjusted(-kOverlayReach, -kOverlayReach, kOverlayReach, kOverlayReach)
                 .intersects(QRectF(part)))
            continue;
        paintRing(painter, part, id, theme.accent);
        if (handles)
            paintHandles(painter, id);
    }
}

void Overlay::paintDropTarget(QPainter& painter, const QRect& part) const {
    if (!preview.dropTarget)
        return;
    if (design.connections.contains(preview.dropTarget)) {
        paintSelectedConnection(painter, part, preview.dropTarget, false);
        return;
    }
    const QRectF rect = shownRect(preview.dropTarget);
    if (rect.isEmpty())
        return;
    const bool frame = design.frames.contains(preview.dropTarget);
    const double radius = (frame ? look::kFrameRadius : look::kCardRadius) * view.zoom();
    painter.setPen(Qt::NoPen);
    painter.setBrush(withAlpha(theme.accent, 28));
    painter.drawRoundedRect(rect, radius, radius);
    paintRing(painter, part, preview.dropTarget, theme.accent);
}

void Overlay::paintDots(QPainter& painter) const {
    const auto rect = design.rectOf(preview.hovered);
    if (!rect || !editable)
        return;
    painter.setPen(QPen(theme.canvas, 1.5));
    painter.setBrush(theme.accent);
    const bool sideHandles = hasHandles(preview.hovered) && !design.blocks.contains(preview.hovered);
    for (const Point dot : connectionDots(*rect, view.unitsFor(dotDistance(sideHandles))))
        painter.drawEllipse(view.toView(dot), kDotRadius, kDotRadius);
}

void Overlay::paintDrawnConnection(QPainter& painter) const {
    QList<QPointF> corners;
    for (const Point corner : preview.connection)
        corners.append(view.toView(corner));
    if (corners.size() < 2)
        return;
    QPen pen(theme.accent, 2);
    pen.setCapStyle(Qt::RoundCap);
    painter.strokePath(roundedPath(corners, look::kLineRadius * view.zoom()), pen);
    const QPointF tip = corners.last();
    const QPointF back = corners.at(corners.size() - 2) - tip;
    const double length = std::hypot(back.x(), back.y());
    if (length < 1)
        return;
    const QPointF along = back / length * 10;
    const QPointF across(along.y() * 0.45, -along.x() * 0.45);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.accent);
    const std::array<QPointF, 3> head{tip, tip + along + across, tip + along - across};
    painter.drawConvexPolygon(head.data(), int(head.size()));
}

void Overlay::paintGhost(QPainter& painter) const {
    if (!preview.ghost)
        return;
    QPen pen(theme.accent, 1.5);
    if (preview.ghostKind.isEmpty())
        pen.setStyle(Qt::DashLine);
    painter.setPen(pen);
    painter.setBrush(preview.ghostKind.isEmpty() ? QBrush(withAlpha(theme.accent, 20)) : QBrush(Qt::NoBrush));
    const double radius = look::kCardRadius * view.zoom();
    painter.drawRoundedRect(view.toView(*preview.ghost), radius, radius);
}

void Overlay::paintGuides(QPainter& painter) const {
    painter.setPen(QPen(theme.accent, 1, Qt::DashLine));
    for (const Preview::Line& guide : preview.guides)
        painter.drawLine(view.toView(guide.from), view.toView(guide.to));
    // Equal distances: bars with feet, as on a drawing.
    painter.setPen(QPen(theme.accent, 1.5));
    for (const Preview::Line& gap : preview.gaps) {
        const QPointF from = view.toView(gap.from);
        const QPointF to = view.toView(gap.to);
        const QPointF foot = gap.from.y == gap.to.y ? QPointF(0, kGapFoot) : QPointF(kGapFoot, 0);
        painter.drawLine(from, to);
        painter.drawLine(from - foot, from + foot);
        painter.drawLine(to - foot, to + foot);
    }
}

void Overlay::paint(QPainter& painter, const QRect& part) const {
    painter.setRenderHint(QPainter::Antialiasing, true);
    paintHits(painter, part);
    paintGroups(painter);
    paintSelection(painter, part);
    for (auto it = preview.resized.cbegin(); it != preview.resized.cend(); ++it) {
        if (design.frames.contains(it.key()) && !selection.contains(it.key()))
            paintRing(painter, part, it.key(), theme.accent);
    }
    paintDropTarget(painter, part);
    paintStops(painter);
    paintDots(painter);
    paintGhost(painter);
    paintDrawnConnection(painter);
    paintGuides(painter);
    if (preview.grip) {
        painter.setPen(QPen(theme.accent, 2));
        painter.setBrush(theme.panel);
        painter.drawEllipse(view.toView(*preview.grip), kGripRadius, kGripRadius);
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.accent);
        painter.drawEllipse(view.toView(*preview.grip), kGripRadius / 2, kGripRadius / 2);
    }
    if (preview.rubberBand) {
        painter.setRenderHint(QPainter::Antialiasing, false);
        painter.setPen(QPen(theme.accent, 1));
        painter.setBrush(withAlpha(theme.accent, 24));
        painter.drawRect(view.toView(*preview.rubberBand));
        painter.setRenderHint(QPainter::Antialiasing, true);
    }
}

} // namespace groundplan
