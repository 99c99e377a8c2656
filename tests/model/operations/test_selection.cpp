#include "tests/model/operations/workbench.h"

using namespace groundplan;
using namespace Qt::StringLiterals;
using test::rectInPoints;
using test::Workbench;

namespace {

QSet<ElementId> insert(Workbench& bench, const Design& part, double dx, double dy, ElementId parent = {}) {
    return bench.make<QSet<ElementId>>([&](Editor& editor) {
        return insertDesign(editor, part, {units(dx), units(dy)}, parent);
    });
}

/// Two connected blocks in a frame with a note, a metric and a decision, and something around them.
struct Sample {
    Workbench bench;
    ElementId frame = bench.frame(0, 0, 700, 300, u"Online"_s);
    ElementId a = bench.block(50, 100, u"Ranker"_s);
    ElementId b = bench.block(400, 100, u"Store"_s);
    ElementId outside = bench.block(1000, 100, u"Outside"_s);
    ElementId ab = bench.connect(a, b, u"asks"_s);
    ElementId out = bench.connect(b, outside);
    NoteId note = bench.note(a);
    NoteId lineNote = bench.note(ab);
    NoteId boardNote = bench.note({});
    MetricId metric = bench.metric(b);
    DecisionId decision = bench.decision(a);
};

} // namespace

class TestSelection : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aSelectionBringsWhatBelongsToIt() {
        Sample sample;
        const Design& design = sample.bench.design();
        const Design part = selectionOf(design, {sample.frame});
        QCOMPARE(validate(part), QStringList());
        QCOMPARE(part.elements.size(), 4);
        QVERIFY(part.connections.contains(sample.ab) && !part.connections.contains(sample.out));
        QCOMPARE(part.notes.size(), 2);
        QVERIFY(part.notes.contains(sample.note) && part.notes.contains(sample.lineNote));
        QCOMPARE(part.metrics.size(), 1);
        QCOMPARE(part.decisions.size(), 1);
        QCOMPARE(part.options.size(), 2);
        QCOMPARE(part.arguments.size(), 2);
        QVERIFY(*part.blocks.find(sample.a) == *design.blocks.find(sample.a));
        QVERIFY(part.board == Board());
    }

    void withoutItsFrameABlockStandsAlone() {
        Sample sample;
        const Design part = selectionOf(sample.bench.design(), {sample.a, sample.out});
        QCOMPARE(validate(part), QStringList());
        QCOMPARE(part.elements.size(), 1);
        QCOMPARE(part.elements.find(sample.a)->parent, ElementId{});
        QVERIFY(part.connections.isEmpty());
        QVERIFY(selectionOf(sample.bench.design(), {ElementId(3)}) == Design());
    }

    void aDecisionCardBringsItsDecision() {
        Sample sample;
        const auto card = sample.bench.make<ElementId>([&](Editor& editor) {
            return addCard(editor, CardKind::Decision, rectInPoints(0, 500, 100, 100), {}, sample.decision);
        });
        const Design part = selectionOf(sample.bench.design(), {card});
        QCOMPARE(validate(part), QStringList());
        QCOMPARE(part.decisions.size(), 1);
        QCOMPARE(part.decisions.begin()->subject, ElementId{});
        QCOMPARE(part.options.size(), 2);
    }

    void aCopyHasNewIdsAndNames() {
        Sample sample;
        const Design before = sample.bench.design();
        const Design part = selectionOf(before, {sample.frame});
        const QSet<ElementId> tops = insert(sample.bench, part, 0, 1000);
        const Design& after = sample.bench.design();
        QCOMPARE(tops.size(), 1);
        const ElementId copy = *tops.begin();
        QVERIFY(!before.elements.contains(copy));
        QCOMPARE(sample.bench.name(copy), u"online_2"_s);
        QVERIFY(sample.bench.rect(copy) == rectInPoints(0, 1000, 700, 300));
        QCOMPARE(after.elements.size(), before.elements.size() + 4);
        QSet<QString> names;
        for (const ElementId child : after.childrenOf(copy))
            names.insert(after.nameOf(child));
        QCOMPARE(names, (QSet<QString>{u"ranker_2"_s, u"store_2"_s}));
        // The connection among the copies has the same way; what hung on the originals hangs on the copies
        // too.
        for (const Connection& connection : after.connections) {
            if (before.connections.contains(connection.id))
                continue;
            QVERIFY(connection.route == before.connections.find(sample.ab)->route);
            QCOMPARE(connection.label, u"asks"_s);
            QCOMPARE(after.nameOf(connection.source), u"ranker_2"_s);
        }
        QCOMPARE(after.notes.size(), 5);
        QCOMPARE(after.decisions.size(), 2);
        QCOMPARE(after.options.size(), 4);
        QCOMPARE(after.arguments.size(), 4);
        QCOMPARE(after.metrics.size(), 2);
        for (const Decision& decision : after.decisions) {
            QVERIFY(after.options.contains(decision.chosen));
            QCOMPARE(after.options.find(decision.chosen)->decision, decision.id);
            QCOMPARE(after.options.find(decision.chosen)->title, u"Option 2"_s);
        }
        // The originals are untouched.
        for (const Element& element : before.elements)
            QVERIFY(*after.elements.find(element.id) == element);
        for (const Block& block : before.blocks)
            QVERIFY(*after.blocks.find(block.id) == block);
    }

    void freeNamesAreKept() {
        Sample sample;
        const Design part = selectionOf(sample.bench.design(), {sample.a, sample.b});
        Workbench other;
        insert(other, part, 0, 0);
        QSet<QString> names;
        for (const Block& block : other.design().blocks)
            names.insert(block.name);
        QCOMPARE(names, (QSet<QString>{u"ranker"_s, u"store"_s}));
        insert(other, part, 0, 200);
        insert(other, part, 0, 400);
        names.clear();
        for (const Block& block : other.design().blocks)
            names.insert(block.name);
        QCOMPARE(names, (QSet<QString>{u"ranker"_s, u"ranker_2"_s, u"ranker_3"_s, u"store"_s, u"store_2"_s,
                                       u"store_3"_s}));
    }

    void aCopyOfACopyCountsOn() {
        Workbench bench;
        const ElementId first = bench.block(0, 0, u"Ranker"_s);
        const auto second = *insert(bench, selectionOf(bench.design(), {first}), 0, 100).begin();
        const auto third = *insert(bench, selectionOf(bench.design(), {second}), 0, 100).begin();
        QCOMPARE(bench.name(second), u"ranker_2"_s);
        QCOMPARE(bench.name(third), u"ranker_3"_s);
    }

    void copiesGoIntoTheFrameBelowThem() {
        Sample sample;
        const Design part = selectionOf(sample.bench.design(), {sample.outside});
        QCOMPARE(sample.bench.parent(*insert(sample.bench, part, -800, 80).begin()), sample.frame);
        QCOMPARE(sample.bench.parent(*insert(sample.bench, part, 0, 80).begin()), ElementId{});
        QCOMPARE(sample.bench.parent(*insert(sample.bench, part, 0, 160, sample.frame).begin()),
                 sample.frame);
        const auto refused = sample.bench.run([&](Editor& editor) -> Result<void> {
            if (const auto made = insertDesign(editor, part, {}, sample.a); !made)
                return Failure(made.error());
            return {};
        });
        QVERIFY(!refused);
    }

    void aWholeDesignBringsItsBoard() {
        Sample sample;
        Board board = sample.bench.design().board;
        board.title = u"Video"_s;
        board.task = u"Recommend"_s;
        sample.bench.put(board);
        Requirement requirement;
        requirement.id = RequirementId(5);
        requirement.question = u"How many users?"_s;
        sample.bench.put(requirement);
        Workbench other;
        insert(other, sample.bench.design(), 0, 0);
        QVERIFY(other.design().board == board);
        QCOMPARE(other.design().requirements.size(), 1);
        QCOMPARE(other.design().requirements.begin()->question, u"How many users?"_s);
        QCOMPARE(other.design().notes.size(), 3);
        // A board that has a title keeps it.
        board.title = u"Another"_s;
        sample.bench.put(board);
        insert(other, sample.bench.design(), 0, 2000);
        QCOMPARE(other.design().board.title, u"Video"_s);
    }

    void orderAndLocksAreKept() {
        Workbench bench;
        const ElementId a = bench.block(0, 0, u"A"_s);
        const ElementId b = bench.block(10, 10, u"B"_s);
        bench.run([&](Editor& editor) { return reorderElements(editor, {a}, Depth::Front); });
        bench.lock({b});
        insert(bench, selectionOf(bench.design(), {a, b}), 0, 500);
        QString order;
        for (const Element* element : bench.design().elements.sorted())
            order += bench.design().captionOf(element->id) + (element->locked ? u"!"_s : QString());
        QCOMPARE(order, u"B!AB!A"_s);
    }

    void copiesStayOnTheBoard() {
        Workbench bench;
        const ElementId a = bench.block(0, 0);
        const Design part = selectionOf(bench.design(), {a});
        const auto copy = bench.make<QSet<ElementId>>([&](Editor& editor) {
            return insertDesign(editor, part, {2'000'000'000, 0});
        });
        QCOMPARE(bench.rect(*copy.begin()).right(), kMaxCoord);
    }

    void unroutedOnesAreRoutedAndCoveredOnesGoRound() {
        Sample sample;
        Design part = selectionOf(sample.bench.design(), {sample.a, sample.b});
        Connection row = *part.connections.find(sample.ab);
        row.route.clear();
        part.connections.put(row);
        Workbench other;
        const ElementId left = other.block(-300, 100);
        const ElementId right = other.block(1000, 100);
        const ElementId through = other.connect(left, right);
        insert(other, part, 0, 0);
        QVERIFY(other.design().connections.find(through)->route.size() > 2);
        QCOMPARE(other.design().connections.size(), 2);
    }
};

QTEST_GUILESS_MAIN(TestSelection)
#include "test_selection.moc"
