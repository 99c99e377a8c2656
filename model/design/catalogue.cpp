#include "model/design/catalogue.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

#include <algorithm>
#include <array>

namespace groundplan {

QString LocalText::in(const QString& language) const {
    for (const QString& wanted : {language, language.section(u'_', 0, 0), QStringLiteral("en")}) {
        if (const auto it = byLanguage_.constFind(wanted); it != byLanguage_.cend())
            return *it;
    }
    if (byLanguage_.isEmpty())
        return {};
    QStringList languages = byLanguage_.keys();
    return byLanguage_.value(*std::min_element(languages.begin(), languages.end()));
}

namespace {

constexpr qint64 kLargestFile = 4 * 1024 * 1024;

/// Node shapes of Graphviz that need no further attribute and can hold a label.
constexpr std::array kDotShapes = {
    "box",          "box3d",         "cds",         "circle",        "component", "cylinder", "diamond",
    "doublecircle", "doubleoctagon", "egg",         "ellipse",       "folder",    "hexagon",  "house",
    "invhouse",     "invtrapezium",  "invtriangle", "larrow",        "lpromoter", "Mdiamond", "Msquare",
    "note",         "octagon",       "oval",        "parallelogram", "pentagon",  "plain",    "rarrow",
    "rect",         "rectangle",     "septagon",    "square",        "star",      "tab",      "trapezium",
    "triangle",     "tripleoctagon", "underline",
};

template <std::size_t N>
bool isOneOf(const std::array<const char*, N>& words, const QString& word) {
    return std::any_of(words.begin(), words.end(),
                       [&word](const char* w) { return word == QLatin1StringView(w); });
}

/// Names of kinds and icons become parts of file names and documents.
bool isPlainName(const QString& name) {
    const auto isLower = [](QChar c) { return c >= u'a' && c <= u'z'; };
    const auto isDigit = [](QChar c) { return c >= u'0' && c <= u'9'; };
    return !name.isEmpty() && name.size() <= 48 && isLower(name.front()) && !name.endsWith(u'-') &&
           std::all_of(name.begin(), name.end(),
                       [&](QChar c) { return isLower(c) || isDigit(c) || c == u'-'; });
}

bool isColour(const QString& text) {
    return text.size() == 7 && text.front() == u'#' && std::all_of(text.begin() + 1, text.end(), [](QChar c) {
               return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F');
           });
}

/// Letters and digits in lower case, runs of anything else one space, plurals without their s: "User-Events"
/// -> "user event". With `humps`, "FeatureStore" is two words.
QString phraseOf(const QString& text, bool humps = false) {
    QStringList words(QString{});
    bool wasLower = false;
    for (const QChar c : text) {
        // Marks and surrogates count as letters, so that no script falls apart into single ones.
        const bool inWord = c.isLetterOrNumber() || c.isMark() || c.isSurrogate();
        if ((!inWord || (humps && wasLower && c.isUpper())) && !words.last().isEmpty())
            words.append(QString{});
        if (inWord)
            words.last() += c.toCaseFolded();
        wasLower = c.isLower();
    }
    if (words.last().isEmpty())
        words.removeLast();
    for (QString& word : words) {
        if (word.size() > 3 && word.endsWith(u's') && !word.endsWith(QStringLiteral("ss")))
            word.chop(1);
    }
    return words.join(u' ');
}

/// One file of a catalogue, read with a complaint for everything that is not as it should be.
class Reader {
    Q_DECLARE_TR_FUNCTIONS(Catalogue)

public:
    Reader(QString path, QStringList& problems)
        : path_(std::move(path))
        , problems_(problems) {}

    std::optional<QJsonObject> read() {
        QFile file(path_);
        if (!file.open(QIODevice::ReadOnly)) {
            problems_ << tr("%1 cannot be read: %2.").arg(path_, file.errorString());
            return std::nullopt;
        }
        const QByteArray text = file.read(kLargestFile + 1);
        if (text.size() > kLargestFile) {
            problems_ << tr("%1 is larger than 4 MB and was left out.").arg(path_);
            return std::nullopt;
        }
        QJsonParseError error;
        const QJsonDocument document = QJsonDocument::fromJson(text, &error);
        if (error.error != QJsonParseError::NoError) {
            const auto line =
                std::count(text.begin(), text.begin() + std::min<qsizetype>(error.offset, text.size()),
                           '\n') +
                1;
            problems_ << tr("%1, line %2: this is not valid JSON (%3); the file was left out.")
                             .arg(path_)
                             .arg(line)
                             .arg(error.errorString());
            return std::nullopt;
        }
        if (!document.isObject()) {
            problems_ << tr("%1 holds no object with “groups” or “kinds”; the file was left out.").arg(path_);
            return std::nullopt;
        }
        return document.object();
    }

    /// Begins to read one entry; `what` says which in complaints ("kind “cache”").
    void enter(QJsonObject object, QString what) {
        object_ = std::move(object);
        what_ = std::move(what);
        sound_ = true;
        known_.clear();
    }
    void rename(QString what) { what_ = std::move(what); }
    /// Whether everything that was asked for so far was there and of the right sort.
    bool sound() const { return sound_; }

    QString string(const QString& key, bool needed) {
        const QJsonValue value = take(key, needed);
        if (!value.isUndefined() && !value.isString())
            refuse(key, tr("is not a text"));
        return value.toString();
    }
    bool boolean(const QString& key) {
        const QJsonValue value = take(key, false);
        if (!value.isUndefined() && !value.isBool())
            refuse(key, tr("is neither true nor false"));
        return value.toBool();
    }
    QStringList strings(const QString& key) {
        const QJsonValue value = take(key, false);
        QStringList list;
        bool ok = value.isUndefined() || value.isArray();
        for (const QJsonValue& entry : value.toArray()) {
            ok = ok && entry.isString();
            list << entry.toString();
        }
        if (!ok)
            refuse(key, tr("is not a list of texts"));
        return list;
    }
    LocalText text(const QString& key) {
        const QJsonValue value = take(key, true);
        if (value.isUndefined())
            return {};
        QHash<QString, QString> byLanguage;
        if (value.isString()) {
            byLanguage.insert(QStringLiteral("en"), value.toString());
        } else {
            const QJsonObject object = value.toObject();
            for (auto it = object.begin(); it != object.end(); ++it) {
                if (it.value().isString() && !it.value().toString().isEmpty())
                    byLanguage.insert(it.key(), it.value().toString());
            }
            if (byLanguage.size() != object.size() || object.isEmpty())
                refuse(key, tr("is neither a text nor an object with a text for each language"));
        }
        return LocalText(std::move(byLanguage));
    }
    QString colour(const QString& key) {
        const QString value = string(key, true);
        if (sound_ && !isColour(value))
            refuse(key, tr("is not a colour like #1d4ed8"));
        return value;
    }
    QJsonArray array(const QString& key) {
        const QJsonValue value = take(key, false);
        if (!value.isUndefined() && !value.isArray())
            refuse(key, tr("is not a list"));
        return value.toArray();
    }

    /// The entry cannot be used.
    void refuse(const QString& key, const QString& why) {
        complain(key, why);
        sound_ = false;
    }
    /// The entry can be used all the same.
    void complain(const QString& key, const QString& why) {
        problems_ << tr("%1, %2, key “%3”: the value %4.").arg(path_, what_, key, why);
    }
    void say(const QString& sentence) { problems_ << sentence; }
    void complainAboutUnknownKeys() {
        const QStringList keys = object_.keys();
        for (const QString& key : keys) {
            if (!known_.contains(key))
                problems_ << tr("%1, %2, key “%3”: there is no such key; it was passed over.")
                                 .arg(path_, what_, key);
        }
    }
    const QString& path() const { return path_; }

private:
    QJsonValue take(const QString& key, bool needed) {
        known_.insert(key);
        const QJsonValue value = object_.value(key);
        if (needed && value.isUndefined()) {
            problems_ << tr("%1, %2: the key “%3” is missing.").arg(path_, what_, key);
            sound_ = false;
        }
        return value;
    }

    QString path_;
    QStringList& problems_;
    QJsonObject object_;
    QString what_;
    QSet<QString> known_;
    bool sound_ = true;
};

/// Reads a catalogue's folders into groups and kinds.
class Loader {
    Q_DECLARE_TR_FUNCTIONS(Catalogue)

public:
    Loader(QList<KindGroup>& groups, QList<Kind>& kinds, QStringList& problems)
        : groups_(groups)
        , kinds_(kinds)
        , problems_(problems) {}

    void loadFolder(const QString& folder) {
        const QDir dir(folder);
        if (!dir.exists()) {
            problems_ << tr("The folder %1 does not exist; its block kinds are missing.").arg(folder);
            return;
        }
        folders_.prepend(folder);
        namesHere_.clear();
        const QStringList files = dir.entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name);
        for (const QString& file : files)
            loadFile(dir.filePath(file));
    }

    /// When everything is read: kinds stand in the order of their groups.
    void finish() {
        QHash<QString, qsizetype> place;
        for (qsizetype i = 0; i < groups_.size(); ++i)
            place.insert(groups_.at(i).name, i);
        kinds_.removeIf([&](const Kind& kind) {
            if (place.contains(kind.group))
                return false;
            problems_ << tr("%1, kind “%2”, key “group”: the value “%3” is no group of the catalogue; the "
                            "kind was left out.")
                             .arg(origin_.value(kind.name), kind.name, kind.group);
            return true;
        });
        std::stable_sort(kinds_.begin(), kinds_.end(), [&place](const Kind& a, const Kind& b) {
            return place.value(a.group) < place.value(b.group);
        });
    }

private:
    void loadFile(const QString& path) {
        Reader reader(path, problems_);
        const auto content = reader.read();
        if (!content)
            return;
        reader.enter(*content, tr("top level"));
        const QJsonArray groups = reader.array(QStringLiteral("groups"));
        const QJsonArray kinds = reader.array(QStringLiteral("kinds"));
        reader.complainAboutUnknownKeys();
        for (qsizetype i = 0; i < groups.size(); ++i) {
            reader.enter(groups.at(i).toObject(), tr("group %1").arg(i + 1));
            loadGroup(reader);
        }
        for (qsizetype i = 0; i < kinds.size(); ++i) {
            reader.enter(kinds.at(i).toObject(), tr("kind %1").arg(i + 1));
            loadKind(reader);
        }
    }

    void loadGroup(Reader& reader) {
        KindGroup group;
        group.name = nameOf(reader, [](const QString& name) { return tr("group “%1”").arg(name); });
        group.title = reader.text(QStringLiteral("title"));
        group.strong = reader.colour(QStringLiteral("strong"));
        group.tint = reader.colour(QStringLiteral("tint"));
        group.strongDark = reader.colour(QStringLiteral("strongDark"));
        group.tintDark = reader.colour(QStringLiteral("tintDark"));
        reader.complainAboutUnknownKeys();
        if (reader.sound())
            put(groups_, std::move(group));
    }

    void loadKind(Reader& reader) {
        Kind kind;
        kind.name = nameOf(reader, [](const QString& name) { return tr("kind “%1”").arg(name); });
        kind.title = reader.text(QStringLiteral("title"));
        kind.description = reader.text(QStringLiteral("description"));
        kind.group = reader.string(QStringLiteral("group"), true);
        kind.ml = reader.boolean(QStringLiteral("ml"));
        kind.technologies = reader.strings(QStringLiteral("technologies"));
        kind.foreignShapes = reader.strings(QStringLiteral("foreignShapes"));
        const QStringList aliases = reader.strings(QStringLiteral("aliases"));
        for (const QString& alias : aliases)
            kind.aliases << alias.toLower();
        const QString pathKey = QStringLiteral("path");
        if (const QString word = reader.string(pathKey, false); !word.isEmpty()) {
            if (const auto path = fromWord<Path>(word))
                kind.path = *path;
            else
                reader.refuse(pathKey, tr("“%1” is none of online, offline and unset").arg(word));
        }
        kind.flowIn = flow(reader, QStringLiteral("flowIn"));
        kind.flowOut = flow(reader, QStringLiteral("flowOut"));
        const QString shapeKey = QStringLiteral("dotShape");
        kind.dotShape = reader.string(shapeKey, false);
        if (kind.dotShape.isEmpty()) {
            kind.dotShape = QStringLiteral("box");
        } else if (!isOneOf(kDotShapes, kind.dotShape)) {
            reader.refuse(shapeKey, tr("“%1” is not a node shape of Graphviz").arg(kind.dotShape));
        }
        const QString icon = reader.string(QStringLiteral("icon"), false);
        reader.complainAboutUnknownKeys();
        if (!reader.sound())
            return;
        kind.icon = iconFor(reader, icon.isEmpty() ? kind.name : icon);
        origin_.insert(kind.name, reader.path());
        put(kinds_, std::move(kind));
    }

    /// The entry's name, once in each folder.
    template <class Describe>
    QString nameOf(Reader& reader, Describe describe) {
        const QString key = QStringLiteral("name");
        const QString name = reader.string(key, true);
        if (!reader.sound())
            return name;
        const QString what = describe(name);
        reader.rename(what);
        if (!isPlainName(name))
            reader.refuse(key, tr("is not a name of lower-case letters, digits and hyphens"));
        else if (namesHere_.contains(what))
            reader.refuse(key, tr("was given before in this folder; the second one was left out"));
        namesHere_.insert(what);
        return name;
    }

    static std::optional<Flow> flow(Reader& reader, const QString& key) {
        const QString word = reader.string(key, false);
        const auto value = fromWord<Flow>(word);
        if (!word.isEmpty() && !value)
            reader.refuse(key, tr("“%1” is no flow of a connection").arg(word));
        return value;
    }

    QString iconFor(Reader& reader, const QString& icon) {
        if (isPlainName(icon)) {
            if (const QString path = findIcon(icon); !path.isEmpty())
                return path;
        }
        const QString generic = findIcon(QStringLiteral("block"));
        reader.complain(QStringLiteral("icon"),
                        tr("names icons/%1.svg, which does not exist; a general icon is shown").arg(icon));
        return generic;
    }
    QString findIcon(const QString& icon) const {
        for (const QString& folder : folders_) {
            const QString path = QStringLiteral("%1/icons/%2.svg").arg(folder, icon);
            if (QFile::exists(path))
                return path;
        }
        return {};
    }

    template <class Entry>
    static void put(QList<Entry>& list, Entry entry) {
        const auto same = std::find_if(list.begin(), list.end(),
                                       [&entry](const Entry& other) { return other.name == entry.name; });
        if (same != list.end())
            *same = std::move(entry);
        else
            list.append(std::move(entry));
    }

    QList<KindGroup>& groups_;
    QList<Kind>& kinds_;
    QStringList& problems_;
    QStringList folders_; ///< the one being read first
    QSet<QString> namesHere_;
    QHash<QString, QString> origin_; ///< the file of each kind
};

} // namespace

Catalogue Catalogue::load(const QStringList& folders, QStringList* problems) {
    Catalogue catalogue;
    QStringList ignored;
    Loader loader(catalogue.groups_, catalogue.kinds_, problems ? *problems : ignored);
    for (const QString& folder : folders)
        loader.loadFolder(folder);
    loader.finish();
    catalogue.indexKinds();
    return catalogue;
}

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

const Catalogue::Meaning* Catalogue::meaningOf(const QString& phrase) const {
    const auto it = phrases_.constFind(phrase);
    return it == phrases_.cend() ? nullptr : &*it;
}

const Kind* Catalogue::guess(const QString& label) const {
    // A label is a line or two; of a whole text the beginning says what it is.
    const QString text = label.left(200);
    for (const bool humps : {false, true}) {
        const QString phrase = phraseOf(text, humps);
        if (phrase.isEmpty())
            return nullptr;
        if (const Meaning* meaning = meaningOf(phrase))
            return &kinds_.at(meaning->kind);
        if (const auto it = together_.constFind(QString(phrase).remove(u' ')); it != together_.cend())
            return &kinds_.at(it->kind);

        // The longest phrase in it says most; among equals a name more than a technology, and the last one
        // more than those before it, which only describe it ("user events topic").
        const QStringList words = phrase.split(u' ');
        for (qsizetype count = std::min(longestPhrase_, words.size()); count > 0; --count) {
            const Meaning* best = nullptr;
            for (qsizetype from = 0; from + count <= words.size(); ++from) {
                const Meaning* meaning = meaningOf(words.mid(from, count).join(u' '));
                if (meaning && (!best || meaning->rank <= best->rank))
                    best = meaning;
            }
            if (best)
                return &kinds_.at(best->kind);
        }
    }
    return nullptr;
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
