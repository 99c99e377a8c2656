#include "model/framework/asking.h"

#include <QRegularExpression>

#include <algorithm>
#include <cmath>
#include <utility>

using namespace Qt::StringLiterals;

namespace groundplan {

namespace {

constexpr double kOwnPhrase = 1.25;  ///< the author of the case knows what is asked there
constexpr double kTitle = 0.7;       ///< what a number is called is met in questions about much else
constexpr double kCounted = 1.25;    ///< but not where it is asked how many there are
constexpr double kCountedHead = 1;   ///< "how many viewers", in weights of the rarest word
constexpr double kWholeQuestion = 2; ///< asked in the very words
constexpr double kOverlap = 0.4;     ///< of further words in common
constexpr double kAnswerWord = 0.25; ///< of a word that only the answer has
constexpr double kCountedPartly = 0.8;
constexpr double kPartly = 0.5;       ///< of a phrase of which only a part is there
constexpr double kLeastPart = 0.6;    ///< of its weight; less of a phrase says nothing
constexpr double kScattered = 0.8;    ///< of a phrase whose words do not stand together
constexpr double kAnswered = 1.15;    ///< rather what the case knows than what it leaves open
constexpr double kAsking = 0.35;      ///< of words that any question has
constexpr double kAnswerCovers = 0.7; ///< of a word of the question that only the answer has
constexpr double kPresent = 0.6;      ///< of words that most questions about what is there have
constexpr double kUncovered = 0.5;    ///< of a candidate that has none of the words of the question
constexpr double kUnknown = 0.3;      ///< of a word that nobody knows, as it may be about anything
// In weights of a word that is in one question only.
constexpr double kLeastUnderstood = 0.5;
constexpr double kLeastNear = 0.15;
constexpr qsizetype kMostNear = 3;
constexpr double kBestBySoMuch = 0.55; ///< further facts are told when they are this near to the best one
constexpr double kClear = 0.2;         ///< the least at which one is told without asking back
constexpr double kFurther = 0.5;       ///< of a fact's own score: it was asked about that topic
constexpr double kStillNear = 0.12;    ///< of the best one: worth to be offered

/// Words, and the one that they stand for in such questions.
constexpr std::pair<QLatin1StringView, QLatin1StringView> kUsualWords[] = {
    {"ads"_L1, "advertisement"_L1}, {"pics"_L1, "picture"_L1},
    {"photos"_L1, "picture"_L1},    {"images"_L1, "picture"_L1},
    {"image"_L1, "picture"_L1},     {"devs"_L1, "developer"_L1},
    {"songs"_L1, "track"_L1},       {"infra"_L1, "hardware"_L1},
    {"signup"_L1, "register"_L1},   {"lawful"_L1, "legal"_L1},
    {"maximise"_L1, "optimise"_L1}, {"accuracy"_L1, "accurate"_L1},
    {"quick"_L1, "fast"_L1},        {"quickly"_L1, "fast"_L1},
    {"alert"_L1, "alarm"_L1},       {"customise"_L1, "personalise"_L1},
};

QString usual(const QString& stem) {
    static const QHash<QString, QString> same = [] {
        QHash<QString, QString> pairs;
        for (const auto& [word, usualWord] : kUsualWords)
            pairs.insert(stemsOf(word).first(), stemsOf(usualWord).first());
        return pairs;
    }();
    return same.value(stem, stem);
}

QStringList usualStemsOf(const QString& text) {
    QStringList stems = stemsOf(text);
    std::transform(stems.begin(), stems.end(), stems.begin(), usual);
    return stems;
}

KeyPhrase phraseOf(const QString& text) {
    KeyPhrase phrase(text);
    std::transform(phrase.stems.begin(), phrase.stems.end(), phrase.stems.begin(), usual);
    phrase.stems.removeDuplicates();
    return phrase;
}

QSet<QString> setOf(const QStringList& stems) {
    return {stems.begin(), stems.end()};
}

/// Words that any question has.
bool isAsking(const QString& stem) {
    static const QSet<QString> asking = stemSetOf(
        u"how many much what which when where who why whom long often far old some any in at for with about "
        "per day"_s);
    return asking.contains(stem);
}

/// Words that most questions about what is there have.
bool isPresent(const QString& stem) {
    static const QSet<QString> present = stemSetOf(u"today now currently current use used work get"_s);
    return present.contains(stem);
}

/// What is counted: "Viewers" of "Viewers a day".
QString headOf(const QString& title) {
    static const QRegularExpression rest(u"\\s+(?:an?|so|per|in|at|on|with|using)\\b.*|\\(.*|,.*"_s);
    return QString(title).remove(rest).trimmed();
}

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

/// What answers a topic: its own fact, what was given, or a fact that settles it beside its own.
KnownQuestion knownOf(const PracticeCase& practice, const Topic& topic) {
    KnownQuestion known{&topic, ofTopic(practice.facts, topic.name), ofTopic(practice.numbers, topic.name),
                        topic.question};
    if (known.fact) {
        known.number = nullptr;
    } else if (!known.number) {
        for (const Fact& fact : practice.facts) {
            if (!known.fact && fact.topics.contains(topic.name))
                known.fact = &fact;
        }
    }
    return known;
}

bool isSame(const KnownQuestion& a, const KnownQuestion& b) {
    return a.fact == b.fact && a.number == b.number && (a.fact || a.number || a.topic == b.topic);
}

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

struct Interviewer::Candidate {
    KnownQuestion known;
    QList<KeyPhrase> phrases;
    qsizetype own = 0; ///< the first so many are the case's own
    QList<KeyPhrase> questions;
    QSet<QString> vocabulary;
    QSet<QString> answer; ///< words of it
    QStringList heads;    ///< "how many viewers", in stems between blanks

    void add(const QStringList& texts) {
        for (const QString& text : texts) {
            phrases.append(phraseOf(text));
            vocabulary += setOf(phrases.last().stems);
        }
    }
    void addQuestion(const LocalText& text) {
        for (const QString& one : text.all()) {
            questions.append(phraseOf(one));
            vocabulary += setOf(questions.last().stems);
        }
    }
};

struct Interviewer::Asked {
    explicit Asked(const QString& typed);
    QSet<QString> stems;
    QString inOrder;    ///< its stems without fillers, each between blanks
    bool count = false; ///< how many, how large
};

struct Interviewer::Score {
    double value = 0;
    double coverage = 0; ///< the share of the question whose words are its own
    bool whole = false;  ///< asked in the very words
};

struct Interviewer::Ranked {
    const Candidate* candidate = nullptr;
    Score score;
    const Candidate* further = nullptr; ///< of its fact, about another topic
    double furtherScore = 0;
};

Interviewer::Interviewer(const PracticeCase& practice, const QList<Topic>& topics) {
    for (const Fact& fact : practice.facts) {
        Candidate one;
        one.known = {topicNamed(topics, fact.topic), &fact, nullptr, fact.question};
        const QStringList shared = one.known.topic ? one.known.topic->words : QStringList();
        QStringList own = fact.words;
        own.removeIf([&](const QString& words) { return shared.contains(words); });
        one.add(own);
        one.own = one.phrases.size();
        one.add(shared);
        one.addQuestion(fact.question);
        if (one.known.topic)
            one.addQuestion(one.known.topic->question);
        for (const QString& answer : fact.answer.all())
            one.answer += setOf(usualStemsOf(answer));
        candidates_.push_back(one);
    }
    for (const GivenNumber& number : practice.numbers) {
        Candidate one;
        const Topic* topic = topicNamed(topics, number.topic);
        one.known = {topic, nullptr, &number, topic ? topic->question : number.title};
        one.add(number.title.all());
        for (const QString& title : number.title.all())
            one.add({headOf(title)});
        one.add(number.words);
        for (const KeyPhrase& counted : std::as_const(one.phrases))
            one.heads.append(
                u" %1 %2 "_s.arg(usualStemsOf(u"how many"_s).join(u' '), counted.stems.join(u' ')));
        one.own = one.phrases.size();
        if (topic && !ofTopic(practice.facts, topic->name)) {
            one.add(topic->words);
            one.addQuestion(topic->question);
        }
        candidates_.push_back(one);
    }
    for (const Topic& topic : topics) {
        if (ofTopic(practice.facts, topic.name) || ofTopic(practice.numbers, topic.name))
            continue;
        Candidate one;
        one.known = knownOf(practice, topic);
        one.add(topic.words);
        one.addQuestion(topic.question);
        if (one.known.fact) {
            for (const QString& answer : one.known.fact->answer.all())
                one.answer += setOf(usualStemsOf(answer));
        }
        candidates_.push_back(one);
    }
    for (const Candidate& candidate : candidates_) {
        for (const QString& stem : candidate.vocabulary + candidate.answer)
            ++in_[stem];
    }
    for (const QString& told : practice.prompt.all() + practice.title.all())
        setting_ += setOf(usualStemsOf(told));
}

Interviewer::~Interviewer() = default;

/// The weight of a word that is in one question only.
double Interviewer::rarest() const {
    return std::log((double(candidates_.size()) + 1) / 1.5);
}

/// The fewer questions a word is in, the more it says.
double Interviewer::weightOf(const QString& stem) const {
    const double usual = isAsking(stem) ? kAsking : isPresent(stem) ? kPresent : 1;
    return std::log((double(candidates_.size()) + 1) / (in_.value(stem) + 0.5)) * usual;
}

double Interviewer::scoreOf(const KeyPhrase& phrase, const Asked& asked, double partly) const {
    double whole = 0;
    double there = 0;
    for (const QString& stem : phrase.stems) {
        whole += weightOf(stem);
        there += asked.stems.contains(stem) ? weightOf(stem) : 0;
    }
    if (phrase.stems.isEmpty() || there <= 0)
        return 0;
    if (phrase.isIn(asked.stems)) {
        const QString together = u' ' + phrase.stems.join(u' ') + u' ';
        return asked.inOrder.contains(together) ? there : kScattered * there;
    }
    return there >= kLeastPart * whole ? partly * there : 0;
}

Interviewer::Score Interviewer::scoreOf(const Candidate& candidate, const Asked& asked) const {
    Score score;
    const bool counted = candidate.known.number && asked.count;
    const double partly = counted ? kCountedPartly : candidate.known.number ? 0 : kPartly;
    const double own = candidate.known.number ? counted ? kCounted : kTitle : kOwnPhrase;
    double best = 0;
    for (qsizetype i = 0; i < candidate.phrases.size(); ++i)
        best = std::max(best, scoreOf(candidate.phrases.at(i), asked, i < candidate.own ? partly : kPartly) *
                                  (i < candidate.own ? own : 1));
    for (const KeyPhrase& question : candidate.questions) {
        if (question.isIn(asked.stems)) {
            best = std::max(best, scoreOf(question, asked, kPartly) * kWholeQuestion);
            score.whole = true;
        }
    }
    for (const QString& head : counted ? candidate.heads : QStringList())
        best = std::max(best, asked.inOrder.contains(head) ? kCountedHead * rarest() : 0);
    double common = 0;
    double covered = 0;
    double all = 0;
    for (const QString& stem : asked.stems) {
        if (isFiller(stem))
            continue;
        const double weight = in_.contains(stem)        ? weightOf(stem)
                              : setting_.contains(stem) ? 0
                                                        : kUnknown * std::log(double(candidates_.size()) + 1);
        const bool known = candidate.vocabulary.contains(stem);
        const bool answers = !known && candidate.answer.contains(stem);
        common += known ? kOverlap * weight : answers ? kAnswerWord * weight : 0;
        covered += known ? weight : answers ? kAnswerCovers * weight : 0;
        all += weight;
    }
    score.coverage = all > 0 ? covered / all : 1;
    score.value = (best + common) * (candidate.known.fact || candidate.known.number ? kAnswered : 1) *
                  (kUncovered + (1 - kUncovered) * score.coverage);
    return score;
}

Interviewer::Asked::Asked(const QString& typed) {
    // "I'd like to know" is not about likes.
    static const QRegularExpression polite(u"\\b(?:would|i['’]d|we['’]d) like\\b"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression counting(u"\\b(?:how (?:many|large|big)|number of)\\b"_s,
                                             QRegularExpression::CaseInsensitiveOption);
    const QString question = QString(typed).remove(polite);
    const QStringList all = usualStemsOf(question);
    stems = setOf(all);
    inOrder = u" "_s;
    for (const QString& stem : all) {
        if (!isFiller(stem))
            inOrder += stem + u' ';
    }
    count = question.contains(counting);
}

/// All, the best first; a fact that settles several topics once, for the one that fits best.
std::vector<Interviewer::Ranked> Interviewer::ranked(const Asked& asked) const {
    std::vector<Ranked> all;
    for (const Candidate& candidate : candidates_) {
        const Score score = scoreOf(candidate, asked);
        const auto same = std::find_if(all.begin(), all.end(), [&](const Ranked& other) {
            return isSame(other.candidate->known, candidate.known);
        });
        if (same == all.end()) {
            all.push_back({&candidate, score, nullptr, 0});
            continue;
        }
        if (score.value > same->furtherScore) {
            same->further = &candidate;
            same->furtherScore = score.value;
        }
        if (score.value > same->score.value) {
            same->candidate = &candidate;
            same->score = score;
        }
    }
    std::stable_sort(all.begin(), all.end(),
                     [](const Ranked& a, const Ranked& b) { return a.score.value > b.score.value; });
    return all;
}

Reply Interviewer::replyTo(const QString& question) const {
    const std::vector<Ranked> all = ranked(Asked(question));
    if (all.empty())
        return {};
    const Ranked& best = all.front();
    const auto isTold = [](const Ranked& each) {
        return each.candidate->known.fact || each.candidate->known.number;
    };
    const auto nearest = [&](double lowest, bool told) {
        QList<KnownQuestion> near;
        for (const Ranked& each : all) {
            if (each.score.value >= std::max(lowest, kLeastNear * rarest()) && near.size() < kMostNear &&
                (!told || isTold(each)))
                near.append(each.candidate->known);
        }
        return near;
    };
    const double least = kLeastUnderstood * rarest();
    Reply reply;
    if (best.score.value < least) {
        reply.nearest = nearest(0, false);
        return reply;
    }
    // Clear: the question is about that, and about nothing else as much.
    const double second = all.size() > 1 ? all[1].score.value / best.score.value : 0;
    const double clear = best.score.whole ? 1 : best.score.coverage * (1 - second);
    if (clear < kClear && (isTold(best) || (all.size() > 1 && isTold(all[1])))) {
        reply.kind = Reply::Kind::Unsure;
        reply.nearest = nearest(kStillNear * best.score.value, false);
        return reply;
    }
    reply = replyWith(best.candidate->known);
    if (best.further && best.furtherScore >= kFurther * best.score.value)
        reply.topic = best.further->known.topic;
    if (reply.kind == Reply::Kind::LeftToYou && !best.score.whole)
        reply.nearest = nearest(kStillNear * best.score.value, true);
    if (reply.kind != Reply::Kind::Facts)
        return reply;
    for (const Ranked& each : all) {
        const Fact* fact = each.candidate->known.fact;
        if (fact && fact != reply.facts.first() &&
            each.score.value >= std::max(least, kBestBySoMuch * best.score.value))
            reply.facts.append(fact);
    }
    return reply;
}

QList<Reply> Interviewer::repliesTo(const QString& typed) const {
    static const QRegularExpression next(
        u"(?:\\?|;|[,.]?\\s+and)\\s+(?=(?:how|what|which|who|whom|when|where|why|do|does|did|is|are|can|"
        "could|may|must|should|will|at)\\b)"_s,
        QRegularExpression::CaseInsensitiveOption);
    const QStringList questions = typed.split(next, Qt::SkipEmptyParts);
    QList<Reply> replies;
    for (const QString& question : questions) {
        const Reply reply = replyTo(question);
        // "And why" belongs to what was before.
        if (reply.kind == Reply::Kind::Unsure || reply.kind == Reply::Kind::NotUnderstood)
            return {replyTo(typed)};
        const bool said = std::any_of(replies.begin(), replies.end(), [&](const Reply& earlier) {
            return earlier.kind == reply.kind && earlier.facts.value(0) == reply.facts.value(0) &&
                   earlier.number == reply.number;
        });
        if (!said)
            replies.append(reply);
    }
    return replies.isEmpty() ? QList<Reply>{replyTo(typed)} : replies;
}

Reply replyAbout(const PracticeCase& practice, const Topic& topic) {
    return replyWith(knownOf(practice, topic));
}

} // namespace groundplan
