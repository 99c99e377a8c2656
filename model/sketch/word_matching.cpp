#include "model/sketch/word_matching.h"

#include <QSet>

#include <algorithm>

namespace groundplan {

namespace {

constexpr int kBeginning = 10;   // plus what is left to type
constexpr int kWordByWord = 15;
constexpr int kLaterWord = 20;
constexpr int kInitials = 16;
constexpr int kTypo = 35;
constexpr int kSynonymBegun = 12;
constexpr int kShortBegun = 10;
constexpr qsizetype kLongestRest = 4; // of a beginning, in the score

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

WordMatcher::Phrase::Phrase(const QString& text) {
    QString word;
    const auto end = [&] {
        if (!word.isEmpty())
            words.append(word);
        word.clear();
    };
    for (const QChar c : text) {
        if (c.isLetterOrNumber() || c.isMark() || c.isSurrogate() || c == u'+' || c == u'@')
            word += c.toCaseFolded();
        else
            end();
    }
    end();
    joined = words.join(u' ');
    for (const QString& one : std::as_const(words)) {
        together += one;
        initials += one.front();
    }
}

WordMatcher::WordMatcher(const Catalogue& catalogue, QString language)
    : catalogue_(catalogue)
    , language_(std::move(language)) {
    for (const Kind& kind : catalogue.kinds()) {
        QStringList titles = kind.title.all();
        titles.prepend(kind.name);
        titles.removeDuplicates();
        for (const QString& title : std::as_const(titles))
            kinds_.append({Phrase(title), &kind, {}, {}, 1, 0});
        for (qsizetype i = 0; i < kind.technologies.size(); ++i)
            kinds_.append({Phrase(kind.technologies[i]), &kind, kind.technologies[i], {}, 2, int(i)});
        for (const QString& alias : kind.aliases)
            kinds_.append({Phrase(alias), &kind, {}, alias, 3, 0});
    }
}

void WordMatcher::add(const Block& block) {
    Known known{block.id, block.kind, false, {}};
    known.phrases.append(Phrase(block.title));
    known.phrases.append(Phrase(block.name));
    if (!block.technology.isEmpty())
        known.phrases.append(Phrase(block.technology));
    add(std::move(known));
}

void WordMatcher::add(const Frame& frame) {
    add(Known{frame.id, {}, true, {Phrase(frame.title), Phrase(frame.name)}});
}

void WordMatcher::add(Known known) {
    for (const Phrase& phrase : std::as_const(known.phrases)) {
        if (!phrase.together.isEmpty())
            exact_.insert(phrase.together, known_.size());
    }
    known_.append(std::move(known));
}

/// How well a query fits a phrase; smaller is better. `headCounts`: its last word alone may stand for it ("gateway").
std::optional<int> WordMatcher::score(const Phrase& query, const Phrase& phrase, bool headCounts) {
    if (query.joined.isEmpty() || phrase.joined.isEmpty())
        return std::nullopt;
    if (query.together == phrase.together)
        return 0;
    if (query.together.size() < 2)
        return phrase.joined.startsWith(query.joined) ? std::optional(kOnlyOffered) : std::nullopt;
    // "step 1" is no beginning of "step 12": numbers are names.
    const auto cutsNumber = [](const QString& whole, const QString& begun) {
        return endsInDigit(begun) && whole.size() > begun.size() && whole[begun.size()].isDigit();
    };
    if (cutsNumber(phrase.together, query.together))
        return std::nullopt;
    const bool begins = phrase.joined.startsWith(query.joined);
    if (begins || phrase.together.startsWith(query.together)) {
        // A whole first word of several says too little to be taken for all of them ("feature").
        const bool wholeWords = begins && phrase.joined[query.joined.size()] == u' ';
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
        return kInitials;
    if (query.joined.size() >= 5 && !hasDigit(query.joined) && !hasDigit(phrase.joined) &&
        nearlyEqual(query.joined, phrase.joined))
        return kTypo;
    return std::nullopt;
}

QList<Meaning> WordMatcher::meanings(const QString& words, int most, bool frames) const {
    const Phrase query(words);
    struct Candidate {
        Meaning meaning;
        int place; ///< among equals
    };
    QList<Candidate> found;
    const auto exact = exact_.constFind(query.together);
    if (exact != exact_.cend() && most == 1 && (frames || !known_[*exact].frame))
        return {{known_[*exact].id, known_[*exact].kind, {}, {}, 0}};
    for (qsizetype i = 0; i < known_.size() && known_.size() <= kMostCompared; ++i) {
        const Known& known = known_[i];
        if (known.frame && !frames)
            continue;
        std::optional<int> best;
        for (const Phrase& phrase : known.phrases) {
            const auto one = score(query, phrase, true);
            if (one && (!best || *one < *best))
                best = one;
        }
        if (best)
            found.append({{known.id, known.kind, {}, {}, *best}, -int(i)});
    }
    for (qsizetype i = 0; i < kinds_.size(); ++i) {
        const KindPhrase& one = kinds_[i];
        auto fits = score(query, one.phrase, one.malus == 1);
        if (!fits)
            continue;
        // Initials and slips of a product or a synonym are too far away from what was typed.
        if (one.malus != 1 && (*fits == kInitials || (*fits == kTypo && one.malus == 3)))
            fits = kOnlyOffered + 2;
        // The beginning of a synonym says less than a word of the kind's own title.
        // Two letters are more often initials than a product begun.
        const int malus = *fits == 0 ? one.malus
                          : one.malus == 3 ? kSynonymBegun
                          : one.malus == 2 && query.together.size() <= 2 ? kShortBegun
                                                                         : one.malus;
        Meaning meaning{{}, one.kind->name, one.technology, {}, *fits + malus};
        if (!one.alias.isEmpty() && *fits == 0 && score(query, Phrase(one.kind->title.in(language_)), true).value_or(99) >= kOnlyOffered)
            meaning.title = titleFrom(words);
        found.append({meaning, one.place * 1000 + int(i)});
    }
    // "rank" is a word for the kind, and the beginning of the title of one that is there: then that one is meant.
    QHash<QString, int> bestOfKind;
    for (const Candidate& candidate : std::as_const(found)) {
        if (!candidate.meaning.existing)
            bestOfKind.insert(candidate.meaning.kind,
                              std::min(candidate.meaning.rank, bestOfKind.value(candidate.meaning.kind, kOnlyOffered)));
    }
    for (Candidate& candidate : found) {
        if (candidate.meaning.existing && candidate.meaning.rank < kOnlyOffered)
            candidate.meaning.rank =
                std::min(candidate.meaning.rank, bestOfKind.value(candidate.meaning.kind, kOnlyOffered));
    }
    std::stable_sort(found.begin(), found.end(), [](const Candidate& a, const Candidate& b) {
        return a.meaning.rank != b.meaning.rank ? a.meaning.rank < b.meaning.rank : a.place < b.place;
    });
    QList<Meaning> best;
    QSet<QString> seen;
    for (const Candidate& candidate : std::as_const(found)) {
        const Meaning& m = candidate.meaning;
        const QString key = m.existing ? m.existing.toString() : m.kind + u'\n' + m.technology;
        if (seen.contains(key))
            continue;
        seen.insert(key);
        best.append(m);
        if (best.size() >= most)
            break;
    }
    return best;
}

Meaning WordMatcher::meaningOf(const QString& words) const {
    const QList<Meaning> best = meanings(words, 1);
    if (!best.isEmpty() && best.first().rank < kOnlyOffered)
        return best.first();
    Meaning meaning;
    meaning.rank = kOnlyOffered - 1;
    meaning.title = titleFrom(words);
    if (const Kind* kind = catalogue_.guess(words))
        meaning.kind = kind->name;
    else
        meaning.kind = QStringLiteral("block");
    return meaning;
}

ElementId WordMatcher::titled(const QString& title) const {
    const auto it = exact_.constFind(Phrase(title).together);
    return it == exact_.cend() ? ElementId{} : known_[*it].id;
}

QString titleFrom(const QString& words) {
    QString title = words.simplified();
    if (!title.isEmpty() && title.front().isLower())
        title.front() = title.front().toUpper();
    return title;
}

} // namespace groundplan
