#pragma once

#include "app/render/exports.h"
#include "model/document/practice_session.h"
#include "model/framework/templates.h"

#include <QStringList>

#include <optional>

namespace groundplan::report {

/// What leaves a board in any format: a picture, a text, data, or a document that tells what is on it. The
/// window and the command line fill the same struct, so they write the same bytes.
struct WholeExport {
    ExportRequest request;
    std::optional<PracticeSession> session; ///< the one whose time use a document tells
};

/// exportFormats() and those that tell the whole design: "md" and "html".
QStringList wholeFormats();
/// Whether a format tells the design in words, for which it needs templates and the session.
bool isDocument(const QString& format);
/// Whether a format names an author.
bool namesAuthor(const QString& format);
/// The format that a file name's ending says; empty when none does.
QString wholeFormatOf(const QString& path);

/// exportDesign() for every format of wholeFormats(). `picture` is the name of the file beside a Markdown
/// document (pictureBeside()) that shows the diagram; without one it has the Mermaid flowchart alone.
Result<QString> exportWhole(const WholeExport& wanted, const QString& format, const Catalogue& catalogue,
                            const Templates& templates, QIODevice& out, const QString& picture = {});

/// The file that is written beside an export to `path`: of Markdown the diagram as SVG, "plan.diagram.svg"
/// beside "plan.md", so that "plan.svg" is free for the board's own export; of all else none, which is empty,
/// as it is of pipes and devices.
QString pictureBeside(const QString& path, const QString& format);

/// The file beside `path` that exportFile() would replace although it is not as an earlier export left it
/// (isOfSomebodyElse()): not without asking. Empty: none.
QString pictureInTheWay(const Design& design, const QString& path, const QString& format);

/// Writes the file, and the one beside it if there is one, each whole or not at all, over what is there.
Result<QString> exportFile(const WholeExport& wanted, const QString& format, const Catalogue& catalogue,
                           const Templates& templates, const QString& path);

} // namespace groundplan::report
