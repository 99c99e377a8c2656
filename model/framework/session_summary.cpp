#include "model/framework/session_summary.h"

#include <algorithm>

namespace groundplan {

std::optional<qint64> timeOf(const PracticeSession& session, SessionEventKind kind, const QString& name) {
    const auto at =
        std::find_if(session.events.begin(), session.events.end(),
                     [&](const SessionEvent& event) { return event.kind == kind && event.name == name; });
    return at == session.events.end() ? std::nullopt : std::optional(at->at);
}

SessionSummary SessionSummary::of(const PracticeSession& session, const QStringList& firsts,
                                  const QString& mustPrefix, const PracticeCase* practice,
                                  const Design& design, const Catalogue& catalogue) {
    SessionSummary summary;
    for (const QString& name : firsts)
        summary.firsts.append({name, timeOf(session, SessionEventKind::First, name)});
    if (!practice)
        return summary;
    for (const MustTouch& point : practice->must) {
        Point line{&point, lookForAny(point.evidence, design, catalogue),
                   timeOf(session, SessionEventKind::First, mustPrefix + point.name)};
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
        if (dealt != practice->followUps.end() && !summary.dealt.contains(&*dealt))
            summary.dealt.append(&*dealt);
    }
    return summary;
}

} // namespace groundplan
