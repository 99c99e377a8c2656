// tidy: the window's Tidy without a window.
#include "model/graphviz/tidy.h"
#include "app/cli/commands.h"
#include "app/cli/console.h"
#include "app/cli/reading.h"
#include "model/operations/operations.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace groundplan::cli {
namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("Cli", text);
}

} // namespace

Result<void> runTidy(const Arguments& arguments, Console& console) {
    const auto opened = openToEdit(arguments.operand);
    if (!opened)
        return Failure(opened.error());
    Document& document = **opened;
    TidyOptions options;
    options.leftToRight = !arguments.has("top-to-bottom");
    options.onlyNew = arguments.has("new");
    if (arguments.has("selection")) {
        const auto ids = elementsNamed(arguments.value("selection"), document.design(), arguments.operand);
        if (!ids)
            return Failure(ids.error());
        options.selection = *ids;
    }
    const Result<TidyResult> result = tidy(document.design(), options);
    if (!result)
        return Failure(result.error());
    const Result<void> done =
        document.edit({options.onlyNew ? "tidy-new" : "tidy", {QString::number(result->blocks)}},
                      [&](Editor& editor) { return placeElements(editor, result->rects); });
    if (!done)
        return done;
    console.line(result->rects.isEmpty()
                     ? tr("“%1” is tidy already.").arg(arguments.operand)
                     : tr("Tidied “%1” (blocks: %2).").arg(arguments.operand).arg(result->blocks));
    return {};
}

} // namespace groundplan::cli
