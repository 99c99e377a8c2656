#include "model/sketch/completion.h"
#include "tests/model/operations/workbench.h"
#include "tests/places.h"

#include <QTest>

using namespace groundplan;
using namespace Qt::StringLiterals;

class TestCompletion : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsTheWords_data() {
        QTest::addColumn<QString>("line"); // the cursor is at the bar
        QTest::addColumn<QString>("words");
        const auto row = [](const QString& line, const QString& words) {
            QTest::newRow(qPrintable(line)) << line << words;
        };
        row(u"kaf|"_s, u"kaf"_s);
        row(u"kafka > feature st|"_s, u"feature st"_s);
        row(u"ka|fka > b"_s, u"kafka"_s);
        row(u"a > |"_s, u""_s);
        row(u"a > b, c|"_s, u"c"_s);
        row(u"x { y|"_s, u"y"_s);
        row(u"a > ranker:v|"_s, u"ranker:v"_s);
        row(u"ranker: p9|"_s, u"p9"_s);
        row(u"a-b t|"_s, u"a-b t"_s);
        row(u"a -s> b|"_s, u"b"_s);
        row(u"a \"tit|"_s, u""_s);
        row(u"用户＞网|"_s, u"网"_s);
    }
    void findsTheWords() {
        QFETCH(QString, line);
        const qsizetype cursor = line.indexOf(u'|');
        line.remove(cursor, 1);
        const TextSpan span = wordsAround(line, cursor);
        QTEST(line.mid(span.from, span.to - span.from), "words");
    }

    void writesWhatIsReadBack() {
        const Catalogue catalogue = Catalogue::load({projectPath("templates/catalog")});
        const WordMatcher matcher(catalogue, u"en"_s);
        for (const Kind& kind : catalogue.kinds()) {
            const Meaning meaning{{}, kind.name, {}, {}, 0};
            const QString written = writtenFor(meaning, {}, catalogue, {});
            if (!written.startsWith(u'"'))
                QCOMPARE(matcher.meaningOf(written).kind, kind.name);
        }
        QCOMPARE(writtenFor({{}, u"block"_s, {}, u"a > b"_s, 0}, {}, catalogue, {}), u"\"a > b\""_s);
    }

    /// Each row of the list becomes just what it says, on an empty board and on one that has such blocks.
    void rowsBecomeWhatTheySay_data() {
        QTest::addColumn<QString>("board");
        QTest::addColumn<QString>("typed");
        for (const QString& board : {u""_s, u"redis"_s, u"spark; feature engineering; redis \"Cache 2\""_s,
                                     u"redis; database (Redis); kafka; gateway; kinesis; offline { s3 }"_s}) {
            for (const QString& typed :
                 {u"spark"_s, u"redis"_s, u"kaf"_s, u"kinesis"_s, u"gateway"_s, u"s3"_s, u"offl"_s, u"ca"_s})
                QTest::addRow("%s on %s", qPrintable(typed), qPrintable(board)) << board << typed;
        }
    }
    void rowsBecomeWhatTheySay() {
        QFETCH(QString, board);
        QFETCH(QString, typed);
        const Catalogue catalogue = Catalogue::load({projectPath("templates/catalog")});
        test::Workbench bench;
        if (!board.isEmpty()) {
            bench.make<SketchResult>([&](Editor& editor) {
                return applySketch(editor, *planSketch(editor.design(), catalogue, board, {}));
            });
        }
        const Design& design = bench.design();
        WordMatcher matcher(catalogue, u"en"_s);
        matcher.add(design);
        for (const Meaning& meaning : matcher.meanings(typed, 8, true)) {
            const QString written = writtenFor(meaning, design, catalogue, {});
            const auto plan = planSketch(design, catalogue, written, {});
            QVERIFY2(plan, qPrintable(written));
            if (meaning.existing) {
                QCOMPARE(plan->used, QSet<ElementId>{meaning.existing});
                QVERIFY2(plan->isEmpty(), qPrintable(written));
                continue;
            }
            QVERIFY2(plan->used.isEmpty() && plan->blocks.size() == 1, qPrintable(written));
            QVERIFY2(plan->blocks.first().row.kind == meaning.kind, qPrintable(written));
            QVERIFY2(plan->blocks.first().row.technology == meaning.technology, qPrintable(written));
        }
    }

    void aNewOneBesideOneThatIsThere() {
        const Catalogue catalogue = Catalogue::load({projectPath("templates/catalog")});
        test::Workbench bench;
        const Meaning spark{{}, u"feature-engineering"_s, u"Spark"_s, {}, 0};
        QCOMPARE(writtenFor(spark, bench.design(), catalogue, {}), u"Feature engineering (Spark)"_s);
        bench.make<SketchResult>([&](Editor& editor) {
            return applySketch(editor, *planSketch(editor.design(), catalogue, u"redis"_s, {}));
        });
        const Meaning redis{{}, u"cache"_s, u"Redis"_s, {}, 0};
        QCOMPARE(writtenFor(redis, bench.design(), catalogue, {}), u"Cache \"Cache 2\" (Redis)"_s);
    }
};

QTEST_GUILESS_MAIN(TestCompletion)
#include "test_completion.moc"
