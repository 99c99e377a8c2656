#include "app/panels/controls.h"
#include "app/window/banner.h"
#include "app/window/past_sessions_dialog.h"
#include "app/window/session_pill.h"
#include "app/window/summary_dialog.h"
#include "model/framework/answering.h"
#include "model/framework/asking.h"
#include "model/framework/progress.h"
#include "tests/app/window/practising.h"

#include <QDir>
#include <QTreeWidget>

using namespace groundplan;
using namespace Qt::StringLiterals;

/// Practice sessions on the real window, by a clock of the test's own.
class TestPractice : public QObject {
    Q_OBJECT

    static constexpr qint64 kMinute = 60'000;

    static PracticeSession kept(const MainWindow& window) { return window.document()->sessions().value(0); }
    static const Requirement* asked(const MainWindow& window) {
        for (const Requirement& row : window.document()->design().requirements) {
            if (row.source == Source::Asked)
                return &row;
        }
        return nullptr;
    }
    static QString summarySpan(qint64 ms) {
        return u"%1:%2"_s.arg(ms / kMinute).arg(ms / 1'000 % 60, 2, 10, QLatin1Char('0'));
    }
    static bool happened(const PracticeSession& session, SessionEventKind kind, const QString& name) {
        return std::any_of(session.events.begin(), session.events.end(),
                           [&](const auto& e) { return e.kind == kind && e.name == name; });
    }

private Q_SLOTS:
    /// From the start page to the summary.
    void aWholeSession() {
        FakeClock clock;
        WindowFixture f(&clock);
        MainWindow* window = f.shown(f.desk().showStartPage());
        window->actions()[ActionId::PracticeStart]->trigger();
        auto* dialog = window->findChild<PracticeDialog*>();
        QVERIFY(dialog && dialog->isVisible());
        dialog->chooseCase(u"video-recommendation"_s);
        const PracticeChoice choice = dialog->choice();
        QCOMPARE(choice.practice, u"video-recommendation"_s);
        QCOMPARE(choice.minutes, 45);
        const PracticeCase& practice = *f.desk().services().templates.practiceCase(choice.practice);
        const Framework& framework = *f.desk().services().templates.framework(choice.framework);
        QCOMPARE(framework.name, practice.frameworks.first());
        QVERIFY(dialog->focusWidget());
        QTest::keyClick(dialog->focusWidget(), Qt::Key_Return); // while one types

        // The board: the case, its framework, what was given, an empty task card.
        QVERIFY(window->document());
        const Design& design = window->document()->design();
        QCOMPARE(design.board.practice, practice.name);
        QCOMPARE(design.board.framework, framework.name);
        QVERIFY(design.board.task.isEmpty());
        QCOMPARE(design.cards.size(), 1);
        QCOMPARE((*design.cards.begin()).kind, CardKind::Task);
        QCOMPARE(design.requirements.size(), practice.numbers.size());
        for (const Requirement& row : design.requirements)
            QCOMPARE(row.source, Source::Given);
        QVERIFY(!window->document()->canUndo()); // it is where the board begins

        QCOMPARE(SessionCatalogue().sessions().size(), 1); // from now on, whatever happens
        // The clock and the interviewer are there; nobody has lost the keyboard to them.
        Practice& session = *window->practice();
        SessionPill* pill = session.pill();
        AskingPanel* panel = session.panel();
        QTRY_VERIFY(pill->isVisible() && panel->isVisible());
        QVERIFY(window->board()->view()->hasFocus());
        const qint64 planned = session.run().session()->steps.first().planned;
        QVERIFY2(pill->text().endsWith(u"%1 of %1"_s.arg(clockText(planned))), qPrintable(pill->text()));
        pass(clock, session.run(), 30'000);
        QVERIFY2(pill->text().contains(clockText(planned - 30'000) + u" of"_s), qPrintable(pill->text()));
        QVERIFY(window->board()->view()->hasFocus());

        // Asking: typed words find the fact; it comes onto the board.
        const auto fact = std::find_if(practice.facts.begin(), practice.facts.end(),
                                       [](const Fact& each) { return each.topic == "latency"_L1; });
        QVERIFY(fact != practice.facts.end());
        type(*panel, u"What response time do you want, how fast must it be?"_s);
        QCOMPARE(panel->reply(), fact->answer.in(u"en"_s));
        QVERIFY(panel->field()->text().isEmpty());
        QVERIFY(asked(*window));
        QCOMPARE(asked(*window)->answer, fact->answer.in(u"en"_s));
        QCOMPARE(asked(*window)->topic, fact->topic);
        QVERIFY(happened(kept(*window), SessionEventKind::Fact, fact->name));
        QVERIFY(happened(kept(*window), SessionEventKind::First, u"requirement"_s));
        // What nobody knows one assumes.
        const qsizetype before = design.requirements.size();
        type(*panel, u"Do zebras use it?"_s);
        QVERIFY2(panel->reply().startsWith(u"Not understood"_s), qPrintable(panel->reply()));
        QCOMPARE(design.requirements.size(), before);
        button(*panel, u"State an assumption"_s)->click();
        QCOMPARE(design.requirements.size(), before + 1);

        // Designing: the first complete path is noted, with the time.
        window->panelBoard()->focusBoard();
        pass(clock, session.run(), 30'000);
        window->actions()[ActionId::SessionNext]->trigger();
        QCOMPARE(kept(*window).step, 1);
        window->board()->sketch(u"event stream > feature store > model > online prediction"_s);
        QVERIFY(happened(kept(*window), SessionEventKind::First, u"path"_s));
        QCOMPARE(kept(*window).events.last().at, kMinute);

        // Pause, go on, two minutes more.
        window->actions()[ActionId::SessionPause]->trigger();
        QVERIFY(!session.run().isRunning());
        QCOMPARE(window->actions()[ActionId::SessionPause]->text(), u"&Go on"_s);
        clock.pass(kMinute);
        window->actions()[ActionId::SessionPause]->trigger();
        pass(clock, session.run(), 5'000);
        QCOMPARE(kept(*window).elapsed, kMinute + 5'000);
        const qint64 second = kept(*window).steps.at(1).planned;
        window->actions()[ActionId::SessionMore]->trigger();
        QCOMPARE(kept(*window).steps.at(1).planned, second + 2 * kMinute);

        // A follow-up, answered in a frame of its own.
        QTest::mouseClick(button(*panel, u"Next follow-up"_s), Qt::LeftButton);
        QCOMPARE(panel->shownFollowUp(), practice.followUps.first().text.in(u"en"_s));
        QVERIFY(happened(kept(*window), SessionEventKind::FollowUp, practice.followUps.first().name));
        QTest::mouseClick(button(*panel, u"New frame"_s), Qt::LeftButton);
        QCOMPARE(design.frames.size(), 1);
        QVERIFY(std::all_of(design.elements.begin(), design.elements.end(),
                            [](const Element& each) { return !each.parent; }));

        // The end: a summary with the times, what appeared, and what was never asked for.
        window->actions()[ActionId::SessionEnd]->trigger();
        QCOMPARE(kept(*window).state, SessionState::Ended);
        QVERIFY(!pill->isVisible() && !panel->isVisible());
        auto* summary = window->findChild<SummaryDialog*>();
        QVERIFY(summary && summary->isVisible());
        const QString text = summary->text();
        QVERIFY2(text.contains(u"First complete path from data to serving: at 1:00"_s), qPrintable(text));
        QVERIFY2(text.contains(u"First requirement answered: at 0:30"_s), qPrintable(text));
        QVERIFY2(text.contains(u"First offline metric: not seen"_s), qPrintable(text));
        QVERIFY2(text.contains(u"1:00 of "_s), qPrintable(text));
        QVERIFY2(text.contains(u"1 of %1 were asked for"_s.arg(practice.facts.size())), qPrintable(text));
        QVERIFY2(!text.contains(fact->answer.in(u"en"_s)), qPrintable(text));
        QVERIFY2(text.contains(practice.followUps.first().text.in(u"en"_s)), qPrintable(text));
        for (const MustTouch& point : practice.must)
            QVERIFY2(text.contains(point.text.in(u"en"_s)), qPrintable(point.name));
        // The steps of the framework, folded: what is there and what is missing of each.
        for (const Step& step : framework.steps) {
            for (const Prompt& prompt : step.prompts)
                QVERIFY2(prompt.operations || text.contains(prompt.text.in(u"en"_s)),
                         qPrintable(prompt.name));
        }
        QVERIFY2(text.contains(u"1:00 of %1, planned "_s.arg(summarySpan(planned))) == false,
                 "no extra time");
        QVERIFY2(text.contains(
                     u"0:05 of %1, planned %2"_s.arg(summarySpan(second + 2 * kMinute), summarySpan(second))),
                 qPrintable(text));
        // What is done for production says so, since no total counts it.
        const Progress progress = progressOf(framework, design, f.desk().services().catalogue);
        QCOMPARE(text.count(u"[For production. Seen by: "_s), progress.beyond);
        QVERIFY(progress.beyond > 0);
        // The frame of the follow-up is still empty.
        QVERIFY2(text.contains(u"No frame on this board answers it"_s), qPrintable(text));
        QVERIFY2(!momentText(QDateTime(QDate(2026, 11, 22), QTime(1, 32, 59))).contains(u"59"_s), "seconds");
        // What was looked for takes one line; all of it is in the tooltip.
        int lookedFor = 0;
        for (const ElidedLabel* each : summary->findChildren<ElidedLabel*>()) {
            if (!each->text().startsWith(u"Looked for: "_s))
                continue;
            ++lookedFor;
            QVERIFY2(each->text().count(u"; "_s) <= 2, qPrintable(each->text()));
            QVERIFY(each->toolTip().contains(u"Looked for: "_s));
        }
        QVERIFY(lookedFor > 5);
        // A line leads to the place on the canvas, and the summary is not in the way.
        QPushButton* show = nullptr;
        for (QPushButton* each : summary->findChildren<QPushButton*>()) {
            if (each->accessibleName().contains(u"First complete path"_s))
                show = each;
        }
        QVERIFY(show);
        window->board()->setSelection({});
        show->click();
        QCOMPARE(window->board()->selection().size(), 4);
        QVERIFY(!summary->isVisible());
        QCOMPARE(window->banners()->sentences().size(), 1);
        for (const ElementId id : window->board()->selection()) {
            const QRectF place = window->board()->view()->transform().toView(design.blocks.at(id).rect);
            QTRY_VERIFY(QRectF(window->board()->view()->viewport()->rect()).contains(place));
        }
        QPushButton* back = button(*window->banners(), u"Back to the summary"_s);
        QVERIFY(back);
        back->click();
        QVERIFY(summary->isVisible());
        QVERIFY(window->banners()->sentences().isEmpty());
        // Later, from the menu.
        summary->close();
        QTRY_VERIFY(!window->findChild<SummaryDialog*>());
        window->actions()[ActionId::SessionSummary]->trigger();
        QVERIFY(window->findChild<SummaryDialog*>());
    }

    void theDialogFiltersAndPutsWhatFitsFirst() {
        WindowFixture f;
        const Templates& templates = f.desk().services().templates;
        PracticeDialog dialog(templates, u"en"_s, {{}, {}, 20});
        QCOMPARE(dialog.shownCases().size(), templates.cases().size());
        QCOMPARE(dialog.choice().minutes, 20);
        dialog.filter({}, u"search"_s, Difficulty::Medium);
        QVERIFY(!dialog.shownCases().isEmpty());
        for (const QString& name : dialog.shownCases()) {
            QCOMPARE(templates.practiceCase(name)->area, u"search"_s);
            QCOMPARE(templates.practiceCase(name)->difficulty, Difficulty::Medium);
        }
        QSet<QString> seen;
        for (int i = 0; i < 50; ++i) {
            dialog.chooseRandom();
            QVERIFY(dialog.shownCases().contains(dialog.choice().practice));
            QCOMPARE(dialog.choice().framework,
                     templates.practiceCase(dialog.choice().practice)->frameworks.first());
            seen.insert(dialog.choice().practice);
        }
        QVERIFY(dialog.shownCases().size() == 1 || seen.size() > 1);
        dialog.filter(u"no such words"_s, {}, std::nullopt);
        QVERIFY(dialog.shownCases().isEmpty());
        auto* start = dialog.findChildren<QPushButton*>().at(0);
        for (QPushButton* each : dialog.findChildren<QPushButton*>()) {
            if (each->text() == "Start the clock"_L1)
                start = each;
        }
        QVERIFY(!start->isEnabled());
        // It says so, and goes again.
        dialog.show();
        auto* nothing = dialog.findChild<QLabel*>(u"nothing"_s);
        QVERIFY(nothing && nothing->isVisible() && !nothing->text().isEmpty());
        // Words of the question, and names of whom it is asked about, find it, too; titles come first.
        dialog.filter(u"youtube"_s, {}, std::nullopt);
        QVERIFY(!nothing->isVisible());
        QVERIFY(dialog.shownCases().contains(u"video-recommendation"_s));
        QVERIFY(dialog.shownCases().size() < 5);
        dialog.filter(u"home page"_s, {}, std::nullopt);
        QVERIFY(dialog.shownCases().contains(u"video-recommendation"_s));
        dialog.filter(u"fraud"_s, {}, std::nullopt);
        QCOMPARE(dialog.shownCases().value(0), u"payment-fraud"_s);
        dialog.filter({}, {}, std::nullopt);
        QCOMPARE(dialog.shownCases().size(), templates.cases().size());
        QVERIFY(start->isEnabled());
    }

    /// The words find the right fact, the list of questions gives none away.
    void asksByTopic() {
        FakeClock clock;
        WindowFixture f(&clock);
        MainWindow* window = practising(f);
        AskingPanel* panel = window->practice()->panel();
        const PracticeCase& practice = caseOf(f);
        const auto withTopic =
            std::find_if(practice.facts.begin(), practice.facts.end(), [&](const Fact& fact) {
                return !requirementOf(window->document()->design(), fact.topic);
            });
        QVERIFY(withTopic != practice.facts.end());
        panel->askAbout(withTopic->topic);
        QCOMPARE(panel->reply(), withTopic->answer.in(u"en"_s));
        const qsizetype rows = window->document()->design().requirements.size();
        panel->askAbout(withTopic->topic); // once more: it is said again, not written again
        QCOMPARE(panel->reply(), withTopic->answer.in(u"en"_s));
        QCOMPARE(window->document()->design().requirements.size(), rows);
        for (const Topic& topic : f.desk().services().templates.topics()) {
            if (replyAbout(practice, topic).kind == Reply::Kind::LeftToYou) {
                panel->askAbout(topic.name);
                QVERIFY(panel->reply().contains(u"state an assumption"_s));
                break;
            }
        }
        window->board()->undo();
        QCOMPARE(window->document()->design().requirements.size(), rows - 1);
    }

    /// An open question of the plan is answered, not asked a second time beside it.
    void anOpenRequirementTakesTheAnswer() {
        FakeClock clock;
        WindowFixture f(&clock);
        MainWindow* window = practising(f);
        const PracticeCase& practice = caseOf(f);
        const auto fact = std::find_if(practice.facts.begin(), practice.facts.end(),
                                       [](const Fact& each) { return !each.topic.isEmpty(); });
        Requirement open;
        open.id = RequirementId(77);
        open.question = u"My own words?"_s;
        open.topic = fact->topic;
        QVERIFY(window->panelBoard()->edit({"add-requirement", {}}, [&](Editor& editor) -> Result<void> {
            editor.put(open);
            return {};
        }));
        const qsizetype rows = window->document()->design().requirements.size();
        window->practice()->panel()->askAbout(fact->topic);
        QCOMPARE(window->document()->design().requirements.size(), rows);
        const Requirement& now = window->document()->design().requirements.at(RequirementId(77));
        QCOMPARE(now.answer, fact->answer.in(u"en"_s));
        QCOMPARE(now.question, open.question);
    }

    void theColourSaysHowFarTheStepIs() {
        FakeClock clock;
        WindowFixture f(&clock);
        MainWindow* window = practising(f);
        SessionRun& run = window->practice()->run();
        QCOMPARE(paceOf(run), Pace::Calm);
        const qint64 planned = run.session()->steps.first().planned;
        pass(clock, run, planned * 4 / 5 / 1'000 * 1'000 + 1'000);
        QCOMPARE(paceOf(run), Pace::Last);
        pass(clock, run, planned / 5 + 2'000);
        QCOMPARE(paceOf(run), Pace::Over);
        QVERIFY(window->practice()->pill()->text().contains(u'+'));
        run.pause();
        QCOMPARE(paceOf(run), Pace::Paused);
        QCOMPARE(clockText(600'000), u"10:00"_s);
        QCOMPARE(clockText(599'001), u"10:00"_s);
        QCOMPARE(clockText(0), u"00:00"_s);
        QCOMPARE(clockText(-80'000), u"+01:20"_s);
    }

    /// After a kill the window says how long the clock stood still, and asks.
    void aBannerAsksAboutTheTimeOfAKill() {
        for (const QString& answer : {u"Count that time"_s, u"Go on"_s, u"End the session"_s}) {
            FakeClock clock;
            WindowFixture f(&clock);
            const QString path = f.makeFile(u"killed.gplan"_s, u"Killed"_s);
            {
                auto document = Document::open(path, Document::Use::CommandLine);
                QVERIFY(document);
                PracticeSession session = beginSession(frameworkOf(f), caseOf(f).name, 45, clock.now());
                clock.pass(30'000);
                beat(session, clock.now());
                QVERIFY((*document)->keepSession(session));
            }
            clock.pass(3 * kMinute);
            MainWindow* window = f.shown(f.desk().open(path));
            QVERIFY2(window->banners()->sentences().join(u' ').contains(u"stood still for 3 minute"_s),
                     qPrintable(window->banners()->sentences().join(u' ')));
            QTRY_VERIFY(button(*window->banners(), answer));
            QTest::mouseClick(button(*window->banners(), answer), Qt::LeftButton);
            QVERIFY(window->banners()->sentences().isEmpty());
            QCOMPARE(kept(*window).elapsed, answer == "Count that time"_L1 ? 3 * kMinute + 30'000 : 30'000);
            QCOMPARE(kept(*window).state,
                     answer == "End the session"_L1 ? SessionState::Ended : SessionState::Running);
            window->close();
        }
    }

    /// A copy to answer a follow-up on has the session, but no second clock.
    void aCopyForAFollowUp() {
        FakeClock clock;
        WindowFixture f(&clock);
        MainWindow* window = practising(f);
        AskingPanel* panel = window->practice()->panel();
        panel->dealFollowUp();
        QTRY_VERIFY(button(*panel, u"On a copy"_s));
        QTest::mouseClick(button(*panel, u"On a copy"_s), Qt::LeftButton);
        QCOMPARE(f.desk().windows().size(), 2);
        MainWindow* copy = f.desk().windows().last();
        QVERIFY(copy != window && copy->document());
        QCOMPARE(copy->document()->design().board.practice, caseOf(f).name);
        QVERIFY(!copy->practice()->run().session());
        QCOMPARE(kept(*copy).state, SessionState::Ended);
        QVERIFY(window->practice()->run().isRunning());
    }

    void theSmallClockComesWhenItIsWanted() {
        FakeClock clock;
        WindowFixture f(&clock);
        MainWindow* window = practising(f);
        QVERIFY(!window->practice()->smallClock());
        window->actions()[ActionId::SmallClock]->trigger();
        QTRY_VERIFY(window->practice()->smallClock() && window->practice()->smallClock()->isVisible());
        QVERIFY(f.settings().smallClock());
        QTest::mouseDClick(window->practice()->smallClock(), Qt::LeftButton);
        QVERIFY(!window->practice()->smallClock()->isVisible());
        QVERIFY(!f.settings().smallClock());
    }

    /// One list of all documents' sessions, which anything may happen to.
    void pastSessionsAreListedAndCompared() {
        FakeClock clock;
        WindowFixture f(&clock);
        QString path;
        for (const qint64 seconds : {60, 90}) {
            MainWindow* window = practising(f);
            pass(clock, window->practice()->run(), seconds * 1'000);
            if (seconds == 90)
                window->practice()->panel()->dealFollowUp();
            window->actions()[ActionId::SessionEnd]->trigger();
            path = window->document()->path();
        }
        MainWindow* window = f.desk().windows().last();
        const auto listed = [&] { return SessionCatalogue().sessions(); };
        const QList<PastSession> before = listed();
        QCOMPARE(before.size(), 2);
        QCOMPARE(before.first().path, path); // the latest first
        QCOMPARE(before.first().elapsed, 90'000);
        QCOMPARE(before.first().points, int(caseOf(f).must.size()));
        QVERIFY(before.first().ended);

        const auto opened = [&] {
            window->actions()[ActionId::PastSessions]->trigger();
            auto* dialog = window->findChild<PastSessionsDialog*>();
            if (!dialog)
                qFatal("there is no list");
            return dialog;
        };
        PastSessionsDialog* dialog = opened();
        QCOMPARE(dialog->count(), 2);
        QVERIFY(dialog->comparison().isEmpty());
        dialog->choose({0, 1});
        QVERIFY2(dialog->comparison().contains(u"Time used\t1:00\t1:30"_s), qPrintable(dialog->comparison()));
        QVERIFY2(dialog->comparison().contains(u"Follow-ups\t0\t1"_s), qPrintable(dialog->comparison()));
        const SessionStep& step = kept(*window).steps.first();
        QVERIFY2(dialog->comparison().contains(u"\t1:00 of %1\t1:30 of %1"_s.arg(summarySpan(step.planned))),
                 qPrintable(dialog->comparison()));
        QVERIFY(!button(*dialog, u"Summary"_s)->isEnabled());
        // The earlier one's summary stands in the window of its board.
        dialog->choose({1});
        button(*dialog, u"Summary"_s)->click();
        SummaryDialog* summary = nullptr;
        for (MainWindow* each : f.desk().windows()) {
            if (each->document() && each->document()->path() == before.last().path)
                summary = each->findChild<SummaryDialog*>();
        }
        QCOMPARE(f.desk().windows().size(), 2);
        QVERIFY(summary && summary->isVisible());
        QVERIFY2(summary->text().contains(u"1:00 of 45 minutes used"_s), qPrintable(summary->text()));
        QTRY_VERIFY(!window->findChild<PastSessionsDialog*>());
        dialog = opened();
        dialog->choose({0});
        QTest::mouseClick(button(*dialog, u"Try again"_s), Qt::LeftButton);
        auto* start = window->findChild<PracticeDialog*>();
        QVERIFY(start);
        QCOMPARE(start->choice().practice, caseOf(f).name);
        start->reject();

        // Damaged, it is made anew from the documents.
        QFile file(SessionCatalogue::defaultFile());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(5'000, 'x'));
        file.close();
        QTRY_VERIFY(!window->findChild<PastSessionsDialog*>());
        dialog = opened();
        QCOMPARE(dialog->count(), 2);
        QCOMPARE(listed(), before);
        dialog->reject();
        // At any time, when somebody wants it: another program has put a board there meanwhile.
        const QString late = Document::unnamedFolder() + u"/late.gplan"_s;
        {
            auto document = Document::create(late, Document::Use::CommandLine);
            QVERIFY(document);
            QVERIFY((*document)->keepSession(beginSession(frameworkOf(f), caseOf(f).name, 20, clock.now())));
        }
        QTRY_VERIFY(!window->findChild<PastSessionsDialog*>());
        dialog = opened();
        QCOMPARE(dialog->count(), 2);
        QTest::mouseClick(button(*dialog, u"Read all boards again"_s), Qt::LeftButton);
        QCOMPARE(dialog->count(), 3);
        QVERIFY(QFile::remove(late));
        QTest::mouseClick(button(*dialog, u"Read all boards again"_s), Qt::LeftButton);
        QCOMPARE(dialog->count(), 2);
        dialog->reject();
        // So it is when it is gone.
        QVERIFY(QFile::remove(SessionCatalogue::defaultFile()));
        QTRY_VERIFY(!window->findChild<PastSessionsDialog*>());
        QCOMPARE(opened()->count(), 2);
    }

    /// A kill leaves the list at the session's first moment; the document knows how far it went.
    void aSessionThatWasCutOffIsListedAsItsBoardSays() {
        FakeClock clock;
        WindowFixture f(&clock);
        QVERIFY(QDir().mkpath(Document::unnamedFolder()));
        const QString path = Document::unnamedFolder() + u"/cut.gplan"_s;
        PracticeSession session = beginSession(frameworkOf(f), caseOf(f).name, 45, clock.now());
        {
            auto document = Document::create(path, Document::Use::CommandLine);
            QVERIFY(document && (*document)->keepSession(session));
            SessionCatalogue().take(**document, f.desk().services().templates);
            clock.pass(30'000);
            beat(session, clock.now());
            note(session, SessionEventKind::First, firsts::must(caseOf(f).must.first().name), clock.now());
            QVERIFY((*document)->keepSession(session));
        }
        MainWindow* window = f.shown(f.desk().showStartPage());
        QCOMPARE(SessionCatalogue().sessions().first().elapsed, 0);
        const auto listed = [&] {
            window->actions()[ActionId::PastSessions]->trigger();
            auto* dialog = window->findChild<PastSessionsDialog*>();
            const auto* list = dialog ? dialog->findChild<QTreeWidget*>() : nullptr;
            if (!list || list->topLevelItemCount() != 1)
                qFatal("there is no list of one");
            const QString row = list->topLevelItem(0)->text(3) + u'|' + list->topLevelItem(0)->text(4);
            dialog->reject();
            return row;
        };
        const QString known = u"0:30 of 45:00, not ended|1 of %1"_s.arg(caseOf(f).must.size());
        QCOMPARE(listed(), known);
        QTRY_VERIFY(!window->findChild<PastSessionsDialog*>());
        // A board that cannot be read takes nothing away.
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("not a board");
        file.close();
        QCOMPARE(listed(), known);
    }

    /// Beginning another session, or going on with one, lets the clock of the first stand.
    void oneClockAtATime() {
        FakeClock clock;
        WindowFixture f(&clock);
        MainWindow* first = practising(f);
        first->practice()->choose({caseOf(f).name, frameworkOf(f).name, 45});
        auto* dialog = first->findChild<PracticeDialog*>();
        QVERIFY(dialog && first->practice()->run().isRunning());
        QTest::keyClick(dialog->focusWidget(), Qt::Key_Return);
        QCOMPARE(f.desk().windows().size(), 2);
        SessionRun& one = first->practice()->run();
        SessionRun& two = f.desk().windows().last()->practice()->run();
        QVERIFY(two.isRunning());
        QVERIFY(one.session() && !one.isRunning());
        QCOMPARE(kept(*first).state, SessionState::Paused);
        QVERIFY(button(*first, u"Go on"_s)); // and it says so
        pass(clock, two, 5'000);
        QCOMPARE(one.session()->elapsed, 0);
        button(*first, u"Go on"_s)->click();
        QVERIFY(one.isRunning() && !two.isRunning());
        QVERIFY(!button(*first, u"Go on"_s));
    }

    /// A follow-up on a copy: a board of its own that one can tell, and still the same session.
    void aFollowUpIsAnsweredOnACopy() {
        FakeClock clock;
        WindowFixture f(&clock);
        MainWindow* window = practising(f);
        AskingPanel* panel = window->practice()->panel();
        QTRY_VERIFY(panel->isVisible());
        QTest::mouseClick(button(*panel, u"Next follow-up"_s), Qt::LeftButton);
        QTest::mouseClick(button(*panel, u"On a copy"_s), Qt::LeftButton);
        QCOMPARE(f.desk().windows().size(), 2);
        MainWindow* copy = f.desk().windows().last();
        QVERIFY(copy != window && copy->document());
        QCOMPARE(copy->document()->design().board.title,
                 window->document()->design().board.title + u", follow-up"_s);
        QVERIFY(!copy->practice()->run().session());
        QVERIFY(window->practice()->run().isRunning());
        QCOMPARE(copy->banners()->sentences().size(), 1);
        QVERIFY(copy->banners()->sentences().first().contains(panel->shownFollowUp()));
        pass(clock, window->practice()->run(), kMinute / 2);
        window->actions()[ActionId::SessionEnd]->trigger();
        const QList<PastSession> past = SessionCatalogue().sessions();
        QCOMPARE(past.size(), 1);
        QCOMPARE(past.first().path, window->document()->path());
        QCOMPARE(past.first().elapsed, kMinute / 2);
    }

    /// Closing the window in the middle loses nothing; opened again, the session waits.
    void aClosedWindowKeepsTheSession() {
        FakeClock clock;
        WindowFixture f(&clock);
        MainWindow* window = practising(f);
        pass(clock, window->practice()->run(), 10'000);
        const QString path = window->document()->path();
        window->close();
        QTRY_VERIFY(f.desk().windows().isEmpty());
        clock.pass(kMinute);
        window = f.shown(f.desk().open(path));
        QVERIFY(window->banners()->sentences().isEmpty());
        QCOMPARE(window->practice()->run().session()->elapsed, 10'000);
        QVERIFY(!window->practice()->run().isRunning());
        QTRY_VERIFY(window->practice()->panel()->isVisible());
    }
};

QTEST_MAIN(TestPractice)
#include "test_practice.moc"
