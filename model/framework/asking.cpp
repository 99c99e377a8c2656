#include "model/framework/asking.h"

#include "model/framework/phrases.h"

#include <QHash>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace groundplan {

namespace {

constexpr double kOwnPhrase = 1.25;  ///< the author of the case knows what is asked there
constexpr double kTitle = 0.7;       ///< what a number is called is met in questions about much else
constexpr double kWholeQuestion = 2; ///< asked in the very words
constexpr double kOverlap = 0.25;    ///< of further words in common
constexpr double kPartly = 0.5;      ///< of a phrase of which only a part is there
constexpr double kLeastPart = 0.6;   ///< of its weight; less of a phrase says nothing
constexpr double kScattered = 0.8;   ///< of a phrase whose words do not stand together
constexpr double kAnswered = 1.15;   ///< rather what the case knows than what it leaves open
constexpr double kAsking = 0.35;     ///< of words that any question has
// In weights of a word that is in one question only.
constexpr double kLeastUnderstood = 0.55;
constexpr double kLeastNear = 0.15;
constexpr qsizetype kMostNear = 3;
constexpr double kBestBySoMuch = 0.55; ///< further facts are told when they are this near to the best one

struct Candidate {
    KnownQuestion known;
    QList<KeyPhrase> phrases;
    qsizetype own = 0; ///< the first so many are the case's own
    QList<KeyPhrase> questions;
    QSet<QString> vocabulary;
    double score = 0;

    void add(const KeyPhrase& phrase) {
        phrases.append(phrase);
        vocabulary += QSet<QString>(phrase.stems.begin(), phrase.stems.end());
    }
    void addQuestion(const LocalText& text) {
        for (const QString& one : text.all()) {
            const KeyPhrase phrase(one);
            questions.append(phrase);
            vocabulary += QSet<QString>(phrase.stems.begin(), phrase.stems.end());
        }
    }
};

const Topic* topicNamed(const QList<Topic>& topics, const QString& name) {
    const auto at =
        std::find_if(topics.begin(), topics.end(), [&](const Topic& t) { return t.name == name; });
    return name.isEmpty() || at == topics.end() ? nullptr : &*at;
}

template <class Entry>
const Entry* ofTopic(const QList<Entry>& entries, const QString& topic) {
    const auto at = std::find_if(entries.begin(), entries.end(),
                                 [&](const Entry& entry) { return entry.topic == topic; });
    return topic.isEmpty() || at == entries.end() ? nullptr : &*at;
}

QList<Candidate> candidatesOf(const PracticeCase& practice, const QList<Topic>& topics) {
    QList<Candidate> all;
    for (const Fact& fact : practice.facts) {
        Candidate one;
        one.known = {topicNamed(topics, fact.topic), &fact, nullptr, fact.question};
        const QStringList shared = one.known.topic ? one.known.topic->words : QStringList();
        for (const QString& words : fact.words) {
            if (!shared.contains(words))
                one.add(KeyPhrase(words));
        }
        one.own = one.phrases.size();
        for (const QString& words : shared)
            one.add(KeyPhrase(words));
        one.addQuestion(fact.question);
        if (one.known.topic)
            one.addQuestion(one.known.topic->question);
        all.append(one);
    }
    for (const GivenNumber& number : practice.numbers) {
        Candidate one;
        const Topic* topic = topicNamed(topics, number.topic);
        one.known = {topic, nullptr, &number, topic ? topic->question : number.title};
        for (const QString& title : number.title.all())
            one.add(KeyPhrase(title));
        one.own = one.phrases.size();
        if (topic && !ofTopic(practice.facts, topic->name)) {
            for (const QString& words : topic->words)
                one.add(KeyPhrase(words));
            one.addQuestion(topic->question);
        }
        all.append(one);
    }
    for (const Topic& topic : topics) {
        if (ofTopic(practice.facts, topic.name) || ofTopic(practice.numbers, topic.name))
            continue;
        Candidate one;
        one.known = {&topic, nullptr, nullptr, topic.question};
        for (const QString& words : topic.words)
            one.add(KeyPhrase(words));
        one.addQuestion(topic.question);
        all.append(one);
    }
    return all;
}

class Scoring {
public:
    Scoring(const QList<Candidate>& candidates, const QString& question)
        : asked_(stemSetOf(question))
        , count_(double(candidates.size())) {
        for (const QString& stem : stemsOf(question)) {
            if (!isFiller(stem))
                inOrder_ += stem + u' ';
        }
        inOrder_.prepend(u' ');
        for (const Candidate& candidate : candidates) {
            for (const QString& stem : candidate.vocabulary)
                ++in_[stem];
        }
    }

    double of(const Candidate& candidate) const {
        double best = 0;
        for (qsizetype i = 0; i < candidate.phrases.size(); ++i)
            best = std::max(best, of(candidate.phrases.at(i)) * factorOf(candidate, i));
        for (const KeyPhrase& question : candidate.questions) {
            if (question.isIn(asked_))
                best = std::max(best, of(question) * kWholeQuestion);
        }
        double common = 0;
        for (const QString& stem : asked_) {
            if (candidate.vocabulary.contains(stem) && !isFiller(stem))
                common += weight(stem);
        }
        return (best + kOverlap * common) * (candidate.known.fact || candidate.known.number ? kAnswered : 1);
    }
    double rarest() const { return std::log((count_ + 1) / 1.5); }

private:
    static double factorOf(const Candidate& candidate, qsizetype phrase) {
        if (phrase >= candidate.own)
            return 1;
        return candidate.known.number ? kTitle : kOwnPhrase;
    }
    /// Of a word: the fewer questions it is in, the more it says.
    double weight(const QString& stem) const {
        static const QSet<QString> asking =
            stemSetOf(u"how many much what which when where who why whom long often far old some any"_s);
        return std::log((count_ + 1) / (in_.value(stem) + 0.5)) * (asking.contains(stem) ? kAsking : 1);
    }
    double of(const KeyPhrase& phrase) const {
        double whole = 0;
        double there = 0;
        for (const QString& stem : phrase.stems) {
            whole += weight(stem);
            there += asked_.contains(stem) ? weight(stem) : 0;
        }
        if (phrase.stems.isEmpty() || there <= 0)
            return 0;
        if (phrase.isIn(asked_)) {
            const QString together = u' ' + phrase.stems.join(u' ') + u' ';
            return inOrder_.contains(together) ? there : kScattered * there;
        }
        return there >= kLeastPart * whole ? kPartly * there : 0;
    }

    QSet<QString> asked_;
    QString inOrder_;        ///< its stems without fillers, each between blanks
    QHash<QString, int> in_; ///< of how many candidates a word is
    double count_;
};

Reply replyWith(const KnownQuestion& known) {
    Reply reply;
    reply.topic = known.topic;
    reply.number = known.number;
    if (known.fact) {
        reply.kind = Reply::Kind::Facts;
        reply.facts = {known.fact};
    } else {
        reply.kind = known.number ? Reply::Kind::Number : Reply::Kind::LeftToYou;
    }
    return reply;
}

} // namespace

Reply replyTo(const PracticeCase& practice, const QList<Topic>& topics, const QString& typed) {
    // "I'd like to know" is not about likes.
    static const QRegularExpression polite(u"\\b(?:would|i['’]d|we['’]d) like\\b"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    const QString question = QString(typed).remove(polite);
    QList<Candidate> candidates = candidatesOf(practice, topics);
    const Scoring scoring(candidates, question);
    for (Candidate& candidate : candidates)
        candidate.score = scoring.of(candidate);
    std::stable_sort(candidates.begin(), candidates.end(),
                     [](const Candidate& a, const Candidate& b) { return a.score > b.score; });
    const Candidate best = candidates.value(0);
    const double least = kLeastUnderstood * scoring.rarest();
    if (best.score < least) {
        Reply reply;
        for (const Candidate& candidate : std::as_const(candidates)) {
            if (candidate.score >= kLeastNear * scoring.rarest() && reply.nearest.size() < kMostNear)
                reply.nearest.append(candidate.known);
        }
        return reply;
    }
    Reply reply = replyWith(best.known);
    if (reply.kind != Reply::Kind::Facts)
        return reply;
    for (const Candidate& candidate : std::as_const(candidates).mid(1)) {
        if (candidate.known.fact && candidate.score >= std::max(least, kBestBySoMuch * best.score))
            reply.facts.append(candidate.known.fact);
    }
    return reply;
}

Reply replyAbout(const PracticeCase& practice, const Topic& topic) {
    return replyWith(
        {&topic, ofTopic(practice.facts, topic.name), ofTopic(practice.numbers, topic.name), topic.question});
}

} // namespace groundplan
