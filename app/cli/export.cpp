#include "app/cli/commands.h"
#include "app/cli/console.h"
#include "app/cli/reading.h"
#include "app/render/document_title.h"
#include "app/render/export_formats.h"

#include <QCoreApplication>
#include <QFile>

using namespace Qt::StringLiterals;

namespace groundplan::cli {
namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("Cli", text);
}

Result<QString> formatFor(const Arguments& arguments, const QString& out) {
    const QString format =
        arguments.has("format") ? arguments.value("format").toLower() : exportFormatOf(out);
    if (!format.isEmpty())
        return format; // exportDesign() says which ones there are when this is none
    if (out == "-"_L1)
        return fail(ErrorCode::WrongUse,
                    tr("Standard output has no ending that says the format: give --format."));
    return fail(ErrorCode::WrongUse,
                tr("The ending of “%1” says no format: use one of .%2, or give --format.")
                    .arg(out, exportFormats().join(u", ."_s)));
}

Result<ExportRequest> requestFor(const Arguments& arguments, const QString& format,
                                 const Document& document) {
    ExportRequest request;
    request.design = document.design();
    request.title = titleOf(document);
    request.author = arguments.value("author").simplified();
    if (!request.author.isEmpty() && !isPicture(format)) {
        return fail(ErrorCode::WrongUse,
                    tr("%1 names no author: leave --author out.").arg(nameOfFormat(format)));
    }
    request.dark = arguments.has("dark");
    if (request.dark && !isPicture(format)) {
        return fail(ErrorCode::WrongUse,
                    tr("%1 has no dark theme: leave --dark out.").arg(nameOfFormat(format)));
    }
    if (arguments.has("scale")) {
        bool isNumber = false;
        request.scale = arguments.value("scale").toDouble(&isNumber);
        if (!isNumber)
            return fail(
                ErrorCode::WrongUse,
                tr("--scale takes a number such as 2 or 1.5, not “%1”.").arg(arguments.value("scale")));
        if (format != "png"_L1)
            return fail(ErrorCode::WrongUse,
                        tr("--scale is for PNG: %1 has no pixels.").arg(nameOfFormat(format)));
    }
    if (arguments.has("selection")) {
        auto ids = elementsNamed(arguments.value("selection"), request.design, arguments.operand);
        if (!ids)
            return Failure(ids.error());
        request.selection = *ids;
    }
    return request;
}

} // namespace

Result<void> runExport(const Arguments& arguments, Console& console) {
    const QString out = arguments.value("output");
    const Result<QString> format = formatFor(arguments, out);
    if (!format)
        return Failure(format.error());
    const auto reading = openToRead(arguments.operand, console);
    if (!reading)
        return Failure(reading.error());
    const Result<ExportRequest> request = requestFor(arguments, *format, **reading);
    if (!request)
        return Failure(request.error());
    const Catalogue catalogue = catalogueFor(arguments, console);

    QString remark;
    const auto write = [&](QIODevice& device) -> Result<void> {
        return exportDesign(*request, *format, catalogue, device).map([&remark](const QString& said) {
            remark = said;
        });
    };
    Result<void> written;
    if (out == "-"_L1) {
        QFile standardOutput;
        if (!standardOutput.open(stdout, QIODevice::WriteOnly))
            return fail(ErrorCode::NotWritten, tr("Standard output cannot be written."));
        written = write(standardOutput);
        if (written && !standardOutput.flush())
            written = fail(ErrorCode::NotWritten,
                           tr("Standard output cannot be written: %1.").arg(standardOutput.errorString()));
    } else {
        written = writeFileWhole(out, write);
    }
    if (written && !remark.isEmpty())
        console.complain(remark);
    return written;
}

} // namespace groundplan::cli
