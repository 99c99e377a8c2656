#include "app/panels/controls.h"
#include "app/panels/fold_header.h"
#include "app/panels/palette_panel.h"
#include "app/panels/plan_panel.h"
#include "app/panels/plan_step.h"
#include "app/window/session_pill.h"
#include "app/window/settings_dialog.h"
#include "app/window/status_line.h"
#include "tests/app/window/practising.h"

#include <QLabel>

using namespace groundplan;
using namespace Qt::StringLiterals;

/// A practice session beside the plan: the interviewer, the times of the steps, and the settings.
class TestPracticePanel : public QObject {
    Q_OBJECT
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
        pass(clock, run, 90'000);
        window->actions()[ActionId::SessionNext]->trigger();
        QVERIFY(plan->steps().at(1)->isOpen());
        QVERIFY2(remark(0).contains(u"1:30 of "_s), qPrintable(remark(0)));
        QVERIFY2(remark(1).contains(u"now, "_s), qPrintable(remark(1)));

        plan->focusFirst();
        QVERIFY(plan->steps().at(1)->isAncestorOf(QApplication::focusWidget()));
        window->actions()[ActionId::SessionNext]->trigger();
        QVERIFY(plan->steps().at(1)->isOpen());
        QVERIFY(plan->steps().at(1)->isAncestorOf(QApplication::focusWidget()));
        QVERIFY(remark(2).contains(u"now, "_s));

        window->actions()[ActionId::SessionEnd]->trigger();
        QVERIFY(!remark(2).contains(u"now, "_s));
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
