#include "app/render/connection_finish.h"

#include "app/render/board_painter.h"
#include "model/routing/label_choice.h"
#include "model/routing/router.h"

namespace groundplan {

void measureLabels(Design& design) {
    for (const Connection* row : design.connections.sorted()) {
        if (!row->label.isEmpty() && row->labelSize == Size{}) {
            Connection connection = *row;
            connection.labelSize = measureLabel(connection.label);
            design.connections.put(connection);
        }
    }
}

void forgetLabelSizes(Design& design) {
    for (Connection connection : Table<Connection>(design.connections)) {
        connection.labelSize = {};
        design.connections.put(connection);
    }
}

bool finishConnections(Design& design, const std::atomic<bool>* cancelled) {
    const auto isCancelled = [cancelled] { return cancelled && cancelled->load(std::memory_order_relaxed); };
    measureLabels(design);
    QSet<ElementId> unrouted;
    for (const Connection& row : design.connections) {
        if (row.route.isEmpty())
            unrouted.insert(row.id);
    }
    if (unrouted.isEmpty())
        return true;
    const QHash<ElementId, Route> routes = Router(design).routeInBounds(unrouted, cancelled);
    if (isCancelled())
        return false;
    for (auto it = routes.cbegin(); it != routes.cend(); ++it) {
        Connection connection = *design.connections.find(it.key());
        connection.route = it.value();
        design.connections.put(connection);
    }
    const QHash<ElementId, qint32> places = chooseLabelPlaces(design, RoutingIndex(design), unrouted);
    for (auto it = places.cbegin(); it != places.cend(); ++it) {
        Connection connection = *design.connections.find(it.key());
        connection.labelAt = it.value();
        design.connections.put(connection);
    }
    return !isCancelled();
}

} // namespace groundplan
