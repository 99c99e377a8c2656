#include "app/panels/controls.h"
#include "app/panels/fold_header.h"
#include "app/panels/inspector_panel.h"
#include "app/panels/palette_panel.h"
#include "app/panels/plan_panel.h"
#include "app/panels/plan_parts.h"
#include "app/panels/plan_step.h"
#include "app/panels/requirement_section.h"
#include "app/window/session_pill.h"
#include "app/window/settings_dialog.h"
#include "app/window/status_line.h"
#include "app/window/summary_dialog.h"
#include "model/framework/answering.h"
#include "model/framework/asking.h"
#include "tests/app/window/practising.h"

#include <QLabel>
#include <QMenu>
#include <QPlainTextEdit>
#include <QRegularExpression>

using namespace groundplan;
using namespace Qt::StringLiterals;

/// A practice session beside the plan: the interviewer, the times of the steps, and the settings.
class TestPracticePanel : public QObject {
    Q_OBJECT

    static Chip* chip(const QWidget& in, const QString& text) {
        for (Chip* each : in.findChildren<Chip*>()) {
            if (each->text() == text && each->isVisible())
                return each;
        }
        return nullptr;
    }
    static QStringList visibleFields(const QWidget& in) {
        QStringList texts;
        for (const QPlainTextEdit* each : in.findChildren<QPlainTextEdit*>()) {
            if (each->isVisible())
                texts.append(each->toPlainText());
        }
        return texts;
    }

private Q_SLOTS:
    /// On a small screen both are usable and the canvas keeps its part.
    void thePlanAndTheInterviewerShareOnePanel() {
        FakeClock clock;
        WindowFixture f(&clock);
        MainWindow* window = f.board();
        window->resize(1366, 768);
        QVERIFY(window->palettePanel()->isVisible());
        QVERIFY(window->practice()->begin({caseOf(f).name, frameworkOf(f).name, 45}));
        PlanPanel* plan = window->planPanel();
        AskingPanel* panel = window->practice()->panel();
        QTRY_VERIFY(plan->isVisible() && panel->isVisible());
        QVERIFY(plan->isAncestorOf(panel));
        QVERIFY(window->board()->view()->hasFocus());
        QTRY_VERIFY(!plan->steps().isEmpty() && plan->steps().first()->isOpen());
        const double part = double(window->board()->view()->width()) / window->width();
        QVERIFY2(part >= 0.6, qPrintable(QString::number(part)));
        const QRect asked(panel->field()->mapTo(plan, QPoint()), panel->field()->size());
        QVERIFY(plan->rect().contains(asked));
        QVERIFY(panel->y() > 300); // for the steps

        // Words that go on and on stay in their half; the field and the answer are in sight.
        const Fact* longest = &caseOf(f).facts.first();
        for (const Fact& fact : caseOf(f).facts) {
            if (fact.answer.in(u"en"_s).size() > longest->answer.in(u"en"_s).size())
                longest = &fact;
        }
        panel->askAbout(longest->topic);
        panel->dealFollowUp();
        QTest::qWait(50);
        QVERIFY(panel->height() < plan->height() / 2);
        auto* dealt = panel->findChild<QLabel*>(u"follow-up"_s);
        QTRY_VERIFY(!dealt->visibleRegion().isEmpty());
        const QPushButton* copy = button(*panel, u"On a copy"_s);
        QTRY_COMPARE(copy->visibleRegion().boundingRect(), copy->rect()); // and with what to answer it on

        // Folded, one can still ask, and the answer unfolds it.
        const int open = panel->height();
        QTest::mouseClick(panel->header(), Qt::LeftButton);
        QTRY_VERIFY(panel->height() < 100 && open > 150);
        type(*panel, u"Do zebras use it?"_s);
        auto* answer = panel->findChild<QLabel*>(u"answer"_s);
        QTRY_VERIFY(!answer->visibleRegion().isEmpty());

        // While the blocks are shown, the key that asks brings it back.
        window->actions()[ActionId::TogglePalette]->trigger();
        QVERIFY(!panel->isVisible());
        window->actions()[ActionId::AskInterviewer]->trigger();
        QVERIFY(panel->isVisible() && panel->field()->hasFocus());

        window->actions()[ActionId::SessionEnd]->trigger();
        QVERIFY(plan->isVisible() && !panel->isVisible());
    }

    /// The plan goes along with the clock, but not under the hands of somebody who types.
    void thePlanFollowsTheClock() {
        FakeClock clock;
        WindowFixture f(&clock);
        MainWindow* window = practising(f);
        PlanPanel* plan = window->planPanel();
        SessionRun& run = window->practice()->run();
        const auto remark = [&](int step) {
            plan->updateNow();
            return plan->steps().at(step)->header()->accessibleDescription();
        };
        QTRY_VERIFY(plan->steps().size() > 3);
        QVERIFY2(remark(0).contains(u"now, "_s), qPrintable(remark(0)));
        QVERIFY(!remark(1).contains(u"→"_s));
        // More time is taken from the later ones, and they say so.
        window->actions()[ActionId::SessionMore]->trigger();
        QVERIFY2(remark(0).contains(u"now, "_s) && remark(0).contains(u"→"_s), qPrintable(remark(0)));
        const QString said = window->statusLine()->message();
        QVERIFY2(said.contains(u" min now. Taken from: "_s) && said.contains(u"→"_s), qPrintable(said));
        int shorter = 0;
        for (int i = 1; i < plan->steps().size(); ++i)
            shorter += remark(i).contains(u"→"_s);
        QVERIFY2(shorter >= 3, qPrintable(QString::number(shorter))); // a minute loses too little to tell
        pass(clock, run, 93'000);
        window->actions()[ActionId::SessionNext]->trigger();
        QVERIFY(plan->steps().at(1)->isOpen());
        QVERIFY2(remark(0).contains(u"1:33 min, plan "_s), qPrintable(remark(0)));
        QVERIFY2(remark(1).contains(u"now, "_s), qPrintable(remark(1)));
        QVERIFY2(remark(1).contains(u"→"_s), qPrintable(remark(1))); // the minutes left over are its own
        // To the second what the clock says: "12:34".
        const QString pill = window->practice()->pill()->text();
        const QString whole = pill.mid(pill.lastIndexOf(u' ') + 1).remove(QRegularExpression(u"^0"_s));
        QVERIFY2(!whole.endsWith(u'0'), qPrintable(whole)); // or rounding would not be seen
        QVERIFY2(remark(1).contains(u"→ %1 min"_s.arg(whole)), qPrintable(remark(1) + u" / "_s + pill));
        const QString tip = window->practice()->pill()->toolTip();
        QVERIFY2(tip.startsWith(u"This is step 2 of "_s) && tip.endsWith(u"of the session’s 45:00."_s),
                 qPrintable(tip));

        plan->focusFirst();
        QVERIFY(plan->steps().at(1)->isAncestorOf(QApplication::focusWidget()));
        window->actions()[ActionId::SessionNext]->trigger();
        QVERIFY(plan->steps().at(2)->isOpen());
        QVERIFY(plan->steps().at(2)->isAncestorOf(QApplication::focusWidget()));
        QVERIFY(remark(2).contains(u"now, "_s));
        // Unless somebody is writing.
        window->actions()[ActionId::SessionBack]->trigger();
        QPlainTextEdit* field = nullptr;
        for (PromptView* prompt : plan->steps().at(1)->prompts()) {
            prompt->setOpen(true);
            if (!field)
                field = prompt->findChild<QPlainTextEdit*>();
        }
        QVERIFY(field);
        field->setFocus();
        QTest::keyClicks(field, u"half"_s);
        window->actions()[ActionId::SessionNext]->trigger();
        QVERIFY(plan->steps().at(1)->isOpen());
        QCOMPARE(QApplication::focusWidget(), field);
        QVERIFY(remark(2).contains(u"now, "_s));

        window->actions()[ActionId::SessionEnd]->trigger();
        QVERIFY(!remark(2).contains(u"now, "_s));
    }

    /// Not the framework's minutes, nor of the steps.
    void thePlanShowsTheMinutesOfTheSession() {
        FakeClock clock;
        WindowFixture f(&clock);
        MainWindow* window = f.board();
        const Framework& framework = frameworkOf(f);
        QVERIFY(framework.minutes() != 20);
        QVERIFY(window->practice()->begin({caseOf(f).name, framework.name, 20}));
        window->planPanel()->updateNow();
        QStringList texts;
        for (const QLabel* each : window->planPanel()->findChildren<QLabel*>())
            texts.append(each->text());
        const QString all = texts.join(u'|');
        QVERIFY2(all.contains(u" done · 20 min"_s), qPrintable(all));
        QVERIFY2(!all.contains(u"%1 min"_s.arg(framework.minutes())), qPrintable(all));
    }

    /// What the interviewer knows is asked for from the plan, and lands in one requirement.
    void thePlanAsksTheInterviewer() {
        FakeClock clock;
        WindowFixture f(&clock);
        MainWindow* window = practising(f);
        PlanPanel* plan = window->planPanel();
        QTRY_VERIFY(plan->isVisible() && !plan->steps().isEmpty());
        const Design& design = window->document()->design();
        const auto factOf = [&](const QString& topic) -> const Fact* {
            for (const Fact& fact : caseOf(f).facts) {
                if (fact.topic == topic)
                    return &fact;
            }
            return nullptr;
        };
        const auto promptFor = [&](bool known) {
            for (const Step& step : frameworkOf(f).steps) {
                for (const Prompt& prompt : step.prompts) {
                    if (prompt.answer.makes == Answer::Makes::Requirement && !prompt.operations &&
                        !requirementOf(design, prompt.answer.name) &&
                        (factOf(prompt.answer.name) != nullptr) == known)
                        return prompt;
                }
            }
            qFatal("there is no such prompt");
        };
        const Prompt told = promptFor(true);
        const Prompt open = promptFor(false);
        const qsizetype before = design.requirements.size();
        plan->showPrompt(told.name);
        Chip* ask = chip(*plan, u"Ask the interviewer"_s);
        QVERIFY(ask);
        QVERIFY(visibleFields(*plan).isEmpty()); // nothing to type in what others know
        ask->click();
        QCOMPARE(design.requirements.size(), before + 1);
        const Requirement* row = requirementOf(design, told.answer.name);
        QVERIFY(row);
        QCOMPARE(row->answer, factOf(told.answer.name)->answer.in(u"en"_s));
        QCOMPARE(row->source, Source::Asked);
        QCOMPARE(window->practice()->panel()->reply(), row->answer);
        const QList<SessionEvent>& events = window->practice()->run().session()->events;
        QVERIFY(std::any_of(events.begin(), events.end(), [&](const SessionEvent& event) {
            return event.kind == SessionEventKind::Fact && event.name == factOf(told.answer.name)->name;
        }));
        plan->updateNow();
        QVERIFY(!chip(*plan, u"Ask the interviewer"_s));
        QCOMPARE(visibleFields(*plan).value(0), row->answer);

        plan->showPrompt(open.name);
        ask = chip(*plan, u"Ask the interviewer"_s);
        QVERIFY(ask);
        ask->click();
        QCOMPARE(design.requirements.size(), before + 1);
        QVERIFY(window->practice()->panel()->reply().contains(u"state an assumption"_s));
        QTRY_VERIFY(qobject_cast<QPlainTextEdit*>(QApplication::focusWidget()));
        QTest::keyClicks(QApplication::focusWidget(), u"ten"_s);
        window->settle();
        row = requirementOf(design, open.answer.name);
        QVERIFY(row);
        QCOMPARE(row->answer, u"ten"_s);
        QCOMPARE(row->source, Source::Assumed);

        // Without a session one answers oneself.
        window->actions()[ActionId::SessionEnd]->trigger();
        const QList<SummaryDialog*> summaries = window->findChildren<SummaryDialog*>();
        for (SummaryDialog* each : summaries)
            each->close();
        const qsizetype rows = design.requirements.size();
        window->board()->undo();
        window->board()->undo();
        QVERIFY(design.requirements.size() < rows);
        plan->showPrompt(told.name);
        QVERIFY(!chip(*plan, u"Ask the interviewer"_s));
        QCOMPARE(visibleFields(*plan).size(), 1);
    }

    /// So does the list of questions of the inspector.
    void theQuestionsOfTheInspectorAskToo() {
        FakeClock clock;
        WindowFixture f(&clock);
        MainWindow* window = practising(f);
        const Design& design = window->document()->design();
        auto* section = window->inspector()->findChild<RequirementSection*>();
        QTRY_VERIFY(section || (section = window->inspector()->findChild<RequirementSection*>()));
        const qsizetype given = design.requirements.size();
        section->ask(u"latency"_s);
        QCOMPARE(design.requirements.size(), given + 1);
        QCOMPARE(requirementOf(design, u"latency"_s)->answer, window->practice()->panel()->reply());
        window->practice()->panel()->askAbout(u"latency"_s);
        QCOMPARE(design.requirements.size(), given + 1);
        // What the case leaves open is an assumption, not something that was asked.
        QString open;
        for (const Topic& topic : f.desk().services().templates.topics()) {
            if (replyAbout(caseOf(f), topic).kind == Reply::Kind::LeftToYou) {
                open = topic.name;
                break;
            }
        }
        section->ask(open);
        QCOMPARE(design.requirements.size(), given + 2);
        QCOMPARE(requirementOf(design, open)->source, Source::Assumed);
    }

    /// Every fact can be reached from the list of questions, one with a question of its own too.
    void theListOfQuestionsHasThoseOfTheCase() {
        FakeClock clock;
        WindowFixture f(&clock);
        MainWindow* window = f.board();
        const PracticeCase& practice = *f.desk().services().templates.practiceCase(u"event-recommendation"_s);
        QVERIFY(window->practice()->begin({practice.name, practice.frameworks.first(), 45}));
        AskingPanel* panel = window->practice()->panel();
        const auto own = std::find_if(practice.facts.begin(), practice.facts.end(),
                                      [](const Fact& fact) { return fact.topic.isEmpty(); });
        QVERIFY(own != practice.facts.end());
        QAction* found = nullptr;
        for (QMenu* menu : panel->findChildren<QMenu*>(Qt::FindDirectChildrenOnly)) {
            Q_EMIT menu->aboutToShow();
            for (QMenu* group : menu->findChildren<QMenu*>()) {
                for (QAction* action : group->actions())
                    found = action->text() == own->question.in(u"en"_s) ? action : found;
            }
        }
        QVERIFY(found);
        found->trigger();
        QCOMPARE(panel->reply(), own->answer.in(u"en"_s));
    }

    /// A figure that was given stays as it was given; what is told when one asks for more stands beside it.
    void aGivenFigureStaysAsItIs() {
        FakeClock clock;
        WindowFixture f(&clock);
        MainWindow* window = practising(f);
        const PracticeCase& practice = caseOf(f);
        const auto given = std::find_if(practice.numbers.begin(), practice.numbers.end(), [&](const auto& n) {
            return std::any_of(practice.facts.begin(), practice.facts.end(),
                               [&](const Fact& fact) { return fact.topic == n.topic; });
        });
        QVERIFY(given != practice.numbers.end());
        const Design& design = window->document()->design();
        const qsizetype rows = design.requirements.size();
        AskingPanel* panel = window->practice()->panel();
        for (int times = 0; times < 2; ++times) {
            QVERIFY(panel->askAbout(given->topic));
            QCOMPARE(design.requirements.size(), rows + 1);
            const Requirement* row = requirementOf(design, given->topic);
            QCOMPARE(row->answer, given->value);
            QCOMPARE(row->source, Source::Given);
            const auto told = design.requirements.sorted([&](const Requirement& each) {
                return each.topic == given->topic && each.source == Source::Asked;
            });
            QCOMPARE(told.size(), 1);
            QCOMPARE(told.first()->answer, panel->reply());
        }
    }

    /// What settles a second topic answers the question of the plan about it, too, whichever is asked first.
    void anAnswerTicksTheTopicThatWasAsked() {
        FakeClock clock;
        WindowFixture f(&clock);
        MainWindow* window = f.board();
        QVERIFY(window->practice()->begin({u"churn"_s, u"cheat-sheet"_s, 45}));
        const Templates& templates = f.desk().services().templates;
        const Design& design = window->document()->design();
        const auto answered = [&](const QString& topic) {
            const Requirement* row = requirementOf(design, topic);
            return row ? row->answer : QString();
        };
        const QString told =
            templates.practiceCase(u"churn"_s)->fact(u"data-available"_s)->answer.in(u"en"_s);
        AskingPanel* panel = window->practice()->panel();
        type(*panel, u"how much data do we have?"_s);
        QCOMPARE(panel->reply(), told);
        QCOMPARE(answered(u"data-volume"_s), told);
        QCOMPARE(answered(u"data-available"_s), told);
        const qsizetype rows = design.requirements.size();
        QVERIFY(panel->askAbout(u"data-volume"_s)); // said again, not written again
        QCOMPARE(design.requirements.size(), rows);

        QVERIFY(panel->askAbout(u"prediction-mode"_s));
        QCOMPARE(answered(u"latency"_s), QString());
        QVERIFY(panel->askAbout(u"latency"_s)); // told already, but not for this question
        QCOMPARE(answered(u"latency"_s), panel->reply());
        QCOMPARE(answered(u"latency"_s), answered(u"prediction-mode"_s));
    }

    /// What could be meant in two ways is asked back, and two questions at once are answered both.
    void severalQuestionsAtOnce() {
        FakeClock clock;
        WindowFixture f(&clock);
        MainWindow* window = f.board();
        QVERIFY(window->practice()->begin({u"account-takeover"_s, u"cheat-sheet"_s, 45}));
        AskingPanel* panel = window->practice()->panel();
        QTRY_VERIFY(panel->isVisible());
        type(*panel, u"how many logins are fraud and how many users"_s);
        const auto* earlier = panel->findChild<QLabel*>(u"earlier-answer"_s);
        QVERIFY(earlier && earlier->text().startsWith(u"4 k accounts a day"_s));
        QCOMPARE(panel->reply(), u"Accounts: 150M"_s);
        type(*panel, u"peak or latency"_s);
        QCOMPARE(panel->reply(), u"Which of these do you mean?"_s);
        const auto chips = panel->findChildren<PlanButton*>();
        QVERIFY(chips.size() >= 2);
        chips.first()->click();
        QVERIFY(panel->reply().contains(u"k/s"_s) || panel->reply().contains(u"150 ms"_s));
    }

    /// All that was said stays readable, and what was not understood offers what may have been meant.
    void earlierAnswersStayAndNearQuestionsAreOffered() {
        FakeClock clock;
        WindowFixture f(&clock);
        MainWindow* window = practising(f);
        const QString path = window->document()->path();
        AskingPanel* panel = window->practice()->panel();
        QTRY_VERIFY(panel->isVisible());
        const auto earlier = [](const AskingPanel& in) {
            return in.findChildren<QLabel*>(u"earlier-answer"_s).size();
        };
        panel->askAbout(u"latency"_s);
        const QString first = panel->reply();
        panel->askAbout(u"requests-peak"_s);
        QCOMPARE(earlier(*panel), 1);
        auto* told = panel->findChild<QLabel*>(u"earlier-answer"_s);
        QCOMPARE(told->text(), first);
        QVERIFY(told->mapTo(panel, QPoint()).y() <
                panel->findChild<QLabel*>(u"answer"_s)->mapTo(panel, QPoint()).y());

        type(*panel, u"Do zebras use it?"_s);
        QVERIFY2(panel->reply().startsWith(u"Not understood"_s), qPrintable(panel->reply()));
        QVERIFY(!panel->reply().contains(u"leaves that to you"_s));
        // The words of a question that is near to one that is known.
        type(*panel, u"What is it about people?"_s);
        QVERIFY2(panel->reply().startsWith(u"Not understood"_s), qPrintable(panel->reply()));
        QList<PlanButton*> near;
        for (PlanButton* each : panel->findChildren<PlanButton*>()) {
            if (each->isVisible())
                near.append(each);
        }
        QVERIFY(!near.isEmpty() && near.size() <= 3);
        QCOMPARE(earlier(*panel), 2); // what was not understood does not stay
        QTRY_VERIFY(panel->field()->hasFocus());
        QTest::qWait(50); // it has its place
        QTest::keyClick(panel->field(), Qt::Key_Backtab);
        const QPushButton* assume = button(*panel, u"State an assumption"_s);
        QVERIFY(assume && assume->hasFocus());
        QTRY_VERIFY(!assume->visibleRegion().isEmpty());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Backtab);
        QVERIFY(near.last()->hasFocus());
        const QString question = near.first()->text();
        near.first()->setFocus();
        QTest::keyClick(near.first(), Qt::Key_Return);
        QVERIFY(!panel->reply().startsWith(u"Not understood"_s));
        QCOMPARE(panel->findChild<QLabel*>(u"question"_s)->text(), question);
        QVERIFY(panel->field()->hasFocus());

        // It is there again when the board is.
        window->close();
        QTRY_VERIFY(f.desk().windows().isEmpty());
        window = f.shown(f.desk().open(path));
        panel = window->practice()->panel();
        QVERIFY(earlier(*panel) >= 1);
        QVERIFY(panel->findChild<QLabel*>(u"earlier-answer"_s)->text() == first);
    }

    /// The cursor stands where the assumption is typed, and it counts for its topic.
    void anAssumptionIsTypedAsAnswer() {
        FakeClock clock;
        WindowFixture f(&clock);
        MainWindow* window = practising(f);
        AskingPanel* panel = window->practice()->panel();
        QTRY_VERIFY(panel->isVisible());
        for (const Topic& topic : f.desk().services().templates.topics()) {
            if (!panel->askAbout(topic.name)) {
                QTRY_VERIFY(button(*panel, u"State an assumption"_s));
                button(*panel, u"State an assumption"_s)->click();
                QTRY_VERIFY(qobject_cast<QPlainTextEdit*>(QApplication::focusWidget()));
                QTest::keyClicks(QApplication::focusWidget(), u"fewer leavers"_s);
                window->settle();
                const Requirement* row = requirementOf(window->document()->design(), topic.name);
                QVERIFY(row);
                QCOMPARE(row->question, topic.question.in(u"en"_s));
                QCOMPARE(row->answer, u"fewer leavers"_s);
                QCOMPARE(row->source, Source::Assumed);
                QVERIFY(!button(*panel, u"State an assumption"_s));
                break;
            }
        }
        // Of words that no topic knows, too.
        type(*panel, u"Do zebras use it?"_s);
        button(*panel, u"State an assumption"_s)->click();
        QTest::keyClicks(QApplication::focusWidget(), u"no"_s);
        window->settle();
        const QList<const Requirement*> rows = window->document()->design().requirements.sorted();
        QCOMPARE(rows.last()->question, u"Do zebras use it?"_s);
        QCOMPARE(rows.last()->answer, u"no"_s);
    }

    /// By their actions or in the settings, which is the same in every window.
    void theSmallClockAndTheSoundAreSettings() {
        FakeClock clock;
        WindowFixture f(&clock);
        MainWindow* window = practising(f);
        MainWindow* other = f.board();
        window->actions()[ActionId::Settings]->trigger();
        auto* dialog = window->findChild<SettingsDialog*>();
        QVERIFY(dialog);
        const auto flip = [&](const QString& text) {
            for (Switch* each : dialog->findChildren<Switch*>()) {
                if (each->text() == text) {
                    QTest::mouseClick(each, Qt::LeftButton);
                    return;
                }
            }
            qFatal("no switch");
        };
        QVERIFY(!window->practice()->smallClock());
        flip(u"Small clock above all windows"_s);
        QVERIFY(f.settings().smallClock());
        QVERIFY(window->practice()->smallClock() && window->practice()->smallClock()->isVisible());
        QVERIFY(!other->practice()->smallClock()); // nobody practises there
        flip(u"Sound when a step is over"_s);
        QVERIFY(f.settings().stepSound());
        for (MainWindow* each : {window, other}) {
            QVERIFY(each->actions()[ActionId::SmallClock]->isChecked());
            QVERIFY(each->actions()[ActionId::StepSound]->isChecked());
        }
        other->actions()[ActionId::SmallClock]->trigger();
        QVERIFY(!f.settings().smallClock());
        QVERIFY(!window->actions()[ActionId::SmallClock]->isChecked());
        QVERIFY(!window->practice()->smallClock()->isVisible());
    }
};

QTEST_MAIN(TestPracticePanel)
#include "test_practice_panel.moc"
