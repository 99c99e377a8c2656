#include "app/render/flow_style.h"

#include "app/render/look.h"

#include <algorithm>
#include <array>

namespace groundplan {

const FlowStyle& styleOf(Flow flow) {
    using look::kLineWidth;
    // Batch, feedback and telemetry: 10, 3 and 1.6 points of ink, so that grey tells them apart, too.
    static const std::array<FlowStyle, wordCount<Flow>()> styles = {{
        {kLineWidth, {}},
        {kLineWidth, {}, Qt::FlatCap, true},
        {kLineWidth, {6.5, 3}},
        {kLineWidth, {6, 2, 1.4, 2}},
        {2.8, {}, Qt::FlatCap, false, 1.2},
        {kLineWidth, {2, 1.6}},
        {kLineWidth, {1, 2.4}},
    }};
    return styles[std::size_t(flow)];
}

QPen penOf(Flow flow, const QColor& colour) {
    const FlowStyle& style = styleOf(flow);
    QPen pen(colour, style.width, Qt::SolidLine, style.cap, Qt::MiterJoin);
    if (!style.dashes.isEmpty())
        pen.setDashPattern(style.dashes);
    return pen;
}

LineLook lineLookOf(Flow flow, Direction direction, double length) {
    const FlowStyle& style = styleOf(flow);
    const int heads = direction == Direction::Both ? 2 : direction == Direction::Forward ? 1 : 0;
    const double head = heads ? std::min(look::kHeadLength * style.headScale, length * 0.8 / heads) : 0;
    return {style.width, heads == 2 ? head : 0, head};
}

} // namespace groundplan
