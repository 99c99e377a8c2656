#pragma once

#include "app/render/exports.h"

#include <QStringList>

namespace groundplan {

/// The formats a design leaves the board in ("dot", "pdf", "png", ...), as menus and `--format` name them.
QStringList exportFormats();
/// Whether a format shows the board as it is painted: with a theme and an author.
bool isPicture(const QString& format);
/// What people call it: "PDF", "Mermaid", "Markdown".
QString nameOfFormat(const QString& format);

/// The format that a file name's ending says ("Board.PDF" -> "pdf"); empty when none does.
QString exportFormatOf(const QString& path);

/// Whether a file of that format can carry the whole document (ExportRequest::source).
bool carriesSource(const QString& format);

/// The design, or the request's selection of it with what goes along: what its frames hold, and the
/// connections whose both ends are in it. A selection that holds nothing of this design is wrong use.
Result<Design> exportedPart(const ExportRequest& request);

/// Writes the design, or the request's selection of it, to `out`. The window and the command line both come
/// through here, so the same request gives the same bytes in both. The result is a sentence for the user when
/// something was done otherwise than asked (a reduced scale), empty otherwise. An unknown format is wrong
/// use, as are a selection that exportedPart() refuses and a scale outside [0.1, 16].
Result<QString> exportDesign(const ExportRequest& request, const QString& format, const Catalogue& catalogue,
                             QIODevice& out);

} // namespace groundplan
