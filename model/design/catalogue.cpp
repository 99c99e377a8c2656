#include "model/design/catalogue.h"

#include "model/design/folded_words.h"

#include <QRegularExpression>

#include <algorithm>

namespace groundplan {

namespace {

/// "A/B" is a test, "A B" are two letters.
bool saysSomething(const QString& phrase) {
    const QStringList words = phrase.split(u' ');
    return std::any_of(words.begin(), words.end(), [](const QString& word) { return word.size() > 1; });
}

QString phraseOf(const QString& text, bool humps = false) {
    return foldedWords(text, humps).join(u' ');
}

} // namespace

void Catalogue::indexKinds() {
    const auto add = [this](const QString& text, Meaning meaning) {
        const QString phrase = phraseOf(text);
        if (phrase.isEmpty())
            return;
        longestPhrase_ = std::max(longestPhrase_, phrase.count(u' ') + 1);
        // The better rank wins, then the kind that stands first in the palette.
        const auto keepBest = [&meaning](QHash<QString, Meaning>& index, const QString& key) {
            const auto it = index.find(key);
            if (it == index.end())
                index.insert(key, meaning);
            else if (meaning.rank < it->rank)
                *it = meaning;
        };
        keepBest(phrases_, phrase);
        keepBest(together_, QString(phrase).remove(u' '));
    };
    for (qsizetype i = 0; i < kinds_.size(); ++i) {
        const Kind& kind = kinds_.at(i);
        kindIndex_.insert(kind.name, i);
        add(kind.name, {i, 0});
        const QStringList titles = kind.title.all();
        for (const QString& title : titles)
            add(title, {i, 0});
        for (const QString& alias : kind.aliases)
            add(alias, {i, 1});
        for (const QString& technology : kind.technologies)
            add(technology, {i, 2});
    }
    for (const UsualProduct& product : std::as_const(products_)) {
        const Meaning meaning{kindIndex_.value(product.kind), 1};
        for (const QString& name : product.names())
            add(name, meaning);
        for (const QString& name : product.alone)
            alone_.insert(name.toCaseFolded(), meaning.kind);
    }
}

const Kind* Catalogue::kind(const QString& name) const {
    const auto it = kindIndex_.constFind(name);
    return it == kindIndex_.cend() ? nullptr : &kinds_.at(*it);
}

const KindGroup* Catalogue::group(const QString& name) const {
    const auto it =
        std::find_if(groups_.begin(), groups_.end(), [&name](const KindGroup& g) { return g.name == name; });
    return it == groups_.end() ? nullptr : &*it;
}

const KindGroup* Catalogue::groupOfKind(const QString& kindName) const {
    const Kind* found = kind(kindName);
    return found ? group(found->group) : nullptr;
}

QList<const Kind*> Catalogue::usualNext(const QString& of, bool upstream) const {
    QList<const Kind*> next;
    for (const UsualLink& link : links_) {
        if ((upstream ? link.to : link.from) != of)
            continue;
        if (const Kind* other = kind(upstream ? link.from : link.to))
            next.append(other);
    }
    return next;
}

std::optional<Flow> Catalogue::usualFlow(const QString& fromKind, const QString& toKind) const {
    const auto it = std::find_if(links_.begin(), links_.end(), [&](const UsualLink& link) {
        return link.from == fromKind && link.to == toKind;
    });
    return it == links_.end() ? std::nullopt : std::optional(it->flow);
}

const UsualMetric* Catalogue::metric(const QString& name) const {
    const auto it = std::find_if(metrics_.begin(), metrics_.end(), [&name](const UsualMetric& metric) {
        return metric.name.compare(name, Qt::CaseInsensitive) == 0 ||
               metric.aliases.contains(name, Qt::CaseInsensitive);
    });
    if (it != metrics_.end())
        return &*it;
    // "recall@300" is what "recall@k" is, "mrr@10" an MRR.
    const qsizetype at = name.lastIndexOf(u'@');
    const QStringView number = QStringView(name).mid(at + 1);
    if (at <= 0 || number.isEmpty() ||
        !std::all_of(number.begin(), number.end(), [](QChar c) { return c >= u'0' && c <= u'9'; }))
        return nullptr;
    const UsualMetric* any = metric(name.left(at) + QStringLiteral("@k"));
    return any ? any : metric(name.left(at));
}

QString Catalogue::abbreviation(const QString& word) const {
    const QString folded = QString(word).remove(u'/').toCaseFolded();
    const auto whole = abbreviations_.constFind(folded);
    if (whole != abbreviations_.cend())
        return *whole;
    if (folded.size() < 4 || !folded.endsWith(u's'))
        return {};
    const auto one = abbreviations_.constFind(folded.chopped(1));
    return one == abbreviations_.cend() ? QString() : *one + u's';
}

const Catalogue::Meaning* Catalogue::meaningOf(const QString& phrase) const {
    const auto it = phrases_.constFind(phrase);
    return it == phrases_.cend() ? nullptr : &*it;
}

const Kind* Catalogue::guess(const QString& label) const {
    // A label is a line or two; of a whole text the beginning says what it is.
    const QString text = label.left(200);
    if (const Kind* kind = guessByPrefix(text))
        return kind;
    if (const auto alone = alone_.constFind(text.simplified().toCaseFolded()); alone != alone_.cend())
        return &kinds_.at(*alone);
    for (const bool humps : {false, true}) {
        const QString phrase = phraseOf(text, humps);
        if (phrase.isEmpty())
            return nullptr;
        const bool says = saysSomething(phrase) || text.contains(u'/');
        if (const Meaning* meaning = meaningOf(phrase); meaning && says)
            return &kinds_.at(meaning->kind);
        if (const auto it = together_.constFind(QString(phrase).remove(u' ')); says && it != together_.cend())
            return &kinds_.at(it->kind);

        // The longest phrase in it says most; among equals a name more than a technology, and the last one
        // more than those before it, which only describe it ("user events topic").
        const QStringList words = phrase.split(u' ');
        for (qsizetype count = std::min(longestPhrase_, words.size()); count > 0; --count) {
            const Meaning* best = nullptr;
            for (qsizetype from = 0; from + count <= words.size(); ++from) {
                const QString part = words.mid(from, count).join(u' ');
                const Meaning* meaning = meaningOf(part);
                if (meaning && saysSomething(part) && (!best || meaning->rank <= best->rank))
                    best = meaning;
            }
            if (best)
                return &kinds_.at(best->kind);
        }
    }
    return nullptr;
}

const Kind* Catalogue::guessByPrefix(const QString& identifier) const {
    // "dim_users", "analytics.dim_users"
    static const QRegularExpression form(QStringLiteral("^\\s*(?:\\w+\\.){0,4}([A-Za-z]+)_\\w+\\s*$"),
                                         QRegularExpression::UseUnicodePropertiesOption);
    const auto match = form.match(identifier.left(200));
    if (!match.hasMatch())
        return nullptr;
    const QString prefix = match.captured(1).toLower();
    const auto it = std::find_if(kinds_.begin(), kinds_.end(),
                                 [&prefix](const Kind& kind) { return kind.prefixes.contains(prefix); });
    return it == kinds_.end() ? nullptr : &*it;
}

const Kind* Catalogue::guessByShape(const QString& dotShape) const {
    const auto it = std::find_if(kinds_.begin(), kinds_.end(), [&dotShape](const Kind& kind) {
        return kind.foreignShapes.contains(dotShape);
    });
    return it == kinds_.end() ? nullptr : &*it;
}

QList<const Kind*> Catalogue::search(const QString& text, const QString& language) const {
    const QStringList words = text.simplified().split(u' ', Qt::SkipEmptyParts);
    struct Hit {
        const Kind* kind;
        int penalty;
    };
    QList<Hit> hits;
    for (const Kind& kind : kinds_) {
        const QString title = kind.title.in(language);
        const QString name = QString(kind.name).replace(u'-', u' ');
        const QString description = kind.description.in(language);
        // How badly one word fits: from "it is the title" to "it occurs in the description".
        const auto penaltyOf = [&](const QString& word) -> std::optional<int> {
            const auto is = [&word](const QString& where) {
                return where.compare(word, Qt::CaseInsensitive) == 0;
            };
            const auto starts = [&word](const QString& where) {
                return where.startsWith(word, Qt::CaseInsensitive);
            };
            const auto startsWord = [&](const QString& where) {
                return starts(where) || where.contains(u' ' + word, Qt::CaseInsensitive);
            };
            const auto holds = [&word](const QString& where) {
                return where.contains(word, Qt::CaseInsensitive);
            };
            const auto any = [](const QStringList& list, auto fits) {
                return std::any_of(list.begin(), list.end(), fits);
            };
            if (is(title))
                return 0;
            if (starts(title))
                return 1;
            if (startsWord(title) || startsWord(name))
                return 2;
            if (any(kind.aliases, is))
                return 3;
            if (any(kind.technologies, is))
                return 4;
            if (any(kind.aliases, startsWord))
                return 5;
            if (any(kind.technologies, startsWord))
                return 6;
            if (holds(title) || any(kind.aliases, holds) || any(kind.technologies, holds))
                return 7;
            if (startsWord(description))
                return 8;
            return std::nullopt;
        };
        int penalty = 0;
        bool all = true;
        for (const QString& word : words) {
            const auto one = penaltyOf(word);
            all = all && one;
            penalty += one.value_or(0);
        }
        if (all)
            hits.append({&kind, penalty});
    }
    std::stable_sort(hits.begin(), hits.end(),
                     [](const Hit& a, const Hit& b) { return a.penalty < b.penalty; });
    QList<const Kind*> kinds;
    kinds.reserve(hits.size());
    for (const Hit& hit : hits)
        kinds.append(hit.kind);
    return kinds;
}

} // namespace groundplan
