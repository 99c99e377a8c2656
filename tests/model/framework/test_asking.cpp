#include "model/framework/asking.h"

#include "tests/model/framework/shipped.h"
#include "tests/places.h"

#include <QFile>
#include <QTest>

#include <map>
#include <memory>

using namespace groundplan;
using namespace groundplan::shipped;
using namespace Qt::StringLiterals;

namespace {

const Interviewer& interviewer(const QString& practice) {
    static std::map<QString, std::unique_ptr<Interviewer>> known;
    std::unique_ptr<Interviewer>& one = known[practice];
    if (!one)
        one = std::make_unique<Interviewer>(*templates().practiceCase(practice), templates().topics());
    return *one;
}

Reply ask(const QString& practice, const QString& question) {
    return interviewer(practice).replyTo(question);
}

QString wordOfKnown(const KnownQuestion& known) {
    if (known.fact)
        return known.fact->name;
    return known.number ? u'=' + known.number->title.in(u"en"_s) : u'~' + known.topic->name;
}

/// "latency", "=Viewers a day" for a given number, "~hardware" for what is left to the candidate, "?" for
/// what was not understood, "??" for what is asked back.
QString wordOfReply(const Reply& reply) {
    switch (reply.kind) {
    case Reply::Kind::Facts:
        return reply.facts.first()->name;
    case Reply::Kind::Number:
        return u'=' + reply.number->title.in(u"en"_s);
    case Reply::Kind::LeftToYou:
        return u'~' + reply.topic->name;
    case Reply::Kind::Unsure:
        return u"??"_s;
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
        topic(u"requests-peak"_s, u"How high is the peak?"_s, {u"rush hour"_s});
        Fact latency;
        latency.name = latency.topic = u"latency"_s;
        latency.words = QStringList{u"time budget of a page"_s, u"latency"_s, u"response time"_s};
        Fact cold;
        cold.name = u"fact-2"_s;
        cold.question = LocalText({{u"en"_s, u"What do we know of newcomers?"_s}});
        cold.words = QStringList{u"cold start"_s};
        cold.answer = LocalText({{u"en"_s, u"Their country and browser; six a second at the peak."_s}});
        cold.topics = QStringList{u"requests-peak"_s};
        practice.facts = {latency, cold};
        practice.numbers = {{LocalText({{u"en"_s, u"Viewers a day"_s}}), u"100M"_s, u"users-count"_s}};
    }
    Reply ask(const QString& question) const { return Interviewer(practice, topics).replyTo(question); }
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
        // What the case does say and may have been meant is offered; nothing else that it leaves open.
        for (const KnownQuestion& near : small.ask(u"How many GPUs do we have?"_s).nearest)
            QVERIFY(near.fact || near.number);
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
    void aFactThatSettlesAnotherTopicAnswersIt() {
        const Small small;
        const Topic& peak = small.topics.last();
        Reply reply = replyAbout(small.practice, peak);
        QCOMPARE(wordOfReply(reply), u"fact-2"_s);
        QCOMPARE(reply.topic, &peak);
        reply = small.ask(u"how busy is the rush hour?"_s);
        QCOMPARE(wordOfReply(reply), u"fact-2"_s);
        QCOMPARE(reply.topic, &peak);
        QVERIFY(small.ask(u"cold start?"_s).topic == nullptr);
    }
    void wordsOfAnAnswerCountALittle() {
        const Reply reply = Small().ask(u"is there a country?"_s);
        QCOMPARE(wordOfReply(reply), u"?"_s);
        QCOMPARE(wordOfKnown(reply.nearest.value(0)), u"fact-2"_s);
    }
    void whatCouldBeTwoThingsIsAskedBack() {
        const Reply reply = Small().ask(u"what is the latency of viewers?"_s);
        QCOMPARE(wordOfReply(reply), u"??"_s);
        QCOMPARE(reply.nearest.size(), 2);
    }
    void twoQuestionsHaveTwoAnswers() {
        const Small small;
        const Interviewer interviewer(small.practice, small.topics);
        const auto said = [&](const QString& question) {
            QStringList words;
            for (const Reply& reply : interviewer.repliesTo(question))
                words << wordOfReply(reply);
            return words.join(u' ');
        };
        QCOMPARE(said(u"how many viewers and what is the latency?"_s), u"=Viewers a day latency"_s);
        QCOMPARE(said(u"What is the latency? Is there a cold start?"_s), u"latency fact-2"_s);
        QCOMPARE(said(u"what is the latency and how much latency"_s), u"latency"_s);
        QCOMPARE(said(u"what is the latency and why"_s), u"latency"_s);
        QCOMPARE(said(u""_s), u"?"_s);
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

    /// Plain questions of interviews, as candidates type them, over all cases: tests/data/questions.tsv has
    /// the case, the question and what must come: the fact, the given number behind "=", a topic that is left
    /// open behind "~", "?" for what nobody can know, or several of them between "|". That comes first for
    /// eight of ten and first or among what is offered for nine of ten; something else that the case knows is
    /// told for fewer than three of a hundred.
    void plainQuestions() {
        QFile file(projectPath("tests/data/questions.tsv"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QStringList rows = QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
        QStringList notFirst;
        QStringList lost;
        QStringList wrong;
        QSet<QString> cases;
        for (const QString& row : rows) {
            const QStringList cells = row.split(u'\t');
            QCOMPARE(cells.size(), 3);
            cases.insert(cells.at(0));
            const Reply reply = interviewer(cells.at(0)).repliesTo(cells.at(1)).first();
            const QString said = wordOfReply(reply);
            const QStringList wanted = cells.at(2).split(u'|');
            if (wanted.contains(said) || (said == u"??" && wanted.contains(u"?"_s)))
                continue;
            notFirst << row + u" -> "_s + said;
            const bool offered =
                std::any_of(reply.nearest.begin(), reply.nearest.end(),
                            [&](const KnownQuestion& near) { return wanted.contains(wordOfKnown(near)); });
            if (!offered)
                lost << notFirst.last();
            if (reply.kind == Reply::Kind::Facts || reply.kind == Reply::Kind::Number)
                wrong << notFirst.last();
        }
        QVERIFY(rows.size() >= 600 && cases.size() == templates().cases().size());
        QVERIFY2(notFirst.size() * 5 <= rows.size(), qPrintable(u'\n' + notFirst.join(u'\n')));
        QVERIFY2(lost.size() * 10 <= rows.size(), qPrintable(u'\n' + lost.join(u'\n')));
        QVERIFY2(wrong.size() * 100 < rows.size() * 3, qPrintable(u'\n' + wrong.join(u'\n')));
    }

    /// What a case tells somewhere is not left to the candidate who asks for it by its topic.
    void topicsThatAnotherFactSettlesAreNotLeftOpen() {
        const QList<std::pair<QString, QString>> settled = {
            {u"credit-scoring"_s, u"requests-peak"_s},
            {u"document-answers"_s, u"requests-peak"_s},
            {u"duplicate-questions"_s, u"requests-peak"_s},
            {u"entity-linking"_s, u"requests-peak"_s},
            {u"event-recommendation"_s, u"requests-peak"_s},
            {u"fake-accounts"_s, u"requests-peak"_s},
            {u"image-search"_s, u"requests-peak"_s},
            {u"next-basket"_s, u"requests-peak"_s},
            {u"people-you-may-know"_s, u"requests-peak"_s},
            {u"ticket-routing"_s, u"requests-peak"_s},
            {u"churn"_s, u"data-volume"_s},
            {u"code-assistant"_s, u"data-volume"_s},
            {u"credit-scoring"_s, u"samples-count"_s},
            {u"delivery-search"_s, u"samples-count"_s},
            {u"violent-video-detection"_s, u"samples-count"_s}};
        for (const auto& [practice, topic] : settled) {
            const Reply reply = replyAbout(*templates().practiceCase(practice), *templates().topic(topic));
            QVERIFY2(reply.kind == Reply::Kind::Facts, qPrintable(practice + u' ' + topic));
        }
        const Reply typed = ask(u"churn"_s, u"how much data do we have?"_s);
        QCOMPARE(wordOfReply(typed), u"data-available"_s);
        QCOMPARE(typed.topic->name, u"data-volume"_s);
    }

    void twoQuestionsOfACase() {
        const QList<Reply> replies =
            interviewer(u"account-takeover"_s).repliesTo(u"How many logins are fraud and how many users"_s);
        QCOMPARE(replies.size(), 2);
        QCOMPARE(wordOfReply(replies.at(0)), u"positive-rate"_s);
        QCOMPARE(wordOfReply(replies.at(1)), u"=Accounts"_s);
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
