#include "model/framework/firsts.h"

namespace groundplan {
namespace {

void take(Found& found, ElementId subject, const BoardRow& row) {
    found.holds = true;
    if (!subject) {
        found.onBoard = true;
        found.row = found.row ? found.row : row;
    } else if (!found.elements.contains(subject))
        found.elements.append(subject);
}

Found foundMetrics(const QList<MetricKind>& kinds, const Design& design, const Catalogue& catalogue) {
    Evidence metric;
    metric.kind = EvidenceKind::Metric;
    for (const MetricKind kind : kinds)
        metric.names.append(wordOf(kind));
    return look(metric, design, catalogue);
}

Found foundAnswers(const Design& design) {
    Found found;
    for (const Requirement& row : design.requirements) {
        if (row.source != Source::Given &&
            (row.source == Source::NotRelevant || !row.answer.trimmed().isEmpty()))
            take(found, {}, row.id);
    }
    return found;
}

Found foundDecisions(const Design& design) {
    Found found;
    for (const Decision* row : design.decisions.sorted()) {
        if (!row->question.trimmed().isEmpty())
            take(found, row->subject, row->id);
    }
    return found;
}

} // namespace

QString firsts::must(const QString& name) {
    return QStringLiteral("must.") + name;
}

QStringList firsts::all() {
    return {QLatin1String(kRequirement), QLatin1String(kOffline), QLatin1String(kOnline),
            QLatin1String(kDecision), QLatin1String(kPath)};
}

Found firsts::lookFor(const QString& name, const Design& design, const Catalogue& catalogue) {
    if (name == QLatin1String(kRequirement))
        return foundAnswers(design);
    if (name == QLatin1String(kOffline))
        return foundMetrics({MetricKind::Offline}, design, catalogue);
    if (name == QLatin1String(kOnline))
        return foundMetrics({MetricKind::Online, MetricKind::Business}, design, catalogue);
    if (name == QLatin1String(kDecision))
        return foundDecisions(design);
    if (name != QLatin1String(kPath))
        return {};
    Evidence path;
    path.kind = EvidenceKind::Path;
    return look(path, design, catalogue);
}

} // namespace groundplan
