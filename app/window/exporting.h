#pragma once

#include "app/report/paper.h"
#include "app/window/looked.h"
#include "app/window/settings.h"

namespace groundplan {

class Document;
class Templates;

/// Writes what is looked at of the document, or some of its elements, into a file; the format goes by
/// `format`
/// ("pdf", "md", as report::wholeFormats() lists them); what of `options` it has no use for is let be. The
/// same bytes as the command line's. Of two designs compared there are only pictures. The result is a
/// sentence when something was done otherwise than asked.
Result<QString> exportDocument(const Document& document, const Looked& looked,
                               const std::optional<QSet<ElementId>>& selection, const QString& format,
                               const QString& path, const QString& author, const Catalogue& catalogue,
                               const Templates& templates, const ExportOptions& options = {});

/// Writes the report, the same bytes as the command line's; of `options` whether the design travels inside.
/// The result is a sentence as exportDocument()'s.
Result<QString> exportReport(const Document& document, const Looked& looked, report::Paper paper,
                             const QString& path, const QString& author, const Catalogue& catalogue,
                             const Templates& templates, const ExportOptions& options = {});

} // namespace groundplan
