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
    for (const Kind& kind : catalogue.kinds())
        addPhrasesOf(kind);
    for (const UsualProduct& product : catalogue.products()) {
        const Kind* kind = catalogue.kind(product.kind);
        for (const QString& name : QStringList(product.name) + product.aliases) {
            const Phrase phrase(name);
            products_.insert(phrase.together, &product);
            technologies_.insert(phrase.together, product.name);
            kinds_.append({phrase, kind, product.name, KindPhrase::Product, 0});
        }
    }
}

void WordMatcher::addPhrasesOf(const Kind& kind) {
    QStringList titles = kind.title.all();
    titles.prepend(kind.name);
    titles.append(kind.shortForms);
    titles.removeDuplicates();
    for (const QString& title : std::as_const(titles))
        kinds_.append({Phrase(title), &kind, {}, KindPhrase::Title, 0});
    for (qsizetype i = 0; i < kind.technologies.size(); ++i) {
        // Several kinds may list the same one: the word alone means the kind that the products say, or the
        // one that has it for a synonym.
        const QString& technology = kind.technologies[i];
        const Kind* usual = catalogue_.guess(technology);
        const bool own = !usual || usual == &kind;
        kinds_.append(
            {Phrase(technology), &kind, technology, own ? KindPhrase::Product : KindPhrase::Listed, int(i)});
    }
    for (const QString& technology : kind.technologies)
        technologies_.insert(Phrase(technology).together, technology);
    for (const QString& alias : kind.aliases)
        kinds_.append({Phrase(alias), &kind, {}, KindPhrase::Alias, 0});
}

void WordMatcher::add(const Block& block) {
    Known known{block.id, block.kind, false, {}};
    known.phrases.append(Phrase(block.title));
    known.phrases.append(Phrase(block.name));
    if (!block.technology.isEmpty()) {
        const Phrase technology(block.technology);
        known.phrases.append(technology);
        // By whatever name the product is typed, it is the same one.
        if (const UsualProduct* product = products_.value(technology.together)) {
            for (const QString& name : QStringList(product->name) + product->aliases)
                known.phrases.append(Phrase(name));
        }
    }
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
    constexpr qsizetype kCalled = 2; // title and name come first
    for (qsizetype i = 0; i < known.phrases.size(); ++i) {
        const QString& phrase = known.phrases[i].together;
        const bool technology = i >= kCalled;
        const auto there = exact_.constFind(phrase);
        if (!phrase.isEmpty() && (there == exact_.cend() || !technology || there->technology))
            exact_.insert(phrase, {known_.size(), technology});
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
    if (exact != exact_.cend() && most == 1 && (frames || !known_[exact->known].frame))
        return {{known_[exact->known].id, known_[exact->known].kind, {}, {}, 0}};
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
    const bool abbreviates = !catalogue_.abbreviation(words.simplified()).isEmpty();
    for (qsizetype i = 0; i < kinds_.size(); ++i) {
        const KindPhrase& one = kinds_[i];
        auto fits = fitOf(query, one.phrase, one.sort == KindPhrase::Title);
        if (!fits)
            continue;
        const bool whole = *fits <= kPluralFit;
        // An abbreviation is a word by itself, whatever else begins so ("BI", and BigQuery).
        if (!whole && abbreviates)
            fits = std::max(*fits, kOnlyOffered);
        const bool product = one.sort == KindPhrase::Product || one.sort == KindPhrase::Listed;
        // Initials and slips of a product or a synonym are too far away from what was typed.
        if (one.sort != KindPhrase::Title &&
            (*fits == kInitialsFit || (*fits == kTypoFit && one.sort == KindPhrase::Alias)))
            fits = kOnlyOffered + 2;
        // The beginning of a synonym says less than a word of the kind's own title.
        // Two letters are more often initials than a product begun.
        const int malus = whole || one.sort == KindPhrase::Title  ? int(one.sort)
                          : one.sort == KindPhrase::Alias         ? kSynonymBegun
                          : product && query.together.size() <= 2 ? kShortBegun
                                                                  : kTechnologyBegun;
        Meaning meaning{{}, one.kind->name, one.technology, {}, *fits + malus};
        if (one.sort == KindPhrase::Alias && whole) {
            if (abbreviates ||
                fitOf(query, Phrase(one.kind->title.in(language_)), true).value_or(99) >= kOnlyOffered)
                meaning.title = titleFrom(words, catalogue_);
        }
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
    // A synonym that is a product of its kind is that product ("redis", of a cache).
    QSet<QString> made;
    for (const Candidate& candidate : std::as_const(found)) {
        if (!candidate.meaning.technology.isEmpty())
            made.insert(candidate.meaning.kind + u'\n' + Phrase(candidate.meaning.technology).together);
    }
    QList<Meaning> best;
    QSet<QString> seen;
    for (const Candidate& candidate : std::as_const(found)) {
        const Meaning& m = candidate.meaning;
        if (!m.title.isEmpty() && made.contains(m.kind + u'\n' + Phrase(m.title).together))
            continue;
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
    return newBlockOf(words);
}

Meaning WordMatcher::newBlockOf(const QString& words) const {
    Meaning meaning;
    meaning.rank = kOnlyOffered - 1;
    meaning.title = titleFrom(words, catalogue_);
    const Kind* kind = catalogue_.guess(words);
    meaning.kind = kind ? kind->name : QStringLiteral("block");
    if (!kind)
        return meaning;
    // "redis cache", "our postgres": the product that the words speak of is the block's.
    const QString spoken = u' ' + Phrase(words).joined + u' ';
    for (const KindPhrase& one : kinds_) {
        if (one.kind == kind && !one.technology.isEmpty() &&
            spoken.contains(u' ' + one.phrase.joined + u' ')) {
            meaning.technology = one.technology;
            break;
        }
    }
    return meaning;
}

ElementId WordMatcher::titled(const QString& title) const {
    const auto it = exact_.constFind(Phrase(title).together);
    return it == exact_.cend() ? ElementId{} : known_[it->known].id;
}

QString WordMatcher::product(const QString& technology) const {
    return technology.isEmpty() ? technology : technologies_.value(Phrase(technology).together, technology);
}

QString titleFrom(const QString& words, const Catalogue& catalogue) {
    QStringList parts = words.simplified().split(u' ');
    for (QString& part : parts) {
        // What holds a capital was written so on purpose.
        if (part != part.toLower())
            continue;
        if (const QString written = catalogue.abbreviation(part); !written.isEmpty())
            part = written;
        else if (&part == &parts.front() && !part.isEmpty() && part.front().isLower())
            part.front() = part.front().toUpper();
    }
    return parts.join(u' ');
}

} // namespace groundplan
