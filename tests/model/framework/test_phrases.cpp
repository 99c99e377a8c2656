#include "model/framework/phrases.h"

#include <QTest>

using namespace groundplan;
using namespace Qt::StringLiterals;

class TestPhrases : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void phrasesAreFoundByTheirStems_data() {
        QTest::addColumn<QString>("phrase");
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("found");
        const auto row = [](const char* name, const char* phrase, const char* text, bool found) {
            QTest::newRow(name) << QString::fromUtf8(phrase) << QString::fromUtf8(text) << found;
        };
        row("other order", "expected cost", "We decide by the cost we expect", true);
        row("case, punctuation", "A/B test", "a/B-Tests, twice", true);
        row("a word is missing", "expected cost", "the cost", false);
        row("part of a word", "user", "abuser", false);
        row("fillers do not count", "the model is down", "When models went down: popular list", true);
        row("only fillers", "who is it", "it is", false);
        row("British and American", "optimise behaviour", "OPTIMIZATION of user behavior", true);
        row("labels", "labeling", "labelled by hand", true);
        row("noise is no z", "noise", "noises", true);
        row("letters", "gpu", "40 GPUs", true);
        row("own", "user's choice", "users choose or the choice of a user", true);
        row("typographic", "don’t know", "We don't know", true);
        row("figures", "p99 150", "p99 <= 150 ms", true);
        row("Russian", "новый пользователь", "Что видят новые пользователи?", true);
        row("Chinese", "冷启动", "新用户的冷启动问题", true);
        row("Chinese, not there", "冷启动", "新用户", false);
        row("nothing", " - ", "anything", false);
        row("far apart", "without a score", "Score every login and stop stolen ones without annoying owners",
            false);
        row("in two sentences", "popular list", "It is popular. The list is long", false);
        row("in two lines", "popular list", "popular\nlist", false);
        row("a decimal point ends nothing", "lift share", "a lift of 0.1 of the share", true);
        row("a few words between", "roll back model", "roll it back to the last good model", true);
        row("times", "ten times", "At 10x traffic", true);
        row("times apart", "ten times", "10 × the users", true);
        row("times before", "ten times", "growth of x10", true);
        row("times in figures", "ten times", "with 10 times the users", true);
        row("an x of its own", "times", "x", false);
        row("percent", "5 per cent", "5% of the users", true);
        row("percent in a word", "per cent", "five percent", true);
    }
    void phrasesAreFoundByTheirStems() {
        QFETCH(QString, phrase);
        QFETCH(QString, text);
        QTEST(!SpokenText(text).quoteOf(KeyPhrase(phrase)).isEmpty(), "found");
    }

    /// As it is written, from the first word to the last.
    void whatIsSaidIsQuoted() {
        const QList<KeyPhrase> phrases = phrasesOf({u"cached list"_s, u"popular list"_s, u"expected cost"_s});
        const auto quote = [&](const QString& text) { return SpokenText(text).quoteOf(phrases); };
        QCOMPARE(quote(u"Then the list that we cached, at once."_s), u"list that we cached"_s);
        QCOMPARE(quote(u"the Popular  Lists"_s), u"Popular Lists"_s);
        QCOMPARE(quote(u"a cost, much later the expected  (mean) cost"_s), u"expected (mean) cost"_s);
        QCOMPARE(quote(u"a list"_s), QString());
        QCOMPARE(phrases.first().text, u"cached list"_s);
    }
    void allWordsWherever() {
        QVERIFY(KeyPhrase(u"popular list"_s).isIn(stemSetOf(u"popular. Not a list"_s)));
        QVERIFY(!KeyPhrase(u"popular list"_s).isIn(stemSetOf(u"popular"_s)));
    }
};

QTEST_APPLESS_MAIN(TestPhrases)
#include "test_phrases.moc"
