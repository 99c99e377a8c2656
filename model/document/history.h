#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <QStringList>

namespace groundplan {

/// One entry of the append-only history.
struct HistoryEntry {
    qint64 number = 0; ///< 1, 2, 3, ...
    QDateTime time;    ///< UTC
    QString author;    ///< empty unless the user entered one
    QByteArray key;    ///< message key of the edit; "undo" and "redo" for entries that invert another
    QStringList args;
    qint64 inverts = 0; ///< number of the entry that this one inverts; 0: an edit of its own
    quint64 digest = 0; ///< of the design after it
};

/// A name for a moment of the history, kept beside the design: not recorded and not undone.
struct Version {
    qint64 id = 0;    ///< random, positive
    qint64 entry = 0; ///< number of the history's entry after which the design was so; 0: before the first
    QDateTime time;   ///< UTC, when it was named
    QString name;     ///< unique in the document, whatever its case
    friend bool operator==(const Version&, const Version&) = default;
};

} // namespace groundplan
