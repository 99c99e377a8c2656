#pragma once

#include "model/framework/evidence.h"

namespace groundplan {

enum class Difficulty { Easy, Medium, Hard };
template <>
struct Words<Difficulty> {
    static constexpr std::array words = {"easy", "medium", "hard"};
};

/// A figure of a case that is told from the start.
struct GivenNumber {
    LocalText title;
    QString value;          ///< "100M"
    QString topic;          ///< of the table of topics: what it answers; empty: none
    QStringList words = {}; ///< further phrases that ask for it, lower case
};

/// What is revealed when the matching question is asked.
struct Fact {
    QString name;       ///< unique in its case: its topic, or made from its place
    QString topic;      ///< of the table of topics; empty: a question of its own
    QStringList topics; ///< further ones that its answer settles, too
    LocalText question; ///< of its own, or its topic's
    QStringList words;  ///< phrases that ask for it, lower case, those of its topic included
    LocalText answer;
    QString value; ///< the figure in the answer; empty: none
};

/// What a good answer touches.
struct MustTouch {
    QString name;
    LocalText text;
    QList<Evidence> evidence; ///< any one suffices
};

struct Trap {
    QString name;
    LocalText text;
};

struct FollowUp {
    QString name;
    LocalText text;
    QList<LocalText> points; ///< what to consider
};

/// A practice question: deliberately vague, with facts for those who ask.
struct PracticeCase {
    QString name; ///< stored in documents
    LocalText title;
    QString area; ///< "recommendation"
    Difficulty difficulty = Difficulty::Medium;
    QString source;
    QString path; ///< the file that it came from
    LocalText prompt;
    QList<GivenNumber> numbers;
    QList<Fact> facts;
    QList<MustTouch> must;
    QList<Trap> traps;
    QList<FollowUp> followUps;
    QStringList frameworks; ///< names of those that fit
    QStringList references; ///< DOT files that exist: designs that answer it well

    const Fact* fact(const QString& name) const;
};

} // namespace groundplan
