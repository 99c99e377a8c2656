// progress: how far a design is by a framework, and by its case.
#include "model/framework/progress.h"
#include "app/cli/commands.h"
#include "app/cli/console.h"
#include "app/cli/reading.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace groundplan::cli {
namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("Cli", text);
}

/// What shows it, by the names that the other commands know; the board itself has none.
QStringList namesOf(const Found& found, const Design& design) {
    QStringList names;
    for (const ElementId id : found.elements) {
        const QString name = design.nameOf(id);
        names << (name.isEmpty() ? id.toString() : name);
    }
    return names;
}

/// The same for people, who know no ids.
QStringList captionsOf(const Found& found, const Design& design) {
    QStringList captions = namesOf(found, design);
    for (qsizetype i = 0; i < captions.size(); ++i) {
        if (const Connection* connection = design.connections.find(found.elements[i]))
            captions[i] =
                u"%1 → %2"_s.arg(design.nameOf(connection->source), design.nameOf(connection->target));
    }
    return captions;
}

QJsonObject toJson(const Found& found, const Design& design) {
    return {{u"elements"_s, QJsonArray::fromStringList(namesOf(found, design))}, {u"board"_s, found.onBoard}};
}

struct Report {
    const Design& design;
    const Framework& framework;
    const PracticeCase* practice; ///< nullptr: none, or one that is not known here
    Progress progress;
    QList<Found> must; ///< as many as the case has points
};

QJsonObject toJson(const Report& report) {
    QJsonArray steps;
    for (qsizetype s = 0; s < report.framework.steps.size(); ++s) {
        const Step& step = report.framework.steps.at(s);
        const StepProgress& done = report.progress.steps.at(s);
        QJsonArray prompts;
        for (qsizetype p = 0; p < step.prompts.size(); ++p) {
            const Prompt& prompt = step.prompts.at(p);
            const PromptProgress& one = done.prompts.at(p);
            prompts.append(QJsonObject{{u"name"_s, prompt.name},
                                       {u"text"_s, prompt.text.in(u"en"_s)},
                                       {u"operations"_s, prompt.operations},
                                       {u"done"_s, one.done},
                                       {u"ticked"_s, one.ticked},
                                       {u"evidence"_s, toJson(one.found, report.design)}});
        }
        steps.append(QJsonObject{{u"name"_s, step.name},
                                 {u"title"_s, step.title.in(u"en"_s)},
                                 {u"minutes"_s, step.minutes},
                                 {u"done"_s, done.done},
                                 {u"of"_s, done.of},
                                 {u"beyond"_s, done.beyond},
                                 {u"prompts"_s, prompts}});
    }
    QJsonObject object{{u"framework"_s, report.framework.name},
                       {u"done"_s, report.progress.done},
                       {u"of"_s, report.progress.of},
                       {u"beyond"_s, report.progress.beyond},
                       {u"steps"_s, steps}};
    if (report.practice) {
        QJsonArray points;
        for (qsizetype i = 0; i < report.must.size(); ++i) {
            const MustTouch& point = report.practice->must.at(i);
            points.append(QJsonObject{{u"name"_s, point.name},
                                      {u"text"_s, point.text.in(u"en"_s)},
                                      {u"done"_s, report.must.at(i).holds},
                                      {u"evidence"_s, toJson(report.must.at(i), report.design)}});
        }
        object.insert(u"case"_s, QJsonObject{{u"name"_s, report.practice->name}, {u"must"_s, points}});
    }
    return object;
}

/// "  [x] Say the task again. (ranker, feast)"
void sayPoint(Console& console, bool done, const QString& text, const Found& found, const Design& design) {
    QString line = (done ? u"  [x] "_s : u"  [ ] "_s) + text;
    constexpr qsizetype kMost = 4;
    const QStringList names = captionsOf(found, design);
    if (!names.isEmpty())
        line += u" ("_s + names.mid(0, kMost).join(u", "_s) + (names.size() > kMost ? u", …)"_s : u")"_s);
    console.line(line);
}

/// What is done for production, which counts only where somebody opens that layer.
QString beyondText(int beyond) {
    return beyond > 0 ? tr(", and %1 for production").arg(beyond) : QString();
}

void say(const Report& report, Console& console) {
    console.line(tr("%1: %2 of %3")
                     .arg(plain(report.framework.title))
                     .arg(report.progress.done)
                     .arg(report.progress.of) +
                 beyondText(report.progress.beyond));
    for (qsizetype s = 0; s < report.framework.steps.size(); ++s) {
        const Step& step = report.framework.steps.at(s);
        const StepProgress& done = report.progress.steps.at(s);
        console.line();
        console.line(
            tr("%1 (%2 min): %3 of %4").arg(plain(step.title)).arg(step.minutes).arg(done.done).arg(done.of) +
            beyondText(done.beyond));
        for (qsizetype p = 0; p < step.prompts.size(); ++p) {
            const PromptProgress& one = done.prompts.at(p);
            if (one.done || !step.prompts.at(p).operations)
                sayPoint(console, one.done, plain(step.prompts.at(p).text), one.found, report.design);
        }
    }
    if (!report.practice)
        return;
    console.line();
    console.line(tr("A good answer to “%1” touches:").arg(plain(report.practice->title)));
    for (qsizetype i = 0; i < report.must.size(); ++i) {
        sayPoint(console, report.must.at(i).holds, plain(report.practice->must.at(i).text), report.must.at(i),
                 report.design);
    }
}

} // namespace

Result<void> runProgress(const Arguments& arguments, Console& console) {
    const auto reading = openToRead(arguments.operand, console);
    if (!reading)
        return Failure(reading.error());
    const Design& design = (*reading)->design();
    const Catalogue catalogue = catalogueFor(arguments, console);
    const Templates templates = templatesFor(arguments, catalogue, console);
    const QString name = arguments.has("framework") ? arguments.value("framework") : design.board.framework;
    if (name.isEmpty()) {
        return fail(
            ErrorCode::WrongUse,
            tr("“%1” follows no framework: name one with --framework; “groundplan-cli frameworks” lists "
               "them.")
                .arg(arguments.operand));
    }
    const auto framework = frameworkNamed(name, templates);
    if (!framework)
        return Failure(framework.error());
    Report report{design,
                  **framework,
                  templates.practiceCase(design.board.practice),
                  progressOf(**framework, design, catalogue),
                  {}};
    if (report.practice) {
        for (const MustTouch& point : report.practice->must)
            report.must.append(lookForAny(point.evidence, design, catalogue));
    }
    if (arguments.has("json"))
        console.bytes(QJsonDocument(toJson(report)).toJson());
    else
        say(report, console);
    return {};
}

} // namespace groundplan::cli
