#include "model/framework/evidence_reader.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace groundplan {

namespace {

QString tr(const char* sentence) {
    return QCoreApplication::translate("Templates", sentence);
}

using E = EvidenceKind;

/// What may stand beside which sort of evidence.
struct Narrowing {
    const char* key;
    QList<E> kinds;
};
const std::array<Narrowing, 11>& narrowings() {
    static const std::array<Narrowing, 11> all{{
        {"technology", {E::Block}},
        {"count", {E::Block, E::Group}},
        {"target", {E::Metric, E::MetricNamed}},
        {"value", {E::Field}},
        {"options", {E::Decision}},
        {"chosen", {E::Decision}},
        {"argued", {E::Decision}},
        {"reasoned", {E::Decision}},
        {"assumed", {E::Requirement}},
        {"figure", {E::Requirement}},
        {"said",
         {E::Said, E::Block, E::Group, E::Note, E::Assumption, E::Decision, E::Field, E::Requirement,
          E::Link}},
    }};
    return all;
}

class EvidenceReader {
public:
    EvidenceReader(QString path, QString what, QStringList& problems, QList<NamedElsewhere>& named)
        : path_(std::move(path))
        , what_(std::move(what))
        , problems_(problems)
        , named_(named) {}

    QList<Evidence> list(const QJsonArray& entries) {
        QList<Evidence> all;
        for (const QJsonValue entry : entries) {
            if (auto one = read(entry.toObject()))
                all.append(*one);
        }
        return all;
    }

private:
    std::optional<Evidence> read(const QJsonObject& object) {
        TemplateReader one(path_, problems_);
        one.enter(object, what_);
        const auto kind = kindOf(one);
        if (!kind)
            return std::nullopt;
        Evidence evidence;
        evidence.kind = *kind;
        for (const Narrowing& narrowing : narrowings()) {
            const QString key = QString::fromLatin1(narrowing.key);
            if (one.has(key) && !narrowing.kinds.contains(*kind))
                one.refuse(key, tr("%1: it says nothing beside “%2”; the entry was left out."),
                           wordOf(*kind));
        }
        const bool nested = *kind == E::All || *kind == E::Any;
        const qsizetype namedBefore = named_.size();
        if (nested)
            readParts(one, evidence);
        else if (*kind == E::Link)
            readLink(one, evidence);
        else if (*kind == E::Way)
            readWay(one, evidence, object);
        else if (*kind != E::Said)
            readNames(one, evidence, object);
        readNarrowings(one, evidence);
        if (hasUnknownKeys(one) || !one.sound()) {
            named_.remove(namedBefore, named_.size() - namedBefore);
            return std::nullopt;
        }
        for (const QString& name : std::as_const(evidence.names))
            named_.append({*kind, name, path_, what_, evidence.values});
        for (const QString& name : std::as_const(evidence.technologies))
            named_.append({*kind, name, path_, what_, {}, true});
        return evidence;
    }

    /// Says them. Without what it did not understand an entry would hold for more than was meant.
    bool hasUnknownKeys(TemplateReader& reader) const {
        const qsizetype before = problems_.size();
        reader.complainAboutUnknownKeys();
        return problems_.size() > before;
    }

    /// Phrases narrow whatever else is asked for.
    std::optional<E> kindOf(const TemplateReader& one) {
        std::optional<E> found;
        int sorts = 0;
        QStringList words;
        for (std::size_t i = 0; i < wordCount<E>(); ++i) {
            const auto kind = E(i);
            words << wordOf(kind);
            if (kind == E::Said || !one.has(wordOf(kind)))
                continue;
            found = kind;
            ++sorts;
        }
        if (sorts == 0 && one.has(wordOf(E::Said)))
            return E::Said;
        if (sorts == 1)
            return found;
        problems_ << tr("%1, %2, key “evidence”: each entry says one of %3; this one was left out.")
                         .arg(path_, what_, words.join(u", "_s));
        return std::nullopt;
    }

    void readParts(TemplateReader& one, Evidence& evidence) {
        const QString key = wordOf(evidence.kind);
        const QJsonArray parts = one.array(key);
        evidence.parts = list(parts);
        // With a part missing, the whole would hold for less than was meant.
        if (evidence.parts.isEmpty() || evidence.parts.size() != parts.size())
            one.refuse(key, tr("%1: it needs a list of evidence that is sound; the entry was left out."));
    }

    void readLink(TemplateReader& one, Evidence& evidence) {
        const QString key = wordOf(E::Link);
        TemplateReader link(path_, problems_);
        link.enter(one.object(key), what_ + tr(", key “link”"));
        evidence.from = namesIn(link, u"from"_s);
        evidence.to = namesIn(link, u"to"_s);
        evidence.flows = namesIn(link, u"flow"_s);
        evidence.labelled = link.boolean(u"labelled"_s);
        if (hasUnknownKeys(link) || !link.sound()) {
            one.refuse(key, tr("%1: it is not a link; the entry was left out."));
            return;
        }
        for (const QString& name : evidence.from + evidence.to)
            named_.append({E::Link, name, path_, what_});
        for (const QString& name : std::as_const(evidence.flows))
            named_.append({E::Flow, name, path_, what_});
    }

    void readWay(TemplateReader& one, Evidence& evidence, const QJsonObject& object) {
        const QString key = wordOf(E::Way);
        const QJsonArray stations = one.array(key);
        for (const QJsonValue station : stations) {
            TemplateReader names(path_, problems_);
            names.enter({{key, station}}, what_);
            evidence.way.append(namesIn(names, key));
            if (!names.sound() || evidence.way.last().isEmpty()) {
                one.refuse(key, tr("%1: each part of a way names kinds or groups; the entry was left out."));
                return;
            }
        }
        if (object.value(key).isArray() && evidence.way.size() < 2)
            one.refuse(key, tr("%1: a way has two parts at least; the entry was left out."));
        for (const QStringList& station : std::as_const(evidence.way)) {
            for (const QString& name : station)
                named_.append({E::Link, name, path_, what_});
        }
    }

    static void readNames(TemplateReader& one, Evidence& evidence, const QJsonObject& object) {
        const QString key = wordOf(evidence.kind);
        const bool plain =
            QList<E>{E::Task, E::Assumption, E::ErrorCost, E::Sides, E::MachineLearning, E::Frame}.contains(
                evidence.kind);
        if (plain) {
            one.boolean(key);
            if (object.value(key).isBool() && !object.value(key).toBool())
                one.refuse(key, tr("%1: it can only be true; the entry was left out."));
            return;
        }
        evidence.names = namesIn(one, key);
        if (one.sound() && evidence.names.isEmpty())
            one.refuse(key, tr("%1: it names nothing; the entry was left out."));
    }

    static QStringList namesIn(TemplateReader& one, const QString& key) {
        if (!one.has(key))
            return {};
        return one.isArray(key) ? one.strings(key) : QStringList{one.string(key, true)};
    }

    static void readNarrowings(TemplateReader& one, Evidence& evidence) {
        evidence.technologies = one.strings(u"technology"_s);
        evidence.values = one.strings(u"value"_s);
        if (one.has(u"count"_s))
            evidence.count = one.integer(u"count"_s, 1, 1000);
        evidence.options = one.integer(u"options"_s, 0, 100);
        evidence.target = one.boolean(u"target"_s);
        evidence.chosen = one.boolean(u"chosen"_s);
        evidence.argued = one.boolean(u"argued"_s);
        evidence.reasoned = one.boolean(u"reasoned"_s);
        evidence.figure = one.boolean(u"figure"_s);
        evidence.assumed = one.boolean(u"assumed"_s);
        if (!one.has(u"said"_s))
            return;
        const QStringList phrases = one.strings(u"said"_s);
        evidence.said = phrasesOf(phrases);
        if (evidence.said.isEmpty() || std::any_of(evidence.said.begin(), evidence.said.end(),
                                                   [](const KeyPhrase& phrase) { return phrase.isEmpty(); }))
            one.refuse(u"said"_s, tr("%1: it needs a list of phrases, each with a word in it; the entry was "
                                     "left out."));
    }

    QString path_;
    QString what_;
    QStringList& problems_;
    QList<NamedElsewhere>& named_;
};

} // namespace

QList<Evidence> readEvidence(TemplateReader& reader, const QString& what, QStringList& problems,
                             QList<NamedElsewhere>& named) {
    return EvidenceReader(reader.path(), what, problems, named).list(reader.array(u"evidence"_s));
}

} // namespace groundplan
