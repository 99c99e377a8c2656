#include "model/framework/answering.h"

#include "model/framework/decision_questions.h"
#include "model/operations/filling.h"
#include "model/operations/metrics.h"
#include "model/operations/operations.h"
#include "model/operations/parts.h"

#include <QCoreApplication>

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace groundplan {

namespace {

struct AnswerText {
    Q_DECLARE_TR_FUNCTIONS(Answering)
};

template <class Row, class Predicate>
const Row* firstOf(const Table<Row>& table, Predicate wanted) {
    const QList<const Row*> rows = table.sorted(wanted);
    return rows.isEmpty() ? nullptr : rows.first();
}

/// The option with that title, added where the decision has none.
OptionId optionOf(Editor& editor, DecisionId decision, const QString& title) {
    const Option* there = firstOf(editor.design().options, [&](const Option& option) {
        return option.decision == decision && option.title == title;
    });
    if (there)
        return there->id;
    const Option row{OptionId::random(), decision, title, lastOrder(editor.design().options)};
    editor.put(row);
    return row.id;
}

} // namespace

void answerTask(Editor& editor, const QString& task) {
    Board board = editor.design().board;
    board.task = cleaned(task);
    editor.put(board);
}

const Requirement* requirementOf(const Design& design, const QString& topic) {
    return firstOf(design.requirements, [&](const Requirement& row) { return row.topic == topic; });
}

const Requirement* openRequirement(const Design& design, const QString& topic, const QString& question) {
    const auto isOpen = [](const Requirement& row) {
        return row.source != Source::NotRelevant && row.answer.trimmed().isEmpty();
    };
    const Requirement* found = firstOf(design.requirements, [&](const Requirement& row) {
        return isOpen(row) && !topic.isEmpty() && row.topic == topic;
    });
    const QString wanted = question.simplified();
    if (found || wanted.isEmpty())
        return found;
    return firstOf(design.requirements, [&](const Requirement& row) {
        return isOpen(row) && row.question.simplified().compare(wanted, Qt::CaseInsensitive) == 0;
    });
}

RequirementId answerRequirement(Editor& editor, const Topic& topic, const QString& language,
                                const QString& answer, Source source) {
    Requirement row;
    if (const Requirement* there = requirementOf(editor.design(), topic.name)) {
        row = *there;
    } else {
        if (answer.trimmed().isEmpty() && source != Source::NotRelevant)
            return {};
        row.id = RequirementId::random();
        row.question = topic.question.in(language);
        row.topic = topic.name;
        row.order = lastOrder(editor.design().requirements);
    }
    row.answer = cleaned(answer);
    row.source = source;
    editor.put(row);
    return row.id;
}

void answerNote(Editor& editor, NoteId id, NoteKind kind, ElementId subject, const QString& text) {
    Note row;
    if (const Note* there = editor.design().notes.find(id)) {
        row = *there;
    } else {
        if (text.trimmed().isEmpty())
            return;
        row.id = id;
        row.kind = kind;
        row.subject = subject;
        row.order = lastOrder(editor.design().notes);
    }
    row.text = cleaned(text);
    editor.put(row);
}

Result<MetricId> answerMetric(Editor& editor, std::optional<MetricKind> kind, const QString& typed,
                              const Catalogue& catalogue, ElementId subject) {
    const QString line = typed.simplified();
    if (line.isEmpty())
        return fail(ErrorCode::Refused, AnswerText::tr("A metric has a name, like AUC."));
    Figure figure{line, {}, {}, {}};
    if (const auto found = figureIn(line))
        figure = *found;
    TypedMetric metric = typedMetric(figure, catalogue);
    if (kind)
        metric.metric.kind = *kind;
    return putTypedMetric(editor, subject, metric);
}

std::optional<MetricKind> knownMetricKind(const QString& typed, const Catalogue& catalogue) {
    const auto figure = figureIn(typed.simplified());
    const UsualMetric* usual = catalogue.metric(figure ? figure->name : typed.simplified());
    return usual ? std::optional(usual->kind) : std::nullopt;
}

const Decision* decisionOf(const Design& design, const QString& topic) {
    return firstOf(design.decisions, [&](const Decision& row) { return row.topic == topic; });
}

const DecisionTopic* decisionTopicOf(const QString& question, const Templates& templates) {
    return templates.decisionTopic(DecisionQuestions(templates.decisionTopics()).topicOf(question));
}

DecisionId answerDecision(Editor& editor, const Prompt& prompt, const QString& language,
                          const QString& chosen, ElementId subject) {
    Decision row;
    if (const Decision* there = decisionOf(editor.design(), prompt.answer.name)) {
        row = *there;
    } else {
        row.id = DecisionId::random();
        row.subject = subject;
        row.topic = prompt.answer.name;
        row.question = cleaned(prompt.answer.question.in(language));
        if (row.question.isEmpty())
            row.question = cleaned(prompt.text.in(language));
        row.order = lastOrder(editor.design().decisions);
        editor.put(row);
        for (const LocalText& option : prompt.answer.options)
            optionOf(editor, row.id, cleaned(option.in(language)));
    }
    row.chosen = chosen.isEmpty() ? OptionId{} : optionOf(editor, row.id, cleaned(chosen));
    editor.put(row);
    return row.id;
}

FieldSubject subjectOf(const QString& field, const Design& design, const Templates& templates,
                       const Catalogue& catalogue, const QSet<ElementId>& selection) {
    FieldSubject found;
    const Sheet* sheet = templates.sheet(field.section(u'.', 0, 0));
    if (!sheet)
        return found;
    for (const Block& block : design.blocks) {
        if (sheet->isFor(block.kind, catalogue))
            found.candidates.append(block.id);
    }
    const auto place = [&](ElementId id) {
        const Rect rect = design.blocks.at(id).rect;
        return std::tuple(rect.x, rect.y, id);
    };
    std::sort(found.candidates.begin(), found.candidates.end(),
              [&](ElementId a, ElementId b) { return place(a) < place(b); });
    QSet<ElementId> begun; // somebody has filled in this sheet there
    for (const Property& property : design.properties) {
        if (property.field.startsWith(sheet->name + u'.') && found.candidates.contains(property.subject))
            begun.insert(property.subject);
    }
    if (selection.size() == 1 && found.candidates.contains(*selection.constBegin()))
        found.subject = *selection.constBegin();
    else if (found.candidates.size() == 1)
        found.subject = found.candidates.first();
    else if (begun.size() == 1 && !sheet->board)
        found.subject = *begun.constBegin();
    found.known = found.subject || sheet->board;
    return found;
}

QString fieldValue(const Design& design, ElementId subject, const QString& field) {
    const Property* property = propertyOf(design, subject, field);
    return property ? property->value : QString();
}

QList<MetricId> metricsForErrors(const Design& design, const Catalogue& catalogue) {
    const auto rank = [&](const Metric* metric) {
        if (!metric->costFalsePositive.isEmpty() || !metric->costFalseNegative.isEmpty())
            return 0;
        const UsualMetric* usual = catalogue.metric(metric->name);
        return usual && usual->errors ? 1 : 2;
    };
    QList<const Metric*> metrics = design.metrics.sorted();
    std::stable_sort(metrics.begin(), metrics.end(),
                     [&](const Metric* a, const Metric* b) { return rank(a) < rank(b); });
    QList<MetricId> ids;
    for (const Metric* metric : std::as_const(metrics))
        ids.append(metric->id);
    return ids;
}

Result<void> answerErrorCost(Editor& editor, MetricId metric, WrongAnswer error, const QString& cost) {
    const Metric* there = editor.design().metrics.find(metric);
    if (!there)
        return fail(ErrorCode::Refused, AnswerText::tr("The metric is not there any more."));
    Metric row = *there;
    (error == WrongAnswer::FalsePositive ? row.costFalsePositive : row.costFalseNegative) = cleaned(cost);
    editor.put(row);
    return {};
}

Result<void> setTicked(Editor& editor, const Framework& framework, const Prompt& prompt, bool ticked) {
    return fillField(editor, {}, tickField(framework, prompt), ticked ? u"yes"_s : QString());
}

} // namespace groundplan
