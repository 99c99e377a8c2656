#include "model/design/label_words.h"

#include "model/design/folded_words.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace groundplan {

namespace {

/// Nouns that say that something runs, and not what it does: that stands before them ("user service",
/// "Triton server").
const QSet<QString>& carriers() {
    static const QSet<QString> words{
        u"service"_s, u"microservice"_s, u"server"_s, u"job"_s,      u"function"_s, u"instance"_s,
        u"process"_s, u"worker"_s,       u"task"_s,   u"engine"_s,   u"system"_s,   u"module"_s,
        u"app"_s,     u"platform"_s,     u"api"_s,    u"pipeline"_s, u"router"_s};
    return words;
}
/// Of these, nouns that say what it is where nothing else does ("User API").
const QSet<QString>& lastResorts() {
    static const QSet<QString> words{u"api"_s, u"pipeline"_s, u"router"_s};
    return words;
}
/// Nouns that every product has some of ("BigQuery tables", "Cassandra cluster").
const QSet<QString>& holders() {
    static const QSet<QString> words{u"cluster"_s, u"container"_s, u"table"_s,   u"node"_s, u"pod"_s,
                                     u"host"_s,    u"store"_s,     u"storage"_s, u"db"_s,   u"database"_s,
                                     u"index"_s,   u"broker"_s,    u"gpu"_s,     u"tpu"_s,  u"cpu"_s};
    return words;
}
/// Nouns of which all that stands before them says only what they are of ("Model evaluation dashboard").
const QSet<QString>& heads() {
    static const QSet<QString> words{u"dashboard"_s, u"cache"_s,    u"queue"_s,     u"log"_s,
                                     u"lake"_s,      u"database"_s, u"warehouse"_s, u"scheduler"_s};
    return words;
}
/// What somebody does, at the beginning of a label: "Train model" is training, and "Credit score" no scoring.
const QSet<QString>& orders() {
    static const QSet<QString> words{u"train"_s,   u"retrain"_s, u"evaluate"_s, u"monitor"_s, u"serve"_s,
                                     u"predict"_s, u"score"_s,   u"rank"_s,     u"ingest"_s};
    return words;
}
/// Words that mean a kind where nothing is beside them, and in longer labels anything.
const QSet<QString>& loneWords() {
    static const QSet<QString> words{u"registry"_s, u"repository"_s, u"score"_s,  u"review"_s,  u"split"_s,
                                     u"filter"_s,   u"fit"_s,        u"build"_s,  u"release"_s, u"analyst"_s,
                                     u"person"_s,   u"view"_s,       u"player"_s, u"partner"_s, u"weather"_s,
                                     u"map"_s,      u"sample"_s,     u"car"_s,    u"like"_s,    u"report"_s,
                                     u"popular"_s,  u"rule"_s};
    return words;
}

/// How many words stand before what only says more of them ("Model training on a GPU cluster").
qsizetype headOf(const QStringList& words) {
    static const QSet<QString> prepositions{u"on"_s,  u"with"_s, u"using"_s, u"via"_s, u"in"_s,
                                            u"for"_s, u"of"_s,   u"by"_s,    u"at"_s};
    qsizetype head = 1;
    while (head < words.size() && !prepositions.contains(words[head]))
        ++head;
    return std::min(head, words.size());
}

/// Pictures among the letters ("👤 Analyst") are no words.
QString withoutPictures(QString text) {
    if (std::none_of(text.begin(), text.end(), [](QChar c) { return c.isSurrogate(); }))
        return text;
    const QList<uint> letters = text.toUcs4();
    text.clear();
    for (const uint letter : letters) {
        if (QChar::requiresSurrogates(letter) && !QChar::isLetterOrNumber(letter))
            text += u' ';
        else
            text += QStringView(QChar::fromUcs4(letter));
    }
    return text;
}

QString phraseOf(const QString& text) {
    return foldedWords(text).join(u' ');
}

} // namespace

LabelWords::LabelWords(const Catalogue& catalogue)
    : catalogue_(catalogue) {
    for (const Kind& kind : catalogue.kinds()) {
        add(kind.name, {&kind, 0, {}});
        const QStringList titles = kind.title.all();
        for (const QString& title : titles)
            add(title, {&kind, 0, {}});
        for (const QString& alias : kind.aliases)
            add(alias, {&kind, 1, {}});
        for (const QString& technology : kind.technologies) {
            add(technology, {&kind, 2, {}});
            technologies_.insert(technology.toCaseFolded(), technology);
        }
    }
    for (const UsualProduct& product : catalogue.products())
        products_.insert(product.name);
    // A name of a product means that, whatever else some kind lists.
    const auto nameIt = [this](const QString& words, const QString& product) {
        if (QString& known = technologies_[words]; !products_.contains(known))
            known = product;
    };
    for (const UsualProduct& product : catalogue.products()) {
        const Phrase phrase{catalogue.kind(product.kind), 1, product.name};
        for (const QString& said : product.alone)
            alone_.insert(said.toCaseFolded(), phrase);
        for (const QString& said : product.names()) {
            // The word alone is the product, whatever kind it is an alias of.
            const QString key = phraseOf(said);
            const auto known = phrases_.constFind(key);
            Phrase with = phrase;
            if (known != phrases_.cend() && known->rank < 2 && known->kind)
                with = {known->kind, known->rank, product.name};
            phrases_.insert(key, with);
            longest_ = std::max(longest_, key.count(u' ') + 1);
            nameIt(said.toCaseFolded(), product.name);
            nameIt(key, product.name);
        }
    }
}

void LabelWords::add(const QString& text, const Phrase& phrase) {
    const QString key = phraseOf(text);
    const QStringList words = key.split(u' ');
    // "A/B" is no two words that others may write, too.
    if (key.size() < 2 ||
        std::all_of(words.begin(), words.end(), [](const QString& w) { return w.size() == 1; }))
        return;
    longest_ = std::max(longest_, key.count(u' ') + 1);
    const auto known = phrases_.constFind(key);
    if (known == phrases_.cend() || phrase.rank < known->rank)
        phrases_.insert(key, phrase);
}

QString LabelWords::technologyNamed(const QString& words) const {
    const QString folded = words.simplified().toCaseFolded();
    if (const QString named = technologies_.value(folded); !named.isEmpty())
        return named;
    return technologies_.value(phraseOf(words));
}

QList<LabelWords::Found> LabelWords::productsIn(const QStringList& words) const {
    QList<Found> found;
    for (qsizetype from = 0; from < words.size();) {
        qsizetype count = std::min(longest_, words.size() - from);
        for (; count > 0; --count) {
            const auto it = phrases_.constFind(words.mid(from, count).join(u' '));
            if (it != phrases_.cend() && !it->product.isEmpty()) {
                found.append({&*it, from, count});
                break;
            }
        }
        from += std::max<qsizetype>(count, 1);
    }
    return found;
}

QString LabelWords::technologyOfIcon(const QString& icon) const {
    // Ids of boxes are asked, too: "web" and "rules" are words there, and no technology.
    if (const QString named = technologyNamed(icon); isProduct(named))
        return named;
    const QList<Found> products = productsIn(foldedWords(icon.left(200), true));
    return products.isEmpty() ? QString() : products.last().phrase->product;
}

/// What data comes from, and not where it is kept: what a service is for, not what it is.
bool LabelWords::isSource(const Kind& kind) const {
    const Kind* store = catalogue_.guessByShape(u"cylinder"_s);
    return isData(kind) && store && kind.group != store->group;
}

bool LabelWords::isData(const Kind& kind) const {
    const KindGroup* group = catalogue_.group(kind.group);
    return group && group->role == GroupRole::Data;
}

bool LabelWords::holdsData(const Kind& kind) const {
    const KindGroup* group = catalogue_.group(kind.group);
    if (kind.ml || (group && group->role == GroupRole::Serving))
        return false;
    return !isSource(kind) || kind.flowOut.has_value();
}

const Kind* LabelWords::kindOfIcon(const QString& icon, const Meaning& label) const {
    // What makers call their own, and words of files.
    static const QSet<QString> makers{u"aw"_s,     u"amazon"_s,  u"azure"_s,   u"gcp"_s,    u"google"_s,
                                      u"cloud"_s,  u"apache"_s,  u"arch"_s,    u"re"_s,     u"resource"_s,
                                      u"icon"_s,   u"logo"_s,    u"light"_s,   u"dark"_s,   u"color"_s,
                                      u"simple"_s, u"elastic"_s, u"service"_s, u"managed"_s};
    const QStringList words = foldedWords(icon.left(200), true);
    const QList<Found> products = productsIn(words);
    if (products.isEmpty())
        return nullptr;
    const Phrase& product = *products.last().phrase;
    for (qsizetype i = 0, next = 0; i < words.size(); ++i) {
        if (next < products.size() && products[next].from == i) {
            if (products[next].phrase->product != product.product)
                return nullptr;
            i += products[next++].count - 1;
        } else if (!makers.contains(words[i]) && !words[i].front().isDigit()) {
            return nullptr;
        }
    }
    const Kind* kind = product.kind;
    if (!kind || kind->name == kPlainKind || (label.kind && kind->hosts))
        return nullptr;
    // What a noun says is surer than a maker's icon ("Ranker endpoint"), but not what is only in a thing.
    const bool stays =
        label.kind &&
        (label.weight == Weight::Whole ||
         (label.weight == Weight::Noun && (!isSource(*label.kind) || goTogether(*label.kind, product))));
    return stays ? nullptr : kind;
}

/// The kind that the words which belong to no product mean; `taken`: those that do.
LabelWords::Meaning LabelWords::kindBeside(const QStringList& words, const QList<bool>& taken) const {
    if (words.size() > 1 && orders().contains(words.first()) && !taken.first()) {
        const auto it = phrases_.constFind(words.first());
        if (it != phrases_.cend() && it->kind)
            return {it->kind, {}, Weight::Whole};
    }
    const bool carried = words.size() > 1 && carriers().contains(words.last());
    qsizetype end = words.size(); // what runs is said by what stands before it
    while (end > 1 && carriers().contains(words[end - 1]))
        --end;
    for (qsizetype count = std::min(longest_, words.size()); count > 0; --count) {
        const Phrase* best = nullptr;
        bool isNoun = false;
        for (qsizetype from = 0; from + count <= words.size(); ++from) {
            if (std::find(taken.begin() + from, taken.begin() + from + count, true) !=
                taken.begin() + from + count)
                continue;
            const QString part = words.mid(from, count).join(u' ');
            const auto it = phrases_.constFind(part);
            if (it == phrases_.cend() || !it->kind || part.size() < 2)
                continue;
            const bool last = from + count == words.size();
            if (count == 1 && words.size() > 1 &&
                (loneWords().contains(part) || carriers().contains(part) ||
                 (carried && !last && isSource(*it->kind))))
                continue;
            // The noun at the end outdoes what stands before it, but for a technology.
            const bool noun = from + count >= end;
            // An API is no store, nor work that is done at night, of what it is about.
            if (words.last() == u"api"_s && from + count < words.size() &&
                (isData(*it->kind) || it->kind->path == Path::Offline))
                continue;
            if (count > 1 && !noun && heads().contains(words[end - 1]))
                continue;
            if (!best || it->rank <= best->rank || (noun && it->rank == 1 && !isSource(*it->kind))) {
                best = &*it;
                isNoun = noun;
            }
        }
        if (best)
            return {best->kind, {}, count > 1 ? Weight::Whole : isNoun ? Weight::Noun : Weight::Aside};
    }
    if (std::find(taken.begin(), taken.end(), true) != taken.end())
        return {};
    const auto own = std::find_if(words.rbegin(), words.rend(),
                                  [](const QString& word) { return lastResorts().contains(word); });
    const Kind* kind = own == words.rend() ? nullptr : phrases_.value(*own).kind;
    return {kind, {}, own == words.rbegin() ? Weight::Noun : Weight::Aside};
}

/// "S3 bucket of training data", "Kafka topic model_events": what follows says only what is in it.
bool LabelWords::isOneOf(const QStringList& words, const Found& product) const {
    static const QSet<QString> parts{u"bucket"_s, u"topic"_s, u"table"_s, u"endpoint"_s, u"cluster"_s};
    const QString& head = words[product.from + product.count - 1];
    const QString next = words.value(product.from + product.count);
    return (product.count > 1 && parts.contains(head)) || parts.contains(next);
}

bool LabelWords::goTogether(const Kind& kind, const Phrase& product) const {
    if (!product.kind || &kind == product.kind || kind.group == product.kind->group ||
        kind.technologies.contains(product.product))
        return true;
    const KindGroup* first = catalogue_.group(kind.group);
    const KindGroup* second = catalogue_.group(product.kind->group);
    return first && second && first->role == second->role && first->role != GroupRole::None;
}

LabelWords::Meaning LabelWords::meaningOfWords(const QStringList& words) const {
    const auto whole = phrases_.constFind(words.join(u' '));
    if (whole != phrases_.cend() && !whole->product.isEmpty())
        return {whole->kind, whole->product, Weight::Whole};
    const QList<Found> products = productsIn(words);
    QList<bool> taken(words.size());
    for (const Found& product : products)
        std::fill_n(taken.begin() + product.from, product.count, true);
    Meaning meaning;
    if (whole != phrases_.cend())
        meaning = {whole->kind, {}, words.size() > 1 ? Weight::Whole : Weight::Noun};
    if (const qsizetype head = headOf(words); !meaning.kind && head < words.size())
        meaning = kindBeside(words.first(head), taken.first(head));
    if (!meaning.kind) {
        meaning = kindBeside(words, taken);
        // What stands behind "of" or "with" is none of the nouns.
        if (headOf(words) < words.size())
            meaning.weight = Weight::Aside;
    }
    if (products.isEmpty())
        return meaning;

    const Found& product = products.first();
    const QString& last = words.last();
    const bool lone = loneWords().contains(last);
    if (whole != phrases_.cend()) {
        // The catalogue says what it is.
    } else if (lone) {
        // "MLflow registry" is one of models, "Docker registry" is not.
        const auto noun = phrases_.constFind(last);
        if (noun != phrases_.cend() && noun->kind &&
            noun->kind->technologies.contains(product.phrase->product)) {
            meaning.kind = noun->kind;
            meaning.weight = Weight::Whole;
        }
    } else if (!meaning.kind || isSource(*meaning.kind) ||
               (product.from < headOf(words) && isOneOf(words, product)) ||
               (words.size() == product.count + 1 && holders().contains(last))) {
        meaning.kind = product.phrase->kind;
        meaning.weight = Weight::Whole;
    }
    const bool runs = std::any_of(words.begin(), words.end(),
                                  [](const QString& word) { return carriers().contains(word); });
    const bool one = std::all_of(products.begin(), products.end(), [&](const Found& other) {
        return other.phrase->product == product.phrase->product;
    });
    const bool hosts = product.phrase->kind && product.phrase->kind->hosts; // whatever it does
    if (one && (!meaning.kind || runs || lone || hosts || goTogether(*meaning.kind, *product.phrase)))
        meaning.technology = product.phrase->product;
    return meaning;
}

/// "Confluence, Slack, S3": products with commas between them. Where they do not agree, none of them says
/// what the whole is: most of them do, or the one that only names where things come from.
std::optional<LabelWords::Meaning> LabelWords::meaningOfList(const QString& text) const {
    const QStringList parts = text.split(u',', Qt::SkipEmptyParts);
    QStringList names;
    QList<const Kind*> kinds;
    for (const QString& part : parts) {
        const QString name = technologyNamed(part);
        const Kind* kind = meaningOfWords(foldedWords(part)).kind;
        if (name.isEmpty() && kind)
            return std::nullopt; // more than a list
        if (!name.isEmpty() && !names.contains(name)) {
            names << name;
            kinds << kind;
        }
    }
    if (names.size() < 2)
        return std::nullopt;
    const auto share = [&kinds](const auto& is) { return 2 * std::count_if(kinds.begin(), kinds.end(), is); };
    const auto among = [&kinds](const auto& is) {
        const auto at = std::find_if(kinds.begin(), kinds.end(), is);
        return at == kinds.end() ? nullptr : *at;
    };
    const Kind* most = among([&](const Kind* kind) {
        return kind && share([kind](const Kind* other) { return other == kind; }) > kinds.size();
    });
    if (!most) {
        most = among([&](const Kind* kind) {
            return kind && share([kind](const Kind* other) { return other && other->group == kind->group; }) >
                               kinds.size();
        });
    }
    if (!most)
        most = among([this](const Kind* kind) { return kind && isSource(*kind) && !kind->flowIn; });
    return Meaning{most, {}, Weight::Whole};
}

LabelWords::Meaning LabelWords::meaningOf(const QString& label) const {
    // A label is a line or two; of a whole text the beginning says what it is.
    static const QRegularExpression version(u"\\s+v\\d+(?:\\.\\d+)*$"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    const QString text = withoutPictures(label.left(200)).trimmed().remove(version);
    if (const Kind* kind = catalogue_.guessByPrefix(text))
        return {kind, {}, Weight::Whole};
    if (const Phrase alone = alone_.value(text.simplified().toCaseFolded()); alone.kind)
        return {alone.kind, alone.product, Weight::Whole};
    // "Ranker v2 (candidate)" is a ranker; only a whole phrase in brackets says more than the noun before it.
    if (const qsizetype open = text.indexOf(u'('); open > 0 && text.endsWith(u')')) {
        const Meaning outside = meaningOf(text.first(open));
        const Meaning inside = meaningOf(text.sliced(open + 1).chopped(1));
        if (outside.kind && inside.kind && outside.weight != Weight::Aside && inside.weight != Weight::Whole)
            return outside;
    }
    if (text.contains(u',')) {
        if (const auto list = meaningOfList(text))
            return *list;
    }
    for (const bool humps : {false, true}) {
        const QStringList words = foldedWords(text, humps);
        if (words.isEmpty())
            return {};
        const Meaning meaning = meaningOfWords(words);
        if (meaning.kind)
            return meaning;
        if (humps && !meaning.technology.isEmpty())
            return meaning;
    }
    // Written together, or with a sign that is part of it ("A/B test"); short ones mean something else
    // ("NAT").
    const QStringList words = foldedWords(text);
    const bool sign = text.contains(u'/');
    const Kind* kind = words.size() == 1 || (words.size() <= 3 && sign) ? catalogue_.guess(text) : nullptr;
    return (sign || words.join(QString()).size() > 5) && kind && technologyNamed(text).isEmpty()
               ? Meaning{kind, {}}
               : Meaning();
}

} // namespace groundplan
