#include "model/framework/beginning.h"
#include "model/framework/evidence.h"

#include "tests/model/framework/shipped.h"
#include "tests/model/operations/workbench.h"

#include <algorithm>

using namespace groundplan;
using namespace groundplan::shipped;
using namespace Qt::StringLiterals;

namespace {

/// The points of all cases that a board ticks: "CASE/POINT".
QStringList pointsOf(const Design& design) {
    EvidenceSearch search(design, catalogue());
    QStringList names;
    for (const PracticeCase& practice : templates().cases()) {
        for (const MustTouch& point : practice.must) {
            if (search.lookForAny(point.evidence).holds)
                names << practice.name + u'/' + point.name;
        }
    }
    return names;
}

void putRequirement(Design& design, const QString& topic, const QString& answer, Source source) {
    Requirement row;
    row.id = RequirementId(design.requirements.size() + 1);
    row.topic = topic;
    row.answer = answer;
    row.source = source;
    design.requirements.put(row);
}

Design withNote(NoteKind kind, const QString& text) {
    Design design;
    design.notes.put({NoteId(1), {}, kind, text, 1});
    return design;
}

/// Columns of a prompt and a note; gives what adds a row.
auto promptColumns() {
    QTest::addColumn<QString>("prompt");
    QTest::addColumn<NoteKind>("kind");
    QTest::addColumn<QString>("text");
    return [](const char* prompt, NoteKind kind, const char* text) {
        QTest::addRow("%s: %s", prompt, text)
            << QString::fromLatin1(prompt) << kind << QString::fromUtf8(text);
    };
}

} // namespace

/// A prompt that asks for one's own work is ticked by that work: not by what the interviewer said, by a
/// choice that nothing is done, nor by a word that was met by chance; and by what a person would write.
class TestOwnWork : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void honestNotesCount_data() {
        const auto row = promptColumns();
        row("forty-five-minutes/failure-modes/fallback", NoteKind::Remark,
            "If the ranker times out we show the most popular list of the country.");
        row("forty-five-minutes/failure-modes/fallback", NoteKind::Remark,
            "When the model service does not answer within 100 ms, the client shows the cached list.");
        row("forty-five-minutes/deep-dive/split", NoteKind::Remark,
            "Split by date: train on January to May, test on June.");
        row("forty-five-minutes/deep-dive/split", NoteKind::Remark,
            "Chronological split, last week is the test set.");
        row("forty-five-minutes/failure-modes/rollback", NoteKind::Remark,
            "We switch back to the old model within five minutes if errors go up.");
        row("forty-five-minutes/failure-modes/rollback", NoteKind::Remark,
            "If errors rise we revert to the last good model.");
        row("forty-five-minutes/bottlenecks/ten-times", NoteKind::Remark,
            "At 10x traffic the feature store breaks first.");
        row("forty-five-minutes/bottlenecks/ten-times", NoteKind::Remark,
            "With 10 times the users the index no longer fits one machine: shard it.");
        row("forty-five-minutes/bottlenecks/cost", NoteKind::Remark,
            "The biggest cost is GPU serving, half of the bill.");
        row("forty-five-minutes/bottlenecks/cost", NoteKind::Remark,
            "Serving GPUs are the most expensive part: $40k a month.");
        row("forty-five-minutes/failure-modes/bad-data", NoteKind::Remark,
            "Late data: if the nightly export is missing we score with the features of the day before.");
        row("forty-five-minutes/failure-modes/misuse", NoteKind::Risk,
            "Clickbait creators will game the ranking.");
        row("forty-five-minutes/failure-modes/misuse", NoteKind::Risk, "Spammers could exploit it.");
        row("forty-five-minutes/close/summary", NoteKind::Remark,
            "Summing up: two-stage ranking, the price is freshness.");
        row("forty-five-minutes/close/summary", NoteKind::Remark,
            "Conclusion: retrieval plus ranking meets the latency; we give up some freshness.");
        row("forty-five-minutes/close/next-steps", NoteKind::Remark,
            "Next step: build the baseline, afterwards the two towers.");
        row("forty-five-minutes/bottlenecks/load", NoteKind::Remark,
            "3.5k requests/s x 40 ms = 140 in flight, so 12 servers.");
        row("forty-five-minutes/bottlenecks/slowest", NoteKind::Remark,
            "Feature reads take 30 of the 60 ms: the slowest part.");
        row("forty-five-minutes/deep-dive/imbalance-and-bias", NoteKind::Remark,
            "Positives are only 1 %, we downsample negatives; clicks are biased by position.");
        row("forty-five-minutes/deep-dive/evaluate", NoteKind::Remark,
            "AUC per country and per new user, and a reliability diagram on the test week.");
        row("forty-five-minutes/deep-dive/target", NoteKind::Remark,
            "Label: watched at least half of the video is positive, otherwise negative.");
        row("forty-five-minutes/deep-dive/baseline", NoteKind::Remark,
            "Baseline: show the most watched videos of the last day.");
        row("forty-five-minutes/deep-dive/baseline", NoteKind::Remark,
            "Baseline: popularity in the country.");
        row("algorithm-engineer/scaling/data-parallel", NoteKind::Remark,
            "Scale training with data parallelism over 8 GPUs.");
        row("algorithm-engineer/scaling/sharding", NoteKind::Remark, "Shard the user table by user id.");
        row("algorithm-engineer/scaling/replication", NoteKind::Remark,
            "Replicate the store in three regions.");
        row("design-primer/data/few-labels", NoteKind::Remark,
            "Users tell us with weak labels: we label with regular expressions and train on that.");
        row("design-primer/data/imbalance-algorithm", NoteKind::Remark,
            "Use class weights because churners are rare.");
        row("scaling-checklist/data-flood/checkpoints", NoteKind::Remark,
            "Warm start training from the last checkpoint each night.");
        row("scaling-checklist/predictions/container", NoteKind::Remark,
            "Wrap the model in a Docker image behind a REST endpoint.");
        row("scaling-checklist/predictions/behind-an-api", NoteKind::Remark,
            "Wrap the model in a Docker image behind a REST endpoint.");
        row("scaling-checklist/data-flood/mini-batches", NoteKind::Remark,
            "Train with SGD on small batches.");
        row("scaling-checklist/features/regularise", NoteKind::Remark,
            "Dropout and L2 keep the weights small.");
        row("scaling-checklist/data-flood/parallel-search", NoteKind::Remark,
            "Hyper-parameter trials run in parallel on 20 machines.");
        row("scaling-checklist/features/worth-it", NoteKind::Remark,
            "The 0.1 % gain would not justify the extra cost.");
        row("scaling-checklist/framework/candidates", NoteKind::Remark,
            "We compare PyTorch and TensorFlow; PyTorch wins for its community.");
        row("scaling-checklist/training-data/outdated-assumptions", NoteKind::Remark,
            "Fraud pattern changes monthly, so old data misleads.");
    }
    void honestNotesCount() {
        QFETCH(QString, prompt);
        QFETCH(NoteKind, kind);
        QFETCH(QString, text);
        const QStringList ticked = tickedBy(withNote(kind, text));
        QVERIFY2(ticked.contains(prompt), qPrintable(ticked.join(u", "_s)));
    }

    void wordsByChanceDoNot_data() {
        const auto row = promptColumns();
        row("scaling-checklist/predictions/sum-up", NoteKind::Remark,
            "Hyper-parameter trials run in parallel on 20 machines.");
        row("scaling-checklist/predictions/sum-up", NoteKind::Remark,
            "Warm start training from the last checkpoint each night.");
        row("forty-five-minutes/close/next-steps", NoteKind::Remark,
            "At 10x traffic the feature store breaks first.");
        row("forty-five-minutes/bottlenecks/slowest", NoteKind::Risk, "Lunch is late.");
        row("systems-design-chapter/break-down/think-aloud", NoteKind::Question, "Where is the toilet?");
    }
    void wordsByChanceDoNot() {
        QFETCH(QString, prompt);
        QFETCH(NoteKind, kind);
        QFETCH(QString, text);
        QVERIFY(!tickedBy(withNote(kind, text)).contains(prompt));
    }

    /// What the interviewer says is heard, not done.
    void whatIsHeardIsNotDone_data() {
        QTest::addColumn<QString>("prompt");
        QTest::addColumn<QString>("topic");
        QTest::addColumn<QString>("answer");
        const auto row = [](const char* prompt, const char* topic, const char* answer) {
            QTest::addRow("%s: %s", prompt, topic)
                << QString::fromLatin1(prompt) << QString::fromLatin1(topic) << QString::fromUtf8(answer);
        };
        row("algorithm-engineer/inference/latency-budget", "latency", "200 ms");
        row("scaling-checklist/predictions/quick-enough", "latency", "200 ms");
        row("cheat-sheet/data/class-balance", "positive-rate", "0.1 %");
        row("systems-design-chapter/break-down/limits-of-learning", "ml-task", "Ranking");
        row("cheat-sheet/serving/how-often-retrained", "retraining", "yes");
        row("algorithm-engineer/updating/how-often", "retraining", "yes");
        row("cheat-sheet/data/ask-data-production", "focus", "Retrieval");
        row("cheat-sheet/model/ask-model-production", "focus", "Retrieval");
        row("cheat-sheet/serving/ask-serving-production", "focus", "Retrieval");
        row("forty-five-minutes/failure-modes/fallback", "fallback", "The list of yesterday");
        row("forty-five-minutes/bottlenecks/ten-times", "users-growth", "Twice in a year");
    }
    void whatIsHeardIsNotDone() {
        QFETCH(QString, prompt);
        QFETCH(QString, topic);
        QFETCH(QString, answer);
        Design design;
        putRequirement(design, topic, answer, Source::Asked);
        QVERIFY(!tickedBy(design).contains(prompt));
    }
    /// Words of a phrase that are scattered over the task say nothing of it.
    void theTaskSaysNoPoint() {
        Design design;
        design.board.task = u"Score every login and stop stolen ones without annoying owners"_s;
        QCOMPARE(pointsOf(design).join(u", "_s), QString());
    }
    void aBareTargetIsNoCheck() {
        Design design;
        Metric metric;
        metric.id = MetricId(1);
        metric.kind = MetricKind::NonFunctional;
        metric.name = u"p99"_s;
        metric.target = u"60 ms"_s;
        design.metrics.put(metric);
        const QStringList ticked = tickedBy(design);
        QVERIFY(!ticked.contains(u"algorithm-engineer/inference/latency-budget"_s));
        QVERIFY(!ticked.contains(u"scaling-checklist/predictions/quick-enough"_s));
    }
    /// How much data there is may have been said when asked what there is.
    void aQuantityCountsWhereItWasSaid() {
        Design design;
        putRequirement(design, u"data-available"_s, u"2 TB of logins"_s, Source::Asked);
        QVERIFY(tickedBy(design).contains(u"cheat-sheet/clarify/data-volume"_s));
        Design bare;
        putRequirement(bare, u"data-available"_s, u"Logins and payments"_s, Source::Asked);
        QVERIFY(!tickedBy(bare).contains(u"cheat-sheet/clarify/data-volume"_s));
    }

    /// To choose needs a reason, to compare pros and cons.
    void oneClickOnAModelIsNoComparison() {
        Design design;
        design.decisions.put({DecisionId(1), {}, u"Which model?"_s, OptionId(3), {}, 1, u"model-choice"_s});
        for (qint64 i = 2; i < 5; ++i)
            design.options.put({OptionId(i), DecisionId(1), u"Option %1"_s.arg(i), i});
        const QStringList prompts{u"design-primer/model/pick"_s, u"forty-five-minutes/deep-dive/candidates"_s,
                                  u"systems-design-chapter/modelling/selection"_s,
                                  u"algorithm-engineer/model/candidates"_s};
        const QStringList bare = tickedBy(design);
        for (const QString& prompt : prompts)
            QVERIFY2(!bare.contains(prompt), qPrintable(prompt));
        for (qint64 i = 2; i < 5; ++i) {
            design.arguments.put({ArgumentId(10 * i), OptionId(i), Side::Pro, u"quick"_s, 10 * i});
            design.arguments.put({ArgumentId(10 * i + 1), OptionId(i), Side::Con, u"coarse"_s, 10 * i + 1});
        }
        const QStringList argued = tickedBy(design);
        for (const QString& prompt : prompts)
            QVERIFY2(argued.contains(prompt), qPrintable(prompt));
    }

    /// A choice which says that nothing is done ticks what asks whether, not what asks for the act.
    void nothingDoneTicksNothing() {
        const QStringList saysNothing{u"none"_s, u"never"_s,      u"not-drawn"_s, u"enough"_s,
                                      u"all"_s,  u"not-needed"_s, u"no"_s,        u"not-relevant"_s};
        // Each of these is answered by it: whether, which or how much.
        const QStringList rightly{
            u"data.label-source=none: design-primer/data/labels-known"_s,
            u"data.sampling=all: algorithm-engineer/data/sample"_s,
            u"data.feature-selection=none: cheat-sheet/data/select-features"_s,
            u"data.small-groups=enough: cheat-sheet/data/group-bias"_s,
            u"data.privacy=none: systems-design-chapter/data-pipeline/user-data"_s,
            u"data.privacy=none: systems-design-chapter/data-pipeline/privacy"_s,
            u"model.personalisation=all: systems-design-chapter/project-setup/personalisation"_s, // one for
                                                                                                  // all
            u"error-analysis.systematic=none: design-primer/error-analysis/residuals"_s}; // looked at, none
                                                                                          // seen
        QStringList seen;
        for (const Sheet& sheet : templates().sheets()) {
            for (const SheetSection& section : sheet.sections) {
                for (const SheetField& field : section.fields) {
                    QStringList choices;
                    for (const FieldChoice& choice : field.choices)
                        choices << choice.name;
                    if (field.form == FieldForm::YesNo)
                        choices << u"no"_s;
                    for (const QString& choice : std::as_const(choices)) {
                        if (!saysNothing.contains(choice))
                            continue;
                        Design design;
                        design.properties.put({PropertyId(1), {}, field.name, choice});
                        for (const QString& name : tickedBy(design) + pointsOf(design))
                            seen << u"%1=%2: %3"_s.arg(field.name, choice, name);
                    }
                }
            }
        }
        for (const QString& one : rightly)
            QVERIFY2(seen.removeAll(one) == 1, qPrintable(one));
        QCOMPARE(seen.join(u'\n'), QString());
    }
    void aSplitByChanceKeepsNothingApart() {
        for (const QString& field : {u"data.split"_s, u"evaluation.split"_s}) {
            Design design;
            design.properties.put({PropertyId(1), {}, field, u"random"_s});
            const QStringList ticked = tickedBy(design);
            for (const QString& prompt :
                 {u"cheat-sheet/metrics/three-parts"_s, u"cheat-sheet/data/train-test-split"_s,
                  u"forty-five-minutes/deep-dive/split"_s})
                QVERIFY2(!ticked.contains(prompt), qPrintable(prompt));
        }
    }

    /// Nothing is done when a case begins.
    void aFreshBoardTicksNothing_data() {
        QTest::addColumn<int>("index");
        for (qsizetype i = 0; i < templates().cases().size(); ++i)
            QTest::newRow(qPrintable(templates().cases().at(i).name)) << int(i);
    }
    void aFreshBoardTicksNothing() {
        QFETCH(int, index);
        const PracticeCase& practice = templates().cases().at(index);
        test::Workbench bench;
        QVERIFY(bench.run([&](Editor& editor) -> Result<void> {
            begin(editor, nullptr, &practice, u"en"_s);
            return {};
        }));
        QVERIFY(!bench.design().requirements.isEmpty());
        QCOMPARE(tickedBy(bench.design()).join(u", "_s), QString());
        const QStringList points = pointsOf(bench.design());
        QVERIFY(std::none_of(points.begin(), points.end(),
                             [&](const QString& name) { return name.startsWith(practice.name + u'/'); }));
    }
};

QTEST_APPLESS_MAIN(TestOwnWork)
#include "test_own_work.moc"
