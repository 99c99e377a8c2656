#pragma once

#include "model/design/error.h"
#include "model/design/rows.h"

#include <QHash>
#include <QStringList>

namespace groundplan {

/// One text in several languages, as template data holds it ({"en": "...", "ru": "..."} or a bare string).
class LocalText {
public:
    LocalText() = default;
    explicit LocalText(QHash<QString, QString> byLanguage)
        : byLanguage_(std::move(byLanguage)) {}
    /// The text in `language` ("en", "pt_BR": falls back to "pt"), else English, else any; empty when there is none.
    QString in(const QString& language) const;
    bool isEmpty() const { return byLanguage_.isEmpty(); }

private:
    QHash<QString, QString> byLanguage_;
};

/// A group of the palette, with its colours (look.md): strong for icon and text, tint for tile and pill.
struct KindGroup {
    QString name; ///< "ingest-and-storage"
    LocalText title;
    QString strong, tint;         ///< "#rrggbb" on light
    QString strongDark, tintDark; ///< "#rrggbb" on dark
};

/// An entry of the block catalogue.
struct Kind {
    QString name; ///< "feature-store": stored in documents, never changed once shipped
    LocalText title;
    LocalText description;
    QString group;    ///< name of a KindGroup
    QString icon;     ///< path of an SVG file that exists
    QString dotShape; ///< Graphviz shape in DOT exports ("box", "cylinder", "component", ...)
    bool ml = false;
    Path path = Path::Unset;
    QStringList technologies; ///< usual ones, likeliest first
    QStringList aliases;      ///< other words for it, lower case, for search and for guessing kinds of foreign DOT
};

/// All kinds there are. Loaded once in main() and passed on; a value, immutable afterwards.
class Catalogue {
public:
    /// Loads `folder`/*.json of each folder in turn; a later folder's kind of the same name replaces the earlier one.
    /// A broken file is left out and said in `problems` (one sentence with file and line or key); the rest still loads.
    static Catalogue load(const QStringList& folders, QStringList* problems = nullptr);

    const QList<KindGroup>& groups() const { return groups_; } ///< in palette order
    const QList<Kind>& kinds() const { return kinds_; }        ///< in palette order
    const Kind* kind(const QString& name) const;               ///< nullptr: unknown here; draw it plainly
    const KindGroup* group(const QString& name) const;
    const KindGroup* groupOfKind(const QString& kindName) const;
    /// What a foreign label most likely means ("Kafka", "user-events topic" -> event-stream): by exact kind name, title,
    /// alias, technology, then by whole words in it; nullptr when nothing fits.
    const Kind* guess(const QString& label) const;
    /// Kinds whose title, description, alias or technology matches every word of `text`, best first; all for "".
    QList<const Kind*> search(const QString& text, const QString& language) const;

private:
    QList<KindGroup> groups_;
    QList<Kind> kinds_;
    QHash<QString, qsizetype> kindIndex_;
};

} // namespace groundplan
