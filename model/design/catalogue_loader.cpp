#include "model/design/catalogue.h"

#include "model/design/template_reader.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QSet>

#include <algorithm>
#include <array>

namespace groundplan {

namespace {

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
            problems_
                << tr("%1, kind “%2”, key “group”: “%3” is no group of the catalogue; the kind was left out.")
                       .arg(origin_.value(kind.name), kind.name, kind.group);
            return true;
        });
        std::stable_sort(kinds_.begin(), kinds_.end(), [&place](const Kind& a, const Kind& b) {
            return place.value(a.group) < place.value(b.group);
        });
    }

private:
    void loadFile(const QString& path) {
        TemplateReader reader(path, problems_);
        if (!reader.open())
            return;
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

    void loadGroup(TemplateReader& reader) {
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

    void loadKind(TemplateReader& reader) {
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
        kind.path = reader.word<Path>(QStringLiteral("path")).value_or(Path::Unset);
        kind.flowIn = reader.word<Flow>(QStringLiteral("flowIn"));
        kind.flowOut = reader.word<Flow>(QStringLiteral("flowOut"));
        const QString shapeKey = QStringLiteral("dotShape");
        kind.dotShape = reader.string(shapeKey, false);
        if (kind.dotShape.isEmpty()) {
            kind.dotShape = QStringLiteral("box");
        } else if (!isOneOf(kDotShapes, kind.dotShape)) {
            reader.refuse(shapeKey, tr("%1: “%2” is not a node shape of Graphviz."), kind.dotShape);
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
    QString nameOf(TemplateReader& reader, Describe describe) {
        const QString key = QStringLiteral("name");
        const QString name = reader.name(key);
        if (name.isEmpty())
            return name;
        const QString what = describe(name);
        reader.rename(what);
        if (namesHere_.contains(what))
            reader.refuse(key,
                          tr("%1: this name was given before in this folder; the second one was left out."));
        namesHere_.insert(what);
        return name;
    }

    QString iconFor(TemplateReader& reader, const QString& icon) {
        if (isTemplateName(icon)) {
            if (const QString path = findIcon(icon); !path.isEmpty())
                return path;
        }
        const QString generic = findIcon(QStringLiteral("block"));
        reader.complain(QStringLiteral("icon"), tr("%1: there is no icons/%2.svg; a general icon is shown."),
                        icon);
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

} // namespace groundplan
