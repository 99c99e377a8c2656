#pragma once

#include "app/report/paper.h"
#include "app/window/settings.h"
#include "model/design/error.h"
#include "model/design/id.h"

#include <QSet>
#include <QString>

#include <optional>

namespace groundplan {

class Catalogue;
class Document;
class Templates;

/// Writes the document's design, or some of its elements, into a file; the format goes by `format` ("pdf",
/// "md", as report::wholeFormats() lists them); what of `options` it has no use for is let be. The same bytes
/// as the command line's. The result is a sentence when something was done otherwise than asked.
Result<QString> exportDocument(const Document& document, const std::optional<QSet<ElementId>>& selection,
                               const QString& format, const QString& path, const QString& author,
                               const Catalogue& catalogue, const Templates& templates,
                               const ExportOptions& options = {});

/// Writes the report, the same bytes as the command line's; of `options` whether the design travels inside.
Result<void> exportReport(const Document& document, report::Paper paper, const QString& path,
                          const QString& author, const Catalogue& catalogue, const Templates& templates,
                          const ExportOptions& options = {});

} // namespace groundplan
