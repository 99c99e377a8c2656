#include "model/design/words_text.h"
#include "model/report/report_material.h"

#include <array>

using namespace Qt::StringLiterals;

namespace groundplan::report {
namespace {

Span answerOf(const Requirement& row) {
    if (hasText(row.answer))
        return {row.answer};
    return muted(row.source == Source::NotRelevant ? Text::tr("not relevant") : Text::tr("still open"));
}

Item tableOf(const QList<const Requirement*>& rows) {
    Item item{Item::Type::Table, {}, {}};
    Table& table = item.table;
    table.head = {cell(Text::tr("Question")), cell(Text::tr("Answer")), cell(Text::tr("Where from"))};
    table.shares = {40, 45, 15};
    for (const Requirement* row : rows) {
        const bool open = !hasText(row->answer) && row->source != Source::NotRelevant;
        table.rows.append({cell(row->question), {answerOf(*row)}, open ? Line() : cell(textOf(row->source))});
    }
    return item;
}

/// The group of what is asked; -1: a question of the user's own.
int groupOf(const Requirement& row, const Templates& templates) {
    const Topic* topic = templates.topic(row.topic);
    return topic ? int(topic->group) : -1;
}

QList<const Requirement*> requirementsOf(const Material& material, int group) {
    return material.design.requirements.sorted(
        [&](const Requirement& row) { return groupOf(row, material.templates) == group; });
}

} // namespace

/// The task, and what is known about the problem: what it is for and what its users do.
Section taskSection(const Material& material) {
    Section section{QString::fromLatin1(sections::kTask), Text::tr("The task"), {}, {}};
    const Design& design = material.design;
    if (hasText(design.board.task))
        section.items.append(paragraph(design.board.task));
    for (const Card* card : design.cards.sorted()) {
        if (card->kind == CardKind::Task && hasText(card->text))
            section.items.append(paragraph(card->text));
    }
    const PracticeCase* practice = material.templates.practiceCase(design.board.practice);
    if (practice && !practice->prompt.isEmpty())
        section.items.append(
            paragraph({muted(Text::tr("As it was put:") + u' '), {material.in(practice->prompt)}}));
    const QList<const Requirement*> problem = requirementsOf(material, int(TopicGroup::Problem));
    if (!problem.isEmpty())
        section.entries.append({u"requirements-problem"_s,
                                Text::tr("What it is for and what its users do"),
                                {},
                                {tableOf(problem)}});
    return section;
}

Section requirementSection(const Material& material) {
    Section section{QString::fromLatin1(sections::kRequirements), Text::tr("Requirements"), {}, {}};
    for (std::size_t i = 0; i < wordCount<TopicGroup>(); ++i) {
        const auto group = TopicGroup(i);
        if (group == TopicGroup::Problem)
            continue; // with the task
        const QList<const Requirement*> rows = requirementsOf(material, int(i));
        if (!rows.isEmpty())
            section.entries.append(
                {u"requirements-"_s + wordOf(group).toString(), textOf(group), {}, {tableOf(rows)}});
    }
    const QList<const Requirement*> own = requirementsOf(material, -1);
    if (!own.isEmpty()) {
        const QString title =
            section.entries.isEmpty() ? Text::tr("Questions and answers") : Text::tr("Further questions");
        section.entries.append({u"requirements-own"_s, title, {}, {tableOf(own)}});
    }
    return section;
}

} // namespace groundplan::report
