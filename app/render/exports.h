#pragma once

#include "app/render/board_painter.h"
#include "app/render/carried_document.h"
#include "model/design/error.h"

#include <QSet>
#include <QString>

#include <functional>
#include <optional>

class QIODevice;

namespace groundplan {

/// Which part of a design leaves the board and how. The window and the command line fill the same struct, so
/// they write the same bytes.
struct ExportRequest {
    Design design;
    QString title;                            ///< shown and set as the document's title
    QString author;                           ///< empty: none is written
    std::optional<QSet<ElementId>> selection; ///< nothing: everything
    double scale = 2;                         ///< PNG: pixels a point
    bool dark = false;
    /// PDF, PNG, SVG. A selection never takes one along: what was left out would be in it.
    CarriedDocument source = {};
    bool carries = true; ///< draw.io: whether the design travels along, in a form of its own
    /// Pictures: painted over the design, in its coordinates (points); nothing: none.
    std::function<void(QPainter&, const Theme&)> overlay = {};
    double overlayReach = 0; ///< points that it needs around the design
    double overlayBelow = 0; ///< and further below it
    QString version = {};    ///< said beside the title: which moment of a history this is; empty: now
};

/// One vector page with the whole design, title, date and legend; never split; no side above 14,400 points
/// (scaled down beyond). Fonts embedded. With SOURCE_DATE_EPOCH set the same request gives the same bytes.
Result<void> writePdf(const ExportRequest& request, const Catalogue& catalogue, QIODevice& out);
/// Painted and compressed in bands of at most 64 MB. Above 32,000 pixels a side the scale is reduced; the
/// sentence that says so is the result (empty otherwise).
Result<QString> writePng(const ExportRequest& request, const Catalogue& catalogue, QIODevice& out);

} // namespace groundplan
