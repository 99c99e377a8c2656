#pragma once

#include "model/design/rows.h"

#include <QString>

#include <array>

namespace groundplan {

/// Three widths to choose from, in units.
inline constexpr std::array<Coord, 3> kPenWidths{12, 20, 40};
inline constexpr std::array<Coord, 3> kMarkerWidths{80, 128, 208};
/// Heights of letters to choose from, in units.
inline constexpr std::array<Coord, 4> kTextSizes{104, 128, 192, 288};

/// Inks that read on the light and on the dark canvas (contrast 3 at least); the first is the theme's own.
inline constexpr std::array<const char*, 6> kInks{"", "#e03131", "#d9660a", "#2b8a3e", "#2f74d0", "#8b5cf6"};
/// A highlighter's colours; they are laid over what is marked, so that these are bright.
inline constexpr std::array<const char*, 6> kMarkers{"#facc15", "#fb7185", "#fb923c",
                                                     "#4ade80", "#38bdf8", "#c084fc"};

/// What is drawn next looks like this.
struct DrawingStyle {
    int ink = 0;    ///< of pen, lines, shapes and texts: number in kInks
    int marker = 0; ///< of the highlighter: number in kMarkers
    int width = 1;  ///< number in kPenWidths and kMarkerWidths
    bool shapesBecomeBlocks =
        false; ///< what the pen draws is taken for a block, a frame or a connection where it can be

    QString colourOf(StrokeTool tool) const {
        return QString::fromLatin1(tool == StrokeTool::Highlighter ? kMarkers[std::size_t(marker)]
                                                                   : kInks[std::size_t(ink)]);
    }
    Coord widthOf(StrokeTool tool) const {
        return (tool == StrokeTool::Highlighter ? kMarkerWidths : kPenWidths)[std::size_t(width)];
    }
    friend bool operator==(const DrawingStyle&, const DrawingStyle&) = default;
};

} // namespace groundplan
