#pragma once

#include <QSet>
#include <QString>
#include <QStringList>

namespace groundplan {

/// The words of a text in their order, each cut to its stem ("expected costs" and "the cost we expect" share
/// "expect" and "cost"). Case, punctuation and British or American spelling do not count; of Chinese and
/// Japanese each sign is a word.
QStringList stemsOf(const QString& text);

/// Words like "the" and "is", by stem: they carry nothing, and no phrase is lost for want of them.
bool isFiller(const QString& stem);

/// Some words that belong together. A text says it when all of them are in it, in whatever order and form.
struct KeyPhrase {
    KeyPhrase() = default;
    explicit KeyPhrase(const QString& words);
    bool isEmpty() const { return stems.isEmpty(); }
    bool isIn(const QSet<QString>& stemsOfText) const;

    QString text;      ///< as written
    QStringList stems; ///< each once, without fillers unless there is nothing else
};

QList<KeyPhrase> phrasesOf(const QStringList& texts);
bool isAnyIn(const QList<KeyPhrase>& phrases, const QSet<QString>& stemsOfText);
/// The stems of a text, each once.
QSet<QString> stemSetOf(const QString& text);

} // namespace groundplan
