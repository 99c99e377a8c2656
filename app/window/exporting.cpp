#include "app/window/exporting.h"

#include "app/render/export_formats.h"
#include "app/render/unreadable.h"
#include "app/render/write_file.h"
#include "app/report/report_pdf.h"
#include "app/report/shown.h"
#include "app/report/whole_export.h"

using namespace Qt::StringLiterals;

namespace groundplan {
namespace {

report::Inside insideFor(const ExportOptions& options) {
    return !options.source   ? report::Inside::Nothing
           : options.history ? report::Inside::History
                             : report::Inside::Design;
}

} // namespace

Result<QString> exportDocument(const Document& document, const Looked& looked,
                               const std::optional<QSet<ElementId>>& selection, const QString& format,
                               const QString& path, const QString& author, const Catalogue& catalogue,
                               const Templates& templates, const ExportOptions& options) {
    report::WholeExport wanted;
    ExportRequest& request = wanted.request;
    if (looked.comparison) {
        request = *looked.comparison;
    } else {
        const bool carries = !selection && carriesSource(format);
        Result<report::Shown> shown = report::shownOf(
            document, looked.moment, carries ? insideFor(options) : report::Inside::Nothing, looked.name);
        if (!shown)
            return Failure(shown.error());
        request.design = std::move(shown->design);
        request.title = shown->title;
        request.version = shown->version;
        request.selection = selection;
        request.carries = options.source;
        request.source = std::move(shown->source);
        if (report::isDocument(format))
            wanted.session = shown->session;
    }
    request.author = author;
    request.dark = options.dark;
    if (format == "png"_L1)
        request.scale = options.scale;
    return report::exportFile(wanted, format, catalogue, templates, path);
}

Result<QString> exportReport(const Document& document, const Looked& looked, report::Paper paper,
                             const QString& path, const QString& author, const Catalogue& catalogue,
                             const Templates& templates, const ExportOptions& options) {
    Result<report::Shown> shown = report::shownOf(document, looked.moment, insideFor(options), looked.name);
    if (!shown)
        return Failure(shown.error());
    const report::ReportRequest request = report::requestFor(std::move(*shown), author, paper);
    return writeFileWhole(
               path,
               [&](QIODevice& out) { return report::writeReportPdf(request, catalogue, templates, out); })
        .map([&] { return unreadableSentence(request.design, request.title, Told::Report); });
}

} // namespace groundplan
