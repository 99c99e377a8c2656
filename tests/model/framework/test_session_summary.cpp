#include "model/framework/session_summary.h"

#include "model/framework/firsts.h"
#include "model/framework/session_clock.h"
#include "model/framework/whole_seconds.h"
#include "tests/model/framework/shipped.h"

#include <QTest>
#include <QTimeZone>

using namespace groundplan;
using namespace groundplan::shipped;
using namespace Qt::StringLiterals;

/// What a summary says of a session, from the board as it is and from what was noted.
class TestSessionSummary : public QObject {
    Q_OBJECT

    const QDateTime now_{{2026, 11, 21}, {9, 0}, QTimeZone::utc()};

    static const PracticeCase& practice() { return *templates().practiceCase(u"churn"_s); }
    static const Framework& framework() { return *templates().framework(u"cheat-sheet"_s); }
    PracticeSession begun() const { return beginSession(framework(), practice().name, 45, now_); }
    static SessionSummary of(const PracticeSession& session, const Design& design) {
        return SessionSummary::of(session, &framework(), &practice(), design, catalogue());
    }
    static ElementId put(Design& design, qint64 id, ElementType type, ElementId parent = {}) {
        Element element;
        element.id = ElementId(id);
        element.type = type;
        element.parent = parent;
        design.elements.put(element);
        return element.id;
    }

private Q_SLOTS:
    /// A frame of that name alone is no answer.
    void aFollowUpIsAnsweredByWhatIsInItsFrame() {
        PracticeSession session = begun();
        const FollowUp& dealt = practice().followUps.first();
        note(session, SessionEventKind::FollowUp, dealt.name, now_.addSecs(65));
        Design design;
        QCOMPARE(of(session, design).dealt.size(), 1);
        QCOMPARE(of(session, design).dealt.first().at, 65'000);
        QVERIFY(!of(session, design).dealt.first().frame);
        Frame frame;
        frame.id = put(design, 1, ElementType::Frame);
        frame.title = dealt.text.in(u"en"_s);
        design.frames.put(frame);
        QVERIFY(!of(session, design).dealt.first().frame);
        put(design, 2, ElementType::Block, frame.id);
        QCOMPARE(of(session, design).dealt.first().frame, frame.id);
    }

    void firstsLeadToWhatShowsThem() {
        PracticeSession session = begun();
        note(session, SessionEventKind::First, QLatin1String(firsts::kDecision), now_.addSecs(10));
        Design design;
        Decision decision;
        decision.id = DecisionId(5);
        decision.subject = put(design, 1, ElementType::Block);
        decision.question = u"Which model?"_s;
        design.decisions.put(decision);
        Requirement answered;
        answered.id = RequirementId(6);
        answered.source = Source::Asked;
        answered.answer = u"100"_s;
        design.requirements.put(answered);
        const SessionSummary summary = of(session, design);
        QCOMPARE(summary.firsts.size(), firsts::all().size());
        for (const SessionSummary::First& first : summary.firsts) {
            if (first.name == QLatin1String(firsts::kDecision)) {
                QCOMPARE(first.at, std::optional<qint64>(10'000));
                QCOMPARE(first.found.elements, QList<ElementId>{decision.subject});
            } else if (first.name == QLatin1String(firsts::kRequirement)) {
                QVERIFY(first.found.onBoard && !first.at);
            } else {
                QVERIFY(!first.found.holds);
            }
        }
    }

    /// What extra time made of it does not hide the plan.
    void thePlanIsThatOfTheBeginning() {
        PracticeSession session = begun();
        const qint64 first = session.steps.first().planned;
        extendStep(session, 120'000, now_.addSecs(5));
        QCOMPARE(session.steps.first().planned, first + 120'000);
        const SessionSummary summary = of(session, {});
        QCOMPARE(summary.steps.size(), session.steps.size());
        QCOMPARE(summary.steps.first().plan, first);
        QVERIFY(summary.steps.last().plan > session.steps.last().planned);
        QVERIFY(summary.steps.first().moved && summary.all.moved);
        session.steps.first().name = u"of-another-edition"_s;
        QVERIFY(!of(session, {}).all.moved);
        QCOMPARE(of(session, {}).steps.first().plan, of(session, {}).steps.first().budget);
    }

    /// Cut one by one, they would lack up to a second each.
    void timesAreWholeSecondsThatAddUp() {
        PracticeSession session = begun();
        for (qsizetype i = 0; i < session.steps.size(); ++i) {
            session.steps[i].used = 61'700;
            session.steps[i].planned += 300;
        }
        const SessionSummary summary = of(session, {});
        SessionSummary::StepTime sum;
        for (const SessionSummary::StepTime& each : summary.steps) {
            for (const qint64 time : {each.used, each.budget, each.plan})
                QCOMPARE(time % 1'000, 0);
            QVERIFY(each.used == 61'000 || each.used == 62'000);
            sum.used += each.used;
            sum.budget += each.budget;
            sum.plan += each.plan;
        }
        QCOMPARE(summary.all.used, session.steps.size() * 61'700 / 1'000 * 1'000);
        QCOMPARE(sum.used, summary.all.used);
        QCOMPARE(sum.budget, summary.all.budget);
        QCOMPARE(sum.plan, summary.all.plan);
        QCOMPARE(spanText(summary.steps.first().used), u"1:01"_s);
    }

    void theStepsOfTheFramework() {
        Design design;
        design.board.task = u"Keep them."_s;
        const SessionSummary summary = of(begun(), design);
        QCOMPARE(summary.progress.steps.size(), framework().steps.size());
        QVERIFY(summary.progress.done > 0 && summary.progress.done < summary.progress.of);
        QVERIFY(SessionSummary::of(begun(), nullptr, nullptr, design, catalogue()).progress.steps.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestSessionSummary)
#include "test_session_summary.moc"
