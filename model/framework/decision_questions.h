#pragma once

#include "model/framework/phrases.h"
#include "model/framework/topics.h"

namespace groundplan {

/// What a decision is about, told by its question.
class DecisionQuestions {
public:
    DecisionQuestions() = default;
    explicit DecisionQuestions(const QList<DecisionTopic>& topics);

    /// The name of the one topic of which the question says the most: the longest phrase, its words closest
    /// together; of two, the one with more phrases. Empty: none of them. Unlike elsewhere the words of a
    /// phrase stand in their order, with fillers or one other word between: "what do we do when the model is
    /// late" does not ask what model.
    QString topicOf(const QString& question) const;

private:
    struct Words {
        QString topic;
        QList<KeyPhrase> phrases;
    };
    QList<Words> topics_;
};

} // namespace groundplan
