#include "app/window/session_times.h"

#include "model/framework/whole_seconds.h"

#include <QCoreApplication>

#include <cstdlib>

using namespace Qt::StringLiterals;

namespace groundplan {
namespace {

constexpr qint64 kSecond = 1'000; // ms
constexpr qint64 kMinute = 60 * kSecond;
constexpr qint64 kStep = 10 * kSecond; ///< in which what is taken away is told: calmer than each second

QString tr(const char* text) {
    return QCoreApplication::translate("groundplan::SessionTimes", text);
}

/// As clockText() counts them: what is begun of a second is one.
qint64 wholeSeconds(qint64 ms) {
    return (ms + kSecond - 1) / kSecond * kSecond;
}

/// "5" minutes, or "4:10".
QString lengthText(qint64 ms) {
    const qint64 seconds = ms / kSecond;
    return seconds % 60 == 0 ? QString::number(seconds / 60)
                             : u"%1:%2"_s.arg(seconds / 60).arg(seconds % 60, 2, 10, QLatin1Char('0'));
}

} // namespace

PlanTimes planTimes(const SessionRun& run) {
    PlanTimes times;
    const PracticeSession* session = run.session();
    const Framework* framework = run.framework();
    if (!session || !framework)
        return times;
    times.all = tr("%1 min").arg(session->minutes);
    times.now = session->steps.value(session->step).name;
    const QDateTime now = run.now();
    const QList<qint64> budgets = budgetsAt(*session, now);
    const PracticeSession begun =
        beginSession(*framework, session->practice, session->minutes, session->started);
    WholeSeconds usedUp, plans; // as the summary counts them
    for (qsizetype i = 0; i < session->steps.size(); ++i) {
        const SessionStep& step = session->steps.at(i);
        const qint64 plan = begun.steps.value(i).planned;
        const qint64 used = usedUp.next(step.used), shownPlan = plans.next(plan);
        if (i < session->step) {
            times.steps[step.name] = tr("%1 min, plan %2").arg(lengthText(used), lengthText(shownPlan));
            continue;
        }
        // Of the step that the clock is in to the second, as the clock has it.
        const bool isNow = i == session->step;
        const qint64 budget =
            isNow ? wholeSeconds(budgets.at(i)) : (budgets.at(i) + kStep / 2) / kStep * kStep;
        const QString text = std::abs(budgets.at(i) - plan) < (isNow ? kSecond : kStep / 2)
                                 ? tr("%1 min").arg(lengthText(shownPlan))
                                 : tr("%1 → %2 min").arg(lengthText(shownPlan), lengthText(budget));
        times.steps[step.name] = isNow ? tr("now, %1").arg(text) : text;
    }
    return times;
}

QString takenText(const SessionRun& run, const QString& language) {
    const PracticeSession* session = run.session();
    const Framework* framework = run.framework();
    if (!session || !framework)
        return {};
    const auto titleOf = [&](const QString& name) {
        const Step* step = framework->step(name);
        return step ? step->title.in(language) : name;
    };
    const PlanTimes times = planTimes(run);
    QStringList taken;
    for (qsizetype i = session->step + 1; i < session->steps.size(); ++i) {
        const QString name = session->steps.at(i).name;
        if (times.steps[name].contains(u'→'))
            taken.append(u"%1 %2"_s.arg(titleOf(name), times.steps[name]));
    }
    const qint64 budget = wholeSeconds(budgetsAt(*session, run.now()).value(session->step));
    const QString has =
        tr("“%1” has %2 min now.").arg(titleOf(session->steps.value(session->step).name), lengthText(budget));
    return taken.isEmpty() ? has : tr("%1 Taken from: %2.").arg(has, taken.join(u", "_s));
}

} // namespace groundplan
