// export: designs in other formats, one file or many.
#include "app/cli/commands.h"
#include "app/cli/console.h"
#include "app/cli/export_many.h"
#include "app/cli/output.h"
#include "app/cli/reading.h"
#include "app/cli/shown.h"
#include "app/render/export_formats.h"
#include "app/report/whole_export.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace groundplan::cli {
namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("Cli", text);
}

Result<QString> formatFor(const Arguments& arguments, const QString& out) {
    const QString format =
        arguments.has("format") ? arguments.value("format").toLower() : report::wholeFormatOf(out);
    if (!format.isEmpty())
        return format; // runExport() says which ones there are when this is none
    if (arguments.has("directory"))
        return fail(ErrorCode::WrongUse, tr("A folder has no ending that says the format: give --format."));
    if (out == "-"_L1)
        return fail(ErrorCode::WrongUse,
                    tr("Standard output has no ending that says the format: give --format."));
    return fail(ErrorCode::WrongUse,
                tr("The ending of “%1” says no format: use one of .%2, or give --format.")
                    .arg(out, report::wholeFormats().join(u", ."_s)));
}

/// What the words mean, whatever the document is.
Result<void> checkWords(const Arguments& arguments, const QString& format) {
    if (!arguments.value("author").simplified().isEmpty() && !report::namesAuthor(format))
        return fail(ErrorCode::WrongUse,
                    tr("%1 names no author: leave --author out.").arg(nameOfFormat(format)));
    if (arguments.has("dark") && !isPicture(format))
        return fail(ErrorCode::WrongUse,
                    tr("%1 has no dark theme: leave --dark out.").arg(nameOfFormat(format)));
    if (arguments.has("scale") && format != "png"_L1)
        return fail(ErrorCode::WrongUse,
                    tr("--scale is for PNG: %1 has no pixels.").arg(nameOfFormat(format)));
    if (const auto inside = checkShown(arguments); !inside)
        return inside;
    if (!arguments.has("with-history"))
        return {};
    if (!carriesSource(format))
        return fail(ErrorCode::WrongUse,
                    tr("%1 carries no history: leave --with-history out.").arg(nameOfFormat(format)));
    if (arguments.has("selection"))
        return fail(ErrorCode::WrongUse,
                    tr("A selection carries no design to be opened again: leave --with-history out."));
    return {};
}

Result<report::WholeExport> requestFor(const Arguments& arguments, const QString& format,
                                       const Document& document, const QString& path) {
    Result<report::Shown> shown =
        shownOf(arguments, document, carriesSource(format) && !arguments.has("selection"));
    if (!shown)
        return Failure(shown.error());
    report::WholeExport wanted;
    ExportRequest& request = wanted.request;
    request.design = std::move(shown->design);
    request.title = shown->title;
    request.version = shown->version;
    request.source = std::move(shown->source);
    request.carries = !arguments.has("no-source");
    request.author = arguments.value("author").simplified();
    request.dark = arguments.has("dark");
    if (arguments.has("scale")) {
        bool isNumber = false;
        request.scale = arguments.value("scale").toDouble(&isNumber);
        if (!isNumber)
            return fail(
                ErrorCode::WrongUse,
                tr("--scale takes a number such as 2 or 1.5, not “%1”.").arg(arguments.value("scale")));
    }
    if (arguments.has("selection")) {
        auto ids = elementsNamed(arguments.value("selection"), request.design, path);
        if (!ids)
            return Failure(ids.error());
        request.selection = *ids;
    }
    if (report::isDocument(format))
        wanted.session = shown->session;
    return wanted;
}

Result<QString> writeTo(const QString& out, const report::WholeExport& wanted, const QString& format,
                        bool replace, const Catalogue& catalogue, const Templates& templates) {
    if (out != "-"_L1) {
        const QString other = report::pictureInTheWay(wanted.request.design, out, format);
        if (!other.isEmpty() && !replace)
            return fail(ErrorCode::NotWritten,
                        tr("“%1” is where the diagram of “%2” goes, but holds something else: choose another "
                           "name, or replace it with --force.")
                            .arg(other, out));
        return report::exportFile(wanted, format, catalogue, templates, out);
    }
    QString remark;
    const Result<void> written = writeStandardOutput([&](QIODevice& device) {
        return report::exportWhole(wanted, format, catalogue, templates, device)
            .map([&remark](const QString& said) { remark = said; });
    });
    return written ? Result<QString>(remark) : Failure(written.error());
}

} // namespace

Result<void> runExport(const Arguments& arguments, Console& console) {
    const bool many = arguments.has("directory");
    const QString out = arguments.value("output");
    if (many == arguments.has("output")) {
        return fail(ErrorCode::WrongUse,
                    many ? tr("--output and --directory exclude each other.")
                         : tr("It is not said where to: give --output OUT, or --directory "
                              "DIR for several files."));
    }
    if (!many && arguments.all.size() > 1)
        return fail(ErrorCode::WrongUse,
                    tr("“%1” is one too many for --output: several files go to a --directory.")
                        .arg(arguments.all.at(1)));
    if (many && arguments.all.size() > 1 && arguments.has("selection"))
        return fail(ErrorCode::WrongUse, tr("--selection is for one file: its names are of one design."));
    const Result<QString> format = formatFor(arguments, out);
    if (!format)
        return Failure(format.error());
    if (!report::wholeFormats().contains(*format)) {
        return fail(ErrorCode::WrongUse, tr("There is no export format “%1”: choose one of %2.")
                                             .arg(*format, report::wholeFormats().join(u", "_s)));
    }
    if (const auto words = checkWords(arguments, *format); !words)
        return words;
    CatalogueReading catalogue(arguments);
    const Templates templates =
        report::isDocument(*format) ? templatesFor(arguments, catalogue.get(console), console) : Templates();

    const auto exportOne = [&](const QString& from, const QString& to) -> Result<void> {
        const auto reading = openToRead(from, console);
        if (!reading)
            return Failure(reading.error());
        const Result<report::WholeExport> wanted = requestFor(arguments, *format, **reading, from);
        if (!wanted && many && wanted.error().code == ErrorCode::WrongUse) // which lacks that version
            return fail(ErrorCode::WrongUse, tr("%1: %2").arg(from, wanted.error().sentence));
        if (!wanted)
            return Failure(wanted.error());
        const Result<QString> remark =
            writeTo(to, *wanted, *format, arguments.has("force"), catalogue.get(console), templates);
        if (!remark)
            return Failure(remark.error());
        if (!remark->isEmpty())
            console.complain(*remark);
        return {};
    };
    if (!many)
        return exportOne(arguments.operand, out);
    return exportMany(arguments.all, arguments.value("directory"), *format, console, exportOne);
}

} // namespace groundplan::cli
