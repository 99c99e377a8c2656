#include "model/operations/comparing.h"
#include "tests/model/operations/workbench.h"

using namespace groundplan;
using namespace Qt::StringLiterals;
using test::Workbench;

class TestComparing : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// The workbench's decision: two options, "Latency" with weight 2, scored 1 and 2.
    void rowsAreExact() {
        Workbench bench;
        const DecisionId decision = bench.decision({});
        const CriterionId latency = criteriaOf(bench.design(), decision).first()->id;
        const CriterionId cost(77);
        const auto options = optionsOf(bench.design(), decision);
        const OptionId first = options.at(0)->id;
        const OptionId second = options.at(1)->id;
        QVERIFY(bench.run([&](Editor& editor) { return addCriterion(editor, cost, decision, u"Cost"_s); }));
        QVERIFY(*bench.design().criteria.find(cost) == (Criterion{cost, decision, u"Cost"_s, 1, kOrderGap}));
        QVERIFY(bench.run([&](Editor& editor) { return renameCriterion(editor, cost, u"Price"_s); }));
        QVERIFY(bench.run([&](Editor& editor) { return setWeight(editor, cost, 4); }));
        QVERIFY(*bench.design().criteria.find(cost) == (Criterion{cost, decision, u"Price"_s, 4, kOrderGap}));
        QVERIFY(bench.run([&](Editor& editor) { return setWeight(editor, cost, 11); }));
        QCOMPARE(bench.design().criteria.find(cost)->weight, 10);
        QVERIFY(bench.run([&](Editor& editor) { return setWeight(editor, cost, -1); }));
        QCOMPARE(bench.design().criteria.find(cost)->weight, 0);

        QVERIFY(bench.run([&](Editor& editor) { return setScore(editor, first, cost, 9); }));
        const Score score = *scoreOf(bench.design(), first, cost);
        QVERIFY(score == (Score{score.id, first, cost, 5}));
        QVERIFY(bench.run([&](Editor& editor) { return setScore(editor, first, cost, 3); }));
        QVERIFY(*scoreOf(bench.design(), first, cost) == (Score{score.id, first, cost, 3}));
        QVERIFY(!scoreOf(bench.design(), second, cost));
        QVERIFY(bench.run([&](Editor& editor) { return setScore(editor, first, cost, 0); }));
        QVERIFY(!scoreOf(bench.design(), first, cost));
        QCOMPARE(scoreOf(bench.design(), second, latency)->value, 2);
    }

    void sumsAndTheBest() {
        Workbench bench;
        const DecisionId decision = bench.decision({});
        const auto options = optionsOf(bench.design(), decision);
        const OptionId first = options.at(0)->id;
        const OptionId second = options.at(1)->id;
        const auto sums = [&] {
            QString said;
            for (const Weighed& one : weigh(bench.design(), decision))
                said += u"%1/%2%3 "_s.arg(one.sum).arg(one.open).arg(one.best ? u"*" : u"");
            return said.trimmed();
        };
        QCOMPARE(sums(), u"2/0 4/0*"_s);
        const CriterionId cost(77);
        bench.run([&](Editor& editor) { return addCriterion(editor, cost, decision, u"Cost"_s); });
        QCOMPARE(sums(), u"2/1 4/1"_s);
        bench.run([&](Editor& editor) { return setWeight(editor, cost, 0); });
        QCOMPARE(sums(), u"2/0 4/0*"_s);
        bench.run([&](Editor& editor) { return setWeight(editor, cost, 1); });
        bench.run([&](Editor& editor) { return setScore(editor, first, cost, 5); });
        QCOMPARE(sums(), u"7/0 4/1"_s); // one alone is not the best of several
        bench.run([&](Editor& editor) { return setScore(editor, second, cost, 3); });
        QCOMPARE(sums(), u"7/0 7/0"_s);
        bench.run([&](Editor& editor) { return setScore(editor, second, cost, 2); });
        QCOMPARE(sums(), u"7/0* 6/0"_s);
    }

    void whatIsGoneIsRefused() {
        Workbench bench;
        const DecisionId one = bench.decision({});
        const DecisionId other = bench.decision({});
        const OptionId option = optionsOf(bench.design(), one).first()->id;
        const CriterionId foreign = criteriaOf(bench.design(), other).first()->id;
        const Design before = bench.design();
        QVERIFY(!bench.run([&](Editor& editor) { return setScore(editor, option, foreign, 3); }));
        QVERIFY(!bench.run([&](Editor& editor) { return setScore(editor, option, CriterionId(5), 3); }));
        QVERIFY(!bench.run([&](Editor& editor) { return setWeight(editor, CriterionId(5), 3); }));
        QVERIFY(!bench.run([&](Editor& editor) { return renameCriterion(editor, CriterionId(5), u"x"_s); }));
        QVERIFY(!bench.run(
            [&](Editor& editor) { return addCriterion(editor, CriterionId(5), DecisionId(5), u"x"_s); }));
        QVERIFY(bench.design() == before);
    }
};

QTEST_GUILESS_MAIN(TestComparing)
#include "test_comparing.moc"
