#pragma once

#include <QHash>
#include <QSet>
#include <QString>

#include <optional>

namespace groundplan {

/// The ids of one sort of rows as a JSON file writes them, and what they become: a positive whole number
/// stays, any other text becomes a fresh one.
class JsonIds {
public:
    struct Entry {
        qint64 id = 0;
        QString place; ///< "blocks[3]": where it was said
    };
    /// False when that text is the id of another row already. An empty text is a row without an id.
    bool add(const QString& written, const QString& place);
    /// The row that a text names.
    const Entry* find(const QString& written) const;
    bool contains(qint64 id) const { return taken_.contains(id); }
    /// Gives those that are no numbers theirs; the rows without an id get one from fresh().
    void complete();
    qint64 fresh();
    static std::optional<qint64> numberIn(const QString& written);

private:
    QHash<QString, Entry> byText_;
    QSet<qint64> taken_;
};

} // namespace groundplan
