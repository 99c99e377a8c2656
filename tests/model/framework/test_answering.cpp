#include "model/framework/answering.h"

#include "model/operations/filling.h"
#include "tests/model/framework/shipped.h"
#include "tests/model/operations/workbench.h"

using namespace groundplan;
using namespace groundplan::shipped;
using namespace Qt::StringLiterals;
using test::Workbench;

class TestAnswering : public QObject {
    Q_OBJECT

    static void run(Workbench& bench, const std::function<void(Editor&)>& function) {
        QVERIFY(bench.run([&](Editor& editor) -> Result<void> {
            function(editor);
            return {};
        }));
    }
    static ElementId add(Workbench& bench, const QString& kind, Coord x) {
        ElementId id;
        run(bench, [&](Editor& editor) {
            const auto made = addBlock(editor, *catalogue().kind(kind), {x, 0}, u"en"_s);
            QVERIFY(made);
            id = *made;
        });
        return id;
    }

private Q_SLOTS:
    void theTask() {
        Workbench bench;
        run(bench, [](Editor& editor) { answerTask(editor, u"Recommend videos."_s); });
        QCOMPARE(bench.design().board.task, u"Recommend videos."_s);
    }

    /// What was asked in the inspector is answered there, not a second time.
    void anOpenRequirementIsFound() {
        Workbench bench;
        const auto put = [&](qint64 id, const QString& question, const QString& topic,
                             const QString& answer) {
            run(bench, [&](Editor& editor) {
                groundplan::Requirement row{RequirementId(id), question, answer, Source::Asked};
                row.topic = topic;
                editor.put(row);
            });
        };
        const auto found = [&](const QString& topic, const QString& question) {
            const groundplan::Requirement* row = openRequirement(bench.design(), topic, question);
            return row ? row->id : RequirementId();
        };
        QCOMPARE(found(u"latency"_s, u"How fast?"_s), RequirementId());
        put(1, u"How fast?"_s, u"latency"_s, u"150 ms"_s);
        QCOMPARE(found(u"latency"_s, u"How fast?"_s), RequirementId());
        put(2, u"HOW  fast?"_s, {}, {});
        QCOMPARE(found(u"latency"_s, u"How fast?"_s), RequirementId(2));
        QCOMPARE(found({}, u"How slow?"_s), RequirementId());
        put(3, u"In which time?"_s, u"latency"_s, {});
        QCOMPARE(found(u"latency"_s, u"How fast?"_s), RequirementId(3));
        QCOMPARE(found({}, {}), RequirementId());
    }

    /// Added with the first answer, changed by the next, and only once.
    void aRequirement() {
        Workbench bench;
        const Topic& topic = *templates().topic(u"latency"_s);
        const auto answer = [&](const QString& text, Source source) {
            run(bench, [&](Editor& editor) { answerRequirement(editor, topic, u"en"_s, text, source); });
        };
        answer(u" "_s, Source::Asked);
        QCOMPARE(bench.design().requirements.size(), 0);
        answer(u"150 ms"_s, Source::Given);
        QCOMPARE(bench.design().requirements.size(), 1);
        const RequirementId id = requirementOf(bench.design(), u"latency"_s)->id;
        QCOMPARE(*bench.design().requirements.find(id),
                 (Requirement{id, topic.question.in(u"en"_s), u"150 ms"_s, Source::Given, false, kOrderGap,
                              u"latency"_s}));
        answer(u"80 ms"_s, Source::Assumed);
        QCOMPARE(bench.design().requirements.size(), 1);
        QCOMPARE(*bench.design().requirements.find(id),
                 (Requirement{id, topic.question.in(u"en"_s), u"80 ms"_s, Source::Assumed, false, kOrderGap,
                              u"latency"_s}));
        answer({}, Source::Asked); // open again, and still there
        QCOMPARE(bench.design().requirements.find(id)->answer, QString());
    }

    void notRelevantNeedsNoWords() {
        Workbench bench;
        run(bench, [](Editor& editor) {
            answerRequirement(editor, *templates().topic(u"privacy"_s), u"en"_s, {}, Source::NotRelevant);
        });
        const Requirement* row = requirementOf(bench.design(), u"privacy"_s);
        QVERIFY(row);
        QCOMPARE(row->source, Source::NotRelevant);
        QCOMPARE(row->answer, QString());
    }

    void aNote() {
        Workbench bench;
        const ElementId block = add(bench, u"ranking"_s, 0);
        const NoteId id = NoteId::random();
        const auto note = [&](const QString& text, ElementId subject) {
            run(bench, [&](Editor& editor) { answerNote(editor, id, NoteKind::Risk, subject, text); });
        };
        note({}, block);
        QCOMPARE(bench.design().notes.size(), 0);
        note(u"It is sl"_s, block);
        note(u"It is slow."_s, {}); // the subject of a note that is there stays
        QCOMPARE(bench.design().notes.size(), 1);
        QCOMPARE(*bench.design().notes.find(id),
                 (Note{id, block, NoteKind::Risk, u"It is slow."_s, kOrderGap}));
    }

    void aMetric_data() {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("asked");
        QTest::addColumn<QString>("made");
        QTest::newRow("a name") << u"AUC"_s << u"offline"_s
                                << u"AUC offline at-least target= current= unit="_s;
        QTest::newRow("as people type it")
            << u"roc auc >= 0.8"_s << u"offline"_s << u"AUC offline at-least target=0.8 current= unit="_s;
        QTest::newRow("another kind than usual")
            << u"AUC"_s << u"online"_s << u"AUC online at-least target= current= unit="_s;
        QTest::newRow("nothing asked")
            << u"p99 <= 20 ms"_s << QString() << u"p99 non-functional at-most target=20 current= unit=ms"_s;
        QTest::newRow("one's own") << u"Smiles a day ≥ 3"_s << u"business"_s
                                   << u"Smiles a day business at-least target=3 current= unit="_s;
        QTest::newRow("a value") << u"p99 20 ms"_s << QString()
                                 << u"p99 non-functional at-most target= current=20 unit=ms"_s;
    }
    void aMetric() {
        QFETCH(QString, typed);
        QFETCH(QString, asked);
        QFETCH(QString, made);
        Workbench bench;
        run(bench, [&](Editor& editor) {
            QVERIFY(answerMetric(editor, fromWord<MetricKind>(asked), typed, catalogue()));
        });
        QCOMPARE(bench.design().metrics.size(), 1);
        const Metric& row = *bench.design().metrics.sorted().first();
        QCOMPARE(u"%1 %2 %3 target=%4 current=%5 unit=%6"_s.arg(row.name, wordOf(row.kind), wordOf(row.goal),
                                                                row.target, row.current, row.unit),
                 made);
        QVERIFY(!row.subject);
        QVERIFY(row.shown);
    }

    void theSameMetricGetsATarget() {
        Workbench bench;
        run(bench, [](Editor& editor) {
            QVERIFY(answerMetric(editor, MetricKind::Offline, u"auc 0.7"_s, catalogue()));
            QVERIFY(answerMetric(editor, MetricKind::Offline, u"auc >= 0.8"_s, catalogue()));
            QVERIFY(answerMetric(editor, MetricKind::Offline, u"AUC"_s, catalogue())); // takes nothing away
            QVERIFY(!answerMetric(editor, MetricKind::Offline, u"  "_s, catalogue()));
        });
        QCOMPARE(bench.design().metrics.size(), 1);
        const Metric& row = *bench.design().metrics.sorted().first();
        QCOMPARE(row.current, u"0.7"_s);
        QCOMPARE(row.target, u"0.8"_s);
    }

    void aDecision() {
        Workbench bench;
        Prompt prompt;
        prompt.text = LocalText({{u"en"_s, u"Choose a model."_s}});
        prompt.answer.makes = Answer::Makes::Decision;
        prompt.answer.name = u"model-choice"_s;
        for (const QString& option : {u"Baseline"_s, u"Deep"_s})
            prompt.answer.options.append(LocalText({{u"en"_s, option}}));
        const auto choose = [&](const QString& title) {
            run(bench, [&](Editor& editor) { answerDecision(editor, prompt, u"en"_s, title); });
        };
        const auto shown = [&] {
            const Decision* row = decisionOf(bench.design(), u"model-choice"_s);
            QStringList text{row->question};
            for (const Option* option :
                 bench.design().options.sorted([&](const Option& o) { return o.decision == row->id; }))
                text << (option->id == row->chosen ? u'*' + option->title : option->title);
            return text.join(u" | "_s);
        };
        choose({});
        QCOMPARE(shown(), u"Choose a model. | Baseline | Deep"_s);
        choose(u"Deep"_s);
        QCOMPARE(shown(), u"Choose a model. | Baseline | *Deep"_s);
        choose(u"A tree"_s);
        QCOMPARE(shown(), u"Choose a model. | Baseline | Deep | *A tree"_s);
        choose({});
        QCOMPARE(shown(), u"Choose a model. | Baseline | Deep | A tree"_s);
        QCOMPARE(bench.design().decisions.size(), 1);
    }

    /// The selected block that has the sheet, else the only one, else the board where the sheet is the
    /// board's.
    void theSubjectOfAField() {
        Workbench bench;
        const auto subject = [&](const QString& field, const QSet<ElementId>& selection = {}) {
            return subjectOf(field, bench.design(), templates(), catalogue(), selection);
        };
        QVERIFY(!subject(u"data.split"_s).known);
        QVERIFY(subject(u"evaluation.slices"_s).known);
        QVERIFY(!subject(u"evaluation.slices"_s).subject);
        const ElementId first = add(bench, u"event-stream"_s, 0);
        const ElementId ranking = add(bench, u"ranking"_s, 4000);
        QCOMPARE(subject(u"data.split"_s).subject, first);
        QCOMPARE(subject(u"data.split"_s, {ranking}).subject, first);
        const ElementId second = add(bench, u"event-stream"_s, 8000);
        const FieldSubject several = subject(u"data.split"_s);
        QVERIFY(!several.known);
        QCOMPARE(several.candidates, (QList<ElementId>{first, second})); // from left to right
        QCOMPARE(subject(u"data.split"_s, {second}).subject, second);
        QVERIFY(!subject(u"data.split"_s, {first, second}).known);
        run(bench, [&](Editor& editor) { QVERIFY(fillField(editor, second, u"data.target"_s, u"clicks"_s)); });
        QCOMPARE(subject(u"data.split"_s).subject, second); // where the sheet has been begun
        QVERIFY(!subject(u"none.split"_s).known);
    }

    void theValueOfAField() {
        Workbench bench;
        const ElementId block = add(bench, u"event-stream"_s, 0);
        run(bench, [&](Editor& editor) { QVERIFY(fillField(editor, block, u"data.split"_s, u"random"_s)); });
        QCOMPARE(fieldValue(bench.design(), block, u"data.split"_s), u"random"_s);
        QCOMPARE(fieldValue(bench.design(), {}, u"data.split"_s), QString());
    }

    void whatErrorsCost() {
        Workbench bench;
        MetricId latency, precision;
        run(bench, [&](Editor& editor) {
            latency = *answerMetric(editor, std::nullopt, u"p99 <= 20 ms"_s, catalogue());
            precision = *answerMetric(editor, std::nullopt, u"Precision"_s, catalogue());
        });
        QCOMPARE(metricsForErrors(bench.design(), catalogue()), (QList<MetricId>{precision, latency}));
        run(bench, [&](Editor& editor) {
            QVERIFY(answerErrorCost(editor, precision, WrongAnswer::FalsePositive, u"5 $"_s));
            QVERIFY(answerErrorCost(editor, precision, WrongAnswer::FalseNegative, u"a lost user"_s));
            QVERIFY(!answerErrorCost(editor, MetricId(1), WrongAnswer::FalseNegative, u"x"_s));
        });
        const Metric& row = *bench.design().metrics.find(precision);
        QCOMPARE(row.costFalsePositive, u"5 $"_s);
        QCOMPARE(row.costFalseNegative, u"a lost user"_s);
    }

    void aTickByHand() {
        Workbench bench;
        Framework framework;
        framework.name = u"mine"_s;
        Prompt prompt;
        prompt.name = u"say-it"_s;
        run(bench, [&](Editor& editor) { QVERIFY(setTicked(editor, framework, prompt, true)); });
        const Property row = *bench.design().properties.begin();
        QCOMPARE(row, (Property{row.id, {}, u"mine.say-it"_s, u"yes"_s}));
        run(bench, [&](Editor& editor) { QVERIFY(setTicked(editor, framework, prompt, false)); });
        QCOMPARE(bench.design().properties.size(), 0);
    }
};

QTEST_APPLESS_MAIN(TestAnswering)
#include "test_answering.moc"
