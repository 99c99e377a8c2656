#include "model/sketch/sketch_facts.h"
#include "tests/places.h"

#include <QTest>

using namespace groundplan;
using namespace Qt::StringLiterals;

class TestSketchFacts : public QObject {
    Q_OBJECT

    const Catalogue catalogue_ = Catalogue::load({projectPath("templates/catalog")});

    static QString shown(const SketchFact& fact) {
        switch (fact.sort) {
        case SketchFact::Sort::Note:
            return QString(wordOf(fact.note)) + u' ' + fact.text;
        case SketchFact::Sort::Decision:
            return u"decision "_s + fact.text + u'[' + fact.options.join(u',') + u']';
        case SketchFact::Sort::Option:
            return u"option "_s + fact.text;
        case SketchFact::Sort::Argument:
            return QString(wordOf(fact.side)) + u' ' + fact.text;
        case SketchFact::Sort::Metric:
            return u"%1 %2 %3 %4 %5"_s
                .arg(wordOf(fact.metric.kind), fact.metric.name,
                     fact.isTarget ? QString(wordOf(fact.metric.goal)) : u"is"_s,
                     fact.isTarget ? fact.metric.target : fact.metric.current, fact.metric.unit)
                .trimmed();
        case SketchFact::Sort::Path:
            return wordOf(fact.path);
        case SketchFact::Sort::Ml:
            return fact.ml ? u"ml"_s : u"no ml"_s;
        }
        return {};
    }

private Q_SLOTS:
    void reads_data() {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("expected");
        const auto row = [](const QString& line, const QString& expected) {
            QTest::newRow(qPrintable(line)) << line << expected;
        };
        row(u"p99 20 ms"_s, u"non-functional p99 is 20 ms"_s);
        row(u"qps 4k"_s, u"non-functional QPS is 4k /s"_s);
        row(u"auc >= 0.8"_s, u"offline AUC at-least 0.8"_s);
        row(u"p99<=60ms"_s, u"non-functional p99 at-most 60 ms"_s);
        row(u"auc > 0.8"_s, u"offline AUC at-least 0.8"_s);
        row(u"recall@100 ≥ 0,7"_s, u"offline Recall@100 at-least 0,7"_s);
        row(u"recall@10 >= 0.5; recall@300 >= 0.8; recall@k 0.4; r@20 0.4"_s,
            u"offline Recall@10 at-least 0.5 | offline Recall@300 at-least 0.8 | offline Recall@k is 0.4 | "
            "offline Recall@20 is 0.4"_s);
        row(u"ndcg@10 >= 0.4; ndcg@5 0.3; ndcg 0.3; precision@5 0.2; mrr@10 0.1"_s,
            u"offline nDCG@10 at-least 0.4 | offline nDCG@5 is 0.3 | offline nDCG is 0.3 | offline "
            "Precision@5 is 0.2 | offline MRR@10 is 0.1"_s);
        row(u"ctr 3; ctr 0.3; ctr 0,3; ctr 0.3 %"_s, // a fraction is not made a percentage
            u"online CTR is 3 % | online CTR is 0.3 | online CTR is 0,3 | online CTR is 0.3 %"_s);
        row(u"own@3 = 1"_s, u"non-functional own@3 is 1"_s);
        row(u"our own thing = 3 apples"_s, u"non-functional our own thing is 3 apples"_s);
        row(u"p99 20 ms, qps 4k; auc >= 0.8"_s,
            u"non-functional p99 is 20 ms | non-functional QPS is 4k /s | offline AUC at-least 0.8"_s);
        row(u"? do we need real time"_s, u"question do we need real time"_s);
        row(u"！cold start"_s, u"risk cold start"_s);
        row(u"* clicks are labels; # see the paper"_s,
            u"assumption clicks are labels | remark see the paper"_s);
        row(u"+ fast"_s, u"pro fast"_s);
        row(u"- stale"_s, u"con stale"_s);
        row(u"?? which broker | Kafka | Kinesis"_s, u"decision which broker[Kafka,Kinesis]"_s);
        row(u"| Pulsar; + fast; - \"hard; to run\""_s, u"option Pulsar | pro fast | con hard; to run"_s);
        row(u"@offline; @ml; @no ml"_s, u"offline | ml | no ml"_s);
        row(u"auc )= 0,8; auc -)= 0,8, auc не меньше 0,8"_s,
            u"offline AUC at-least 0,8 | offline AUC at-least 0,8 | offline AUC at-least 0,8"_s);
        row(u"p99 (= 60; p99 (-= 60, p99 не больше 60"_s,
            u"non-functional p99 at-most 60 ms | non-functional p99 at-most 60 ms | non-functional p99 "
            "at-most 60 ms"_s);
        row(u"№ смотри статью; %офлайн; %онлайн; %мл; %без мл"_s,
            u"remark смотри статью | offline | online | ml | no ml"_s);
        row(u"?? какой брокер \\ Кафка \\ Пульсар"_s, u"decision какой брокер[Кафка,Пульсар]"_s);
        row(u"\\ Пульсар"_s, u"option Пульсар"_s);
        row(u"？？ ｗｈｙ ｜ ａ｜ｂ；＃ ｃ；＊ ｄ；＠ｏｎｌｉｎｅ"_s,
            u"decision ｗｈｙ[ａ,ｂ] | remark ｃ | assumption ｄ | online"_s);
        row(u"ｐ９９ ＜＝ ６０ ｍｓ"_s, u"non-functional p99 at-most 60 ms"_s);
    }
    void reads() {
        QFETCH(QString, line);
        QFETCH(QString, expected);
        QVERIFY(looksLikeFacts(line, catalogue_));
        const auto facts = readFacts(line, catalogue_, line, 0);
        QVERIFY2(facts, facts ? "" : qPrintable(facts.error().sentence));
        QStringList all;
        for (const SketchFact& fact : *facts)
            all << shown(fact);
        QCOMPARE(all.join(u" | "_s), expected);
    }

    void chainsAreNoFacts_data() {
        QTest::addColumn<QString>("line");
        for (const QString& line :
             {u"events > kafka"_s, u"> ranker"_s, u"-) b"_s, u"-s> b"_s, u"s3"_s, u"kafka 2"_s, u"a -> b"_s,
              u"stage > 2"_s, u"ranker: auc >= 0.8"_s, u"kafka (v = 3) > spark"_s, u"kafka \"a = 3\" > b"_s,
              u"x { auc >= 0.8 }"_s, u"items 5, users > gateway"_s})
            QTest::newRow(qPrintable(line)) << line;
    }
    void chainsAreNoFacts() {
        QFETCH(QString, line);
        QVERIFY(!looksLikeFacts(line, catalogue_));
    }

    /// A figure with more words behind it is two facts that nobody has divided.
    void factsAreDivided_data() {
        QTest::addColumn<QString>("line");
        QTest::addColumn<int>("column"); // 0: none
        const auto row = [](const QString& line, int column) {
            QTest::newRow(qPrintable(line)) << line << column;
        };
        row(u"p99 20 ms auc >= 0.8"_s, 11);
        row(u"p99  20 ms   auc >= 0.8"_s, 14);
        row(u"auc 0.9 p99 <= 20 ms"_s, 9);
        row(u"auc >= 0.8 %, p99 <= 20 ms recall 3"_s, 28);
        row(u"auc >= 0.8 % for men"_s, 14);
        row(u"qps 4k; rate <= 20 events per second"_s, 0);
        row(u"top 10 accuracy >= 0.8; stage 2 latency <= 5 ms"_s, 0);
    }
    void factsAreDivided() {
        QFETCH(QString, line);
        QFETCH(int, column);
        const auto facts = readFacts(line, catalogue_, line, 0);
        QCOMPARE(!facts, column > 0);
        if (!facts) {
            QCOMPARE(facts.error().column, column);
            QVERIFY(facts.error().sentence.contains(u"separate facts with “;”"_s));
        }
    }

    void says() {
        const QString text = u"ranker: p99 20 ms, nonsense"_s;
        const auto facts = readFacts(u"p99 20 ms, nonsense"_s, catalogue_, text, 8);
        QVERIFY(!facts);
        QCOMPARE(facts.error().column, 20);
        QVERIFY2(facts.error().sentence.contains(u"“nonsense” is no fact"_s),
                 qPrintable(facts.error().sentence));
        QVERIFY(readFacts(u"?"_s, catalogue_, u"?"_s, 0).error().sentence.contains(u"A text is expected"_s));
        QVERIFY(
            readFacts(u"@x"_s, catalogue_, u"@x"_s, 0).error().sentence.contains(u"“@x” is no property"_s));
    }
};

QTEST_GUILESS_MAIN(TestSketchFacts)
#include "test_sketch_facts.moc"
