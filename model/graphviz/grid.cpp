#include "model/graphviz/grid.h"

#include "model/graphviz/frame_margins.h"
#include "model/graphviz/placement.h"
#include "model/graphviz/snap.h"

#include <algorithm>
#include <cmath>

namespace groundplan {

namespace {

constexpr Coord kGap = 36 * kUnitsPerPoint;

struct Box {
    ElementId id;
    Size size;
    Point at; ///< relative to the inside of its frame
};

/// Sets `at` of the boxes, row by row, so that the whole is about twice as wide as high; returns its size.
Size fillRows(QList<Box>& boxes) {
    double area = 0;
    Coord widest = 0;
    for (const Box& box : boxes) {
        area += double(box.size.w + kGap) * (box.size.h + kGap);
        widest = std::max(widest, box.size.w);
    }
    const auto width = std::max(widest, Coord(std::min(std::sqrt(2 * area), double(kMaxCoord))));
    Size whole;
    Point next;
    Coord rowHeight = 0;
    for (Box& box : boxes) {
        if (next.x > 0 && next.x + box.size.w > width) {
            next = {0, snappedUp(next.y + rowHeight + kGap)};
            rowHeight = 0;
        }
        box.at = next;
        next.x += snappedUp(box.size.w + kGap);
        rowHeight = std::max(rowHeight, box.size.h);
        whole = {std::max(whole.w, box.at.x + box.size.w), std::max(whole.h, box.at.y + box.size.h)};
    }
    return whole;
}

} // namespace

LayoutResult gridLayout(const LayoutRequest& request) {
    QHash<ElementId, QList<Box>> inside;
    for (const LayoutRequest::Node& node : request.nodes)
        inside[node.frame].append({node.id, node.size, {}});
    // Parents come before their children, so that backwards every frame is full before it is put into its
    // parent.
    for (auto cluster = request.clusters.crbegin(); cluster != request.clusters.crend(); ++cluster) {
        const Size content = fillRows(inside[cluster->id]);
        const Size size = inside[cluster->id].isEmpty() ? kImportedFrame
                                                        : Size{snappedUp(content.w + 2 * kFrameSide),
                                                               snappedUp(content.h + kFrameTop + kFrameSide)};
        inside[cluster->parent].prepend({cluster->id, size, {}});
    }
    fillRows(inside[{}]);
    LayoutResult result;
    const auto put = [&](ElementId frame, Point origin) {
        for (const Box& box : inside.value(frame)) {
            const Point at = origin + box.at;
            result.rects.insert(box.id, {at.x, at.y, box.size.w, box.size.h});
        }
    };
    put({}, {});
    for (const LayoutRequest::Cluster& cluster : request.clusters)
        put(cluster.id, result.rects.value(cluster.id).topLeft() + Point{kFrameSide, kFrameTop});
    return result;
}

} // namespace groundplan
