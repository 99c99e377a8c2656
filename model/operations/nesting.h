#pragma once

#include "model/design/design.h"

namespace groundplan {

/// Answers which frame holds a place, by geometry: the smallest one there, in front of others of its size.
/// Knows the frames' rectangles as they were when it was made; how they are nested it reads from the design
/// when asked.
class FrameFinder {
public:
    explicit FrameFinder(const Design& design);
    /// The innermost frame under `middle` that `element` may belong to: not itself, nothing inside it, larger
    /// than it where it is a frame, and not nested too deep. None: the board.
    ElementId parentFor(ElementId element, Point middle) const;
    /// The innermost frame there that a new element (a frame of `area` with `height` levels of frames, itself
    /// included; a block or card has 0 of both) may belong to.
    ElementId parentFor(Point middle, qint64 area = 0, int height = 0) const;

private:
    struct Entry {
        ElementId id;
        Rect rect;
        qint64 area;
        qint64 order;
    };
    const Design& design_;
    QList<Entry> frames_; ///< smallest first
};

qint64 areaOf(const Rect& rect);
/// Frames on the way from the board to `frame`, itself included; 0 for none.
int depthOf(const Design& design, ElementId frame);
/// Levels of frames from `element` down, itself included; 0 for a block or card.
int heightOf(const Design& design, ElementId element);

} // namespace groundplan
