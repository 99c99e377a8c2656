#pragma once

#include "model/design/catalogue.h"
#include "model/design/design.h"
#include "model/sketch/phrase.h"

#include <QList>

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
    void addPhrasesOf(const Kind& kind);
    void add(Known known);
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
    /// By a phrase without spaces: the block or frame that is called so, else one that is made with it; the
    /// one that was added last.
    QHash<QString, Exact> exact_;
};

/// "click log" -> "Click log", "etl job" -> "ETL job": how typed words become a title.
QString titleFrom(const QString& words, const Catalogue& catalogue);

} // namespace groundplan
