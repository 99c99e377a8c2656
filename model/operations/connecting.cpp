#include "model/operations/operations.h"

#include "model/design/validate.h"
#include "model/operations/kept_index.h"
#include "model/operations/parts.h"
#include "model/routing/router.h"

namespace groundplan {

namespace {

Result<void> areEnds(const Design& design, ElementId source, ElementId target) {
    const auto isEnd = [&](ElementId id) { return design.blocks.contains(id) || design.frames.contains(id); };
    if (isEnd(source) && isEnd(target))
        return {};
    return fail(ErrorCode::Refused,
                OperationText::tr(
                    "A connection joins blocks and frames, and one end of this one is none or is no longer "
                    "there; draw it between two that you see."));
}

} // namespace

Result<ElementId> connectElements(Editor& editor, ElementId source, ElementId target, Flow flow,
                                  Direction direction, const QString& label, const MeasureLabel& measure) {
    if (const auto ends = areEnds(editor.design(), source, target); !ends)
        return Failure(ends.error());
    if (const auto fit = fits(label, limits::kTitleLength, OperationText::tr("label")); !fit)
        return Failure(fit.error());
    Connection connection;
    connection.id = ElementId::random();
    connection.source = source;
    connection.target = target;
    connection.flow = flow;
    connection.direction = direction;
    connection.label = cleaned(label);
    connection.labelSize = labelSize(connection.label, measure);
    putElement(editor, connection.id, ElementType::Connection, {});
    editor.put(connection);
    routeConnections(editor, bundleOf(editor.design(), connection));
    return connection.id;
}

Result<void> reconnect(Editor& editor, ElementId id, ElementId source, ElementId target) {
    const Connection* connection = editor.design().connections.find(id);
    if (!connection) {
        return fail(ErrorCode::Refused,
                    OperationText::tr(
                        "The connection is no longer in the design; draw it again between two blocks."));
    }
    if (const auto ends = areEnds(editor.design(), source, target); !ends)
        return ends;
    if (connection->source == source && connection->target == target)
        return {};
    Connection row = *connection;
    row.source = source;
    row.target = target;
    row.route.clear(); // relative to a source that it no longer has
    shiftWaypoints(row, *editor.design().rectOf(connection->source), *editor.design().rectOf(source));
    editor.put(row);
    routeConnections(editor, bundleOf(editor.design(), row));
    return {};
}

Result<void> setWaypoints(Editor& editor, ElementId id, const QList<Point>& waypoints) {
    const Connection* connection = editor.design().connections.find(id);
    const Element* element = editor.design().elements.find(id);
    if (!connection || !element) {
        return fail(ErrorCode::Refused,
                    OperationText::tr(
                        "The connection is no longer in the design; draw it again between two blocks."));
    }
    if (element->locked) {
        return fail(ErrorCode::Refused,
                    OperationText::tr("The connection is locked; unlock it to change its way."));
    }
    if (waypoints.size() > limits::kWaypoints) {
        return fail(ErrorCode::Refused,
                    OperationText::tr("A connection can have at most %1 waypoints; remove some first.")
                        .arg(limits::kWaypoints));
    }
    Connection row = *connection;
    const Point origin = editor.design().rectOf(row.source)->topLeft();
    row.waypoints.clear();
    for (const Point point : waypoints)
        row.waypoints.append(
            Point{std::clamp(point.x, -kMaxCoord, kMaxCoord), std::clamp(point.y, -kMaxCoord, kMaxCoord)} -
            origin);
    if (row.waypoints == connection->waypoints)
        return {};
    editor.put(row);
    routeConnections(editor, QSet<ElementId>{id});
    return {};
}

Result<void> forgetWaypoints(Editor& editor, const QSet<ElementId>& ids) {
    QSet<ElementId> freed;
    for (const ElementId id : sortedIds(ids)) {
        const Connection* connection = editor.design().connections.find(id);
        const Element* element = editor.design().elements.find(id);
        if (!connection || !element || element->locked || connection->waypoints.isEmpty())
            continue;
        Connection row = *connection;
        row.waypoints.clear();
        editor.put(row);
        freed.insert(id);
    }
    routeConnections(editor, freed);
    return {};
}

void routeConnections(Editor& editor, const std::optional<QSet<ElementId>>& ids) {
    QSet<ElementId> wanted;
    if (ids) {
        wanted = *ids;
    } else {
        for (const Connection& connection : editor.design().connections)
            wanted.insert(connection.id);
    }
    if (wanted.isEmpty())
        return;
    putRoutes(editor, Router(routingIndexOf(editor)).route(wanted));
}

} // namespace groundplan
