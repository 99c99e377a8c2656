// The part of the template loader that reads practice cases.
#include "model/framework/named_entries.h"
#include "model/framework/template_loader.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace groundplan {

namespace {

QString tr(const char* sentence) {
    return QCoreApplication::translate("Templates", sentence);
}

} // namespace

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
        if (!isTemplateName(name)) {
            reader.complain(u"references"_s, tr("%1: “%2” is not the name of a design; it was left out."),
                            name);
            continue;
        }
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
    bool whole = true;
    const auto each = [&](const QJsonArray& list, const QString& sort, const auto& read) {
        for (qsizetype i = 0; i < list.size(); ++i) {
            const QString what = sort.arg(i + 1);
            reader.enter(list.at(i).toObject(), what);
            read(i, what);
            whole = whole && reader.sound();
            if (!reader.sound())
                sayLeftOut(tr("It was left out."));
        }
    };
    each(numbers, tr("number %1"), [&](qsizetype, const QString& what) {
        GivenNumber number{reader.text(u"title"_s), reader.string(u"value"_s, true),
                           reader.string(u"topic"_s, false), lowered(reader.strings(u"words"_s))};
        reader.complainAboutUnknownKeys();
        if (!reader.sound())
            return;
        if (!number.topic.isEmpty())
            references_.append({EvidenceKind::Requirement, number.topic, path, what});
        practice.numbers.append(number);
    });
    each(facts, tr("fact %1"), [&](qsizetype i, const QString& what) {
        Fact fact;
        fact.topic = reader.string(u"topic"_s, false);
        fact.topics = reader.strings(u"topics"_s);
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
        for (const QString& topic : QStringList{fact.topic} + fact.topics) {
            if (!topic.isEmpty())
                references_.append({EvidenceKind::Requirement, topic, path, what});
        }
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
    put(templates_.cases_, std::move(practice), whole);
}

void TemplateLoader::finishCases() {
    for (PracticeCase& practice : templates_.cases_) {
        practice.frameworks.removeIf([&](const QString& name) {
            if (templates_.framework(name))
                return false;
            problems_ << tr("%1, key “frameworks”: there is no framework “%2”.").arg(practice.path, name);
            return true;
        });
        for (MustTouch& point : practice.must)
            finishEvidence(point.evidence);
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

} // namespace groundplan
