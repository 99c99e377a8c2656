#pragma once

#include "model/framework/practice_case.h"
#include "model/framework/topics.h"

namespace groundplan {

/// A question that the interviewer understands.
struct KnownQuestion {
    const Topic* topic = nullptr;        ///< nullptr: one of the case's own
    const Fact* fact = nullptr;          ///< what answers it; nullptr: no fact does
    const GivenNumber* number = nullptr; ///< what answers it, told from the start; nullptr: none does
    LocalText question;
};

/// What the interviewer says to a question. Points into the case and the topics.
struct Reply {
    enum class Kind {
        Facts,         ///< told
        Number,        ///< it was told from the start
        LeftToYou,     ///< understood, but the case does not say: an assumption is wanted
        NotUnderstood, ///< to be asked in other words, or picked from the nearest
    };
    Kind kind = Kind::NotUnderstood;
    QList<const Fact*> facts;            ///< Facts: the best match first
    const GivenNumber* number = nullptr; ///< Number
    const Topic* topic = nullptr;        ///< Number, LeftToYou: what was asked about; nullptr: no topic
    QList<KnownQuestion> nearest;        ///< NotUnderstood: at most three, the nearest first; may be empty
};

/// To a typed question: by phrases and questions whose words are in it, in whatever form and order and with
/// others between them; rarer words count more.
Reply replyTo(const PracticeCase& practice, const QList<Topic>& topics, const QString& question);
/// To one that was picked.
Reply replyAbout(const PracticeCase& practice, const Topic& topic);

} // namespace groundplan
