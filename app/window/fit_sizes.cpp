#include "app/window/fit_sizes.h"

#include "app/render/board_painter.h"
#include "model/operations/operations.h"

namespace groundplan {

namespace {

void fitLabels(Editor& editor, const Design& before) {
    QList<Connection> changed;
    for (const Connection& connection : editor.design().connections) {
        if (connection.label.isEmpty() && connection.labelSize == Size{})
            continue;
        const Connection* was = before.connections.find(connection.id);
        if (was && was->label == connection.label)
            continue;
        const Size size = measureLabel(connection.label);
        if (size == connection.labelSize)
            continue;
        changed.append(connection);
        changed.last().labelSize = size;
    }
    for (const Connection& connection : std::as_const(changed))
        editor.put(connection);
}

/// Blocks with metrics that the edit has added, shown, hidden or written otherwise.
QSet<ElementId> subjectsOfChangedMetrics(const Design& design, const Design& before) {
    QSet<ElementId> subjects;
    for (const Metric& metric : design.metrics) {
        const Metric* was = before.metrics.find(metric.id);
        if (metric.subject && metric.shown && !(was && (was == &metric || *was == metric)))
            subjects.insert(metric.subject);
    }
    return subjects;
}

} // namespace

Result<void> fitSizes(Editor& editor, const Design& before) {
    fitLabels(editor, before);
    for (const ElementId id : subjectsOfChangedMetrics(editor.design(), before)) {
        const Block* block = editor.design().blocks.find(id);
        if (!block)
            continue;
        Rect rect = block->rect;
        rect.h = std::max(rect.h, fittingBlockSize(editor.design(), *block).h);
        if (rect == block->rect)
            continue;
        if (const auto done = resizeElement(editor, id, rect); !done)
            return done;
    }
    return {};
}

} // namespace groundplan
