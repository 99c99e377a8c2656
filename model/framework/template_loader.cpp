#include "model/framework/template_loader.h"

#include "model/framework/named_entries.h"

#include <QCoreApplication>
#include <QDir>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace groundplan {

namespace {

QString tr(const char* sentence) {
    return QCoreApplication::translate("Templates", sentence);
}

/// Those of a field that say that nothing is done.
QStringList idleChoices(const SheetField* field) {
    QStringList names;
    if (field && field->form == FieldForm::YesNo)
        names << u"no"_s;
    for (const FieldChoice& choice : field ? field->choices : QList<FieldChoice>()) {
        if (choice.idle)
            names << choice.name;
    }
    return names;
}

} // namespace

template <class Read>
void TemplateLoader::eachFile(const QString& folder, Read read) {
    const QDir dir(folder);
    for (const QString& file : dir.entryList({u"*.json"_s}, QDir::Files, QDir::Name))
        read(dir.filePath(file));
}

void TemplateLoader::loadRoot(const QString& root) {
    const QDir dir(root);
    here_.clear();
    eachFile(dir.filePath(u"topics"_s), [this](const QString& path) { loadTopics(path); });
    eachFile(dir.filePath(u"sheets"_s), [this](const QString& path) { loadSheet(path); });
    eachFile(dir.filePath(u"frameworks"_s), [this](const QString& path) { loadFramework(path); });
    eachFile(dir.filePath(u"cases"_s), [this](const QString& path) { loadCase(path); });
}

void TemplateLoader::loadTopics(const QString& path) {
    TemplateReader reader(path, problems_);
    if (!reader.open())
        return;
    reader.string(u"source"_s, true);
    const QJsonArray topics = reader.array(u"topics"_s);
    const QJsonArray decisions = reader.array(u"decisions"_s);
    reader.complainAboutUnknownKeys();
    loadDecisionTopics(reader, decisions);
    QList<Topic> here;
    for (qsizetype i = 0; i < topics.size(); ++i) {
        reader.enter(topics.at(i).toObject(), tr("topic %1").arg(i + 1));
        Topic topic;
        topic.name = ownName(reader, here);
        reader.rename(tr("topic “%1”").arg(topic.name));
        topic.group = reader.word<TopicGroup>(u"group"_s).value_or(TopicGroup::Problem);
        topic.question = reader.text(u"question"_s);
        topic.hint = reader.textOrNone(u"hint"_s);
        topic.bearing = reader.textOrNone(u"bearing"_s);
        topic.quantity = reader.word<Quantity>(u"quantity"_s);
        topic.choices = reader.texts(u"choices"_s);
        topic.words = lowered(reader.strings(u"words"_s));
        reader.complainAboutUnknownKeys();
        if (reader.sound())
            here.append(topic);
    }
    for (Topic& topic : here)
        putByName(templates_.topics_, std::move(topic));
}

void TemplateLoader::loadDecisionTopics(TemplateReader& reader, const QJsonArray& topics) {
    QList<DecisionTopic> here;
    for (qsizetype i = 0; i < topics.size(); ++i) {
        reader.enter(topics.at(i).toObject(), tr("decision %1").arg(i + 1));
        DecisionTopic topic;
        topic.name = ownName(reader, here);
        reader.rename(tr("decision “%1”").arg(topic.name));
        topic.title = reader.text(u"title"_s);
        topic.question = reader.text(u"question"_s);
        topic.words = lowered(reader.strings(u"words"_s));
        reader.complainAboutUnknownKeys();
        if (reader.sound())
            here.append(topic);
    }
    for (DecisionTopic& topic : here)
        putByName(templates_.decisionTopics_, std::move(topic));
}

QList<SheetField> TemplateLoader::fieldsIn(TemplateReader& reader, const QJsonArray& fields,
                                           const QString& sheet) {
    QList<SheetField> here;
    for (qsizetype i = 0; i < fields.size(); ++i) {
        reader.enter(fields.at(i).toObject(), tr("sheet “%1”, field %2").arg(sheet).arg(i + 1));
        SheetField field;
        const QString name = reader.name(u"name"_s);
        const QString what = tr("sheet “%1”, field “%2”").arg(sheet, name);
        reader.rename(what);
        field.name = sheet + u'.' + name;
        field.title = reader.text(u"title"_s);
        field.hint = reader.textOrNone(u"hint"_s);
        field.bearing = reader.textOrNone(u"bearing"_s);
        field.form = reader.word<FieldForm>(u"form"_s).value_or(FieldForm::Text);
        const QJsonArray choices = reader.array(u"choices"_s);
        const bool chooses = field.form == FieldForm::Choice || field.form == FieldForm::Choices;
        if (chooses == choices.isEmpty())
            reader.refuse(u"choices"_s, tr("%1: a field has choices when its form is choice or choices."));
        reader.complainAboutUnknownKeys();
        if (!reader.sound())
            continue;
        bool sound = true;
        for (const QJsonValue value : choices) {
            reader.enter(value.toObject(), what);
            FieldChoice choice;
            choice.name = ownName(reader, field.choices);
            choice.title = reader.text(u"title"_s);
            choice.hint = reader.textOrNone(u"hint"_s);
            choice.idle = reader.boolean(u"idle"_s);
            reader.complainAboutUnknownKeys();
            sound = sound && reader.sound();
            field.choices.append(choice);
        }
        if (sound)
            here.append(field);
    }
    return here;
}

void TemplateLoader::loadSheet(const QString& path) {
    TemplateReader reader(path, problems_);
    if (!reader.open())
        return;
    Sheet sheet;
    sheet.name = reader.name(u"name"_s);
    sheet.title = reader.text(u"title"_s);
    sheet.source = reader.string(u"source"_s, true);
    sheet.groups = reader.strings(u"groups"_s);
    sheet.kinds = reader.strings(u"kinds"_s);
    sheet.board = reader.boolean(u"board"_s);
    const QJsonArray sections = reader.array(u"sections"_s);
    reader.complainAboutUnknownKeys();
    if (!reader.sound())
        return;
    for (const QString& group : std::as_const(sheet.groups))
        references_.append({EvidenceKind::Group, group, path, tr("top level")});
    for (const QString& kind : std::as_const(sheet.kinds))
        references_.append({EvidenceKind::Block, kind, path, tr("top level")});
    QSet<QString> names;
    for (qsizetype i = 0; i < sections.size(); ++i) {
        reader.enter(sections.at(i).toObject(), tr("sheet “%1”, section %2").arg(sheet.name).arg(i + 1));
        SheetSection section;
        section.name = ownName(reader, sheet.sections);
        section.title = reader.text(u"title"_s);
        const QJsonArray fields = reader.array(u"fields"_s);
        reader.complainAboutUnknownKeys();
        if (!reader.sound())
            continue;
        section.fields = fieldsIn(reader, fields, sheet.name);
        for (const SheetField& field : std::as_const(section.fields)) {
            if (names.contains(field.name))
                problems_
                    << tr("%1, section “%2”: there are two fields %3.").arg(path, section.name, field.name);
            names.insert(field.name);
        }
        sheet.sections.append(section);
    }
    putByName(templates_.sheets_, std::move(sheet));
}

Answer TemplateLoader::answerIn(TemplateReader& reader, const QList<Evidence>& evidence,
                                const QString& what) {
    Answer answer;
    using enum Answer::Makes;
    if (!reader.has(u"answer"_s)) {
        if (evidence.isEmpty())
            return answer;
        const Evidence& first = evidence.first();
        if (!first.parts.isEmpty())
            return answerIn(reader, first.parts, what);
        answer.name = first.names.value(0);
        switch (first.kind) {
        case EvidenceKind::Task:
            answer.makes = Task;
            break;
        case EvidenceKind::Requirement:
            answer.makes = Requirement;
            break;
        case EvidenceKind::Assumption:
            answer.makes = Note;
            answer.name = wordOf(NoteKind::Assumption);
            break;
        case EvidenceKind::Note:
            answer.makes = Note;
            break;
        case EvidenceKind::Metric:
            answer.makes = Metric;
            break;
        case EvidenceKind::ErrorCost:
            answer.makes = ErrorCost;
            break;
        case EvidenceKind::Block:
            answer.makes = Block;
            break;
        case EvidenceKind::Decision:
            answer.makes = Decision;
            break;
        case EvidenceKind::Field:
            answer.makes = Field;
            break;
        case EvidenceKind::MetricNamed:
            answer.makes = Metric;
            answer.suggested = first.names;
            answer.name.clear();
            break;
        case EvidenceKind::Said:
            answer.makes = Note;
            answer.name = wordOf(NoteKind::Remark);
            break;
        case EvidenceKind::All:
        case EvidenceKind::Any:
        case EvidenceKind::Group:
        case EvidenceKind::Flow:
        case EvidenceKind::Link:
        case EvidenceKind::Way:
        case EvidenceKind::Path:
        case EvidenceKind::Sides:
        case EvidenceKind::MachineLearning:
        case EvidenceKind::Frame:
            answer.name.clear(); // it is drawn
            break;
        }
        return answer;
    }
    const QJsonObject object = reader.object(u"answer"_s);
    QStringList ignored;
    TemplateReader one(reader.path(), ignored);
    one.enter(object, what);
    for (std::size_t i = 1; i < wordCount<Answer::Makes>(); ++i) {
        const QString key = wordOf(Answer::Makes(i));
        if (!one.has(key))
            continue;
        answer.makes = Answer::Makes(i);
        if (object.value(key).isBool())
            one.boolean(key);
        else
            answer.name = one.string(key, true);
        break;
    }
    answer.question = one.textOrNone(u"question"_s);
    answer.options = one.texts(u"options"_s);
    answer.suggested = one.strings(u"suggest"_s);
    one.complainAboutUnknownKeys();
    for (const QString& sentence : std::as_const(ignored))
        reader.refuse(u"answer"_s, u"%1: "_s + sentence.section(u": "_s, 1));
    if (answer.makes == Nothing)
        reader.refuse(u"answer"_s, tr("%1: it does not say what it makes."));
    return answer;
}

Prompt TemplateLoader::promptIn(TemplateReader& reader, const QString& what) {
    Prompt prompt;
    prompt.name = reader.name(u"name"_s);
    prompt.text = reader.text(u"text"_s);
    prompt.hint = reader.textOrNone(u"hint"_s);
    prompt.points = reader.texts(u"points"_s);
    const QString layer = reader.string(u"layer"_s, false);
    prompt.operations = layer == u"operations"_s;
    if (!layer.isEmpty() && !prompt.operations)
        reader.refuse(u"layer"_s, tr("%1: “%2” is no layer; there is only operations."), layer);
    prompt.evidence = evidenceIn(reader, what);
    prompt.answer = answerIn(reader, prompt.evidence, what);
    reader.complainAboutUnknownKeys();
    return prompt;
}

void TemplateLoader::sayLeftOut(const QString& sentence) {
    if (!problems_.isEmpty())
        problems_.last() += u' ' + sentence;
}

void TemplateLoader::loadFramework(const QString& path) {
    TemplateReader reader(path, problems_);
    if (!reader.open())
        return;
    Framework framework;
    framework.path = path;
    framework.name = reader.name(u"name"_s);
    framework.title = reader.text(u"title"_s);
    framework.summary = reader.text(u"summary"_s);
    framework.source = reader.string(u"source"_s, true);
    framework.order = reader.integer(u"order"_s, 0, 1'000'000);
    const QJsonArray steps = reader.array(u"steps"_s);
    if (steps.isEmpty())
        reader.refuse(u"steps"_s, tr("%1: a framework has at least one step."));
    reader.complainAboutUnknownKeys();
    if (!reader.sound())
        return;
    QSet<QString> promptNames;
    bool whole = true;
    for (qsizetype i = 0; i < steps.size(); ++i) {
        reader.enter(steps.at(i).toObject(), tr("step %1").arg(i + 1));
        Step step;
        step.name = ownName(reader, framework.steps);
        reader.rename(tr("step “%1”").arg(step.name));
        step.title = reader.text(u"title"_s);
        step.why = reader.textOrNone(u"why"_s);
        step.minutes = reader.integer(u"minutes"_s, 0, 600);
        const QJsonArray prompts = reader.array(u"prompts"_s);
        reader.complainAboutUnknownKeys();
        whole = whole && reader.sound();
        if (!reader.sound()) {
            sayLeftOut(tr("The step was left out."));
            continue;
        }
        for (qsizetype p = 0; p < prompts.size(); ++p) {
            const QString what = tr("step “%1”, prompt %2 “%3”")
                                     .arg(step.name)
                                     .arg(p + 1)
                                     .arg(prompts.at(p).toObject().value(u"name"_s).toString());
            reader.enter(prompts.at(p).toObject(), what);
            const Prompt prompt = promptIn(reader, what);
            if (promptNames.contains(prompt.name))
                reader.refuse(u"name"_s, tr("%1: the name “%2” was given before."), prompt.name);
            whole = whole && reader.sound();
            if (!reader.sound()) {
                sayLeftOut(tr("The prompt was left out."));
                continue;
            }
            promptNames.insert(prompt.name);
            step.prompts.append(prompt);
        }
        framework.steps.append(step);
    }
    if (!framework.steps.isEmpty())
        put(templates_.frameworks_, std::move(framework), whole);
}

bool TemplateLoader::isTechnology(const QString& name) const {
    const auto lists = [&](const QStringList& names) { return names.contains(name, Qt::CaseInsensitive); };
    return std::any_of(catalogue_.kinds().begin(), catalogue_.kinds().end(),
                       [&](const Kind& kind) { return lists(kind.technologies); }) ||
           std::any_of(catalogue_.products().begin(), catalogue_.products().end(),
                       [&](const UsualProduct& product) { return lists({product.name}); });
}

bool TemplateLoader::isKnown(const NamedElsewhere& reference) const {
    if (reference.technology)
        return isTechnology(reference.name);
    switch (reference.kind) {
    case EvidenceKind::Requirement:
        return templates_.topic(reference.name);
    case EvidenceKind::Note:
        return fromWord<NoteKind>(reference.name).has_value();
    case EvidenceKind::Metric:
        return fromWord<MetricKind>(reference.name).has_value();
    case EvidenceKind::MetricNamed: {
        const UsualMetric* metric = catalogue_.metric(reference.name);
        return metric && metric->name == reference.name;
    }
    case EvidenceKind::Block:
        return catalogue_.kind(reference.name);
    case EvidenceKind::Group:
        return catalogue_.group(reference.name);
    case EvidenceKind::Flow:
        return fromWord<Flow>(reference.name).has_value();
    case EvidenceKind::Decision:
        return templates_.decisionTopic(reference.name);
    case EvidenceKind::Link:
    case EvidenceKind::Way:
        return catalogue_.kind(reference.name) || catalogue_.group(reference.name);
    case EvidenceKind::Field:
        return templates_.field(reference.name);
    case EvidenceKind::Path:
        return reference.name == u"complete"_s;
    case EvidenceKind::Task:
    case EvidenceKind::Assumption:
    case EvidenceKind::ErrorCost:
    case EvidenceKind::Sides:
    case EvidenceKind::MachineLearning:
    case EvidenceKind::Frame:
    case EvidenceKind::All:
    case EvidenceKind::Any:
    case EvidenceKind::Said:
        return true;
    }
    return false;
}

namespace {

/// What people call that which evidence of a kind names.
QString sortOf(const NamedElsewhere& reference) {
    if (reference.technology)
        return tr("technology");
    switch (reference.kind) {
    case EvidenceKind::Requirement:
        return tr("topic");
    case EvidenceKind::MetricNamed:
        return tr("metric");
    case EvidenceKind::Link:
    case EvidenceKind::Way:
        return tr("kind or group of blocks");
    default:
        return wordOf(reference.kind);
    }
}

} // namespace

void TemplateLoader::checkReferences() {
    for (const NamedElsewhere& reference : std::as_const(references_)) {
        if (!isKnown(reference)) {
            problems_ << tr("%1, %2: “%3” is not known as a %4.")
                             .arg(reference.path, reference.what, reference.name, sortOf(reference));
            continue;
        }
        if (reference.kind == EvidenceKind::Field)
            checkChoices(reference);
    }
}

void TemplateLoader::checkChoices(const NamedElsewhere& reference) {
    const SheetField* field = templates_.field(reference.name);
    QStringList choices;
    for (const FieldChoice& choice : field->choices)
        choices << choice.name;
    if (field->form == FieldForm::YesNo)
        choices = {u"yes"_s, u"no"_s};
    for (const QString& value : reference.values) {
        if (choices.isEmpty())
            problems_ << tr("%1, %2: “%3” has no choices; “%4” is none.")
                             .arg(reference.path, reference.what, reference.name, value);
        else if (!choices.contains(value))
            problems_ << tr("%1, %2: “%3” is no choice of %4: %5.")
                             .arg(reference.path, reference.what, value, reference.name,
                                  choices.join(u", "_s));
    }
}

void TemplateLoader::finishEvidence(QList<Evidence>& evidence) const {
    for (Evidence& one : evidence) {
        finishEvidence(one.parts);
        if (one.kind == EvidenceKind::Decision)
            one.questions = decisionQuestions_;
        if (one.kind != EvidenceKind::Field || !one.values.isEmpty())
            continue;
        for (const QString& name : std::as_const(one.names)) {
            const QStringList idle = idleChoices(templates_.field(name));
            if (!idle.isEmpty())
                one.idle.insert(name, idle);
        }
    }
}

void TemplateLoader::finish() {
    std::stable_sort(templates_.topics_.begin(), templates_.topics_.end(),
                     [](const Topic& a, const Topic& b) { return a.group < b.group; });
    std::stable_sort(templates_.frameworks_.begin(), templates_.frameworks_.end(),
                     [](const Framework& a, const Framework& b) {
                         return std::tie(a.order, a.name) < std::tie(b.order, b.name);
                     });
    std::stable_sort(templates_.cases_.begin(), templates_.cases_.end(),
                     [](const PracticeCase& a, const PracticeCase& b) { return a.name < b.name; });
    // Ticks by hand are properties too, under the name of their framework.
    templates_.frameworks_.removeIf([this](const Framework& framework) {
        if (!templates_.sheet(framework.name))
            return false;
        problems_ << tr("%1, key “name”: a sheet is called “%2” already; the framework was left out.")
                         .arg(framework.path, framework.name);
        return true;
    });
    checkReferences();
    decisionQuestions_ = std::make_shared<const DecisionQuestions>(templates_.decisionTopics_);
    for (Framework& framework : templates_.frameworks_) {
        for (Step& step : framework.steps) {
            for (Prompt& prompt : step.prompts)
                finishEvidence(prompt.evidence);
        }
    }
    finishCases();
}

} // namespace groundplan
