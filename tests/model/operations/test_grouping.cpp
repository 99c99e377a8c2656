#include "tests/model/operations/workbench.h"

using namespace groundplan;
using test::Workbench;

namespace {

Result<void> group(Workbench& bench, const QSet<ElementId>& ids) {
    return bench.run([=](Editor& editor) { return groupElements(editor, ids); });
}
Result<void> ungroup(Workbench& bench, const QSet<ElementId>& ids) {
    return bench.run([=](Editor& editor) { return ungroupElements(editor, ids); });
}
GroupId groupOf(const Workbench& bench, ElementId id) {
    return bench.design().elements.find(id)->group;
}

} // namespace

class TestGrouping : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void groupingAndUngrouping() {
        Workbench bench;
        const ElementId a = bench.block(0, 0);
        const ElementId b = bench.card(300, 0);
        const ElementId c = bench.block(600, 0);
        const ElementId ac = bench.connect(a, c);
        QVERIFY(group(bench, {a, b, ac}));
        QVERIFY(groupOf(bench, a));
        QCOMPARE(groupOf(bench, b), groupOf(bench, a));
        QVERIFY(!groupOf(bench, c));
        QVERIFY(!groupOf(bench, ac)); // a connection follows its ends
        QCOMPARE(withGroups(bench.design(), {a, ac}), (QSet<ElementId>{a, b, ac}));
        QCOMPARE(withGroups(bench.design(), {c}), QSet<ElementId>{c});
        // The same again is no edit; with another it becomes one group.
        const auto entries = bench.document().history().size();
        QVERIFY(group(bench, {a, b}));
        QCOMPARE(bench.document().history().size(), entries);
        QVERIFY(group(bench, {a, b, c}));
        QCOMPARE(withGroups(bench.design(), {b}), (QSet<ElementId>{a, b, c}));
        QVERIFY(ungroup(bench, {b}));
        QVERIFY(!groupOf(bench, a) && !groupOf(bench, b) && !groupOf(bench, c));
        QVERIFY(bench.document().undo());
        QCOMPARE(withGroups(bench.design(), {b}), (QSet<ElementId>{a, b, c}));
    }

    void whatMakesNoGroup() {
        Workbench bench;
        const ElementId frame = bench.frame(0, 0, 400, 400);
        const ElementId in = bench.block(50, 50);
        QVERIFY(!group(bench, {frame}));
        QVERIFY(!group(bench, {frame, in})); // it goes along anyway
        QVERIFY(!ungroup(bench, {frame}));
        QVERIFY(!group(bench, {frame, ElementId(9)}));
    }

    void copiesAreGroupsOfTheirOwn() {
        Workbench bench;
        const ElementId a = bench.block(0, 0);
        const ElementId b = bench.block(300, 0);
        const ElementId alone = bench.block(600, 0);
        QVERIFY(group(bench, {a, b}));
        const auto copyOf = [&](const QSet<ElementId>& ids) {
            const Design part = *fromClipboard(toClipboard(selectionOf(bench.design(), ids)));
            return bench.make<QSet<ElementId>>([&](Editor& editor) {
                return insertDesign(editor, part, {0, units(500)});
            });
        };
        const QSet<ElementId> copies = copyOf({a, b, alone});
        QCOMPARE(copies.size(), 3);
        QSet<GroupId> groups;
        for (const ElementId id : copies)
            groups.insert(groupOf(bench, id));
        QCOMPARE(groups.size(), 2); // that of the two, and none
        QVERIFY(groups.contains(GroupId()));
        QVERIFY(!groups.contains(groupOf(bench, a)));
        // One member alone is no group.
        QVERIFY(!groupOf(bench, *copyOf({a}).begin()));
    }
};

QTEST_GUILESS_MAIN(TestGrouping)
#include "test_grouping.moc"
