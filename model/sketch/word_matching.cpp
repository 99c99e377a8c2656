#include "model/sketch/word_matching.h"

#include <algorithm>

namespace groundplan {

namespace {

constexpr int kSynonymBegun = 12;
constexpr int kShortBegun = 10;
constexpr qsizetype kMostRemembered = 256; ///< words of lines
constexpr int kTechnologyBegun = 4;        ///< "feat" is rather the feature store than Feathr

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

WordMatcher WordMatcher::over(const WordMatcher& under) {
    Q_ASSERT(!under.under_);
    WordMatcher matcher = under; // what tables and texts hold is shared
    matcher.known_.clear();
    matcher.exact_.clear();
    matcher.names_.clear();
    matcher.remembered_.clear();
    matcher.under_ = &under;
    return matcher;
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
    names_.insert(block.name);
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
    names_.insert(frame.name);
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
        const Exact* there = exactly(phrase);
        if (!phrase.isEmpty() && (!there || !technology || there->technology))
            exact_.insert(phrase, {knownCount(), technology});
    }
    known_.append(std::move(known));
    remembered_.clear();
}

const WordMatcher::Known& WordMatcher::knownAt(qsizetype index) const {
    const qsizetype below = under_ ? under_->known_.size() : 0;
    return index < below ? under_->known_[index] : known_[index - below];
}

const WordMatcher::Exact* WordMatcher::exactly(const QString& together) const {
    if (const auto it = exact_.constFind(together); it != exact_.cend())
        return &*it;
    return under_ ? under_->exactly(together) : nullptr;
}

void WordMatcher::addKnown(QList<Candidate>& found, const Phrase& query, qsizetype before) const {
    for (qsizetype i = 0; i < known_.size(); ++i) {
        const Known& known = known_[i];
        std::optional<int> best;
        for (const Phrase& phrase : known.phrases) {
            const auto one = fitOf(query, phrase, true);
            if (one && (!best || *one < *best))
                best = one;
        }
        if (best)
            found.append({{known.id, known.kind, {}, {}, *best}, -int(before + i) - 1, known.frame});
    }
}

void WordMatcher::addKinds(QList<Candidate>& found, const Phrase& query, const QString& words) const {
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
}

QList<WordMatcher::Candidate> WordMatcher::candidates(const Phrase& query, const QString& words) const {
    const auto before = remembered_.constFind(words);
    if (before != remembered_.cend())
        return *before;
    QList<Candidate> found;
    if (known_.size() <= kMostCompared)
        addKnown(found, query, 0);
    addKinds(found, query, words);
    if (remembered_.size() >= kMostRemembered)
        remembered_.clear();
    remembered_.insert(words, found);
    return found;
}

QList<Meaning> WordMatcher::meanings(const QString& words, int most, bool frames) const {
    const Phrase query(words);
    if (const Exact* exact = most == 1 ? exactly(query.together) : nullptr) {
        if (const Known& known = knownAt(exact->known); frames || !known.frame)
            return {{known.id, known.kind, {}, {}, 0}};
    }
    QList<Candidate> found = (under_ ? *under_ : *this).candidates(query, words);
    if (under_ && knownCount() <= kMostCompared)
        addKnown(found, query, under_->known_.size());
    if (!frames)
        found.removeIf([](const Candidate& candidate) { return candidate.frame; });
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
    const Exact* exact = exactly(Phrase(title).together);
    return exact ? knownAt(exact->known).id : ElementId{};
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
