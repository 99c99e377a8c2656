#pragma once

#include <QStringList>

namespace groundplan {

/// Takes "--name NUMBER" out of a test's arguments, so that Qt Test does not see it.
inline quint64 takeNumber(QStringList& words, const QString& name, quint64 otherwise) {
    const qsizetype at = words.indexOf(name);
    if (at < 1 || at + 1 >= words.size())
        return otherwise;
    const quint64 value = words.at(at + 1).toULongLong();
    words.remove(at, 2);
    return value;
}

} // namespace groundplan
