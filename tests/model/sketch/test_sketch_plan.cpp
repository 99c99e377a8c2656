#include "model/sketch/layered_layout.h"
#include "model/sketch/sketch_plan.h"
#include "tests/model/sketch/sketched.h"

#include <QTest>

using namespace groundplan;
using namespace Qt::StringLiterals;
using test::named;
using test::sketch;
using test::sketchCatalogue;
using test::Workbench;

namespace {

/// A design as a set of sentences: "client -request> gateway". Blocks go by technology, else by kind.
QSet<QString> sentencesOf(const Design& design) {
    const auto called = [&](ElementId id) {
        const Block* block = design.blocks.find(id);
        return !block ? design.captionOf(id) : block->technology.isEmpty() ? block->kind : block->technology;
    };
    QSet<QString> all;
    for (const Connection& c : design.connections)
        all.insert(called(c.source) + u" -"_s + wordOf(c.flow) + u"> "_s + called(c.target));
    return all;
}

} // namespace

class TestSketchPlan : public QObject {
    Q_OBJECT

    static Rect rect(const Workbench& bench, const QString& name) {
        return bench.design().rectOf(named(bench, name)).value_or(Rect{});
    }
    static void nothingOverlaps(const Design& design) {
        QList<Rect> rects;
        for (const Block& block : design.blocks)
            rects.append(block.rect);
        for (qsizetype a = 0; a < rects.size(); ++a) {
            for (qsizetype b = a + 1; b < rects.size(); ++b)
                QVERIFY(!rects[a].intersects(rects[b]));
        }
    }

private Q_SLOTS:
    void bracketsBehindAProductSayMoreAboutIt() {
        const Catalogue catalogue = Catalogue::load({projectPath("templates/catalog")});
        const auto plan =
            planSketch({}, catalogue, u"kafka (3 nodes) > ranker (XGBoost) > spark (spark)"_s, {});
        QVERIFY(plan && plan->blocks.size() == 3);
        const auto check = [&](int i, const QString& title, const QString& technology) {
            QCOMPARE(plan->blocks[i].row.title, title);
            QCOMPARE(plan->blocks[i].row.technology, technology);
        };
        check(0, u"Kafka (3 nodes)"_s, u"Kafka"_s);
        check(1, u"Ranker"_s, u"XGBoost"_s);
        check(2, u"Batch transform"_s, u"Spark"_s);
    }

    void bracketsAreWrittenAsTheCatalogueDoes_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("technology");
        QTest::newRow("a product") << u"gateway (envoy)"_s << u"Envoy"_s;
        QTest::newRow("its alias") << u"cluster (k8s)"_s << u"Kubernetes"_s;
        QTest::newRow("unknown") << u"gateway (ourOwn)"_s << u"ourOwn"_s;
    }
    void bracketsAreWrittenAsTheCatalogueDoes() {
        QFETCH(QString, text);
        const auto plan = planSketch({}, sketchCatalogue(), text, {});
        QTEST(plan->blocks.first().row.technology, "technology");
    }

    /// A product is one block, by whatever name it is typed.
    void aliasesDoubleNothing_data() {
        QTest::addColumn<QString>("first");
        QTest::addColumn<QString>("second");
        const auto row = [](const QString& first, const QString& second) {
            QTest::newRow(qPrintable(first + u", "_s + second)) << first << second;
        };
        row(u"kubernetes"_s, u"k8s"_s);
        row(u"k8s"_s, u"kubernetes"_s);
        row(u"kafka"_s, u"apache kafka"_s);
        row(u"BigQuery"_s, u"bq"_s);
        row(u"weights & biases"_s, u"wandb"_s);
    }
    void aliasesDoubleNothing() {
        QFETCH(QString, first);
        QFETCH(QString, second);
        Workbench bench;
        sketch(bench, first);
        sketch(bench, second + u" > b"_s);
        QCOMPARE(bench.design().blocks.size(), 2);
        QCOMPARE(planSketch({}, sketchCatalogue(), first + u"; "_s + second + u" > b"_s, {})->blocks.size(),
                 2);
    }

    /// Of two with equal names the selected one is meant, else the nearest.
    void ofTwinsTheNearestIsMeant() {
        Workbench bench;
        sketch(bench, u"client; client \"Left\"; spark"_s);
        const auto rename = [&](const QString& name, const QString& title, Point at) {
            bench.make<ElementId>([&](Editor& editor) -> Result<ElementId> {
                Block row = editor.design().blocks.at(named(bench, name));
                row.title = title;
                row.rect.x = at.x;
                row.rect.y = at.y;
                editor.put(row);
                return row.id;
            });
        };
        const QString title = bench.design().blocks.at(named(bench, u"user_client"_s)).title;
        const ElementId left = named(bench, u"left"_s);
        const ElementId right = named(bench, u"user_client"_s);
        const ElementId spark = named(bench, u"batch_transform"_s);
        rename(u"left"_s, title, {0, 0});
        rename(u"user_client"_s, title, {units(4000), 0});
        rename(u"batch_transform"_s, u"Batch transform"_s, {units(2000), 0});
        const auto meant = [&](const QString& text, const SketchContext& context) {
            return planSketch(bench.design(), sketchCatalogue(), text, context)->used;
        };
        SketchContext context;
        context.at = Point{units(100), 0};
        QCOMPARE(meant(u"client > b"_s, context), QSet<ElementId>{left});
        QCOMPARE(meant(u"\"%1\" > b"_s.arg(title), context), QSet<ElementId>{left});
        context.at = Point{units(3900), 0};
        QCOMPARE(meant(u"client > b"_s, context), QSet<ElementId>{right});
        context.selected = {left};
        QCOMPARE(meant(u"client > b"_s, context), QSet<ElementId>{left});
        context.selected = {right};
        context.at = Point{units(100), 0};
        QCOMPARE(meant(u"client > b"_s, context), QSet<ElementId>{right});
        // Beside what the chain began with.
        context.selected = {};
        rename(u"batch_transform"_s, u"Batch transform"_s, {units(3000), 0});
        QCOMPARE(meant(u"spark > client"_s, context), (QSet<ElementId>{spark, right}));
    }

    void branchesHaveTheirOwnLabels() {
        const auto plan = planSketch({}, sketchCatalogue(),
                                     u"feast > \"x\" ranker, \"y\" retrieval, api, \"Quoted\" > z"_s, {});
        QVERIFY2(plan, plan ? "" : qPrintable(plan.error().sentence));
        QStringList all;
        for (const Connection& connection : plan->connections)
            all << connection.label;
        QCOMPARE(all.join(u','), u"x,y,x,x,,,,"_s);
    }

    /// The design of the interview, in the words of its description and in a few letters each.
    void theWholeDesign_data() {
        QTest::addColumn<QString>("text");
        QTest::newRow("in words")
            << u"client > gateway > retrieval > ranking > monitoring > retraining trigger > training > model registry > ranking\n"
               "client > Kafka > Flink > Feast > ranking\n"
               "Kafka > S3 > data validation > Spark > Feast\n"
               "Spark > training\n"
               "vector index > retrieval"_s;
        QTest::newRow("in letters")
            << u"clie>gat>retr>rank>moni>rt>training>mr>rank;clie>kaf>fli>feas>rank;kaf>s3>vali>spark>feas;"
               "spark>training;vi>retri"_s;
        QTest::newRow("on a Russian keyboard")
            << u"client -) gateway -) retrieval -) ranking -) monitoring -) retraining trigger -) training -) model registry -) "
               "ranking; client -) Kafka -) Flink -) Feast -) ranking; Kafka -) S3 -) data validation -) Spark -) Feast; "
               "Spark -) training; retrieval (- vector index"_s;
        QTest::newRow("full-width")
            << u"client＞gateway＞retrieval＞ranking＞monitoring＞retraining trigger＞training＞model "
               "registry＞ranking；client＞Kafka＞Flink＞Feast＞ranking；Kafka＞S3＞data validation＞Spark＞"
               "Feast；Spark＞training；vector index》retrieval"_s;
    }
    void theWholeDesign() {
        QFETCH(QString, text);
        Workbench bench;
        const SketchResult result = sketch(bench, text);
        QCOMPARE(result.added.size(), 15);
        QCOMPARE(result.connections, 18);
        const QSet<QString> expected{u"user-client -request> api-gateway"_s,
                                     u"api-gateway -request> retrieval"_s,
                                     u"retrieval -request> ranking"_s,
                                     u"ranking -telemetry> monitoring"_s,
                                     u"monitoring -feedback> retraining-trigger"_s,
                                     u"retraining-trigger -feedback> training"_s,
                                     u"training -model-artifact> model-registry"_s,
                                     u"model-registry -model-artifact> ranking"_s,
                                     u"user-client -stream> Kafka"_s,
                                     u"Kafka -stream> Flink"_s,
                                     u"Flink -stream> Feast"_s,
                                     u"Feast -request> ranking"_s,
                                     u"Kafka -stream> S3"_s,
                                     u"S3 -batch> data-validation"_s,
                                     u"data-validation -batch> Spark"_s,
                                     u"Spark -batch> Feast"_s,
                                     u"Spark -training-data> training"_s,
                                     u"vector-index -request> retrieval"_s};
        const QSet<QString> made = sentencesOf(bench.design());
        QVERIFY2((made - expected).isEmpty(),
                 qPrintable(QStringList((made - expected).values()).join(u" ; "_s)));
        QVERIFY2((expected - made).isEmpty(),
                 qPrintable(QStringList((expected - made).values()).join(u" ; "_s)));
        nothingOverlaps(bench.design());
        // From left to right, but for what leads back.
        QVERIFY(rect(bench, u"user_client"_s).right() < rect(bench, u"api_gateway"_s).left());
        QVERIFY(rect(bench, u"api_gateway"_s).right() < rect(bench, u"retrieval"_s).left());
        QVERIFY(rect(bench, u"retrieval"_s).right() < rect(bench, u"ranking"_s).left());
    }

    void whatIsThereIsUsed() {
        Workbench bench;
        sketch(bench, u"kafka > spark"_s);
        const Rect kafka = rect(bench, u"event_stream"_s);
        const SketchResult again = sketch(bench, u"kafka > spark > feast"_s);
        QCOMPARE(again.added.size(), 1);
        QCOMPARE(again.connections, 1);
        QCOMPARE(bench.design().blocks.size(), 3);
        QVERIFY(rect(bench, u"event_stream"_s) == kafka);
        QCOMPARE(rect(bench, u"feature_store"_s).left(),
                 rect(bench, u"batch_transform"_s).right() + kLayerGap);
        // Another flow is another connection; the same one gets the label it did not have.
        QCOMPARE(sketch(bench, u"kafka -feedback> spark"_s).connections, 1);
        QCOMPARE(sketch(bench, u"spark > \"hourly\" feast"_s).connections, 0);
        QVERIFY(sentencesOf(bench.design()).contains(u"Kafka -feedback> Spark"_s));
        int labelled = 0;
        for (const Connection& c : bench.design().connections)
            labelled += c.label == u"hourly" && c.labelSize.w > 0;
        QCOMPARE(labelled, 1);
    }

    void titlesMakeNewOnes() {
        Workbench bench;
        sketch(bench, u"kafka \"clicks\" > spark; kafka \"views\" > spark"_s);
        QCOMPARE(bench.design().blocks.size(), 3);
        QCOMPARE(bench.design().blocks.at(named(bench, u"clicks"_s)).technology, u"Kafka"_s);
        QCOMPARE(bench.design().blocks.at(named(bench, u"clicks"_s)).ownTitle, true);
        sketch(bench, u"kafka \"clicks\" > s3"_s);
        QCOMPARE(bench.design().blocks.size(), 4);
    }

    void signsTellTitlesApart() {
        for (const QString& line :
             {u"\"Model 1.0\" > \"Model 10\""_s, u"\"C++ service\" > \"C# service\""_s, u"\"C\" > \"C#\""_s,
              u"\"Svc 11-0\" > \"Svc 1-10\""_s, u"\"p99.9 alert\" > \"p999 alert\""_s}) {
            Workbench bench;
            sketch(bench, line);
            QVERIFY2(bench.design().blocks.size() == 2, qPrintable(line));
        }
        Workbench bench;
        sketch(bench, u"\"Model 1.0\" > kafka"_s);
        sketch(bench, u"\"Model 10\" > kafka"_s);
        QCOMPARE(bench.design().blocks.size(), 3);
    }

    void framesHoldWhatIsWrittenInThem() {
        Workbench bench;
        sketch(bench, u"offline { kafka > spark; cold { s3 } } > ranker"_s);
        const ElementId offline = named(bench, u"offline"_s);
        QVERIFY(offline);
        QCOMPARE(bench.parent(named(bench, u"event_stream"_s)), offline);
        QCOMPARE(bench.parent(named(bench, u"cold"_s)), offline);
        QCOMPARE(bench.parent(named(bench, u"object_storage"_s)), named(bench, u"cold"_s));
        QCOMPARE(bench.parent(named(bench, u"ranker"_s)), ElementId());
        for (const QString& name : {u"event_stream"_s, u"batch_transform"_s, u"cold"_s})
            QVERIFY(rect(bench, u"offline"_s).contains(rect(bench, name)));
        QVERIFY(!rect(bench, u"offline"_s).intersects(rect(bench, u"ranker"_s)));
        // A frame that is there takes more in and grows for it.
        const Rect before = rect(bench, u"offline"_s);
        sketch(bench, u"offline { feast, airflow, dvc }"_s);
        QCOMPARE(bench.parent(named(bench, u"feature_store"_s)), offline);
        QVERIFY(rect(bench, u"offline"_s).contains(before));
        for (const QString& name : {u"feature_store"_s, u"orchestration"_s, u"data_versioning"_s})
            QVERIFY(rect(bench, u"offline"_s).contains(rect(bench, name)));
        nothingOverlaps(bench.design());
    }

    /// A frame between two others grows aside, not over its neighbours.
    void framesGrowToWhereNothingIs() {
        Workbench bench;
        for (const QString& line : {u"clients { app > web > partner > sdk }"_s, u"online { a > b > c > d }"_s,
                                    u"offline { e > f > g > h }"_s, u"online { x; y }"_s, u"online { z }"_s})
            sketch(bench, line);
        const Rect clients = rect(bench, u"clients"_s), online = rect(bench, u"online"_s),
                   offline = rect(bench, u"offline"_s);
        QVERIFY(!online.intersects(clients) && !online.intersects(offline));
        for (const QString& name : {u"x"_s, u"y"_s, u"z"_s})
            QVERIFY2(online.contains(rect(bench, name)), qPrintable(name));
        nothingOverlaps(bench.design());
    }

    /// What has its braces around it goes into that frame, whether it was named before or not.
    void framesTakeWhatTheyName_data() {
        QTest::addColumn<QStringList>("lines");
        QTest::addColumn<QStringList>("inside");
        QTest::addColumn<QStringList>("outside");
        QTest::newRow("of the same text")
            << QStringList{u"client > kafka > spark > feast; offline { kafka; spark }"_s}
            << QStringList{u"event_stream"_s, u"batch_transform"_s}
            << QStringList{u"user_client"_s, u"feature_store"_s};
        QTest::newRow("on the board")
            << QStringList{u"client > kafka > spark > feast"_s, u"offline { kafka; spark }"_s}
            << QStringList{u"event_stream"_s, u"batch_transform"_s}
            << QStringList{u"user_client"_s, u"feature_store"_s};
        QTest::newRow("with others between")
            << QStringList{u"client > kafka > spark > feast"_s, u"offline { client, spark }"_s}
            << QStringList{u"user_client"_s, u"batch_transform"_s}
            << QStringList{u"event_stream"_s, u"feature_store"_s};
        QTest::newRow("with new ones")
            << QStringList{u"client > kafka > spark > feast"_s, u"offline { kafka > spark > s3 }"_s}
            << QStringList{u"event_stream"_s, u"batch_transform"_s, u"object_storage"_s}
            << QStringList{u"user_client"_s, u"feature_store"_s};
        QTest::newRow("into a frame that is there")
            << QStringList{u"offline { kafka > spark } > feast > ranker"_s, u"offline { ranker }"_s}
            << QStringList{u"event_stream"_s, u"batch_transform"_s, u"ranker"_s}
            << QStringList{u"feature_store"_s};
        QTest::newRow("a frame in a frame")
            << QStringList{u"kafka > spark"_s, u"offline { inner { spark } }"_s}
            << QStringList{u"batch_transform"_s, u"inner"_s} << QStringList{u"event_stream"_s};
        QTest::newRow("out of another frame")
            << QStringList{u"online { kafka > spark }"_s, u"offline { spark }"_s}
            << QStringList{u"batch_transform"_s} << QStringList{u"event_stream"_s};
        QTest::newRow("the last braces count")
            << QStringList{u"online { kafka > spark }; offline { spark > feast }"_s}
            << QStringList{u"batch_transform"_s, u"feature_store"_s} << QStringList{u"event_stream"_s};
    }
    void framesTakeWhatTheyName() {
        QFETCH(QStringList, lines);
        QFETCH(QStringList, inside);
        QFETCH(QStringList, outside);
        Workbench bench;
        const QString last = lines.takeLast();
        for (const QString& line : std::as_const(lines))
            sketch(bench, line);
        const Design before = bench.design();
        sketch(bench, last);
        const ElementId offline = named(bench, u"offline"_s);
        QVERIFY(offline);
        for (const QString& name : inside) {
            QVERIFY2(bench.design().isInside(named(bench, name), offline), qPrintable(name));
            QVERIFY2(rect(bench, u"offline"_s).contains(rect(bench, name)), qPrintable(name));
        }
        for (const QString& name : outside) {
            QVERIFY2(!bench.design().isInside(named(bench, name), offline), qPrintable(name));
            if (!bench.parent(offline))
                QVERIFY2(!rect(bench, u"offline"_s).intersects(rect(bench, name)), qPrintable(name));
        }
        nothingOverlaps(bench.design());
        QCOMPARE(test::looseRoutes(bench.design()), QString());
        // Said again it changes nothing.
        const auto again = planSketch(bench.design(), sketchCatalogue(), last, {});
        QVERIFY(again && (lines.isEmpty() || again->isEmpty()));
        if (!lines.isEmpty()) {
            QVERIFY(bench.document().undo());
            QVERIFY(bench.design() == before); // one step
        }
    }
    void framesGoRoundWhatIsThere() {
        Workbench bench;
        sketch(bench, u"client > kafka > spark > feast"_s);
        const Rect kafka = rect(bench, u"event_stream"_s);
        const Rect spark = rect(bench, u"batch_transform"_s);
        const auto plan = planSketch(bench.design(), sketchCatalogue(), u"offline { kafka; spark }"_s, {});
        QVERIFY(plan && plan->moved.isEmpty());
        QCOMPARE(plan->taken.size(), 2);
        sketch(bench, u"offline { kafka; spark }"_s);
        QVERIFY(rect(bench, u"event_stream"_s) == kafka && rect(bench, u"batch_transform"_s) == spark);
        const auto nested = planSketch(bench.design(), sketchCatalogue(), u"x { offline { feast } }"_s, {});
        QVERIFY(!nested);
        QVERIFY2(nested.error().sentence.startsWith(u"Column 5: The frame “Offline” is on the board"_s),
                 qPrintable(nested.error().sentence));
    }

    void selectedOnesBeginAndEnd() {
        Workbench bench;
        sketch(bench, u"kafka"_s);
        SketchContext context;
        context.selected = {named(bench, u"event_stream"_s)};
        sketch(bench, u"> flink > feast"_s, context);
        sketch(bench, u"client >"_s, context);
        QCOMPARE(sentencesOf(bench.design()),
                 (QSet<QString>{u"Kafka -stream> Flink"_s, u"Flink -stream> Feast"_s,
                                u"user-client -stream> Kafka"_s}));
        QVERIFY(rect(bench, u"user_client"_s).right() < rect(bench, u"event_stream"_s).left());
        const auto lost = planSketch(bench.design(), sketchCatalogue(), u"> spark"_s, {});
        QVERIFY(!lost);
        QCOMPARE(lost.error().column, 1);
        QVERIFY(lost.error().sentence.contains(u"Nothing is selected"_s));
    }

    void newOnesStandAtTheCursorAndNeverOnOthers() {
        Workbench bench;
        SketchContext context;
        context.at = Point{units(1000), units(500)};
        sketch(bench, u"kafka"_s, context);
        QVERIFY(rect(bench, u"event_stream"_s).contains(*context.at));
        sketch(bench, u"spark > feast"_s, context);
        nothingOverlaps(bench.design());
        sketch(bench, u"kafka > a, b, c; kafka > d; e > kafka; f > kafka"_s, context);
        nothingOverlaps(bench.design());
    }

    /// What a second line adds, and the next one beside another, keep the distance of rows within a line.
    void rowsOfLaterLinesLieAsFarApart() {
        Workbench bench;
        sketch(bench, u"client > gateway > retrieval > ranking > monitoring"_s);
        sketch(bench, u"client > kafka > flink > feast > ranking"_s);
        const auto apart = [](const Rect& a, const Rect& b) { // one above the other, or far beside it
            return std::max({a.top() - b.bottom(), b.top() - a.bottom(),
                             a.left() - b.right() > 0 || b.left() - a.right() > 0 ? 2 * kRowGap : 0});
        };
        Coord nearest = 2 * kRowGap;
        for (const Block& a : bench.design().blocks) {
            for (const Block& b : bench.design().blocks) {
                if (a.id < b.id)
                    nearest = std::min(nearest, apart(a.rect, b.rect));
            }
        }
        QCOMPARE(nearest, kRowGap);

        Workbench other;
        SketchContext context;
        sketch(other, u"kafka"_s);
        context.selected = {named(other, u"event_stream"_s)};
        context.reuse = false;
        sketch(other, u"> spark"_s, context);
        sketch(other, u"> flink"_s, context);
        const Rect first = rect(other, u"batch_transform"_s);
        const Rect second = rect(other, u"stream_transform"_s);
        QCOMPARE(second.x, first.x);
        QCOMPARE(apart(first, second), kRowGap);
    }

    void newOnesNeverLieOnDrawings() {
        Workbench bench;
        SketchContext context;
        context.at = Point{units(1000), units(500)};
        Shape shape;
        shape.rect = {units(950), units(450), units(120), units(120)};
        Stroke stroke;
        stroke.rect = {units(950), units(600), units(120), units(120)};
        stroke.points = {{0, 0, 128}, {StrokePoint::kFar, StrokePoint::kFar, 128}};
        bench.make<ElementId>([&](Editor& editor) { return addShape(editor, shape); });
        bench.make<ElementId>([&](Editor& editor) { return addStroke(editor, stroke); });
        sketch(bench, u"kafka > spark > feast"_s, context);
        for (const Block& block : bench.design().blocks)
            QVERIFY(!block.rect.intersects(shape.rect) && !block.rect.intersects(stroke.rect));
    }

    void factsAreWritten() {
        Workbench bench;
        SketchContext context;
        sketch(
            bench,
            u"ranker: p99 <= 60 ms, p99 71 ms; auc >= 0.8\nranker: ? who owns it; + fast; - stale; @offline"_s);
        const ElementId ranker = named(bench, u"ranker"_s);
        const Design design = bench.design();
        QCOMPARE(design.metrics.size(), 2);
        for (const Metric& metric : design.metrics) {
            QCOMPARE(metric.subject, ranker);
            QVERIFY(metric.shown);
            if (metric.name == u"p99") {
                QCOMPARE(metric.target, u"60"_s);
                QCOMPARE(metric.current, u"71"_s);
                QCOMPARE(metric.unit, u"ms"_s);
                QCOMPARE(metric.goal, Goal::AtMost);
            }
        }
        QCOMPARE(design.notes.size(), 1);
        QCOMPARE(design.decisions.size(), 1);
        QCOMPARE(design.options.size(), 1);
        QCOMPARE(design.arguments.size(), 2);
        QCOMPARE(design.blocks.at(ranker).path, Path::Offline);
        context.selected = {ranker};
        sketch(bench, u"p99 55 ms"_s, context);
        QCOMPARE(bench.design().metrics.size(), 2);
        sketch(bench, u"?? which model | trees | deep"_s, context);
        QCOMPARE(bench.design().options.size(), 3);
        sketch(bench, u"- slow to train"_s, context);
        QCOMPARE(bench.design().arguments.size(), 3);
    }

    /// Figures of what everybody knows, with nothing selected, are about the whole design.
    void figuresAloneAreOfTheDesign() {
        Workbench bench;
        sketch(bench, u"p99 20 ms; auc >= 0.8"_s);
        QCOMPARE(bench.design().blocks.size(), 0);
        QCOMPARE(bench.design().metrics.size(), 2);
        for (const Metric& metric : bench.design().metrics)
            QVERIFY(!metric.subject);
        sketch(bench, u"p99 25 ms"_s);
        QCOMPARE(bench.design().metrics.size(), 2);
        sketch(bench, u"kafka 2"_s);
        sketch(bench, u"our own thing 20 ms"_s);
        QCOMPARE(bench.design().blocks.size(), 2);
        QCOMPARE(bench.design().metrics.size(), 2);
    }

    void fullWidthLettersAreLetters() {
        Workbench bench;
        sketch(bench, u"ｋａｆｋａ ＞ ｓｐａｒｋ ＞ ｑｗｘｙ"_s);
        QCOMPARE(sentencesOf(bench.design()),
                 (QSet<QString>{u"Kafka -stream> Spark"_s, u"Spark -batch> block"_s}));
        bool kept = false;
        for (const Block& block : bench.design().blocks)
            kept = kept || block.title.endsWith(u"ｗｘｙ"_s);
        QVERIFY(kept);
        QCOMPARE(sketch(bench, u"kafka ＞ ｓｐａｒｋ"_s).added.size(), 0);
    }

    /// A keystroke has ten milliseconds (measured by the benchmark); here only that planning changes nothing
    /// and is the same for the same text.
    void planningIsPure() {
        Workbench bench;
        sketch(bench, u"kafka > spark > feast"_s);
        const Design before = bench.design();
        const auto one =
            planSketch(before, sketchCatalogue(), u"feast > ranker, retrieval; x { y > z } > feast"_s, {});
        const auto two =
            planSketch(before, sketchCatalogue(), u"feast > ranker, retrieval; x { y > z } > feast"_s, {});
        QVERIFY(one && two);
        QVERIFY(bench.design() == before);
        QCOMPARE(one->blocks.size(), two->blocks.size());
        for (qsizetype i = 0; i < one->blocks.size(); ++i)
            QVERIFY(one->blocks[i].row.rect == two->blocks[i].row.rect);
    }

    /// Branches multiply: a short line makes no more connections than there is time for.
    void branchesHaveALimit() {
        const auto group = [](const QString& letter, int count) {
            QStringList names;
            for (int i = 0; i < count; ++i)
                names << letter + QString::number(i);
            return names.join(u',');
        };
        const auto plan = [&](const QString& text) { return planSketch({}, sketchCatalogue(), text, {}); };
        const auto dense = plan(u"x > y; "_s + group(u"q"_s, 100) + u" > "_s + group(u"w"_s, 100));
        QVERIFY(!dense);
        QCOMPARE(dense.error().column, group(u"q"_s, 100).size() + 9);
        QVERIFY2(dense.error().sentence.contains(u"connections between"_s),
                 qPrintable(dense.error().sentence));
        const auto star = plan(u"q > "_s + group(u"w"_s, 1000));
        QVERIFY(!star);
        QVERIFY2(star.error().sentence.startsWith(u"Column 3: "_s) &&
                     star.error().sentence.contains(u"more than 400 connections"_s),
                 qPrintable(star.error().sentence));
        QVERIFY(!plan(group(u"q"_s, 4000) + u" > "_s + group(u"w"_s, 4000)));
        QCOMPARE(plan(group(u"q"_s, 40) + u" > "_s + group(u"w"_s, 40))->connections.size(), 1600);
        QCOMPARE(plan(u"q > "_s + group(u"w"_s, 400))->connections.size(), 400);
        QStringList pairs; // what is sparse has no other limit than its length
        for (int i = 0; i < 6'000; ++i)
            pairs << u"q%1 > w%2"_s.arg(i % 2'000).arg((i * 7) % 1'999);
        QVERIFY(plan(pairs.join(u';')));
    }

    void aLongChainWorks() {
        Workbench bench;
        QStringList names;
        for (int i = 0; i < 3'000; ++i)
            names << u"step %1"_s.arg(i);
        QCOMPARE(sketch(bench, names.join(u" > "_s)).connections, 2'999);
    }
};

QTEST_GUILESS_MAIN(TestSketchPlan)
#include "test_sketch_plan.moc"
