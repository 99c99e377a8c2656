#pragma once

#include "model/design/design.h"
#include "model/sketch/sketch_text.h"
#include "model/sketch/word_matching.h"

namespace groundplan {

/// The words of a sketch line that the text cursor stands in or behind: what a completion replaces. Empty
/// where a block may begin and none has.
TextSpan wordsAround(const QString& line, qsizetype cursor);

/// How a meaning is written so that a sketch reads it as just that: a product, a kind's title, a title on the
/// board; in quotes where it holds signs of the grammar.
QString writtenFor(const Meaning& meaning, const Design& design, const Catalogue& catalogue,
                   const QString& language);

} // namespace groundplan
