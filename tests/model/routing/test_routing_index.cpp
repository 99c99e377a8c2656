#include "tests/model/routing/sketch.h"

#include <QTest>

#include <random>

using namespace groundplan;
using test::Sketch;

class TestRoutingIndex : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void connectionsAt() {
        Sketch board;
        const ElementId a = board.block(0, 0);
        const ElementId b = board.block(300, 0);
        const ElementId c = board.block(600, 0);
        const ElementId ab = board.connect(a, b);
        const ElementId bc = board.connect(b, c);
        const ElementId loop = board.connect(c, c);
        const RoutingIndex index(board.design);
        QCOMPARE(index.connectionsAt({a}), QSet<ElementId>{ab});
        QCOMPARE(index.connectionsAt({b}), (QSet<ElementId>{ab, bc}));
        QCOMPARE(index.connectionsAt({c}), (QSet<ElementId>{bc, loop}));
        QCOMPARE(index.connectionsAt({a, c, ElementId(99)}), (QSet<ElementId>{ab, bc, loop}));
        QCOMPARE(index.connectionsAt({ab}), QSet<ElementId>{});
    }

    void connectionsThrough() {
        Sketch board;
        const ElementId a = board.block(0, 0);
        const ElementId b = board.block(600, 0);
        const ElementId connection = board.connect(a, b);
        board.route();
        const ElementId across = board.block(300, 0);
        const ElementId beside = board.block(300, 33); // its upper edge is a point below the line
        const ElementId frame = board.frame(250, -50, 200, 200);
        const ElementId card = board.card(250, 20, 20, 20);
        const ElementId around = board.card(-50, -50, 300, 200); // holds one end
        const RoutingIndex index(board.design);
        QCOMPARE(index.connectionsThrough({across}), QSet<ElementId>{connection});
        QCOMPARE(index.connectionsThrough({card}), QSet<ElementId>{connection});
        QCOMPARE(index.connectionsThrough({frame}), QSet<ElementId>{connection});
        const ElementId half = board.frame(100, -50, 200, 200); // one end is partly in it
        QCOMPARE(RoutingIndex(board.design).connectionsThrough({half}), QSet<ElementId>{});
        QCOMPARE(index.connectionsThrough({beside, a, b, around}), QSet<ElementId>{});
    }

    /// Thousands of random changes: an index that followed them is like one made anew.
    void followsChanges() {
        std::mt19937 random(11);
        const auto below = [&](unsigned n) { return random() % n; };
        Sketch board = test::strewnBlocks(80, 120, 3);
        board.route();
        RoutingIndex index(board.design);
        for (int round = 0; round < 300; ++round) {
            ChangeSet changes;
            const auto blocks = board.design.blocks.sorted();
            const ElementId block = blocks.at(qsizetype(below(unsigned(blocks.size()))))->id;
            const ElementId other = blocks.at(qsizetype(below(unsigned(blocks.size()))))->id;
            switch (below(6)) {
            case 0:
                board.moveBlock(block, double(below(400)) - 200, double(below(400)) - 200);
                changes.elements.insert(block);
                break;
            case 1: {
                const ElementId added = board.block(below(2000), below(2000));
                const ElementId connection = board.connect(added, block);
                changes.added = {added, connection};
                changes.elements = board.route({connection}) + changes.added;
                break;
            }
            case 2: {
                const QSet<ElementId> gone = board.design.connectionsAt({block}) + QSet<ElementId>{block};
                for (const ElementId id : gone) {
                    board.design.connections.remove(id);
                    board.design.blocks.remove(id);
                    board.design.elements.remove(id);
                }
                changes.elements = gone;
                changes.removed = gone;
                break;
            }
            case 3: {
                const auto connections = board.design.connections.sorted();
                Connection row = *connections.at(qsizetype(below(unsigned(connections.size()))));
                row.target = other;
                board.design.connections.put(row);
                changes.elements = board.route({row.id});
                break;
            }
            case 4: {
                const ElementId frame = board.frame(below(2000), below(2000), 300, 200);
                const ElementId card = board.card(below(2000), below(2000), 100, 100);
                changes.elements = {frame, card, board.connect(frame, block)};
                changes.added = changes.elements;
                break;
            }
            case 5:
                changes.reset = true;
                break;
            }
            index.update(board.design, changes);
            QVERIFY2(index == RoutingIndex(board.design), qPrintable(QStringLiteral("round %1").arg(round)));
        }
    }

    /// What is drawn by hand has a place, too, but lines run under it.
    void drawingsDoNotCount() {
        Sketch board = test::strewnBlocks(10, 12, 1);
        RoutingIndex index(board.design);
        Shape shape;
        shape.id = ElementId(900);
        shape.rect = {0, 0, units(400), units(400)};
        board.design.shapes.put(shape);
        ChangeSet changes;
        changes.elements = {shape.id};
        index.update(board.design, changes);
        QVERIFY(index == RoutingIndex(board.design));
        QVERIFY(index.connectionsThrough({shape.id}).isEmpty());
    }

    void unequalWhenSomethingDiffers() {
        Sketch board = test::strewnBlocks(10, 12, 1);
        board.route();
        const RoutingIndex index(board.design);
        Sketch moved = board;
        moved.moveBlock(moved.design.blocks.sorted().first()->id, 8, 0);
        QVERIFY(!(index == RoutingIndex(moved.design)));
        Sketch cut = board;
        cut.design.connections.remove(cut.design.connections.sorted().first()->id);
        QVERIFY(!(index == RoutingIndex(cut.design)));
    }
};

QTEST_APPLESS_MAIN(TestRoutingIndex)
#include "test_routing_index.moc"
