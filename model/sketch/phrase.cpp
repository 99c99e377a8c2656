#include "model/sketch/phrase.h"

#include <algorithm>

namespace groundplan {

namespace {

constexpr int kBeginning = 10; // plus what is left to type
constexpr int kWordByWord = 15;
constexpr int kLaterWord = 20;
constexpr int kAnyOrder = kOnlyOffered + 2;
constexpr int kInside = kOnlyOffered + 5;
constexpr int kLetters = kOnlyOffered + 10; // plus the jumps between them
constexpr qsizetype kLongestRest = 4;       // of a beginning, in the score

bool endsInDigit(const QString& text) {
    return !text.isEmpty() && text.back().isDigit();
}
bool hasDigit(const QString& text) {
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.isDigit(); });
}

/// Whether one insertion, deletion, replacement or swap of neighbours turns `a` into `b`.
bool nearlyEqual(const QString& a, const QString& b) {
    if (std::abs(a.size() - b.size()) > 1)
        return false;
    qsizetype same = 0;
    while (same < a.size() && same < b.size() && a[same] == b[same])
        ++same;
    const QStringView restA = QStringView(a).mid(same);
    const QStringView restB = QStringView(b).mid(same);
    if (restA.size() > restB.size())
        return restA.mid(1) == restB;
    if (restA.size() < restB.size())
        return restA == restB.mid(1);
    if (restA.mid(1) == restB.mid(1))
        return true;
    return restA.size() > 1 && restA[0] == restB[1] && restA[1] == restB[0] && restA.mid(2) == restB.mid(2);
}

} // namespace

Phrase::Phrase(const QString& text) {
    QString word;
    const auto end = [&] {
        if (!word.isEmpty())
            words.append(word);
        word.clear();
    };
    // "1.0" is not "10", nor "11-0" "1-10", nor "C#" "C".
    const auto isDigit = [&text](qsizetype i) { return i >= 0 && i < text.size() && text[i].isDigit(); };
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        const bool within = !c.isSpace() && isDigit(i - 1) && isDigit(i + 1);
        if (c.isLetterOrNumber() || c.isMark() || c.isSurrogate() || c == u'+' || c == u'@' || c == u'#' ||
            within)
            word += c.toCaseFolded();
        else
            end();
    }
    end();
    joined = words.join(u' ');
    for (const QString& one : std::as_const(words)) {
        together += one;
        const bool plural = one.size() > 3 && one.endsWith(u's') && !one.endsWith(QStringLiteral("ss"));
        singular += plural ? QStringView(one).chopped(1) : QStringView(one);
        initials += one.front();
        begins |= beginBit(one.front());
    }
}

std::optional<int> fitOf(const Phrase& query, const Phrase& phrase, bool headCounts) {
    if (query.joined.isEmpty() || phrase.joined.isEmpty())
        return std::nullopt;
    // Whatever fits begins a word, but for a slip of the finger. Thousands of phrases are asked at each
    // keystroke: most end here.
    constexpr qsizetype kShortestSlip = 5;
    const bool mayBegin = (phrase.begins & Phrase::beginBit(query.together.front())) != 0;
    const bool maySlip =
        query.joined.size() >= kShortestSlip && std::abs(query.joined.size() - phrase.joined.size()) <= 1;
    if (!mayBegin && !maySlip)
        return std::nullopt;
    if (query.together == phrase.together)
        return 0;
    if (query.singular == phrase.singular)
        return kPluralFit;
    if (query.together.size() < 2)
        return phrase.joined.startsWith(query.joined) ? std::optional(kOnlyOffered) : std::nullopt;
    const auto slipped = [&]() -> std::optional<int> {
        const bool words = maySlip && !hasDigit(query.joined) && !hasDigit(phrase.joined);
        return words && nearlyEqual(query.joined, phrase.joined) ? std::optional(kTypoFit) : std::nullopt;
    };
    if (!phrase.initials.contains(query.together.front()))
        return slipped();
    // "step 1" is no beginning of "step 12": numbers are names.
    const auto cutsNumber = [](const QString& whole, const QString& begun) {
        return endsInDigit(begun) && whole.size() > begun.size() && whole[begun.size()].isDigit();
    };
    if (cutsNumber(phrase.together, query.together))
        return std::nullopt;
    const bool begins = phrase.joined.startsWith(query.joined);
    if (begins || phrase.together.startsWith(query.together)) {
        // A whole first word of several says too little to be taken for all of them ("feature").
        // So does its plural, which is no beginning of the next word ("videos", of "video storage").
        const bool plural =
            query.joined.endsWith(u's') && phrase.joined.startsWith(query.joined.chopped(1) + u' ');
        const bool wholeWords = plural || (begins && phrase.joined[query.joined.size()] == u' ');
        const qsizetype rest = phrase.joined.size() - query.joined.size();
        return wholeWords ? kOnlyOffered : kBeginning + int(std::min(rest / 4, kLongestRest));
    }
    if (query.words.size() > 1 && query.words.size() <= phrase.words.size()) {
        bool all = true;
        for (qsizetype i = 0; i < query.words.size(); ++i)
            all = all && phrase.words[i].startsWith(query.words[i]);
        if (all)
            return kWordByWord;
    }
    if (query.words.size() == 1 && query.joined.size() >= 3) {
        for (qsizetype i = 1; i < phrase.words.size(); ++i) {
            if (!phrase.words[i].startsWith(query.joined))
                continue;
            const bool head = i == phrase.words.size() - 1;
            return headCounts && (head || phrase.words[i] != query.joined) ? kLaterWord : kOnlyOffered + 1;
        }
    }
    if (query.words.size() == 1 && phrase.words.size() > 1 && query.joined == phrase.initials)
        return kInitialsFit;
    return slipped();
}

std::optional<int> looseFitOf(const Phrase& query, const Phrase& phrase) {
    if (const auto fit = fitOf(query, phrase, true))
        return fit;
    if (query.together.size() < 2 || phrase.together.isEmpty())
        return std::nullopt;
    const auto begins = [&phrase](const QString& word) {
        return std::any_of(phrase.words.begin(), phrase.words.end(),
                           [&word](const QString& there) { return there.startsWith(word); });
    };
    if (std::all_of(query.words.begin(), query.words.end(), begins))
        return kAnyOrder;
    if (query.joined.size() >= 3 && phrase.joined.contains(query.joined))
        return kInside;
    if (query.together.size() < 3 || !phrase.initials.contains(query.together.front()))
        return std::nullopt;
    // Letters in their order, each either behind the last one or at the beginning of a later word.
    int jumps = 0;
    qsizetype at = -1;
    for (const QChar letter : query.together) {
        if (at >= 0 && at + 1 < phrase.joined.size() && phrase.joined[at + 1] == letter) {
            ++at;
            continue;
        }
        qsizetype next = at + 1;
        while (next < phrase.joined.size() &&
               !(phrase.joined[next] == letter && (next == 0 || phrase.joined[next - 1] == u' ')))
            ++next;
        // A letter further on in the same word.
        if (at >= 0 && next >= phrase.joined.size()) {
            next = phrase.joined.indexOf(letter, at + 1);
            if (next >= 0 && phrase.joined.mid(at, next - at).contains(u' '))
                next = -1;
            jumps += 2;
        }
        if (next < 0 || next >= phrase.joined.size())
            return std::nullopt;
        ++jumps;
        at = next;
    }
    return kLetters + jumps;
}

} // namespace groundplan
