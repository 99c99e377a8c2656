#include "app/panels/chip_field.h"
#include "app/panels/comparison_dialog.h"
#include "app/panels/controls.h"
#include "app/panels/growing_text_edit.h"
#include "app/panels/metric_section.h"
#include "app/panels/move_grip.h"
#include "app/panels/option_box.h"
#include "app/panels/picker.h"
#include "app/panels/requirement_section.h"
#include "app/panels/score_cell.h"
#include "model/operations/comparing.h"
#include "tests/app/panels/shown_inspector.h"

#include <QLabel>
#include <QLineEdit>
#include <QRadioButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace groundplan;

namespace {

struct Fixture : ShownInspector {
    template <class Row>
    const Row& only() const {
        const auto& table = tableOf<Row>(design());
        if (table.size() != 1)
            qFatal("%d rows", int(table.size()));
        return *table.begin();
    }
    void settle() {
        elsewhere->setFocus();
        QCoreApplication::processEvents();
        panel->updateNow();
    }
    void click(const QString& text) const {
        for (QToolButton* button : panel->findChildren<QToolButton*>()) {
            if (button->isVisible() && (button->text() == text || button->accessibleName() == text)) {
                QTest::mouseClick(button, Qt::LeftButton);
                return;
            }
        }
        QFAIL(qPrintable(u"no button "_s + text));
    }
    /// Types into the open picker and takes what it then has first.
    void pick(const QString& words, const QString& first) {
        auto* picker = panel->findChild<Picker*>();
        QVERIFY(picker);
        auto* search = picker->findChild<QLineEdit*>();
        QVERIFY(search->hasFocus());
        QTest::keyClicks(search, words);
        QCOMPARE(picker->shownKeys().value(0), first);
        QTest::keyClick(search, Qt::Key_Return);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        window.activateWindow(); // which a desktop does by itself when a popup closes
        QVERIFY(QTest::qWaitForWindowActive(&window));
        panel->updateNow();
    }
    /// The muted lines that are seen in a section.
    QStringList lines(const QWidget* in) const {
        QCoreApplication::processEvents();
        QStringList said;
        for (const QLabel* label : in->findChildren<QLabel*>()) {
            if (label->isVisible() && !label->text().isEmpty())
                said.append(label->text());
        }
        return said;
    }
    DecisionId addDecision(ElementId subject, const QStringList& options) {
        const DecisionId id(500);
        const auto done = host.document().edit({"add-decision", {}}, [&](Editor& editor) -> Result<void> {
            Decision row;
            row.id = id;
            row.subject = subject;
            row.question = u"Which model?"_s;
            editor.put(row);
            for (int i = 0; i < options.size(); ++i)
                editor.put(Option{OptionId(501 + i), id, options[i], i});
            return {};
        });
        if (!done)
            qFatal("%s", qPrintable(done.error().sentence));
        panel->updateNow();
        return id;
    }
};

struct Comparison : Fixture {
    ElementId block = host.addBlock(u"model"_s);
    DecisionId decision = addDecision(block, {u"Baseline"_s, u"Boosting"_s, u"Deep"_s});
    ComparisonDialog* dialog = nullptr;

    Comparison() {
        panel->reveal(decision);
        click(u"Compare…"_s);
        dialog = window.findChild<ComparisonDialog*>();
        if (!dialog || !QTest::qWaitForWindowActive(dialog))
            qFatal("no dialog");
    }
    QLineEdit* field(const QString& name) const {
        for (QLineEdit* each : dialog->findChildren<QLineEdit*>()) {
            if (each->accessibleName() == name && each->isVisible())
                return each;
        }
        qFatal("no field %s", qPrintable(name));
        return nullptr;
    }
    CriterionId addCriterion(const QString& title) const {
        QLineEdit* adder = field(u"Add a criterion"_s);
        adder->setFocus();
        QTest::keyClicks(adder, title);
        QTest::keyClick(adder, Qt::Key_Return);
        QCoreApplication::processEvents();
        dialog->updateNow();
        return criteriaOf(design(), decision).last()->id;
    }
    ScoreCell* cell(int option, CriterionId criterion) const {
        return dialog->cell(OptionId(501 + option), criterion);
    }
    int score(int option, CriterionId criterion) const {
        const Score* found = scoreOf(design(), OptionId(501 + option), criterion);
        return found ? found->value : 0;
    }
};

} // namespace

/// Requirements by topics, metrics from the library, and options compared.
class TestWhatHangs : public QObject {
    Q_OBJECT
private Q_SLOTS:
    /// A decision says what plans and cases take it for: by its question, or as it was chosen.
    void aDecisionCountsAsATopic() {
        Fixture f;
        const ElementId block = f.host.addBlock(u"ranking"_s);
        const auto decision = DecisionId(700);
        QVERIFY(f.host.document().edit({"add-decision", {}}, [&](Editor& editor) -> Result<void> {
            editor.put(Decision{decision, block, u"What if the ranker is down?"_s, {}, {}, kOrderGap});
            return {};
        }));
        f.select({block});
        f.panel->reveal(decision);
        Choice* chosen = nullptr;
        for (Choice* each : f.panel->findChildren<Choice*>()) {
            if (each->accessibleName() == u"Counts as"_s)
                chosen = each;
        }
        QVERIFY(chosen);
        const auto& topics = f.host.templates().decisionTopics();
        QCOMPARE(chosen->count(), topics.size() + 1);
        QCOMPARE(chosen->currentText(), u"What happens when it is down (by its question)"_s);
        QVERIFY(f.design().decisions.at(decision).topic.isEmpty());
        chosen->setCurrentIndex(2);
        Q_EMIT chosen->activated(2);
        QCOMPARE(f.design().decisions.at(decision).topic, topics.at(1).name);
        QCOMPARE(chosen->currentText(), topics.at(1).title.in(u"en"_s));
        chosen->setCurrentIndex(0);
        Q_EMIT chosen->activated(0);
        QVERIFY(f.design().decisions.at(decision).topic.isEmpty());
    }

    void aQuestionIsPickedFromTheTopics() {
        Fixture f;
        f.select({});
        f.click(u"Questions…"_s);
        f.pick(u"high peak"_s, u"requests-peak"_s);
        const Topic* topic = f.host.templates().topic(u"requests-peak"_s);
        Requirement expected;
        expected.id = f.only<Requirement>().id;
        expected.question = topic->question.in(u"en"_s);
        expected.topic = u"requests-peak"_s;
        expected.order = kOrderGap;
        QVERIFY(f.only<Requirement>() == expected);
        QCOMPARE(f.host.historyKeys(), QList<QByteArray>{"add-requirement"});

        // The answer has the keyboard; the number is read back, and what was typed stays.
        auto* answer = qobject_cast<GrowingTextEdit*>(QApplication::focusWidget());
        QVERIFY(answer);
        QCOMPARE(answer->accessibleName(), u"Answer"_s);
        QCOMPARE(answer->placeholderText(), topic->hint.in(u"en"_s));
        QTest::keyClicks(answer, u"4k/s"_s);
        QVERIFY(f.lines(f.panel->findChild<RequirementSection*>()).contains(u"= 4,000 per second"_s));
        f.settle();
        expected.answer = u"4k/s"_s;
        QVERIFY(f.only<Requirement>() == expected);
        // A second time there is no second row.
        f.click(u"Questions…"_s);
        f.pick(u"high peak"_s, u"requests-peak"_s);
        QCOMPARE(f.design().requirements.size(), 1);
        QCOMPARE(QApplication::focusWidget(), answer);
    }

    void usualAnswersAreChips() {
        Fixture f;
        f.select({});
        auto* section = f.panel->findChild<RequirementSection*>();
        section->ask(u"prediction-mode"_s);
        auto* chips = f.named<ChipField>(u"Usual answers"_s);
        QTest::mouseClick(chips, Qt::LeftButton, {}, chips->chipRect(1).center());
        QCOMPARE(f.only<Requirement>().answer, u"Online"_s);
        QCOMPARE(f.named<GrowingTextEdit>(u"Answer"_s)->toPlainText(), u"Online"_s);
        QCOMPARE(chips->names(), QStringList{u"Online"_s});
        auto* answer = f.named<GrowingTextEdit>(u"Answer"_s);
        answer->setFocus();
        answer->selectAll();
        QTest::keyClicks(answer, u"Both, by screen"_s);
        f.settle();
        QCOMPARE(f.only<Requirement>().answer, u"Both, by screen"_s);
        QCOMPARE(chips->names(), QStringList());
    }

    void thePickerFindsByAllWords() {
        Fixture f;
        f.select({});
        f.click(u"Questions…"_s);
        auto* picker = f.panel->findChild<Picker*>();
        QVERIFY(picker);
        QCOMPARE(picker->shownKeys().size(), f.host.templates().topics().size());
        auto* search = picker->findChild<QLineEdit*>();
        QTest::keyClicks(search, u"label delay"_s);
        QVERIFY(picker->shownKeys().contains(u"label-delay"_s));
        QVERIFY(!picker->shownKeys().contains(u"hardware"_s));
        // Titles come first, then other words, then what is only told of an entry.
        search->selectAll();
        QTest::keyClicks(search, u"cost"_s);
        const auto titled = [&](const QString& key) {
            return f.host.templates().topic(key)->question.in(u"en"_s).contains(u"cost"_s);
        };
        const QStringList found = picker->shownKeys();
        QVERIFY(titled(found.first()) && !titled(found.last()));
        QVERIFY(std::is_partitioned(found.begin(), found.end(), titled));
        search->selectAll();
        QTest::keyClicks(search, u"qqqq"_s);
        QCOMPARE(picker->shownKeys(), QStringList());
        QTest::keyClick(search, Qt::Key_Return);
        QVERIFY(picker->isVisible());
        search->clear();
        QTest::keyClick(search, Qt::Key_Down);
        QTest::keyClick(search, Qt::Key_Return);
        QCoreApplication::processEvents();
        QCOMPARE(f.only<Requirement>().topic, f.host.templates().topics().at(1).name);
    }

    void aMetricIsPickedFromTheLibrary() {
        Fixture f;
        const ElementId id = f.host.addBlock(u"model"_s);
        f.select({id});
        f.click(u"Add a metric"_s);
        f.click(u"Choose from the library of metrics"_s);
        f.pick(u"log loss"_s, u"Log loss"_s);
        const UsualMetric* usual = f.host.catalogue().metric(u"Log loss"_s);
        Metric expected;
        expected.id = f.only<Metric>().id;
        expected.subject = id;
        expected.kind = usual->kind;
        expected.name = usual->name;
        expected.unit = usual->unit;
        expected.goal = usual->goal;
        expected.order = kOrderGap;
        QVERIFY(f.only<Metric>() == expected);
        QCOMPARE(expected.goal, Goal::AtMost);
        QVERIFY(f.lines(f.panel->findChild<MetricSection*>()).contains(usual->formula.in(u"en"_s)));
        QCOMPARE(QApplication::focusWidget(), f.named<QLineEdit>(u"Target"_s));

        f.named<QLineEdit>(u"False positive costs"_s)->setFocus();
        QTest::keyClicks(QApplication::focusWidget(), u"5 $"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QTest::keyClicks(QApplication::focusWidget(), u"80 $"_s);
        f.settle();
        expected.costFalsePositive = u"5 $"_s;
        expected.costFalseNegative = u"80 $"_s;
        QVERIFY(f.only<Metric>() == expected);
        // Where errors carry no cost, what was said of it stays in sight; else there is nothing to ask.
        auto* name = f.named<QLineEdit>(u"Name"_s);
        name->setFocus();
        name->selectAll();
        QTest::keyClicks(name, u"p99"_s);
        f.settle();
        auto* positive = f.named<QLineEdit>(u"False positive costs"_s);
        auto* negative = f.named<QLineEdit>(u"False negative costs"_s);
        for (QLineEdit* field : {positive, negative}) {
            field->setFocus();
            field->selectAll();
            QTest::keyClick(field, Qt::Key_Delete);
        }
        f.settle();
        QVERIFY(!positive->isVisible());
    }

    void theBoardSaysWhichSortOfMetricIsMissing() {
        Fixture f;
        const ElementId id = f.host.addBlock(u"model"_s);
        const auto put = [&](int number, ElementId subject, MetricKind kind) {
            QVERIFY(f.host.document().edit({"add-metric", {}}, [&](Editor& editor) -> Result<void> {
                Metric row;
                row.id = MetricId(number);
                row.subject = subject;
                row.kind = kind;
                row.name = u"m"_s;
                editor.put(row);
                return {};
            }));
            f.panel->updateNow();
        };
        const auto remark = [&] {
            for (const QString& line : f.lines(f.panel->findChild<MetricSection*>())) {
                if (line.contains(u"yet"_s))
                    return line;
            }
            return QString();
        };
        f.select({});
        QCOMPARE(remark(), u"Neither an offline nor an online metric yet, on the design or a block."_s);
        put(1, id, MetricKind::Offline);
        QCOMPARE(remark(), u"No online metric yet: what would show in use that it works?"_s);
        put(2, {}, MetricKind::Online);
        QCOMPARE(remark(), QString());
        f.select({id});
        QCOMPARE(remark(), QString());
    }

    void optionsAreScoredByKeysAndClicks() {
        Comparison f;
        const CriterionId latency = f.addCriterion(u"Latency"_s);
        const CriterionId quality = f.addCriterion(u"Quality"_s);
        QVERIFY(*f.design().criteria.find(latency) ==
                (Criterion{latency, f.decision, u"Latency"_s, 1, kOrderGap}));
        QVERIFY(*f.design().criteria.find(quality) ==
                (Criterion{quality, f.decision, u"Quality"_s, 1, 2 * kOrderGap}));
        QCOMPARE(f.design().scores.size(), 0);

        // Digits score, the arrow keys go on.
        f.cell(0, latency)->setFocus();
        QTest::keyClick(f.cell(0, latency), Qt::Key_5);
        QTest::keyClick(f.cell(0, latency), Qt::Key_Right);
        QCOMPARE(QApplication::focusWidget(), f.cell(0, quality));
        QTest::keyClick(f.cell(0, quality), Qt::Key_1);
        QTest::keyClick(f.cell(0, quality), Qt::Key_Down);
        QCOMPARE(QApplication::focusWidget(), f.cell(1, quality));
        QTest::keyClick(f.cell(1, quality), Qt::Key_3);
        QCOMPARE(f.score(0, latency), 5);
        QCOMPARE(f.score(0, quality), 1);
        QCOMPARE(f.score(1, quality), 3);
        QTest::mouseClick(f.cell(1, latency), Qt::LeftButton, {}, f.cell(1, latency)->dotRect(4).center());
        QCOMPARE(f.score(1, latency), 4);
        QTest::mouseClick(f.cell(1, latency), Qt::LeftButton, {}, f.cell(1, latency)->dotRect(4).center());
        QCOMPARE(f.score(1, latency), 0);
        QTest::keyClick(f.cell(1, latency), Qt::Key_Plus);
        QCOMPARE(f.score(1, latency), 1);
        QTest::keyClick(f.cell(1, latency), Qt::Key_Delete);
        QCOMPARE(f.score(1, latency), 0);
        QCOMPARE(f.design().scores.size(), 3);
    }

    /// A small table is there whole; of a wide one the sums are still in sight.
    void theSumsStayInSight() {
        Comparison f;
        const auto areas = [&] {
            QList<QScrollArea*> visible;
            for (QScrollArea* each : f.dialog->findChildren<QScrollArea*>()) {
                if (each->isVisible())
                    visible.append(each);
            }
            return visible;
        };
        const auto sums = [&] {
            QList<QLabel*> open;
            for (QLabel* each : f.dialog->findChildren<QLabel*>()) {
                if (each->isVisible() && each->text().contains(u" open"_s))
                    open.append(each);
            }
            return open;
        };
        f.addCriterion(u"Latency"_s);
        f.addCriterion(u"Quality"_s);
        f.dialog->updateNow();
        QTest::qWait(20);
        QCOMPARE(areas().size(), 2);
        for (QScrollArea* area : areas()) {
            QCOMPARE(area->horizontalScrollBar()->maximum(), 0);
            QCOMPARE(area->verticalScrollBar()->maximum(), 0);
        }
        for (int i = 0; i < 8; ++i)
            f.addCriterion(u"Criterion %1"_s.arg(i));
        f.dialog->updateNow();
        QTest::qWait(20);
        QVERIFY(areas().first()->horizontalScrollBar()->maximum() > 0);
        QCOMPARE(sums().size(), 3);
        for (QLabel* each : sums())
            QCOMPARE(each->visibleRegion().boundingRect().width(), each->width());
        // Each in the line of its option.
        const auto middle = [&](const QWidget* widget) {
            return widget->mapTo(f.dialog, widget->rect().center()).y();
        };
        QSet<int> lines;
        for (QLabel* each : sums())
            lines.insert(middle(each));
        QCOMPARE(lines.size(), 3);
        const CriterionId first = criteriaOf(f.design(), f.decision).first()->id;
        for (int option = 0; option < 3; ++option) {
            const int line = middle(f.cell(option, first));
            QVERIFY(
                std::any_of(lines.begin(), lines.end(), [&](int at) { return std::abs(at - line) <= 1; }));
        }
    }

    /// By keys in a title or on the grip, and by dragging; the table follows.
    void optionsAreMoved() {
        Fixture f;
        const ElementId block = f.host.addBlock(u"model"_s);
        const DecisionId decision =
            f.addDecision(block, {u"Baseline"_s, u"Boosting"_s, u"Deep"_s, u"Rules"_s});
        f.panel->reveal(decision);
        f.panel->updateNow();
        const auto order = [&] {
            QStringList titles;
            for (const Option* option : optionsOf(f.design(), decision))
                titles << option->title;
            return titles;
        };
        const auto box = [&](const QString& title) {
            QCoreApplication::processEvents();
            f.panel->updateNow();
            for (OptionBox* each : f.panel->findChildren<OptionBox*>()) {
                if (each->isVisible() && each->titleField()->toPlainText() == title)
                    return each;
            }
            qFatal("no option %s", qPrintable(title));
        };
        const auto seen = [&] {
            QMap<int, QString> titles;
            for (const QString& title : order())
                titles[box(title)->mapToGlobal(QPoint()).y()] = title;
            return titles.values();
        };
        // Alt and an arrow where one types; the keyboard stays there.
        GrowingTextEdit* title = box(u"Deep"_s)->titleField();
        title->setFocus();
        QTest::keyClick(title, Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(order(), (QStringList{u"Baseline"_s, u"Deep"_s, u"Boosting"_s, u"Rules"_s}));
        QTRY_COMPARE(seen(), order());
        QVERIFY(title->hasFocus());
        QCOMPARE(f.host.historyKeys().last(), QByteArray("move-option"));
        QTest::keyClick(title, Qt::Key_Up, Qt::AltModifier);
        QTest::keyClick(title, Qt::Key_Up, Qt::AltModifier); // there is nothing above
        QCOMPARE(order().first(), u"Deep"_s);
        const auto edits = f.host.historyKeys().size();
        QTest::keyClick(title, Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(f.host.historyKeys().size(), edits);
        // An arrow alone on the grip.
        box(u"Deep"_s)->grip()->setFocus();
        QTest::keyClick(box(u"Deep"_s)->grip(), Qt::Key_Down);
        QCOMPARE(order(), (QStringList{u"Baseline"_s, u"Deep"_s, u"Boosting"_s, u"Rules"_s}));
        QVERIFY(box(u"Deep"_s)->grip()->hasFocus());

        // Dragged over two others: one edit. Esc leaves it where it was.
        const auto drag = [&](const QString& what, const QString& below, bool cancel) {
            MoveGrip* grip = box(what)->grip();
            const OptionBox* target = box(below);
            const QPoint to = grip->mapFromGlobal(
                target->mapToGlobal(QPoint(5, target->height() / 2 + (below == what ? 0 : 4))));
            QTest::mousePress(grip, Qt::LeftButton, {}, QPoint(5, 10));
            QTest::mouseMove(grip, to);
            if (cancel)
                QTest::keyClick(grip, Qt::Key_Escape);
            QTest::mouseRelease(grip, Qt::LeftButton, {}, to);
        };
        drag(u"Baseline"_s, u"Boosting"_s, true);
        QCOMPARE(f.host.historyKeys().size(), edits + 1);
        drag(u"Baseline"_s, u"Boosting"_s, false);
        QCOMPARE(order(), (QStringList{u"Deep"_s, u"Boosting"_s, u"Baseline"_s, u"Rules"_s}));
        QCOMPARE(f.host.historyKeys().size(), edits + 2);
        QTRY_COMPARE(seen(), order());
        f.host.undo();
        QCOMPARE(order().first(), u"Baseline"_s);
        QTRY_COMPARE(seen(), order());

        // The table shows them so, also while it is open.
        f.click(u"Compare…"_s);
        auto* dialog = f.window.findChild<ComparisonDialog*>();
        QVERIFY(dialog);
        const auto rows = [&] {
            QCoreApplication::processEvents();
            dialog->updateNow();
            QMap<int, QString> titles;
            for (const QRadioButton* each : dialog->findChildren<QRadioButton*>()) {
                if (each->isVisible())
                    titles[each->mapTo(dialog, QPoint()).y()] = each->text();
            }
            return titles.values();
        };
        QTRY_COMPARE(rows(), order());
        f.host.undo();
        QTRY_COMPARE(rows(), order());
    }

    void weightsMakeTheBest() {
        Comparison f;
        const CriterionId latency = f.addCriterion(u"Latency"_s);
        const CriterionId quality = f.addCriterion(u"Quality"_s);
        const int scores[3][2] = {{5, 1}, {4, 3}, {1, 5}};
        for (int option = 0; option < 3; ++option) {
            QTest::keyClick(f.cell(option, latency), Qt::Key(Qt::Key_0 + scores[option][0]));
            QTest::keyClick(f.cell(option, quality), Qt::Key(Qt::Key_0 + scores[option][1]));
        }
        f.dialog->updateNow();
        QVERIFY(f.lines(f.dialog).contains(u"7 · best"_s));
        Choice* weight = nullptr;
        for (Choice* box : f.dialog->findChildren<Choice*>()) {
            if (box->isVisible() && box->accessibleName() == u"Weight of Quality"_s)
                weight = box;
        }
        QVERIFY(weight);
        weight->setFocus();
        for (int i = 0; i < 2; ++i)
            QTest::keyClick(weight, Qt::Key_Down);
        QCOMPARE(f.design().criteria.find(quality)->weight, 3);
        f.dialog->updateNow();
        QVERIFY(f.lines(f.dialog).contains(u"16 · best"_s));
        QVERIFY(f.lines(f.dialog).contains(u"13"_s));
        // The window's undo is the dialog's.
        QTest::keyClick(weight, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(f.design().criteria.find(quality)->weight, 2);
    }

    void criteriaAreRenamedAndRemovedAndAnOptionChosen() {
        Comparison f;
        const CriterionId latency = f.addCriterion(u"Latency"_s);
        QTest::keyClick(f.cell(2, latency), Qt::Key_4);
        QLineEdit* title = f.field(u"Criterion"_s);
        title->setFocus();
        title->selectAll();
        QTest::keyClicks(title, u"Speed"_s);
        f.cell(0, latency)->setFocus();
        QCOMPARE(f.design().criteria.find(latency)->title, u"Speed"_s);
        for (QRadioButton* each : f.dialog->findChildren<QRadioButton*>()) {
            if (each->isVisible() && each->text() == u"Deep"_s)
                QTest::mouseClick(each, Qt::LeftButton, {}, QPoint(8, each->height() / 2));
        }
        QCOMPARE(f.design().decisions.find(f.decision)->chosen, OptionId(503));
        for (QToolButton* each : f.dialog->findChildren<QToolButton*>()) {
            if (each->isVisible() && each->accessibleName() == u"Delete this criterion"_s)
                QTest::mouseClick(each, Qt::LeftButton);
        }
        QVERIFY(f.design().criteria.isEmpty());
        QVERIFY(f.design().scores.isEmpty());
        f.dialog->updateNow();
        QLineEdit* adder = f.field(u"Add an option"_s);
        adder->setFocus();
        QTest::keyClicks(adder, u"None at all"_s);
        QTest::keyClick(adder, Qt::Key_Return);
        QCOMPARE(optionsOf(f.design(), f.decision).size(), 4);
        QCOMPARE(optionsOf(f.design(), f.decision).last()->title, u"None at all"_s);
        // With the decision the table goes.
        QVERIFY(f.host.document().edit({"delete-decision", {}}, [&](Editor& editor) -> Result<void> {
            removeDecision(editor, f.decision);
            return {};
        }));
        QTRY_VERIFY(!f.window.findChild<ComparisonDialog*>());
    }
};

QTEST_MAIN(TestWhatHangs)
#include "test_what_hangs.moc"
