#include "app/render/board_index.h"
#include "tests/app/render/board_samples.h"

#include <QRandomGenerator>
#include <QTest>

using namespace groundplan;
using samples::Builder;
using samples::rectOf;

class TestBoardIndex : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void empty() {
        const BoardIndex index{Design()};
        QVERIFY(index.bounds().isEmpty());
        QVERIFY(index.inArea(rectOf(-1000, -1000, 2000, 2000)).isEmpty());
        QVERIFY(index.attached(ElementId(7)).notes.isEmpty());
        QCOMPARE(index, BoardIndex());
    }

    void backToFront() {
        Builder b;
        const auto front = b.block("model", {}, {}, rectOf(0, 0, 100, 60));
        const auto frame = b.frame({}, {}, {}, rectOf(-20, -20, 300, 200));
        const auto other = b.block("model", {}, {}, rectOf(50, 20, 100, 60));
        const auto line = b.connection(front, other, Flow::Request, {{100, 30}, {150, 30}});
        // The first block is brought to the front.
        Element element = *b.design.elements.find(front);
        element.order = 1'000'000;
        b.design.elements.put(element);
        const BoardIndex index(b.design);
        QCOMPARE(index.inArea(rectOf(0, 0, 200, 100)), QList<ElementId>({frame, line, other, front}));
        QCOMPARE(index.inArea(rectOf(200, 120, 5, 5)), QList<ElementId>({frame}));
        QCOMPARE(index.inArea(rectOf(500, 500, 50, 50)), QList<ElementId>());
    }

    void insideIsWhole() {
        const Design design = samples::grid(4);
        const BoardIndex index(design);
        // The first block (140 x 60 at the origin), but not the one at 220, nor the way there.
        const QSet<ElementId> one = index.inside(rectOf(-5, -5, 200, 100));
        QCOMPARE(one.size(), 1);
        QVERIFY(design.blocks.contains(*one.begin()));
        // Both upper blocks and the way between them.
        QCOMPARE(index.inside(rectOf(-5, -5, 400, 80)).size(), 3);
        QVERIFY(index.inside(rectOf(10, 10, 50, 20)).isEmpty());
    }

    void boundsCoverWhatIsPainted() {
        Builder b;
        const auto block = b.block("model", {}, {}, rectOf(0, 0, 100, 60));
        b.connection(block, block, Flow::Request, {{100, 30}, {140, 30}, {140, -30}, {50, -30}, {50, 0}},
                     QStringLiteral("a label that reaches far out of the way it belongs to"));
        const Rect bounds = BoardIndex(b.design).bounds();
        QVERIFY(bounds.contains(rectOf(0, 0, 100, 60).grown(8 * kUnitsPerPoint))); // marks reach out
        QVERIFY(bounds.top() < units(-30));
        QVERIFY(bounds.right() > units(180)); // the label is wider than the way
    }

    void attached() {
        Builder b;
        const auto block = b.block("model", {}, {}, rectOf(0, 0, 100, 60));
        b.note(block, NoteKind::Risk, QStringLiteral("second"));
        b.note(block, NoteKind::Question, QStringLiteral("first"));
        b.note({}, NoteKind::Remark, QStringLiteral("of the board"));
        b.metric(block, MetricKind::Offline, QStringLiteral("AUC"), {}, Goal::AtLeast, {}, {}, true);
        b.metric(block, MetricKind::Offline, QStringLiteral("hidden"), {}, Goal::AtLeast, {}, {}, false);
        const auto decision = b.decision(block, QStringLiteral("?"), {});
        Note first = *b.design.notes.sorted()[1];
        first.order = -5;
        b.design.notes.put(first);
        const BoardIndex index(b.design);
        QCOMPARE(index.attached(block).notes.size(), 2);
        QCOMPARE(index.attached(block).notes[0], first.id);
        QCOMPARE(index.attached(block).decisions, QList<DecisionId>({decision}));
        QCOMPARE(index.attached(block).shownMetrics.size(), 1);
        QCOMPARE(index.attached({}).notes.size(), 1);
    }

    /// A connection whose own row did not change follows the block it starts at.
    void routesFollowTheirSource() {
        Builder b;
        const auto from = b.block("model", {}, {}, rectOf(0, 0, 100, 60));
        const auto to = b.block("model", {}, {}, rectOf(200, 0, 100, 60));
        const auto line = b.connection(from, to, Flow::Request, {{100, 30}, {200, 30}});
        BoardIndex index(b.design);
        ChangeSet changes;
        for (const ElementId id : {from, to}) {
            Block block = *b.design.blocks.find(id);
            block.rect = block.rect.translated({0, units(1000)});
            b.design.blocks.put(block);
            changes.elements.insert(id);
        }
        index.update(b.design, changes);
        QVERIFY(index.inArea(rectOf(140, 1020, 20, 20)).contains(line));
        QVERIFY(!index.inArea(rectOf(140, 20, 20, 20)).contains(line));
        QCOMPARE(index, BoardIndex(b.design));
    }

    void updateEqualsRebuild_data() {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 8; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }
    void updateEqualsRebuild() {
        QFETCH(quint32, seed);
        QRandomGenerator random(seed);
        Builder b;
        b.design = samples::videoRecommendation();
        Design& design = b.design;
        BoardIndex index(design);
        qint64 next = 1'000'000;
        const auto anyOf = [&](const auto& table) {
            const auto rows = table.sorted();
            return rows.isEmpty() ? nullptr : rows[random.bounded(rows.size())];
        };
        for (int step = 0; step < 150; ++step) {
            ChangeSet changes;
            for (int part = random.bounded(1, 5); part > 0; --part)
                change(design, changes, random, next, anyOf);
            index.update(design, changes);
            const BoardIndex fresh(design);
            QVERIFY2(index == fresh, qPrintable(QStringLiteral("seed %1, step %2").arg(seed).arg(step)));
            QCOMPARE(index.bounds(), fresh.bounds());
            const Rect area =
                rectOf(random.bounded(1500), random.bounded(900), random.bounded(600), random.bounded(400));
            QCOMPARE(index.inArea(area), fresh.inArea(area));
            QCOMPARE(index.inside(area), fresh.inside(area));
        }
    }

    void resetRebuilds() {
        BoardIndex index(samples::grid(9));
        const Design other = samples::videoRecommendation();
        ChangeSet changes;
        changes.reset = true;
        index.update(other, changes);
        QCOMPARE(index, BoardIndex(other));
    }

    /// Rows are shared, so an index outlives the design it was built from.
    void outlivesItsDesign() {
        auto design = std::make_unique<Design>(samples::grid(100));
        const BoardIndex index(*design);
        const QList<ElementId> before = index.inArea(rectOf(0, 0, 5000, 5000));
        design.reset();
        QCOMPARE(index.inArea(rectOf(0, 0, 5000, 5000)), before);
        QVERIFY(!index.inside(rectOf(-50, -50, 5000, 5000)).isEmpty());
    }

private:
    template <class AnyOf>
    static void change(Design& design, ChangeSet& changes, QRandomGenerator& random, qint64& next,
                       AnyOf anyOf) {
        switch (random.bounded(9)) {
        case 0: // a block comes
        {
            const ElementId id(next++);
            design.elements.put({id, ElementType::Block, {}, random.bounded(20'000), false, false, {}, 0});
            Block block;
            block.id = id;
            block.kind = QStringLiteral("kind-%1").arg(random.bounded(30));
            block.rect = rectOf(random.bounded(1500), random.bounded(900), 100, 60);
            design.blocks.put(block);
            changes.elements.insert(id);
            changes.added.insert(id);
            break;
        }
        case 1: // a block goes, with its connections
            if (const Block* block = anyOf(design.blocks)) {
                QSet<ElementId> gone = design.connectionsAt({block->id});
                gone.insert(block->id);
                for (const ElementId id : gone) {
                    design.blocks.remove(id);
                    design.connections.remove(id);
                    design.elements.remove(id);
                }
                changes.elements.unite(gone);
                changes.removed.unite(gone);
            }
            break;
        case 2: // a block moves
        case 3:
            if (const Block* block = anyOf(design.blocks)) {
                Block moved = *block;
                moved.rect = moved.rect.translated(
                    {units(random.bounded(400) - 200), units(random.bounded(400) - 200)});
                design.blocks.put(moved);
                changes.elements.insert(moved.id);
            }
            break;
        case 4: // something comes to the front or goes back
            if (const Element* element = anyOf(design.elements)) {
                Element reordered = *element;
                reordered.order = random.bounded(60'000) - 20'000;
                reordered.locked = random.bounded(2) == 1;
                design.elements.put(reordered);
                changes.elements.insert(reordered.id);
                changes.order = true;
            }
            break;
        case 5: // a connection is added
        {
            const Block* from = anyOf(design.blocks);
            const Block* to = anyOf(design.blocks);
            if (!from || !to)
                break;
            Connection connection;
            connection.id = ElementId(next++);
            connection.source = from->id;
            connection.target = to->id;
            connection.label = random.bounded(2) ? QStringLiteral("label") : QString();
            connection.route = {{0, 0}, {units(random.bounded(300)), 0}};
            design.elements.put(
                {connection.id, ElementType::Connection, {}, random.bounded(20'000), false, false, {}, 0});
            design.connections.put(connection);
            changes.elements.insert(connection.id);
            changes.added.insert(connection.id);
            break;
        }
        case 6: // a frame is resized
            if (const Frame* frame = anyOf(design.frames)) {
                Frame resized = *frame;
                resized.rect.w = units(100 + random.bounded(900));
                resized.colour = QStringLiteral("#12%1").arg(random.bounded(1000, 9999));
                design.frames.put(resized);
                changes.elements.insert(resized.id);
            }
            break;
        case 7: // a note comes or goes
            if (const Note* note = random.bounded(2) ? anyOf(design.notes) : nullptr) {
                const ElementId subject = note->subject;
                design.notes.remove(note->id);
                subject ? void(changes.elements.insert(subject)) : void(changes.board = true);
            } else if (const Block* block = anyOf(design.blocks)) {
                const NoteId id(next++);
                design.notes.put({id, block->id, NoteKind::Risk, {}, random.bounded(100)});
                changes.elements.insert(block->id);
            }
            break;
        default: // a metric is shown or hidden
            if (const Metric* metric = anyOf(design.metrics)) {
                Metric other = *metric;
                other.shown = !other.shown;
                design.metrics.put(other);
                other.subject ? void(changes.elements.insert(other.subject)) : void(changes.board = true);
            }
        }
    }
};

QTEST_MAIN(TestBoardIndex)
#include "test_board_index.moc"
