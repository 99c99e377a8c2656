#pragma once

#include "model/design/geometry.h"
#include "model/design/id.h"

#include <QHash>
#include <QList>

#include <optional>

namespace groundplan {

/// Finds free places on a board on which some things must not move: the nearest to where something should
/// be, beside all else in its frame. Frames grow around what is put into them, where that covers nothing
/// that stands beside them.
class FreePlaces {
public:
    /// `gap` is left between neighbours.
    explicit FreePlaces(Coord gap = 24 * kUnitsPerPoint)
        : gap_(gap) {}

    /// A frame that stays; parents come first. Without a rectangle it becomes as large as what it holds.
    void addFrame(ElementId frame, ElementId parent, const Rect& rect);
    /// Something that stays where it is inside `frame` (none: the board).
    void addObstacle(ElementId frame, const Rect& rect);
    /// The place nearest to `wanted` that is free; it is taken from now on, and frames have grown around it.
    Rect take(ElementId frame, const Rect& wanted);
    /// Where all of `wanted`, moved together, is free: the shift nearest to none, if there is one at most
    /// `farthest` away.
    std::optional<Point> shiftFor(ElementId frame, const QList<Rect>& wanted, Coord farthest) const;
    Rect rectOf(ElementId frame) const { return frames_.value(frame).rect; }

private:
    struct Box {
        ElementId frame; ///< that it is, if it is one
        Rect rect;
    };
    struct Frame {
        ElementId parent;
        Rect rect;
        bool fits = false; ///< grows around whatever it holds
        QList<Box> inside;
    };
    bool isFree(ElementId frame, const Rect& rect, bool mayCover, ElementId growing = {}) const;
    std::optional<Rect> nearest(ElementId frame, const Rect& wanted, bool mayCover) const;
    void grow(ElementId frame, Rect inner, bool onlyFitting);

    Coord gap_;
    QHash<ElementId, Frame> frames_; ///< with the board, under no id
};

} // namespace groundplan
