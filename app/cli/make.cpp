// new: a document with an empty board or an example.
#include "app/cli/commands.h"
#include "app/cli/console.h"
#include "app/cli/draft.h"
#include "app/cli/reading.h"
#include "app/render/dot_import.h"
#include "model/design/examples.h"
#include "model/framework/beginning.h"
#include "model/framework/references.h"
#include "resources/resources.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <optional>

using namespace Qt::StringLiterals;

namespace groundplan::cli {
namespace {

QString tr(const char* text, int n = -1) {
    return QCoreApplication::translate("Cli", text, nullptr, n);
}

Result<void> fillFromDot(Document& document, const EditName& name, const QByteArray& text,
                         const QString& sourceName, const Arguments& arguments, Console& console,
                         const QString& title) {
    const Result<QStringList> notTaken =
        importDot(document, name, text, sourceName, catalogueFor(arguments, console), title);
    if (!notTaken)
        return Failure(notTaken.error());
    for (const QString& sentence : *notTaken)
        console.complain(sentence);
    return {};
}

Result<void> fillFromDotFile(Document& document, const EditName& name, const QString& path,
                             const Arguments& arguments, Console& console, const QString& title = {}) {
    const Result<QByteArray> text = readWhole(path);
    const QString shown = path == "-"_L1 ? tr("standard input") : path;
    return text ? fillFromDot(document, name, *text, shown, arguments, console, title)
                : Failure(text.error());
}

/// What a board can begin with: an example, or the reference design of a case.
struct Beginner {
    QString name, path;
    QString title;      ///< of the example or the design
    QString boardTitle; ///< in place of its own; empty: that stays
};

Result<Beginner> exampleNamed(const Arguments& arguments, Console& console) {
    const QString wanted = arguments.value("example");
    QStringList examples, references;
    for (const Example& example : loadExamples(templatesFolder(u"designs"_s))) {
        if (example.name == wanted)
            return Beginner{example.name, example.path, example.title.in(u"en"_s), {}};
        examples += example.name;
    }
    const Catalogue catalogue = catalogueFor(arguments, console);
    const Templates templates = templatesFor(arguments, catalogue, console);
    for (const ReferenceDesign& design : allReferences(templates)) {
        const QString title = design.title(u"en"_s);
        if (design.name == wanted)
            return Beginner{design.name, design.path, title, title};
        if (!examples.contains(design.name))
            references += design.name;
    }
    return fail(ErrorCode::WrongUse,
                tr("There is no example “%1”: choose one of %2, or of the reference designs of cases: %3.")
                    .arg(wanted, examples.join(u", "_s), references.join(u", "_s)));
}

/// What --case and --framework name; a case brings the first framework that fits it.
struct Beginning {
    std::optional<Framework> framework;
    std::optional<PracticeCase> practice;
};
Result<Beginning> beginningFor(const Arguments& arguments, Console& console) {
    Beginning beginning;
    if (!arguments.has("case") && !arguments.has("framework"))
        return beginning;
    const Catalogue catalogue = catalogueFor(arguments, console);
    const Templates templates = templatesFor(arguments, catalogue, console);
    QString framework = arguments.value("framework");
    if (arguments.has("case")) {
        const auto practice = caseNamed(arguments.value("case"), templates);
        if (!practice)
            return Failure(practice.error());
        beginning.practice = **practice;
        if (!arguments.has("framework"))
            framework = (*practice)->frameworks.value(0);
    }
    if (framework.isEmpty())
        return beginning;
    const auto found = frameworkNamed(framework, templates);
    if (!found)
        return Failure(found.error());
    beginning.framework = **found;
    return beginning;
}

} // namespace

Result<void> runNew(const Arguments& arguments, Console& console) {
    if (const Result<void> free = refuseExisting(arguments.operand, arguments); !free)
        return free;
    if (arguments.has("example") && arguments.has("case")) {
        return fail(ErrorCode::WrongUse,
                    tr("--example and --case exclude each other: an example answers a case already."));
    }
    std::optional<Beginner> example;
    if (arguments.has("example")) {
        auto found = exampleNamed(arguments, console);
        if (!found)
            return Failure(found.error());
        example = std::move(*found);
    }
    const auto beginning = beginningFor(arguments, console);
    if (!beginning)
        return Failure(beginning.error());
    const auto draft = Draft::make(arguments.operand);
    if (!draft)
        return Failure(draft.error());
    if (example) {
        const EditName name{QByteArrayLiteral("new-from-example"), {example->title}};
        if (const auto filled = fillFromDotFile((*draft)->document(), name, example->path, arguments, console,
                                                example->boardTitle);
            !filled)
            return Draft::notMade(filled.error(), arguments.operand);
    }
    if (beginning->framework || beginning->practice) {
        const QString title = beginning->practice ? beginning->practice->title.in(u"en"_s)
                                                  : beginning->framework->title.in(u"en"_s);
        const auto begun = (*draft)->document().edit(
            {QByteArrayLiteral("begin"), {title}}, [&beginning](Editor& editor) -> Result<void> {
                begin(editor, beginning->framework ? &*beginning->framework : nullptr,
                      beginning->practice ? &*beginning->practice : nullptr, u"en"_s);
                return {};
            });
        if (!begun)
            return Draft::notMade(begun.error(), arguments.operand);
    }
    return (*draft)->save(arguments.operand, console);
}

} // namespace groundplan::cli
