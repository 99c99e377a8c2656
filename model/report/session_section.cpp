#include "model/framework/session_summary.h"
#include "model/framework/whole_seconds.h"
#include "model/report/report_material.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace groundplan::report {
namespace {

QString differenceText(qint64 ms) {
    return ms == 0 ? u"0:00"_s : (ms > 0 ? u"+"_s : u"−"_s) + spanText(std::abs(ms));
}

Item timesOf(const Material& material, const PracticeSession& session, const Framework* framework,
             const SessionSummary& summary) {
    Item item{Item::Type::Table, {}, {}};
    Table& table = item.table;
    table.head = {cell(Text::tr("Step")), cell(Text::tr("Planned")), cell(Text::tr("Used")),
                  cell(Text::tr("Difference"))};
    table.shares = {52, 16, 16, 16};
    for (qsizetype i = 0; i < session.steps.size(); ++i) {
        const QString& name = session.steps[i].name;
        const Step* step = framework ? framework->step(name) : nullptr;
        const SessionSummary::StepTime& time = summary.steps[i];
        table.rows.append({cell(step ? material.in(step->title) : name), cell(spanText(time.plan)),
                           cell(spanText(time.used)), cell(differenceText(time.used - time.plan))});
    }
    const SessionSummary::StepTime& all = summary.all;
    table.rows.append({{strong(Text::tr("All"))},
                       {strong(spanText(all.plan))},
                       {strong(spanText(all.used))},
                       {strong(differenceText(all.used - all.plan))}});
    return item;
}

} // namespace

Section sessionSection(const Material& material) {
    Section section{QString::fromLatin1(sections::kSession), Text::tr("Time use of the session"), {}, {}};
    if (!material.facts.session)
        return section;
    const PracticeSession& session = *material.facts.session;
    const Framework* framework = material.templates.framework(session.framework);
    const PracticeCase* practice = material.templates.practiceCase(session.practice);
    const SessionSummary summary =
        SessionSummary::of(session, framework, practice, material.design, material.catalogue);
    QStringList facts;
    if (practice)
        facts.append(material.in(practice->title));
    if (framework)
        facts.append(material.in(framework->title));
    facts.append(session.started.toUTC().date().toString(Qt::ISODate));
    facts.append(Text::tr("%1 of %2 minutes").arg(spanText(session.elapsed)).arg(session.minutes));
    section.items.append(paragraph({muted(facts.join(u" · "_s))}));
    if (!session.steps.isEmpty())
        section.items.append(timesOf(material, session, framework, summary));

    QList<Item> asked;
    for (const Fact* fact : summary.asked)
        asked.append(bullet({{material.in(fact->question)}}));
    if (!asked.isEmpty())
        section.entries.append({u"session-asked"_s, Text::tr("Asked for"), {}, asked});
    QList<Item> dealt;
    for (const SessionSummary::Dealt& each : summary.dealt) {
        Line line{muted(spanText(each.at) + u"  "_s), {material.in(each.followUp->text)}};
        if (each.frame)
            line += {Span{u" "_s},
                     Span{Text::tr("(answered)"), Span::Tone::Plain, {}, material.keyOf(each.frame)}};
        dealt.append(bullet(line));
    }
    if (!dealt.isEmpty())
        section.entries.append({u"session-follow-ups"_s, Text::tr("Follow-up questions"), {}, dealt});
    return section;
}

} // namespace groundplan::report
