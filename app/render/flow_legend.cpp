#include "app/render/flow_legend.h"

#include "app/render/flow_style.h"
#include "app/render/paint_context.h"

namespace groundplan {

namespace {

constexpr double kSample = 40; ///< length of a line
constexpr double kSampleGap = 8;
constexpr double kGap = 24;
constexpr double kRow = 18;

} // namespace

FlowLegend::FlowLegend(const QList<Flow>& flows) {
    for (const Flow flow : flows) {
        FittedText name = fitLine(textOf(flow), fonts::Role::Remark, 200);
        const double width = kSample + kSampleGap + name.width;
        entries_.append({flow, std::move(name), width});
    }
}

void FlowLegend::fitInto(double width) {
    double x = 0;
    int row = 0;
    for (Entry& entry : entries_) {
        if (x > 0 && x + entry.width > width) {
            ++row;
            x = 0;
        }
        entry.left = x;
        entry.row = row;
        x += entry.width + kGap;
    }
}

double FlowLegend::height() const {
    return entries_.isEmpty() ? 0 : (entries_.constLast().row + 1) * kRow;
}

void FlowLegend::paint(QPainter& painter, QPointF topLeft, const Theme& theme) const {
    for (const Entry& entry : entries_) {
        const double left = topLeft.x() + entry.left, middle = topLeft.y() + (entry.row + 0.5) * kRow;
        paintLine(painter, {{left, middle}, {left + kSample, middle}}, entry.flow, Direction::Forward,
                  theme.of(entry.flow));
        paintText(painter, {left + kSample + kSampleGap, middle - entry.name.height / 2}, entry.name,
                  theme.muted);
    }
}

} // namespace groundplan
