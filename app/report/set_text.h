#pragma once

#include "app/render/fonts.h"
#include "app/render/text_layout.h"
#include "model/report/report.h"

#include <QList>

namespace groundplan::report {

/// How running text is set: in the board's fonts, scaled.
struct TextStyle {
    fonts::Role plain = fonts::Role::CardText;
    fonts::Role strong = fonts::Role::CardStrong;
    double size = 10;      ///< of the letters' em, points
    double leading = 14.5; ///< points from one line to the next
    bool muted = false;    ///< all of it, whatever its spans say
    bool heads = false;    ///< stays above what it heads, at the left, in whatever direction it is read
};

/// A part of a set line: of one tone and with one place that it leads to.
struct Piece {
    FittedText
        text; ///< one line, to be painted at `scale`; its glyphs stand relative to the set line's corner
    double scale = 1;           ///< from the size of its font to that of its style
    Span target;                ///< of the span; its text is empty
    double left = 0, right = 0; ///< where it stands, points from the left
};

/// A line of running text, as high as its style's leading.
using SetLine = QList<Piece>;

/// Where letters stand in a line, points from its top.
double baselineOf(const TextStyle& style);

/// Text wrapped to a width (points; at words, and anywhere when a word is too long). Line breaks in it begin
/// a new line; each paragraph is aligned by its own direction. Nothing is ever cut, however long it is: that
/// takes time in proportion to its length.
QList<SetLine> setText(const Line& line, const TextStyle& style, double width);

/// The same of one span, plain.
QList<SetLine> setText(const QString& text, const TextStyle& style, double width);

} // namespace groundplan::report
