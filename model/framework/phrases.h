#pragma once

#include <QSet>
#include <QString>
#include <QStringList>

namespace groundplan {

/// The words of a text in their order, each cut to its stem ("expected costs" and "the cost we expect" share
/// "expect" and "cost"). Case, punctuation and British or American spelling do not count, nor whether a
/// number is written in words ("10x" is "ten times", "5 %" is "5 per cent"); of Chinese and Japanese each
/// sign is a word.
QStringList stemsOf(const QString& text);

/// Words like "the" and "is", by stem: they carry nothing, and no phrase is lost for want of them.
bool isFiller(const QString& stem);

/// Some words that belong together, in whatever order and form.
struct KeyPhrase {
    KeyPhrase() = default;
    explicit KeyPhrase(const QString& words);
    bool isEmpty() const { return stems.isEmpty(); }
    /// Whether all of them are there, wherever.
    bool isIn(const QSet<QString>& stemsOfText) const;

    QString text;      ///< as written
    QStringList stems; ///< each once, without fillers unless there is nothing else
};

/// A text, taken apart to look for phrases. It says one where its words stand in one clause, in whatever
/// order, with few others between: "stop stolen logins without annoying people who score high" does not say
/// "without a score".
class SpokenText {
public:
    SpokenText() = default;
    explicit SpokenText(const QString& text);
    bool isEmpty() const { return words_.isEmpty(); }
    /// As it is written there, from the first word to the last; empty: it is not said.
    QString quoteOf(const KeyPhrase& phrase) const;
    /// The same of the first phrase that is said.
    QString quoteOf(const QList<KeyPhrase>& phrases) const;

private:
    struct Word {
        QString stem;
        qsizetype from = 0, to = 0; ///< where it is written; `to` is behind it
        int clause = 0;
    };
    QString text_;
    QList<Word> words_;    ///< with fillers
    QList<Word> carrying_; ///< without
    QSet<QString> stems_;
};

QList<KeyPhrase> phrasesOf(const QStringList& texts);
/// The stems of a text, each once.
QSet<QString> stemSetOf(const QString& text);

} // namespace groundplan
