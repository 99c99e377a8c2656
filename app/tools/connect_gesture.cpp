#include "app/tools/connect_gesture.h"

#include "app/tools/adding.h"
#include "app/tools/targets.h"
#include "model/operations/operations.h"
#include "model/routing/router.h"

#include <algorithm>
#include <cstdlib>

namespace groundplan {

ConnectGesture::ConnectGesture(ToolHost& host, ElementId source, std::optional<Point> from)
    : source_(source)
    , router_(std::make_unique<Router>(host.routing())) {
    const Block* block = host.design().blocks.find(source);
    if (!block || !from)
        return;
    const Rect& rect = block->rect;
    const Coord left = std::abs(from->x - rect.left());
    fromLeft_ = left < std::min({std::abs(from->x - rect.right()), std::abs(from->y - rect.top()),
                                 std::abs(from->y - rect.bottom())});
}

ConnectGesture::~ConnectGesture() = default;

ElementId ConnectGesture::targetAt(const ToolHost& host, const PointerEvent& event) {
    const ElementId target = connectableAt(host, event);
    // A frame is left as soon as the pointer is off its border, a block when it is off the block.
    const auto rect = host.design().rectOf(source_);
    if (target != source_ && !(rect && rect->grown(event.tolerance).contains(event.at) && !target))
        hasLeft_ = true;
    return target == source_ && !hasLeft_ ? ElementId{} : target;
}

Beside ConnectGesture::sideAt(const ToolHost& host, Point at) const {
    const auto from = host.design().rectOf(source_);
    return fromLeft_ && from && at.x < from->left() ? Beside::Before : Beside::Behind;
}

Preview ConnectGesture::previewAt(const ToolHost& host, const PointerEvent& event, ElementId target) const {
    Preview preview;
    const auto from = host.design().rectOf(source_);
    if (!from)
        return preview;
    const Rect to = host.design().rectOf(target).value_or(Rect{event.at.x, event.at.y, 0, 0});
    const bool before = !target && sideAt(host, event.at) == Beside::Before;
    preview.connection =
        before ? router_->preview(to, {}, *from, source_) : router_->preview(*from, source_, to, target);
    preview.dropTarget = target;
    return preview;
}

void ConnectGesture::moved(ToolHost& host, const PointerEvent& event) {
    const ElementId target = targetAt(host, event);
    host.setPreview(hasLeft_ ? previewAt(host, event, target) : Preview{});
}

void ConnectGesture::released(ToolHost& host, const PointerEvent& event) {
    const ElementId target = targetAt(host, event);
    if (!hasLeft_)
        return;
    const ElementId source = source_;
    if (target) {
        ElementId connection;
        const auto done =
            host.edit({"connect", {host.design().captionOf(source), host.design().captionOf(target)}},
                      [&](Editor& editor) -> Result<void> {
                          const Flow flow = likelyFlow(editor.design(), host.catalogue(), source, target);
                          const auto added = connectElements(editor, source, target, flow);
                          if (!added)
                              return Failure(added.error());
                          connection = *added;
                          return {};
                      });
        if (done)
            host.setSelection({connection});
        return;
    }
    const auto from = host.design().rectOf(source);
    if (!from)
        return;
    const Point middle = middleForDrop(*from, event.at);
    host.setPreview(previewAt(host, event, {}));
    const Beside side = sideAt(host, event.at);
    host.offerKinds(event.at, source, side, [&host, source, middle, side](const BlockChoice& choice) {
        if (!choice.kind.isEmpty())
            addChosenBlock(host, choice, middle, source, side);
    });
}

} // namespace groundplan
