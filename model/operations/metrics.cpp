#include "model/operations/metrics.h"

#include "model/operations/operations.h"
#include "model/operations/parts.h"

namespace groundplan {

MetricId putTypedMetric(Editor& editor, ElementId subject, const TypedMetric& typed) {
    const QList<const Metric*> same = editor.design().metrics.sorted([&](const Metric& metric) {
        return metric.subject == subject && metric.name.compare(typed.metric.name, Qt::CaseInsensitive) == 0;
    });
    Metric row = typed.metric;
    if (!same.isEmpty()) {
        row = *same.first();
        if (typed.isTarget) {
            row.target = typed.metric.target;
            row.goal = typed.metric.goal;
        } else if (!typed.metric.current.isEmpty()) {
            row.current = typed.metric.current;
        }
        if (row.unit.isEmpty())
            row.unit = typed.metric.unit;
    } else {
        row.id = MetricId::random();
        row.subject = subject;
        row.order = lastOrder(editor.design().metrics);
    }
    row.name = cleaned(row.name);
    row.shown = true;
    editor.put(row);
    return row.id;
}

} // namespace groundplan
