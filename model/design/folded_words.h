#pragma once

#include <QStringList>

namespace groundplan {

/// The words of a label as they are compared: letters and digits in lower case, everything else only parts
/// them, plurals without their s ("User-Events" -> "user", "event"). With `humps`, "FeatureStore" is two
/// words. Marks and surrogates count as letters, so that no script falls apart into single ones.
QStringList foldedWords(const QString& text, bool humps = false);

} // namespace groundplan
