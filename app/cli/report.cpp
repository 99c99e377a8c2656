#include "app/cli/commands.h"
#include "app/cli/console.h"
#include "app/cli/reading.h"
#include "app/render/exports.h"
#include "app/report/report_pdf.h"
#include "model/document/document_bytes.h"

#include <QCoreApplication>
#include <QFile>

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
    if (arguments.has("with-history") && arguments.has("no-source"))
        return fail(
            ErrorCode::WrongUse,
            tr("--with-history and --no-source exclude each other: the history is a part of the design's file."));
    const auto reading = openToRead(arguments.operand, console);
    if (!reading)
        return Failure(reading.error());
    const Catalogue catalogue = catalogueFor(arguments, console);
    const Templates templates = templatesFor(arguments, catalogue, console);
    report::ReportRequest request = report::requestFor(**reading);
    request.author = arguments.value("author").simplified();
    request.paper = paper;
    if (!arguments.has("no-source")) {
        auto source = documentBytes(**reading, arguments.has("with-history"));
        if (!source)
            return Failure(source.error());
        request.source = std::move(*source);
    }

    const QString out = arguments.value("output");
    const auto write = [&](QIODevice& device) {
        return report::writeReportPdf(request, catalogue, templates, device);
    };
    if (out != "-"_L1)
        return writeFileWhole(out, write);
    QFile standardOutput;
    if (!standardOutput.open(stdout, QIODevice::WriteOnly))
        return fail(ErrorCode::NotWritten, tr("Standard output cannot be written."));
    Result<void> written = write(standardOutput);
    if (written && !standardOutput.flush())
        written = fail(ErrorCode::NotWritten,
                       tr("Standard output cannot be written: %1.").arg(standardOutput.errorString()));
    return written;
}

} // namespace groundplan::cli
