#include "model/framework/decision_questions.h"

#include <algorithm>
#include <optional>
#include <tuple>

namespace groundplan {
namespace {

/// Words of others that stand between those of the phrase from there on; nothing: they are not said so.
std::optional<int> strangersFrom(const QStringList& text, qsizetype at, const QStringList& phrase) {
    int strangers = 0;
    for (qsizetype i = 1; i < phrase.size(); ++i) {
        qsizetype next = at + 1;
        while (next < text.size() && text.at(next) != phrase.at(i) && isFiller(text.at(next)))
            ++next;
        const bool isNext = next < text.size() && text.at(next) == phrase.at(i);
        if (!isNext) {
            next =
                at + 2; // "which ranking model" asks which model, "which score does the model need" does not
            if (next >= text.size() || text.at(next) != phrase.at(i))
                return {};
            ++strangers;
        }
        at = next;
    }
    return strangers;
}

/// The same at the best place.
std::optional<int> strangersIn(const QStringList& text, const QStringList& phrase) {
    std::optional<int> least;
    for (qsizetype at = 0; !phrase.isEmpty() && at < text.size(); ++at) {
        if (text.at(at) != phrase.first())
            continue;
        const std::optional<int> here = strangersFrom(text, at, phrase);
        if (here && (!least || *here < *least))
            least = here;
    }
    return least;
}

} // namespace

DecisionQuestions::DecisionQuestions(const QList<DecisionTopic>& topics) {
    for (const DecisionTopic& topic : topics)
        topics_.append({topic.name, phrasesOf(topic.words)});
}

QString DecisionQuestions::topicOf(const QString& question) const {
    const QStringList text = stemsOf(question);
    using Weight = std::tuple<qsizetype, int, int>; // words of the best phrase, less strangers, phrases
    Weight most{0, 0, 0};
    QString best;
    for (const Words& topic : topics_) {
        Weight weight{0, 0, 0};
        int phrases = 0;
        for (const KeyPhrase& phrase : topic.phrases) {
            const std::optional<int> strangers = strangersIn(text, phrase.stems);
            if (!strangers)
                continue;
            ++phrases;
            weight = std::max(weight, Weight{phrase.stems.size(), -*strangers, 0});
        }
        std::get<2>(weight) = phrases;
        if (phrases > 0 && weight > most) {
            most = weight;
            best = topic.topic;
        }
    }
    return best;
}

} // namespace groundplan
