#include "tests/app/panels/shown_plan.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace groundplan;

class TestPlanPanel : public QObject {
    Q_OBJECT
private Q_SLOTS:
    /// Every framework with its summary, in order; a click on one is an edit that can be undone.
    void aPlanIsChosen() {
        ShownPlan f;
        f.settle();
        QStringList offered;
        for (const PlanButton* button : f.panel.findChildren<PlanButton*>()) {
            if (button->isVisible() && !button->accessibleDescription().isEmpty() &&
                button->accessibleName() != u"Choose a plan"_s)
                offered << button->accessibleName();
        }
        QStringList expected;
        for (const Framework& framework : f.host.templates().frameworks())
            expected << framework.title.in(u"en"_s);
        QCOMPARE(offered, expected);
        QTest::mouseClick(named<PlanButton>(&f.panel, u"Cheat sheet"_s), Qt::LeftButton);
        f.settle();
        QCOMPARE(f.design().board.framework, u"cheat-sheet"_s);
        QCOMPARE(f.host.historyKeys().last(), QByteArray("choose-plan"));
        QCOMPARE(f.panel.steps().size(), f.framework().steps.size());
        QCOMPARE(f.panel.openStep(), u"clarify"_s);
        QVERIFY(f.panel.isAncestorOf(QApplication::focusWidget()));
        // Another one, or none, behind the title.
        QTest::mouseClick(named<PlanButton>(&f.panel, u"Cheat sheet"_s), Qt::LeftButton);
        QTest::mouseClick(named<PlanButton>(&f.panel, u"No plan"_s), Qt::LeftButton);
        f.settle();
        QCOMPARE(f.design().board.framework, QString());
        QCOMPARE(f.panel.steps().size(), 0);
        f.host.undo();
        f.settle();
        QVERIFY(f.panel.steps().size() > 0);
    }

    /// By keys alone.
    void aPlanIsChosenByKeys() {
        ShownPlan f;
        f.panel.focusFirst();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        f.settle();
        QCOMPARE(f.design().board.framework, f.host.templates().frameworks().first().name);
        // On the first step; Tab leads to its prompts, Enter opens one.
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        f.settle();
        QVERIFY(f.panel.steps().first()->prompts().first()->isOpen());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QCOMPARE(f.host.focusedBoard, 1);
    }

    void theTaskIsTyped() {
        ShownPlan f(u"cheat-sheet"_s);
        PromptView* prompt = f.open(u"restate"_s);
        auto* field = named<QPlainTextEdit>(prompt, u"Task"_s);
        type(field, u"Recommend products."_s);
        field->clearFocus();
        QCOMPARE(f.design().board.task, u"Recommend products."_s);
        f.settle();
        QCOMPARE(prompt->header()->accessibleDescription(), u"done"_s);
    }

    /// A click on a prompt is enough to type its answer; the clock of a session takes the keyboard from
    /// nobody.
    void aClickOnAPromptLeadsIntoItsAnswer() {
        ShownPlan f(u"cheat-sheet"_s);
        PromptView* prompt = f.open(u"restate"_s);
        QCOMPARE(QApplication::focusWidget(), named<QPlainTextEdit>(prompt, u"Task"_s));
        QTest::keyClicks(QApplication::focusWidget(), u"Recommend products."_s);
        f.panel.setTimes({u"20 min"_s, {{u"data"_s, u"now, 4 min"_s}}, u"data"_s});
        f.panel.setOpenStep(u"clarify"_s);
        f.panel.showPrompt(u"data-volume"_s); // from elsewhere
        f.settle();
        QVERIFY(!ShownPlan::promptOf(f.stepOf(u"clarify"_s), u"data-volume"_s)
                     ->isAncestorOf(QApplication::focusWidget()));
        // What is answered by a click keeps the keyboard on its line.
        const auto [framework, made] = f.promptThat(Answer::Makes::Block, always);
        f.follow(framework);
        f.settle();
        prompt = f.open(made.name);
        QCOMPARE(QApplication::focusWidget(), prompt->header());
    }

    void aRequirementIsTyped() {
        ShownPlan f(u"cheat-sheet"_s);
        PromptView* prompt = f.open(u"data-volume"_s);
        auto* source = named<Choice>(prompt, u"Where the answer comes from"_s);
        source->setFocus();
        QTest::keyClick(source, Qt::Key_Down); // given
        const QString question = f.host.templates().topic(u"data-volume"_s)->question.in(u"en"_s);
        auto* field = named<QPlainTextEdit>(prompt, question);
        type(field, u"3 TB"_s);
        field->clearFocus();
        f.settle();
        QCOMPARE(f.design().requirements.size(), 1);
        const Requirement row = *requirementOf(f.design(), u"data-volume"_s);
        QCOMPARE(row, (Requirement{row.id, question, u"3 TB"_s, Source::Given, false, kOrderGap,
                                   u"data-volume"_s}));
        QCOMPARE(f.host.historyKeys().last(), QByteArray("add-requirement"));
        QCOMPARE(prompt->header()->accessibleDescription(), u"done"_s);
        // One undo step.
        f.host.undo();
        QCOMPARE(f.design().requirements.size(), 0);
    }

    void notRelevantIsChosen() {
        ShownPlan f(u"cheat-sheet"_s);
        PromptView* prompt = f.open(u"hardware"_s);
        auto* source = named<Choice>(prompt, u"Where the answer comes from"_s);
        source->setFocus();
        QTest::keyClick(source, Qt::Key_End);
        f.settle();
        const Requirement* row = requirementOf(f.design(), u"hardware"_s);
        QVERIFY(row);
        QCOMPARE(row->source, Source::NotRelevant);
        QCOMPARE(prompt->header()->accessibleDescription(), u"done"_s);
    }

    /// Enter ends one note and begins the next.
    void notesAreTyped() {
        ShownPlan f(u"cheat-sheet"_s);
        const ElementId block = f.host.addBlock(u"ranking"_s);
        PromptView* prompt = f.open(u"write-down"_s);
        auto* field = named<QPlainTextEdit>(prompt, u"Assumption"_s);
        type(field, u"Users log in."_s);
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(field->toPlainText(), QString());
        f.host.setSelection({block});
        f.settle();
        QTest::keyClicks(field, u"It is fast."_s);
        QTest::keyClick(field, Qt::Key_Return);
        const QList<const Note*> notes = f.design().notes.sorted();
        QCOMPARE(notes.size(), 2);
        QCOMPARE(*notes[0], (Note{notes[0]->id, {}, NoteKind::Assumption, u"Users log in."_s, kOrderGap}));
        QCOMPARE(*notes[1],
                 (Note{notes[1]->id, block, NoteKind::Assumption, u"It is fast."_s, 2 * kOrderGap}));
        auto* made = only<MadeChip>(prompt);
        QVERIFY(made);
        QCOMPARE(made->text(), u"Assumption, on %1"_s.arg(f.design().captionOf(block)));
    }

    void aMetricIsTypedOrPicked() {
        ShownPlan f(u"cheat-sheet"_s);
        PromptView* prompt = f.open(u"offline-metric"_s);
        auto* line = named<QLineEdit>(prompt, u"Metric"_s);
        type(line, u"auc >= 0.8"_s);
        QTest::keyClick(line, Qt::Key_Return);
        QCOMPARE(line->text(), QString());
        QTest::mouseClick(named<Chip>(prompt, u"F1"_s), Qt::LeftButton);
        f.settle();
        const QList<const Metric*> rows = f.design().metrics.sorted();
        QCOMPARE(rows.size(), 2);
        QCOMPARE(rows[0]->name, u"AUC"_s);
        QCOMPARE(rows[0]->target, u"0.8"_s);
        QCOMPARE(rows[0]->kind, MetricKind::Offline);
        QCOMPARE(rows[1]->name, u"F1"_s);
        QVERIFY(!named<Chip>(prompt, u"F1"_s)->isEnabled()); // it is there
        QCOMPARE(prompt->header()->accessibleDescription(), u"done"_s);
    }

    /// The library knows of which kind a metric is; of others the choice beside it says.
    void aMetricHasItsOwnKind() {
        ShownPlan f(u"forty-five-minutes"_s);
        PromptView* prompt = f.open(u"two-metrics"_s);
        auto* line = named<QLineEdit>(prompt, u"Metric"_s);
        auto* kind = named<Choice>(prompt, u"Kind of metric"_s);
        const auto add = [&](const QString& typed) {
            type(line, typed);
            QTest::keyClick(line, Qt::Key_Return);
            f.settle();
            return f.design().metrics.sorted().last()->kind;
        };
        QCOMPARE(add(u"auc >= 0.8"_s), MetricKind::Offline);
        QCOMPARE(prompt->header()->accessibleDescription(), u"open"_s);
        QVERIFY(textsOn(prompt).contains(u"Still open: a metric: “online”"_s));
        QCOMPARE(add(u"ctr >= 4 %"_s), MetricKind::Online);
        QCOMPARE(kind->currentText(), u"Online"_s);
        QCOMPARE(prompt->header()->accessibleDescription(), u"done"_s);
        QVERIFY(!textsOn(prompt).contains(u"Still open"_s));
        kind->setCurrentText(u"Business"_s);
        QCOMPARE(add(u"takeovers caught >= 70 %"_s), MetricKind::Business);
    }

    /// On what is selected, if that is wanted; and it says where it went.
    void theSelectedElementIsOffered() {
        ShownPlan f(u"cheat-sheet"_s);
        const ElementId block = f.host.addBlock(u"ranking"_s);
        PromptView* prompt = f.open(u"offline-metric"_s);
        auto* place = prompt->findChild<AnswerPlace*>();
        auto* made = prompt->findChild<MadeChip*>();
        QVERIFY(place && !place->isVisible() && made && !made->isVisible());
        QTest::mouseClick(named<Chip>(prompt, u"F1"_s), Qt::LeftButton);
        f.settle();
        QCOMPARE(f.design().metrics.sorted().last()->subject, ElementId{});
        QCOMPARE(made->text(), u"F1, on the design"_s);
        QTest::mouseClick(made, Qt::LeftButton);
        QCOMPARE(f.host.shown, (QList<QSet<ElementId>>{{}}));

        f.host.setSelection({block});
        f.settle();
        QVERIFY(place->isVisible());
        QCOMPARE(place->currentIndex(), 0); // only if it is wanted
        QVERIFY(!named<Chip>(prompt, u"F1"_s)->isEnabled());
        place->setFocus();
        QTest::keyClick(place, Qt::Key_Down);
        const QString caption = f.design().captionOf(block);
        QCOMPARE(place->currentText(), u"On %1"_s.arg(caption));
        QVERIFY(named<Chip>(prompt, u"F1"_s)->isEnabled()); // not there yet
        auto* line = named<QLineEdit>(prompt, u"Metric"_s);
        type(line, u"f1 >= 0.7"_s);
        QTest::keyClick(line, Qt::Key_Return);
        f.settle();
        QCOMPARE(f.design().metrics.size(), 2);
        QCOMPARE(f.design().metrics.sorted().last()->subject, block);
        QCOMPARE(made->text(), u"F1, on %1"_s.arg(caption));
        QTest::mouseClick(made, Qt::LeftButton);
        QCOMPARE(f.host.shown.last(), QSet<ElementId>{block});
        f.host.undo();
        f.settle();
        QVERIFY(!made->isVisible());
        f.host.setSelection({});
        f.settle();
        QVERIFY(!place->isVisible() && !place->subject());
    }

    /// So is a decision put; once it is there, it stays where it is.
    void aDecisionIsPutOnTheSelectedElement() {
        ShownPlan f;
        const auto [framework, prompt] = f.promptThat(Answer::Makes::Decision, always);
        f.follow(framework);
        f.settle();
        const ElementId block = f.host.addBlock(u"ranking"_s);
        f.host.setSelection({block});
        PromptView* view = f.open(prompt.name);
        auto* place = view->findChild<AnswerPlace*>();
        QVERIFY(place->isVisible());
        place->setFocus();
        QTest::keyClick(place, Qt::Key_Down);
        QTest::mouseClick(named<PlanButton>(view, prompt.answer.options[1].in(u"en"_s)), Qt::LeftButton);
        f.settle();
        QCOMPARE(decisionOf(f.design(), prompt.answer.name)->subject, block);
        QVERIFY(!place->isVisible());
        QTest::mouseClick(named<Chip>(view, u"Weigh them in the inspector"_s), Qt::LeftButton);
        QCOMPARE(f.host.shownEntry, std::optional<BoardRow>(decisionOf(f.design(), prompt.answer.name)->id));
    }

    void aBlockIsAdded() {
        ShownPlan f;
        const auto [framework, prompt] =
            f.promptThat(Answer::Makes::Block, [](const Prompt& p) { return !p.operations; });
        f.follow(framework);
        f.settle();
        PromptView* view = f.open(prompt.name);
        const QString title = f.host.catalogue().kind(prompt.answer.name)->title.in(u"en"_s);
        QTest::mouseClick(named<Chip>(view, u"Add %1"_s.arg(title)), Qt::LeftButton);
        QCOMPARE(f.host.added, QStringList{prompt.answer.name});
    }

    void aDecisionIsMade() {
        ShownPlan f;
        const auto [framework, prompt] = f.promptThat(Answer::Makes::Decision, always);
        f.follow(framework);
        f.settle();
        PromptView* view = f.open(prompt.name);
        const QString second = prompt.answer.options[1].in(u"en"_s);
        QTest::mouseClick(named<PlanButton>(view, second), Qt::LeftButton);
        f.settle();
        const Decision* row = decisionOf(f.design(), prompt.answer.name);
        QVERIFY(row);
        QCOMPARE(f.design().options.size(), prompt.answer.options.size());
        QCOMPARE(f.design().options.find(row->chosen)->title, second);
        QCOMPARE(named<PlanButton>(view, second)->accessibleDescription(), u"chosen"_s);
        // Once more: it is open again.
        QTest::mouseClick(named<PlanButton>(view, second), Qt::LeftButton);
        QVERIFY(!decisionOf(f.design(), prompt.answer.name)->chosen);
        f.settle();
        QTest::mouseClick(named<Chip>(view, u"Weigh them in the inspector"_s), Qt::LeftButton);
        QCOMPARE(f.host.shownEntry, std::optional<BoardRow>(decisionOf(f.design(), prompt.answer.name)->id));
    }

    /// On the selected block that has the sheet; where several have it, it asks.
    void aFieldIsFilledIn() {
        ShownPlan f(u"cheat-sheet"_s);
        PromptView* prompt = f.open(u"three-parts"_s); // data.split, a choice; by chance is none
        const auto chooseSecond = [&] {
            f.settle();
            auto* chips = only<ChipField>(prompt);
            QVERIFY(chips);
            QTest::mouseClick(chips, Qt::LeftButton, {}, chips->chipRect(1).center());
            f.settle();
        };
        const QString value = f.host.templates().field(u"data.split"_s)->choices.at(1).name;
        QVERIFY(!only<ChipField>(prompt)); // no block has it
        const ElementId first = f.host.addBlock(u"event-stream"_s);
        chooseSecond();
        QCOMPARE(fieldValue(f.design(), first, u"data.split"_s), value);
        QCOMPARE(prompt->header()->accessibleDescription(), u"done"_s);
        chooseSecond();
        QCOMPARE(f.design().properties.size(), 0);
        const ElementId second = f.host.addBlock(u"event-stream"_s, {8000, 0});
        f.settle();
        QVERIFY(!only<ChipField>(prompt)); // which one?
        auto* which = named<Choice>(prompt, u"Which block"_s);
        QVERIFY(which);
        which->setFocus();
        QTest::keyClick(which, Qt::Key_End);
        const ElementId chosen = second; // the one at the right
        QCOMPARE(f.host.selection(), QSet<ElementId>{chosen});
        chooseSecond();
        QCOMPARE(fieldValue(f.design(), chosen, u"data.split"_s), value);
        QCOMPARE(f.design().properties.size(), 1);
    }

    void aTypedFieldKeepsItsText() {
        ShownPlan f;
        const auto [framework, prompt] = f.promptThat(Answer::Makes::Field, [&](const Prompt& p) {
            const SheetField* field = f.host.templates().field(p.answer.name);
            return field->form == FieldForm::Text && p.answer.name.startsWith(u"data."_s) && !p.operations;
        });
        f.follow(framework);
        const ElementId block = f.host.addBlock(u"event-stream"_s);
        f.settle();
        PromptView* view = f.open(prompt.name);
        auto* field = qobject_cast<QPlainTextEdit*>(only<SheetFieldBox>(view)->control());
        QVERIFY(field);
        type(field, u"half"_s);
        // Somebody else changes the board meanwhile.
        f.change([](Editor& editor) { answerTask(editor, u"Another task"_s); });
        f.settle();
        QCOMPARE(field->toPlainText(), u"half"_s);
        QVERIFY(field->hasFocus());
        QTest::keyClicks(field, u" done"_s);
        field->clearFocus();
        QCOMPARE(fieldValue(f.design(), block, prompt.answer.name), u"half done"_s);
    }

    void errorsCost() {
        ShownPlan f;
        const auto [framework, prompt] = f.promptThat(Answer::Makes::ErrorCost, always);
        f.follow(framework);
        f.settle();
        PromptView* view = f.open(prompt.name);
        QVERIFY(!named<QLineEdit>(view, u"A false positive costs"_s)); // no metric yet
        f.change([&](Editor& editor) {
            QVERIFY(answerMetric(editor, std::nullopt, u"Precision"_s, f.host.catalogue()));
        });
        f.settle();
        auto* field = named<QLineEdit>(view, u"A false positive costs"_s);
        type(field, u"5 $"_s);
        field->clearFocus();
        QCOMPARE(f.design().metrics.sorted().first()->costFalsePositive, u"5 $"_s);
        f.settle();
        QCOMPARE(view->header()->accessibleDescription(), u"done"_s);
    }

    void aPromptIsTickedByHand() {
        ShownPlan f(u"cheat-sheet"_s);
        PromptView* prompt = f.open(u"restate"_s);
        QTest::mouseClick(named<Chip>(prompt, u"Tick by hand"_s), Qt::LeftButton);
        f.settle();
        QCOMPARE(prompt->header()->accessibleDescription(), u"ticked by hand"_s);
        const Property row = *f.design().properties.begin();
        QCOMPARE(row, (Property{row.id, {}, u"cheat-sheet.restate"_s, u"yes"_s}));
        QTest::mouseClick(named<Chip>(prompt, u"Take the tick away"_s), Qt::LeftButton);
        QCOMPARE(f.design().properties.size(), 0);
    }

    /// What shows that a prompt was answered is selected and shown by a click.
    void evidenceIsShown() {
        ShownPlan f;
        const auto [framework, prompt] = f.promptThat(Answer::Makes::Block, [](const Prompt& p) {
            const Evidence& first = p.evidence.first(); // that such a block is there is all it asks for
            return !p.operations && first.kind == EvidenceKind::Block && first.count == 1 &&
                   first.said.isEmpty() && first.names.contains(p.answer.name);
        });
        f.follow(framework);
        const ElementId first = f.host.addBlock(prompt.answer.name);
        const ElementId second = f.host.addBlock(prompt.answer.name, {4000, 0});
        f.change([&](Editor& editor) { QVERIFY(connectElements(editor, first, second)); });
        f.settle();
        PromptView* view = f.open(prompt.name);
        QTest::mouseClick(named<Chip>(view, u"Show %1"_s.arg(f.design().captionOf(first))), Qt::LeftButton);
        QCOMPARE(f.host.shown.size(), 1);
        QCOMPARE(f.host.selection(), QSet<ElementId>{std::min(first, second)});
        QTest::mouseClick(named<Chip>(view, u"Show all 2"_s), Qt::LeftButton);
        QCOMPARE(f.host.shown.last(), (QSet<ElementId>{first, second}));
    }

    void evidenceOfTheDesignOpensItsPage() {
        ShownPlan f(u"cheat-sheet"_s);
        f.change([](Editor& editor) { answerTask(editor, u"Recommend."_s); });
        PromptView* prompt = f.open(u"restate"_s);
        QTest::mouseClick(named<Chip>(prompt, u"Show the design’s page"_s), Qt::LeftButton);
        QCOMPARE(f.host.shown, (QList<QSet<ElementId>>{{}}));
    }

    /// The layer that puts a step into production counts when it is opened.
    void theLayerCountsWhenItIsOpened() {
        ShownPlan f(u"cheat-sheet"_s);
        StepView* data = f.stepOf(u"data"_s);
        QCOMPARE(data->header()->accessibleDescription(), u"0 of 12 · 13 min"_s);
        QTest::mouseClick(data->header(), Qt::LeftButton);
        QTest::mouseClick(data->layerButton(), Qt::LeftButton);
        QCOMPARE(data->header()->accessibleDescription(), u"0 of 20 · 13 min"_s);
        QTest::mouseClick(data->layerButton(), Qt::LeftButton);
        QCOMPARE(data->header()->accessibleDescription(), u"0 of 12 · 13 min"_s);
    }

    void oneStepIsOpenAtATime() {
        ShownPlan f(u"cheat-sheet"_s);
        QSignalSpy opened(&f.panel, &PlanPanel::stepOpened);
        QTest::mouseClick(f.stepOf(u"data"_s)->header(), Qt::LeftButton);
        QVERIFY(f.stepOf(u"data"_s)->isOpen());
        QVERIFY(!f.stepOf(u"clarify"_s)->isOpen());
        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened.last().first().toString(), u"data"_s);
        f.panel.showPrompt(u"offline-metric"_s);
        QVERIFY(ShownPlan::promptOf(f.stepOf(u"metrics"_s), u"offline-metric"_s)->isOpen());
    }

    /// A session has its place below the steps, which stay where they are when it grows, and keep the larger
    /// part.
    void theSessionHasItsPlace() {
        ShownPlan f(u"cheat-sheet"_s);
        f.panel.resize(PlanPanel::kUsualWidth, 600);
        f.settle();
        StepView* first = f.stepOf(u"clarify"_s);
        const QPoint before = first->mapTo(&f.panel, QPoint());
        auto* area = new QLabel(u"talk\n"_s.repeated(200));
        area->setMinimumHeight(40);
        f.panel.setSessionArea(area);
        f.settle();
        QVERIFY(area->isVisible());
        QCOMPARE(first->mapTo(&f.panel, QPoint()), before);
        QVERIFY(area->y() > before.y());
        QVERIFY2(area->height() < f.panel.height() / 2, qPrintable(QString::number(area->height())));
        QCOMPARE(area->y() + area->height(), f.panel.height());
        f.panel.resize(PlanPanel::kUsualWidth, 1'000);
        f.settle();
        QVERIFY(area->height() > 400 && area->height() < 500);
        const QPointer<QWidget> gone = area;
        f.panel.setSessionArea(nullptr);
        QVERIFY(!gone);
    }

    /// What a session says of the minutes takes the place of the framework's.
    void theTimesOfASessionAreShown() {
        ShownPlan f(u"cheat-sheet"_s);
        f.panel.setTimes({u"20 min"_s, {{u"data"_s, u"now, 4 min"_s}}, u"data"_s});
        f.settle();
        QCOMPARE(f.stepOf(u"data"_s)->header()->accessibleDescription(), u"0 of 12 · now, 4 min"_s);
        QVERIFY(f.stepOf(u"clarify"_s)->header()->accessibleDescription().endsWith(u" min"_s));
        const QList<QLabel*> labels = f.panel.findChildren<QLabel*>();
        QVERIFY(std::any_of(labels.begin(), labels.end(),
                            [](const QLabel* label) { return label->text().endsWith(u"done · 20 min"_s); }));
        f.panel.setTimes({});
        f.settle();
        QCOMPARE(f.stepOf(u"data"_s)->header()->accessibleDescription(), u"0 of 12 · 13 min"_s);
    }

    void aReadOnlyBoardIsLookedAtOnly() {
        ShownPlan f(u"cheat-sheet"_s);
        f.host.setReadOnly(true);
        f.settle();
        PromptView* prompt = f.open(u"offline-metric"_s);
        QVERIFY(named<QLineEdit>(prompt, u"Metric"_s)->isReadOnly());
        QVERIFY(!named<Chip>(prompt, u"F1"_s)->isEnabled());
        QVERIFY(!named<Chip>(prompt, u"Tick by hand"_s)->isEnabled());
    }

    void aPlanThatIsNotThereIsNamed() {
        ShownPlan f(u"gone-plan"_s);
        QVERIFY(named<PlanButton>(&f.panel, u"“gone-plan” is not among the templates"_s));
        QVERIFY(named<PlanButton>(&f.panel, u"Cheat sheet"_s));
    }
};

QTEST_MAIN(TestPlanPanel)
#include "test_plan_panel.moc"
