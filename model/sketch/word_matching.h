#pragma once

#include "model/design/catalogue.h"
#include "model/design/design.h"
#include "model/sketch/phrase.h"

#include <QHash>
#include <QList>
#include <QSet>

namespace groundplan {

/// What a word of a sketch may stand for.
struct Meaning {
    ElementId existing; ///< a block or frame of the design; none: a new block
    QString kind;       ///< of a new block, or of the existing one (empty for a frame)
    QString technology; ///< of a new block; empty: none
    QString title;      ///< own title of a new block; empty: its kind's
    int rank = 0; ///< smaller is better; from kOnlyOffered on it is offered in lists, but a word alone does
                  ///< not mean it
};
/// Says what words mean: names of what is on the board first, then the catalogue's titles, technologies and
/// aliases, by the whole, by beginnings ("kaf", "mod reg", "gat"), by initials ("fs") and with one letter
/// wrong. Compares in lower case, whatever stands between words.
class WordMatcher {
public:
    WordMatcher(const Catalogue& catalogue, QString language);
    /// Knows what `under` knows, which stays as it is and outlives this, and what is added here: nothing is
    /// copied for the few blocks of a line. `under` itself lies over nothing.
    static WordMatcher over(const WordMatcher& under);

    /// Makes known what is on the board, oldest first: among equals the one added last is meant.
    /// Beyond kMostCompared of them only whole names are found.
    void add(const Block& block);
    void add(const Frame& frame);
    void add(const Design& design);
    static constexpr qsizetype kMostCompared = 3000;

    /// All that `words` may stand for, best first, at most `most`. Frames only with `frames`.
    QList<Meaning> meanings(const QString& words, int most, bool frames = false) const;
    /// The best one, but for those that are only offered; what nothing fits is a block of the generic kind
    /// with these words as its title, or of the kind that the words speak of ("user events topic").
    Meaning meaningOf(const QString& words) const;
    /// The block or frame with that title or name, whatever its case.
    ElementId titled(const QString& title) const;
    /// How the catalogue writes a product or technology ("envoy" -> "Envoy", "k8s" -> "Kubernetes"); one that
    /// it does not know as it is given.
    QString product(const QString& technology) const;
    /// Of the blocks and frames that were added here.
    const QSet<QString>& names() const { return names_; }

private:
    struct Known {
        ElementId id;
        QString kind;
        bool frame = false;
        QList<Phrase> phrases;
    };
    struct KindPhrase {
        Phrase phrase;
        const Kind* kind;
        QString technology; ///< the technology it names; empty: the kind itself
        enum Sort { Title = 1, Product, Alias, Listed } sort; ///< also the malus of a whole word
        int place;                                            ///< among the technologies of its kind
    };
    struct Candidate {
        Meaning meaning;
        int place; ///< among equals
        bool frame = false;
    };
    void addPhrasesOf(const Kind& kind);
    /// Of what was added here, `before` it being known already.
    void addKnown(QList<Candidate>& found, const Phrase& query, qsizetype before) const;
    void addKinds(QList<Candidate>& found, const Phrase& query, const QString& words) const;
    /// What fits, in no order. Remembered: with each keystroke all words of a line are asked for again.
    QList<Candidate> candidates(const Phrase& query, const QString& words) const;
    void add(Known known);
    qsizetype knownCount() const { return (under_ ? under_->known_.size() : 0) + known_.size(); }
    const Known& knownAt(qsizetype index) const;
    Meaning newBlockOf(const QString& words) const;

    const Catalogue& catalogue_;
    QString language_;
    QList<KindPhrase> kinds_;
    QHash<QString, const UsualProduct*> products_; ///< by each of their names, without spaces
    QHash<QString, QString> technologies_;         ///< how it is written, the same way
    QList<Known> known_;
    struct Exact {
        qsizetype known;
        bool technology; ///< the phrase is what it is made with, not what it is called
    };
    const Exact* exactly(const QString& together) const;
    /// By a phrase without spaces: the block or frame that is called so, else one that is made with it; the
    /// one that was added last.
    QHash<QString, Exact> exact_;
    QSet<QString> names_;
    const WordMatcher* under_ = nullptr;
    mutable QHash<QString, QList<Candidate>> remembered_; ///< of candidates(), by the words
};

/// "click log" -> "Click log", "etl job" -> "ETL job": how typed words become a title.
QString titleFrom(const QString& words, const Catalogue& catalogue);

} // namespace groundplan
