#include "model/design/finding.h"
#include "tests/bench/bench_design.h"

#include <QTest>

#include <ctime>
#include <limits>

using namespace groundplan;
using namespace Qt::StringLiterals;

namespace {

ElementId addBlock(Design& design, int id, int x, int y, const QString& title,
                   const QString& technology = {}) {
    Element element;
    element.id = ElementId(id);
    design.elements.put(element);
    Block block;
    block.id = element.id;
    block.title = title;
    block.technology = technology;
    block.name = u"b_%1"_s.arg(id);
    block.rect = {x * kUnitsPerPoint, y * kUnitsPerPoint, 800, 400};
    design.blocks.put(block);
    return element.id;
}

} // namespace

class TestFinding : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everythingThatCanBeReadIsSearched() {
        Design design;
        const ElementId block = addBlock(design, 1, 0, 0, u"Ranker"_s, u"XGBoost"_s);
        const auto in = [&](const QString& text) { return findElements(design, text); };
        const QList<ElementId> hit{block};
        QCOMPARE(in(u"rank"_s), hit);
        QCOMPARE(in(u"  xgB "_s), hit);
        QCOMPARE(in(u"b_1"_s), hit);
        QCOMPARE(in(u"click"_s), QList<ElementId>());
        QCOMPARE(in(u" "_s), QList<ElementId>());
        Block row = *design.blocks.find(block);
        row.description = u"Orders by click rate"_s;
        design.blocks.put(row);
        QCOMPARE(in(u"click"_s), hit);

        Note note;
        note.id = NoteId(1);
        note.subject = block;
        note.text = u"Do we need real time?"_s;
        design.notes.put(note);
        QCOMPARE(in(u"real time"_s), hit);
        Metric metric;
        metric.id = MetricId(1);
        metric.subject = block;
        metric.name = u"p99"_s;
        metric.target = u"20"_s;
        metric.unit = u"ms"_s;
        design.metrics.put(metric);
        QCOMPARE(in(u"P99"_s), hit);
    }

    void whatIsWrittenOnDrawingsIsFound() {
        Design design;
        const auto element = [&](int id, ElementType type) {
            Element row;
            row.id = ElementId(id);
            row.type = type;
            design.elements.put(row);
            return row.id;
        };
        Shape shape;
        shape.id = element(1, ElementType::Shape);
        shape.text = u"Vendor's side"_s;
        design.shapes.put(shape);
        Image image;
        image.id = element(2, ElementType::Image);
        image.description = u"The present system"_s;
        design.images.put(image);
        QCOMPARE(findElements(design, u"vendor"_s), QList{shape.id});
        QCOMPARE(findElements(design, u"present"_s), QList{image.id});
    }

    void decisionsAreFoundWhereTheyHangAndWhereTheyShow() {
        Design design;
        const ElementId block = addBlock(design, 1, 0, 0, u"Ranker"_s);
        Decision decision;
        decision.id = DecisionId(1);
        decision.subject = block;
        decision.question = u"Which model?"_s;
        design.decisions.put(decision);
        Option option;
        option.id = OptionId(1);
        option.decision = decision.id;
        option.title = u"Two towers"_s;
        design.options.put(option);
        Argument argument;
        argument.id = ArgumentId(1);
        argument.option = option.id;
        argument.text = u"stale after a day"_s;
        design.arguments.put(argument);
        for (const QString& text : {u"which"_s, u"towers"_s, u"stale"_s})
            QCOMPARE(findElements(design, text), QList<ElementId>{block});
        decision.subject = {};
        design.decisions.put(decision);
        QCOMPARE(findElements(design, u"stale"_s), QList<ElementId>{ElementId()}); // the board itself
        Element element;
        element.id = ElementId(5);
        element.type = ElementType::Card;
        design.elements.put(element);
        Card card;
        card.id = element.id;
        card.kind = CardKind::Decision;
        card.decision = decision.id;
        design.cards.put(card);
        QCOMPARE(findElements(design, u"stale"_s), QList<ElementId>{card.id});
    }

    void hitsComeAsOneReads() {
        Design design;
        const ElementId low = addBlock(design, 1, 0, 500, u"Cache"_s);
        const ElementId right = addBlock(design, 2, 900, 0, u"Cache"_s);
        const ElementId left = addBlock(design, 3, 100, 0, u"Cache"_s);
        design.board.task = u"Is a cache needed?"_s;
        QCOMPARE(findElements(design, u"cache"_s), (QList{ElementId(), left, right, low}));
    }

    /// A keystroke has 10 ms; a letter that is in every block finds the most. Time of the processor: what
    /// else the machine does is not its fault.
    void tenThousandBlocksTakeAMoment() {
        const Design design = bench::makeDesign(10'000);
        for (const QString& text : {u"l"_s, u"zzz"_s, u"block 99"_s}) {
            double best = std::numeric_limits<double>::max(); // ms
            for (int i = 0; i < 5; ++i) {
                const std::clock_t start = std::clock();
                const QList<ElementId> found = findElements(design, text);
                best = std::min(best, 1e3 * double(std::clock() - start) / CLOCKS_PER_SEC);
                QCOMPARE(found.isEmpty(), text == u"zzz"_s);
            }
            qInfo("“%s” in 10,000 blocks: %.2f ms", qPrintable(text), best);
#ifndef GROUNDPLAN_SANITIZED
            QVERIFY2(best < 10, qPrintable(text));
#endif
        }
    }
};

QTEST_GUILESS_MAIN(TestFinding)
#include "test_finding.moc"
