// frameworks and cases: what the templates hold, and what is wrong in one of the user's own.
#include "app/cli/commands.h"
#include "app/cli/console.h"
#include "app/cli/reading.h"

#include <QCoreApplication>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace groundplan::cli {
namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("Cli", text);
}

Result<void> validate(const Arguments& arguments, Templates::Sort sort, const Templates& templates,
                      const Catalogue& catalogue, Console& console) {
    const QString path = arguments.second;
    const QFileInfo file(path);
    if (!file.exists())
        return fail(ErrorCode::Unreadable, tr("“%1” does not exist.").arg(path));
    if (file.isDir())
        return fail(ErrorCode::Unreadable, tr("“%1” is a folder: name a file in it.").arg(path));
    if (!file.isFile())
        return fail(ErrorCode::Unreadable, tr("“%1” is a pipe or a device, not a file.").arg(path));
    const QStringList problems = templates.problemsIn(path, sort, catalogue);
    if (problems.isEmpty()) {
        console.line(tr("“%1” is sound.").arg(path));
        return {};
    }
    for (qsizetype i = 0; i + 1 < problems.size(); ++i)
        console.complain(problems.at(i));
    return fail(ErrorCode::Unreadable, problems.last());
}

/// "list" without a name, "show" or "validate" with one; the sentence on wrong use otherwise.
Result<QString> actionOf(const Arguments& arguments) {
    const QString action = arguments.operand.isEmpty() ? u"list"_s : arguments.operand;
    const bool named = !arguments.second.isEmpty();
    if (action == "list"_L1 && !named)
        return action;
    if ((action == "show"_L1 || action == "validate"_L1) && named)
        return action;
    if (action == "show"_L1 || action == "validate"_L1)
        return fail(ErrorCode::WrongUse, tr("There is nothing named behind “%1”.").arg(action));
    return fail(ErrorCode::WrongUse, action == "list"_L1
                                         ? tr("“%1” is one too many.").arg(arguments.second)
                                         : tr("“%1” is none of list, show and validate.").arg(action));
}

void show(const Framework& framework, Console& console) {
    console.line(plain(framework.title) + u" ("_s + framework.name + u')');
    console.line(plain(framework.summary));
    console.line(tr("Source: %1").arg(plain(framework.source)));
    for (const Step& step : framework.steps) {
        console.line();
        console.line(tr("%1 (%2 min)").arg(plain(step.title)).arg(step.minutes));
        if (!step.why.isEmpty())
            console.line(u"  "_s + plain(step.why));
        for (const Prompt& prompt : step.prompts) {
            console.line((prompt.operations ? u"  + "_s : u"  - "_s) + plain(prompt.text));
            for (const LocalText& point : prompt.points)
                console.line(u"      "_s + plain(point));
        }
    }
    console.line();
    console.line(tr("Prompts with + put the step into production."));
}

/// As `new --example` takes them.
QStringList namesOf(const QStringList& designs) {
    QStringList names;
    for (const QString& path : designs)
        names.append(QFileInfo(path).completeBaseName());
    return names;
}

void show(const PracticeCase& practice, bool facts, Console& console) {
    console.line(plain(practice.title) + u" ("_s + practice.name + u", "_s + practice.area + u", "_s +
                 wordOf(practice.difficulty) + u')');
    console.line(plain(practice.prompt));
    console.line();
    for (const GivenNumber& number : practice.numbers)
        console.line(u"  "_s + plain(number.title) + u": "_s + plain(number.value));
    if (!facts)
        return;
    console.line();
    console.line(tr("Source: %1").arg(plain(practice.source)));
    if (!practice.frameworks.isEmpty())
        console.line(tr("Frameworks that fit: %1").arg(practice.frameworks.join(u", "_s)));
    if (!practice.references.isEmpty())
        console.line(tr("Reference designs: %1").arg(namesOf(practice.references).join(u", "_s)));
    const auto list = [&console](const QString& title, const auto& entries, const auto& line) {
        console.line();
        console.line(title);
        for (const auto& entry : entries)
            console.line(u"  - "_s + line(entry));
    };
    list(tr("When asked:"), practice.facts,
         [](const Fact& fact) { return plain(fact.question) + u' ' + plain(fact.answer); });
    list(tr("A good answer touches:"), practice.must,
         [](const MustTouch& point) { return plain(point.text); });
    list(tr("Traps:"), practice.traps, [](const Trap& trap) { return plain(trap.text); });
    list(tr("Follow-ups:"), practice.followUps, [](const FollowUp& followUp) {
        QString text = plain(followUp.text);
        for (const LocalText& point : followUp.points)
            text += u"\n      "_s + plain(point);
        return text;
    });
}

/// "list", "show" or "validate" of one sort of templates; `show` says the one that is named, `list` gives a
/// row of cells for each.
template <class Show, class List>
Result<void> run(const Arguments& arguments, Console& console, Templates::Sort sort, Show show, List list) {
    const Result<QString> action = actionOf(arguments);
    if (!action)
        return Failure(action.error());
    const Catalogue catalogue = catalogueFor(arguments, console);
    const Templates templates = templatesFor(arguments, catalogue, console);
    if (*action == "validate"_L1)
        return validate(arguments, sort, templates, catalogue, console);
    if (*action == "show"_L1)
        return show(templates);
    for (const QString& line : inColumns(list(templates)))
        console.line(line);
    return {};
}

} // namespace

Result<void> runFrameworks(const Arguments& arguments, Console& console) {
    const auto showOne = [&](const Templates& templates) {
        return frameworkNamed(arguments.second, templates).map([&](const Framework* framework) {
            show(*framework, console);
        });
    };
    return run(arguments, console, Templates::Sort::Framework, showOne, [](const Templates& templates) {
        QList<QStringList> rows;
        for (const Framework& framework : templates.frameworks()) {
            rows.append({framework.name, tr("%1 min").arg(framework.minutes()),
                         tr("%1 steps").arg(framework.steps.size()), plain(framework.title)});
        }
        return rows;
    });
}

Result<void> runCases(const Arguments& arguments, Console& console) {
    const auto showOne = [&](const Templates& templates) {
        return caseNamed(arguments.second, templates).map([&](const PracticeCase* practice) {
            show(*practice, arguments.has("facts"), console);
        });
    };
    return run(arguments, console, Templates::Sort::Case, showOne, [](const Templates& templates) {
        QList<QStringList> rows;
        for (const PracticeCase& practice : templates.cases())
            rows.append({practice.name, practice.area, wordOf(practice.difficulty), plain(practice.title)});
        return rows;
    });
}

} // namespace groundplan::cli
