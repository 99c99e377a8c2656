#include "model/framework/session_summary.h"
#include "model/report/report_material.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace groundplan::report {
namespace {

/// "12:05"
QString clockText(qint64 ms) {
    return u"%1:%2"_s.arg(ms / 60'000).arg(ms / 1'000 % 60, 2, 10, QLatin1Char('0'));
}

QString differenceText(qint64 ms) {
    return ms == 0 ? u"0:00"_s : (ms > 0 ? u"+"_s : u"−"_s) + clockText(std::abs(ms));
}

/// Times in whole seconds that add up to the whole seconds of all of them: what one step's second lacks, the
/// next one's has.
class WholeSeconds {
public:
    qint64 next(qint64 ms) {
        const qint64 before = all();
        exact_ += ms;
        return all() - before;
    }
    qint64 all() const { return exact_ / 1'000 * 1'000; }

private:
    qint64 exact_ = 0;
};

Item timesOf(const Material& material, const PracticeSession& session, const Framework* framework,
             const SessionSummary& summary) {
    Item item{Item::Type::Table, {}, {}};
    Table& table = item.table;
    table.head = {cell(Text::tr("Step")), cell(Text::tr("Planned")), cell(Text::tr("Used")),
                  cell(Text::tr("Difference"))};
    table.shares = {52, 16, 16, 16};
    WholeSeconds planned, used;
    for (qsizetype i = 0; i < session.steps.size(); ++i) {
        const SessionStep& each = session.steps[i];
        const Step* step = framework ? framework->step(each.name) : nullptr;
        const qint64 plan = planned.next(summary.plan.value(i, each.planned));
        const qint64 took = used.next(each.used);
        table.rows.append({cell(step ? material.in(step->title) : each.name), cell(clockText(plan)),
                           cell(clockText(took)), cell(differenceText(took - plan))});
    }
    table.rows.append({{strong(Text::tr("All"))},
                       {strong(clockText(planned.all()))},
                       {strong(clockText(used.all()))},
                       {strong(differenceText(used.all() - planned.all()))}});
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
    facts.append(Text::tr("%1 of %2 minutes").arg(clockText(session.elapsed)).arg(session.minutes));
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
        Line line{muted(clockText(each.at) + u"  "_s), {material.in(each.followUp->text)}};
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
