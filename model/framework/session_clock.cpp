#include "model/framework/session_clock.h"

#include "model/design/id.h"

#include <algorithm>

namespace groundplan {

namespace {

constexpr int kLongest = 24 * 60; // minutes
constexpr qint64 kMinute = 60'000;
constexpr qint64 kSecond = 1'000;

qint64 sinceBeat(const PracticeSession& session, const QDateTime& now) {
    return session.state == SessionState::Running ? std::max<qint64>(session.beat.msecsTo(now), 0) : 0;
}

/// Plans the steps from `first` on in proportion to their present plan, in whole seconds, so that together
/// they take exactly `all`.
void share(QList<SessionStep>& steps, qsizetype first, qint64 all) {
    qint64 together = 0;
    for (qsizetype i = first; i < steps.size(); ++i)
        together += steps.at(i).planned;
    qint64 before = 0; // of the old plan
    qint64 given = 0;  // of the new one
    for (qsizetype i = first; i < steps.size(); ++i) {
        before += steps.at(i).planned;
        qint64 until = all;
        if (before < together)
            until = qint64(double(all) * double(before) / double(together) / kSecond) * kSecond;
        steps[i].planned = until - given;
        given = until;
    }
}

SessionStep* current(PracticeSession& session) {
    return session.step >= 0 && session.step < session.steps.size() ? &session.steps[session.step] : nullptr;
}

} // namespace

PracticeSession beginSession(const Framework& framework, const QString& practice, int minutes,
                             const QDateTime& now) {
    PracticeSession session;
    session.id = Id<PracticeSession>::random().value();
    session.practice = practice;
    session.framework = framework.name;
    session.minutes = std::clamp(minutes, 1, kLongest);
    session.started = now;
    session.beat = now;
    for (const Step& step : framework.steps)
        session.steps.append({step.name, step.minutes * kMinute, 0});
    share(session.steps, 0, session.minutes * kMinute);
    if (!session.steps.isEmpty()) {
        session.events.append({SessionEventKind::Step, session.steps.first().name, 0});
    }
    return session;
}

void beat(PracticeSession& session, const QDateTime& now) {
    const qint64 passed = sinceBeat(session, now);
    session.elapsed += passed;
    if (SessionStep* step = current(session))
        step->used += passed;
    session.beat = now;
}

void pause(PracticeSession& session, const QDateTime& now) {
    if (session.state != SessionState::Running)
        return;
    beat(session, now);
    session.state = SessionState::Paused;
    session.events.append({SessionEventKind::Paused, {}, session.elapsed});
}

void resume(PracticeSession& session, const QDateTime& now) {
    if (session.state != SessionState::Paused)
        return;
    session.beat = now;
    session.state = SessionState::Running;
    session.events.append({SessionEventKind::Resumed, {}, session.elapsed});
}

void goToStep(PracticeSession& session, int step, const QDateTime& now) {
    if (step < 0 || step >= session.steps.size() || step == session.step ||
        session.state == SessionState::Ended)
        return;
    beat(session, now);
    session.step = step;
    session.events.append({SessionEventKind::Step, session.steps.at(step).name, session.elapsed});
}

void endSession(PracticeSession& session, const QDateTime& now) {
    beat(session, now);
    session.state = SessionState::Ended;
}

void extendStep(PracticeSession& session, qint64 ms, const QDateTime& now) {
    beat(session, now);
    SessionStep* step = current(session);
    if (!step)
        return;
    qint64 later = 0;
    for (qsizetype i = session.step + 1; i < session.steps.size(); ++i)
        later += session.steps.at(i).planned;
    ms = std::clamp(ms, -step->planned, later);
    if (ms == 0 || later == 0)
        return;
    step->planned += ms;
    share(session.steps, session.step + 1, later - ms);
}

bool note(PracticeSession& session, SessionEventKind kind, const QString& name, const QDateTime& now) {
    const bool there =
        std::any_of(session.events.begin(), session.events.end(),
                    [&](const SessionEvent& event) { return event.kind == kind && event.name == name; });
    if (there || session.state == SessionState::Ended)
        return false;
    session.events.append({kind, name, elapsedAt(session, now)});
    return true;
}

qint64 elapsedAt(const PracticeSession& session, const QDateTime& now) {
    return session.elapsed + sinceBeat(session, now);
}

qint64 usedAt(const PracticeSession& session, int step, const QDateTime& now) {
    if (step < 0 || step >= session.steps.size())
        return 0;
    return session.steps.at(step).used + (step == session.step ? sinceBeat(session, now) : 0);
}

QList<qint64> budgetsAt(const PracticeSession& session, const QDateTime& now) {
    QList<qint64> budgets;
    qint64 left = 0; // for this step and the later ones
    qint64 rest = 0; // what they were planned with
    for (qsizetype i = 0; i < session.steps.size(); ++i) {
        const SessionStep& step = session.steps.at(i);
        budgets.append(step.planned);
        left += i < session.step ? step.planned - step.used : step.planned;
        rest += i < session.step ? 0 : step.planned;
    }
    const auto shareOut = [&](qsizetype first, qint64 all, qint64 planned) {
        all = std::max<qint64>(all, 0);
        for (qsizetype i = first; i < budgets.size() && planned > 0; ++i)
            budgets[i] = qint64(double(all) * double(session.steps.at(i).planned) / double(planned));
        if (planned == 0 && first < budgets.size())
            budgets[first] = all; // rather than to nobody
    };
    const qsizetype at = std::clamp<qsizetype>(session.step, 0, budgets.size());
    shareOut(at, left, rest);
    const qint64 used = usedAt(session, session.step, now);
    if (at < budgets.size() && used > budgets.at(at))
        shareOut(at + 1, left - used, rest - session.steps.at(at).planned);
    return budgets;
}

qint64 leftOfStep(const PracticeSession& session, const QDateTime& now) {
    if (session.step < 0 || session.step >= session.steps.size())
        return 0;
    return budgetsAt(session, now).at(session.step) - usedAt(session, session.step, now);
}

qint64 leftOfAll(const PracticeSession& session, const QDateTime& now) {
    return session.minutes * kMinute - elapsedAt(session, now);
}

std::optional<qint64> recover(PracticeSession& session, const QDateTime& now) {
    if (session.state != SessionState::Running)
        return std::nullopt;
    const qint64 still = std::max<qint64>(session.beat.msecsTo(now), 0);
    session.state = SessionState::Paused;
    session.events.append({SessionEventKind::Paused, {}, session.elapsed});
    return still;
}

void countPause(PracticeSession& session, qint64 ms) {
    ms = std::max<qint64>(ms, 0);
    session.elapsed += ms;
    if (SessionStep* step = current(session))
        step->used += ms;
}

} // namespace groundplan
