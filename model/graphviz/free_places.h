#pragma once

#include "model/design/geometry.h"
#include "model/design/id.h"

#include <QHash>
#include <QList>

#include <optional>
#include <utility>

namespace groundplan {

/// Finds free places on a board on which some things must not move: the nearest to where something should
/// be, beside all else in its frame. Frames grow around what is put into them, where that covers nothing
/// that stands beside them.
class FreePlaces {
public:
    /// `gap` is left between neighbours.
    explicit FreePlaces(Coord gap = 24 * kUnitsPerPoint)
        : gap_(gap) {}
    /// What is left instead between two things that have ids, beside and above each other.
    void setGapOfNamed(Size gap) { gapOfNamed_ = gap; }
    /// Between these two even more is left, for what stands there.
    void setRoom(ElementId a, ElementId b, Size room);

    /// A frame that stays; parents come first. Without a rectangle it becomes as large as what it holds.
    void addFrame(ElementId frame, ElementId parent, const Rect& rect);
    /// Something that stays where it is inside `frame` (none: the board).
    void addObstacle(ElementId frame, const Rect& rect, ElementId id = {});
    /// The place nearest to `wanted` that is free; it is taken from now on, and frames have grown around it.
    Rect take(ElementId frame, const Rect& wanted, ElementId id = {});
    /// Whether take() would give `wanted`.
    bool isFree(ElementId frame, const Rect& wanted, ElementId id = {}) const {
        return isFree(frame, wanted, id, false);
    }
    /// Where all of `wanted`, moved together, is free: the shift nearest to none, if there is one at most
    /// `farthest` away.
    std::optional<Point> shiftFor(ElementId frame, const QList<Rect>& wanted, Coord farthest) const;
    Rect rectOf(ElementId frame) const { return frames_.value(frame).rect; }

private:
    struct Box {
        ElementId frame; ///< that it is, if it is one
        Rect rect;
        ElementId id = {}; ///< of what is no frame
    };
    struct Frame {
        ElementId parent;
        Rect rect;
        bool fits = false; ///< grows around whatever it holds
        QList<Box> inside;
    };
    Size gapTo(const Box& box, ElementId id) const;
    bool isFree(ElementId frame, const Rect& rect, ElementId id, bool mayCover, ElementId growing = {}) const;
    std::optional<Rect> nearest(ElementId frame, const Rect& wanted, ElementId id, bool mayCover) const;
    void grow(ElementId frame, Rect inner, bool onlyFitting);

    Coord gap_;
    Size gapOfNamed_;
    QHash<std::pair<ElementId, ElementId>, Size> rooms_; ///< the smaller id first
    QHash<ElementId, Frame> frames_;                     ///< with the board, under no id
};

} // namespace groundplan
