#include "tests/model/operations/workbench.h"

using namespace groundplan;
using namespace Qt::StringLiterals;
using test::rectInPoints;
using test::Workbench;

namespace {

Result<void> erase(Workbench& bench, const QSet<ElementId>& ids) {
    return bench.run([=](Editor& editor) { return deleteElements(editor, ids); });
}

} // namespace

class TestDeleting : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everythingThatHangsOnItGoes() {
        Workbench bench;
        const ElementId a = bench.block(0, 0);
        const ElementId b = bench.block(300, 0);
        const ElementId c = bench.block(600, 0);
        const ElementId ab = bench.connect(a, b);
        const ElementId bc = bench.connect(b, c);
        bench.note(a);
        const NoteId keptNote = bench.note(bc);
        bench.note(ab);
        bench.metric(a);
        const MetricId keptMetric = bench.metric({});
        const DecisionId decision = bench.decision(a);
        const DecisionId keptDecision = bench.decision(b);
        const auto cardFor = [&](DecisionId shown) {
            return bench.make<ElementId>([&](Editor& editor) {
                return addCard(editor, CardKind::Decision, rectInPoints(0, 400, 100, 100), {}, shown);
            });
        };
        const ElementId card = cardFor(decision);
        const ElementId keptCard = cardFor(keptDecision);
        QCOMPARE(deletableOf(bench.design(), {a}), (QSet<ElementId>{a, ab}));
        QVERIFY(erase(bench, {a}));

        const Design& design = bench.design();
        QVERIFY(!design.elements.contains(a) && !design.blocks.contains(a));
        QVERIFY(!design.elements.contains(ab) && !design.connections.contains(ab));
        QVERIFY(!design.elements.contains(card) && !design.cards.contains(card));
        QVERIFY(design.elements.contains(keptCard));
        QCOMPARE(design.elements.size(), 4);
        QCOMPARE(design.notes.size(), 1);
        QVERIFY(design.notes.contains(keptNote));
        QCOMPARE(design.metrics.size(), 1);
        QVERIFY(design.metrics.contains(keptMetric));
        QCOMPARE(design.decisions.size(), 1);
        QVERIFY(design.decisions.contains(keptDecision));
        QCOMPARE(design.options.size(), 2);
        QCOMPARE(design.arguments.size(), 2);
    }

    void framesGoWithWhatTheyHold() {
        Workbench bench;
        const ElementId outer = bench.frame(0, 0, 800, 600);
        bench.frame(100, 100, 300, 300);
        const ElementId deep = bench.block(150, 150);
        const ElementId out = bench.block(1000, 0);
        bench.connect(deep, out);
        bench.note(deep);
        QVERIFY(erase(bench, {outer}));
        QCOMPARE(bench.design().elements.size(), 1);
        QVERIFY(bench.design().blocks.contains(out));
        QVERIFY(bench.design().notes.isEmpty());
    }

    void connectionsAlone() {
        Workbench bench;
        const ElementId a = bench.block(0, 0);
        const ElementId b = bench.block(300, 0);
        const ElementId id = bench.connect(a, b);
        bench.note(id);
        QVERIFY(erase(bench, {id}));
        QCOMPARE(bench.design().blocks.size(), 2);
        QVERIFY(bench.design().connections.isEmpty());
        QVERIFY(bench.design().notes.isEmpty());
    }

    void lockedOnesStay() {
        Workbench bench;
        const ElementId frame = bench.frame(0, 0, 800, 600);
        const ElementId inner = bench.frame(50, 50, 600, 400);
        const ElementId locked = bench.block(100, 100);
        const ElementId block = bench.block(400, 100);
        bench.lock({locked});
        QVERIFY(erase(bench, {inner, locked}));
        QCOMPARE(bench.parent(locked), frame);
        QVERIFY(!bench.design().elements.contains(block));
        QVERIFY(!bench.design().elements.contains(inner));
        const auto refused = erase(bench, {locked});
        QVERIFY(!refused);
        QCOMPARE(refused.error().sentence,
                 u"Everything selected is locked; unlock what you want to move, resize or delete."_s);
        QVERIFY(erase(bench, {frame}));
        QCOMPARE(bench.parent(locked), ElementId{});
        QCOMPARE(bench.design().elements.size(), 1);
    }

    void goneOnesAreRefused() {
        Workbench bench;
        const ElementId a = bench.block(0, 0);
        QVERIFY(!erase(bench, {a, ElementId(3)}));
        QVERIFY(!erase(bench, {}));
        QCOMPARE(bench.design().blocks.size(), 1);
    }

    void undoBringsAllBack() {
        Workbench bench;
        const ElementId a = bench.block(0, 0);
        bench.connect(a, bench.block(300, 0));
        bench.note(a);
        bench.decision(a);
        const Design before = bench.design();
        QVERIFY(erase(bench, {a}));
        QVERIFY(bench.document().undo());
        QVERIFY(bench.design() == before);
    }
};

QTEST_GUILESS_MAIN(TestDeleting)
#include "test_deleting.moc"
