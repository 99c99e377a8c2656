#pragma once

#include "model/design/template_reader.h"

#include <QCoreApplication>

#include <algorithm>

// What the parts of the template loader share.

namespace groundplan {

template <class Entry>
void putByName(QList<Entry>& list, Entry entry) {
    const auto same = std::find_if(list.begin(), list.end(),
                                   [&entry](const Entry& other) { return other.name == entry.name; });
    if (same != list.end())
        *same = std::move(entry);
    else
        list.append(std::move(entry));
}

template <class Entry>
bool hasName(const QList<Entry>& list, const QString& name) {
    return std::any_of(list.begin(), list.end(), [&name](const Entry& entry) { return entry.name == name; });
}

/// A name that must be the only one of its sort so far.
template <class Entry>
QString ownName(TemplateReader& reader, const QList<Entry>& before) {
    const QString name = reader.name(QStringLiteral("name"));
    if (hasName(before, name))
        reader.refuse(QStringLiteral("name"),
                      QCoreApplication::translate(
                          "Templates", "%1: the name “%2” was given before; the second one was left out."),
                      name);
    return name;
}

inline QStringList lowered(const QStringList& words) {
    QStringList lower;
    for (const QString& word : words)
        lower << word.toLower().simplified();
    return lower;
}

} // namespace groundplan
