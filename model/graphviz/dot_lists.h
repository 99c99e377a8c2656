#pragma once

#include "model/design/design.h"
#include "model/design/not_taken.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QStringList>

namespace groundplan {

/// Notes, decisions, metrics, requirements and properties as the lists of dialect.h, encoded as values of
/// attributes.
class DotListWriter {
public:
    explicit DotListWriter(const Design& design);

    QByteArray notesOf(ElementId subject) const;
    QByteArray decisionsOf(ElementId subject) const;
    QByteArray metricsOf(ElementId subject) const;
    QByteArray requirements() const;
    QByteArray propertiesOf(ElementId subject) const;

private:
    const Design& design_;
    QHash<ElementId, QList<const Note*>> notes_;
    QHash<ElementId, QList<const Decision*>> decisions_;
    QHash<DecisionId, QList<const Option*>> options_;
    QHash<OptionId, QList<const Argument*>> arguments_;
    QHash<ElementId, QList<const Metric*>> metrics_;
    QHash<ElementId, QList<const Property*>> properties_;
    QHash<DecisionId, QList<const Criterion*>> criteria_;
    QHash<OptionId, QList<const Score*>> scores_;
};

/// Puts the records of such lists into a design. Ids that are missing, no ids or already there are replaced
/// by fresh ones, orders that are missing follow the last one. What makes no sense is said in `notTaken`.
class DotListReader {
public:
    DotListReader(Design& design, NotTaken& notTaken)
        : design_(design)
        , notTaken_(notTaken) {}

    /// `list` is the attribute's value, not yet decoded; `whose` what a sentence calls its owner.
    void readNotes(const QString& list, ElementId subject, const QString& whose);
    void readDecisions(const QString& list, ElementId subject, const QString& whose);
    void readMetrics(const QString& list, ElementId subject, const QString& whose);
    void readRequirements(const QString& list);
    void readProperties(const QString& list, ElementId subject, const QString& whose);

    /// The decision that was written with that id, or none.
    DecisionId decision(const QString& writtenId) const { return decisions_.value(writtenId); }

private:
    struct Line;
    static QList<Line> linesOf(const QString& list, int texts);
    template <class Row>
    void place(Row& row, const Line& line, qint64& lastOrder);
    void readScore(const Line& line, const Option& option, const QString& whose);
    QString topicOf(const Line& line, const QString& whose);
    void doNotKnow(const Line& line, const QString& whose);

    Design& design_;
    NotTaken& notTaken_;
    QHash<QString, DecisionId> decisions_;
    QHash<QString, CriterionId> criteria_;
    qint64 lastNote_ = 0;
    qint64 lastDecision_ = 0;
    qint64 lastOption_ = 0;
    qint64 lastArgument_ = 0;
    qint64 lastMetric_ = 0;
    qint64 lastRequirement_ = 0;
    qint64 lastCriterion_ = 0;
};

} // namespace groundplan
