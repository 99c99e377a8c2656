#pragma once

#include "app/render/dot_import.h"
#include "model/design/catalogue.h"
#include "model/design/error.h"
#include "model/design/import.h"

#include <QByteArray>
#include <QStringList>

#include <atomic>
#include <optional>

namespace groundplan {

/// What a design can come in as. Our own PDF, SVG and PNG give back the document that travels inside; draw.io
/// and Excalidraw keep their drawings in SVG and PNG, too.
enum class ImportFormat { Dot, Mermaid, D2, Drawio, Excalidraw, Json, Pdf, Svg, Png };

/// The words of `--format`, in the order of ImportFormat.
QStringList importFormats();
std::optional<ImportFormat> importFormatNamed(const QString& word);
/// What file dialogs offer: each with its caption, "Graphviz DOT", and its endings, "*.dot *.gv".
struct ImportFilter {
    QString caption;
    QString endings;
};
QList<ImportFilter> importFilters();

/// What the bytes are, by what is in them, and only where that does not tell by the ending of `name`;
/// nothing: no format that is known. Looks at the beginning only.
std::optional<ImportFormat> importFormatOf(const QByteArray& bytes, const QString& name);

/// What came out of a file of any format.
struct DesignImport {
    ImportFormat format = ImportFormat::Dot;
    /// Complete: labels are measured, connections routed. `notTaken` is to be shown, item by item, `told`
    /// beside it.
    Import import;
    /// Of our own PDF, SVG and PNG: the whole document, history and all, the bytes of a .gplan file that has
    /// passed every check and can be worked on as it is; its design is `import.design`. Empty: only the
    /// design came.
    QByteArray document = {};
};

/// Reads a design in any of the formats; the window and the command line both come through here. `name` is
/// what sentences call it, and tells the format where the bytes do not; `format` says it outright. Blocks up
/// to `timeoutMs`, or until `cancelled` becomes true (ErrorCode::Cancelled); any thread, though only a
/// program with fonts. Hostile bytes fail with one sentence.
Result<DesignImport> importDesign(const QByteArray& bytes, const QString& name, const Catalogue& catalogue,
                                  std::optional<ImportFormat> format = std::nullopt,
                                  int timeoutMs = kImportTimeout,
                                  const std::atomic<bool>* cancelled = nullptr);

/// Whether a text begins as PlantUML does, which is not read, but known.
bool isPlantUml(const QByteArray& bytes);

/// What a file is called without its folder and the endings of its format: "plan" of "plan.drawio.svg".
QString nameOfFile(const QString& path);
/// A board of another program's file that has no title of its own is called by the file; what Groundplan has
/// written stays as it was.
void nameByFile(Import& import, const QString& path);

/// Whether a picture (PNG, SVG) carries a design, sound or not: it is then more than a picture.
bool pictureCarriesDesign(const QByteArray& bytes);

} // namespace groundplan
