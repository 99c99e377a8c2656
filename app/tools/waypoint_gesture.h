#pragma once

#include "app/tools/gesture.h"

#include <memory>

namespace groundplan {

class Router;

/// Draws the line of a connection somewhere: by a waypoint that it has, or by one of its segments, which gets
/// a waypoint where it was taken hold of.
class WaypointGesture : public Gesture {
public:
    /// `waypoint`: the number of the one that is held, or -1 for the segment under the pointer.
    WaypointGesture(ToolHost& host, const PointerEvent& press, ElementId connection, int waypoint = -1);
    ~WaypointGesture() override;

    void moved(ToolHost& host, const PointerEvent& event) override;
    void released(ToolHost& host, const PointerEvent& event) override;
    bool deletePressed(ToolHost& host) override;

    /// Whether a segment is taken up and down (or else left and right): for the cursor.
    static bool isFlatAt(const Design& design, ElementId connection, Point at);
    /// The waypoints of a connection after such a gesture from `grip` by so much, off the grid.
    static QList<Point> movedBy(ToolHost& host, ElementId connection, int waypoint, Point grip, Point by);
    /// Takes off the waypoints that hold the segment there; false: none do.
    static bool removeAt(ToolHost& host, ElementId connection, Point grip);

private:
    QList<Point> pointsAt(const PointerEvent& event) const;

    ElementId connection_;
    QList<Point> before_; ///< all waypoints, with that of the gesture; board units
    QSet<int> held_;      ///< those that move
    bool freely_ = false; ///< in both directions: a waypoint; a segment goes across only
    bool flat_ = false;   ///< the segment
    std::unique_ptr<Router> router_;
};

/// Takes one waypoint off a connection, as one edit.
void removeWaypoint(ToolHost& host, ElementId connection, int waypoint);

} // namespace groundplan
