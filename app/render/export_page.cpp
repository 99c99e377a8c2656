#include "app/render/export_page.h"

#include "app/render/board_layers.h"
#include "app/render/route_shape.h"

#include <array>

namespace groundplan {

ExportPage::ExportPage(const ExportRequest& request)
    : design(request.design)
    , index(request.design)
    , only(request.selection ? &*request.selection : nullptr)
    , hasLegend(false) {
    const BoardLayers& layers = index.layers();
    Rect all;
    const auto add = [&](const auto& layer, auto visit) {
        for (std::size_t i = 0; i < layer.entries.size(); ++i) {
            if (only && !only->contains(layer.entries[i].id))
                continue;
            all = all.united(layer.bounds[i]);
            visit(layer.entries[i]);
        }
    };
    std::array<bool, wordCount<Flow>()> used{};
    add(layers.frames, [](const FrameEntry&) {});
    add(layers.connections,
        [&](const ConnectionEntry& entry) { used[std::size_t(entry.connection->flow)] = true; });
    add(layers.fronts,
        [&](const FrontEntry& entry) { hasLegend |= entry.card && entry.card->kind == CardKind::Legend; });
    const double reach = request.overlayReach;
    content = toRectF(all).adjusted(-reach, -reach, reach, reach + request.overlayBelow);
    for (std::size_t i = 0; i < used.size(); ++i) {
        if (used[i])
            flows.append(Flow(i));
    }
}

} // namespace groundplan
