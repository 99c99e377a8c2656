#pragma once

#include "app/tools/tool.h"

namespace groundplan {

/// One gesture from the moment the pointer has moved far enough to its release. It owns its data, previews
/// through the host and commits at most once, in released(). Whoever runs it clears the preview when it is
/// over.
class Gesture {
public:
    virtual ~Gesture() = default;
    virtual void moved(ToolHost& host, const PointerEvent& event) = 0;
    virtual void released(ToolHost& host, const PointerEvent& event) = 0;
    /// Undoes what it has changed on the way beside the preview (the selection).
    virtual void cancelled(ToolHost& host) { Q_UNUSED(host) }
    /// Delete was pressed meanwhile: removes what is held, and is over; false where it is nothing to be
    /// removed.
    virtual bool deletePressed(ToolHost& host) {
        Q_UNUSED(host)
        return false;
    }
};

/// How far the pointer moves, in pixels, before a press becomes a drag.
inline constexpr double kDragThreshold = 4;

inline bool isDrag(const PointerEvent& from, const PointerEvent& to) {
    const QPointF way = to.viewAt - from.viewAt;
    return way.manhattanLength() >= kDragThreshold;
}

/// `pixels` on screen in board units, at the zoom at which the event happened (a tolerance is four pixels
/// wide).
inline Coord unitsOnScreen(const PointerEvent& event, int pixels) {
    return Coord(qint64(event.tolerance) * pixels / 4);
}

/// Positions made by dragging lie on this grid, in units, unless snapping is suspended.
inline constexpr Coord kSnap = 4 * kUnitsPerPoint;

/// Alt suspends snapping, to the grid and to neighbours.
inline bool snaps(const PointerEvent& event) {
    return !event.modifiers.testFlag(Qt::AltModifier);
}
inline constexpr int kAlignWithin = 5; ///< pixels from which others pull

inline Coord snapped(Coord value) {
    return Coord(std::round(double(value) / kSnap)) * kSnap;
}

} // namespace groundplan
