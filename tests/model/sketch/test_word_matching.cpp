#include "tests/model/sketch/meaning_text.h"
#include "tests/places.h"

#include <QTest>

#include <algorithm>

using namespace groundplan;
using namespace Qt::StringLiterals;

class TestWordMatching : public QObject {
    Q_OBJECT

    const Catalogue catalogue_ = Catalogue::load({projectPath("templates/catalog")});

    static Block block(qint64 id, const QString& kind, const QString& title, const QString& technology = {}) {
        Block row;
        row.id = ElementId(id);
        row.kind = kind;
        row.title = title;
        row.technology = technology;
        return row;
    }

private Q_SLOTS:
    /// No two rows that look alike: a synonym that is a product of its kind is that product.
    void rowsAreNoTwins() {
        const Catalogue catalogue = Catalogue::load({projectPath("templates/catalog")});
        const WordMatcher matcher(catalogue, u"en"_s);
        QStringList words;
        for (const UsualProduct& product : catalogue.products())
            words << product.name << product.aliases;
        for (const QString& word : std::as_const(words)) {
            QSet<QString> seen;
            for (const Meaning& meaning : matcher.meanings(word, 8)) {
                const QString own = meaning.technology.isEmpty() ? meaning.title : meaning.technology;
                const QString row = meaning.kind + u' ' + own.toLower();
                QVERIFY2(!seen.contains(row), qPrintable(word + u": "_s + row));
                seen.insert(row);
            }
        }
    }

    void meansOfTheCatalogue_data() {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("expected");
        const auto row = [](const QString& words, const QString& expected) {
            QTest::newRow(qPrintable(words)) << words << expected;
        };
        row(u"feature store"_s, u"feature-store"_s);
        row(u"FeatureStore"_s, u"feature-store"_s);
        row(u"kafka"_s, u"event-stream(Kafka)"_s);
        row(u"kaf"_s, u"event-stream(Kafka)"_s);
        row(u"kafak"_s, u"event-stream(Kafka)"_s);
        row(u"s3"_s, u"object-storage(S3)"_s);
        row(u"spark"_s, u"batch-transform(Spark)"_s);
        row(u"flink"_s, u"stream-transform(Flink)"_s);
        row(u"feast"_s, u"feature-store(Feast)"_s);
        row(u"client"_s, u"user-client"_s);
        row(u"gateway"_s, u"api-gateway"_s);
        row(u"gat"_s, u"api-gateway"_s);
        row(u"registry"_s, u"model-registry"_s);
        row(u"mod reg"_s, u"model-registry"_s);
        row(u"vi"_s, u"vector-index"_s);
        row(u"retraining trigger"_s, u"retraining-trigger"_s);
        row(u"ranker"_s, u"ranking\"Ranker\""_s);
        row(u"monitoring"_s, u"monitoring"_s);
        row(u"billing service"_s, u"block\"Billing service\""_s);
        row(u"user events topic"_s, u"event-stream\"User events topic\""_s);
        row(u"xyzzy"_s, u"block\"Xyzzy\""_s);
        row(u"feat"_s, u"feature-store"_s);
        row(u"great"_s, u"block\"Great\""_s);
    }
    void meansOfTheCatalogue() {
        QFETCH(QString, words);
        QFETCH(QString, expected);
        QCOMPARE(shown(WordMatcher(catalogue_, u"en"_s).meaningOf(words)), expected);
    }

    void whatIsOnTheBoardComesFirst() {
        WordMatcher matcher(catalogue_, u"en"_s);
        matcher.add(block(1, u"event-stream"_s, u"Event stream"_s, u"Kafka"_s));
        matcher.add(block(2, u"ranking"_s, u"Second stage"_s));
        matcher.add(block(3, u"ranking"_s, u"First scorer"_s));
        QCOMPARE(shown(matcher.meaningOf(u"kafka"_s)), u"#1"_s);
        QCOMPARE(shown(matcher.meaningOf(u"kaf"_s)), u"#1"_s);
        QCOMPARE(shown(matcher.meaningOf(u"event stream"_s)), u"#1"_s);
        QCOMPARE(shown(matcher.meaningOf(u"second stage"_s)), u"#2"_s);
        QCOMPARE(shown(matcher.meaningOf(u"first sc"_s)), u"#3"_s);
        QCOMPARE(matcher.titled(u"SECOND  stage"_s), ElementId(2));
        QCOMPARE(matcher.titled(u"stage"_s), ElementId());
        matcher.add(block(4, u"event-stream"_s, u"Event stream"_s));
        QCOMPARE(shown(matcher.meaningOf(u"event stream"_s)), u"#4"_s); // the last one
        // What is called so comes before what is made with it, whichever was there first.
        matcher.add(block(5, u"event-stream"_s, u"Kafka"_s));
        matcher.add(block(6, u"event-stream"_s, u"Click log"_s, u"Kafka"_s));
        QCOMPARE(shown(matcher.meaningOf(u"kafka"_s)), u"#5"_s);
    }

    /// What is added over another one is known as if it had been added to it, and the other one stays.
    void whatIsAddedOverOneIsKnownAsIfAddedToIt() {
        WordMatcher board(catalogue_, u"en"_s);
        const QList<Block> first{block(1, u"event-stream"_s, u"Event stream"_s, u"Kafka"_s),
                                 block(2, u"ranking"_s, u"Second stage"_s)};
        const QList<Block> second{block(3, u"cache"_s, u"Kafka mirror"_s, u"Redis"_s),
                                  block(4, u"event-stream"_s, u"Event stream"_s),
                                  block(5, u"storage"_s, u"Zebra"_s, u"Kafka"_s)};
        for (const Block& row : first)
            board.add(row);
        QStringList before;
        const QStringList words{u"kafka"_s, u"kaf"_s,  u"event stream"_s, u"stage"_s, u"zeb"_s,
                                u"redis"_s, u"rank"_s, u"mirror"_s,       u"fs"_s,    u"second stage"_s};
        const auto all = [&words](const WordMatcher& matcher) {
            QStringList found;
            for (const QString& one : words) {
                for (const Meaning& meaning : matcher.meanings(one, 8, true))
                    found << one + u": "_s + shown(meaning) + u' ' + QString::number(meaning.rank);
                found << shown(matcher.meaningOf(one)) << matcher.titled(one).toString();
            }
            return found;
        };
        const QStringList ofBoard = all(board);
        WordMatcher together = board;
        WordMatcher over = WordMatcher::over(board);
        for (const Block& row : second) {
            together.add(row);
            over.add(row);
            QCOMPARE(all(over), all(together));
        }
        QVERIFY(all(over) != ofBoard);
        QCOMPARE(all(board), ofBoard);
    }

    /// The quick look at the letters that words begin with leaves nothing out.
    void theQuickNoIsRight() {
        QList<Phrase> phrases;
        for (const Kind& kind : catalogue_.kinds()) {
            for (const QString& text : kind.title.all() + kind.aliases + kind.technologies)
                phrases.append(Phrase(text));
        }
        QVERIFY(phrases.size() > 300);
        const QStringList queries{u"k"_s,       u"kafak"_s, u"afka"_s, u"s3"_s,      u"mod reg"_s,  u"fs"_s,
                                  u"gateway"_s, u"отбор"_s, u"лог"_s,  u"xanking"_s, u"kubernets"_s};
        for (const QString& text : queries) {
            const Phrase query(text);
            for (const Phrase& phrase : std::as_const(phrases)) {
                Phrase slow = phrase;
                slow.begins = ~quint64(0);
                QCOMPARE(fitOf(query, phrase, true), fitOf(query, slow, true));
            }
        }
    }

    void aWordForTheKindMeansTheOneThatIsThere() {
        WordMatcher matcher(catalogue_, u"en"_s);
        QCOMPARE(shown(matcher.meaningOf(u"rank"_s)), u"ranking"_s);
        matcher.add(block(1, u"ranking"_s, u"Ranking"_s));
        QCOMPARE(shown(matcher.meaningOf(u"rank"_s)), u"#1"_s);
    }

    void numbersAreNames() {
        WordMatcher matcher(catalogue_, u"en"_s);
        matcher.add(block(1, u"block"_s, u"Step 12"_s));
        QCOMPARE(shown(matcher.meaningOf(u"step 13"_s)), u"block\"Step 13\""_s);
        QCOMPARE(shown(matcher.meaningOf(u"step 1"_s)), u"block\"Step 1\""_s);
        QCOMPARE(shown(matcher.meaningOf(u"step 12"_s)), u"#1"_s);
    }

    void offersMoreThanItTakes() {
        const WordMatcher matcher(catalogue_, u"en"_s);
        QStringList offered;
        const QList<Meaning> meanings = matcher.meanings(u"feature"_s, 8);
        for (const Meaning& meaning : meanings)
            offered << shown(meaning);
        QVERIFY2(offered.contains(u"feature-store"_s) &&
                     offered.contains(u"feature-engineering\"Feature\""_s),
                 qPrintable(offered.join(u", "_s)));
        QVERIFY(std::is_sorted(meanings.begin(), meanings.end(),
                               [](const Meaning& a, const Meaning& b) { return a.rank < b.rank; }));
    }
};

QTEST_GUILESS_MAIN(TestWordMatching)
#include "test_word_matching.moc"
