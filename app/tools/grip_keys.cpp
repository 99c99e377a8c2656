#include "app/tools/grip_keys.h"

#include "app/render/route_shape.h"
#include "app/tools/label_gesture.h"
#include "app/tools/resize_gesture.h"
#include "app/tools/targets.h"
#include "app/tools/waypoint_gesture.h"
#include "model/operations/operations.h"
#include "model/routing/label_choice.h"

#include <algorithm>
#include <array>

namespace groundplan {

namespace {

Point handleOf(const Rect& rect, int handle) {
    const Point c = rect.center();
    const std::array<Point, 8> places{Point{rect.left(), rect.top()},     Point{c.x, rect.top()},
                                      Point{rect.right(), rect.top()},    Point{rect.right(), c.y},
                                      Point{rect.right(), rect.bottom()}, Point{c.x, rect.bottom()},
                                      Point{rect.left(), rect.bottom()},  Point{rect.left(), c.y}};
    return places.at(std::size_t(handle));
}

/// The point so many thousandths along a way.
Point pointOn(const QList<Point>& corners, int thousandths) {
    const QList<QPointF> way = toPointsF(corners);
    const QPointF at = pointAlong(way, lengthOf(way) * thousandths / 1000);
    return {units(at.x()), units(at.y())};
}

} // namespace

QList<GripKeys::Grip> GripKeys::gripsOf(const Design& design, ElementId id) {
    QList<Grip> grips;
    if (isLocked(design, id))
        return grips;
    if (const auto rect = design.rectOf(id)) {
        // From the lower right, where a size grows; a block's sides are for connections.
        const int step = design.blocks.contains(id) ? 2 : 1;
        for (int i = 0; i < 8; i += step)
            grips.append({Sort::Handle, (4 + i) % 8, handleOf(*rect, (4 + i) % 8)});
        return grips;
    }
    const Connection* connection = design.connections.find(id);
    if (!connection)
        return grips;
    const QList<Point> corners = design.routeOf(*connection);
    for (qsizetype i = 1; i < corners.size(); ++i) {
        const Point a = corners[i - 1], b = corners[i];
        if (!(a == b))
            grips.append({Sort::Piece, 0, {(a.x + b.x) / 2, (a.y + b.y) / 2}});
    }
    const Point origin = design.rectOf(connection->source).value_or(Rect{}).topLeft();
    for (qsizetype i = 0; i < connection->waypoints.size(); ++i)
        grips.append({Sort::Waypoint, int(i), connection->waypoints.at(i) + origin});
    std::stable_sort(grips.begin(), grips.end(), [&](const Grip& a, const Grip& b) {
        return placeOnWay(corners, a.at) < placeOnWay(corners, b.at);
    });
    if (!connection->label.isEmpty())
        grips.append({Sort::Label, 0, pointOn(corners, connection->labelAt)});
    return grips;
}

bool GripKeys::isHeld(const ToolHost& host) const {
    return held_ && host.selection() == QSet{of_} && !host.isReadOnly();
}

void GripKeys::show(ToolHost& host) const {
    Preview preview;
    preview.grip = place();
    host.setPreview(preview);
}

bool GripKeys::pressed(ToolHost& host, const KeyPress& key) {
    if (held_ && !isHeld(host)) { // something else has been selected
        letGo();
        show(host);
    }
    const bool enter = key.key == Qt::Key_Return || key.key == Qt::Key_Enter;
    if (enter && key.modifiers.testFlag(Qt::AltModifier))
        return take(host, key.modifiers.testFlag(Qt::ShiftModifier) ? -1 : 1);
    if (!held_)
        return false;
    if (key.key == Qt::Key_Escape) {
        letGo();
        show(host);
        return true;
    }
    return (key.key == Qt::Key_Delete || key.key == Qt::Key_Backspace) && remove(host);
}

bool GripKeys::take(ToolHost& host, int step) {
    if (host.selection().size() != 1 || host.isReadOnly())
        return false;
    const ElementId id = *host.selection().begin();
    const QList<Grip> grips = gripsOf(host.design(), id);
    if (grips.isEmpty())
        return false;
    const int count = int(grips.size());
    number_ = held_ ? (number_ + step + count) % count : step > 0 ? 0 : count - 1;
    of_ = id;
    held_ = grips.at(number_);
    show(host);
    return true;
}

bool GripKeys::remove(ToolHost& host) {
    const ElementId id = of_;
    if (held_->sort == Sort::Waypoint)
        removeWaypoint(host, id, held_->number);
    else if (held_->sort != Sort::Piece || !WaypointGesture::removeAt(host, id, held_->at))
        return false;
    letGo();
    show(host);
    return true;
}

bool GripKeys::move(ToolHost& host, Point by, const QByteArray& token) {
    if (held_ && !isHeld(host))
        letGo();
    const Design& design = host.design();
    if (!held_) {
        const QSet<ElementId> selected = host.selection();
        if (selected.size() != 1 || !design.connections.contains(*selected.begin()))
            return false;
        // The piece that can go that way; a way that is straight in that direction has none.
        const QList<Grip> grips = gripsOf(design, *selected.begin());
        for (int i = 0; i < grips.size() && !held_; ++i) {
            if (grips.at(i).sort == Sort::Piece &&
                WaypointGesture::isFlatAt(design, *selected.begin(), grips.at(i).at) == (by.x == 0)) {
                of_ = *selected.begin();
                number_ = i;
                held_ = grips.at(i);
            }
        }
        if (!held_ || host.isReadOnly()) {
            letGo();
            return false;
        }
    }
    const ElementId id = of_;
    Grip grip = *held_;
    const Connection* connection = design.connections.find(id);
    if (grip.sort == Sort::Handle) {
        const Rect rect = resizedByKey(design, id, grip.number, by);
        host.editContinued({"resize", {design.captionOf(id)}}, token,
                           [id, rect](Editor& editor) { return resizeElement(editor, id, rect); });
        grip.at = handleOf(design.rectOf(id).value_or(rect), grip.number);
    } else if (!connection) {
        return false;
    } else if (grip.sort == Sort::Label) {
        const QList<Point> corners = design.routeOf(*connection);
        const qint32 place = labelByHand(placeOnWay(corners, grip.at + by));
        host.editContinued({"move-label", {}}, token,
                           [id, place](Editor& editor) { return moveLabel(editor, id, place); });
        grip.at = pointOn(corners, place);
    } else {
        const bool piece = grip.sort == Sort::Piece;
        const bool flat = WaypointGesture::isFlatAt(design, id, grip.at);
        if (piece && flat == (by.y == 0))
            return true; // a piece goes across only
        const QList<Point> points = WaypointGesture::movedBy(host, id, piece ? -1 : grip.number, grip.at, by);
        host.editContinued({"move-line", {}}, token,
                           [id, points](Editor& editor) { return setWaypoints(editor, id, points); });
        grip.at = grip.at + by;
        // The way has other pieces now. What has held a piece there is a waypoint, which goes anywhere.
        const QList<Grip> grips = gripsOf(design, id);
        for (int i = 0; i < grips.size(); ++i) {
            const bool waypoint = grips.at(i).sort == Sort::Waypoint;
            if (grips.at(i).at == grip.at && (waypoint || grip.sort == Sort::Piece)) {
                grip = grips.at(i);
                number_ = i;
                if (waypoint)
                    break;
            }
        }
    }
    held_ = grip;
    show(host);
    return true;
}

} // namespace groundplan
