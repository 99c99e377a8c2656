#include "model/framework/asking.h"

#include "tests/model/framework/shipped.h"
#include "tests/places.h"

#include <QFile>
#include <QTest>

using namespace groundplan;
using namespace groundplan::shipped;
using namespace Qt::StringLiterals;

namespace {

Reply ask(const QString& practice, const QString& question) {
    return replyTo(*templates().practiceCase(practice), templates().topics(), question);
}

/// "latency", "=Viewers a day" for a given number, "~hardware" for what is left to the candidate, "?" for
/// what was not understood.
QString wordOfReply(const Reply& reply) {
    switch (reply.kind) {
    case Reply::Kind::Facts:
        return reply.facts.first()->name;
    case Reply::Kind::Number:
        return u'=' + reply.number->title.in(u"en"_s);
    case Reply::Kind::LeftToYou:
        return u'~' + reply.topic->name;
    case Reply::Kind::NotUnderstood:
        return u"?"_s;
    }
    return {};
}

/// A case with three facts and a number, and the topics it knows.
struct Small {
    PracticeCase practice;
    QList<Topic> topics;

    Small() {
        const auto topic = [&](const QString& name, const QString& question, const QStringList& words) {
            Topic one;
            one.name = name;
            one.question = LocalText({{u"en"_s, question}});
            one.words = words;
            topics.append(one);
        };
        topic(u"latency"_s, u"How quickly must an answer be there?"_s, {u"latency"_s, u"response time"_s});
        topic(u"users-count"_s, u"How many people use it?"_s, {u"how many users"_s});
        topic(u"hardware"_s, u"Which hardware is there?"_s, {u"hardware"_s, u"gpu"_s});
        topic(u"cost-limit"_s, u"What may it cost to run?"_s, {u"running costs"_s});
        Fact latency;
        latency.name = latency.topic = u"latency"_s;
        latency.words = QStringList{u"time budget of a page"_s, u"latency"_s, u"response time"_s};
        Fact cold;
        cold.name = u"fact-2"_s;
        cold.question = LocalText({{u"en"_s, u"What do we know of newcomers?"_s}});
        cold.words = QStringList{u"cold start"_s};
        practice.facts = {latency, cold};
        practice.numbers = {{LocalText({{u"en"_s, u"Viewers a day"_s}}), u"100M"_s, u"users-count"_s}};
    }
    Reply ask(const QString& question) const { return replyTo(practice, topics, question); }
};

} // namespace

/// What the interviewer says to questions in a candidate's own words.
class TestAsking : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void wordsInAnyFormAndOrder() {
        const Small small;
        for (const QString& question :
             {u"What is the LATENCY?"_s, u"is there a time for the response"_s,
              u"time, and for pages: what budget is there?"_s, u"How quickly must an answer be there"_s})
            QCOMPARE(wordOfReply(small.ask(question)), u"latency"_s);
        QCOMPARE(wordOfReply(small.ask(u"What about starting cold?"_s)), u"fact-2"_s);
        QCOMPARE(wordOfReply(small.ask(u"What do we know of a newcomer?"_s)), u"fact-2"_s);
    }
    void whatWasGivenIsSaidAgain() {
        const Small small;
        for (const QString& question : {u"How many users are there"_s, u"viewers in a day?"_s}) {
            const Reply reply = small.ask(question);
            QCOMPARE(wordOfReply(reply), u"=Viewers a day"_s);
            QCOMPARE(reply.topic->name, u"users-count"_s);
            QCOMPARE(reply.number->value, u"100M"_s);
        }
    }
    void whatTheCaseDoesNotSayIsLeftOpen() {
        const Small small;
        QCOMPARE(wordOfReply(small.ask(u"How many GPUs do we have?"_s)), u"~hardware"_s);
        QVERIFY(small.ask(u"How many GPUs do we have?"_s).nearest.isEmpty());
    }
    void whatIsNotUnderstoodOffersTheNearest() {
        const Small small;
        for (const QString& question : {u""_s, u"Blah?"_s, u"who is it"_s}) {
            const Reply reply = small.ask(question);
            QCOMPARE(wordOfReply(reply), u"?"_s);
            QVERIFY(reply.nearest.isEmpty());
        }
        const Reply reply = small.ask(u"What may we run?"_s);
        QCOMPARE(wordOfReply(reply), u"?"_s);
        QVERIFY(!reply.nearest.isEmpty() && reply.nearest.size() <= 3);
        QCOMPARE(reply.nearest.first().topic->name, u"cost-limit"_s);
    }
    void wholeWordsOnly() {
        QCOMPARE(wordOfReply(Small().ask(u"gpus"_s)), u"~hardware"_s);
        QCOMPARE(wordOfReply(Small().ask(u"gpusome latencyish"_s)), u"?"_s);
    }
    void aPickedQuestion() {
        const Small small;
        QCOMPARE(wordOfReply(replyAbout(small.practice, small.topics.at(0))), u"latency"_s);
        QCOMPARE(wordOfReply(replyAbout(small.practice, small.topics.at(1))), u"=Viewers a day"_s);
        QCOMPARE(wordOfReply(replyAbout(small.practice, small.topics.at(2))), u"~hardware"_s);
    }

    /// Plain questions of interviews over eight cases: tests/data/questions.tsv has the case, the question
    /// and the fact, or the given number behind "=". The right answer comes first for nine out of ten.
    void plainQuestions() {
        QFile file(projectPath("tests/data/questions.tsv"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QStringList rows = QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
        QStringList wrong;
        QSet<QString> cases;
        for (const QString& row : rows) {
            const QStringList cells = row.split(u'\t');
            QCOMPARE(cells.size(), 3);
            cases.insert(cells.at(0));
            const QString said = wordOfReply(ask(cells.at(0), cells.at(1)));
            if (said != cells.at(2))
                wrong << row + u" -> "_s + said;
        }
        QVERIFY(rows.size() >= 60 && cases.size() >= 8);
        QVERIFY2(wrong.size() * 10 <= rows.size(), qPrintable(u'\n' + wrong.join(u'\n')));
    }

    /// Each fact is told to who asks its own question, and found by the phrases that its author gave first.
    void factsAreFoundByTheirOwnWords() {
        QStringList wrong;
        qsizetype questions = 0;
        for (const PracticeCase& practice : templates().cases()) {
            for (const Fact& fact : practice.facts) {
                const QString question = fact.question.in(u"en"_s);
                ++questions;
                if (wordOfReply(ask(practice.name, question)) != fact.name)
                    wrong << practice.name + u": "_s + question;
                for (const QString& phrase : fact.words.mid(0, 2)) {
                    ++questions;
                    if (!ask(practice.name, phrase).facts.contains(&fact))
                        wrong << practice.name + u": "_s + phrase + u" for "_s + fact.name;
                }
            }
        }
        QVERIFY2(wrong.size() * 50 <= questions, qPrintable(wrong.join(u'\n')));
    }

    /// Small talk gets no fact.
    void otherTalkIsNotUnderstood() {
        for (const QString& question : {u"Nice weather, is it not?"_s, u"May I start drawing?"_s,
                                        u"I would like some coffee"_s, u"asdf"_s}) {
            const Reply reply = ask(u"payment-fraud"_s, question);
            QVERIFY2(reply.kind == Reply::Kind::NotUnderstood, qPrintable(wordOfReply(reply)));
        }
    }
};

QTEST_APPLESS_MAIN(TestAsking)
#include "test_asking.moc"
