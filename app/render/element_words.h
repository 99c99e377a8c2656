#pragma once

#include "app/render/board_index.h"
#include "model/design/catalogue.h"
#include "model/design/design.h"

#include <QHash>
#include <QString>

namespace groundplan {

/// Elements in words, translated: what a picture says to those who do not see it, and to search.
class ElementWords {
public:
    /// All three must outlive this.
    ElementWords(const Design& design, const Catalogue& catalogue, const BoardIndex& index);

    /// One line: "Ranker", "Ranker to Feature store", "Decision: Which store?".
    QString title(ElementId id) const;
    /// What else is known of it, a line each: kind and technology, description, metrics, decisions, notes.
    /// Often empty for drawings.
    QString description(ElementId id);

private:
    const QString& kindTitle(const QString& kind);
    QString blockLine(const Block& block);
    QString metricLine(const Metric& metric) const;
    QString decisionLine(const Decision& decision) const;
    void addAttached(ElementId id, QStringList& lines);

    const Design& design_;
    const Catalogue& catalogue_;
    const BoardIndex& index_;
    QHash<QString, QString> kindTitles_;
    QHash<ElementId, QList<const Metric*>> metrics_;
    const QString language_;
};

} // namespace groundplan
