#include "model/framework/evidence.h"

#include "tests/model/framework/shipped.h"
#include "tests/model/sketch/sketched.h"

#include <QTest>

#include <algorithm>

using namespace groundplan;
using namespace groundplan::shipped;
using namespace Qt::StringLiterals;

namespace {

/// A board that shows what is written as "block:KIND=TECHNOLOGY", "field:SHEET.FIELD=VALUE",
/// "requirement:TOPIC=ANSWER", "metric:NAME=TARGET", "online:NAME=TARGET",
/// "decision:=QUESTION|OPTION|OPTION", "link:KIND>KIND" or "note:=TEXT", one after the other.
Design showing(const QStringList& facts) {
    Design design;
    qint64 last = 0;
    for (const QString& fact : facts) {
        const QString sort = fact.section(u':', 0, 0);
        const QString name = fact.section(u':', 1).section(u'=', 0, 0);
        const QString value = fact.section(u'=', 1);
        if (sort == "block"_L1) {
            Element element;
            element.id = ElementId(++last);
            element.type = ElementType::Block;
            design.elements.put(element);
            Block block;
            block.id = element.id;
            block.kind = name;
            block.technology = value;
            design.blocks.put(block);
            design.notes.put(
                {NoteId(++last), block.id, NoteKind::Remark, u"here"_s, last}); // so that it counts
        } else if (sort == "field"_L1) {
            design.properties.put({PropertyId(++last), {}, name, value});
        } else if (sort == "requirement"_L1) {
            Requirement requirement;
            requirement.id = RequirementId(++last);
            requirement.topic = name;
            requirement.answer = value;
            requirement.source = Source::Asked;
            design.requirements.put(requirement);
        } else if (sort == "decision"_L1) {
            const QStringList parts = value.split(u'|');
            const DecisionId decision(++last);
            Decision row;
            row.id = decision;
            row.question = parts.first();
            design.decisions.put(row);
            for (const QString& title : parts.mid(1)) {
                Option option;
                option.id = OptionId(++last);
                option.decision = decision;
                option.title = title;
                design.options.put(option);
            }
        } else if (sort == "link"_L1) {
            QList<ElementId> ends;
            for (const QString& kind : name.split(u'>')) {
                const auto there = std::find_if(design.blocks.begin(), design.blocks.end(),
                                                [&](const Block& block) { return block.kind == kind; });
                if (there != design.blocks.end()) {
                    ends << there->id;
                    continue;
                }
                Block block;
                block.id = ElementId(++last);
                block.kind = kind;
                block.ml = catalogue().kind(kind)->ml;
                Element element;
                element.id = block.id;
                element.type = ElementType::Block;
                design.elements.put(element);
                design.blocks.put(block);
                ends << block.id;
            }
            Connection connection;
            connection.id = ElementId(++last);
            connection.source = ends.at(0);
            connection.target = ends.at(1);
            Element element;
            element.id = connection.id;
            element.type = ElementType::Connection;
            design.elements.put(element);
            design.connections.put(connection);
        } else if (sort == "metric"_L1 || sort == "online"_L1) {
            groundplan::Metric metric;
            metric.id = MetricId(++last);
            metric.kind = sort == "online"_L1 ? MetricKind::Online : MetricKind::Offline;
            metric.name = name;
            metric.target = value;
            design.metrics.put(metric);
        } else {
            design.notes.put({NoteId(++last), {}, NoteKind::Remark, value, last});
        }
    }
    return design;
}

bool ticks(const QString& name, const Design& design) {
    const QStringList way = name.split(u'/');
    const Step* step = templates().framework(way.at(0))->step(way.at(1));
    const auto prompt = std::find_if(step->prompts.begin(), step->prompts.end(),
                                     [&](const Prompt& one) { return one.name == way.at(2); });
    return prompt != step->prompts.end() && lookForAny(prompt->evidence, design, catalogue()).holds;
}

} // namespace

/// What a founding text names counts for the prompts that were made of it, and what only sounds like it does
/// not.
class TestPromptEvidence : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatTheTextNamesCounts_data() {
        QTest::addColumn<QString>("prompt");
        QTest::addColumn<QString>("fact");
        const auto row = [](const char* prompt, const QString& fact) {
            QTest::addRow("%s: %s", prompt, qPrintable(fact)) << QString::fromLatin1(prompt) << fact;
        };
        row("cheat-sheet/data/group-bias", u"field:data.small-groups=merge"_s);
        row("cheat-sheet/serving/ab-test", u"field:serving.online-metric=watch time, 1 % more"_s);
        row("systems-design-chapter/project-setup/costlier-error",
            u"field:evaluation.harmful-error=false-negative"_s);
        row("systems-design-chapter/project-setup/personalisation", u"field:model.personalisation=group"_s);
        row("cheat-sheet/serving/how-often-retrained",
            u"decision:=How often is the model trained again?|daily"_s);
        row("cheat-sheet/serving/how-often-retrained", u"field:serving.retraining=weekly"_s);
        row("cheat-sheet/model/classical", u"decision:=Which model?|popular|logistic regression"_s);
        row("algorithm-engineer/scaling/synchronous", u"decision:=Synchronous or asynchronous SGD?|a|b"_s);
        row("scaling-checklist/predictions/container",
            u"decision:=How is the model deployed?|In a container"_s);
        row("forty-five-minutes/requirements/online-metric",
            u"field:serving.online-metric=watch time, 1 % more"_s);
        row("systems-design-chapter/modelling/debugging", u"field:model.debugging=one batch by heart"_s);
        row("design-primer/data/few-labels", u"block:labelling=Snorkel"_s);
        row("design-primer/data/few-labels", u"block:labelling=Active learning"_s);
        row("design-primer/data/few-labels", u"field:data.label-source=weak"_s);
        row("design-primer/data/few-labels", u"note:=Query learning picks what people label"_s);
        row("design-primer/data/imbalance-data", u"block:sampling=SMOTE"_s);
        row("design-primer/evaluation/k-fold", u"block:evaluation=Cross-validation"_s);
        row("design-primer/evaluation/time-split", u"block:evaluation=Holdout by time"_s);
        row("design-primer/evaluation/time-split", u"block:sampling=Time-based split"_s);
        row("design-primer/evaluation/entity-split", u"field:data.leakage=the same customer on both sides"_s);
        row("design-primer/evaluation/baselines", u"field:model.baseline=popularity, by 5 % of nDCG"_s);
        row("design-primer/evaluation/calibration", u"field:serving.drift=calibration"_s);
        row("design-primer/evaluation/slices", u"block:evaluation=FreaAI"_s);
        row("design-primer/evaluation/slices", u"field:evaluation.slice-bar=0.7 of AUC in each country"_s);
        row("design-primer/evaluation/invariance", u"metric:Fairness gap=0.02"_s);
        row("design-primer/evaluation/feedback-loop", u"field:evaluation.feedback-loop=1 % random"_s);
        row("design-primer/evaluation/feedback-loop", u"note:=A random share of the page breaks it"_s);
        row("design-primer/features/text", u"block:embedding=fastText"_s);
        row("design-primer/features/position", u"note:=Positional embeddings for the last 50 clicks"_s);
        row("design-primer/model/knn", u"block:model=Nearest neighbours"_s);
        row("design-primer/further-actions/low-rank", u"block:model=MobileNet"_s);
        row("design-primer/further-actions/distillation", u"block:model-compression=DistilBERT"_s);
        row("design-primer/further-actions/inference-formats",
            u"block:model-compression=TorchScript export"_s);
        row("design-primer/further-actions/inference-formats",
            u"block:model-compression=TensorFlow frozen graph"_s);
        row("design-primer/further-actions/inference-formats",
            u"field:serving.portability=ONNX for the phones"_s);
    }
    void whatTheTextNamesCounts() {
        QFETCH(QString, prompt);
        QFETCH(QString, fact);
        QVERIFY(!ticks(prompt, showing({})));
        QVERIFY(ticks(prompt, showing({fact})));
    }

    void whatOnlySoundsLikeItDoesNot_data() {
        QTest::addColumn<QString>("prompt");
        QTest::addColumn<QString>("fact");
        const auto row = [](const char* prompt, const QString& fact) {
            QTest::addRow("%s: %s", prompt, qPrintable(fact)) << QString::fromLatin1(prompt) << fact;
        };
        for (const char* prompt : {"forty-five-minutes/data-flow/feature-supply",
                                   "systems-design-chapter/data-pipeline/shared-features",
                                   "algorithm-engineer/features/same-both-sides"}) {
            row(prompt, u"link:feature-store>training"_s);
            row(prompt, u"link:feature-store>ranking"_s);
        }
        row("forty-five-minutes/requirements/online-metric", u"online:CTR=0.3"_s);
        row("forty-five-minutes/data-flow/what-learns", u"link:database>ranking"_s);
        const QString again = u"decision:=How often is the model trained again?|daily|weekly"_s;
        row("algorithm-engineer/scaling/synchronous", again);
        row("scaling-checklist/data-flood/distributed-version", again);
        row("scaling-checklist/data-flood/checkpoints", again);
        const QString deploy = u"decision:=Deploy big bang or canary?|big bang|canary"_s;
        row("scaling-checklist/predictions/container", deploy);
        row("scaling-checklist/predictions/into-software", deploy);
        const QString late = u"decision:=What do we do when the model is late?|rules|allow all"_s;
        row("cheat-sheet/model/baseline", late);
        row("cheat-sheet/model/classical", late);
        row("systems-design-chapter/modelling/selection", late);
        row("cheat-sheet/serving/how-often-retrained", u"block:retraining-trigger="_s);
        row("design-primer/data/sampling-by-chance", u"block:sampling=Importance weights"_s);
        row("design-primer/evaluation/metric-interpretable", u"metric:AUC=0.8"_s);
        row("design-primer/evaluation/entity-split", u"field:evaluation.leakage=nothing of tomorrow"_s);
        row("design-primer/evaluation/harmful-errors", u"requirement:false-positive-cost=4"_s);
        row("design-primer/evaluation/first-online", u"requirement:time-limit=6 weeks"_s);
        row("design-primer/further-actions/inference-formats", u"field:serving.portability=two clouds"_s);
        row("design-primer/further-actions/low-rank", u"block:model=ResNet"_s);
    }
    void whatOnlySoundsLikeItDoesNot() {
        QFETCH(QString, prompt);
        QFETCH(QString, fact);
        QVERIFY(!ticks(prompt, showing({fact})));
    }

    /// Features reach both sides, from wherever they are made.
    void featuresReachBothSides() {
        for (const char* prompt : {"forty-five-minutes/data-flow/feature-supply",
                                   "systems-design-chapter/data-pipeline/shared-features",
                                   "algorithm-engineer/features/same-both-sides"}) {
            QVERIFY(ticks(QString::fromLatin1(prompt),
                          showing({u"link:feature-store>training"_s, u"link:feature-store>ranking"_s})));
        }
    }

    /// That a metric is there does not say that it decides, nor that a kind learns by itself what it learns.
    void somebodyHasToSayIt() {
        const QString decides = u"forty-five-minutes/requirements/online-metric"_s;
        QVERIFY(ticks(decides, showing({u"online:CTR=0.3"_s, u"note:=CTR decides the test"_s})));
        const QString learns = u"forty-five-minutes/data-flow/what-learns"_s;
        QVERIFY(ticks(learns, showing({u"link:database>ranking"_s, u"field:data.target=a click"_s})));
    }

    /// The threshold of a case that asks for four answers by cost.
    void fourAnswersAreMoreThanAThreshold() {
        const PracticeCase& fraud = *templates().practiceCase(u"payment-fraud"_s);
        const MustTouch& point = fraud.must.first();
        QCOMPARE(point.name, u"cost-based"_s);
        const auto seen = [&](const QString& decision) {
            return lookForAny(point.evidence, showing({decision}), catalogue()).holds;
        };
        QVERIFY(!seen(u"decision:=Which threshold?|0.5|by cost"_s));
        QVERIFY(seen(u"decision:=Which threshold?|0.5|by cost: approve, second factor, review or decline"_s));
    }

    /// In the summary, what was seen is named without what would also have done.
    void whatWasSeenIsNamedAlone() {
        const Design design =
            showing({u"note:=A random and small share tells us"_s, u"block:cache="_s, u"block:ranking="_s});
        Evidence said;
        said.kind = EvidenceKind::Said;
        said.said = phrasesOf({u"last use rule"_s, u"random share"_s, u"recency rule"_s});
        Evidence block;
        block.kind = EvidenceKind::Block;
        block.names = {u"cache"_s, u"retrieval"_s, u"ranking"_s};
        block.count = 2;
        Evidence absent;
        absent.kind = EvidenceKind::Decision;
        absent.names = {u"threshold"_s};
        Evidence any;
        any.kind = EvidenceKind::Any;
        any.parts = {absent, said};
        Evidence all;
        all.kind = EvidenceKind::All;
        all.parts = {any, block};

        EvidenceSearch search(design, catalogue());
        const Evidence seen = search.seenOf(all);
        QCOMPARE(seen.parts.size(), 2);
        QCOMPARE(seen.parts.at(0).parts.size(), 1);
        const Evidence words = seen.parts.at(0).parts.at(0);
        QCOMPARE(words.said.size(), 1);
        QCOMPARE(words.said.first().text, u"random and small share"_s); // as it is written
        QCOMPARE(seen.parts.at(1).names, (QStringList{u"cache"_s, u"ranking"_s}));
        QCOMPARE(search.seenOf(absent).names, absent.names);
    }

    /// What is half answered is told from what nobody has thought of.
    void aPartIsSeen() {
        const auto inPart = [](const QString& name, const QStringList& facts) {
            const Design design = showing(facts);
            const QStringList way = name.split(u'/');
            const Step* step = templates().framework(way.at(0))->step(way.at(1));
            EvidenceSearch search(design, catalogue());
            for (const Prompt& prompt : step->prompts) {
                if (prompt.name == way.at(2))
                    return std::any_of(prompt.evidence.begin(), prompt.evidence.end(),
                                       [&](const Evidence& one) {
                                           return !search.look(one).holds && search.isSeenInPart(one);
                                       });
            }
            return false;
        };
        const QString gaps = u"cheat-sheet/data/gaps-and-outliers"_s, scale = u"cheat-sheet/data/normalise"_s;
        QVERIFY(!inPart(gaps, {}));
        QVERIFY(inPart(gaps, {u"field:data.missing-values=constant"_s}));
        QVERIFY(!inPart(gaps, {u"field:data.missing-values=constant"_s, u"field:data.outliers=clip"_s}));
        QVERIFY(!inPart(scale, {u"field:data.outliers=clip"_s}));
        QVERIFY(inPart(scale, {u"field:data.normalisation=none"_s}));
    }

    /// Trees need no scaling: to have done nothing is an answer there.
    void nothingIsNormalisedForTrees() {
        const QString prompt = u"cheat-sheet/data/normalise"_s;
        QVERIFY(!ticks(prompt, showing({u"field:data.normalisation=none"_s})));
        QVERIFY(!ticks(prompt, showing({u"note:=Boosted trees"_s})));
        QVERIFY(ticks(prompt, showing({u"field:data.normalisation=none"_s, u"note:=Boosted trees"_s})));
    }

    /// Two blocks and an arrow say nothing: they tick what asks for such a part, and no more.
    void aBareArrowSaysNothing_data() {
        QTest::addColumn<QString>("line");
        for (const char* line :
             {"monitoring > ranking", "ab test > ranking", "cache > ranking", "kafka > spark",
              "logging > ranking", "alerting > ranking", "load balancer > ranking", "queue > ranking",
              "model compression > ranking", "training > evaluation", "labelling > training",
              "monitoring > alerting", "ingestion > warehouse"})
            QTest::newRow(line) << QString::fromLatin1(line);
    }
    void aBareArrowSaysNothing() {
        const QStringList asksForAPart{u"algorithm-engineer/architecture/without-ml"_s,
                                       u"algorithm-engineer/architecture/with-ml"_s,
                                       u"cheat-sheet/architecture/model-part"_s,
                                       u"cheat-sheet/architecture/serving-part"_s,
                                       u"cheat-sheet/data/store-tables"_s,
                                       u"systems-design-chapter/data-pipeline/storage"_s,
                                       u"systems-design-chapter/break-down/ml-blocks"_s,
                                       u"forty-five-minutes/data-flow/what-learns"_s};
        QFETCH(QString, line);
        test::Workbench bench;
        test::sketch(bench, line);
        QCOMPARE(bench.design().connections.size(), 1);
        QStringList ticked = tickedBy(bench.design());
        for (const QString& name : asksForAPart)
            ticked.removeAll(name);
        QCOMPARE(ticked.join(u", "_s), QString());
    }

    /// What is drawn is enough where the prompt asks for a way, and words beside it where it asks for words.
    void aWayThatIsMeantCounts_data() {
        QTest::addColumn<QString>("prompt");
        QTest::addColumn<QString>("without");
        QTest::addColumn<QString>("with");
        const auto row = [](const char* prompt, const char* without, const char* with) {
            QTest::addRow("%s: %s", prompt, with)
                << QString::fromLatin1(prompt) << QString::fromLatin1(without) << QString::fromLatin1(with);
        };
        for (const char* prompt :
             {"cheat-sheet/architecture/way-back", "algorithm-engineer/data/feedback-data",
              "forty-five-minutes/data-flow/loop"}) {
            row(prompt, "client > event stream > feature store > ranking",
                "client > event stream > warehouse > training");
            row(prompt, "client > feedback", "client > feedback > labelling");
            row(prompt, "monitoring > training", "ranking > logging > labelling > training");
            // Three connections that do not touch are no way back.
            row(prompt,
                "client > ranking > logging > monitoring; event stream > batch transform > feature store > "
                "training > ranking",
                "client > ranking > event stream > batch transform > feature store > training > ranking");
        }
        for (const char* prompt :
             {"algorithm-engineer/architecture/two-sides", "forty-five-minutes/data-flow/two-paths"})
            row(prompt, "kafka > spark > feast > training > model > triton > client",
                "kafka > spark > feast > training > model > triton; client > triton");
        row("systems-design-chapter/data-pipeline/sources", "client > kafka > spark",
            "postgres > kafka; csv files > spark; data source > spark");
        row("cheat-sheet/serving/ab-test", "ab test > ranking", "ab test > ranking; ctr >= 0.3");
        row("cheat-sheet/data/ingest-online", "kafka > spark", "kafka > \"4k clicks a second\" spark");
        row("scaling-checklist/training-data/retrain-on-change", "monitoring > ranking",
            "monitoring > training");
    }
    void aWayThatIsMeantCounts() {
        QFETCH(QString, prompt);
        QFETCH(QString, without);
        QFETCH(QString, with);
        test::Workbench less, more;
        test::sketch(less, without);
        test::sketch(more, with);
        QVERIFY(!ticks(prompt, less.design()));
        QVERIFY(ticks(prompt, more.design()));
    }

    /// Which error harms most is said by the costs of both.
    void bothErrorsHaveACost() {
        QVERIFY(ticks(
            u"design-primer/evaluation/harmful-errors"_s,
            showing({u"requirement:false-positive-cost=4"_s, u"requirement:false-negative-cost=90"_s})));
    }
};

QTEST_APPLESS_MAIN(TestPromptEvidence)
#include "test_prompt_evidence.moc"
