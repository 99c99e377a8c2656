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

/// Reads a catalogue's folders into groups, kinds, links, metrics, products and abbreviations.
class Loader {
    Q_DECLARE_TR_FUNCTIONS(Catalogue)

public:
    struct Target {
        QList<KindGroup>& groups;
        QList<Kind>& kinds;
        QList<UsualLink>& links;
        QList<UsualMetric>& metrics;
        QList<UsualProduct>& products;
        QHash<QString, QString>& abbreviations;
    };
    Loader(const Target& target, QStringList& problems)
        : groups_(target.groups)
        , kinds_(target.kinds)
        , links_(target.links)
        , metrics_(target.metrics)
        , products_(target.products)
        , abbreviations_(target.abbreviations)
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
        const auto isKind = [this](const QString& name) {
            return std::any_of(kinds_.begin(), kinds_.end(),
                               [&name](const Kind& kind) { return kind.name == name; });
        };
        links_.removeIf([&](const UsualLink& link) {
            for (const QString& name : {link.from, link.to}) {
                if (isKind(name))
                    continue;
                problems_ << tr("%1, key “links”: “%2” is no kind of the catalogue; the link was left out.")
                                 .arg(linkOrigin_.value(link.from), name);
                return true;
            }
            return false;
        });
        products_.removeIf([&](const UsualProduct& product) {
            if (isKind(product.kind))
                return false;
            problems_ << tr("%1, product “%2”, key “kind”: “%3” is no kind of the catalogue; the product was "
                            "left out.")
                             .arg(productOrigin_.value(product.name), product.name, product.kind);
            return true;
        });
        // What has a capital inside is written so in every title ("MLflow registry").
        for (const UsualProduct& product : std::as_const(products_)) {
            const QString folded = product.name.toCaseFolded();
            if (!product.name.contains(u' ') && product.name.mid(1) != folded.mid(1) &&
                !abbreviations_.contains(folded))
                abbreviations_.insert(folded, product.name);
        }
    }

private:
    void loadFile(const QString& path) {
        TemplateReader reader(path, problems_);
        if (!reader.open())
            return;
        const QJsonArray groups = reader.array(QStringLiteral("groups"));
        const QJsonArray kinds = reader.array(QStringLiteral("kinds"));
        const QJsonArray links = reader.array(QStringLiteral("links"));
        const QJsonArray metrics = reader.array(QStringLiteral("metrics"));
        const QJsonArray products = reader.array(QStringLiteral("products"));
        const QStringList abbreviations = reader.strings(QStringLiteral("abbreviations"));
        for (const QString& abbreviation : abbreviations)
            abbreviations_.insert(QString(abbreviation).remove(u'/').toCaseFolded(), abbreviation);
        reader.complainAboutUnknownKeys();
        for (qsizetype i = 0; i < groups.size(); ++i) {
            reader.enter(groups.at(i).toObject(), tr("group %1").arg(i + 1));
            loadGroup(reader);
        }
        for (qsizetype i = 0; i < kinds.size(); ++i) {
            reader.enter(kinds.at(i).toObject(), tr("kind %1").arg(i + 1));
            loadKind(reader);
        }
        for (qsizetype i = 0; i < links.size(); ++i) {
            reader.enter(links.at(i).toObject(), tr("link %1").arg(i + 1));
            loadLink(reader);
        }
        for (qsizetype i = 0; i < metrics.size(); ++i) {
            reader.enter(metrics.at(i).toObject(), tr("metric %1").arg(i + 1));
            loadMetric(reader);
        }
        for (qsizetype i = 0; i < products.size(); ++i) {
            reader.enter(products.at(i).toObject(), tr("product %1").arg(i + 1));
            loadProduct(reader);
        }
    }

    void loadLink(TemplateReader& reader) {
        UsualLink link;
        link.from = reader.name(QStringLiteral("from"));
        link.to = reader.name(QStringLiteral("to"));
        const auto flow = reader.word<Flow>(QStringLiteral("flow"));
        reader.complainAboutUnknownKeys();
        if (!reader.sound())
            return;
        link.flow = flow.value_or(Flow::Request);
        linkOrigin_.insert(link.from, reader.path());
        // A later folder's word on the same step counts.
        links_.removeIf(
            [&link](const UsualLink& other) { return other.from == link.from && other.to == link.to; });
        links_.append(std::move(link));
    }

    void loadMetric(TemplateReader& reader) {
        UsualMetric metric;
        metric.name = reader.string(QStringLiteral("name"), true);
        metric.aliases = reader.strings(QStringLiteral("aliases"));
        metric.unit = reader.string(QStringLiteral("unit"), false);
        metric.kind = reader.word<MetricKind>(QStringLiteral("kind")).value_or(MetricKind::Offline);
        metric.goal = reader.word<Goal>(QStringLiteral("goal")).value_or(Goal::AtLeast);
        metric.formula = reader.textOrNone(QStringLiteral("formula"));
        metric.when = reader.textOrNone(QStringLiteral("when"));
        metric.misleads = reader.textOrNone(QStringLiteral("misleads"));
        metric.family = reader.string(QStringLiteral("family"), false);
        metric.errors = reader.boolean(QStringLiteral("errors"));
        reader.complainAboutUnknownKeys();
        if (reader.sound())
            put(metrics_, std::move(metric));
    }

    void loadProduct(TemplateReader& reader) {
        UsualProduct product;
        product.name = reader.string(QStringLiteral("name"), true);
        product.aliases = reader.strings(QStringLiteral("aliases"));
        product.kind = reader.name(QStringLiteral("kind"));
        product.alone = reader.strings(QStringLiteral("alone"));
        reader.complainAboutUnknownKeys();
        if (!reader.sound())
            return;
        productOrigin_.insert(product.name, reader.path());
        put(products_, std::move(product));
    }

    void loadGroup(TemplateReader& reader) {
        KindGroup group;
        group.name = nameOf(reader, [](const QString& name) { return tr("group “%1”").arg(name); });
        group.title = reader.text(QStringLiteral("title"));
        group.strong = reader.colour(QStringLiteral("strong"));
        group.tint = reader.colour(QStringLiteral("tint"));
        group.strongDark = reader.colour(QStringLiteral("strongDark"));
        group.tintDark = reader.colour(QStringLiteral("tintDark"));
        group.role = reader.word<GroupRole>(QStringLiteral("role")).value_or(GroupRole::None);
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
        kind.hosts = reader.boolean(QStringLiteral("hosts"));
        kind.technologies = reader.strings(QStringLiteral("technologies"));
        kind.foreignShapes = reader.strings(QStringLiteral("foreignShapes"));
        const QStringList shortForms = reader.strings(QStringLiteral("short"));
        for (const QString& form : shortForms)
            kind.shortForms << form.toLower();
        const QStringList aliases = reader.strings(QStringLiteral("aliases"));
        for (const QString& alias : aliases)
            kind.aliases << alias.toLower();
        const QStringList prefixes = reader.strings(QStringLiteral("prefixes"));
        for (const QString& prefix : prefixes)
            kind.prefixes << prefix.toLower();
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
    QList<UsualLink>& links_;
    QList<UsualMetric>& metrics_;
    QList<UsualProduct>& products_;
    QHash<QString, QString>& abbreviations_;
    QStringList& problems_;
    QStringList folders_; ///< the one being read first
    QSet<QString> namesHere_;
    QHash<QString, QString> origin_;     ///< the file of each kind
    QHash<QString, QString> linkOrigin_; ///< the file that says what follows a kind
    QHash<QString, QString> productOrigin_;
};

} // namespace

Catalogue Catalogue::load(const QStringList& folders, QStringList* problems) {
    Catalogue catalogue;
    QStringList ignored;
    Loader loader({catalogue.groups_, catalogue.kinds_, catalogue.links_, catalogue.metrics_,
                   catalogue.products_, catalogue.abbreviations_},
                  problems ? *problems : ignored);
    for (const QString& folder : folders)
        loader.loadFolder(folder);
    loader.finish();
    catalogue.indexKinds();
    return catalogue;
}

} // namespace groundplan
