#include "model/operations/kept_index.h"
#include "tests/model/operations/workbench.h"

using namespace groundplan;
using test::Workbench;

namespace {

bool isTrue(Workbench& bench) {
    return routingIndexOf(bench.document()) == RoutingIndex(bench.design());
}

} // namespace

/// The index that a document keeps shows the design whatever happened to it.
class TestKeptIndex : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void followsEditsUndoAndRedo() {
        Workbench bench;
        QVERIFY(isTrue(bench));
        const ElementId a = bench.block(0, 0);
        const ElementId b = bench.block(400, 0);
        bench.connect(a, b);
        QVERIFY(isTrue(bench));
        QVERIFY(bench.run([&](Editor& editor) { return moveElements(editor, {a}, {units(0), units(200)}); }));
        bench.block(200, 300); // several edits between two looks
        QVERIFY(isTrue(bench));
        QVERIFY(bench.run([&](Editor& editor) { return deleteElements(editor, {b}); }));
        QVERIFY(isTrue(bench));
        for (int i = 0; i < 4; ++i) {
            QVERIFY(bench.document().undo());
            QVERIFY(isTrue(bench));
        }
        QVERIFY(bench.document().redo());
        QVERIFY(bench.document().redo());
        QVERIFY(isTrue(bench));
    }

    /// An edit looks at it half-way, goes on, and comes to nothing.
    void forgetsWhatWasRolledBack() {
        Workbench bench;
        const ElementId a = bench.block(0, 0);
        const ElementId b = bench.block(400, 0);
        bench.connect(a, b);
        for (const bool madeBefore : {false, true}) {
            if (madeBefore)
                QVERIFY(isTrue(bench));
            const auto refused = bench.run([&](Editor& editor) -> Result<void> {
                if (const auto done = moveElements(editor, {a}, {units(40), units(300)}); !done)
                    return done;
                if (!(routingIndexOf(editor) == RoutingIndex(editor.design())))
                    qFatal("the index is not the editor's");
                if (const auto done = deleteElements(editor, {b}); !done)
                    return done;
                return fail(ErrorCode::Refused, QStringLiteral("No."));
            });
            QVERIFY(!refused);
            QVERIFY(isTrue(bench));
            // One that changes nothing in the end is rolled back, too.
            QVERIFY(bench.run([&](Editor& editor) -> Result<void> {
                if (const auto done = moveElements(editor, {a}, {units(40), units(0)}); !done)
                    return done;
                return moveElements(editor, {a}, {units(-40), units(0)});
            }));
            QVERIFY(isTrue(bench));
        }
    }

    void followsAnotherWriter() {
        Workbench bench;
        const ElementId a = bench.block(0, 0);
        QVERIFY(isTrue(bench));
        {
            auto other = Document::open(bench.document().path(), Document::Use::CommandLine);
            QVERIFY(other);
            QVERIFY((*other)->edit({"move", {}}, [&](Editor& editor) {
                return moveElements(editor, {a}, {units(40), units(40)});
            }));
        }
        QVERIFY(bench.run([&](Editor& editor) { return moveElements(editor, {a}, {units(8), units(8)}); }));
        QVERIFY(bench.rect(a).topLeft() == (Point{units(48), units(48)}));
        QVERIFY(isTrue(bench));
    }
};

QTEST_GUILESS_MAIN(TestKeptIndex)
#include "test_kept_index.moc"
