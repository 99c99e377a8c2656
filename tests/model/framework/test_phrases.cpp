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
    }
    void phrasesAreFoundByTheirStems() {
        QFETCH(QString, phrase);
        QFETCH(QString, text);
        QTEST(KeyPhrase(phrase).isIn(stemSetOf(text)), "found");
    }

    void oneOfSeveral() {
        const QList<KeyPhrase> phrases = phrasesOf({u"popular list"_s, u"cached list"_s});
        QVERIFY(isAnyIn(phrases, stemSetOf(u"the list that we cached"_s)));
        QVERIFY(!isAnyIn(phrases, stemSetOf(u"a list"_s)));
        QVERIFY(!isAnyIn({}, stemSetOf(u"a list"_s)));
        QCOMPARE(phrases.first().text, u"popular list"_s);
    }
};

QTEST_APPLESS_MAIN(TestPhrases)
#include "test_phrases.moc"
