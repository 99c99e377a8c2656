#include "model/graphviz/dot_lists.h"

#include "model/design/template_reader.h"
#include "model/design/validate.h"
#include "model/graphviz/dot_text.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace groundplan {

namespace {

/// Orders are numbered with gaps, so that something fits in between.
constexpr qint64 kOrderGap = 1024;
constexpr qint64 kLargestOrder = std::numeric_limits<qint64>::max() - kOrderGap;

template <class Row>
QString placeOf(const Row& row) {
    return u"id=%1 order=%2"_s.arg(row.id.value()).arg(row.order);
}

/// `word | text | text | ... | marks`, encoded and ended by a line break.
QString line(QLatin1StringView word, const QStringList& texts, const QString& marks) {
    QString record = word;
    for (const QString& text : texts)
        record += u" | "_s + dottext::encodeValue(text, true);
    return record + u" | "_s + marks + u'\n';
}

/// A topic is a name of a template: it needs no encoding.
QString topicMark(const QString& topic) {
    return topic.isEmpty() ? QString() : u"topic=%1 "_s.arg(topic);
}

QByteArray finished(QString list) {
    list.chop(1);
    return list.toUtf8();
}

template <class Row, class Key>
void group(const Table<Row>& table, QHash<Key, QList<const Row*>>& groups, Key Row::*owner) {
    for (const Row* row : table.sorted())
        groups[row->*owner].append(row);
}

/// Without the blanks around it; a blank of any other script is part of the text.
QString withoutBlanks(QStringView text) {
    const auto isBlank = [](QChar c) { return c == u' ' || c == u'\t' || c == u'\r'; };
    while (!text.isEmpty() && isBlank(text.front()))
        text = text.mid(1);
    while (!text.isEmpty() && isBlank(text.back()))
        text.chop(1);
    return text.toString();
}

QString tr(const char* text) {
    return QCoreApplication::translate("Dot", text);
}

} // namespace

DotListWriter::DotListWriter(const Design& design)
    : design_(design) {
    group(design.notes, notes_, &Note::subject);
    group(design.decisions, decisions_, &Decision::subject);
    group(design.options, options_, &Option::decision);
    group(design.arguments, arguments_, &Argument::option);
    group(design.metrics, metrics_, &Metric::subject);
    group(design.properties, properties_, &Property::subject);
    group(design.criteria, criteria_, &Criterion::decision);
    group(design.scores, scores_, &Score::option);
}

QByteArray DotListWriter::notesOf(ElementId subject) const {
    QString list;
    for (const Note* note : notes_.value(subject))
        list += line(wordOf(note->kind), {note->text}, placeOf(*note));
    return finished(list);
}

QByteArray DotListWriter::decisionsOf(ElementId subject) const {
    QString list;
    for (const Decision* decision : decisions_.value(subject)) {
        list += line("decision"_L1, {decision->question, decision->reason},
                     topicMark(decision->topic) + placeOf(*decision));
        for (const Criterion* criterion : criteria_.value(decision->id)) {
            list += line("criterion"_L1, {criterion->title},
                         u"weight=%1 "_s.arg(criterion->weight) + placeOf(*criterion));
        }
        for (const Option* option : options_.value(decision->id)) {
            const bool chosen = option->id == decision->chosen;
            list +=
                line("option"_L1, {option->title}, (chosen ? u"chosen "_s : QString()) + placeOf(*option));
            for (const Argument* argument : arguments_.value(option->id))
                list += line(wordOf(argument->side), {argument->text}, placeOf(*argument));
            for (const Score* score : scores_.value(option->id)) {
                const Criterion* criterion = design_.criteria.find(score->criterion);
                list += line("score"_L1, {criterion ? criterion->title : QString()},
                             u"value=%1 criterion=%2 id=%3"_s.arg(score->value)
                                 .arg(score->criterion.value())
                                 .arg(score->id.value()));
            }
        }
    }
    return finished(list);
}

QByteArray DotListWriter::metricsOf(ElementId subject) const {
    QString list;
    for (const Metric* metric : metrics_.value(subject)) {
        list += line(wordOf(metric->kind),
                     {metric->name, wordOf(metric->goal), metric->target, metric->unit, metric->current},
                     (metric->shown ? u"shown "_s : QString()) + placeOf(*metric));
        if (!metric->costFalsePositive.isEmpty() || !metric->costFalseNegative.isEmpty())
            list += line("errors"_L1, {metric->costFalsePositive, metric->costFalseNegative}, {});
    }
    return finished(list);
}

QByteArray DotListWriter::requirements() const {
    QString list;
    for (const Requirement* requirement : design_.requirements.sorted()) {
        list += line(wordOf(requirement->source), {requirement->question, requirement->answer},
                     (requirement->shown ? u"shown "_s : QString()) + topicMark(requirement->topic) +
                         placeOf(*requirement));
    }
    return finished(list);
}

QByteArray DotListWriter::propertiesOf(ElementId subject) const {
    QString list;
    for (const Property* property : properties_.value(subject)) {
        list += line(QLatin1StringView(property->field.toLatin1()), {property->value},
                     u"id=%1"_s.arg(property->id.value()));
    }
    return finished(list);
}

struct DotListReader::Line {
    QString word;
    QStringList texts; ///< decoded; as many as the list has, the missing ones empty
    QSet<QString> flags;
    QHash<QString, QString> values;
    QString raw;
};

QList<DotListReader::Line> DotListReader::linesOf(const QString& list, int texts) {
    QList<Line> lines;
    for (const QString& raw : list.split(u'\n')) {
        if (withoutBlanks(raw).isEmpty())
            continue;
        const QStringList fields = raw.split(u'|');
        Line line;
        line.raw = withoutBlanks(raw);
        line.word = withoutBlanks(fields.first());
        for (int i = 1; i <= texts; ++i)
            line.texts << dottext::decodeValue(withoutBlanks(fields.value(i)));
        const QStringList marks = fields.mid(texts + 1).join(u' ').split(u' ', Qt::SkipEmptyParts);
        for (const QString& mark : marks) {
            const qsizetype equals = mark.indexOf(u'=');
            if (equals < 0)
                line.flags.insert(mark.trimmed());
            else
                line.values.insert(mark.left(equals).trimmed(), mark.mid(equals + 1).trimmed());
        }
        lines.append(line);
    }
    return lines;
}

template <class Row>
void DotListReader::place(Row& row, const Line& line, qint64& lastOrder) {
    using Key = decltype(row.id);
    row.id = Key(line.values.value(u"id"_s).toLongLong());
    if (row.id.value() <= 0 || tableOf<Row>(design_).contains(row.id))
        row.id = Key::random();
    bool ok = false;
    row.order = line.values.value(u"order"_s).toLongLong(&ok);
    if (!ok)
        row.order = lastOrder < kLargestOrder ? lastOrder + kOrderGap : lastOrder;
    lastOrder = std::max(lastOrder, row.order);
}

void DotListReader::doNotKnow(const Line& line, const QString& whose) {
    notTaken_.add(tr("A line among the notes, decisions and metrics of %1 was not understood: “%2”.")
                      .arg(whose, line.raw.left(80)));
}

void DotListReader::readNotes(const QString& list, ElementId subject, const QString& whose) {
    for (const Line& line : linesOf(list, 1)) {
        const auto kind = fromWord<NoteKind>(line.word);
        if (!kind) {
            doNotKnow(line, whose);
            continue;
        }
        Note note;
        place(note, line, lastNote_);
        note.subject = subject;
        note.kind = *kind;
        note.text = notTaken_.clipped(line.texts[0], limits::kLongest<&Note::text>, whose);
        design_.notes.put(note);
    }
}

void DotListReader::readDecisions(const QString& list, ElementId subject, const QString& whose) {
    // Decision: question and reason; option: title and marks; argument: text and marks.
    Decision decision;
    Option option;
    for (const Line& line : linesOf(list, 1)) {
        if (line.word == "decision"_L1) {
            const Line full = linesOf(line.raw, 2).first();
            decision = {};
            option = {};
            place(decision, full, lastDecision_);
            decision.subject = subject;
            decision.question =
                notTaken_.clipped(full.texts[0], limits::kLongest<&Decision::question>, whose);
            decision.reason = notTaken_.clipped(full.texts[1], limits::kLongest<&Decision::reason>, whose);
            decision.topic = topicOf(full, whose);
            design_.decisions.put(decision);
            const QString written = full.values.value(u"id"_s);
            if (!written.isEmpty() && !decisions_.contains(written))
                decisions_.insert(written, decision.id);
        } else if (line.word == "criterion"_L1 && decision.id) {
            Criterion criterion;
            place(criterion, line, lastCriterion_);
            criterion.decision = decision.id;
            criterion.title = notTaken_.clipped(line.texts[0], limits::kLongest<&Criterion::title>, whose);
            bool ok = false;
            const int weight = line.values.value(u"weight"_s).toInt(&ok);
            criterion.weight = ok ? std::clamp(weight, 0, kMostWeight) : 1;
            design_.criteria.put(criterion);
            const QString written = line.values.value(u"id"_s);
            if (!written.isEmpty() && !criteria_.contains(written))
                criteria_.insert(written, criterion.id);
        } else if (line.word == "score"_L1 && option.id) {
            readScore(line, option, whose);
        } else if (line.word == "option"_L1 && decision.id) {
            option = {};
            place(option, line, lastOption_);
            option.decision = decision.id;
            option.title = notTaken_.clipped(line.texts[0], limits::kLongest<&Option::title>, whose);
            design_.options.put(option);
            if (line.flags.contains(u"chosen"_s)) {
                decision.chosen = option.id;
                design_.decisions.put(decision);
            }
        } else if (const auto side = fromWord<Side>(line.word); side && option.id) {
            Argument argument;
            place(argument, line, lastArgument_);
            argument.option = option.id;
            argument.side = *side;
            argument.text = notTaken_.clipped(line.texts[0], limits::kLongest<&Argument::text>, whose);
            design_.arguments.put(argument);
        } else {
            doNotKnow(line, whose);
        }
    }
}

void DotListReader::readScore(const Line& line, const Option& option, const QString& whose) {
    // By the id that was written; by hand the title is enough.
    CriterionId criterion = criteria_.value(line.values.value(u"criterion"_s));
    if (const Criterion* found = design_.criteria.find(criterion);
        !found || found->decision != option.decision) {
        const auto same = design_.criteria.sorted([&](const Criterion& row) {
            return row.decision == option.decision && row.title == line.texts[0];
        });
        criterion = same.size() == 1 ? same.first()->id : CriterionId();
    }
    const int value = line.values.value(u"value"_s).toInt();
    const bool there = std::any_of(design_.scores.begin(), design_.scores.end(), [&](const Score& row) {
        return row.option == option.id && row.criterion == criterion;
    });
    if (!criterion || value < 1 || value > kBestScore || there) {
        doNotKnow(line, whose);
        return;
    }
    Score score;
    score.id = ScoreId(line.values.value(u"id"_s).toLongLong());
    if (score.id.value() <= 0 || design_.scores.contains(score.id))
        score.id = ScoreId::random();
    score.option = option.id;
    score.criterion = criterion;
    score.value = value;
    design_.scores.put(score);
}

QString DotListReader::topicOf(const Line& line, const QString& whose) {
    const QString topic = line.values.value(u"topic"_s);
    if (topic.isEmpty() || isTemplateName(topic))
        return topic;
    notTaken_.add(
        tr("The topic “%1” at %2 is not made of lower-case letters, digits and hyphens and was left "
           "out.")
            .arg(topic.left(40), whose));
    return {};
}

void DotListReader::readMetrics(const QString& list, ElementId subject, const QString& whose) {
    Metric metric;
    for (const Line& line : linesOf(list, 5)) {
        if (line.word == "errors"_L1 && metric.id) {
            metric.costFalsePositive =
                notTaken_.clipped(line.texts[0], limits::kLongest<&Metric::costFalsePositive>, whose);
            metric.costFalseNegative =
                notTaken_.clipped(line.texts[1], limits::kLongest<&Metric::costFalseNegative>, whose);
            design_.metrics.put(metric);
            continue;
        }
        const auto kind = fromWord<MetricKind>(line.word);
        const auto goal = line.texts[1].isEmpty() ? Goal::AtLeast : fromWord<Goal>(line.texts[1]);
        if (!kind || !goal) {
            doNotKnow(line, whose);
            continue;
        }
        metric = {};
        place(metric, line, lastMetric_);
        metric.subject = subject;
        metric.kind = *kind;
        metric.name = notTaken_.clipped(line.texts[0], limits::kLongest<&Metric::name>, whose);
        metric.goal = *goal;
        metric.target = notTaken_.clipped(line.texts[2], limits::kLongest<&Metric::target>, whose);
        metric.unit = notTaken_.clipped(line.texts[3], limits::kLongest<&Metric::unit>, whose);
        metric.current = notTaken_.clipped(line.texts[4], limits::kLongest<&Metric::current>, whose);
        metric.shown = line.flags.contains(u"shown"_s);
        design_.metrics.put(metric);
    }
}

void DotListReader::readRequirements(const QString& list) {
    const QString board = tr("the board");
    for (const Line& line : linesOf(list, 2)) {
        const auto source = fromWord<Source>(line.word);
        if (!source) {
            doNotKnow(line, board);
            continue;
        }
        Requirement requirement;
        place(requirement, line, lastRequirement_);
        requirement.question =
            notTaken_.clipped(line.texts[0], limits::kLongest<&Requirement::question>, board);
        requirement.answer = notTaken_.clipped(line.texts[1], limits::kLongest<&Requirement::answer>, board);
        requirement.source = *source;
        requirement.shown = line.flags.contains(u"shown"_s);
        requirement.topic = topicOf(line, board);
        design_.requirements.put(requirement);
    }
}

void DotListReader::readProperties(const QString& list, ElementId subject, const QString& whose) {
    QSet<QString> filled;
    for (const Line& line : linesOf(list, 1)) {
        const qsizetype dot = line.word.indexOf(u'.');
        if (dot < 0 || !isTemplateName(line.word.left(dot)) || !isTemplateName(line.word.mid(dot + 1)) ||
            filled.contains(line.word)) {
            doNotKnow(line, whose);
            continue;
        }
        Property property;
        property.id = PropertyId(line.values.value(u"id"_s).toLongLong());
        if (property.id.value() <= 0 || design_.properties.contains(property.id))
            property.id = PropertyId::random();
        property.subject = subject;
        property.field = line.word;
        property.value = notTaken_.clipped(line.texts[0], limits::kLongest<&Property::value>, whose);
        design_.properties.put(property);
        filled.insert(line.word);
    }
}

} // namespace groundplan
