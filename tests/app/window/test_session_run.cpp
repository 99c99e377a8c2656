#include "model/document/sqlite.h"
#include "model/operations/operations.h"
#include "resources/resources.h"
#include "tests/app/window/fake_clock.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace groundplan;
using namespace Qt::StringLiterals;

/// Sessions on a document, by a clock of the test's own.
class TestSessionRun : public QObject {
    Q_OBJECT

    static constexpr qint64 kMinute = 60'000;

    QTemporaryDir folder_;
    Catalogue catalogue_;
    Templates templates_;
    std::unique_ptr<Document> document_;
    FakeClock clock_;

    const Framework& framework() const { return templates_.frameworks().first(); }
    const PracticeCase& practice() const { return templates_.cases().first(); }
    PracticeSession kept() const { return document_->sessions().value(0); }
    static QStringList firstsOf(const PracticeSession& session) {
        QStringList names;
        for (const SessionEvent& event : session.events) {
            if (event.kind == SessionEventKind::First)
                names.append(event.name);
        }
        return names;
    }
    template <class Row>
    void put(const Row& row) {
        const auto done = document_->edit({"change-task", {}}, [&](Editor& editor) -> Result<void> {
            editor.put(row);
            return {};
        });
        QVERIFY2(done, done ? "" : qPrintable(done.error().sentence));
    }

private Q_SLOTS:
    void initTestCase() {
        initResources();
        catalogue_ = Catalogue::load({templatesFolder(u"catalog"_s)});
        templates_ = Templates::load({templatesFolder({})}, catalogue_);
        QVERIFY(!templates_.frameworks().isEmpty() && !templates_.cases().isEmpty());
    }
    void init() {
        static int number = 0;
        auto made =
            Document::create(folder_.filePath(u"%1.gplan"_s.arg(++number)), Document::Use::CommandLine);
        QVERIFY(made);
        document_ = std::move(*made);
        clock_ = FakeClock();
    }

    void everyBeatIsInTheFile() {
        SessionRun run(catalogue_, templates_, clock_);
        run.setDocument(document_.get());
        QVERIFY(!run.session());
        QVERIFY(run.start(framework(), practice().name, 45));
        QVERIFY(!run.start(framework(), practice().name, 45));
        QCOMPARE(run.framework(), &framework());
        QCOMPARE(run.practice(), &practice());
        QSignalSpy ticked(&run, &SessionRun::ticked);
        for (int second = 1; second <= 5; ++second) {
            pass(clock_, run, 1'000);
            QCOMPARE(kept().elapsed, second * 1'000);
            QCOMPARE(kept().steps.first().used, second * 1'000);
        }
        QCOMPARE(ticked.size(), 5);
        QVERIFY(document_->history().isEmpty());
    }

    void theTimerBeats() {
        const Clock real;
        SessionRun run(catalogue_, templates_, real, 5);
        run.setDocument(document_.get());
        QVERIFY(run.start(framework(), {}, 20));
        QTRY_VERIFY(kept().elapsed > 20);
        run.pause();
        const qint64 at = kept().elapsed;
        QSignalSpy ticked(&run, &SessionRun::ticked);
        QTest::qWait(30);
        QCOMPARE(ticked.size(), 0);
        QCOMPARE(kept().elapsed, at);
    }

    void pausesMovesOnAndEnds() {
        SessionRun run(catalogue_, templates_, clock_);
        run.setDocument(document_.get());
        QVERIFY(run.start(framework(), practice().name, 45));
        pass(clock_, run, 10'000);
        run.pause();
        clock_.pass(kMinute);
        run.tick();
        QCOMPARE(kept().state, SessionState::Paused);
        QCOMPARE(kept().elapsed, 10'000);
        run.resume();
        pass(clock_, run, 2'000);
        run.nextStep();
        QCOMPARE(kept().step, 1);
        pass(clock_, run, 3'000);
        QCOMPARE(kept().steps.at(0).used, 12'000);
        QCOMPARE(kept().steps.at(1).used, 3'000);
        run.previousStep();
        QCOMPARE(kept().step, 0);
        run.previousStep();
        QCOMPARE(kept().step, 0);
        const qint64 planned = kept().steps.first().planned;
        run.extend(2 * kMinute);
        QCOMPARE(kept().steps.first().planned, planned + 2 * kMinute);
        QSignalSpy ended(&run, &SessionRun::ended);
        clock_.pass(500);
        run.end();
        QCOMPARE(ended.size(), 1);
        QVERIFY(!run.session());
        QCOMPARE(kept().state, SessionState::Ended);
        QCOMPARE(kept().elapsed, 15'500);
        // Another one may begin.
        QVERIFY(run.start(framework(), practice().name, 20));
        QCOMPARE(document_->sessions().size(), 2);
    }

    void saysOnceThatAStepIsOver() {
        SessionRun run(catalogue_, templates_, clock_);
        run.setDocument(document_.get());
        QVERIFY(run.start(framework(), {}, 20));
        QSignalSpy over(&run, &SessionRun::stepIsOver);
        const qint64 planned = run.session()->steps.first().planned;
        pass(clock_, run, planned - 1'000);
        QCOMPARE(over.size(), 0);
        pass(clock_, run, 3'000);
        QCOMPARE(over.size(), 1);
        run.extend(2 * kMinute);
        pass(clock_, run, 2 * kMinute);
        QCOMPARE(over.size(), 2);
    }

    void notesWhatAppearsFirst() {
        SessionRun run(catalogue_, templates_, clock_);
        run.setDocument(document_.get());
        put(Requirement{RequirementId(1), u"Users?"_s, u"100M"_s, Source::Given});
        QVERIFY(run.start(framework(), {}, 45));
        pass(clock_, run, 1'000);
        QVERIFY(firstsOf(kept()).isEmpty());
        put(Requirement{RequirementId(2), u"Latency?"_s, u"150 ms"_s, Source::Asked});
        QCOMPARE(firstsOf(kept()), QStringList{u"requirement"_s});
        QCOMPARE(kept().events.last().at, 1'000);
        pass(clock_, run, 1'000);
        Metric metric;
        metric.id = MetricId(3);
        metric.name = u"AUC"_s;
        put(metric);
        pass(clock_, run, 1'000);
        metric.id = MetricId(4);
        metric.kind = MetricKind::Online;
        put(metric);
        Decision decision;
        decision.id = DecisionId(5);
        decision.question = u"Which model?"_s;
        put(decision);
        // Taken back and done again, it appeared when it appeared.
        QVERIFY(document_->undo());
        pass(clock_, run, 1'000);
        QVERIFY(document_->redo());
        QCOMPARE(firstsOf(kept()),
                 (QStringList{u"requirement"_s, u"metric-offline"_s, u"metric-online"_s, u"decision"_s}));
        QCOMPARE(kept().events.last().at, 3'000);
    }

    void notesTheFirstPathAndTheMustPoints() {
        // The shipped case whose points are found by a decision, whichever it is.
        const PracticeCase* found = nullptr;
        const MustTouch* point = nullptr;
        Evidence evidence;
        for (const PracticeCase& each : templates_.cases()) {
            for (const MustTouch& must : each.must) {
                for (const Evidence& e : must.evidence) {
                    if (!found && e.kind == EvidenceKind::Requirement && e.said.isEmpty()) {
                        found = &each;
                        point = &must;
                        evidence = e;
                    }
                }
            }
        }
        QVERIFY(found);
        SessionRun run(catalogue_, templates_, clock_);
        run.setDocument(document_.get());
        QVERIFY(run.start(framework(), found->name, 45));
        pass(clock_, run, 7'000);
        Requirement row{RequirementId(1), u"?"_s, u"A list"_s, Source::Assumed};
        row.topic = evidence.names.first();
        put(row);
        QVERIFY(firstsOf(kept()).contains(firsts::must(point->name)));

        pass(clock_, run, 1'000);
        const auto drawn = document_->edit({"sketch", {}}, [&](Editor& editor) -> Result<void> {
            ElementId last;
            for (const QString& kind : {u"event-stream"_s, u"model"_s, u"online-prediction"_s}) {
                const Kind* known = catalogue_.kind(kind);
                if (!known)
                    return fail(ErrorCode::Refused, kind);
                const auto id =
                    addBlock(editor, *known, {Coord(editor.design().blocks.size() * 4000), 0}, u"en"_s);
                if (!id)
                    return Failure(id.error());
                if (last)
                    if (const auto line = connectElements(editor, last, *id); !line)
                        return Failure(line.error());
                last = *id;
            }
            return {};
        });
        QVERIFY2(drawn, drawn ? "" : qPrintable(drawn.error().sentence));
        QVERIFY(firstsOf(kept()).contains(u"path"_s));
    }

    void aFactIsNotedOnce() {
        SessionRun run(catalogue_, templates_, clock_);
        run.setDocument(document_.get());
        run.note(SessionEventKind::Fact, u"latency"_s); // nothing runs: nothing happens
        QVERIFY(run.start(framework(), practice().name, 45));
        pass(clock_, run, 1'000);
        QSignalSpy changed(&run, &SessionRun::changed);
        run.note(SessionEventKind::Fact, u"latency"_s);
        pass(clock_, run, 1'000);
        run.note(SessionEventKind::Fact, u"latency"_s);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(kept().events.last(), (SessionEvent{SessionEventKind::Fact, u"latency"_s, 1'000}));
    }

    void afterAKillItAsksHowToGoOn() {
        QVERIFY(document_->keepSession([this] {
            PracticeSession session = beginSession(framework(), practice().name, 45, clock_.now());
            clock_.pass(9'000);
            beat(session, clock_.now());
            return session;
        }()));
        clock_.pass(3 * kMinute);
        for (const bool count : {true, false}) {
            SessionRun run(catalogue_, templates_, clock_);
            QSignalSpy still(&run, &SessionRun::stoodStill);
            const PracticeSession before = kept();
            run.setDocument(document_.get());
            QCOMPARE(still.size(), 1);
            QCOMPARE(run.stillFor(), std::optional(3 * kMinute));
            QCOMPARE(kept().state, SessionState::Paused);
            clock_.pass(20'000); // until the question is answered
            count ? run.countStill() : run.goOn();
            QVERIFY(!run.stillFor());
            pass(clock_, run, 1'000);
            QCOMPARE(kept().elapsed, count ? 9'000 + 3 * kMinute + 21'000 : 10'000);
            run.setDocument(nullptr);
            QVERIFY(document_->keepSession(before)); // killed again
            clock_.pass(-21'000);
        }
    }

    void aMachineThatSleptIsAskedAbout() {
        SessionRun run(catalogue_, templates_, clock_);
        run.setDocument(document_.get());
        QVERIFY(run.start(framework(), {}, 45));
        pass(clock_, run, 5'000);
        QSignalSpy still(&run, &SessionRun::stoodStill);
        clock_.pass(61 * kMinute);
        run.tick();
        QCOMPARE(still.size(), 1);
        QCOMPARE(kept().elapsed, 5'000);
        run.goOn();
        pass(clock_, run, 2'000);
        QCOMPARE(kept().elapsed, 7'000);
    }

    /// A window that is closed pauses it; the next one finds it paused and asks nothing.
    void aClosedWindowPauses() {
        {
            SessionRun run(catalogue_, templates_, clock_);
            run.setDocument(document_.get());
            QVERIFY(run.start(framework(), {}, 45));
            clock_.pass(500);
            run.setDocument(nullptr);
        }
        QCOMPARE(kept().state, SessionState::Paused);
        QCOMPARE(kept().elapsed, 500);
        clock_.pass(kMinute);
        SessionRun run(catalogue_, templates_, clock_);
        run.setDocument(document_.get());
        QVERIFY(run.session() && !run.isRunning() && !run.stillFor());
        run.resume();
        pass(clock_, run, 1'000);
        QCOMPARE(kept().elapsed, 1'500);
    }

    /// The end is kept as soon as that is possible.
    void anEndThatCannotBeWrittenIsTriedAgain() {
        SessionRun run(catalogue_, templates_, clock_);
        run.setDocument(document_.get());
        QVERIFY(run.start(framework(), {}, 45));
        auto other = sqlite::Connection::open(document_->path(), sqlite::Access::ReadWrite);
        QVERIFY(other && other->exec("BEGIN IMMEDIATE"));
        run.end();
        QCOMPARE(kept().state, SessionState::Running);
        QVERIFY(other->exec("ROLLBACK"));
        run.tick();
        QCOMPARE(kept().state, SessionState::Ended);
    }
};

QTEST_GUILESS_MAIN(TestSessionRun)
#include "test_session_run.moc"
