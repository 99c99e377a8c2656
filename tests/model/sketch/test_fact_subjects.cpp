#include "model/sketch/sketch_plan.h"
#include "tests/model/sketch/sketched.h"

#include <QTest>

using namespace groundplan;
using namespace Qt::StringLiterals;
using test::named;
using test::sketch;
using test::sketchCatalogue;
using test::Workbench;

/// What the facts of a text are about.
class TestFactSubjects : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// Behind ";" a figure of a metric that is known is one more fact, and no block.
    void factsGoOnBehindASemicolon_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("blocks");
        QTest::addColumn<int>("facts");
        const auto row = [](const QString& text, int blocks, int facts) {
            QTest::newRow(qPrintable(text)) << text << blocks << facts;
        };
        row(u"gateway: p99 20 ms; qps 4k"_s, 1, 2);
        row(u"gateway: p99 20 ms; qps 4k; auc >= 0.8; ? do we need real time"_s, 1, 4);
        row(u"gateway: p99 20 ms; qps 4k, auc 0.9; auc > 0.8"_s, 1, 3);
        row(u"gateway: qps 4k; kafka > spark; client"_s, 4, 1);
        row(u"gateway: qps 4k; storage 2 > spark"_s, 3, 1);
        row(u"gateway:p99 20 ms"_s, 1, 1);
        row(u"x { gateway: p99 20 ms; qps 4k } > spark"_s, 2, 2);
        row(u"client > gateway: p99 20 ms; qps 4k; gateway > kafka"_s, 3, 2);
        row(u"client > gateway, kafka: p99 20 ms"_s, 3, 2);
        row(u"ranker:v2 > spark"_s, 2, 0);
    }
    void factsGoOnBehindASemicolon() {
        QFETCH(QString, text);
        Workbench bench;
        sketch(bench, text);
        const Design& design = bench.design();
        QTEST(int(design.blocks.size()), "blocks");
        QTEST(int(design.metrics.size() + design.notes.size()), "facts");
        for (const Metric& metric : design.metrics)
            QVERIFY(metric.subject);
        if (text.startsWith(u"client > gateway:"_s)) {
            for (const Metric& metric : design.metrics)
                QCOMPARE(metric.subject, named(bench, u"api_gateway"_s));
        }
    }

    /// Facts alone are about all that is selected, whatever can have them.
    void factsGoToAllThatIsSelected() {
        Workbench bench;
        sketch(bench, u"kafka > spark; offline { feast }"_s);
        SketchContext context;
        const ElementId connection = bench.design().connections.begin()->id;
        context.selected = {named(bench, u"event_stream"_s), named(bench, u"batch_transform"_s),
                            named(bench, u"offline"_s), connection};
        sketch(bench, u"p99 5 ms; ? why"_s, context);
        QCOMPARE(bench.design().metrics.size(), 4);
        QCOMPARE(bench.design().notes.size(), 4);
        QSet<ElementId> subjects;
        for (const Metric& metric : bench.design().metrics)
            subjects.insert(metric.subject);
        QCOMPARE(subjects, QSet<ElementId>(context.selected.begin(), context.selected.end()));
        QCOMPARE(bench.design().blocks.size(), 3);
        const auto path = planSketch(bench.design(), sketchCatalogue(), u"@offline"_s, context);
        QVERIFY(!path && path.error().sentence.contains(u"are about a block"_s));
        context.selected = {bench.make<ElementId>([](Editor& editor) {
            return addCard(editor, CardKind::Text, {0, units(900), kCardSize.w, kCardSize.h}, u"x"_s);
        })};
        const auto card = planSketch(bench.design(), sketchCatalogue(), u"p99 5 ms"_s, context);
        QVERIFY(!card && card.error().sentence.contains(u"Facts belong to a block"_s));
    }

    /// With nothing selected a note is the board's; what is about a decision wants one.
    void factsAloneAreOfTheBoard() {
        Workbench bench;
        sketch(bench, u"? do we need real time; ! cold start"_s);
        QCOMPARE(bench.design().notes.size(), 2);
        for (const Note& note : bench.design().notes)
            QVERIFY(!note.subject);
        for (const QString& text : {u"+ fast"_s, u"- stale"_s, u"| Pulsar"_s, u"kafka > spark\n+ fast"_s}) {
            const auto lost = planSketch(bench.design(), sketchCatalogue(), text, {});
            QVERIFY2(!lost, qPrintable(text));
            QVERIFY2(lost.error().sentence.contains(u"select a block or a decision first"_s),
                     qPrintable(lost.error().sentence));
        }
        const auto path = planSketch(bench.design(), sketchCatalogue(), u"@online"_s, {});
        QVERIFY(!path && path.error().sentence.contains(u"are about a block"_s));
        sketch(bench, u"?? which broker | Kafka; + fast\nkafka > spark\nqps 4k"_s);
        QCOMPARE(bench.design().arguments.size(), 1);
        QCOMPARE(bench.design().metrics.size(), 1);
        QVERIFY(!bench.design().metrics.begin()->subject);
        QCOMPARE(bench.design().blocks.size(), 2);
        // A card that shows a decision stands for it.
        SketchContext context;
        context.selected = {bench.make<ElementId>([](Editor& editor) {
            return addCard(editor, CardKind::Decision, {0, units(900), kCardSize.w, kCardSize.h}, {},
                           editor.design().decisions.begin()->id);
        })};
        sketch(bench, u"- hard to run; | Pulsar"_s, context);
        QCOMPARE(bench.design().arguments.size(), 2);
        QCOMPARE(bench.design().options.size(), 2);
        QVERIFY(!planSketch(bench.design(), sketchCatalogue(), u"? why"_s, context));
    }

    /// Within braces they are about the frame.
    void factsInAFrameAreTheFrames() {
        Workbench bench;
        sketch(bench, u"offline { kafka > spark; ? how often }"_s);
        QCOMPARE(bench.design().notes.size(), 1);
        QCOMPARE(bench.design().notes.begin()->subject, named(bench, u"offline"_s));
    }

    void aChainBehindAColonSaysTheCure() {
        const auto plan = planSketch({}, sketchCatalogue(), u"offline: kafka > spark"_s, {});
        QVERIFY(!plan);
        QCOMPARE(plan.error().sentence, u"Column 10: Behind a colon facts are expected, not a chain; a frame "
                                        "is written offline { … }."_s);
    }
};

QTEST_GUILESS_MAIN(TestFactSubjects)
#include "test_fact_subjects.moc"
