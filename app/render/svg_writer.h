#pragma once

#include "app/render/exports.h"

#include <QByteArray>
#include <QRectF>

#include <functional>
#include <optional>
#include <string>

namespace groundplan {

/// What an SVG file is made of beside the design.
struct SvgOptions {
    bool standalone = true; ///< with the XML declaration; without it to stand within an HTML page
    bool ground = true;     ///< the canvas of the theme below everything; else it is transparent
    double air = 24;        ///< points around the design
    /// A part of the design: it is seen within `seen` only, in a picture of `area`, which holds the overlay.
    struct Window {
        QRectF area, seen; ///< points of the board
    };
    std::optional<Window> window; ///< nothing: all that the request shows
    /// Whole XML elements for <metadata>, asked for when the design is painted; nothing: there is none.
    std::function<QByteArray()> metadata;
};

/// An SVG file in pieces, to be written one after the other.
struct SvgFile {
    std::string head; ///< to the end of what comes before the picture
    std::string body;
};

/// The design, or the request's selection of it, in the request's theme: one group a block, frame,
/// connection, card and drawing (ids: svg_ids.h), titles and descriptions, texts as texts, links alive. The
/// same request gives the same bytes; there is no date in them. One unit is one point, and places are those
/// of the board.
SvgFile svgOf(const ExportRequest& request, const Catalogue& catalogue, const SvgOptions& options = {});

Result<void> writeSvg(const ExportRequest& request, const Catalogue& catalogue, QIODevice& out);

/// The whole of a design in the light theme, on no ground: for the clipboard. Empty for an empty design.
QByteArray svgPicture(const Design& design, const Catalogue& catalogue, const QString& title = {});

} // namespace groundplan
