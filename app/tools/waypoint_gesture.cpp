#include "app/tools/waypoint_gesture.h"

#include "app/tools/label_gesture.h"
#include "model/operations/operations.h"
#include "model/routing/router.h"

namespace groundplan {

namespace {

QList<Point> waypointsOf(const Design& design, const Connection& connection) {
    QList<Point> points = connection.waypoints;
    const Point origin = design.rectOf(connection.source).value_or(Rect{}).topLeft();
    for (Point& point : points)
        point = point + origin;
    return points;
}

/// The number of the segment (by its second corner) nearest to a point; 0 for no way.
qsizetype segmentAt(const QList<Point>& corners, Point at) {
    qsizetype best = 0;
    qint64 nearest = std::numeric_limits<qint64>::max();
    for (qsizetype i = 1; i < corners.size(); ++i) {
        const Point a = corners.at(i - 1), b = corners.at(i);
        const qint64 x = std::clamp(at.x, std::min(a.x, b.x), std::max(a.x, b.x)) - at.x;
        const qint64 y = std::clamp(at.y, std::min(a.y, b.y), std::max(a.y, b.y)) - at.y;
        if (const qint64 distance = std::abs(x) + std::abs(y); distance < nearest) {
            nearest = distance;
            best = i;
        }
    }
    return best;
}

bool isOn(Point p, Point a, Point b) {
    return p.x >= std::min(a.x, b.x) && p.x <= std::max(a.x, b.x) && p.y >= std::min(a.y, b.y) &&
           p.y <= std::max(a.y, b.y);
}

Result<void> commit(ToolHost& host, ElementId connection, const QList<Point>& points) {
    return host.edit({"move-line", {}}, [connection, points](Editor& editor) -> Result<void> {
        return setWaypoints(editor, connection, points);
    });
}

} // namespace

WaypointGesture::WaypointGesture(ToolHost& host, const PointerEvent& press, ElementId connection,
                                 int waypoint)
    : connection_(connection)
    , router_(std::make_unique<Router>(host.routing())) {
    const Connection* row = host.design().connections.find(connection);
    if (!row)
        return;
    before_ = waypointsOf(host.design(), *row);
    if (waypoint >= 0) {
        freely_ = true;
        held_.insert(waypoint);
        return;
    }
    const QList<Point> corners = host.design().routeOf(*row);
    const qsizetype segment = segmentAt(corners, press.at);
    if (segment == 0)
        return;
    const Point a = corners.at(segment - 1), b = corners.at(segment);
    flat_ = a.y == b.y;
    // Those that lie on it hold it where it is: they go along.
    for (int i = 0; i < before_.size(); ++i) {
        if (isOn(before_.at(i), a, b))
            held_.insert(i);
    }
    if (!held_.isEmpty())
        return;
    const Point grip = flat_ ? Point{std::clamp(press.at.x, std::min(a.x, b.x), std::max(a.x, b.x)), a.y}
                             : Point{a.x, std::clamp(press.at.y, std::min(a.y, b.y), std::max(a.y, b.y))};
    const qint32 place = placeOnWay(corners, grip);
    int number = 0;
    while (number < before_.size() && placeOnWay(corners, before_.at(number)) <= place)
        ++number;
    before_.insert(number, grip);
    held_.insert(number);
}

WaypointGesture::~WaypointGesture() = default;

bool WaypointGesture::isFlatAt(const Design& design, ElementId connection, Point at) {
    const Connection* row = design.connections.find(connection);
    if (!row)
        return false;
    const QList<Point> corners = design.routeOf(*row);
    const qsizetype segment = segmentAt(corners, at);
    return segment > 0 && corners.at(segment - 1).y == corners.at(segment).y;
}

QList<Point> WaypointGesture::movedBy(ToolHost& host, ElementId connection, int waypoint, Point grip,
                                      Point by) {
    PointerEvent event;
    event.at = grip;
    event.modifiers = Qt::ControlModifier;
    const WaypointGesture gesture(host, event, connection, waypoint);
    event.at = grip + by;
    return gesture.pointsAt(event);
}

bool WaypointGesture::removeAt(ToolHost& host, ElementId connection, Point grip) {
    PointerEvent event;
    event.at = grip;
    const auto count = [&] {
        const Connection* row = host.design().connections.find(connection);
        return row ? row->waypoints.size() : 0;
    };
    const qsizetype before = count();
    WaypointGesture(host, event, connection).deletePressed(host);
    return count() < before;
}

QList<Point> WaypointGesture::pointsAt(const PointerEvent& event) const {
    const bool exact = event.modifiers.testFlag(Qt::ControlModifier);
    const Point at = exact ? event.at : Point{snapped(event.at.x), snapped(event.at.y)};
    QList<Point> points = before_;
    for (const int i : held_) {
        if (freely_ || !flat_)
            points[i].x = at.x;
        if (freely_ || flat_)
            points[i].y = at.y;
    }
    return points;
}

void WaypointGesture::moved(ToolHost& host, const PointerEvent& event) {
    const QList<Point> points = pointsAt(event);
    Preview preview;
    preview.routes.insert(connection_, router_->previewThrough(connection_, points));
    preview.waypoints.insert(connection_, points);
    host.setPreview(preview);
}

void WaypointGesture::released(ToolHost& host, const PointerEvent& event) {
    if (!held_.isEmpty())
        commit(host, connection_, pointsAt(event));
}

bool WaypointGesture::deletePressed(ToolHost& host) {
    const Connection* row = host.design().connections.find(connection_);
    if (!row)
        return true;
    QList<Point> left;
    for (int i = 0; i < before_.size(); ++i) {
        if (!held_.contains(i))
            left.append(before_.at(i));
    }
    if (left != waypointsOf(host.design(), *row))
        commit(host, connection_, left);
    return true;
}

void removeWaypoint(ToolHost& host, ElementId connection, int waypoint) {
    const Connection* row = host.design().connections.find(connection);
    if (!row || waypoint < 0 || waypoint >= row->waypoints.size())
        return;
    QList<Point> points = waypointsOf(host.design(), *row);
    points.removeAt(waypoint);
    commit(host, connection, points);
}

} // namespace groundplan
