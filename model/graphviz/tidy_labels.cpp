#include "model/graphviz/tidy_labels.h"

#include "model/graphviz/frame_margins.h"

#include <algorithm>

namespace groundplan {

namespace {

struct Need {
    ElementId nearer;
    ElementId farther;
    Coord room;
};

} // namespace

void fitFrames(const TidyParts& parts, QHash<ElementId, Rect>& layout) {
    QHash<ElementId, Rect> inside;
    for (const TidyBox& box : parts.boxes) {
        if (box.frame && layout.contains(box.id))
            inside[box.frame] = inside[box.frame].united(layout.value(box.id));
    }
    // Parents come first: backwards, each frame is full when it is put around.
    for (auto frame = parts.frames.crbegin(); frame != parts.frames.crend(); ++frame) {
        if (!layout.contains(frame->id))
            continue;
        const Rect rect = withFrameMargins(inside.value(frame->id));
        layout.insert(frame->id, rect);
        if (frame->parent)
            inside[frame->parent] = inside[frame->parent].united(rect);
    }
}

void makeRoomForLabels(const Design& design, const TidyParts& parts, bool leftToRight,
                       QHash<ElementId, Rect>& layout) {
    const auto from = [&](ElementId id) {
        const Rect rect = layout.value(id);
        return leftToRight ? rect.left() : rect.top();
    };
    const auto to = [&](ElementId id) {
        const Rect rect = layout.value(id);
        return leftToRight ? rect.right() : rect.bottom();
    };
    QList<Need> needs;
    for (const Connection* connection : design.connections.sorted()) {
        if (connection->label.isEmpty() || !layout.contains(connection->source) ||
            !layout.contains(connection->target))
            continue;
        const bool forward = from(connection->source) <= from(connection->target);
        const Coord length = leftToRight ? connection->labelSize.w : connection->labelSize.h;
        needs.append({forward ? connection->source : connection->target,
                      forward ? connection->target : connection->source, length + 2 * kLabelAir});
    }
    std::stable_sort(needs.begin(), needs.end(),
                     [&](const Need& a, const Need& b) { return from(a.farther) < from(b.farther); });
    for (const Need& need : std::as_const(needs)) {
        const Coord there = from(need.farther);
        const Coord gap = there - to(need.nearer);
        if (gap < 0 || gap >= need.room)
            continue;
        const Coord more = snappedUp(need.room - gap);
        for (const TidyBox& box : parts.boxes) {
            if (layout.contains(box.id) && from(box.id) >= there) {
                Rect& rect = layout[box.id];
                rect = rect.translated(leftToRight ? Point{more, 0} : Point{0, more});
            }
        }
        fitFrames(parts, layout);
    }
}

} // namespace groundplan
