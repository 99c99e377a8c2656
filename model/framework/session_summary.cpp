#include "model/framework/session_summary.h"

#include "model/framework/firsts.h"
#include "model/framework/session_clock.h"
#include "model/framework/whole_seconds.h"

#include <algorithm>

namespace groundplan {
namespace {

/// The frame in which a follow-up is answered: called by its words, with something in it.
ElementId answerFrame(const Design& design, const FollowUp& followUp) {
    const QStringList names = followUp.text.all();
    for (const Element& element : design.elements) {
        const Frame* frame = element.parent ? design.frames.find(element.parent) : nullptr;
        if (frame && names.contains(frame->title))
            return frame->id;
    }
    return {};
}

/// What each step was to take at the beginning; empty where that cannot be told.
QList<qint64> planOf(const PracticeSession& session, const Framework& framework) {
    const PracticeSession begun = beginSession(framework, session.practice, session.minutes, session.started);
    const bool same =
        std::equal(begun.steps.begin(), begun.steps.end(), session.steps.begin(), session.steps.end(),
                   [](const SessionStep& one, const SessionStep& other) { return one.name == other.name; });
    QList<qint64> plan;
    if (same) {
        for (const SessionStep& step : begun.steps)
            plan.append(step.planned);
    }
    return plan;
}

} // namespace

std::optional<qint64> timeOf(const PracticeSession& session, SessionEventKind kind, const QString& name) {
    const auto at =
        std::find_if(session.events.begin(), session.events.end(),
                     [&](const SessionEvent& event) { return event.kind == kind && event.name == name; });
    return at == session.events.end() ? std::nullopt : std::optional(at->at);
}

SessionSummary SessionSummary::of(const PracticeSession& session, const Framework* framework,
                                  const PracticeCase* practice, const Design& design,
                                  const Catalogue& catalogue) {
    SessionSummary summary;
    for (const QString& name : firsts::all())
        summary.firsts.append(
            {name, timeOf(session, SessionEventKind::First, name), firsts::lookFor(name, design, catalogue)});
    if (framework) {
        summary.progress = progressOf(*framework, design, catalogue);
    }
    const QList<qint64> plan = framework ? planOf(session, *framework) : QList<qint64>();
    WholeSeconds used, budgets, plans;
    for (qsizetype i = 0; i < session.steps.size(); ++i) {
        const SessionStep& step = session.steps.at(i);
        const qint64 planned = plan.value(i, step.planned);
        summary.steps.append(
            {used.next(step.used), budgets.next(step.planned), plans.next(planned), planned != step.planned});
        summary.all.moved |= planned != step.planned;
    }
    summary.all.used = used.all();
    summary.all.budget = budgets.all();
    summary.all.plan = plans.all();
    if (!practice)
        return summary;
    for (const MustTouch& point : practice->must) {
        Point line{&point, lookForAny(point.evidence, design, catalogue),
                   timeOf(session, SessionEventKind::First, firsts::must(point.name))};
        summary.touched += line.found.holds ? 1 : 0;
        summary.points.append(line);
    }
    for (const Fact& fact : practice->facts) {
        const bool asked = timeOf(session, SessionEventKind::Fact, fact.name).has_value();
        (asked ? summary.asked : summary.neverAsked).append(&fact);
    }
    for (const SessionEvent& event : session.events) {
        if (event.kind != SessionEventKind::FollowUp)
            continue;
        const auto dealt = std::find_if(practice->followUps.begin(), practice->followUps.end(),
                                        [&](const FollowUp& each) { return each.name == event.name; });
        const bool told = std::any_of(summary.dealt.begin(), summary.dealt.end(),
                                      [&](const Dealt& each) { return each.followUp->name == event.name; });
        if (dealt != practice->followUps.end() && !told)
            summary.dealt.append({&*dealt, event.at, answerFrame(design, *dealt)});
    }
    return summary;
}

} // namespace groundplan
