// What two versions of a design do not have alike, in words.
#include "model/document/schema.h"
#include "model/versions/comparison.h"
#include "model/versions/comparison_words.h"
#include "tests/model/graphviz/differences.h"
#include "tests/model/versions/edited_apart.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace groundplan {

class TestComparison : public QObject {
    Q_OBJECT

    template <class Row>
    static void change(Design& design, decltype(Row::id) id, auto edit) {
        Row row = tableOf<Row>(design).at(id);
        edit(row);
        tableOf<Row>(design).put(row);
    }
    static QStringList linesOf(const QList<Difference>& list) {
        QStringList lines;
        static constexpr const char* kKinds[] = {"added", "removed", "changed", "moved"};
        for (const Difference& difference : list) {
            lines << QLatin1StringView(kKinds[int(difference.kind)]) + u' ' + difference.caption;
            for (const Change& change : difference.changes)
                lines << u"- %1: %2 | %3"_s.arg(change.whole(), change.before, change.after);
        }
        return lines;
    }

private Q_SLOTS:
    /// A column without a word ends the program: this asks for all of them.
    void everyColumnHasAWord() {
        int columns = 0;
        forEachRowType([&]<class Row>() {
            for (const Column<Row>& column : columnsOf<Row>().subspan(1)) {
                QVERIFY(!comparisonwords::wordFor(comparisonwords::fieldOf(tableName<Row>(), column.name))
                             .isEmpty());
                ++columns;
            }
        });
        QVERIFY(columns > 100);
    }

    void equalDesigns() {
        const Design design = sampleDesign();
        QVERIFY(compare(design, design).isEmpty());
        Design computed = design;
        change<Connection>(computed, ElementId(4), [](Connection& row) { row.labelSize = {80, 80}; });
        QVERIFY(compare(design, computed).isEmpty());
    }

    void everySort() {
        const Design before = sampleDesign();
        Design after = before;
        after.board.task = u"Sell"_s;
        change<Block>(after, ElementId(3), [](Block& row) {
            row.technology = u"XGBoost"_s;
            row.ml = true;
        });
        change<Element>(after, ElementId(3), [](Element& row) { row.parent = {}; });
        change<Block>(after, ElementId(2), [](Block& row) { row.rect.x += 8; });
        change<Connection>(after, ElementId(4), [](Connection& row) { row.route = {{0, 0}, {8, 0}}; });
        change<Decision>(after, DecisionId(20), [](Decision& row) { row.chosen = OptionId(30); });
        after.arguments.put(Argument{ArgumentId(41), OptionId(30), Side::Pro, u"cheap"_s, 2});
        after.requirements.remove(RequirementId(60));
        after.metrics.remove(MetricId(50));
        after.elements.put(sample::element(100));
        after.blocks.put(sample::block(100, u"cache"_s, {9000, 20'000}));
        after.elements.remove(ElementId(7));
        after.shapes.remove(ElementId(7));
        QCOMPARE(linesOf(compare(before, after)),
                 (QStringList{
                     u"changed the board"_s,
                     u"- task: Recommend the next video | Sell"_s,
                     u"- requirement “How many viewers?”: 100M | "_s,
                     u"moved retrieval"_s,
                     u"changed ranking"_s,
                     u"- frame: online | "_s,
                     u"- technology:  | XGBoost"_s,
                     u"- machine learning: no | yes"_s,
                     u"- metric “p99”: ≤ 60 ms, now 71 ms | "_s,
                     u"- decision “Which model?”, choice: Deep | Boosting"_s,
                     u"- decision “Which model?”, pro of “Boosting”:  | cheap"_s,
                     u"removed cold path?"_s,
                     u"added cache"_s,
                 }));
    }

    void aWayAlone() {
        const Design before = sampleDesign();
        Design after = before;
        change<Connection>(after, ElementId(4), [](Connection& row) { row.route = {{0, 0}, {8, 0}}; });
        QCOMPARE(linesOf(compare(before, after)), (QStringList{u"moved retrieval → ranking"_s}));
    }

    /// Whatever is changed, it is seen; and seen the other way round from the other side.
    void nothingIsMissed_data() {
        QTest::addColumn<quint64>("seed");
        for (quint64 seed = 1; seed <= 40; ++seed)
            QTest::addRow("seed %llu", static_cast<unsigned long long>(seed)) << seed;
    }
    void nothingIsMissed() {
        QFETCH(const quint64, seed);
        const EditedApart apart = editedApart(seed, 25, 8);
        const QList<Difference> there = compare(apart.base, apart.ours);
        const QList<Difference> back = compare(apart.ours, apart.base);
        QVERIFY(!there.isEmpty());
        QCOMPARE(there.size(), back.size());
        QSet<ElementId> seen;
        for (const Difference& difference : there)
            seen.insert(difference.element);
        for (const Difference& difference : back)
            QVERIFY(seen.contains(difference.element));
        for (const Block& block : apart.ours.blocks) {
            const Block* was = apart.base.blocks.find(block.id);
            if (!was || *was != block)
                QVERIFY(seen.contains(block.id));
        }
        for (const Note& note : apart.ours.notes) {
            const Note* was = apart.base.notes.find(note.id);
            if (!was || *was != note)
                QVERIFY(seen.contains(note.subject));
        }
    }

    /// The same design with all its ids changed is found to be the same.
    void alignedById_data() { nothingIsMissed_data(); }
    void alignedById() {
        QFETCH(const quint64, seed);
        const EditedApart apart = editedApart(seed, 25, 6);
        const Design base = seed == 1 ? sampleDesign() : apart.base;
        // What has its ids already keeps them, and nothing is lost.
        const Design kept = alignedWith(apart.ours, apart.base);
        QCOMPARE(kept.elements.size(), apart.ours.elements.size());
        for (const Element& element : apart.ours.elements)
            QVERIFY(!apart.base.elements.contains(element.id) || kept.elements.contains(element.id));
        const Design fresh = withOtherIds(base);
        QVERIFY(base.elements.isEmpty() || compare(base, fresh).size() > 0);
        for (const Difference& difference : compare(base, alignedWith(fresh, base))) {
            // Strokes, empty shapes and stickies like others have nothing by which they could be known.
            const bool nameless = difference.type == ElementType::Stroke ||
                                  difference.type == ElementType::Shape ||
                                  difference.type == ElementType::Card;
            QVERIFY2(nameless, qPrintable(difference.caption));
        }
    }

private:
    /// Every id plus one million, wherever it stands.
    static Design withOtherIds(const Design& design) {
        Design changed;
        changed.board = design.board;
        changed.assets = design.assets;
        forEachRowType([&]<class Row>() {
            if constexpr (!std::is_same_v<Row, Board>) {
                for (const Row& original : tableOf<Row>(design)) {
                    Row row = original;
                    const auto shift = [](auto& id) {
                        if (id)
                            id = std::remove_cvref_t<decltype(id)>((id.value() ^ 0x5a5a5a5a) | 1LL << 61);
                    };
                    shift(row.id);
                    if constexpr (requires { row.parent; })
                        shift(row.parent);
                    if constexpr (requires { row.subject; })
                        shift(row.subject);
                    if constexpr (std::is_same_v<Row, Connection>) {
                        shift(row.source);
                        shift(row.target);
                    }
                    if constexpr (std::is_same_v<Row, Card> || std::is_same_v<Row, Option> ||
                                  std::is_same_v<Row, Criterion>)
                        shift(row.decision);
                    if constexpr (std::is_same_v<Row, Decision>)
                        shift(row.chosen);
                    if constexpr (std::is_same_v<Row, Argument> || std::is_same_v<Row, Score>)
                        shift(row.option);
                    if constexpr (std::is_same_v<Row, Score>)
                        shift(row.criterion);
                    tableOf<Row>(changed).put(row);
                }
            }
        });
        return changed;
    }
};

} // namespace groundplan

QTEST_GUILESS_MAIN(groundplan::TestComparison)
#include "test_comparison.moc"
