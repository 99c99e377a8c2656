#include "app/panels/evidence_words.h"

#include "model/design/words_text.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace groundplan {
namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("EvidenceWords", text);
}

/// "“expected cost” or “uplift”, …": the first ones.
QString orText(const QStringList& words, qsizetype most) {
    const QString text = u'“' + words.mid(0, most).join(tr("” or “")) + u'”';
    return words.size() > most ? tr("%1, …").arg(text) : text;
}

QString saidText(const Evidence& evidence, qsizetype most) {
    QStringList phrases;
    for (const KeyPhrase& phrase : evidence.said)
        phrases.append(phrase.text);
    return orText(phrases, most);
}

/// What such a name of a kind or a group is called.
QString calledOf(const QString& name, const Catalogue& catalogue, const QString& language) {
    if (const Kind* kind = catalogue.kind(name))
        return kind->title.in(language);
    if (const KindGroup* group = catalogue.group(name))
        return group->title.in(language);
    return QString(name).replace(u'-', u' ');
}

QString linkText(const Evidence& link, const Catalogue& catalogue, const QString& language, qsizetype most) {
    const auto ends = [&](const QStringList& names) {
        QStringList called;
        for (const QString& name : names)
            called.append(calledOf(name, catalogue, language));
        return orText(called, most);
    };
    QString text = link.labelled ? tr("a connection with words on it") : tr("a connection");
    if (!link.flows.isEmpty()) {
        QStringList flows;
        for (const QString& word : link.flows) {
            if (const auto flow = fromWord<Flow>(word))
                flows.append(textOf(*flow));
        }
        text = tr("%1 of the flow %2").arg(text, orText(flows, most));
    }
    if (!link.from.isEmpty())
        text = tr("%1 from %2").arg(text, ends(link.from));
    if (!link.to.isEmpty())
        text = tr("%1 to %2").arg(text, ends(link.to));
    return text;
}

QString wayText(const Evidence& way, const Catalogue& catalogue, const QString& language, qsizetype most) {
    QStringList stations;
    for (const QStringList& names : way.way) {
        QStringList called;
        for (const QString& name : names)
            called.append(calledOf(name, catalogue, language));
        stations.append(orText(called, most));
    }
    return tr("a way of arrows from %1").arg(stations.join(tr(" to ")));
}

} // namespace

QString evidenceText(const Evidence& evidence, const Catalogue& catalogue, const Templates& templates,
                     const QString& language, qsizetype most) {
    using E = EvidenceKind;
    QStringList names;
    for (const QString& name : evidence.names) {
        const auto plain = [&name] { return QString(name).replace(u'-', u' '); };
        switch (evidence.kind) {
        case E::Requirement: {
            const Topic* topic = templates.topic(name);
            names.append(topic ? topic->question.in(language) : plain());
            break;
        }
        case E::Block: {
            const Kind* kind = catalogue.kind(name);
            names.append(kind ? kind->title.in(language) : plain());
            break;
        }
        case E::Decision: {
            const DecisionTopic* topic = templates.decisionTopic(name);
            names.append(topic ? topic->title.in(language) : plain());
            break;
        }
        case E::Field: {
            const SheetField* field = templates.field(name);
            names.append(field ? field->title.in(language) : plain());
            break;
        }
        default:
            names.append(plain());
            break;
        }
    }
    const auto with = [&](const QString& text) {
        return evidence.said.isEmpty() ? text : tr("%1 that says %2").arg(text, saidText(evidence, most));
    };
    const QString any = orText(names, most);
    switch (evidence.kind) {
    case E::Task:
        return tr("the task in your own words");
    case E::Requirement:
        return with((evidence.assumed  ? tr("an answer of your own to %1")
                     : evidence.figure ? tr("an answer with a figure to %1")
                                       : tr("an answer to %1"))
                        .arg(any));
    case E::Assumption:
        return with(tr("an assumption"));
    case E::Note:
        return with(tr("a note: %1").arg(any));
    case E::Metric:
        return tr("a metric: %1").arg(any);
    case E::MetricNamed:
        return tr("the metric %1").arg(any);
    case E::ErrorCost:
        return tr("what a wrong answer costs, on a metric");
    case E::Block:
        return with(tr("a block: %1").arg(any));
    case E::Group:
        return with(tr("a block of the group %1").arg(any));
    case E::Flow:
        return tr("a connection: %1").arg(any);
    case E::Path:
        return tr("a way of arrows from data, through something that learns, to what serves");
    case E::Sides:
        return tr("blocks on the online and on the offline path");
    case E::MachineLearning:
        return tr("blocks with and without machine learning");
    case E::Decision:
        return with(tr("a decision on %1").arg(any));
    case E::Field:
        return with(tr("what the sheet says under %1").arg(any));
    case E::Frame:
        return tr("a frame with a block in it");
    case E::Said:
        return tr("the words %1").arg(saidText(evidence, most));
    case E::Link:
        return linkText(evidence, catalogue, language, most);
    case E::Way:
        return wayText(evidence, catalogue, language, most);
    case E::All:
    case E::Any: {
        QStringList parts;
        for (const Evidence& part : evidence.parts)
            parts.append(evidenceText(part, catalogue, templates, language, most));
        return parts.join(evidence.kind == E::All ? tr(" and ") : tr(" or "));
    }
    }
    return {};
}

QStringList missingTexts(const QList<Evidence>& evidence, const Design& design, const Catalogue& catalogue,
                         const Templates& templates, const QString& language) {
    constexpr qsizetype kMost = 3;
    EvidenceSearch search(design, catalogue);
    QList<const Evidence*> missing;
    int best = 0;
    for (const Evidence& one : evidence) {
        if (one.kind != EvidenceKind::All)
            continue;
        QList<const Evidence*> open;
        for (const Evidence& part : one.parts) {
            if (!search.look(part).holds)
                open.append(&part);
        }
        const int seen = int(one.parts.size() - open.size());
        if (seen > best) {
            best = seen;
            missing = open;
        }
    }
    QStringList texts;
    for (const Evidence* part : std::as_const(missing))
        texts.append(evidenceText(*part, catalogue, templates, language, kMost));
    return texts;
}

} // namespace groundplan
