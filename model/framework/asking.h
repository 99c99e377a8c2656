#pragma once

#include "model/framework/phrases.h"
#include "model/framework/practice_case.h"
#include "model/framework/topics.h"

#include <QHash>

#include <vector>

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
        Unsure,        ///< several fit about as well: one of the nearest is to be picked
        NotUnderstood, ///< to be asked in other words, or picked from the nearest
    };
    Kind kind = Kind::NotUnderstood;
    QList<const Fact*> facts;            ///< Facts: the best match first
    const GivenNumber* number = nullptr; ///< Number
    /// Facts, Number, LeftToYou: what was asked about, of a fact one of its further topics where it was one;
    /// nullptr: no topic.
    const Topic* topic = nullptr;
    /// At most three, the nearest first. Unsure: two at least. LeftToYou: what the case does tell that comes
    /// near; may be empty, as for NotUnderstood.
    QList<KnownQuestion> nearest;
};

/// All that can be asked about a case, made ready once for many questions. The case and the topics must
/// outlive it.
class Interviewer {
public:
    Interviewer(const PracticeCase& practice, const QList<Topic>& topics);
    ~Interviewer();
    Interviewer(const Interviewer&) = delete;
    Interviewer& operator=(const Interviewer&) = delete;

    /// To what was typed, one for each question in it ("how many users are there and how fast must it be").
    /// Never empty.
    QList<Reply> repliesTo(const QString& typed) const;
    /// To one question: by phrases and questions whose words are in it, in whatever form and order and with
    /// others between them, and less so by the words of the answers; rarer words count more.
    Reply replyTo(const QString& question) const;

private:
    struct Candidate;
    struct Asked;
    struct Score;
    struct Ranked;
    double rarest() const;
    double weightOf(const QString& stem) const;
    double scoreOf(const KeyPhrase& phrase, const Asked& asked, double partly) const;
    Score scoreOf(const Candidate& candidate, const Asked& asked) const;
    std::vector<Ranked> ranked(const Asked& asked) const;

    std::vector<Candidate> candidates_;
    QHash<QString, int> in_; ///< of how many candidates a word is
    QSet<QString> setting_;  ///< words of what was told from the start: any question may have them
};

/// To one that was picked.
Reply replyAbout(const PracticeCase& practice, const Topic& topic);

} // namespace groundplan
