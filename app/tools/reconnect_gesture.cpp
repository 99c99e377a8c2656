#include "app/tools/reconnect_gesture.h"

#include "app/tools/targets.h"
#include "model/operations/operations.h"
#include "model/routing/router.h"

namespace groundplan {

ReconnectGesture::ReconnectGesture(ToolHost& host, ElementId connection, End end)
    : connection_(connection)
    , end_(end)
    , router_(std::make_unique<Router>(host.routing())) {}

ReconnectGesture::~ReconnectGesture() = default;

void ReconnectGesture::moved(ToolHost& host, const PointerEvent& event) {
    Preview preview;
    const Connection* connection = host.design().connections.find(connection_);
    if (connection) {
        const ElementId target = connectableAt(host, event);
        const Rect loose = host.design().rectOf(target).value_or(Rect{event.at.x, event.at.y, 0, 0});
        const bool source = end_ == End::Source;
        const ElementId fixedId = source ? connection->target : connection->source;
        const Rect fixed = host.design().rectOf(fixedId).value_or(Rect{});
        preview.routes.insert(connection_, source ? router_->preview(loose, target, fixed, fixedId)
                                                  : router_->preview(fixed, fixedId, loose, target));
        preview.dropTarget = target;
    }
    host.setPreview(preview);
}

void ReconnectGesture::released(ToolHost& host, const PointerEvent& event) {
    const Connection* connection = host.design().connections.find(connection_);
    const ElementId target = connectableAt(host, event);
    if (!connection || !target)
        return;
    const bool source = end_ == End::Source;
    if (target == (source ? connection->source : connection->target))
        return;
    host.edit({"reconnect", {}}, [id = connection_, source, target](Editor& editor) -> Result<void> {
        // The other end is read here: the edit may run on a design that has been reloaded.
        const Connection* now = editor.design().connections.find(id);
        return reconnect(editor, id, source || !now ? target : now->source,
                         source && now ? now->target : target);
    });
}

} // namespace groundplan
