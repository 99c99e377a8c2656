#pragma once

#include "model/design/local_text.h"
#include "model/design/rows.h"

#include <QHash>
#include <QStringList>

#include <optional>

namespace groundplan {

/// What blocks of a group do in a system, for finding the way from data to those who are served.
enum class GroupRole { None, Data, Serving };
template <>
struct Words<GroupRole> {
    static constexpr std::array words = {"none", "data", "serving"};
};

/// A group of the palette, with its colours (look.md): strong for icon and text, tint for tile and pill.
struct KindGroup {
    QString name; ///< "ingest-and-storage"
    LocalText title;
    QString strong, tint;         ///< "#rrggbb" on light
    QString strongDark, tintDark; ///< "#rrggbb" on dark
    GroupRole role = GroupRole::None;
};

/// The generic kind: of a block that nobody says anything about.
inline const QString kPlainKind = QStringLiteral("block");

/// An entry of the block catalogue.
struct Kind {
    QString name; ///< "feature-store": stored in documents, never changed once shipped
    LocalText title;
    LocalText description;
    QString group;    ///< name of a KindGroup
    QString icon;     ///< path of an SVG file that exists
    QString dotShape; ///< Graphviz shape in DOT exports ("box", "cylinder", "component", ...)
    bool ml = false;
    bool hosts = false; ///< it is what others run on, and an icon of it says less of a block than any word
    Path path = Path::Unset;
    std::optional<Flow>
        flowIn; ///< what a connection to such a block usually carries; nothing: it does not say
    std::optional<Flow> flowOut; ///< the same from such a block
    QStringList technologies;    ///< usual ones, likeliest first
    QStringList foreignShapes;   ///< Graphviz shapes that mean this kind in drawings by others ("cylinder")
    QStringList shortForms;      ///< what people type for the title itself ("gw"), lower case
    QStringList aliases; ///< other words for it, lower case, for search and for guessing kinds of foreign DOT
    QStringList prefixes; ///< first words of identifiers that mean it, lower case ("dim" of dim_users)
};

/// A step that is usual in the field: from one kind to another, and what it carries.
struct UsualLink {
    QString from, to; ///< names of kinds
    Flow flow = Flow::Request;
};

/// A metric by the names that people type, and what is usual about it.
struct UsualMetric {
    QString name; ///< as it is written on the board ("AUC", "p99")
    QStringList aliases;
    MetricKind kind = MetricKind::Offline;
    QString unit; ///< "ms"; empty: a bare number
    Goal goal = Goal::AtLeast;
    LocalText formula; ///< empty here and below: none said
    LocalText when;    ///< it is the right one
    LocalText misleads;
    QString family;      ///< what it is listed under ("ranking")
    bool errors = false; ///< false positives and false negatives can carry a cost
};

/// A product by the names that people type, and what it usually is. Where several kinds list it among their
/// technologies, the word alone means this kind.
struct UsualProduct {
    QString name;        ///< as it is written on the board ("PostgreSQL")
    QStringList aliases; ///< other ways to type it ("postgres", "pg")
    QString kind;        ///< name of a kind
    QStringList alone;   ///< names that are plain words elsewhere ("Segment"): only a whole label means it

    /// Those that mean it among other words, too.
    QStringList names() const { return alone.contains(name) ? aliases : QStringList{name} + aliases; }
};

/// All kinds there are. Loaded once in main() and passed on; a value, immutable afterwards.
class Catalogue {
public:
    /// Loads `folder`/*.json of each folder in turn. Each file is an object with `groups`, `kinds` or others
    /// (see templates/catalog/README.md); a later folder's kind or group of the same name replaces the
    /// earlier one in its place. Icons are `folder`/icons/NAME.svg, in the kind's own folder or an earlier
    /// one. A file that is no JSON and a kind with a wrong value are left out, unknown keys and missing icons
    /// passed over; each is said in `problems` (one sentence with the file and its line, or with the file,
    /// the kind and the key).
    static Catalogue load(const QStringList& folders, QStringList* problems = nullptr);

    const QList<KindGroup>& groups() const { return groups_; } ///< in palette order
    const QList<Kind>& kinds() const { return kinds_; }        ///< in palette order
    const Kind* kind(const QString& name) const;               ///< nullptr: unknown here; draw it plainly
    const KindGroup* group(const QString& name) const;
    const KindGroup* groupOfKind(const QString& kindName) const;
    /// What a foreign label most likely means ("Kafka", "user-events topic" -> event-stream): by exact kind
    /// name, title, alias, technology, then by whole words in it; nullptr when nothing fits. Case,
    /// punctuation and plurals do not count. Made for thousands of labels in a row: the phrases are taken
    /// apart once, when the catalogue is loaded.
    const Kind* guess(const QString& label) const;
    /// What an identifier means by its first word, whatever comes behind it (dim_users: a table, no users);
    /// nullptr for what is none.
    const Kind* guessByPrefix(const QString& identifier) const;
    /// What a Graphviz shape means in a drawing by others ("cylinder": a database); nullptr for shapes that
    /// say nothing.
    const Kind* guessByShape(const QString& dotShape) const;
    /// Kinds that usually follow a block of that kind (or, `upstream`, come before it), likeliest first. Of a
    /// kind that the table does not name: nothing.
    QList<const Kind*> usualNext(const QString& kind, bool upstream = false) const;
    /// What such a connection usually carries; nothing when the table does not say.
    std::optional<Flow> usualFlow(const QString& fromKind, const QString& toKind) const;
    /// The metric with that name or alias, whatever its case; nullptr when it is unknown.
    const UsualMetric* metric(const QString& name) const;
    const QList<UsualMetric>& metrics() const { return metrics_; }
    const QList<UsualProduct>& products() const { return products_; }
    /// How a word that is an abbreviation is written ("llm" -> "LLM", "gpus" -> "GPUs"); empty: it is none.
    QString abbreviation(const QString& word) const;
    /// Kinds whose title, description, alias or technology matches every word of `text`, best first; all for
    /// "".
    QList<const Kind*> search(const QString& text, const QString& language) const;

private:
    /// What a phrase (its words joined by single spaces, see catalogue.cpp) stands for.
    struct Meaning {
        qsizetype kind = 0; ///< index in kinds_
        int rank = 0;       ///< 0: name or title, 1: alias, 2: technology
    };
    void indexKinds();
    const Meaning* meaningOf(const QString& phrase) const;

    QList<KindGroup> groups_;
    QList<Kind> kinds_;
    QList<UsualLink> links_; ///< likeliest first among those from, and those to, one kind
    QList<UsualMetric> metrics_;
    QList<UsualProduct> products_;
    QHash<QString, QString> abbreviations_; ///< by their lower case without slashes
    QHash<QString, qsizetype> kindIndex_;
    QHash<QString, Meaning> phrases_;  ///< the best meaning of each phrase
    QHash<QString, qsizetype> alone_;  ///< indexes in kinds_ by folded names of products that stand alone
    QHash<QString, Meaning> together_; ///< the same, written without spaces ("featurestore")
    qsizetype longestPhrase_ = 0;      ///< in words
};

} // namespace groundplan
