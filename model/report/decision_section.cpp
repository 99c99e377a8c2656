#include "model/operations/comparing.h"
#include "model/report/report_material.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace groundplan::report {
namespace {

/// What of a design the comparison of one decision is made of, so that weigh() does not go through all of it.
class Comparisons {
public:
    explicit Comparisons(const Material& material)
        : material_(material) {
        for (const Criterion* criterion : material.design.criteria.sorted())
            criteria_[criterion->decision].append(criterion);
        for (const Score& score : material.design.scores)
            scores_[score.option].append(&score);
    }

    const QList<const Criterion*> criteriaOf(DecisionId id) const { return criteria_.value(id); }

    Design partOf(const Decision& decision) const {
        Design part;
        part.decisions.put(decision);
        for (const Criterion* criterion : criteria_.value(decision.id))
            part.criteria.put(*criterion);
        for (const Option* option : material_.optionsOf(decision.id)) {
            part.options.put(*option);
            for (const Score* score : scores_.value(option->id))
                part.scores.put(*score);
        }
        return part;
    }

private:
    const Material& material_;
    QHash<DecisionId, QList<const Criterion*>> criteria_;
    QHash<OptionId, QList<const Score*>> scores_;
};

QString titleOf(const Option& option) {
    return hasText(option.title) ? option.title : Text::tr("(option without a name)");
}

Line arguments(const Material& material, const Option& option, Side side) {
    QStringList texts;
    for (const Argument* argument : material.argumentsOf(option.id)) {
        if (argument->side == side && hasText(argument->text))
            texts.append((side == Side::Pro ? u"+ "_s : u"− "_s) + argument->text);
    }
    return cell(texts.join(u'\n'));
}

Item optionTable(const Material& material, const Decision& decision) {
    Item item{Item::Type::Table, {}, {}};
    Table& table = item.table;
    table.head = {cell(Text::tr("Option")), cell(Text::tr("For")), cell(Text::tr("Against"))};
    table.shares = {28, 36, 36};
    for (const Option* option : material.optionsOf(decision.id)) {
        const bool chosen = option->id == decision.chosen;
        Line name{chosen ? strong(titleOf(*option)) : Span{titleOf(*option)}};
        if (chosen)
            name.append(muted(u'\n' + Text::tr("chosen")));
        table.rows.append(
            {name, arguments(material, *option, Side::Pro), arguments(material, *option, Side::Con)});
    }
    return item;
}

constexpr qsizetype kMostColumns = 5; ///< of options side by side; more stand in a table of their own

/// The scores of some of the options, with their weighted sums.
Item scoreTable(const Design& part, const QList<const Criterion*>& criteria,
                const QList<const Option*>& options, const QList<Weighed>& weighed) {
    Item item{Item::Type::Table, {}, {}};
    Table& table = item.table;
    table.head = {cell(Text::tr("Criterion")), cell(Text::tr("Weight"))};
    table.fitted = true; // some options have long titles
    const int each = int(60 / options.size());
    table.shares = {int(100 - 12 - each * options.size()), 12};
    for (const Option* option : options) {
        table.head.append(cell(titleOf(*option)));
        table.shares.append(each);
    }
    for (const Criterion* criterion : criteria) {
        QList<Line> row{cell(criterion->title), cell(QString::number(criterion->weight))};
        for (const Option* option : options) {
            const Score* score = scoreOf(part, option->id, criterion->id);
            row.append(score ? cell(QString::number(score->value)) : Line{muted(u"–"_s)});
        }
        table.rows.append(row);
    }
    QList<Line> sums{{strong(Text::tr("Weighted sum"))}, {}};
    for (const Option* option : options) {
        const auto of = std::find_if(weighed.begin(), weighed.end(),
                                     [option](const Weighed& one) { return one.option == option->id; });
        QString sum = QString::number(of->sum);
        if (of->open > 0)
            sum += u' ' + Text::tr("(%n open)", nullptr, of->open);
        sums.append({of->best ? strong(sum) : Span{sum}});
    }
    table.rows.append(sums);
    return item;
}

Entry entryOf(const Material& material, const Comparisons& comparisons, const Decision& decision) {
    Entry entry{
        material.keyOf(decision.id), decision.question.simplified(), decision.subject, {}, decision.id};
    if (entry.title.isEmpty())
        entry.title = Text::tr("(decision without a question)");
    if (decision.subject)
        entry.items.append(paragraph({muted(Text::tr("About:") + u' '), material.mention(decision.subject)}));
    const QList<const Option*> options = material.optionsOf(decision.id);
    if (!options.isEmpty())
        entry.items.append(optionTable(material, decision));
    const QList<const Criterion*> criteria = comparisons.criteriaOf(decision.id);
    if (!criteria.isEmpty() && !options.isEmpty()) {
        const Design part = comparisons.partOf(decision);
        const QList<Weighed> weighed = weigh(part, decision.id);
        const qsizetype tables = (options.size() + kMostColumns - 1) / kMostColumns;
        for (qsizetype i = 0; i < tables; ++i) { // of as many options as can be each
            const qsizetype from = i * options.size() / tables, to = (i + 1) * options.size() / tables;
            entry.items.append(scoreTable(part, criteria, options.mid(from, to - from), weighed));
        }
    }
    const auto chosen = std::find_if(options.begin(), options.end(),
                                     [&](const Option* option) { return option->id == decision.chosen; });
    Line line{strong(chosen != options.end() ? Text::tr("Chosen: %1.").arg(titleOf(**chosen).simplified())
                                             : Text::tr("Still open."))};
    if (hasText(decision.reason))
        line.append({u' ' + decision.reason});
    entry.items.append(paragraph(line));
    return entry;
}

} // namespace

Section decisionSection(const Material& material) {
    Section section{QString::fromLatin1(sections::kDecisions), Text::tr("Trade-offs"), {}, {}};
    const Comparisons comparisons(material);
    for (const Decision* decision : material.decisions())
        section.entries.append(entryOf(material, comparisons, *decision));
    return section;
}

} // namespace groundplan::report
