#include "model/design/stops.h"
#include "tests/model/operations/workbench.h"

using namespace groundplan;
using test::Workbench;

class TestPresenting : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void stopsAreNumberedAndCloseUp() {
        Workbench bench;
        const ElementId a = bench.block(300, 0);
        const ElementId b = bench.frame(0, 500, 400, 300);
        const ElementId c = bench.block(0, 0);
        const ElementId line = bench.connect(a, c);
        const auto add = [&](const QSet<ElementId>& ids) {
            return bench.run([=](Editor& editor) { return addStops(editor, ids); });
        };
        const auto remove = [&](const QSet<ElementId>& ids) {
            return bench.run([=](Editor& editor) { return removeStops(editor, ids); });
        };
        const auto stop = [&](ElementId id) { return bench.design().elements.at(id).stop; };
        QVERIFY(add({b, line}));
        QCOMPARE(stop(b), 1);
        QCOMPARE(stop(line), 0); // nothing to look at
        QVERIFY(add({a, b, c}));
        QCOMPARE(presentationOf(bench.design()), (QList{b, c, a})); // the new ones as one reads
        QVERIFY(remove({c}));
        QCOMPARE(stop(b), 1);
        QCOMPARE(stop(c), 0);
        QCOMPARE(stop(a), 2);
        QVERIFY(remove({a, b}));
        QCOMPARE(presentationOf(bench.design()), QList{b}); // the frame, since there is no stop
        QVERIFY(!add({ElementId(4)}));
        QVERIFY(bench.document().undo());
        QCOMPARE(presentationOf(bench.design()), (QList{b, a}));
    }

    void aCopyDoesNotCutIn() {
        Workbench bench;
        const ElementId a = bench.block(0, 0);
        QVERIFY(bench.run([=](Editor& editor) { return addStops(editor, {a}); }));
        const Design part = selectionOf(bench.design(), {a});
        QVERIFY(bench.run([&](Editor& editor) -> Result<void> {
            const auto done = insertDesign(editor, part, {0, units(300)});
            return done ? Result<void>() : Result<void>(Failure(done.error()));
        }));
        QCOMPARE(presentationOf(bench.design()), QList{a});
    }
};

QTEST_GUILESS_MAIN(TestPresenting)
#include "test_presenting.moc"
