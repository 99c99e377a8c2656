// Three-way merging: what each side changed is in, what both changed differently is listed with both values
// and kept as a mark, and the result is always sound.
#include "model/design/validate.h"
#include "model/document/schema.h"
#include "model/versions/comparison.h"
#include "model/versions/merge.h"
#include "tests/model/graphviz/differences.h"
#include "tests/model/versions/edited_apart.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace groundplan {
namespace {

/// Without what nobody edits: ways, and places and sizes of labels.
Design plain(Design design) {
    for (const Connection* row : design.connections.sorted()) {
        Connection connection = *row;
        connection.route.clear();
        connection.labelSize = {};
        connection.labelAt = 500;
        design.connections.put(connection);
    }
    return design;
}

/// All texts of a design, marks of a merge included.
QString allTexts(const Design& design) {
    QString texts;
    forEachRowType([&]<class Row>() {
        const auto take = [&](const Row& row) {
            for (const Column<Row>& column : columnsOf<Row>()) {
                Cell cell;
                column.get(row, cell);
                if (cell.type == CellType::Text)
                    texts += QString::fromUtf8(cell.bytes) + u'\n';
            }
        };
        if constexpr (std::is_same_v<Row, Board>)
            take(design.board);
        else
            for (const Row& row : tableOf<Row>(design))
                take(row);
    });
    return texts;
}

template <class Row>
void change(Design& design, decltype(Row::id) id, auto edit) {
    Row row = tableOf<Row>(design).at(id);
    edit(row);
    tableOf<Row>(design).put(row);
}
void removeElement(Design& design, qint64 id) {
    const ElementId element(id);
    design.elements.remove(element);
    design.blocks.remove(element);
    design.connections.remove(element);
    design.frames.remove(element);
    for (const Note* note : design.notes.sorted([&](const Note& n) { return n.subject == element; }))
        design.notes.remove(note->id);
    for (const Metric* metric : design.metrics.sorted([&](const Metric& m) { return m.subject == element; }))
        design.metrics.remove(metric->id);
    for (const Property* row :
         design.properties.sorted([&](const Property& p) { return p.subject == element; }))
        design.properties.remove(row->id);
}

} // namespace

class TestMerge : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void oneSideAlone_data() { addSeeds(15); }
    void oneSideAlone() {
        QFETCH(const quint64, seed);
        const EditedApart apart = editedApart(seed, 30, 12);
        const auto same = [](const Result<Merge>& merged, const Design& wanted) {
            QVERIFY2(merged, merged ? "" : qPrintable(merged.error().sentence));
            QVERIFY(merged->conflicts.isEmpty());
            QCOMPARE(differences(merged->design, wanted), QStringList());
        };
        same(merge(apart.base, apart.base, apart.base), apart.base);
        same(merge(apart.base, apart.ours, apart.base), apart.ours);
        same(merge(apart.base, apart.ours, apart.ours), apart.ours);
        const Result<Merge> theirs = merge(apart.base, apart.base, apart.theirs);
        QVERIFY(theirs);
        QVERIFY(theirs->conflicts.isEmpty());
        QCOMPARE(differences(plain(theirs->design), plain(apart.theirs)), QStringList());
    }

    void bothSides_data() { addSeeds(50); }
    void bothSides() {
        QFETCH(const quint64, seed);
        const EditedApart apart = editedApart(seed, 30, 12);
        const Result<Merge> merged = merge(apart.base, apart.ours, apart.theirs);
        QVERIFY2(merged, merged ? "" : qPrintable(merged.error().sentence));
        QCOMPARE(validate(merged->design), QStringList());
        // The same again, ids of the marks included.
        const Result<Merge> again = merge(apart.base, apart.ours, apart.theirs);
        QVERIFY(again);
        QVERIFY(again->design == merged->design);
        QCOMPARE(again->conflicts, merged->conflicts);
        // Every text that somebody wrote is somewhere.
        const QString texts = allTexts(merged->design) + merged->remarks.join(u'\n');
        const QString before = allTexts(apart.base);
        for (const Design& side : {apart.ours, apart.theirs}) {
            const QStringList lines = allTexts(side).split(u'\n', Qt::SkipEmptyParts);
            for (const QString& line : lines) {
                if (!before.contains(line))
                    QVERIFY2(texts.contains(line), qPrintable(line));
            }
        }
        // What only one side added is in.
        for (const Design* side : {&apart.ours, &apart.theirs}) {
            for (const Element& element : side->elements) {
                if (!apart.base.elements.contains(element.id))
                    QVERIFY(merged->design.elements.contains(element.id));
            }
        }
    }

    void differentColumnsOfOneRow() {
        const Design base = sampleDesign();
        Design ours = base;
        Design theirs = base;
        change<Block>(ours, ElementId(3), [](Block& row) { row.title = u"Ranker"_s; });
        change<Block>(ours, ElementId(3), [](Block& row) { row.rect.x += 80; });
        change<Block>(theirs, ElementId(3), [](Block& row) { row.technology = u"XGBoost"_s; });
        const Result<Merge> merged = merge(base, ours, theirs);
        QVERIFY(merged);
        QVERIFY(merged->conflicts.isEmpty());
        const Block& block = merged->design.blocks.at(ElementId(3));
        QCOMPARE(block.title, u"Ranker"_s);
        QCOMPARE(block.technology, u"XGBoost"_s);
        QCOMPARE(block.rect.x, base.blocks.at(ElementId(3)).rect.x + 80);
        // The block was moved on our side alone: our way holds.
        QVERIFY(merged->design.connections.at(ElementId(4)).route == ours.connections.at(ElementId(4)).route);
    }

    void sameColumn_data() {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("ours");
        QTest::addColumn<QString>("theirs");
        QTest::newRow("title") << u"title"_s << u"Ranker"_s << u"Sorter"_s;
        QTest::newRow("place") << u"place"_s << u"at 310, 50, 140 by 60"_s << u"at 300, 60, 140 by 60"_s;
        QTest::newRow("note") << u"risk, text"_s << u"one"_s << u"two"_s;
        QTest::newRow("metric") << u"metric “p99”, target"_s << u"50"_s << u"70"_s;
        QTest::newRow("choice") << u"decision “Which model?”, choice"_s << u"Boosting"_s << QString();
        QTest::newRow("answer") << u"requirement “How many viewers?”, answer"_s << u"1M"_s << u"2M"_s;
        QTest::newRow("task") << u"task"_s << u"Sell"_s << u"Keep"_s;
        QTest::newRow("field") << u"serving.mode"_s << u"batch"_s << u"hybrid"_s;
    }
    void sameColumn() {
        QFETCH(const QString, what);
        QFETCH(const QString, ours);
        QFETCH(const QString, theirs);
        const Design base = sampleDesign();
        const QString row = QString::fromUtf8(QTest::currentDataTag());
        const auto edited = [&](bool us) {
            Design design = base;
            const QString text = us ? ours : theirs;
            if (row == u"title"_s)
                change<Block>(design, ElementId(3), [&](Block& b) { b.title = text; });
            else if (row == u"place"_s)
                change<Block>(design, ElementId(3), [&](Block& b) { (us ? b.rect.x : b.rect.y) += 80; });
            else if (row == u"note"_s)
                change<Note>(design, NoteId(10), [&](Note& n) { n.text = text; });
            else if (row == u"metric"_s)
                change<Metric>(design, MetricId(50), [&](Metric& m) { m.target = text; });
            else if (row == u"choice"_s)
                change<Decision>(design, DecisionId(20),
                                 [&](Decision& d) { d.chosen = us ? OptionId(30) : OptionId(); });
            else if (row == u"answer"_s)
                change<Requirement>(design, RequirementId(60), [&](Requirement& r) { r.answer = text; });
            else if (row == u"task"_s)
                design.board.task = text;
            else
                change<Property>(design, PropertyId(90), [&](Property& p) { p.value = text; });
            return design;
        };
        const Result<Merge> merged = merge(base, edited(true), edited(false));
        QVERIFY2(merged, merged ? "" : qPrintable(merged.error().sentence));
        QCOMPARE(merged->conflicts.size(), 1);
        QCOMPARE(merged->conflicts[0].what, what);
        QCOMPARE(merged->conflicts[0].ours, ours);
        QCOMPARE(merged->conflicts[0].theirs, theirs);
        QCOMPARE(merged->design.notes.size(), base.notes.size() + 1);
        const auto marks =
            merged->design.notes.sorted([&](const Note& n) { return !base.notes.contains(n.id); });
        QCOMPARE(marks.first()->kind, NoteKind::Question);
        QCOMPARE(marks.first()->subject, merged->conflicts[0].element);
        if (!theirs.isEmpty())
            QVERIFY2(marks.first()->text.contains(theirs), qPrintable(marks.first()->text));
        // Ours stands.
        Design without = merged->design;
        without.notes.remove(marks.first()->id);
        QCOMPARE(differences(without, edited(true)), QStringList());
    }

    void removedHereChangedThere_data() {
        QTest::addColumn<bool>("byUs");
        QTest::newRow("we removed it") << true;
        QTest::newRow("they removed it") << false;
    }
    void removedHereChangedThere() {
        QFETCH(const bool, byUs);
        const Design base = sampleDesign();
        Design removed = base;
        removeElement(removed, 2);
        removeElement(removed, 4); // its connection
        QCOMPARE(validate(removed), QStringList());
        Design changed = base;
        change<Block>(changed, ElementId(2), [](Block& row) { row.title = u"Two towers"_s; });
        const Result<Merge> merged = byUs ? merge(base, removed, changed) : merge(base, changed, removed);
        QVERIFY2(merged, merged ? "" : qPrintable(merged.error().sentence));
        QCOMPARE(merged->conflicts.size(), 1);
        QCOMPARE(byUs ? merged->conflicts[0].theirs : merged->conflicts[0].ours, u"title: Two towers"_s);
        QVERIFY((byUs ? merged->conflicts[0].ours : merged->conflicts[0].theirs).isEmpty());
        // With all that went with it.
        Design without = merged->design;
        for (const Note* note :
             merged->design.notes.sorted([&](const Note& n) { return !base.notes.contains(n.id); }))
            without.notes.remove(note->id);
        QCOMPARE(differences(plain(without), plain(changed)), QStringList());
    }

    void removedHereUsedThere() {
        const Design base = sampleDesign();
        Design ours = base;
        removeElement(ours, 2);
        removeElement(ours, 4);
        Design theirs = base;
        theirs.elements.put(sample::element(100));
        theirs.blocks.put(sample::block(100, u"cache"_s, {9000, 9000}));
        theirs.elements.put(sample::element(101, ElementType::Connection));
        Connection connection;
        connection.id = ElementId(101);
        connection.source = ElementId(100);
        connection.target = ElementId(2);
        theirs.connections.put(connection);
        const Result<Merge> merged = merge(base, ours, theirs);
        QVERIFY2(merged, merged ? "" : qPrintable(merged.error().sentence));
        QVERIFY(merged->design.connections.contains(ElementId(101)));
        QVERIFY(merged->design.blocks.contains(ElementId(2)));
        QVERIFY(merged->design.connections.contains(ElementId(4)));
        QVERIFY(merged->design.notes.contains(NoteId(10)));
        QCOMPARE(merged->conflicts.size(), 1);
        QCOMPARE(merged->conflicts[0].what, u"removed, and still used"_s);
        QVERIFY2(merged->conflicts[0].theirs.startsWith(u"with connection “cache → "_s),
                 qPrintable(merged->conflicts[0].theirs));
    }

    /// A metric makes its block larger; that is not what there is to decide on.
    void removedHereMeasuredThere() {
        const Design base = sampleDesign();
        Design ours = base;
        removeElement(ours, 2);
        Design theirs = base;
        change<Block>(theirs, ElementId(2), [](Block& row) { row.rect.h += 2000; });
        Metric metric;
        metric.id = MetricId(500);
        metric.subject = ElementId(2);
        metric.name = u"recall"_s;
        theirs.metrics.put(metric);
        const Result<Merge> merged = merge(base, ours, theirs);
        QVERIFY2(merged, merged ? "" : qPrintable(merged.error().sentence));
        QVERIFY(merged->design.metrics.contains(MetricId(500)));
        QCOMPARE(merged->conflicts.size(), 1);
        QVERIFY2(merged->conflicts[0].theirs.startsWith(u"with metric “recall”; "_s),
                 qPrintable(merged->conflicts[0].theirs));
    }

    /// Nothing that one side removed comes back without a word, whatever the other one did with it.
    void removedAndUsedIsAsked_data() {
        using Edit = std::function<void(Design&)>;
        QTest::addColumn<Edit>("remove");
        QTest::addColumn<Edit>("use");
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("how");
        const Edit removeDecision = [](Design& design) {
            design.decisions.remove(DecisionId(20));
            for (const qint64 id : {30, 31})
                design.options.remove(OptionId(id));
            design.arguments.remove(ArgumentId(40));
            design.criteria.remove(CriterionId(70));
            design.scores.remove(ScoreId(80));
            design.elements.remove(ElementId(5));
            design.cards.remove(ElementId(5));
        };
        const Edit removeOption = [](Design& design) { design.options.remove(OptionId(30)); };
        QTest::addRow("an option was chosen") << removeOption << Edit([](Design& design) {
            change<Decision>(design, DecisionId(20), [](Decision& row) { row.chosen = OptionId(30); });
        }) << u"option “Boosting”, removed and still used"_s
                                              << u"with the choice"_s;
        QTest::addRow("an option got an argument") << removeOption << Edit([](Design& design) {
            design.arguments.put(Argument{ArgumentId(500), OptionId(30), Side::Pro, u"fast"_s, 1});
        }) << u"option “Boosting”, removed and still used"_s
                                                   << u"with pro"_s;
        QTest::addRow("a decision got an option") << removeDecision << Edit([](Design& design) {
            design.options.put(Option{OptionId(500), DecisionId(20), u"Rules"_s, 3});
        }) << u"decision “Which model?”, removed and still used"_s
                                                  << u"with option “Rules”"_s;
        QTest::addRow("a frame got a block")
            << Edit([](Design& design) { removeElement(design, 900); }) << Edit([](Design& design) {
                   design.elements.put(sample::element(901));
                   change<Element>(design, ElementId(901), [](Element& row) { row.parent = ElementId(900); });
                   // Before the others now, which is no reason to keep it.
                   change<Element>(design, ElementId(900), [](Element& row) { row.order = -77; });
                   design.blocks.put(sample::block(901, u"cache"_s, {90'000, 90'000}));
               })
            << u"removed, and still used"_s << u"with “cache” in it"_s;
    }
    void removedAndUsedIsAsked() {
        using Edit = std::function<void(Design&)>;
        QFETCH(Edit, remove);
        QFETCH(Edit, use);
        QFETCH(QString, what);
        QFETCH(QString, how);
        Design base = sampleDesign();
        base.elements.put(sample::element(900, ElementType::Frame));
        Frame frame;
        frame.id = ElementId(900);
        frame.name = frame.title = u"empty"_s;
        frame.rect = {80'000, 80'000, 20'000, 20'000};
        base.frames.put(frame);
        Design without = base;
        remove(without);
        Design with = base;
        use(with);
        for (const bool byUs : {true, false}) {
            const Result<Merge> merged = byUs ? merge(base, without, with) : merge(base, with, without);
            QVERIFY2(merged, merged ? "" : qPrintable(merged.error().sentence));
            QCOMPARE(merged->conflicts.size(), 1);
            const MergeConflict& conflict = merged->conflicts[0];
            QCOMPARE(conflict.what, what);
            QCOMPARE(byUs ? conflict.theirs : conflict.ours, how);
            QCOMPARE(byUs ? conflict.ours : conflict.theirs, QString());
        }
        const Result<Merge> both = merge(base, without, without); // agreed
        QVERIFY(both && both->conflicts.isEmpty());
    }
    /// That something else is before it now is no reason to keep what was removed.
    void removedAndOnlyFurtherBackIsRemoved() {
        const Design base = sampleDesign();
        Design ours = base;
        removeElement(ours, 2);
        removeElement(ours, 4);
        Design theirs = base;
        change<Element>(theirs, ElementId(2), [](Element& row) { row.order = -77; });
        const Result<Merge> merged = merge(base, ours, theirs);
        QVERIFY(merged && merged->conflicts.isEmpty());
        QVERIFY(!merged->design.blocks.contains(ElementId(2)));
    }

    void sameNameTwice() {
        const Design base = sampleDesign();
        Design ours = base;
        ours.elements.put(sample::element(100));
        ours.blocks.put(sample::block(100, u"cache"_s, {9000, 9000}));
        Design theirs = base;
        theirs.elements.put(sample::element(200));
        theirs.blocks.put(sample::block(200, u"cache"_s, {9000, 12000}));
        const Result<Merge> merged = merge(base, ours, theirs);
        QVERIFY(merged);
        QCOMPARE(merged->design.blocks.at(ElementId(100)).name, u"cache"_s);
        QCOMPARE(merged->design.blocks.at(ElementId(200)).name, u"cache_2"_s);
        QCOMPARE(merged->remarks, QStringList{u"“cache” of the other version is called “cache_2” now."_s});
    }

    void framesIntoEachOther() {
        Design base = sampleDesign();
        for (const qint64 id : {300, 301}) {
            base.elements.put(sample::element(id, ElementType::Frame));
            Frame frame;
            frame.id = ElementId(id);
            frame.name = u"frame_%1"_s.arg(id);
            frame.title = frame.name;
            frame.rect = {Coord(id) * 100, 20'000, 4000, 4000};
            base.frames.put(frame);
        }
        Design ours = base;
        change<Element>(ours, ElementId(300), [](Element& row) { row.parent = ElementId(301); });
        Design theirs = base;
        change<Element>(theirs, ElementId(301), [](Element& row) { row.parent = ElementId(300); });
        const Result<Merge> merged = merge(base, ours, theirs);
        QVERIFY2(merged, merged ? "" : qPrintable(merged.error().sentence));
        QCOMPARE(merged->design.elements.at(ElementId(300)).parent, ElementId(301));
        QCOMPARE(merged->design.elements.at(ElementId(301)).parent, ElementId());
        QCOMPARE(merged->conflicts.size(), 1);
    }

    void sameFieldTwice() {
        const Design base = sampleDesign();
        const auto with = [&](qint64 id, const QString& value) {
            Design design = base;
            design.properties.put(Property{PropertyId(id), ElementId(3), u"model.loss"_s, value});
            return design;
        };
        const Result<Merge> same = merge(base, with(500, u"log loss"_s), with(501, u"log loss"_s));
        QVERIFY(same);
        QVERIFY(same->conflicts.isEmpty());
        QCOMPARE(same->design.properties.size(), base.properties.size() + 1);
        const Result<Merge> other = merge(base, with(500, u"log loss"_s), with(501, u"hinge"_s));
        QVERIFY(other);
        QCOMPARE(other->conflicts.size(), 1);
        QCOMPARE(other->conflicts[0].theirs, u"hinge"_s);
        QVERIFY(other->design.properties.contains(PropertyId(500)));
    }

    void waysAreFoundAnew() {
        const Design base = sampleDesign();
        Design ours = base;
        change<Block>(ours, ElementId(2), [](Block& row) { row.rect.y += 80; });
        change<Connection>(ours, ElementId(4), [](Connection& row) { row.route = {{0, 0}, {8, 0}}; });
        Design theirs = base;
        change<Block>(theirs, ElementId(3), [](Block& row) { row.rect.y += 160; });
        change<Connection>(theirs, ElementId(4), [](Connection& row) { row.route = {{0, 8}, {8, 8}}; });
        const Result<Merge> merged = merge(base, ours, theirs);
        QVERIFY(merged);
        QVERIFY(merged->conflicts.isEmpty());
        QVERIFY(merged->design.connections.at(ElementId(4)).route.isEmpty());
    }

    void longTextsOnBothSides() {
        const Design base = sampleDesign();
        const auto with = [&](QChar letter) {
            Design design = base;
            design.board.task = QString(limits::kTextLength, letter);
            return design;
        };
        const Result<Merge> merged = merge(base, with(u'a'), with(u'b'));
        QVERIFY2(merged, merged ? "" : qPrintable(merged.error().sentence));
        QVERIFY(allTexts(merged->design).contains(QString(limits::kTextLength, u'b')));
        QCOMPARE(merged->design.board.task, QString(limits::kTextLength, u'a'));
    }

    void withoutABase() {
        const Design ours = sampleDesign();
        Design theirs = ours;
        theirs.elements.put(sample::element(100));
        theirs.blocks.put(sample::block(100, u"cache"_s, {9000, 9000}));
        const Result<Merge> merged = merge({}, ours, theirs);
        QVERIFY2(merged, merged ? "" : qPrintable(merged.error().sentence));
        QVERIFY(merged->conflicts.isEmpty());
        QCOMPARE(differences(merged->design, theirs), QStringList());
    }
};

} // namespace groundplan

QTEST_GUILESS_MAIN(groundplan::TestMerge)
#include "test_merge.moc"
