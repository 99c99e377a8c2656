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

} // namespace groundplan
