#include "model/framework/session_clock.h"

#include <QTest>
#include <QTimeZone>

#include <numeric>

using namespace groundplan;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kMinute = 60'000;

/// Minutes (and milliseconds) after a fixed beginning.
QDateTime at(double minutes) {
    return QDateTime::fromMSecsSinceEpoch(1'700'000'000'000, QTimeZone::utc())
        .addMSecs(qint64(minutes * kMinute));
}

Framework plan(const QList<int>& minutes) {
    Framework framework;
    framework.name = u"plan"_s;
    for (const int each : minutes) {
        Step step;
        step.name = u"step-%1"_s.arg(framework.steps.size() + 1);
        step.minutes = each;
        framework.steps.append(step);
    }
    return framework;
}

qint64 sum(const QList<qint64>& values) {
    return std::accumulate(values.begin(), values.end(), qint64(0));
}

} // namespace

class TestSessionClock : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void minutesInProportion() {
        const PracticeSession session = beginSession(plan({5, 30, 10}), u"video"_s, 20, at(0));
        QCOMPARE(session.steps.size(), 3);
        qint64 all = 0;
        for (const SessionStep& step : session.steps) {
            QVERIFY(step.planned % 1000 == 0);
            all += step.planned;
        }
        QCOMPARE(all, 20 * kMinute);
        QCOMPARE(session.steps.at(0).planned, 133'000); // 2:13 of 20
        QCOMPARE(session.events.size(), 1);
        QVERIFY(session.id > 0);
        QCOMPARE(beginSession(plan({5, 40, 0}), {}, 45, at(0)).steps.last().planned, 0);
        QCOMPARE(beginSession(plan({}), {}, 45, at(0)).steps.size(), 0);
    }

    void runsPausesAndEnds() {
        PracticeSession session = beginSession(plan({10, 20}), {}, 30, at(0));
        QCOMPARE(elapsedAt(session, at(2)), 2 * kMinute);
        QCOMPARE(leftOfStep(session, at(2)), 8 * kMinute);
        pause(session, at(3));
        QCOMPARE(elapsedAt(session, at(60)), 3 * kMinute);
        resume(session, at(60));
        beat(session, at(61));
        QCOMPARE(session.elapsed, 4 * kMinute);
        QCOMPARE(session.steps.at(0).used, 4 * kMinute);
        goToStep(session, 1, at(62));
        QCOMPARE(usedAt(session, 0, at(70)), 5 * kMinute);
        QCOMPARE(usedAt(session, 1, at(63)), 1 * kMinute);
        QCOMPARE(leftOfAll(session, at(63)), 24 * kMinute);
        endSession(session, at(64));
        QCOMPARE(elapsedAt(session, at(99)), 7 * kMinute);
        resume(session, at(99)); // what has ended stays so
        goToStep(session, 0, at(99));
        QVERIFY(!note(session, SessionEventKind::Fact, u"latency"_s, at(99)));
        QCOMPARE(elapsedAt(session, at(120)), 7 * kMinute);
        QCOMPARE(session.step, 1);
    }

    void aClockThatIsSetBackCountsNothing() {
        PracticeSession session = beginSession(plan({10}), {}, 10, at(5));
        beat(session, at(6));
        QCOMPARE(elapsedAt(session, at(3)), 1 * kMinute);
        beat(session, at(3));
        beat(session, at(4));
        QCOMPARE(session.elapsed, 2 * kMinute);
    }

    /// Who takes longer takes it from the later steps, in proportion, and sees it.
    void extraTimeComesFromLaterSteps() {
        PracticeSession session = beginSession(plan({10, 20, 10}), {}, 40, at(0));
        QCOMPARE(budgetsAt(session, at(10)), (QList<qint64>{10 * kMinute, 20 * kMinute, 10 * kMinute}));
        QCOMPARE(budgetsAt(session, at(16)), (QList<qint64>{10 * kMinute, 16 * kMinute, 8 * kMinute}));
        QCOMPARE(leftOfStep(session, at(16)), -6 * kMinute);
        goToStep(session, 1, at(16));
        // Moving on changes none of them.
        QCOMPARE(budgetsAt(session, at(16)), (QList<qint64>{10 * kMinute, 16 * kMinute, 8 * kMinute}));
        // However late, no budget falls below nothing.
        for (const qint64 budget : budgetsAt(session, at(500)))
            QVERIFY(budget >= 0);
    }
    /// Who is early gives the time to the steps that come, and the session lasts as long as it was to.
    void timeLeftOverGoesToLaterSteps() {
        PracticeSession session = beginSession(plan({10, 20, 10}), {}, 40, at(0));
        goToStep(session, 1, at(4)); // six minutes in hand
        QCOMPARE(budgetsAt(session, at(4)), (QList<qint64>{10 * kMinute, 24 * kMinute, 12 * kMinute}));
        QCOMPARE(leftOfStep(session, at(5)), 23 * kMinute);
        QCOMPARE(budgetsAt(session, at(28)).at(2), 12 * kMinute);
        QCOMPARE(budgetsAt(session, at(34)).at(2), 6 * kMinute);
        goToStep(session, 2, at(5));
        QCOMPARE(leftOfStep(session, at(5)), 35 * kMinute);
        QCOMPARE(leftOfAll(session, at(5)), 35 * kMinute);
    }
    void moreTimeByHand() {
        PracticeSession session = beginSession(plan({10, 20, 10}), {}, 40, at(0));
        extendStep(session, 6 * kMinute, at(1));
        QCOMPARE(session.steps.at(0).planned, 16 * kMinute);
        QCOMPARE(session.steps.at(1).planned, 16 * kMinute);
        QCOMPARE(session.steps.at(2).planned, 8 * kMinute);
        extendStep(session, 500 * kMinute, at(1)); // all there is
        QCOMPARE(session.steps.at(0).planned, 40 * kMinute);
        QCOMPARE(sum(budgetsAt(session, at(1))), 40 * kMinute);
        extendStep(session, -10 * kMinute, at(1)); // none has any to grow by
        QCOMPARE(sum(budgetsAt(session, at(1))), 40 * kMinute);
    }

    void eachThingIsNotedOnce() {
        PracticeSession session = beginSession(plan({10}), {}, 10, at(0));
        QVERIFY(note(session, SessionEventKind::First, u"metric"_s, at(1)));
        QVERIFY(!note(session, SessionEventKind::First, u"metric"_s, at(2)));
        QVERIFY(note(session, SessionEventKind::Fact, u"metric"_s, at(3)));
        QCOMPARE(session.events.at(1).at, 1 * kMinute);
        QCOMPARE(session.events.at(2).at, 3 * kMinute);
    }

    /// The program ended without a word: the clock stands at its last beat until somebody says more.
    void recoversAtItsLastBeat() {
        PracticeSession session = beginSession(plan({10, 20}), {}, 30, at(0));
        beat(session, at(7));
        const auto still = recover(session, at(12));
        QVERIFY(still);
        QCOMPARE(*still, 5 * kMinute);
        QCOMPARE(elapsedAt(session, at(20)), 7 * kMinute);
        QVERIFY(!recover(session, at(20)));
        PracticeSession counted = session;
        countPause(counted, *still);
        QCOMPARE(counted.elapsed, 12 * kMinute);
        QCOMPARE(counted.steps.at(0).used, 12 * kMinute);
    }
};

QTEST_APPLESS_MAIN(TestSessionClock)
#include "test_session_clock.moc"
