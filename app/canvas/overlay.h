#pragma once

#include "app/canvas/view_transform.h"
#include "app/render/board_index.h"
#include "app/render/preview.h"
#include "app/render/theme.h"

#include <QRect>
#include <QRegion>

class QPainter;

namespace groundplan {

/// What lies over the board and is never exported: selection, handles, what a gesture previews. In viewport
/// pixels.
struct Overlay {
    const Design& design;
    const BoardIndex& index;
    const Theme& theme;
    const ViewTransform& view;
    const QSet<ElementId>& selection;
    const QSet<ElementId>& hits; ///< of a search
    const Preview& preview;
    const QList<QList<ElementId>>& groups; ///< members of each group that has some selected
    const QList<ElementId>& stops;         ///< of the presentation: their numbers show
    bool editable = true;                  ///< handles and dots show

    void paint(QPainter& painter, const QRect& part) const;
    /// The outline of a group, as it is shown.
    QRectF groupOutline(const QList<ElementId>& members) const;

private:
    void paintGroups(QPainter& painter) const;
    void paintStops(QPainter& painter) const;
    QRectF shownRect(ElementId id) const;
    QList<QPointF> shownRoute(ElementId id) const;
    bool hasHandles(ElementId id) const;
    QRegion labelsIn(const QRectF& area) const;
    QRectF shownLabel(ElementId id, const QList<QPointF>& corners) const;
    void paintHits(QPainter& painter, const QRect& part) const;
    void paintSelection(QPainter& painter, const QRect& part) const;
    void paintRing(QPainter& painter, const QRect& part, ElementId id, const QColor& colour) const;
    void paintHandles(QPainter& painter, ElementId id) const;
    void paintSelectedConnection(QPainter& painter, const QRect& part, ElementId id, bool ends) const;
    void paintWaypoints(QPainter& painter, ElementId id) const;
    void paintDropTarget(QPainter& painter, const QRect& part) const;
    void paintGuides(QPainter& painter) const;
    void paintDots(QPainter& painter) const;
    void paintDrawnConnection(QPainter& painter) const;
    void paintGhost(QPainter& painter) const;
};

/// How far, in pixels, overlays reach beyond the geometry they belong to.
inline constexpr int kOverlayReach = 24;

} // namespace groundplan
