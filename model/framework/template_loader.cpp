#include "model/framework/template_loader.h"

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

template <class Entry>
void putByName(QList<Entry>& list, Entry entry) {
    const auto same = std::find_if(list.begin(), list.end(),
                                   [&entry](const Entry& other) { return other.name == entry.name; });
    if (same != list.end())
        *same = std::move(entry);
    else
        list.append(std::move(entry));
}

template <class Entry>
bool hasName(const QList<Entry>& list, const QString& name) {
    return std::any_of(list.begin(), list.end(), [&name](const Entry& entry) { return entry.name == name; });
}

/// A name that must be the only one of its sort so far.
template <class Entry>
QString ownName(TemplateReader& reader, const QList<Entry>& before) {
    const QString name = reader.name(u"name"_s);
    if (hasName(before, name))
        reader.refuse(u"name"_s, tr("%1: the name “%2” was given before; the second one was left out."),
                      name);
    return name;
}

QStringList lowered(const QStringList& words) {
    QStringList lower;
    for (const QString& word : words)
        lower << word.toLower().simplified();
    return lower;
}

template <class Enum>
QStringList wordsOf() {
    QStringList all;
    for (const char* word : Words<Enum>::words)
        all << QString::fromLatin1(word);
    return all;
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
    reader.complainAboutUnknownKeys();
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

QList<Evidence> TemplateLoader::evidenceIn(TemplateReader& reader, const QString& what) {
    const QJsonArray list = reader.array(u"evidence"_s);
    QList<Evidence> all;
    for (const QJsonValue value : list) {
        TemplateReader one(reader.path(), problems_);
        one.enter(value.toObject(), what);
        Evidence evidence;
        int sorts = 0;
        for (std::size_t i = 0; i < wordCount<EvidenceKind>(); ++i) {
            const auto kind = EvidenceKind(i);
            const QString key = wordOf(kind);
            if (!one.has(key))
                continue;
            ++sorts;
            evidence.kind = kind;
            const QJsonValue said = value.toObject().value(key);
            if (said.isBool())
                one.boolean(key);
            else if (said.isArray())
                evidence.names = one.strings(key);
            else
                evidence.names << one.string(key, true);
        }
        if (sorts != 1) {
            problems_ << tr("%1, %2, key “evidence”: each entry says one of %3; this one was left out.")
                             .arg(reader.path(), what, wordsOf<EvidenceKind>().join(u", "_s));
            continue;
        }
        evidence.technologies = one.strings(u"technology"_s);
        evidence.values = one.strings(u"value"_s);
        if (one.has(u"count"_s))
            evidence.count = one.integer(u"count"_s, 1, 1000);
        evidence.options = one.integer(u"options"_s, 0, 100);
        evidence.target = one.boolean(u"target"_s);
        evidence.chosen = one.boolean(u"chosen"_s);
        evidence.argued = one.boolean(u"argued"_s);
        one.complainAboutUnknownKeys();
        if (!one.sound())
            continue;
        for (const QString& name : std::as_const(evidence.names))
            references_.append({evidence.kind, name, reader.path(), what, evidence.values});
        all.append(evidence);
    }
    return all;
}

Answer TemplateLoader::answerIn(TemplateReader& reader, const QList<Evidence>& evidence,
                                const QString& what) {
    Answer answer;
    using enum Answer::Makes;
    if (!reader.has(u"answer"_s)) {
        if (evidence.isEmpty())
            return answer;
        const Evidence& first = evidence.first();
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
        case EvidenceKind::Group:
        case EvidenceKind::Flow:
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
        if (!reader.sound())
            continue;
        for (qsizetype p = 0; p < prompts.size(); ++p) {
            const QString what = tr("step “%1”, prompt %2 “%3”")
                                     .arg(step.name)
                                     .arg(p + 1)
                                     .arg(prompts.at(p).toObject().value(u"name"_s).toString());
            reader.enter(prompts.at(p).toObject(), what);
            const Prompt prompt = promptIn(reader, what);
            if (promptNames.contains(prompt.name))
                reader.refuse(u"name"_s,
                              tr("%1: the name “%2” was given before; the second one was left out."),
                              prompt.name);
            if (!reader.sound())
                continue;
            promptNames.insert(prompt.name);
            step.prompts.append(prompt);
        }
        framework.steps.append(step);
    }
    if (!framework.steps.isEmpty())
        putByName(templates_.frameworks_, std::move(framework));
}

void TemplateLoader::loadCase(const QString& path) {
    TemplateReader reader(path, problems_);
    if (!reader.open())
        return;
    PracticeCase practice;
    practice.path = path;
    practice.name = reader.name(u"name"_s);
    practice.title = reader.text(u"title"_s);
    practice.area = reader.name(u"area"_s);
    practice.difficulty = reader.word<Difficulty>(u"difficulty"_s).value_or(Difficulty::Medium);
    practice.source = reader.string(u"source"_s, true);
    practice.prompt = reader.text(u"prompt"_s);
    practice.frameworks = reader.strings(u"frameworks"_s);
    const QStringList references = reader.strings(u"references"_s);
    const QJsonArray numbers = reader.array(u"numbers"_s);
    const QJsonArray facts = reader.array(u"facts"_s);
    const QJsonArray must = reader.array(u"must"_s);
    const QJsonArray traps = reader.array(u"traps"_s);
    const QJsonArray followUps = reader.array(u"follow-ups"_s);
    // Beside the cases, or among the examples of the same root.
    const QDir here = QFileInfo(path).dir();
    for (const QString& name : references) {
        const QStringList places{here.filePath(u"designs/%1.dot"_s.arg(name)),
                                 QDir::cleanPath(here.filePath(u"../designs/%1.dot"_s.arg(name)))};
        const auto file = std::find_if(places.begin(), places.end(),
                                       [](const QString& place) { return QFile::exists(place); });
        if (file != places.end())
            practice.references.append(*file);
        else
            reader.complain(u"references"_s, tr("%1: there is no file %2; it was left out."), places.first());
    }
    reader.complainAboutUnknownKeys();
    if (!reader.sound())
        return;
    const auto each = [&](const QJsonArray& list, const QString& sort, const auto& read) {
        for (qsizetype i = 0; i < list.size(); ++i) {
            const QString what = sort.arg(i + 1);
            reader.enter(list.at(i).toObject(), what);
            read(i, what);
        }
    };
    each(numbers, tr("number %1"), [&](qsizetype, const QString&) {
        GivenNumber number{reader.text(u"title"_s), reader.string(u"value"_s, true)};
        reader.complainAboutUnknownKeys();
        if (reader.sound())
            practice.numbers.append(number);
    });
    each(facts, tr("fact %1"), [&](qsizetype i, const QString& what) {
        Fact fact;
        fact.topic = reader.string(u"topic"_s, false);
        fact.question = reader.textOrNone(u"question"_s);
        fact.words = lowered(reader.strings(u"words"_s));
        fact.answer = reader.text(u"answer"_s);
        fact.value = reader.string(u"value"_s, false);
        fact.name = fact.topic.isEmpty() || practice.fact(fact.topic) ? u"fact-%1"_s.arg(i + 1) : fact.topic;
        if (fact.topic.isEmpty() && fact.question.isEmpty())
            reader.refuse(u"question"_s, tr("%1: a fact has a topic or a question."));
        reader.complainAboutUnknownKeys();
        if (!reader.sound())
            return;
        if (!fact.topic.isEmpty())
            references_.append({EvidenceKind::Requirement, fact.topic, path, what});
        practice.facts.append(fact);
    });
    each(must, tr("point %1"), [&](qsizetype, const QString& what) {
        MustTouch point;
        point.name = ownName(reader, practice.must);
        point.text = reader.text(u"text"_s);
        point.evidence = evidenceIn(reader, what);
        reader.complainAboutUnknownKeys();
        if (reader.sound())
            practice.must.append(point);
    });
    each(traps, tr("trap %1"), [&](qsizetype, const QString&) {
        Trap trap{ownName(reader, practice.traps), reader.text(u"text"_s)};
        reader.complainAboutUnknownKeys();
        if (reader.sound())
            practice.traps.append(trap);
    });
    each(followUps, tr("follow-up %1"), [&](qsizetype, const QString&) {
        FollowUp followUp{ownName(reader, practice.followUps), reader.text(u"text"_s),
                          reader.texts(u"points"_s)};
        reader.complainAboutUnknownKeys();
        if (reader.sound())
            practice.followUps.append(followUp);
    });
    putByName(templates_.cases_, std::move(practice));
}

bool TemplateLoader::isKnown(const Reference& reference) const {
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
        return isTemplateName(reference.name);
    case EvidenceKind::Field: {
        const SheetField* field = templates_.field(reference.name);
        const auto isChoice = [field](const QString& value) { return hasName(field->choices, value); };
        return field && std::all_of(reference.values.begin(), reference.values.end(), isChoice);
    }
    case EvidenceKind::Task:
    case EvidenceKind::Assumption:
    case EvidenceKind::ErrorCost:
    case EvidenceKind::Path:
    case EvidenceKind::Sides:
    case EvidenceKind::MachineLearning:
    case EvidenceKind::Frame:
        return true;
    }
    return false;
}

void TemplateLoader::checkReferences() {
    for (const Reference& reference : std::as_const(references_)) {
        if (!isKnown(reference)) {
            problems_ << tr("%1, %2: “%3” is not known as a %4.")
                             .arg(reference.path, reference.what, reference.name, wordOf(reference.kind));
        }
    }
}

void TemplateLoader::finishCases() {
    for (PracticeCase& practice : templates_.cases_) {
        practice.frameworks.removeIf([&](const QString& name) {
            if (templates_.framework(name))
                return false;
            problems_ << tr("%1, key “frameworks”: there is no framework “%2”.").arg(practice.path, name);
            return true;
        });
        for (Fact& fact : practice.facts) {
            const Topic* topic = templates_.topic(fact.topic);
            if (!topic)
                continue;
            if (fact.question.isEmpty())
                fact.question = topic->question;
            fact.words += topic->words;
            fact.words.removeDuplicates();
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
    finishCases();
}

} // namespace groundplan
