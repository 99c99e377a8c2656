#pragma once

#include "model/design/catalogue.h"

#include <QHash>
#include <QSet>
#include <QStringList>

#include <optional>

namespace groundplan {

/// What the label of somebody else's box means, read as people read it: whole words only, the longest phrase
/// says most, the noun at the end more than what stands before it, and a product is what the thing is made
/// with ("Kafka topic", "Triton server").
class LabelWords {
public:
    /// `catalogue` must outlive this.
    explicit LabelWords(const Catalogue& catalogue);

    /// How surely words mean their kind.
    enum class Weight {
        Aside, ///< one word among others ("events store")
        Noun,  ///< the one that all others only say more of ("event queue")
        Whole, ///< a phrase, or a product ("feature store", "Kafka topic")
    };
    struct Meaning {
        const Kind* kind = nullptr; ///< none: the words say nothing
        QString technology;         ///< named beside a noun that goes with it; empty: none
        Weight weight = Weight::Aside;
    };
    Meaning meaningOf(const QString& label) const;
    /// The product or usual technology that these words name and nothing else; empty: none.
    QString technologyNamed(const QString& words) const;
    bool isProduct(const QString& technology) const { return products_.contains(technology); }
    /// The product in the name of an icon ("aws4.kinesis_data_streams"); empty: none.
    QString technologyOfIcon(const QString& icon) const;
    /// What an icon that names a product and its maker, and nothing else, says against the words of its
    /// label: the icon's kind, or nullptr where those say more than it.
    const Kind* kindOfIcon(const QString& icon, const Meaning& label) const;
    /// Whether such a block holds data, as what is drawn as a cylinder does.
    bool holdsData(const Kind& kind) const;
    /// Whether it is what data comes from, and not where it is kept.
    bool isSource(const Kind& kind) const;

private:
    struct Phrase {
        const Kind* kind = nullptr;
        int rank = 0;    ///< as the catalogue's: 0 a name, 1 an alias or product, 2 a technology
        QString product; ///< by its name; empty: none
    };
    struct Found {
        const Phrase* phrase = nullptr;
        qsizetype from = 0, count = 0;
    };
    void add(const QString& text, const Phrase& phrase);
    Meaning meaningOfWords(const QStringList& words) const;
    std::optional<Meaning> meaningOfList(const QString& text) const;
    QList<Found> productsIn(const QStringList& words) const;
    Meaning kindBeside(const QStringList& words, const QList<bool>& taken) const;
    bool isOneOf(const QStringList& words, const Found& product) const;
    bool isData(const Kind& kind) const;
    bool goTogether(const Kind& kind, const Phrase& product) const;

    const Catalogue& catalogue_;
    QHash<QString, Phrase> phrases_;
    QHash<QString, Phrase> alone_;         ///< products that only a whole label means, by folded name
    QSet<QString> products_;               ///< by their names
    QHash<QString, QString> technologies_; ///< by folded name or phrase
    qsizetype longest_ = 0;                ///< phrase, in words
};

} // namespace groundplan
