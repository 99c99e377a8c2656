#pragma once

#include "model/sketch/sketch_plan.h"

namespace groundplan {

/// The words of a sketch line that the text cursor stands in or behind: what a completion replaces. Empty
/// where a block may begin and none has.
TextSpan wordsAround(const QString& line, qsizetype cursor);

/// How a meaning is written so that a sketch here reads it as just that: a product, a kind's title, a title
/// on the board; "Feature engineering (Spark)" where the product alone is another kind; with a title of its
/// own
/// ("Cache "Cache 2" (Redis)") where the words alone would mean what is on the board. In quotes where it
/// holds signs of the grammar. As long as a plan takes: for the one that was chosen.
QString writtenFor(const Meaning& meaning, const Design& design, const Catalogue& catalogue,
                   const SketchContext& context);

} // namespace groundplan
