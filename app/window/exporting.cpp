#include "app/window/exporting.h"

#include "app/render/document_title.h"
#include "app/render/export_formats.h"
#include "app/render/write_file.h"
#include "app/report/report_pdf.h"
#include "app/report/whole_export.h"
#include "model/document/document.h"
#include "model/document/document_bytes.h"

using namespace Qt::StringLiterals;

namespace groundplan {

Result<QString> exportDocument(const Document& document, const std::optional<QSet<ElementId>>& selection,
                               const QString& format, const QString& path, const QString& author,
                               const Catalogue& catalogue, const Templates& templates,
                               const ExportOptions& options) {
    report::WholeExport wanted;
    ExportRequest& request = wanted.request;
    request.design = document.design();
    request.title = titleOf(document);
    request.author = author;
    request.selection = selection;
    request.dark = options.dark;
    if (format == "png"_L1)
        request.scale = options.scale;
    request.carries = options.source;
    if (options.source && !selection && carriesSource(format)) {
        auto source = documentBytes(document, options.history);
        if (!source)
            return Failure(source.error());
        request.source = std::move(*source);
    }
    if (report::isDocument(format))
        wanted.session = report::latestSession(document);
    return report::exportFile(wanted, format, catalogue, templates, path);
}

Result<void> exportReport(const Document& document, report::Paper paper, const QString& path,
                          const QString& author, const Catalogue& catalogue, const Templates& templates,
                          const ExportOptions& options) {
    report::ReportRequest request = report::requestFor(document);
    request.author = author;
    request.paper = paper;
    if (options.source) {
        auto source = documentBytes(document, options.history);
        if (!source)
            return Failure(source.error());
        request.source = std::move(*source);
    }
    return writeFileWhole(
        path, [&](QIODevice& out) { return report::writeReportPdf(request, catalogue, templates, out); });
}

} // namespace groundplan
