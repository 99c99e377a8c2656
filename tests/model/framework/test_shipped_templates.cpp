#include "model/framework/templates.h"

#include "tests/model/framework/shipped.h"

#include <QTest>

#include <algorithm>

using namespace groundplan;
using namespace groundplan::shipped;
using namespace Qt::StringLiterals;

namespace {

/// What is shipped, and what was wrong with it.
struct Loaded {
    QStringList problems;
    Templates templates;
};
const Loaded& loaded() {
    static const Loaded all = [] {
        Loaded read;
        read.templates = Templates::load({templatesFolder({})}, catalogue(), &read.problems);
        return read;
    }();
    return all;
}

QStringList namesOf(const auto& entries) {
    QStringList names;
    for (const auto& entry : entries)
        names << entry.name;
    return names;
}

} // namespace

/// What comes with the program is sound, and of the size that is promised.
class TestShippedTemplates : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// Every kind, group, metric, topic and field that a template names exists; each has its source.
    void nothingIsWrong() { QCOMPARE(loaded().problems, QStringList()); }

    /// Nor does anything lack.
    void nothingIsMissing() {
        using Sort = Templates::Sort;
        for (const Framework& framework : loaded().templates.frameworks())
            QCOMPARE(loaded().templates.problemsIn(framework.path, Sort::Framework, catalogue()),
                     QStringList());
        for (const PracticeCase& practice : loaded().templates.cases())
            QCOMPARE(loaded().templates.problemsIn(practice.path, Sort::Case, catalogue()), QStringList());
    }

    void frameworks() {
        QCOMPARE(namesOf(loaded().templates.frameworks()),
                 (QStringList{u"cheat-sheet"_s, u"systems-design-chapter"_s, u"design-primer"_s,
                              u"algorithm-engineer"_s, u"scaling-checklist"_s, u"forty-five-minutes"_s}));
        for (const Framework& framework : loaded().templates.frameworks()) {
            QCOMPARE(framework.minutes(), 45);
            QVERIFY(!framework.source.isEmpty());
            for (const Step& step : framework.steps) {
                QVERIFY2(!step.why.isEmpty(), qPrintable(framework.name + u'/' + step.name));
                QVERIFY2(!step.prompts.isEmpty(), qPrintable(framework.name + u'/' + step.name));
            }
        }
        // Each of these has its part that puts it into production.
        const Framework* cheatSheet = loaded().templates.framework(u"cheat-sheet"_s);
        for (const QString& name : {u"data"_s, u"model"_s, u"serving"_s}) {
            const QList<Prompt>& prompts = cheatSheet->step(name)->prompts;
            QVERIFY(
                std::any_of(prompts.begin(), prompts.end(), [](const Prompt& p) { return p.operations; }));
        }
    }

    void cases() {
        const QList<PracticeCase>& cases = loaded().templates.cases();
        QVERIFY2(cases.size() >= 30, qPrintable(QString::number(cases.size())));
        for (const PracticeCase& practice : cases) {
            const auto is = [&](bool good, const char* what) {
                QVERIFY2(good, qPrintable(practice.name + u": "_s + QString::fromLatin1(what)));
            };
            is(practice.facts.size() >= 8, "facts");
            is(practice.must.size() >= 5, "must");
            is(practice.traps.size() >= 3, "traps");
            is(practice.followUps.size() >= 4, "follow-ups");
            is(!practice.numbers.isEmpty(), "numbers");
            is(!practice.frameworks.isEmpty(), "frameworks");
            for (const MustTouch& point : practice.must)
                is(!point.evidence.isEmpty(), "evidence");
            for (const Fact& fact : practice.facts)
                is(!fact.words.isEmpty(), "words"); // test_asking looks whether they find it
        }
    }

    void referenceDesigns() {
        const QList<PracticeCase>& cases = loaded().templates.cases();
        QVERIFY(std::count_if(cases.begin(), cases.end(), [](const PracticeCase& practice) {
                    return !practice.references.isEmpty();
                }) >= 12);
    }

    /// The scenarios that the founding texts name.
    void scenariosOfTheFoundingTexts() {
        for (const QString& name : {u"product-recommendation"_s, u"video-recommendation"_s,
                                    u"delivery-search"_s, u"auto-suggestion"_s, u"violent-video-detection"_s,
                                    u"feed-engagement"_s, u"churn"_s, u"web-search"_s})
            QVERIFY2(loaded().templates.practiceCase(name), qPrintable(name));
    }

    /// The metrics to pick from say what they are, when they are right and when they mislead.
    void metricLibrary() {
        for (const QString& name :
             {u"AUC"_s,      u"PR-AUC"_s,  u"F1"_s,         u"Log loss"_s,   u"R2"_s,
              u"MSE"_s,      u"MAE"_s,     u"MAPE"_s,       u"IoU"_s,        u"Precision@k"_s,
              u"Recall@k"_s, u"MRR"_s,     u"nDCG"_s,       u"BLEU"_s,       u"Calibration"_s,
              u"Clicks"_s,   u"CTR"_s,     u"Watch time"_s, u"Conversion"_s, u"Retention"_s,
              u"Revenue"_s,  u"Latency"_s, u"QPS"_s,        u"Cost"_s,       u"Training time"_s,
              u"Freshness"_s})
            QVERIFY2(catalogue().metric(name), qPrintable(name));
        // Other words for something else: goods sold are no revenue, a share of payments is none of their
        // sum.
        for (const QString& name : {u"gmv"_s, u"ne"_s, u"chargeback rate"_s})
            QVERIFY2(!catalogue().metric(name), qPrintable(name));
        QCOMPARE(catalogue().metric(u"kappa"_s)->name, u"Cohen's kappa"_s);
        for (const UsualMetric& metric : catalogue().metrics()) {
            QVERIFY2(!metric.formula.isEmpty() && !metric.when.isEmpty() && !metric.misleads.isEmpty() &&
                         !metric.family.isEmpty(),
                     qPrintable(metric.name));
        }
    }
};

QTEST_APPLESS_MAIN(TestShippedTemplates)
#include "test_shipped_templates.moc"
