#pragma once

#include <QGlyphRun>
#include <QList>

class QTextLayout;
class QTextLine;

namespace groundplan {

/// The glyphs of a text from left to right, each font's on their own. Qt hands them out in the order of a hash
/// of addresses: a text of several fonts (Chinese beside Latin, emoji) came in another order at each start,
/// and files that ought to be the same differed.
QList<QGlyphRun> glyphRunsOf(const QTextLayout& layout, int from = -1, int length = -1);
QList<QGlyphRun> glyphRunsOf(const QTextLine& line, int from = -1, int length = -1);

} // namespace groundplan
