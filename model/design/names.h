#pragma once

#include "model/design/design.h"

namespace groundplan {

/// A readable slug of a title for DOT, text and the command line: lower-case letters and digits of any script, runs of
/// anything else become one underscore ("Feature store" -> "feature_store"); never empty ("block"), never longer than
/// 48 characters, never beginning with a digit.
QString slugOf(const QString& title);

/// The slug of `title`, with the smallest free number appended when it is taken ("ranker", "ranker_2", ...).
/// `taken` are the names in use; the result is not added to it.
QString uniqueName(const QString& title, const QSet<QString>& taken);

/// Names of all blocks and frames, but for those of `except`.
QSet<QString> namesIn(const Design& design, const QSet<ElementId>& except = {});

} // namespace groundplan
