#include "app/cli/commands.h"
#include "app/cli/console.h"
#include "app/cli/output.h"
#include "app/cli/reading.h"
#include "app/cli/shown.h"
#include "app/render/unreadable.h"
#include "app/report/report_pdf.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace groundplan::cli {
namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("Cli", text);
}

} // namespace

Result<void> runReport(const Arguments& arguments, Console& console) {
    report::Paper paper = report::Paper::A4;
    if (arguments.has("paper")) {
        const auto named = report::paperNamed(arguments.value("paper"));
        if (!named)
            return fail(
                ErrorCode::WrongUse,
                tr("There is no paper “%1” here: choose a4 or letter.").arg(arguments.value("paper")));
        paper = *named;
    }
    if (const auto words = checkShown(arguments); !words)
        return words;
    const auto reading = openToRead(arguments.operand, console);
    if (!reading)
        return Failure(reading.error());
    const Catalogue catalogue = catalogueFor(arguments, console);
    const Templates templates = templatesFor(arguments, catalogue, console);
    Result<report::Shown> shown = shownOf(arguments, **reading, true);
    if (!shown)
        return Failure(shown.error());
    const report::ReportRequest request =
        report::requestFor(std::move(*shown), arguments.value("author").simplified(), paper);

    const Result<void> written = writeOutput(arguments.value("output"), [&](QIODevice& device) {
        return report::writeReportPdf(request, catalogue, templates, device);
    });
    const QString unreadable = unreadableSentence(request.design, request.title, Told::Report);
    if (written && !unreadable.isEmpty())
        console.complain(unreadable);
    return written;
}

} // namespace groundplan::cli
