#pragma once

#include <QString>
#include <QStringList>

#include <optional>

namespace groundplan {

/// A text taken apart for matching: words in lower case, whatever stands between them.
struct Phrase {
    QStringList words;
    QString joined;   ///< with single spaces
    QString together; ///< without
    QString singular; ///< the same, words without the s of a plural
    QString initials;
    quint64 begins = 0; ///< a bit for each of these, as beginBit() says; several letters share one
    Phrase() = default;
    explicit Phrase(const QString& text);
    static quint64 beginBit(QChar letter) { return quint64(1) << (letter.unicode() % 64); }
};

/// How well what was typed fits a phrase; smaller is better, 0 is the whole of it; nothing: not at all. By
/// the whole, by beginnings ("kaf", "mod reg", "gat"), by initials ("fs") and with one letter wrong. From
/// kOnlyOffered on a fit is too weak to be taken without being chosen. `headCounts`: the last word alone may
/// stand for the phrase ("gateway").
std::optional<int> fitOf(const Phrase& query, const Phrase& phrase, bool headCounts);
/// The same, and what a person who sees the list also expects to find, from kOnlyOffered on: words in any
/// order, a part of a word, and letters in their order, the first of them beginning a word ("tdsel" for "tidy
/// the selection").
std::optional<int> looseFitOf(const Phrase& query, const Phrase& phrase);

/// What fitOf() finds by the whole as a plural, by initials and by a slip of the finger, for those who think
/// less of it.
inline constexpr int kPluralFit = 1; ///< up to here it is the whole, perhaps as a plural
inline constexpr int kInitialsFit = 16;
inline constexpr int kTypoFit = 35;
inline constexpr int kOnlyOffered = 40;

} // namespace groundplan
