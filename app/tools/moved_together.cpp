#include "app/tools/moved_together.h"

#include "model/operations/operations.h"

namespace groundplan {

MovedTogether::MovedTogether(const ToolHost& host, const QSet<ElementId>& ids)
    : changing_(movableOf(host.design(), ids))
    , shifted_(changing_)
    , routes_(host.routing(), changing_) {
    for (const ElementId id : host.routing().connectionsAt(changing_)) {
        const Connection* connection = host.design().connections.find(id);
        if (connection && changing_.contains(connection->source) && changing_.contains(connection->target))
            shifted_.insert(id);
        else
            ++routed_;
    }
}

Preview MovedTogether::preview(Point by) const {
    Preview preview;
    preview.moved = shifted_;
    preview.movedBy = by;
    preview.routes = routes_.routes(by);
    return preview;
}

} // namespace groundplan
