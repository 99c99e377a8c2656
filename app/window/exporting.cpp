#include "app/window/exporting.h"

#include "app/render/document_title.h"
#include "app/render/export_formats.h"
#include "model/document/document.h"

namespace groundplan {

Result<QString> exportDocument(const Document& document, const std::optional<QSet<ElementId>>& selection,
                               const QString& format, const QString& path, const QString& author,
                               const Catalogue& catalogue) {
    ExportRequest request;
    request.design = document.design();
    request.title = titleOf(document);
    request.author = author;
    request.selection = selection;
    QString remark;
    const Result<void> written = writeFileWhole(path, [&](QIODevice& out) -> Result<void> {
        const Result<QString> done = exportDesign(request, format, catalogue, out);
        if (!done)
            return Failure(done.error());
        remark = *done;
        return {};
    });
    if (!written)
        return Failure(written.error());
    return remark;
}

} // namespace groundplan
