#pragma once

#include "app/render/fonts.h"

#include <QGlyphRun>
#include <QList>
#include <QPointF>
#include <QRawFont>
#include <QStringView>

#include <array>
#include <memory>
#include <optional>
#include <vector>

namespace groundplan {

/// Lays out plain lines from what shaped ones have shown: how far the pen goes from a letter to the one that
/// follows. A hundred pairs of letters make the titles of thousands of blocks, and shaping takes ten times as
/// long. What it lays out is what shaping would, to the last bit, since nothing but the next letter decides
/// about a plain one (a test of the board's font asks for that). Not for use by two threads at once.
class PlainLines {
public:
    struct Line {
        double width;    ///< points
        double baseline; ///< from the top of the line to its letters' feet
        QGlyphRun run;   ///< without glyphs when they were not asked for
    };
    /// Nothing for a text with a pair that no shaped line has shown yet, or with anything but Latin letters,
    /// digits and single blanks between them.
    std::optional<Line> line(QStringView text, fonts::Role role, bool glyphs) const;

    /// Takes in how a line was shaped, which stands at the left of its text and is that wide; nothing is
    /// learned from one that is not plain, or has not one glyph a letter.
    void learn(QStringView text, fonts::Role role, const QList<QGlyphRun>& runs, double width);

private:
    static constexpr int kSigns = 63; ///< letters, digits and the blank
    static constexpr int kEnd = kSigns;
    struct Table {
        Table();
        QRawFont font;
        double baseline = 0;
        std::array<quint32, kSigns> glyphs;                          ///< known together with the advances
        std::array<std::array<double, kSigns + 1>, kSigns> advances; ///< of a sign before another or the end
    };
    /// Places of the signs of a plain text; false for any other.
    static bool placesOf(QStringView text, std::vector<int>& places);

    std::array<std::unique_ptr<Table>, fonts::kRoleCount> tables_;
    mutable std::vector<int> places_; ///< room that is kept from text to text
};

} // namespace groundplan
