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
    return costs.join(u"; "_s);
}

/// Few metrics have them and they are long: a column of the table would be mostly empty, and narrow all the
/// same.
QList<Item> costsOf(const Material& material, const QList<const Metric*>& rows) {
    QList<Item> items;
    for (const Metric* row : rows) {
        if (const QString cost = costOf(*row); !cost.isEmpty())
            items.append(bullet(
                {strong(row->name), muted(u" · "_s), material.mention(row->subject), Span{u": "_s + cost}}));
    }
    return items;
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
    Item item{Item::Type::Table, {}, {}};
    Table& table = item.table;
    table.head = {cell(Text::tr("Metric")), cell(Text::tr("Kind")), cell(Text::tr("Target")),
                  cell(Text::tr("Now")), cell(Text::tr("Of"))};
    table.fitted = true; // it is the only one of its sort
    table.shares = {27, 17, 15, 18, 23};
    for (const Metric* row : rows) {
        // A target that is no figure has no direction either: it is said as it was typed.
        const QString target = targetText(*row);
        table.rows.append({cell(row->name),
                           cell(textOf(row->kind)),
                           cell(target.isEmpty() ? row->target : target),
                           currentOf(*row),
                           {material.mention(row->subject)}});
    }
    section.items.append(item);
    if (const QList<Item> costs = costsOf(material, rows); !costs.isEmpty())
        section.entries.append({u"metrics-cost"_s, Text::tr("Cost of errors"), {}, costs});
    return section;
}

} // namespace groundplan::report
