#include "model/sketch/word_matching.h"

#include <QSet>

#include <algorithm>

namespace groundplan {

namespace {

constexpr int kSynonymBegun = 12;
constexpr int kShortBegun = 10;
constexpr int kTechnologyBegun = 4; ///< "feat" is rather the feature store than Feathr

} // namespace

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

void WordMatcher::add(const Design& design) {
    for (const Element* element : design.elements.sorted()) {
        if (const Block* block = design.blocks.find(element->id))
            add(*block);
        else if (const Frame* frame = design.frames.find(element->id))
            add(*frame);
    }
}

void WordMatcher::add(Known known) {
    for (const Phrase& phrase : std::as_const(known.phrases)) {
        if (!phrase.together.isEmpty())
            exact_.insert(phrase.together, known_.size());
    }
    known_.append(std::move(known));
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
            const auto one = fitOf(query, phrase, true);
            if (one && (!best || *one < *best))
                best = one;
        }
        if (best)
            found.append({{known.id, known.kind, {}, {}, *best}, -int(i)});
    }
    for (qsizetype i = 0; i < kinds_.size(); ++i) {
        const KindPhrase& one = kinds_[i];
        auto fits = fitOf(query, one.phrase, one.malus == 1);
        if (!fits)
            continue;
        // Initials and slips of a product or a synonym are too far away from what was typed.
        if (one.malus != 1 && (*fits == kInitialsFit || (*fits == kTypoFit && one.malus == 3)))
            fits = kOnlyOffered + 2;
        // The beginning of a synonym says less than a word of the kind's own title.
        // Two letters are more often initials than a product begun.
        const int malus = *fits == 0                                     ? one.malus
                          : one.malus == 3                               ? kSynonymBegun
                          : one.malus == 2 && query.together.size() <= 2 ? kShortBegun
                          : one.malus == 2                               ? kTechnologyBegun
                                                                         : one.malus;
        Meaning meaning{{}, one.kind->name, one.technology, {}, *fits + malus};
        if (!one.alias.isEmpty() && *fits == 0 &&
            fitOf(query, Phrase(one.kind->title.in(language_)), true).value_or(99) >= kOnlyOffered)
            meaning.title = titleFrom(words);
        found.append({meaning, one.place * 1000 + int(i)});
    }
    // "rank" is a word for the kind, and the beginning of the title of one that is there: then that one is
    // meant.
    QHash<QString, int> bestOfKind;
    for (const Candidate& candidate : std::as_const(found)) {
        if (!candidate.meaning.existing)
            bestOfKind.insert(
                candidate.meaning.kind,
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
