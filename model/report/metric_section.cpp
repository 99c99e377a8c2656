#include "model/design/metric_value.h"
#include "model/design/words_text.h"
#include "model/report/report_material.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace groundplan::report {
namespace {

QString costOf(const Metric& row) {
    QStringList costs;
    if (hasText(row.costFalsePositive))
        costs.append(Text::tr("false positive: %1").arg(row.costFalsePositive));
    if (hasText(row.costFalseNegative))
        costs.append(Text::tr("false negative: %1").arg(row.costFalseNegative));
    return costs.join(u'\n');
}

Line currentOf(const Metric& row) {
    Line line = cell(currentText(row));
    const Verdict verdict = verdictOf(row);
    if (verdict == Verdict::Met)
        line.append(muted(u" · "_s + Text::tr("met")));
    else if (verdict == Verdict::Missed)
        line.append(strong(u" · "_s + Text::tr("missed")));
    return line;
}

/// What the business wants first, then how it is seen while running, then before; what must hold beside it
/// last.
int rankOf(MetricKind kind) {
    switch (kind) {
    case MetricKind::Business:
        return 0;
    case MetricKind::Online:
        return 1;
    case MetricKind::Offline:
        return 2;
    case MetricKind::NonFunctional:
        return 3;
    }
    return 4;
}

} // namespace

Section metricSection(const Material& material) {
    Section section{QString::fromLatin1(sections::kMetrics), Text::tr("Metrics"), {}, {}};
    QList<const Metric*> rows = material.told(material.design.metrics);
    if (rows.isEmpty())
        return section;
    std::stable_sort(rows.begin(), rows.end(),
                     [](const Metric* a, const Metric* b) { return rankOf(a->kind) < rankOf(b->kind); });
    const bool costs =
        std::any_of(rows.begin(), rows.end(), [](const Metric* row) { return !costOf(*row).isEmpty(); });
    Item item{Item::Type::Table, {}, {}};
    Table& table = item.table;
    table.head = {cell(Text::tr("Metric")), cell(Text::tr("Kind")), cell(Text::tr("Target")),
                  cell(Text::tr("Now")), cell(Text::tr("Of"))};
    table.shares = costs ? QList<int>{19, 16, 12, 16, 15, 22} : QList<int>{27, 17, 15, 18, 23};
    if (costs)
        table.head.append(cell(Text::tr("Cost of errors")));
    for (const Metric* row : rows) {
        // A target that is no figure has no direction either: it is said as it was typed.
        const QString target = targetText(*row);
        QList<Line> cells{cell(row->name),
                          cell(textOf(row->kind)),
                          cell(target.isEmpty() ? row->target : target),
                          currentOf(*row),
                          {material.mention(row->subject)}};
        if (costs)
            cells.append(cell(costOf(*row)));
        table.rows.append(cells);
    }
    section.items.append(item);
    return section;
}

} // namespace groundplan::report
