#pragma once

#include "model/report/report_of.h"

#include <QCoreApplication>
#include <QMultiHash>
#include <QSet>

namespace groundplan::report {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Report)
};

/// What the parts of a report share: the design by subject and in the order in which it is told, and who has
/// which key. Refers to what it was made of.
class Material {
public:
    Material(const Design& design, const Catalogue& catalogue, const Templates& templates,
             const ReportFacts& facts);
    Material(const Material&) = delete;
    Material& operator=(const Material&) = delete;

    const Design& design;
    const Catalogue& catalogue;
    const Templates& templates;
    const ReportFacts& facts;

    QString in(const LocalText& text) const { return text.in(facts.language); }

    /// Frames, each before what it holds, and blocks, as the design flows (flowOrder()).
    const QList<ElementId>& told() const { return told_; }
    /// The key of the entry about a block or frame; empty for anything else.
    QString keyOf(ElementId id) const { return keys_.value(id); }
    QString keyOf(DecisionId id) const { return decisionKeys_.value(id); }
    /// The key of what a sheet says of a block, or of the design; empty: nothing.
    QString keyOf(const Sheet& sheet, ElementId subject) const {
        return sheetKeys_.value({sheet.name, subject});
    }
    /// A key that nobody has yet, made from that text.
    QString freeKey(const QString& wanted);

    /// What people call an element, on one line: "Retrieval", "Retrieval → Ranking"; told from others of the
    /// same title.
    QString nameOf(ElementId id) const;
    /// The same as a link to its entry, or to the diagram when it has none; "the design" for none.
    Span mention(ElementId id) const;

    /// Rows with subjects, the board's first, then as the board is told, each by its own order.
    template <class Row>
    QList<const Row*> told(const groundplan::Table<Row>& table) const {
        QList<const Row*> rows = table.sorted();
        std::stable_sort(rows.begin(), rows.end(), [this](const Row* a, const Row* b) {
            return placeOf(a->subject) < placeOf(b->subject);
        });
        return rows;
    }
    const QList<const Decision*>& decisions() const { return decisions_; }
    QList<const Option*> optionsOf(DecisionId id) const { return options_.value(id); }
    QList<const Argument*> argumentsOf(OptionId id) const { return arguments_.value(id); }

private:
    void giveSheetKeys();
    int placeOf(ElementId id) const; ///< the board: -1; of a connection its source's; all else last

    const QHash<ElementId, QString> apart_; ///< names of what has a title that is there twice
    QList<ElementId> told_;
    QHash<ElementId, int> places_;
    QHash<ElementId, QString> keys_;
    QHash<DecisionId, QString> decisionKeys_;
    QHash<std::pair<QString, ElementId>, QString> sheetKeys_; ///< by the sheet's name and the subject
    QSet<QString> taken_;
    QHash<QString, int> numbers_; ///< by key without one: the last that was given out
    QList<const Decision*> decisions_;
    QHash<DecisionId, QList<const Option*>> options_;
    QHash<OptionId, QList<const Argument*>> arguments_;
};

// The sections; one without items and entries is left out.
Section taskSection(const Material& material);
Section requirementSection(const Material& material);
Section metricSection(const Material& material);
Section architectureSection(const Material& material);
Section decisionSection(const Material& material);
QList<Section> sheetSections(Material& material);
Section noteSection(const Material& material);
Section openSection(const Material& material);
Section sessionSection(const Material& material);

// Pieces that they are made of.
Item paragraph(Line line);
Item paragraph(const QString& text);
Item bullet(Line line);
Span strong(const QString& text);
Span muted(const QString& text);
Line cell(const QString& text);
/// Texts one after the other, parted by `between`.
Line joined(const QList<Line>& lines, const QString& between);
bool hasText(const QString& text);

} // namespace groundplan::report
