#include "tests/model/operations/workbench.h"

using namespace groundplan;
using namespace Qt::StringLiterals;
using test::rectInPoints;
using test::Workbench;

class TestAttached : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void notesAndMetrics() {
        Workbench bench;
        const NoteId note = bench.note({});
        const MetricId metric = bench.metric({});
        bench.run([&](Editor& editor) -> Result<void> {
            removeNote(editor, note);
            removeMetric(editor, metric);
            removeNote(editor, NoteId(3)); // gone already
            removeMetric(editor, MetricId(3));
            removeDecision(editor, DecisionId(3));
            removeOption(editor, OptionId(3));
            return {};
        });
        QVERIFY(bench.design().notes.isEmpty());
        QVERIFY(bench.design().metrics.isEmpty());
    }

    void aDecisionGoesWithItsCards() {
        Workbench bench;
        const DecisionId gone = bench.decision({});
        const DecisionId kept = bench.decision({});
        for (const DecisionId id : {gone, kept}) {
            bench.make<ElementId>([&](Editor& editor) {
                return addCard(editor, CardKind::Decision, rectInPoints(0, 0, 100, 100), {}, id);
            });
        }
        bench.run([&](Editor& editor) -> Result<void> {
            removeDecision(editor, gone);
            return {};
        });
        QCOMPARE(bench.design().decisions.size(), 1);
        QVERIFY(bench.design().decisions.contains(kept));
        QCOMPARE(bench.design().options.size(), 2);
        QCOMPARE(bench.design().arguments.size(), 2);
        QCOMPARE(bench.design().cards.size(), 1);
        QCOMPARE(bench.design().elements.size(), 1);
        QCOMPARE(bench.design().cards.begin()->decision, kept);
    }

    void anOptionOpensTheDecisionThatChoseIt() {
        Workbench bench;
        const DecisionId id = bench.decision({});
        const OptionId chosen = bench.design().decisions.find(id)->chosen;
        OptionId other;
        for (const Option& option : bench.design().options) {
            if (option.id != chosen)
                other = option.id;
        }
        bench.run([&](Editor& editor) -> Result<void> {
            removeOption(editor, other);
            return {};
        });
        QCOMPARE(bench.design().decisions.find(id)->chosen, chosen);
        QCOMPARE(bench.design().arguments.size(), 1);
        bench.run([&](Editor& editor) -> Result<void> {
            removeOption(editor, chosen);
            return {};
        });
        QCOMPARE(bench.design().decisions.find(id)->chosen, OptionId{});
        QVERIFY(bench.design().options.isEmpty());
        QVERIFY(bench.design().arguments.isEmpty());
    }

    void ordersLeaveGaps() {
        Workbench bench;
        QCOMPARE(lastOrder(bench.design().notes), kOrderGap);
        Note note;
        note.id = NoteId(1);
        note.order = 5000;
        bench.put(note);
        QCOMPARE(lastOrder(bench.design().notes), 5000 + kOrderGap);
        note.order = std::numeric_limits<qint64>::max();
        bench.put(note);
        QCOMPARE(lastOrder(bench.design().notes), std::numeric_limits<qint64>::max());
    }
};

QTEST_GUILESS_MAIN(TestAttached)
#include "test_attached.moc"
